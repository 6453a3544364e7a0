"""Tokens, how long they live, and where they are kept between runs of a program."""

from __future__ import annotations

import asyncio
import base64
import binascii
import errno
import json
import os
import re
import time
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from math import inf, isfinite
from pathlib import Path
from typing import Any, Protocol, TypeGuard, cast

from attrs import Factory, field, frozen

from ._errors import ConfigurationError
from ._frames import forget_locals
from ._json import is_object
from ._secret import Secret

AHEAD = 60.0
"""Seconds that a token has left when it is due to be renewed, if it lives long enough for that."""

SHARE = 0.1
"""Otherwise the share of its life that it has left then."""

LOCK_POLL = 0.05
"""Seconds between two looks at a lock that another process holds."""

_TOKEN = re.compile(r"[\x21-\x7e]+")
_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""How a system says that another process has a lock."""


def _due(tokens: Tokens) -> float:
    if tokens.expires_at is None:
        return inf
    begin, end = _life(tokens.access.reveal())
    if begin is None or end is None:
        # Of an unknown life, what is left now is all that counts.
        begin, end = time.time(), tokens.expires_at
    return tokens.expires_at - min(AHEAD, SHARE * max(0.0, end - begin))


@frozen
class Tokens:
    """What a caller proves its identity with.

    Attributes:
        access: the Ejento access token, sent with nearly every call.
        auth: the token of the auth service, good for getting a new pair; None when there is none.
        expires_at: when `access` ends, in seconds since 1970 by the clock of this machine, or None
            when that is not known.
        renew_at: when it should be renewed: before the last tenth of its life, a minute at most;
            never, when its end is not known.
    """

    access: Secret
    auth: Secret | None = None
    expires_at: float | None = None
    renew_at: float = field(default=Factory(_due, takes_self=True), init=False, eq=False)

    @classmethod
    def of(cls, access: str, auth: str | None = None, expires_at: float | None = None) -> Tokens:
        """Make tokens of plain strings; the end of life is read from the token if it tells."""
        end = jwt_expiry(access) if expires_at is None else expires_at
        return cls(Secret(access), None if auth is None else Secret(auth), end)

    @classmethod
    def issued(
        cls, access: str, auth: str | None = None, expires_at: float | None = None
    ) -> Tokens:
        """Make tokens that the server has issued just now; otherwise as `of`.

        A token that tells its begin has its whole life before it, whatever our clock says. One that
        has ended by our clock shows that the clocks differ: its end is taken as not known.
        """
        now = time.time()
        begin, end = _life(access)
        begin = now if begin is None else begin
        end = end if expires_at is None else expires_at
        ends_here = None if end is None or end <= begin else now + (end - begin)
        return cls(Secret(access), None if auth is None else Secret(auth), ends_here)

    def expires_within(self, seconds: float) -> bool:
        """Whether the access token is known to end within so many seconds."""
        return self.expires_at is not None and self.expires_at - time.time() <= seconds


def jwt_expiry(token: str) -> float | None:
    """Return the `exp` claim of a JWT in seconds since 1970; None for anything else."""
    return _life(token)[1]


def _life(token: str) -> tuple[float | None, float | None]:
    """Return the claims `iat` and `exp` of a JWT in seconds since 1970, as far as it has them.

    The signature is the server's business: the claims only tell when it is time to refresh.
    """
    parts = token.split(".")
    if len(parts) != 3:
        return None, None
    try:
        padded = parts[1] + "=" * (-len(parts[1]) % 4)
        claims: Any = json.loads(base64.urlsafe_b64decode(padded))
    except (binascii.Error, ValueError, RecursionError):
        return None, None
    if not is_object(claims):
        return None, None
    return _seconds(claims.get("iat")), _seconds(claims.get("exp"))


def _seconds(value: Any) -> float | None:
    """Read a number of seconds; None for anything else."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if isfinite(number) else None


def is_token(value: object) -> TypeGuard[str]:
    """Whether it is text that can stand in an Authorization header."""
    return isinstance(value, str) and _TOKEN.fullmatch(value) is not None


class TokenStore(Protocol):
    """Where tokens outlive a client. All methods may be called from several tasks."""

    def lock(self) -> AbstractAsyncContextManager[None]:
        """Hold the store while a pair is renewed, against every other holder of it."""
        ...

    async def load(self) -> Tokens | None:
        """Return what was saved last, or None.

        Raises:
            ConfigurationError: the store is damaged.
        """
        ...

    async def save(self, tokens: Tokens) -> None:
        """Keep the tokens; when this returns they are safe."""
        ...


class FileTokenStore:
    """Keeps tokens in a file that only its owner can read.

    The file has mode 0600 and is replaced in one step, so that a crash leaves either the old pair
    or the new one; a file that others could read is closed to them when it is written next. A lock
    file beside it keeps two processes from using up the same auth token; the system takes the lock
    from a process that dies. A symbolic link is followed: the file that it names is the one that
    is locked and replaced.

    Args:
        path: the file; its folder must exist and be writable.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)

    def __repr__(self) -> str:
        return f"FileTokenStore({str(self.path)!r})"

    @asynccontextmanager
    async def lock(self) -> AsyncGenerator[None]:
        """Hold the lock file; waits for another holder without blocking the event loop."""
        try:
            descriptor = os.open(f"{self._file}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise self._unusable(error) from error
        try:
            while not self._took(descriptor):  # noqa: ASYNC110 - another process sets no event
                await asyncio.sleep(LOCK_POLL)
            yield
        finally:
            # Closing gives the lock back, also after a cancellation.
            os.close(descriptor)

    async def load(self) -> Tokens | None:
        """Read the file; None when there is none."""
        try:
            return await asyncio.to_thread(self._read)
        except ConfigurationError as error:
            forget_locals(error, None)
            raise

    async def save(self, tokens: Tokens) -> None:
        """Replace the file."""
        try:
            await asyncio.to_thread(self._write, tokens)
        except OSError as error:
            forget_locals(error, None)
            raise self._unusable(error) from error

    @property
    def _file(self) -> Path:
        return Path(os.path.realpath(self.path))

    def _took(self, descriptor: int) -> bool:
        try:
            return _try_lock(descriptor)
        except OSError as error:
            raise self._unusable(error) from error

    def _unusable(self, error: OSError) -> ConfigurationError:
        return ConfigurationError(f"the token file {self.path} cannot be used: {error.strerror}")

    def _read(self) -> Tokens | None:
        try:
            saved: Any = json.loads(self.path.read_bytes())
            access, auth = saved["access_token"], saved["auth_token"]
            expires_at = saved["expires_at"]
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unusable(error) from error
        except (ValueError, KeyError, TypeError, RecursionError):
            access = auth = expires_at = None
        if not is_token(access) or not (auth is None or is_token(auth)):
            msg = f"the token file {self.path} is damaged: delete it and log in again"
            raise ConfigurationError(msg)
        # Whoever saved the tokens knew when they end by this clock, if that could be known at all.
        return Tokens(Secret(access), None if auth is None else Secret(auth), _seconds(expires_at))

    def _write(self, tokens: Tokens) -> None:
        content = {
            "access_token": tokens.access.reveal(),
            "auth_token": None if tokens.auth is None else tokens.auth.reveal(),
            "expires_at": tokens.expires_at,
        }
        import tempfile  # only programs that keep their tokens need it

        target = self._file
        # mkstemp makes the file with mode 0600, in the same folder so that the replacement is one step.
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(descriptor, "w") as file:
                json.dump(content, file)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink()
            raise
        _settle(target.parent)


def _settle(folder: Path) -> None:
    """Make the replacement of a file in a folder outlast a power cut, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    """Take an exclusive lock on an open file if nobody holds it."""
    try:
        if os.name == "nt":
            import msvcrt

            cast("Any", msvcrt).locking(descriptor, cast("Any", msvcrt).LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True
