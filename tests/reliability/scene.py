"""A client in trouble, and everything that must hold whatever the trouble is.

Besides what a test asserts, leaving a scene checks that no connection, file descriptor or task is
left, that nothing was reported as lost, and that no credential shows in anything that was logged,
raised, warned of or can be pickled.
"""

from __future__ import annotations

import asyncio
import gc
import io
import itertools
import logging
import os
import pickle
import ssl
import time
import traceback
import warnings
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

import httpx

from ejento_async import (
    APIError,
    Document360Client,
    EjentoClient,
    HttpxBackend,
    Limits,
    Timeout,
)
from ejento_async.backends.protocol import Backend
from ejento_async.sandbox import Fault, Sandbox
from tests.quick import QuickServer, quick_server
from tests.reliability.net import NET
from tests.support import chain
from tests.wire import Behaviour, WireServer, eventually, serving

WAYS = ("httpx", "aiohttp", "own client")
"""Ways to the network: the two backends by name, and httpx with a client of the caller."""

HASTY = Timeout(connect=0.25, read=0.25, write=0.25)
"""For faults whose end is a timeout."""

CANARIES = {
    "api_key": "canary-key-2f1c",
    "access_token": "canary-access-9d3e",
}
"""Credentials that are good for nothing but being found."""

_SCENES = itertools.count(1)
TESTS = str(Path(__file__).parent.parent)


@dataclass(frozen=True)
class Outcome:
    """How a call ended.

    Attributes:
        value: what it returned, if it did.
        error: what it raised, if it did.
        elapsed: seconds that it took.
    """

    value: Any
    error: Exception | None
    elapsed: float

    @property
    def name(self) -> str:
        """`ok`, or the name of the error."""
        return "ok" if self.error is None else type(self.error).__name__

    @property
    def failure(self) -> APIError:
        """The error of a call that must have failed with one of the SDK's."""
        assert isinstance(self.error, APIError), self.error
        return self.error


class Scene:
    """Makes servers and clients for one test, and looks behind them when it is over.

    Args:
        way: one of `WAYS`.
    """

    def __init__(self, way: str) -> None:
        self.way = way
        self.rows: list[dict[str, str]] = []
        self.secrets = list(CANARIES.values())
        self._stack = AsyncExitStack()
        self._servers: list[Callable[[], int]] = []
        self._sandboxes: list[Sandbox] = []
        self._clients: list[EjentoClient | Document360Client] = []
        self._own: list[httpx.AsyncClient] = []
        self._errors: list[BaseException] = []
        self._lost: list[str] = []
        self._log = io.StringIO()
        self._warnings: list[warnings.WarningMessage] = []

    # What a test asks for.

    async def sandbox(self, *faults: Fault, **settings: Any) -> Sandbox:
        """Start a sandbox with these faults; it ends with the scene."""
        sandbox = await self._stack.enter_async_context(Sandbox(**settings))
        for fault in faults:
            sandbox.faults.add(fault)
        self._sandboxes.append(sandbox)
        self._servers.append(lambda: sandbox.open_connections)
        return sandbox

    async def server(self, behaviour: Behaviour, **settings: Any) -> WireServer:
        """Start a raw server; it ends with the scene."""
        server = await self._stack.enter_async_context(serving(behaviour, **settings))
        self._servers.append(lambda: server.open)
        return server

    async def quick_server(self, pause: Callable[[], float] | None = None) -> QuickServer:
        """Start a server that answers all calls alike, for many of them; it ends with the scene."""
        server = await self._stack.enter_async_context(quick_server(pause))
        self._servers.append(lambda: server.open)
        return server

    def client(
        self,
        server: Sandbox | WireServer | QuickServer | str,
        *,
        tls: ssl.SSLContext | None = None,
        **settings: Any,
    ) -> EjentoClient:
        """Make a client, closed when the scene ends, that goes this way to the network."""
        if isinstance(server, Sandbox):
            given = {
                "base_url": server.base_url,
                "api_key": server.api_key,
                "access_token": server.access_token,
            }
        else:
            url = server if isinstance(server, str) else server.url
            given = {"base_url": url, **CANARIES}
        if "credentials" in settings:
            given.pop("access_token")
        backend = self._backend(settings.get("limits") or Limits(), tls)
        client = EjentoClient(**{**given, "backend": backend, **settings})
        self._clients.append(client)
        return client

    def document360(self, server: WireServer, **settings: Any) -> Document360Client:
        """Make a client of Document360, likewise."""
        given = {"base_url": server.url, "api_key": CANARIES["api_key"]}
        backend = self._backend(settings.get("limits") or Limits(), None)
        client = Document360Client(**{**given, "backend": backend, **settings})
        self._clients.append(client)
        return client

    async def close(self) -> None:
        """Close all clients, and the callers' own; for a scene that uses another event loop."""
        for client in self._clients:
            await client.aclose()
        await self.close_own()

    async def close_own(self) -> None:
        """Close the callers' own clients of httpx."""
        while self._own:
            await self._own.pop().aclose()

    def forget(self, client: EjentoClient) -> None:
        """Drop a client, and do not close it when the scene ends."""
        self._clients.remove(client)

    async def attempt(self, call: Awaitable[object]) -> Outcome:
        """Await a call and say how it ended."""
        value, error = None, None
        start = time.monotonic()
        try:
            value = await call
        except Exception as raised:
            error = raised
            self._errors.append(raised)
        return Outcome(value, error, time.monotonic() - start)

    def watch(self, error: BaseException) -> None:
        """Look into an error that no attempt has raised, when the scene ends."""
        self._errors.append(error)

    def note(self, fault: str, expected: str, seen: str) -> None:
        """Put a row into the table of faults."""
        self.rows.append({"fault": fault, "expected": expected, "seen": seen, "way": self.way})

    @property
    def open(self) -> int:
        """How many connections the servers have open."""
        return sum(count() for count in self._servers)

    async def settled(self, connections: int = 0) -> None:
        """Wait until no more than so many connections are open."""
        await eventually(lambda: self.open <= connections)

    # What holds in every scene.

    @asynccontextmanager
    async def entered(self) -> AsyncGenerator[Self]:
        """Observe what is done within, then check what must hold."""
        loop = asyncio.get_running_loop()
        descriptors = _descriptors()
        loop.set_exception_handler(lambda _, context: self._lost.append(repr(context)))
        with _logged_to(self._log), warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            async with self._stack:
                try:
                    yield self
                finally:
                    self._remember_secrets()
                    await self.close()
                await self.settled()
            gc.collect()
            if next(_SCENES) % 40 == 0:
                # Else each collection looks at all that reports and caches have kept by now.
                gc.freeze()
            self._warnings += caught

        await eventually(lambda: asyncio.all_tasks() == {asyncio.current_task()})
        await eventually(lambda: _descriptors() <= descriptors)
        assert self._lost == []
        assert [str(warning.message) for warning in self._warnings] == []
        self._look_for_secrets()
        self._errors.clear()

    def _backend(self, limits: Limits, tls: ssl.SSLContext | None) -> str | Backend:
        most = limits.max_connections
        if self.way != "own client":
            if tls is None:
                return self.way
            if self.way == "httpx":
                return HttpxBackend(max_connections=most, verify=tls)
            from ejento_async.backends.aiohttp import AiohttpBackend

            return AiohttpBackend(max_connections=most, verify=tls)
        own = httpx.AsyncClient(
            limits=httpx.Limits(max_connections=most, keepalive_expiry=limits.keepalive),
            verify=tls or _default_tls(),
        )
        self._own.append(own)
        return HttpxBackend(max_connections=most, client=own)

    def _remember_secrets(self) -> None:
        for sandbox in self._sandboxes:
            self.secrets += [
                sandbox.api_key,
                sandbox.access_token,
                sandbox.auth_token,
                sandbox.password,
                sandbox.application_secret,
            ]

    def _look_for_secrets(self) -> None:
        printed = [self._log.getvalue(), *map(repr, self._clients)]
        for raised in self._errors:
            for error in chain(raised):
                printed += [repr(error), str(error), repr(vars(error)), _with_locals(error)]
                printed.append(pickle.dumps(error).decode("latin-1"))
        NET.plant(self.secrets)
        NET.catch(printed)
        for text in printed:
            for secret in self.secrets:
                assert secret not in text, _around(text, secret)


def _around(text: str, secret: str) -> str:
    """Say where a credential shows."""
    place = text.index(secret)
    return f"a credential shows: {text[max(0, place - 300) : place + 300]}"


@cache
def _default_tls() -> ssl.SSLContext:
    """Made once: reading the certificates takes longer than most scenes."""
    return httpx.create_ssl_context()


def _descriptors() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - no Path for each


def _with_locals(error: BaseException) -> str:
    """Write the traceback of an error with the local variables of all frames but the tests' own."""
    found = traceback.TracebackException.from_exception(error, capture_locals=True)
    frames = [frame for frame in found.stack if not frame.filename.startswith(TESTS)]
    return "".join(traceback.StackSummary.from_list(frames).format())


class _Everything(logging.Handler):
    """Writes all that a record holds, as the most talkative formatter would."""

    def __init__(self, stream: io.StringIO) -> None:
        super().__init__(logging.NOTSET)
        self._stream = stream

    def emit(self, record: logging.LogRecord) -> None:
        self._stream.write(f"{record.getMessage()} {vars(record)!r}\n")


@contextmanager
def _logged_to(stream: io.StringIO) -> Iterator[None]:
    root, handler = logging.getLogger(), _Everything(stream)
    level, others = root.level, root.handlers[:]
    # In place of pytest's own three handlers: a stream of httpcore's records is written once.
    root.handlers[:] = [handler]
    # Not below DEBUG: the sandbox's own server traces what it receives there.
    root.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.handlers[:] = others
        root.setLevel(level)
