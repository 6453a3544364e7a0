"""`ejento chat`, without a terminal and on one."""

from __future__ import annotations

import asyncio
import io
import json
import re

import pytest
from rich.console import Console

from ejento_async import EjentoClient
from ejento_async.cli import _chat
from ejento_async.cli._screens import Screen, name_of
from ejento_async.cli._terminal import Flow, TerminalScreen
from ejento_async.sandbox import Sandbox
from tests.cli.conftest import Command

QUESTION = "How long is parental leave?"


def test_an_answer_is_text_and_then_what_it_refers_to(ejento: Command, sandbox: Sandbox) -> None:
    run = ejento("chat", 42, *QUESTION.split())

    text, empty, reference = run.lines
    assert (0, "", "") == (run.status, run.err, empty)
    assert text.startswith("Parents may take 16 weeks")
    assert f"[0] {sandbox.base_url}/api/v2/citation/101-leave-policy.md" == reference
    assert {"user_query": QUESTION} == sandbox.requests[-1].json


def test_verbose_says_what_the_answer_took(ejento: Command) -> None:
    run = ejento("chat", 42, QUESTION, "-v")

    assert re.fullmatch(r"\d+\.\d s, \d+ tokens \(\d+ in, \d+ out\), thread \d+\.\n", run.err), (
        run.err
    )


def test_a_question_comes_from_stdin(ejento: Command, sandbox: Sandbox) -> None:
    assert 0 == ejento("chat", 42, "-", stdin=b"How long is\nparental leave?\n").status
    assert "How long is\nparental leave?" == sandbox.requests[-1].json["user_query"]
    assert 2 == ejento("chat", 42, "-", stdin=b" \n").status


def test_a_thread_goes_on(ejento: Command, sandbox: Sandbox) -> None:
    thread = ejento("chat", 42, QUESTION, "--json").json["thread_id"]
    answer = ejento("chat", 42, "--thread", thread, "And sick leave?", "--json").json

    assert thread == answer["thread_id"] == sandbox.requests[-1].json["chat_thread_id"]


def test_json_is_the_whole_answer(ejento: Command) -> None:
    answer = ejento("chat", 42, QUESTION, "--json").json

    assert answer["answer"].startswith("Parents may take 16 weeks")
    assert {"references", "thread_id", "total_tokens"} <= answer.keys()


def test_json_lines_are_the_events_as_they_come(ejento: Command) -> None:
    events = [json.loads(line) for line in ejento("chat", 43, QUESTION, "--jsonl").lines]
    kinds = {event["event"] for event in events}
    text = "".join(event["text"] for event in events if event["event"] == "text")

    assert {"status", "text", "thought", "tasks", "file", "final"} <= kinds
    assert text.strip() == events[-1]["output"]["answer"].strip()
    assert all("data" not in event for event in events)


def test_without_a_question_or_a_terminal_nothing_is_asked(
    ejento: Command, sandbox: Sandbox
) -> None:
    run = ejento("chat", 42)

    assert 2 == run.status
    assert "give a question" in run.err
    assert 0 == len(sandbox.requests)


@pytest.mark.parametrize("question", ["!error now", "!cut now", "!fail now"])
def test_a_failed_answer_keeps_its_text_and_says_why(ejento: Command, question: str) -> None:
    run = ejento("chat", 42, question)

    assert 0 != run.status
    assert run.out == "" or run.out.endswith("\n")
    assert run.err.startswith("ejento: ")
    assert 1 == run.err.count("\n")


def test_a_blocked_answer_is_shown(ejento: Command) -> None:
    run = ejento("chat", 42, "!blocked please")

    assert 0 == run.status
    assert run.out.strip()


def test_an_unknown_agent_is_not_found(ejento: Command) -> None:
    assert 4 == ejento("chat", 999, QUESTION).status


# On a terminal.


def shown(screen: Screen, file: io.StringIO, sandbox: Sandbox, agent: int, question: str) -> str:
    async def ask() -> None:
        async with EjentoClient(
            base_url=sandbox.base_url, api_key=sandbox.api_key, access_token=sandbox.access_token
        ) as client:
            await _chat.ask(client, agent, question, None, screen)

    asyncio.run(ask())
    return file.getvalue()


def terminal(width: int = 60) -> tuple[TerminalScreen, io.StringIO]:
    file = io.StringIO()
    console = Console(
        file=file, force_terminal=True, width=width, highlight=False, _environ={"TERM": "xterm"}
    )
    return TerminalScreen(verbose=True, console=console), file


def test_a_terminal_shows_a_status_then_wrapped_text_then_links(sandbox: Sandbox) -> None:
    screen, file = terminal()
    text = shown(screen, file, sandbox, 42, "What is our leave policy?")
    url = f"{sandbox.base_url}/api/v2/citation/101-leave-policy.md"

    assert "\x1b[2mAnalyzing...\x1b[0m\r\x1b[2K" in text
    assert "Every full-time employee has 25 days of paid annual leave a\nyear, and" in text
    body = text.rpartition("\x1b[2K")[2].split("\n\n")[0]
    assert all(len(line) <= 60 and line == line.strip() for line in body.splitlines())
    assert re.search(rf"\x1b\]8;id=\d+;{re.escape(url)}\x1b", text)
    assert "leave-policy.md" in text
    assert re.search(r"tokens \(\d+ in, \d+ out\), thread \d+", text)


def test_a_terminal_shows_the_plan_and_the_files_of_a_deep_agent(sandbox: Sandbox) -> None:
    screen, file = terminal(120)
    text = shown(screen, file, sandbox, 43, "Compare leave and expenses")

    assert re.search(r"\d of \d tasks done: \w+", text)
    assert re.search(r"Wrote [\w.-]+\.md\.", text)


def flowing(*pieces: str, width: int = 20) -> str:
    written: list[str] = []
    flow = Flow(written.append, width)
    for piece in pieces:
        flow.add(piece)
    flow.end()
    return "".join(written)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (("one two three four five six",), "one two three four\nfive six"),
        (("one two three fo", "ur five", " six"), "one two three four\nfive six"),
        (("one\n\n- two ", "three\n"), "one\n\n- two three\n"),
        (("  indented",), "  indented"),
        (("x" * 50,), "x" * 50),
        (("a " + "x" * 50 + " b",), "a\n" + "x" * 50 + " b"),
        (("exactly twenty chars and",), "exactly twenty chars\nand"),
        (("日本語の文章 日本語の文章",), "日本語の文章\n日本語の文章"),
        (
            ("```\nfor x in range(1000): pass\n```\none two three four five",),
            "```\nfor x in range(1000): pass\n```\none two three four\nfive",
        ),
    ],
)
def test_text_is_broken_between_words_however_it_comes(pieces: tuple[str, ...], text: str) -> None:
    assert text == flowing(*pieces)
    assert text == flowing(*"".join(pieces))


def test_text_without_blanks_does_not_wait_for_its_end() -> None:
    written: list[str] = []
    Flow(written.append, 80).add("日本語" * 10)

    assert written == ["日本語" * 10]


def typing(*lines: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a person type these lines; None is Ctrl-D."""
    left = iter(lines)

    def read(_: str) -> str:
        line = next(left)
        if line is None:
            raise EOFError
        return line

    monkeypatch.setattr("builtins.input", read)


@pytest.mark.parametrize("leaving", ["/exit", "/quit", None])
def test_a_conversation_stays_in_its_thread_until_somebody_leaves(
    ejento: Command, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, leaving: str | None
) -> None:
    questions = (QUESTION, "  ", "!error please", "And sick leave?")
    typing(*questions, leaving, "never asked", monkeypatch=monkeypatch)
    run = ejento("chat", 42, typed="")
    asked = [one.json for one in sandbox.requests.of("v2_agent_responses_stream")]

    assert 0 == run.status
    assert [QUESTION, "!error please", "And sick leave?"] == [one["user_query"] for one in asked]
    assert "chat_thread_id" not in asked[0]
    assert asked[1]["chat_thread_id"] == asked[2]["chat_thread_id"]
    assert f"ejento chat 42 --thread {asked[2]['chat_thread_id']}" in run.lines[-1]
    assert 1 == run.err.count("ejento: ")


def test_a_conversation_with_bad_credentials_or_without_an_agent_does_not_begin(
    ejento: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch=monkeypatch)
    assert 4 == ejento("chat", 999, typed="").status
    monkeypatch.setenv("EJENTO_ACCESS_TOKEN", "wrong")
    assert 3 == ejento("chat", 42, typed="").status


def test_references_have_the_names_of_their_files() -> None:
    assert "leave-policy.md" == name_of("https://e.test/api/v2/citation/101-leave-policy.md?x=1")
    assert "ä b.pdf" == name_of("https://e.test/1-%C3%A4%20b.pdf")
    assert "" == name_of("https://e.test/")
