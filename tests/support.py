"""What tests of the runtime share: operations to call, settings to call them with, answers."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Iterator
from typing import Any

import httpx
import respx

from ejento_async._auth import TokenPair
from ejento_async._config import Settings, resolve
from ejento_async._protocol import Operation, Pagination, Security
from ejento_async._sender import Sender
from ejento_async._transport import Transport
from ejento_async.backends.httpx import HttpxBackend
from ejento_async.backends.protocol import Backend

BASE_URL = "https://ejento.test"
API_KEY = "key-4711"
ACCESS_TOKEN = "access-4711"
AUTH_TOKEN = "auth-4711"

GET = Operation(id="v2_things_get", method="GET", path="/api/v2/things/{id}", idempotent=True)
LIST = Operation(id="v2_things_list", method="GET", path="/api/v2/things", idempotent=True)
CREATE = Operation(id="v2_things_create", method="POST", path="/api/v2/things", body="json")
UPDATE = Operation(
    id="v2_things_update", method="PUT", path="/api/v2/things", body="json", idempotent=True
)
DELETE = Operation(id="v2_things_delete", method="DELETE", path="/api/v2/things", idempotent=True)
SEARCH = Operation(
    id="v2_things_search", method="POST", path="/api/v2/things", body="json", idempotent=True
)
UPLOAD = Operation(id="v2_things_upload", method="POST", path="/api/v2/things", body="multipart")
REFRESH = Operation(
    id="v2_authentication_refresh",
    method="POST",
    path="/auth-service/api/v2/users/refresh-access-token",
    security=Security.AUTH,
    envelope=False,
)
PAGED = LIST._replace(
    id="v2_things_list_paged",
    pagination=Pagination("things", "meta.current_page", "meta.num_pages", "meta.count"),
)

REFRESH_PATH = REFRESH.path
LOGIN_PATH = "/auth-service/api/v2/login/access-token"


def settings(**changes: Any) -> Settings:
    """Return complete settings, with changes."""
    arguments: dict[str, Any] = {
        "base_url": BASE_URL,
        "api_key": API_KEY,
        "access_token": None if "credentials" in changes else ACCESS_TOKEN,
        "credentials": None,
        "timeout": None,
        "deadline": None,
        "max_retries": None,
        "limits": None,
        "services": None,
        "environ": {},
    }
    return resolve(**arguments | changes)


def transport(*, backend: Backend | None = None, **changes: Any) -> Transport:
    """Return a transport with these settings, on httpx unless told otherwise."""
    return Transport(Sender(settings(**changes), backend or HttpxBackend()))


def ok(data: object = None, *, status: int = 200, **envelope: Any) -> httpx.Response:
    """Return a good answer in an envelope."""
    body = {"success": True, "message": "done", "data": data} | envelope
    return httpx.Response(status, json=body)


def pair(auth: str, access: str) -> httpx.Response:
    """Return the answer to a login or a renewal."""
    data = {"access_token": auth, "ejento_access_token": access}
    return httpx.Response(200, json={"success": True, "data": data})


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and all that it comes from."""
    seen: set[int] = set()
    found = [error]
    while found:
        current = found.pop()
        if current is not None and id(current) not in seen:
            seen.add(id(current))
            yield current
            found += [current.__cause__, current.__context__]


class TokenServer:
    """A server with one pair of tokens at a time; every renewal needs the newest auth token."""

    def __init__(self, router: respx.MockRouter) -> None:
        self.generation = 1
        self.renewals = 0
        self.refused = 0
        self.renewing = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()
        self.answers: list[Any] = []
        router.post(REFRESH_PATH).mock(side_effect=self._renew)
        router.route(path="/api/v2/things").mock(side_effect=self._serve)

    def expire(self) -> None:
        """End the life of the access token that is in use."""
        self.generation += 1

    async def _renew(self, request: httpx.Request) -> httpx.Response:
        self.renewals += 1
        self.renewing.set()
        await self.gate.wait()
        if self.answers:
            answer = self.answers.pop(0)
            if isinstance(answer, Exception):
                raise answer
            assert isinstance(answer, httpx.Response)
            return answer
        if request.headers["authorization"] != f"Bearer auth-{self.renewals}":
            return httpx.Response(401, json={"detail": "this auth token was used before"})
        self.generation = self.renewals + 1
        return pair(f"auth-{self.generation}", f"access-{self.generation}")

    def _serve(self, request: httpx.Request) -> httpx.Response:
        if request.headers["authorization"] == f"Bearer access-{self.generation}":
            return ok("served")
        self.refused += 1
        return httpx.Response(401, json={"detail": "token expired"})


def first_pair(**changes: Any) -> TokenPair:
    return TokenPair("auth-1", "access-1", **changes)


def jwt(expires_at: float, name: str = "t") -> str:
    claims = base64.urlsafe_b64encode(json.dumps({"exp": expires_at, "n": name}).encode())
    return f"h.{claims.decode().rstrip('=')}.s"
