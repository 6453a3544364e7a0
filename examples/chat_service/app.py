"""The server between a web page and an Ejento agent.

One client serves all browsers, each of which sees its answer grow. Credentials stay here: what a
browser is given are words, and ids under a seal that it can only hand back.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import quote

from fastapi import Depends, FastAPI, Request
from fastapi.responses import FileResponse, JSONResponse, StreamingResponse
from fastapi.staticfiles import StaticFiles
from pydantic import BaseModel, Field
from starlette.types import Receive, Scope, Send

from ejento_async import Download, EjentoError

from .answers import relay
from .chat import Chat, lifespan
from .seals import BadSeal
from .troubles import status_of, trouble_of

PAGE = Path(__file__).parent / "page"
# The page runs its own scripts and nothing else, should an answer ever hold one.
POLICY = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

app = FastAPI(title="Chat service", lifespan=lifespan)
app.mount("/page", StaticFiles(directory=PAGE))


def _chat(request: Request) -> Chat:
    chat: Chat = request.app.state.chat
    return chat


Shared = Annotated[Chat, Depends(_chat)]


class Question(BaseModel):
    """What somebody asks, and in which conversation."""

    text: str = Field(min_length=1, max_length=10_000, pattern=r"\S")
    thread: str | None = None


class Vote(BaseModel):
    """What somebody thinks of an answer."""

    answer: str
    vote: Literal["upvote", "downvote"]


class EventStream(StreamingResponse):
    """Server-sent events; when the browser leaves, what they come from is closed at once."""

    def __init__(self, events: AsyncGenerator[bytes]) -> None:
        # Proxies such as nginx would gather the events otherwise.
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        super().__init__(events, headers=headers, media_type="text/event-stream")
        self._events = events

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the events."""
        # Starlette stops to iterate and leaves the rest to the garbage collector, sooner or later.
        async with aclosing(self._events):
            await super().__call__(scope, receive, send)


@app.get("/", include_in_schema=False)
async def page() -> FileResponse:
    """Return the page."""
    return FileResponse(PAGE / "index.html", headers={"Content-Security-Policy": POLICY})


@app.get("/health")
async def health() -> dict[str, str]:
    """Tell that the server is up. Ejento is not asked: restarting us would not mend it."""
    return {"status": "ok"}


@app.get("/agent")
async def agent(chat: Shared) -> dict[str, Any]:
    """Tell who answers, and what one could ask."""
    found = await chat.ejento.v2.agents.get(chat.agent_id)
    samples = [found.sample_q1, found.sample_q2, found.sample_q3]
    return {"name": found.agent_name, "samples": [sample for sample in samples if sample]}


@app.post("/questions", response_class=EventStream)
async def ask(question: Question, chat: Shared) -> EventStream:
    """Answer a question, event by event."""
    thread = None if question.thread is None else int(chat.seals.open("thread", question.thread))
    return EventStream(relay(chat.ejento, chat.agent_id, chat.seals, question.text, thread))


@app.post("/votes", status_code=204)
async def vote(vote: Vote, chat: Shared) -> None:
    """Vote for or against an answer."""
    number = int(chat.seals.open("answer", vote.answer))
    await chat.ejento.v2.agent_responses.create_feedback(number, vote_type=vote.vote)


async def _citation(sealed: str, chat: Shared) -> AsyncIterator[Download]:
    async with chat.ejento.v2.citations.download(chat.seals.open("citation", sealed)) as file:
        yield file


@app.get("/citations/{sealed}/{name}")
async def citation(name: str, file: Annotated[Download, Depends(_citation)]) -> StreamingResponse:
    """Hand on a file that an answer refers to, never as a page that could act in our name."""
    kind = file.content_type.partition(";")[0].strip().lower()
    kind = "text/plain" if kind.startswith("text/") else kind
    shown = kind if kind in ("text/plain", "application/pdf") else "application/octet-stream"
    headers = {
        "Content-Disposition": f"inline; filename*=UTF-8''{quote(name, safe='')}",
        "X-Content-Type-Options": "nosniff",
    }
    return StreamingResponse(file, media_type=shown, headers=headers)


@app.exception_handler(EjentoError)
async def _troubled(_request: Request, error: EjentoError) -> JSONResponse:
    return JSONResponse(trouble_of(error), status_of(error))


@app.exception_handler(BadSeal)
async def _unsealed(_request: Request, _error: BadSeal) -> JSONResponse:
    return JSONResponse({"message": "This page is too old: load it again."}, 400)
