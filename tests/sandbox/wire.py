"""What the tests of the sandbox share: headers, and reading a stream of events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx

from ejento_async.sandbox import Sandbox

KEY = "Ocp-Apim-Subscription-Key"
ASK = "/response-service/api/v2/agents/42/responses"
STREAM = "/response-service/api/v2/agents/42/responses/stream"
UPLOAD = "/indexing-service/api/v2/corpora/7/documents"
REFRESH = "/auth-service/api/v2/users/refresh-access-token"


def headers_of(sandbox: Sandbox, token: str | None = None) -> dict[str, str]:
    """Return the two headers of an ordinary call."""
    return {KEY: sandbox.api_key, "Authorization": f"Bearer {token or sandbox.access_token}"}


def client_of(sandbox: Sandbox, headers: dict[str, str] | None = None) -> httpx.AsyncClient:
    """Make a client of a sandbox, by default with the two headers of an ordinary call."""
    return httpx.AsyncClient(
        base_url=sandbox.base_url,
        headers=headers_of(sandbox) if headers is None else headers,
        timeout=30,
        verify=False,  # nothing here is encrypted, and reading certificates takes 20 ms
    )


async def until(condition: Callable[[], object]) -> None:
    """Wait until something that happens in the sandbox's thread has happened."""
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0)


def send(method: str, url: str, **options: Any) -> httpx.Response:
    """Send a single request without an event loop."""
    return httpx.request(method, url, verify=False, **options)


@dataclass(frozen=True)
class Sent:
    """One event as it came over the wire."""

    name: str
    data: dict[str, Any]


def events_in(text: str) -> list[Sent]:
    """Read the events of a whole stream, each of which has a name and one line of data."""
    found: list[Sent] = []
    for block in text.split("\n\n"):
        if block and not block.startswith(":"):
            name, data = block.split("\n")
            found.append(
                Sent(name.removeprefix("event: "), json.loads(data.removeprefix("data: ")))
            )
    return found


async def data_of(http: httpx.AsyncClient, method: str, path: str, **options: Any) -> Any:
    """Call an operation that must succeed and return its `data`."""
    response = await http.request(method, path, **options)
    assert response.status_code in (200, 201), response.text
    return response.json().get("data")


def ids(records: list[dict[str, Any]]) -> list[int]:
    """Return the ids of some records."""
    return [record["id"] for record in records]


async def ask(http: httpx.AsyncClient, query: str, **body: Any) -> dict[str, Any]:
    """Ask agent 42 and return the answer object."""
    response = await http.post(ASK, json={"user_query": query, **body})
    assert response.status_code == 200, response.text
    data: dict[str, Any] = response.json()["data"]
    return data


async def streamed(
    http: httpx.AsyncClient, query: str, *, agent: int = 42, **body: Any
) -> list[Sent]:
    """Ask an agent for a stream and return its events."""
    response = await http.post(
        STREAM.replace("42", str(agent)),
        json={"user_query": query, **body},
        headers={"Accept": "text/event-stream"},
    )
    assert response.status_code == 200, response.text
    return events_in(response.text)
