"""The two tokens of an Ejento user: issuing, expiring, rotating.

Both have the form of a JWT, so that clients can read `exp`. They are recognised by being on the
list of issued tokens, which also is what lets a test expire one at will.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import itertools
import json
import math
import secrets
from dataclasses import dataclass
from typing import Literal

from ._clock import Clock

Kind = Literal["auth", "access"]

WEEK = 7 * 24 * 3600.0
USER_TOKEN_LIFETIME = 3600.0


class TokenRefused(Exception):
    """A token is unknown, of the wrong kind, or past its end; the text is for the client."""


@dataclass(frozen=True, slots=True)
class TokenPair:
    """What a login gives.

    Attributes:
        auth: the token of the auth service, which can be exchanged for a new pair, once.
        access: the Ejento access token, which every other service takes.
    """

    auth: str
    access: str


@dataclass(slots=True)
class IssuedToken:
    """One token that the sandbox has given out."""

    kind: Kind
    user_id: int
    expires: float
    partner: str | None = None


class TokenIssuer:
    """Issues tokens and knows which of them are good."""

    def __init__(
        self, clock: Clock, *, lifetime: float = WEEK, rotation_grace: float = 0.0
    ) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._rotation_grace = rotation_grace
        self._secret = secrets.token_bytes(32)
        self._serial = itertools.count(1)
        self._issued: dict[str, IssuedToken] = {}
        self.refreshes = 0

    def issue_pair(self, user_id: int) -> TokenPair:
        """Give a user a new pair of tokens."""
        expires = self._clock.now() + self._lifetime
        auth = self._issue("auth", user_id, expires)
        access = self._issue("access", user_id, expires)
        self._issued[auth].partner = access
        self._issued[access].partner = auth
        return TokenPair(auth, access)

    def issue_user_token(self, user_id: int) -> tuple[str, float]:
        """Give a user an access token without a partner; return it with the time of its end."""
        expires = self._clock.now() + min(USER_TOKEN_LIFETIME, self._lifetime)
        return self._issue("access", user_id, expires), expires

    def check(self, token: str, kind: Kind) -> int:
        """Return the id of the user that a token stands for.

        Raises:
            TokenRefused: if the token is unknown, of the other kind, or has expired.
        """
        issued = self._issued.get(token)
        if issued is None or issued.kind != kind:
            msg = "Invalid token"
            raise TokenRefused(msg)
        if issued.expires <= self._clock.now():
            msg = "Token has expired"
            raise TokenRefused(msg)
        return issued.user_id

    def rotate(self, auth_token: str) -> TokenPair:
        """Exchange an auth token for a new pair.

        The old pair dies, after the grace if there is one.

        Raises:
            TokenRefused: if the token is not a living auth token.
        """
        user_id = self.check(auth_token, "auth")
        end = self._clock.now() + self._rotation_grace
        for old in (auth_token, self._issued[auth_token].partner):
            if old is not None:
                self._issued[old].expires = min(self._issued[old].expires, end)
        self.refreshes += 1
        return self.issue_pair(user_id)

    def expire(self, token: str) -> None:
        """Let one token expire now; an unknown one is none of our business."""
        if token in self._issued:
            self._issued[token].expires = -math.inf

    def expire_all(self, kind: Kind) -> None:
        """Let all tokens of a kind expire now."""
        for issued in list(self._issued.values()):
            if issued.kind == kind:
                issued.expires = -math.inf

    def _issue(self, kind: Kind, user_id: int, expires: float) -> str:
        claims: dict[str, object] = {
            "sub": str(user_id),
            "type": kind,
            "iat": int(self._clock.now()),
            "exp": int(expires),
            "jti": f"{next(self._serial)}-{secrets.token_hex(6)}",
        }
        token = self._sign(claims)
        self._issued[token] = IssuedToken(kind, user_id, expires)
        return token

    def _sign(self, claims: dict[str, object]) -> str:
        head = _segment({"alg": "HS256", "typ": "JWT"})
        message = f"{head}.{_segment(claims)}"
        digest = hmac.new(self._secret, message.encode(), hashlib.sha256).digest()
        return f"{message}.{_base64(digest)}"


def _segment(value: dict[str, object]) -> str:
    return _base64(json.dumps(value, separators=(",", ":")).encode())


def _base64(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
