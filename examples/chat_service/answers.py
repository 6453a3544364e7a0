"""From the events of the SDK to those that the page understands.

- `thread` {thread}: the conversation, to be handed back with the next question
- `status` {message}: what the agent is doing
- `text` {text}: what to append to the answer
- `answer` {text, answer, references, follow_ups, blocked}: the whole of it, at the end
- `trouble` {message, retry_after}: ... or why there is no such end
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from typing import Any
from urllib.parse import quote, unquote

from ejento_async import (
    AnswerStream,
    EjentoClient,
    EjentoError,
    ReflectionUpdate,
    StatusUpdate,
    TaskList,
    TextDelta,
)
from ejento_async.models import AgentAnswer, Reference

from .seals import Seals
from .troubles import trouble_of


async def relay(
    ejento: EjentoClient, agent_id: int, seals: Seals, question: str, thread: int | None
) -> AsyncGenerator[bytes]:
    """Ask an agent, and yield what happens until the answer is there.

    Closing the generator closes the connection to the response service, and frees its slot.
    """
    # Somebody is watching: better to say at once that it is crowded than to wait and try again.
    impatient = ejento.with_options(max_retries=0)
    try:
        if thread is None:
            # Before the answer, which may be stopped: what is asked next belongs to it all the same.
            thread = (await impatient.v2.chat_threads.create(agent_id)).id
        yield _event("thread", thread=seals.seal("thread", thread))
        async with impatient.v2.agent_responses.stream(
            agent_id, user_query=question, chat_thread_id=thread, query_source="web"
        ) as answer:
            async for event in answer:
                match event:
                    case TextDelta():
                        yield _event("text", text=event.text)
                    case StatusUpdate() | ReflectionUpdate() if event.message:
                        yield _event("status", message=event.message)
                    case TaskList():
                        working = [
                            one.content for one in event.tasks if one.status == "in_progress"
                        ]
                        yield _event("status", message="; ".join(working) or "Working...")
                    case _:
                        pass  # Thoughts and files are not shown here, nor what is still to come.
            yield _event("answer", **_whole(answer, ejento.base_url, seals))
    except EjentoError as error:
        yield _event("trouble", **trouble_of(error))


def _whole(answer: AnswerStream[AgentAnswer], base_url: str, seals: Seals) -> dict[str, Any]:
    final = answer.final
    number = final.agent_response_id
    return {
        "text": final.answer or answer.text_so_far,
        "answer": None if number is None else seals.seal("answer", number),
        "references": [_link(each, base_url, seals) for each in final.references or []],
        "follow_ups": final.followup_questions or [],
        "blocked": answer.blocked,
    }


def _link(reference: Reference, base_url: str, seals: Seals) -> dict[str, Any]:
    """Return name and address of a source; files of Ejento, which want a token, go through us."""
    url = reference.url or ""
    stored = f"{base_url}/api/v2/citation/"
    if url.startswith(stored) or (url and "://" not in url):
        file = unquote(url.removeprefix(stored).partition("?")[0])
        prefix, _, rest = file.partition("-")
        name = rest if prefix.isdecimal() and rest else file
        url = f"/citations/{seals.seal('citation', file)}/{quote(name, safe='')}"
    else:
        name = url.removeprefix("https://").removeprefix("http://")
        if name == url:  # Some other scheme, which may be made to act when it is followed.
            url = ""
    return {"number": reference.number, "name": name, "url": url}


def _event(kind: str, **data: Any) -> bytes:
    return f"event: {kind}\ndata: {json.dumps(data)}\n\n".encode()
