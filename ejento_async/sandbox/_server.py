"""uvicorn in a thread of its own, so that a sandbox works beside any event loop or none."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import ipaddress
import socket
import sys
import threading
import time
from collections.abc import Awaitable, Callable
from email.utils import formatdate
from functools import partial
from typing import Any

from uvicorn.config import Config
from uvicorn.server import ServerState

from ._connections import Connections, SandboxProtocol

ASGIApp = Callable[[Any, Any, Any], Awaitable[None]]

BACKLOG = 2048
KEEP_ALIVE = 75


class ServerThread:
    """Serves an ASGI app on a listening socket until it is told to stop.

    uvicorn's own `Server` polls for its end and closes connections in seconds, not in
    milliseconds; for tests that start hundreds of sandboxes we drive its protocol ourselves.

    Attributes:
        ended: done when the thread has nothing left to do.
    """

    def __init__(
        self, make_app: Callable[[], ASGIApp], listener: socket.socket, connections: Connections
    ) -> None:
        self._make_app = make_app
        self._listener = listener
        self._connections = connections
        self._ready: concurrent.futures.Future[None] = concurrent.futures.Future()
        self.ended: concurrent.futures.Future[None] = concurrent.futures.Future()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = asyncio.Event()
        self._stop_asked = False
        self._thread = threading.Thread(target=self._run, name="ejento-sandbox", daemon=True)

    def start(self) -> concurrent.futures.Future[None]:
        """Start the thread; the future is done when requests are answered, or has the error."""
        self._thread.start()
        return self._ready

    def ask_to_stop(self) -> None:
        """Tell the thread to end; `is_alive` and `join` say when it has."""
        # In this order, and in the other one in `_serve`: whoever comes second sees the first.
        self._stop_asked = True
        self.call(self._stop.set)

    def is_alive(self) -> bool:
        """Whether the thread is still running."""
        return self._thread.is_alive()

    def join(self) -> None:
        """Wait for the thread to end."""
        self._thread.join()

    def call(self, action: Callable[[], None]) -> None:
        """Run something in the server's event loop, soon."""
        if self._loop is not None:
            # A loop that is closed already needs no telling.
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(action)

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as error:  # the starter is to see whatever it is
            if self._ready.done():
                raise
            self._ready.set_exception(error)
        finally:
            self._listener.close()
            self.ended.set_result(None)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        if self._stop_asked:
            self._stop.set()
        config = Config(
            self._make_app(),
            loop="asyncio",
            ws="none",
            lifespan="off",
            log_config=None,  # with the access log on, as turning it off would do so process-wide
            proxy_headers=False,
            timeout_keep_alive=KEEP_ALIVE,
        )
        config.load()
        state = ServerState()
        server = await self._loop.create_server(
            partial(SandboxProtocol, config, state, self._connections),
            sock=self._listener,
            backlog=BACKLOG,
        )
        self._ready.set_result(None)
        while not self._stop.is_set():
            state.default_headers = [
                (b"date", formatdate(time.time(), usegmt=True).encode()),
                (b"server", b"ejento-sandbox"),
            ]
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1.0):
                    await self._stop.wait()
        # asyncio would drop a connection, unclosed, that is accepted while its server is closed.
        with contextlib.suppress(NotImplementedError):  # on Windows it is not
            self._loop.remove_reader(self._listener)
        await asyncio.sleep(0)
        server.close()
        self._connections.shut()
        # Every handler notices that its connection is gone, so none has to be cancelled.
        await asyncio.gather(*state.tasks, return_exceptions=True)
        await server.wait_closed()


def listen(host: str, port: int) -> socket.socket:
    """Open a listening socket; port 0 is any free one.

    Raises:
        OSError: if the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Only with its protocol named does asyncio turn Nagle's algorithm off for the connections.
    # Left on, it would hold each answer back for 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except BaseException:
        listener.close()
        raise
    return listener


def loopback(host: str) -> str:
    """Return the address of a host; `ValueError` if it is not a loopback address."""
    address = "127.0.0.1" if host == "localhost" else host
    try:
        good = ipaddress.ip_address(address).is_loopback
    except ValueError:
        good = False
    if not good:
        msg = f"the sandbox listens on loopback only, not on {host!r}: its secrets are published"
        raise ValueError(msg)
    return address


def url_of(listener: socket.socket) -> str:
    """Return where a socket listens, without a slash at the end."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
