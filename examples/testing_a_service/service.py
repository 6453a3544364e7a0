"""A help desk: it answers questions from the handbook, or says where to turn to."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request
from pydantic import BaseModel

from ejento_async import APIError, EjentoClient

AGENT = 42


class Question(BaseModel):
    """What somebody wants to know."""

    text: str


class Reply(BaseModel):
    """What the handbook says about it."""

    text: str
    sources: list[str]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None]:
    """Share one client among all requests."""
    async with EjentoClient() as ejento:  # settings from EJENTO_*
        app.state.ejento = ejento
        yield


def shared_client(request: Request) -> EjentoClient:
    """Return the client of the service."""
    ejento: EjentoClient = request.app.state.ejento
    return ejento


app = FastAPI(lifespan=lifespan)


@app.post("/questions")
async def ask(question: Question, ejento: Annotated[EjentoClient, Depends(shared_client)]) -> Reply:
    """Answer a question."""
    try:
        answer = await ejento.v2.agent_responses.create(AGENT, user_query=question.text)
    except APIError as error:
        raise HTTPException(503, "Nobody can answer now. Call 4711.") from error
    sources = [reference.url or "" for reference in answer.references or []]
    if not sources:
        raise HTTPException(404, "The handbook does not say. Call 4711.")
    return Reply(text=answer.answer or "", sources=sources)
