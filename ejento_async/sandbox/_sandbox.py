"""`Sandbox`: a local Ejento with a life cycle."""

from __future__ import annotations

import asyncio
import concurrent.futures
from collections.abc import Callable, Sequence
from functools import partial
from types import TracebackType
from typing import Self, TypeVar

from ._app import SandboxApp
from ._connections import Connections
from ._faults import Faults
from ._planting import HANDBOOK, plant_agent, plant_document
from ._recorder import Recorder
from ._records import Mail, User
from ._seed import seed
from ._server import ServerThread, listen, loopback, url_of
from ._settings import Credentials, Settings
from ._spec import packaged_specs
from ._state import State
from ._tokens import WEEK, TokenPair

T = TypeVar("T")


class Sandbox:
    """A local Ejento that behaves like the real one, for tests, demos and examples.

    It listens on loopback, runs in a thread of its own, and answers every operation of the spec.
    Each start begins with the same records; nothing is kept after the stop.

        async with Sandbox() as sandbox:
            async with httpx.AsyncClient(base_url=sandbox.base_url) as http: ...

    `with Sandbox() as sandbox:` does the same without an event loop.

    Args:
        host: the loopback address to listen on.
        port: the port, or 0 for any free one.
        token_lifetime: seconds for which both tokens are good, 7 days by default.
        rotation_grace: seconds for which the old pair of tokens is still good after a refresh.
        indexing_steps: the steps of a document from its upload on; each look at it takes one.
            The last is `failed` if the name of the file contains "fail".
        stream_delay: seconds to wait before each token of a stream.
        strict: hold the sandbox's own answers against the spec and answer 500 when they do not
            fit; refuse query parameters that the spec does not know.
        record_limit: how many requests are recorded; older ones are forgotten.
        record_bytes: how many bytes of each body are recorded.
        document360_rate_limit: how many calls of Document360 are answered per minute.

    Attributes:
        api_key: the subscription key.
        read_only_api_key: a subscription key with which only GET is allowed.
        email: the user who is signed in, a Global Admin; the name to log in with.
        password: the user's password.
        application_secret: the `ejento-auth-key` of the user-token exchange.
        document360_api_token: the `api_token` of Document360.
        requests: what has arrived.
        faults: what goes wrong, empty at first.

    Raises:
        ValueError: if the host is not a loopback address.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        token_lifetime: float = WEEK,
        rotation_grace: float = 0.0,
        indexing_steps: Sequence[str] = ("pending", "uploaded", "completed"),
        stream_delay: float = 0.0,
        strict: bool = False,
        record_limit: int = 10_000,
        record_bytes: int = 64 * 1024,
        document360_rate_limit: int = 100,
    ) -> None:
        self._host = loopback(host)
        self._port = port
        self._settings = Settings(
            token_lifetime=token_lifetime,
            rotation_grace=rotation_grace,
            indexing_steps=tuple(indexing_steps),
            stream_delay=stream_delay,
            strict=strict,
            document360_rate_limit=document360_rate_limit,
        )
        self._credentials = Credentials()
        self.requests = Recorder(record_limit, record_bytes)
        self.faults = Faults()
        self._connections = Connections()
        self._state: State | None = None
        self._thread: ServerThread | None = None
        self._tokens = TokenPair("", "")

    @property
    def base_url(self) -> str:
        """Where the sandbox listens, without a slash at the end."""
        return self.state.base_url

    @property
    def api_key(self) -> str:
        """The value of `Ocp-Apim-Subscription-Key`."""
        return self._credentials.api_key

    @property
    def read_only_api_key(self) -> str:
        """A subscription key that is good for GET only."""
        return self._credentials.read_only_api_key

    @property
    def email(self) -> str:
        """The address to log in with."""
        return self._credentials.email

    @property
    def password(self) -> str:
        """The password to log in with."""
        return self._credentials.password

    @property
    def application_secret(self) -> str:
        """The value of `ejento-auth-key`."""
        return self._credentials.application_secret

    @property
    def document360_api_token(self) -> str:
        """The value of `api_token`."""
        return self._credentials.document360_api_token

    @property
    def access_token(self) -> str:
        """The Ejento access token that was issued at the start."""
        return self._tokens.access

    @property
    def auth_token(self) -> str:
        """The token of the auth service that was issued at the start."""
        return self._tokens.auth

    @property
    def env(self) -> dict[str, str]:
        """The environment variables that point a client at the sandbox."""
        return {
            "EJENTO_BASE_URL": self.base_url,
            "EJENTO_API_KEY": self.api_key,
            "EJENTO_ACCESS_TOKEN": self.access_token,
            "EJENTO_AUTH_TOKEN": self.auth_token,
            "DOCUMENT360_BASE_URL": self.base_url,
            "DOCUMENT360_API_TOKEN": self.document360_api_token,
        }

    @property
    def state(self) -> State:
        """The records, for tests to read."""
        if self._state is None:
            msg = "the sandbox is not running; use it as a context manager or call start()"
            raise RuntimeError(msg)
        return self._state

    @property
    def mailbox(self) -> list[Mail]:
        """The mails that would have been sent, latest last."""
        return self.state.logins.mailbox

    @property
    def open_connections(self) -> int:
        """How many TCP connections are open."""
        return self._connections.open

    @property
    def total_connections(self) -> int:
        """How many TCP connections were accepted."""
        return self._connections.total

    @property
    def refresh_count(self) -> int:
        """How many times tokens were refreshed."""
        return self.state.tokens.refreshes

    def issue_tokens(self, email: str | None = None) -> TokenPair:
        """Give a user, by default the one who is signed in, another pair of tokens."""
        return self.state.tokens.issue_pair(self._user(email).id)

    def add_agent(
        self,
        name: str,
        *,
        id: int | None = None,
        corpora: Sequence[int] = (HANDBOOK,),
        instructions: Sequence[str] = (),
        deep: bool = False,
    ) -> int:
        """Add an agent to those that there are; return its id.

        Args:
            name: what it is called.
            id: its id; by default one that is free.
            corpora: ids of the corpora that it answers from, by default the staff handbook. One
                that is not there is made, empty.
            instructions: its instructions.
            deep: whether it plans, uses tools and writes files.

        Raises:
            ValueError: if there is an agent with that id.
        """
        state, owner = self.state, self._user()
        return self._within(
            partial(plant_agent, state, owner, name, id, corpora, instructions, deep=deep)
        )

    def add_document(
        self, name: str, text: str, *, id: int | None = None, corpus: int = HANDBOOK
    ) -> int:
        """Add a document that is indexed already; return its id.

        Args:
            name: the name of its file.
            text: what is in it, as Markdown; agents answer with its paragraphs.
            id: its id; by default one that is free.
            corpus: id of the corpus, by default the staff handbook. One that is not there is made.

        Raises:
            ValueError: if there is a document with that id.
        """
        return self._within(
            partial(plant_document, self.state, self._user(), name, text, id, corpus)
        )

    def expire_access_token(self) -> None:
        """Let all Ejento access tokens expire that were issued so far."""
        self.state.tokens.expire_all("access")

    def expire_auth_token(self) -> None:
        """Let all tokens of the auth service expire that were issued so far."""
        self.state.tokens.expire_all("auth")

    def advance(self, seconds: float) -> None:
        """Put the sandbox's clock forward, instead of waiting for tokens and codes to expire."""
        self.state.clock.advance(seconds)

    def refuse_connections(self, times: int = 1) -> None:
        """Reset the next TCP connections as soon as they are made."""
        self._connections.refuse = times

    def close_connections(self, *, reset: bool = False) -> None:
        """Close all open TCP connections, idle ones too, with a TCP reset if wanted."""
        if self._thread is not None:
            self._thread.call(partial(self._connections.close_all, reset=reset))

    def start(self) -> Self:
        """Start to listen and to answer; return when requests are answered.

        Raises:
            OSError: if the port is taken.
            RuntimeError: if the sandbox is running already.
        """
        ready = self._launch()
        try:
            ready.result()
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self) -> None:
        """Close all connections, end the thread, remove what is on disk. May be repeated."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.ask_to_stop()
            thread.join()
            self.state.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    async def __aenter__(self) -> Self:
        ready = self._launch()
        try:
            await asyncio.shield(asyncio.wrap_future(ready))
        except BaseException:
            await self._stop_gently()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._stop_gently()

    def _user(self, email: str | None = None) -> User:
        user = self.state.user_by_email(email or self.email)
        if user is None:
            msg = f"there is no user {email}"
            raise LookupError(msg)
        return user

    def _within(self, change: Callable[[], T]) -> T:
        """Change records in the server's event loop, between two of its steps; wait for that."""
        if self._thread is None or not self._thread.is_alive():
            return change()
        done: concurrent.futures.Future[T] = concurrent.futures.Future()

        def make() -> None:
            try:
                done.set_result(change())
            except BaseException as error:  # it is the caller's
                done.set_exception(error)

        self._thread.call(make)
        return done.result()

    async def _stop_gently(self) -> None:
        """Stop without blocking the caller's event loop."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.ask_to_stop()
            await asyncio.shield(asyncio.wrap_future(thread.ended))
            # What is left to do for the thread is the interpreter's, and no event tells its end.
            while thread.is_alive():  # noqa: ASYNC110
                await asyncio.sleep(0)
            self.state.close()

    def _launch(self) -> concurrent.futures.Future[None]:
        if self._thread is not None:
            msg = "the sandbox is running already"
            raise RuntimeError(msg)
        listener = listen(self._host, self._port)
        self._connections = Connections()
        self._state = State(self._settings)
        self._state.base_url = url_of(listener)
        user = seed(self._state, self._credentials)
        self._tokens = self._state.tokens.issue_pair(user.id)
        self._thread = ServerThread(self._app, listener, self._connections)
        return self._thread.start()

    def _app(self) -> SandboxApp:
        # Made in the server's thread: reading the spec must not hold up the caller's event loop.
        return SandboxApp(
            packaged_specs(), self.state, self._credentials, self.requests, self.faults
        )
