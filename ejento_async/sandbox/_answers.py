"""Answering questions: from the documents that an agent or a thread is given, word for word.

A question whose first word is one of `TRICKS` gets what its name says instead of a good answer.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from . import _retrieval
from ._records import Agent, AgentResponse, Corpus, Thread, User
from ._replies import Refusal, not_found
from ._spec import Json
from ._state import State

Trick = Literal["!fail", "!error", "!blocked", "!cut", "!silent", "!unknown"]
TRICKS: tuple[Trick, ...] = ("!fail", "!error", "!blocked", "!cut", "!silent", "!unknown")

FAILURE = "The agent could not generate a response"
BLOCKED = "This request was stopped by a guardrail of your organization."
NOTHING_FOUND = "I could not find anything about that in the documents that I have access to."
UNTITLED = ("New Chat", "New Thread")

_RUN_IDS = uuid.UUID("5f0c8a5e-1d52-4c55-9d0e-8f6f0a7b9c11")
_TITLE_WORDS = 6
_FOLLOW_UPS = 3


@dataclass(frozen=True, slots=True)
class Question:
    """What a client asks, read from the body of the request."""

    text: str
    thread_id: int | None = None
    history: list[Json] = field(default_factory=list[dict[str, Any]])
    query_source: str = "web"
    created_by: str | None = None
    caching: bool = False
    overrides: Json = field(default_factory=dict[str, Any])

    @classmethod
    def read(cls, body: Json) -> Question:
        """Read the body of a request.

        The old form of V2 Legacy has no `user_query`: there the question is the last turn of the
        history, to which there is no answer yet.

        Raises:
            Refusal: if there is no question in it.
        """
        history: list[Json] = list(body.get("history") or [])
        text: str | None = body.get("user_query")
        if text is None:
            text = history.pop().get("user") if history else None
        if text is None:
            raise Refusal(400, "history: the last turn must hold a question")
        overrides: Json = body.get("overrides") or {}
        return cls(
            text=text,
            thread_id=body.get("chat_thread_id"),
            history=history,
            query_source=body.get("query_source") or "web",
            created_by=body.get("created_by"),
            caching=bool(body.get("caching_enabled")) and not overrides.get("cache_skip"),
            overrides=overrides,
        )

    @property
    def trick(self) -> Trick | None:
        """What the question asks the sandbox to do wrong, if anything."""
        first = self.text.split(maxsplit=1)[:1]
        return next((trick for trick in TRICKS if [trick] == first), None)

    @property
    def rewritten(self) -> str:
        """The question proper: its first paragraph, on one line.

        Clients append instructions for the model; the vendor's Slack app does.
        """
        return " ".join(self.text.split("\n\n", 1)[0].split())

    @property
    def title(self) -> str:
        """A name for the thread that begins with the question."""
        words = self.rewritten.rstrip("?!. ").split()[:_TITLE_WORDS]
        title = " ".join(words) or "Conversation"
        return title[0].upper() + title[1:]


def answer(state: State, agent: Agent, user: User, question: Question) -> AgentResponse:
    """Answer a question and keep the answer in its thread, which is made if there is none."""
    thread = _thread(state, agent, user, question)
    corpora = corpora_for(state, agent, question, thread.corpus_id)
    key = (agent.id, question.rewritten.casefold(), *(corpus.id for corpus in corpora))
    cached = state.cache.get(key) if question.caching else None
    if cached is not None and cached.id not in state.responses:
        cached = None
    response_id = state.new_id("response")
    if thread.title in UNTITLED:
        thread.title = question.title
    trail = state.trail(user, created_by=question.created_by)
    thread.trail.touch(trail.created_by, trail.created_on)
    response = AgentResponse(
        id=response_id,
        agent_id=agent.id,
        thread_id=thread.id,
        user_id=user.id,
        question=question.text,
        answer={
            **(cached.answer if cached else compose(state, agent, question, corpora)),
            "history": question.history,
            "run_id": str(uuid.uuid5(_RUN_IDS, str(response_id))),
            "cache_hit": cached is not None,
            "thread_id": thread.id,
            "chat_thread_name": thread.title,
            "agent_response_id": response_id,
        },
        trail=trail,
        query_source=question.query_source,
        steps=["Analyzing...", "Processing query...", "Preparing response..."],
    )
    if agent.is_deep and cached is None and question.trick not in ("!fail", "!blocked"):
        _write_report(state, response)
    state.responses[response_id] = response
    if question.caching and question.trick is None:
        state.cache[key] = response
    return response


def _thread(state: State, agent: Agent, user: User, question: Question) -> Thread:
    if question.thread_id is not None:
        thread = state.thread(question.thread_id)
        if thread.agent_id != agent.id:
            raise not_found("Chat thread")
        return thread
    trail = state.trail(user, created_by=question.created_by)
    thread = Thread(state.new_id("thread"), agent.id, user.id, trail)
    state.threads[thread.id] = thread
    return thread


def corpora_for(
    state: State, agent: Agent, question: Question, attachments: int | None = None
) -> list[Corpus]:
    """Return what to search: the corpora that the question names, or else those of the agent.

    Those of the attachments to the thread come on top.
    """
    chosen = cast("list[int]", question.overrides.get("corpus_ids") or [])
    if not chosen:
        chosen = [item.corpus_id for item in state.connections_of(agent.id) if item.is_enabled]
    if attachments is not None:
        chosen = [*chosen, attachments]
    return [state.corpora[number] for number in dict.fromkeys(chosen) if number in state.corpora]


def compose(state: State, agent: Agent, question: Question, corpora: list[Corpus]) -> Json:
    """Make an answer, without thread and number yet."""
    documents = [document for corpus in corpora for document in state.documents_of(corpus.id)]
    found = _retrieval.find(question.rewritten, documents)
    quoted = {item.document.id: item.document for item in found}
    numbers = {document_id: number for number, document_id in enumerate(quoted)}
    text = " ".join(f"{item.passage.text} [{numbers[item.document.id]}]" for item in found)
    failed = question.trick == "!fail"
    blocked = question.trick == "!blocked"
    if failed:
        text = ""
    elif blocked:
        text = BLOCKED
    result: Json = {
        "answer": text if found or failed or blocked else NOTHING_FOUND,
        "sources": "".join(f"[{number}]" for number in numbers.values()),
        "references": [
            {"url": document.url(state.base_url), "order": number + 1, "number": number}
            for number, document in enumerate(quoted.values())
        ],
        "followup_questions": [],
        "indexes": [corpus.index_name for corpus in corpora],
        "query": question.rewritten,
        "prompt_prefix": agent.prefix_prompt,
        "instructions": agent.instructions,
        "agent_mode": "QnA" if agent.type == "QnA" else "",
        "corpus_ids": [corpus.id for corpus in corpora],
        "success": not failed,
        "blocked": blocked,
        "guardrail_triggered": blocked,
        "artifacts": [],
    }
    if failed:
        result["message"] = FAILURE
    if question.overrides.get("suggest_followup_questions", True) and not (failed or blocked):
        result["followup_questions"] = _follow_ups(found)
    if question.overrides.get("retrieve_data_points"):
        result["data_points"] = [f"{item.document.source}: {item.passage.text}" for item in found]
    if question.overrides.get("log_intermediate_response"):
        result["thoughts"] = f"Searched {len(documents)} documents for: {question.rewritten}"
    prompt = len(question.text.split()) + sum(len(item.passage.text.split()) for item in found)
    completion = len(str(result["answer"]).split())
    result["prompt_tokens"] = prompt + len(agent.prefix_prompt.split())
    result["completion_tokens"] = completion
    result["total_tokens"] = result["prompt_tokens"] + completion
    return result


def _write_report(state: State, response: AgentResponse) -> None:
    """Let a deep agent write its findings into a file, an artifact of its answer."""
    name = f"{response.id}-findings.md"
    state.artifacts[name] = f"# {response.answer['query']}\n\n{response.answer['answer']}\n"
    url = f"{state.base_url}/api/v2/citation/{name}"
    response.answer["artifacts"] = [
        {"number": 0, "url": url, "type": "md", "name": name, "container": "artifacts"}
    ]
    response.answer["answer"] += " The findings are in file:0."


def _follow_ups(found: list[_retrieval.Found]) -> list[str]:
    used = {item.passage.heading for item in found}
    topics = [
        heading
        for document in {item.document.id: item.document for item in found}.values()
        for heading in _retrieval.headings(document.text)
        if heading not in used
    ]
    return [f"What does it say about {topic.lower()}?" for topic in dict.fromkeys(topics)][
        :_FOLLOW_UPS
    ]
