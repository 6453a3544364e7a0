"""Logging in without a password: exchange codes, one-time passwords, magic links.

No mail leaves the sandbox; what would have been sent is in `mailbox`.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit, urlunsplit

from ._clock import Clock
from ._records import Mail, User
from ._tokens import TokenIssuer, TokenPair

CODE_LIFETIME = 600.0
_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class LoginRefused(Exception):
    """A code or a link is unknown, used or too old; the text is for the client."""


@dataclass(frozen=True, slots=True)
class _Ticket:
    user_id: int
    expires: float
    code: str = ""


class Logins:
    """The codes that are out, and the mails that brought them."""

    def __init__(self, clock: Clock, tokens: TokenIssuer) -> None:
        self._clock = clock
        self._tokens = tokens
        self._exchange_codes: dict[str, _Ticket] = {}
        self._otp_sessions: dict[str, _Ticket] = {}
        self._magic_links: dict[str, _Ticket] = {}
        self.mailbox: list[Mail] = []

    def mail_exchange_code(self, user: User) -> None:
        """Mail a code that can be exchanged for tokens, once, within ten minutes."""
        code = secrets.token_urlsafe(24)
        self._exchange_codes[code] = self._ticket(user)
        self.mailbox.append(Mail(user.email, "exchange_code", code, self._clock.now()))

    def exchange(self, code: str) -> TokenPair:
        """Exchange a mailed code for tokens."""
        ticket = self._valid(self._exchange_codes.pop(code, None), "Invalid or expired code")
        return self._tokens.issue_pair(ticket.user_id)

    def mail_magic_link(self, user: User, back_to: str, session: str | None) -> str:
        """Mail a magic link and a one-time password; return the session of the password.

        A session that is named again gets a new password, and its old one is void.
        """
        session = session if session in self._otp_sessions else secrets.token_hex(16)
        assert session is not None
        code = "".join(secrets.choice(_ALPHABET) for _ in range(6))
        self._otp_sessions[session] = self._ticket(user, code)
        token = secrets.token_urlsafe(24)
        self._magic_links[token] = self._ticket(user)
        link = with_tokens(back_to, self._tokens.issue_pair(user.id), x=token)
        sent = self._clock.now()
        self.mailbox.append(Mail(user.email, "magic_link", code, sent, link, token, session))
        return session

    def verify_otp(self, session: str, code: str) -> TokenPair:
        """Exchange a one-time password for tokens."""
        ticket = self._valid(self._otp_sessions.get(session), "Invalid or expired code")
        if not secrets.compare_digest(ticket.code.encode(), code.upper().encode()):
            msg = "Invalid or expired code"
            raise LoginRefused(msg)
        del self._otp_sessions[session]
        return self._tokens.issue_pair(ticket.user_id)

    def validate_magic_link(self, token: str) -> None:
        """Use up the token of a magic link."""
        self._valid(self._magic_links.pop(token, None), "Invalid or expired magic link")

    def _ticket(self, user: User, code: str = "") -> _Ticket:
        return _Ticket(user.id, self._clock.now() + CODE_LIFETIME, code)

    def _valid(self, ticket: _Ticket | None, complaint: str) -> _Ticket:
        if ticket is None or ticket.expires <= self._clock.now():
            raise LoginRefused(complaint)
        return ticket


def with_tokens(url: str, tokens: TokenPair, **more: str) -> str:
    """Add both tokens to the query of a URL, as the vendor's redirects do."""
    parts = urlsplit(url)
    added = urlencode({"token": tokens.auth, "ejento_access_token": tokens.access, **more})
    query = f"{parts.query}&{added}" if parts.query else added
    return urlunsplit(parts._replace(query=query))
