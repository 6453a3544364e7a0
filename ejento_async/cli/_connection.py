"""Where calls go and as whom: options that every command takes, before or behind its name."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar
from urllib.parse import urlsplit

import click

from .. import ConfigurationError

if TYPE_CHECKING:
    from .. import Credentials, Document360Client, EjentoClient

C = TypeVar("C", bound=click.Command)

CREDENTIALS: Final = (
    "EJENTO_ACCESS_TOKEN",
    "EJENTO_AUTH_TOKEN",
    "EJENTO_TOKEN_FILE",
    "EJENTO_PASSWORD",
    "EJENTO_APPLICATION_SECRET",
)
"""Variables any of which says who is calling."""

_NOBODY: Final = (
    "nobody is logged in: use `ejento login`, or set EJENTO_ACCESS_TOKEN or other credentials "
    "(no account? `ejento sandbox` runs a local Ejento)"
)


class Connection:
    """What was said about the way to the server.

    Attributes:
        base_url: URL of the deployment, or None for `EJENTO_BASE_URL`.
        timeout: seconds to wait for the next byte, or None for the default.
        backend: how requests are sent.
        verbose: how much to tell besides: 1 or more writes the log of the SDK.
    """

    def __init__(self) -> None:
        self.base_url: str | None = None
        self.timeout: float | None = None
        self.backend: Literal["httpx", "aiohttp"] = "httpx"
        self.verbose = 0
        self._logging = False

    def client(
        self,
        *,
        credentials: Credentials | None = None,
        renewing: bool = False,
        log_from: int = 1,
    ) -> EjentoClient:
        """Make a client.

        Args:
            credentials: who is calling; by default whom the environment names, or else whoever
                logged in with `ejento login`.
            renewing: take the pair of tokens of the environment although no file keeps the pair
                that a renewal makes of it. Without this an access token at hand is used as it is:
                a renewal would leave the shell with two dead tokens.
            log_from: how verbose it must be for the log of the SDK.
        """
        from .. import EjentoClient

        self._log(log_from)
        access_token = None
        if credentials is None:
            credentials = self._logged_in()
            named = any(os.environ.get(name) for name in CREDENTIALS)
            known = self.base_url or os.environ.get("EJENTO_BASE_URL")
            if known and not (credentials or named):
                raise ConfigurationError(_NOBODY)
            if not (credentials or renewing or os.environ.get("EJENTO_TOKEN_FILE")):
                access_token = os.environ.get("EJENTO_ACCESS_TOKEN") or None
        return EjentoClient(
            base_url=self.base_url,
            timeout=self.timeout,
            backend=self.backend,
            access_token=access_token,
            credentials=credentials,
        )

    def document360(self) -> Document360Client:
        """Make a client of Document360; `--base-url` is not for it."""
        from .. import Document360Client

        self._log(1)
        return Document360Client(timeout=self.timeout, backend=self.backend)

    def token_file(self) -> Path:
        """Return the file that `ejento login` fills when no other is named: one for each deployment.

        So tokens are never sent to a deployment that did not issue them.
        """
        url = (self.base_url or os.environ.get("EJENTO_BASE_URL") or "").strip().rstrip("/")
        # The host is for people who look into the folder, the digest keeps URLs apart.
        host = re.sub(r"[^a-z0-9.-]+", "_", (urlsplit(url).hostname or "").lower())
        digest = hashlib.sha256(url.encode()).hexdigest()[:12]
        return Path(click.get_app_dir("ejento")) / f"tokens-{host}-{digest}.json"

    def login_file(self) -> Path | None:
        """Return the file of the login that counts: none when the environment says who is calling."""
        if any(os.environ.get(name) for name in CREDENTIALS):
            return None
        file = self.token_file()
        return file if file.exists() else None

    def _logged_in(self) -> Credentials | None:
        file = self.login_file()
        if file is None:
            return None
        from .. import FileTokenStore, TokenPair

        return TokenPair(store=FileTokenStore(file))

    def _log(self, least: int) -> None:
        if self.verbose < least or self._logging:
            return
        self._logging = True
        log, handler = logging.getLogger("ejento_async"), _ToStderr()
        before = log.level
        log.addHandler(handler)
        log.setLevel(logging.DEBUG)

        def stop() -> None:
            log.removeHandler(handler)
            log.setLevel(before)

        click.get_current_context().find_root().call_on_close(stop)


class _ToStderr(logging.Handler):
    """Writes the log lines of the SDK, in which there is no credential, for whoever said `-v`."""

    def emit(self, record: logging.LogRecord) -> None:
        sys.stderr.write(f"ejento: {self.format(record)}\n")


def connection_options(command: C) -> C:
    """Give a command the options that say where calls go, wherever they stand on the line."""
    command.params += [
        _kept("--base-url", metavar="URL", help="URL of the deployment [EJENTO_BASE_URL]."),
        _kept(
            "--timeout",
            type=click.FloatRange(min=0, min_open=True),
            metavar="SECONDS",
            help="How long to wait for the next byte [EJENTO_TIMEOUT].",
        ),
        _kept("--backend", type=click.Choice(["httpx", "aiohttp"]), help="How requests are sent."),
        _kept("-v", "--verbose", count=True, help="Tell more, on stderr; -vv even more."),
    ]
    return command


def _kept(*names: str, **settings: Any) -> click.Option:
    """Make an option whose value goes into the `Connection`."""

    def keep(context: click.Context, option: click.Parameter, value: object) -> None:
        if value:
            setattr(context.ensure_object(Connection), str(option.name), value)

    return click.Option(names, expose_value=False, callback=keep, **settings)


def connection_of(context: click.Context) -> Connection:
    """Return what was said so far about the way to the server."""
    return context.ensure_object(Connection)
