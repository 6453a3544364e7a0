"""The SDK's main job from start to end: from logging in to a streamed answer with its references.

`make demo` runs it on the sandbox. With `EJENTO_BASE_URL` (and the other `EJENTO_*` variables, and
`EJENTO_AGENT_ID`) set, it does the same on that deployment. It ends with exit code 0 only if every
step did what it says.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.rule import Rule

from ejento_async import EjentoClient, EjentoError, Password
from ejento_async.models import AgentAnswer, Document
from ejento_async.sandbox import Sandbox

README = Path(__file__).resolve().parent.parent / "README.md"
QUESTION = "When are tokens renewed, and for whom?"
FOLLOW_UPS = ("Which calls are never retried?", "What happens to new members?")

console = Console(highlight=False)


class StepFailed(Exception):
    """A step ran but did not do what it promised."""


steps_told: list[str] = []


def step(title: str) -> None:
    """Announce a step."""
    steps_told.append(title)
    console.print(f"\n[bold cyan]{len(steps_told):>2}[/]  [bold]{title}[/]")


def show(text: str) -> None:
    """Print one line of a step's result."""
    console.print(f"    {text}")


def check(promise: str, kept: object) -> None:
    """Stop the demo when a step did not keep its promise."""
    if not kept:
        raise StepFailed(promise)


@asynccontextmanager
async def deployment() -> AsyncGenerator[tuple[EjentoClient, int]]:
    """Yield a client and the id of an agent: of the real deployment if there is one."""
    async with AsyncExitStack() as stack:
        if os.environ.get("EJENTO_BASE_URL"):
            agent_id = os.environ.get("EJENTO_AGENT_ID", "")
            check("EJENTO_AGENT_ID: expected the number of an agent", agent_id.isdecimal())
            client = await stack.enter_async_context(EjentoClient())
            console.print(f"On the deployment [bold]{client.base_url}[/], agent {agent_id}.")
            console.print(
                "The demo will make a chat thread, a corpus and a document there, ask three "
                "questions, and then remove what it can."
            )
            yield client, int(agent_id)
        else:
            sandbox = await stack.enter_async_context(Sandbox(stream_delay=0.02))
            client = await stack.enter_async_context(
                EjentoClient(
                    base_url=sandbox.base_url,
                    api_key=sandbox.api_key,
                    credentials=Password(sandbox.email, sandbox.password),
                )
            )
            console.print(
                f"On the sandbox, a local Ejento at [bold]{client.base_url}[/] "
                "(set EJENTO_BASE_URL to use a real one)."
            )
            yield client, 42


async def identify(ejento: EjentoClient) -> None:
    """Log in, renew the tokens, and see who we are."""
    step("Log in, and renew the tokens")
    await ejento.v2.users.get_me()
    show("logged in: the first call did it by itself")
    try:
        pair = await ejento.v2.authentication.refresh()
    except EjentoError as error:
        check("tokens are renewed", not os.environ.get("EJENTO_AUTH_TOKEN"))
        show(f"not renewed, these credentials cannot be: {error}")
    else:
        check("both tokens are replaced", pair.access_token and pair.ejento_access_token)
        show("renewed: both tokens were replaced, and the client goes on with the new ones")

    step("Who am I?")
    me = await ejento.v2.users.get_me()
    check("the user has an e-mail address", me.email)
    organization = me.organization.org_name if me.organization else "no organization"
    show(f"{me.first_name} {me.last_name} <{me.email}>, {organization}")


async def prepare(ejento: EjentoClient, agent_id: int, cleanup: AsyncExitStack) -> tuple[int, int]:
    """Read the agent, open a thread, and give the thread a corpus of its own."""
    step(f"Read agent {agent_id}")
    agent = await ejento.v2.agents.get(agent_id)
    show(f"{agent.agent_name or 'unnamed'} (status {agent.status or 'not told'})")

    step("Open a chat thread")
    thread = await ejento.v2.chat_threads.create(agent_id)
    cleanup.push_async_callback(remove_thread, ejento, agent_id, thread.id)
    show(f"thread {thread.id}: {thread.title!r}")

    step("Make a corpus, and connect it to the thread")
    corpus = await ejento.v2.corpora.create(
        name=f"AttachmentCorpus-{thread.id}",
        description="Made by the demo of ejento_async.",
        indexing_mode_id=3,
        corpus_type="attachment",
    )
    await ejento.v2.chat_threads.add_corpus(thread.id, corpus.id)
    connected = await ejento.v2.chat_threads.get_corpus(thread.id)
    check("the corpus is connected", connected.corpus and connected.corpus.id == corpus.id)
    show(f"corpus {corpus.id}, connected to thread {thread.id}")
    return thread.id, corpus.id


async def upload(ejento: EjentoClient, corpus_id: int, cleanup: AsyncExitStack) -> None:
    """Upload this project's README and follow its indexing."""
    step("Upload README.md, and watch it being indexed")
    columns = (
        TextColumn("    {task.description:<10}"),
        BarColumn(bar_width=40),
        TextColumn("{task.fields[note]}"),
    )
    steps: list[str] = []
    with Progress(*columns, console=console) as progress:
        sending = progress.add_task("sending", note="")
        indexing = progress.add_task("indexing", total=3, note="")

        def sent(done: int, total: int | None) -> None:
            of = "" if total is None else f" of {total:,}"
            progress.update(sending, completed=done, total=total, note=f"{done:,}{of} bytes")

        def indexed(document: Document) -> None:
            steps.append(document.step or "?")
            progress.update(indexing, advance=1, note=steps[-1])

        document = await ejento.v2.documents.upload(
            corpus_id, README, attachment=True, on_progress=sent
        )
        cleanup.push_async_callback(remove_document, ejento, corpus_id, document.id)
        await document.wait(timeout=300, poll_interval=0.2, on_progress=indexed)
        progress.update(indexing, completed=3)

    check("the document is indexed", steps and steps[-1] == "completed")
    duplicates = await ejento.v2.corpora.check_duplicates(corpus_id, documents=[README.name])
    show(f"document {document.id} is ready; duplicates by name: {duplicates.duplicate_files}")


async def ask(ejento: EjentoClient, agent_id: int, thread_id: int, corpus_id: int) -> AgentAnswer:
    """Ask, and print the answer as it is written."""
    step(f"Ask: {QUESTION}")
    started = time.perf_counter()
    first: float | None = None
    async with ejento.v2.agent_responses.stream(
        agent_id,
        user_query=QUESTION,
        chat_thread_id=thread_id,
        query_source="app-ejento",
        overrides={"corpus_ids": [corpus_id], "sources": True},
    ) as answer:
        console.print("    ", end="")
        async for text in answer.text():
            first = first or time.perf_counter()
            console.print(text, end="", style="green", soft_wrap=True, markup=False)
    console.print()
    check("the answer arrived piece by piece", first is not None and answer.text_so_far)

    final = answer.final
    check("the answer was not blocked", not answer.blocked)
    for reference in final.references or []:
        show(f"[dim]\\[{reference.number}][/] {reference.url}")
    check("the answer refers to the document", final.references)
    assert first is not None
    show(
        f"[dim]first text after {first - started:.2f} s, "
        f"the end after {time.perf_counter() - started:.2f} s[/]"
    )
    return final


async def rate_and_list(
    ejento: EjentoClient, agent_id: int, thread_id: int, answer: AgentAnswer
) -> None:
    """Vote for the answer, ask twice more, and list what the thread holds."""
    step("Rate the answer")
    check("the answer has an id", answer.agent_response_id is not None)
    assert answer.agent_response_id is not None
    await ejento.v2.agent_responses.create_feedback(answer.agent_response_id, vote_type="upvote")
    show(f"response {answer.agent_response_id}: upvoted")

    step("Ask twice more, without streaming, both at once")
    answers = await asyncio.gather(
        *(
            ejento.v2.agent_responses.create(
                agent_id, user_query=question, chat_thread_id=thread_id
            )
            for question in FOLLOW_UPS
        )
    )
    for question, plain in zip(FOLLOW_UPS, answers, strict=True):
        check("every question is answered", plain.answer)
        show(f"{question} [dim]{' '.join((plain.answer or '').split())[:70]}...[/]")

    step("List the responses of the thread, page by page")
    page = await ejento.v2.agent_responses.list_by_chat_thread(thread_id, page=1, items_per_page=2)
    seen: list[str] = []
    while True:
        of = "" if page.pages is None else f" of {page.pages}"
        show(f"page {page.number}{of}: " + "; ".join(item.question or "?" for item in page))
        seen.extend(item.question or "" for item in page)
        if not page.has_next:
            break
        page = await page.next()
    check("all three questions are listed", {QUESTION, *FOLLOW_UPS} <= set(seen))


async def remove_document(ejento: EjentoClient, corpus_id: int, document_id: int) -> None:
    """Delete the document, and see that it is gone."""
    await ejento.v2.corpora.delete_documents(corpus_id, document_ids=[document_id])
    left = await ejento.v2.corpora.list_documents(corpus_id)
    check("the document is gone", document_id not in [d.id for d in left.documents or []])
    show(f"document {document_id} is gone (corpus {corpus_id} stays, empty)")


async def remove_thread(ejento: EjentoClient, agent_id: int, thread_id: int) -> None:
    """Delete the thread, and see that it is gone."""
    await ejento.v2.chat_threads.delete(thread_id)
    threads = ejento.v2.chat_threads.iter_by_agent(agent_id)
    check("the thread is gone", thread_id not in [thread.id async for thread in threads])
    show(f"thread {thread_id} is gone")


async def main() -> int:
    """Run all steps; return the exit code."""
    console.print(Rule("[bold]ejento_async"))
    started = time.perf_counter()
    try:
        async with deployment() as (ejento, agent_id):
            await identify(ejento)
            async with AsyncExitStack() as cleanup:
                thread_id, corpus_id = await prepare(ejento, agent_id, cleanup)
                await upload(ejento, corpus_id, cleanup)
                answer = await ask(ejento, agent_id, thread_id, corpus_id)
                await rate_and_list(ejento, agent_id, thread_id, answer)
                step("Clean up")
    except (EjentoError, StepFailed) as error:
        console.print(f"\n[bold red]failed[/] {type(error).__name__}: {error}", markup=True)
        return 1
    console.print(
        f"\n[bold green]All {len(steps_told)} steps did what they say[/] "
        f"({time.perf_counter() - started:.1f} s)."
    )
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
