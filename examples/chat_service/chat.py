"""What all requests share: one client, held for as long as the server runs."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from fastapi import FastAPI

from ejento_async import ConfigurationError, EjentoClient, Limits

from .seals import Seals


@dataclass(frozen=True)
class Chat:
    """What the requests share."""

    ejento: EjentoClient
    agent_id: int
    seals: Seals


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
    """Make `app.state.chat` before the first request, and close its client after the last."""
    # Several servers behind one address must share a secret.
    seals = Seals(os.environ.get("CHAT_SECRET") or secrets.token_hex(32))
    async with _deployment() as (ejento, agent_id):
        app.state.chat = Chat(ejento, agent_id, seals)
        yield


@asynccontextmanager
async def _deployment() -> AsyncGenerator[tuple[EjentoClient, int]]:
    """Yield a client and an agent of the deployment that `EJENTO_*` names, or of a sandbox."""
    # Each answer holds one connection while it is written; more questions wait their turn.
    limits = Limits(max_connections=int(os.environ.get("CHAT_ANSWERS_AT_ONCE", "100")))
    if any(name.startswith("EJENTO_") for name in os.environ):
        agent_id = os.environ.get("EJENTO_AGENT_ID", "")
        if not agent_id.isdecimal():
            msg = "EJENTO_AGENT_ID: expected the number of the agent to ask"
            raise ConfigurationError(msg)
        async with EjentoClient(limits=limits) as ejento:
            yield ejento, int(agent_id)
        return

    from ejento_async.sandbox import Sandbox  # an extra, which a deployment does without

    async with (
        Sandbox(stream_delay=0.03) as sandbox,
        EjentoClient(
            base_url=sandbox.base_url,
            api_key=sandbox.api_key,
            access_token=sandbox.access_token,
            limits=limits,
        ) as ejento,
    ):
        yield ejento, 42
