"""The bot's back end over a real socket: who asks, in which thread, when, and what they are told."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from ejento_async import EjentoClient
from ejento_async.sandbox import Fault, Sandbox
from examples.bot_backend.bot import REFUSED, TOO_MANY, UNEXPECTED, UNREACHABLE, Bot
from examples.bot_backend.clients import Clients
from examples.bot_backend.edits import Edits
from examples.bot_backend.people import Person, Shelf

from .browsing import until

ANN = Person("ann@example.com", "Ann Archer")
BEN = Person("ben@example.com", "Ben Baker")
LEAVE = "What is our leave policy?"
LOGIN = "v2_authentication_create_user_token"
STREAM = "v2_agent_responses_stream"
CREATE_THREAD = "v2_chat_threads_create"


class Shown:
    """A message, with all that it ever said."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    async def edit(self, text: str) -> None:
        self.texts.append(text)

    @property
    def text(self) -> str:
        return self.texts[-1]


class SteppingClock:
    """Time that goes on by a step with every look at it, and at once when somebody waits."""

    def __init__(self, step: float = 0.0) -> None:
        self.time = 0.0
        self._step = step

    def now(self) -> float:
        self.time += self._step
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.time += seconds


@asynccontextmanager
async def running(
    sandbox: Sandbox, folder: Path, *, secret: str = "", max_clients: int = 100, **settings: Any
) -> AsyncGenerator[tuple[Bot, Clients]]:
    """Yield a bot whose edits wait for no clock."""
    shelf = Shelf(folder)
    async with EjentoClient(max_retries=0) as ejento:
        clients = Clients(ejento, secret or sandbox.application_secret, shelf, most=max_clients)
        yield Bot(clients, shelf, 42, **{"clock": SteppingClock(), **settings}), clients


async def told(bot: Bot, person: Person, text: str) -> str:
    """Say something to the bot, and return what it says at last."""
    message = Shown()
    await bot.on_message(person, text, message)
    return message.text


def askers(sandbox: Sandbox) -> list[tuple[str, str, int]]:
    """Return who asked what in which thread, as the sandbox sees it."""
    state = sandbox.state
    return [
        (state.users[each.user_id].email, each.question, each.thread_id)
        for each in state.responses.values()
        if each.question.startswith("Q ")
    ]


async def test_fifty_people_at_once_ask_each_in_their_own_name_and_thread_after_one_login(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    people = [Person(f"user{n}@example.com", f"User {n}") for n in range(50)]
    messages = [*people, *people[:10]]
    async with running(sandbox, tmp_path, max_clients=7) as (bot, clients):
        await asyncio.gather(*(told(bot, person, f"Q {person.email}") for person in messages))
        kept = len(clients)
    seen = askers(sandbox)
    logins = Counter(request.json["email"] for request in sandbox.requests.of(LOGIN))

    assert 60 == len(seen)
    assert all(question == f"Q {email}" for email, question, _ in seen)
    assert 50 == len({email for email, _, _ in seen})
    assert 50 == len({(email, thread) for email, _, thread in seen})
    assert 50 == len({thread for _, _, thread in seen})
    assert {person.email: 1 for person in people} == logins
    assert kept <= 7
    # One pool for all: no more connections than there were answers at once.
    assert sandbox.total_connections <= 20


async def test_a_restart_costs_no_login_and_no_thread(sandbox: Sandbox, tmp_path: Path) -> None:
    for _ in range(2):
        async with running(sandbox, tmp_path) as (bot, _):
            for person in (ANN, BEN):
                assert "leave" in await told(bot, person, LEAVE)

    assert 2 == len(sandbox.requests.of(LOGIN))
    assert 2 == len(sandbox.requests.of(CREATE_THREAD))
    assert 2 == len({request.json["chat_thread_id"] for request in sandbox.requests.of(STREAM)})


async def test_what_is_kept_can_be_read_by_nobody_else_and_holds_no_secret_of_the_application(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir(mode=0o755)
    async with running(sandbox, folder) as (bot, _):
        await told(bot, ANN, LEAVE)
    files = list(folder.iterdir())

    assert 0o700 == folder.stat().st_mode & 0o777
    assert {".tokens", ".thread", ".lock"} == {file.suffix for file in files}
    assert {0o600} == {file.stat().st_mode & 0o777 for file in files}
    assert not any(sandbox.application_secret in file.read_text() for file in files)
    assert not any("ann" in file.name for file in files)


async def test_an_expired_token_is_replaced_by_another_login_of_that_person_alone(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    async with running(sandbox, tmp_path) as (bot, _):
        await told(bot, ANN, LEAVE)
        await told(bot, BEN, LEAVE)
        sandbox.expire_access_token()
        answer = await told(bot, ANN, LEAVE)
    logins = [request.json["email"] for request in sandbox.requests.of(LOGIN)]

    assert "leave" in answer
    assert [ANN.email, BEN.email, ANN.email] == logins


async def test_a_person_is_answered_one_question_after_the_other_and_holds_up_nobody_else(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    async with running(sandbox, tmp_path) as (bot, _):
        first = asyncio.create_task(told(bot, ANN, "!silent"))
        await until(lambda: len(sandbox.requests.of(STREAM)) == 1)
        others = [asyncio.create_task(told(bot, ANN, f"Q {n}")) for n in range(3)]
        await told(bot, BEN, LEAVE)
        before = [request.json["user_query"] for request in sandbox.requests.of(STREAM)]
        first.cancel()
        await asyncio.gather(*others)

    assert ["!silent", LEAVE] == before
    assert ["Q 0", "Q 1", "Q 2"] == [question for _, question, _ in askers(sandbox)]
    assert first.cancelled()


@pytest.mark.parametrize("at_once", [1, 3])
async def test_only_so_many_answers_are_written_at_once(
    sandbox: Sandbox, tmp_path: Path, at_once: int
) -> None:
    people = [Person(f"user{n}@example.com", "U") for n in range(6)]
    async with running(sandbox, tmp_path, answers_at_once=at_once) as (bot, _):
        answers = await asyncio.gather(*(told(bot, person, LEAVE) for person in people))

    # All use one pool, which opens a connection only when all that it has are in use.
    assert sandbox.total_connections <= at_once
    assert all("leave" in answer for answer in answers)


async def test_who_has_asked_too_much_is_told_so_and_the_rest_is_answered(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    async with running(sandbox, tmp_path, questions_in_line=2) as (bot, _):
        answers = await asyncio.gather(*(told(bot, ANN, LEAVE) for _ in range(4)))
        later = await told(bot, ANN, LEAVE)

    assert [False, False, True, True] == [answer == TOO_MANY for answer in answers]
    assert "leave" in later


async def test_a_message_grows_by_edits_no_more_often_than_it_may(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    clock = SteppingClock(step=0.01)
    times: list[float] = []

    class Timed(Shown):
        async def edit(self, text: str) -> None:
            times.append(clock.time)
            await super().edit(text)

    message = Timed()
    async with running(sandbox, tmp_path, clock=clock, edits_per_second=10) as (bot, _):
        await bot.on_message(ANN, LEAVE, message)
    gaps = [after - before for before, after in pairwise(times)]
    growing = [text.removesuffix(" …") for text in message.texts[1:-1]]

    assert len(growing) > 2
    assert min(gaps) >= 0.1
    assert all(message.text.startswith(text) for text in growing)
    assert "/api/v2/citation/101-leave-policy.md" in message.text


async def test_the_last_text_is_shown_as_soon_as_it_may_be_and_only_once() -> None:
    message, clock = Shown(), SteppingClock()
    edits = Edits(message, 2.0, clock)
    await edits.offer("a")
    await edits.offer("ab")
    await edits.finish("abc")
    await edits.finish("abc")

    assert ["a", "abc"] == message.texts
    assert 2.0 == clock.time


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault.status(429, headers={"Retry-After": "7"}, operation=STREAM), "in 7 s"),
        (Fault.status(429, operation=LOGIN), "in a minute"),
        (Fault.status(503, operation=STREAM), UNREACHABLE),
        (Fault.status(503, operation=LOGIN), UNREACHABLE),
        (Fault.drop(operation=LOGIN), UNREACHABLE),
        (Fault.status(403, operation=STREAM), REFUSED),
        (Fault.invalid_json(operation=STREAM), UNEXPECTED),
    ],
    ids=["429", "429 at login", "503", "503 at login", "dropped at login", "403", "no stream"],
)
async def test_what_goes_wrong_is_told_kindly_and_the_next_question_is_answered(
    sandbox: Sandbox, tmp_path: Path, fault: Fault, words: str
) -> None:
    rule = sandbox.faults.add(fault)
    async with running(sandbox, tmp_path) as (bot, _):
        apology = await told(bot, ANN, LEAVE)
        sandbox.faults.clear()
        answer = await told(bot, ANN, LEAVE)

    assert words in apology
    assert rule.fired == 1
    assert "leave" in answer


@pytest.mark.parametrize(
    ("question", "words"),
    [("!fail", "could not generate"), ("!error", "not available"), ("!cut", "broke off")],
)
async def test_an_answer_that_fails_says_so(
    sandbox: Sandbox, tmp_path: Path, question: str, words: str
) -> None:
    async with running(sandbox, tmp_path) as (bot, _):
        assert words in await told(bot, ANN, question)


async def test_a_thread_that_somebody_deleted_is_replaced(sandbox: Sandbox, tmp_path: Path) -> None:
    async with running(sandbox, tmp_path) as (bot, _):
        await told(bot, ANN, LEAVE)
        sandbox.state.threads.pop(max(sandbox.state.threads))
        answer = await told(bot, ANN, LEAVE)
    threads = [request.json["chat_thread_id"] for request in sandbox.requests.of(STREAM)]

    assert "leave" in answer
    assert threads[0] == threads[1] != threads[2]


async def test_neither_secret_nor_token_nor_question_is_in_a_log_or_in_a_message(
    sandbox: Sandbox, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    question = "Q what about my salary?"
    sandbox.faults.add(Fault.status(500, operation=STREAM, times=1))
    async with (
        running(sandbox, tmp_path / "good") as (bot, clients),
        running(sandbox, tmp_path / "bad", secret="wrong-canary") as (refused, _),
    ):
        shown = [await told(bot, ANN, question) for _ in range(2)]
        shown += [await told(refused, BEN, question), repr(vars(bot)), repr(clients)]
    tokens = [request.header("authorization") for request in sandbox.requests.of(STREAM)]
    (token,) = {each.removeprefix("Bearer ") for each in tokens if each}
    said = caplog.text + "".join(shown)

    assert REFUSED in shown
    assert "AuthRefreshError" in caplog.text
    for private in (sandbox.application_secret, "wrong-canary", sandbox.api_key, token):
        assert private not in said
    assert "salary" not in caplog.text


async def test_cancelling_a_message_stops_its_answer_upstream_and_makes_room_for_the_next(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    clock = SteppingClock(step=1.0)
    async with running(sandbox, tmp_path, answers_at_once=1, clock=clock) as (bot, _):
        message = Shown()
        task = asyncio.create_task(bot.on_message(ANN, "!silent", message))
        await until(lambda: len(message.texts) > 3)
        waiting = asyncio.create_task(told(bot, BEN, LEAVE))
        assert 1 == sandbox.open_connections
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        answer = await waiting
        # The one that fell silent is gone; the other waits for the next call.
        await until(lambda: sandbox.open_connections == 1)

    assert "leave" in answer
    assert 2 == sandbox.total_connections
