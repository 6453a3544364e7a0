"""Credentials that are good for nothing but being found, and the calls that carry them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from ejento_async import EjentoClient, Password, TokenPair, UserToken
from tests.reliability.scene import HASTY, Scene

MARK = "canary"
"""What all of them begin with: also a piece of one is found."""
KEY = "canary-key/+=&\"'<>%2f"
ACCESS = "canary-access.x+/=&\"'<>\\~"
AUTH = "canary-auth.x+/=&\"'<>\\~"
PASSWORD = "canary-pass word/+=&\"'<>\\é🙂"
APPLICATION = "canary-application/+=&\"'<>\\"
SERVICE = "canary-service/+=&\"'<>\\"
ONE_TIME = "canary-7Q2K"

Call = Callable[[Any], Awaitable[object]]

CALLS: dict[str, Call] = {
    "a call": lambda e: e.v2.agents.get(42),
    "a write": lambda e: e.v2.users.update(7, password=PASSWORD),
    "a stream": lambda e: e.v2.agent_responses.stream(42, user_query="?").collect(),
    "a download": lambda e: e.v2.citations.download("x").read(),
    "an upload": lambda e: e.v2.documents.upload(7, b"text", name="a.txt", user_id=1),
}
"""Ways to use a connection."""

CREDENTIALS: dict[str, Callable[[], Any]] = {
    "a token pair": lambda: TokenPair(AUTH),
    "a password": lambda: Password("a@b.example", PASSWORD),
    "an application": lambda: UserToken("a@b.example", "Ann", APPLICATION),
}
"""Those that are renewed before the first call."""

LOGINS: dict[str, Call] = {
    "a password": lambda e: e.v2.authentication.login(username="a@b.example", password=PASSWORD),
    "a one-time code": lambda e: e.v2.authentication.verify_otp(otp_session_id=1, code=ONE_TIME),
    "an exchange code": lambda e: e.v2.authentication.exchange_passwordless_code(
        code="canary-code/+="
    ),
    "the token of a magic link": lambda e: e.v2.authentication.validate_magic_link(
        token="canary-magic/+="
    ),
    "a new password": lambda e: e.v2.authentication.update_password(
        body={"old": {"password": PASSWORD}, "new_password": PASSWORD}
    ),
    "a password of V2 Legacy": lambda e: e.v2_legacy.user.update(7, password=PASSWORD),
    "an application secret": lambda e: e.v2.authentication.create_user_token(
        ejento_auth_key=APPLICATION, email="a@b.example", full_name="Ann"
    ),
    "a secret in any body": lambda e: e.request(
        "POST", "/x", json=[{"deep": {"client_secret": "canary-client"}}]
    ),
    "a secret in any form": lambda e: e.request(
        "POST", "/x", form={"refresh_token": "canary-form/+="}
    ),
    "a secret in any header": lambda e: e.request(
        "GET", "/x", headers={"X-Api-Key": "canary-header/"}
    ),
    "a secret in any query": lambda e: e.request("GET", "/x", params={"token": "canary-query/+="}),
}
"""Calls with a credential among their arguments."""


def client(scene: Scene, server: Any, **settings: Any) -> EjentoClient:
    """Make a client whose own credentials are planted ones; the scene looks for pieces of them."""
    scene.secrets.append(MARK)
    given: dict[str, Any] = {"api_key": KEY, "max_retries": 0, "timeout": HASTY}
    given["credentials"] = TokenPair(AUTH, ACCESS)
    return scene.client(server, **{**given, **settings})
