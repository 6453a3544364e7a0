"""The bot: what it does with a message, whatever platform the message comes from."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from ejento_async import (
    AnswerFailedError,
    APIConnectionError,
    AuthenticationError,
    AuthRefreshError,
    EjentoClient,
    EjentoError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    StatusUpdate,
    StreamError,
    TextDelta,
)
from ejento_async.models import AgentAnswer

from .clients import Clients
from .edits import Clock, Edits, Message, RealClock
from .people import Person, Shelf

_log = logging.getLogger(__name__)

TOO_MANY = "You have asked several questions already. I will come to this one if you ask it later."
REFUSED = "You are not allowed to ask this agent. Please talk to whoever runs this bot."
UNREACHABLE = "I cannot reach Ejento at the moment. Please ask me again in a minute."
UNEXPECTED = "Something went wrong on my side. Please tell whoever runs this bot."


class Bot:
    """Answers people, each in their own name, in their own thread, one question after the other.

    Args:
        clients: lends a client of the person who asks.
        shelf: remembers their threads.
        agent_id: the agent to ask.
        answers_at_once: answers that are being written, of all people together.
        questions_in_line: questions of one person that are answered or wait; more are declined.
        edits_per_second: how often a message may be edited.
        clock: the time between two edits.
    """

    def __init__(
        self,
        clients: Clients,
        shelf: Shelf,
        agent_id: int,
        *,
        answers_at_once: int = 20,
        questions_in_line: int = 5,
        edits_per_second: float = 1.0,
        clock: Clock | None = None,
    ) -> None:
        self._clients = clients
        self._shelf = shelf
        self._agent_id = agent_id
        self._answers_at_once = asyncio.Semaphore(answers_at_once)
        self._questions_in_line = questions_in_line
        self._interval = 1 / edits_per_second
        self._clock = clock or RealClock()
        self._lines: dict[Person, _Line] = {}

    async def on_message(self, person: Person, text: str, message: Message) -> None:
        """Answer somebody by editing a message. Run each call in a task of its own.

        Cancelling it stops the answer at Ejento as well. Whatever else goes wrong there is told in
        the message; what the platform raises from an edit is raised.
        """
        edits = Edits(message, self._interval, self._clock)
        async with self._turn(person) as admitted:
            if not admitted:
                await edits.finish(TOO_MANY)
                return
            try:
                answer = await self._answer(self._clients.of(person), person, text, edits)
            except EjentoError as error:
                # The errors of the SDK hold no credential, and their text no question.
                _log.warning("%s: %s", type(error).__name__, error)
                answer = _apology(error)
            await edits.finish(answer)

    @asynccontextmanager
    async def _turn(self, person: Person) -> AsyncGenerator[bool]:
        """Wait until a person's earlier questions are answered, and there is room for one more."""
        line = self._lines.setdefault(person, _Line())
        if line.length == self._questions_in_line:
            yield False
            return
        line.length += 1
        try:
            # In this order: who waits behind a question of their own takes nobody's place.
            async with line.turn, self._answers_at_once:
                yield True
        finally:
            line.length -= 1
            if not line.length:
                del self._lines[person]

    async def _answer(self, ejento: EjentoClient, person: Person, text: str, edits: Edits) -> str:
        thread = await self._shelf.thread(person)
        if thread is not None:
            try:
                return await self._stream(ejento, thread, text, edits)
            except NotFoundError:
                # Somebody deleted the thread; the next one begins anew.
                await self._shelf.keep_thread(person, None)
        # Kept before the question is asked: if the answer fails, the next one still belongs to it.
        thread = (await ejento.v2.chat_threads.create(self._agent_id)).id
        await self._shelf.keep_thread(person, thread)
        return await self._stream(ejento, thread, text, edits)

    async def _stream(self, ejento: EjentoClient, thread: int, text: str, edits: Edits) -> str:
        async with ejento.v2.agent_responses.stream(
            self._agent_id, user_query=text, chat_thread_id=thread, query_source="slack-ejento"
        ) as answer:
            async for event in answer:
                if isinstance(event, TextDelta):
                    await edits.offer(f"{answer.text_so_far} …")
                elif isinstance(event, StatusUpdate) and not answer.text_so_far:
                    await edits.offer(f"_{event.message}_")
        return _with_sources(answer.final)


@dataclass
class _Line:
    """The questions of one person: the one that is being answered, and those behind it."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    length: int = 0


def _with_sources(answer: AgentAnswer) -> str:
    sources = [f"[{each.number}] {each.url}" for each in answer.references or []]
    return "\n".join([answer.answer or "", *sources])


def _apology(error: EjentoError) -> str:
    # Who could not be logged in is told why: it may have been an outage.
    reason = error.__cause__ if isinstance(error, AuthRefreshError) else error
    match reason:
        case RateLimitError(retry_after=None):
            return "I am asked a lot right now. Please ask me again in a minute."
        case RateLimitError():
            return f"I am asked a lot right now. Please ask me again in {reason.retry_after:.0f} s."
        case AnswerFailedError():
            return f"I could not answer that: {reason.message}"
        case StreamError():
            return f"{reason.partial}\n(Here my answer broke off. Please ask me again.)"
        case AuthenticationError() | PermissionDeniedError():
            return REFUSED
        case APIConnectionError() | ServerError():
            return UNREACHABLE
        case _:
            return UNEXPECTED
