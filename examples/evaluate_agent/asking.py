"""Asking: a question becomes a row of the results, whether it was answered or not."""

from __future__ import annotations

import asyncio
import csv
import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ejento_async import APIError, EjentoClient, EjentoError, StreamError

from ..command_line import CannotStart


@dataclass
class Row:
    """A question and what came of it. What is not known is None.

    Attributes:
        number: which question it is, from 1.
        question: what is asked.
        expected: what should be in the answer.
        answer: the answer, or as much of it as arrived.
        words_found: the share of the expected words that are in the answer, from 0 to 1. A rough
            measure: it finds answers that went astray, and says nothing of how good the others are.
        first_text: seconds from the question to the first piece of text.
        seconds: seconds from the question to the end of the answer, or to the failure.
        prompt_tokens: tokens of the prompt.
        completion_tokens: tokens of the answer.
        total_tokens: tokens in all.
        references: URLs of what the answer refers to.
        blocked: whether a guardrail stopped the answer.
        thread: id of the thread that the server has made for the question.
        response: id of the stored answer.
        error: what kind of failure it was, as the class of the error.
        message: the failure in words.
    """

    number: int
    question: str
    expected: str | None = None
    answer: str = ""
    words_found: float | None = None
    first_text: float | None = None
    seconds: float | None = None
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    total_tokens: int | None = None
    references: list[str] = field(default_factory=list[str])
    blocked: bool | None = None
    thread: int | None = None
    response: int | None = None
    error: str | None = None
    message: str | None = None


def read_questions(path: Path) -> list[Row]:
    """Read a CSV file with the columns `question` and, if you like, `expected`.

    Raises:
        CannotStart: it is no such file.
        OSError: it cannot be read.
    """
    try:
        # Excel begins its files with a byte order mark.
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.DictReader(file)
            if "question" not in (lines.fieldnames or ()):
                msg = f"{path}: expected a first line with the column 'question'"
                raise CannotStart(msg)
            asked = [line for line in lines if (line["question"] or "").strip()]
    except (UnicodeDecodeError, csv.Error) as error:
        msg = f"{path} is not a CSV file in UTF-8: {error}"
        raise CannotStart(msg) from error
    if not asked:
        msg = f"{path} has no question"
        raise CannotStart(msg)
    return [
        Row(number, line["question"].strip(), (line.get("expected") or "").strip() or None)
        for number, line in enumerate(asked, 1)
    ]


async def ask_all(
    ejento: EjentoClient,
    agent_id: int,
    questions: Iterable[Row],
    *,
    at_once: int,
    delete_threads: bool,
    on_row: Callable[[Row], object],
) -> None:
    """Ask questions, so many at a time; each row is handed on as soon as it is complete."""
    todo = iter(questions)

    async def work() -> None:
        for row in todo:  # the workers share one iterator, so each question has one of them
            await ask(ejento, agent_id, row)
            on_row(row)
            if delete_threads and row.thread is not None:
                try:
                    await ejento.v2.chat_threads.delete(row.thread)
                except APIError as error:
                    row.message = f"its thread stays: {error.message}"

    async with asyncio.TaskGroup() as group:
        for _ in range(at_once):
            group.create_task(work())


async def ask(ejento: EjentoClient, agent_id: int, row: Row) -> None:
    """Ask a question in a thread of its own, and write down what comes of it."""
    started = time.perf_counter()
    # From the cache, an answer would tell nothing about the agent.
    stream = ejento.v2.agent_responses.stream(
        agent_id, user_query=row.question, caching_enabled=False
    )
    try:
        async with stream as answer:
            async for text in answer.text():
                if text and row.first_text is None:
                    row.first_text = time.perf_counter() - started
            final = answer.final
            row.seconds = time.perf_counter() - started
    except EjentoError as error:
        row.seconds = time.perf_counter() - started
        row.error = type(error).__name__
        row.message = error.message if isinstance(error, APIError) else str(error)
        row.answer = error.partial if isinstance(error, StreamError) else ""
        return

    row.answer = final.answer or stream.text_so_far
    row.prompt_tokens = final.prompt_tokens
    row.completion_tokens = final.completion_tokens
    row.total_tokens = final.total_tokens
    row.references = [reference.url or "" for reference in final.references or []]
    row.blocked = stream.blocked
    row.thread = final.thread_id
    row.response = final.agent_response_id
    if row.expected is not None:
        row.words_found = words_found(row.expected, row.answer)


def words_found(expected: str, answer: str) -> float | None:
    """Return the share of the words of a text that are in another; None if it has no words."""
    wanted = set(re.findall(r"\w+", expected.casefold()))
    found = wanted.intersection(re.findall(r"\w+", answer.casefold()))
    return len(found) / len(wanted) if wanted else None
