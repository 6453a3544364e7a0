"""Faults while a document is waited for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

import pytest

from ejento_async import (
    APIError,
    EjentoError,
    IndexingFailed,
    IndexingTimeoutError,
    NotFoundError,
    PermissionDeniedError,
    _documents,
)
from tests.reliability.scene import Scene
from tests.wire import Connection, eventually, silence


def at(step: str | None, **more: object) -> dict[str, object]:
    """Say how far a document is."""
    return {"id": 11, "step": step, **more}


class Looks:
    """Answers each look at a document with what comes next: data, a status or a reset; the last
    one for ever."""

    def __init__(self, *answers: dict[str, object] | int | None) -> None:
        self.answers = list(answers)
        self.looks = 0

    async def __call__(self, connection: Connection) -> None:
        while await connection.request() is not None:
            self.looks += 1
            answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
            if answer is None:
                connection.reset()
            elif isinstance(answer, int):
                await connection.answer(status=answer, headers="retry-after: 0\r\n")
            else:
                await connection.answer(answer)


@dataclass(frozen=True, kw_only=True)
class Wait:
    """What happens to a document, and how the wait for it must end.

    Attributes:
        fault: in words, for the table.
        looks: what the server says of it, one look after the other.
        raises: the error; None when it is indexed.
        told: the steps that `on_progress` must get to see.
        says: what the error must say.
    """

    fault: str
    looks: list[Any]
    raises: type[EjentoError] | None = None
    told: list[str | None] = field(default_factory=list[str | None])
    says: str = ""


DONE = at("completed")
WAITS = [
    Wait(
        fault="steps in any order, unknown ones among them",
        looks=[at("uploaded"), at("pending"), at("ocr"), at(None), at("ocr"), DONE],
        told=["uploaded", "pending", "ocr", None, "ocr", "completed"],
    ),
    Wait(
        fault="404 at first", looks=[404, 404, at("pending"), DONE], told=["pending", "completed"]
    ),
    Wait(fault="404 for good", looks=[404], raises=NotFoundError),
    Wait(
        fault="404 after it was there",
        looks=[at("pending"), 404],
        raises=NotFoundError,
        told=["pending"],
    ),
    Wait(
        fault="503, 429 and resets for a while",
        looks=[at("pending"), 503, 503, 429, None, 502, None, 504, DONE],
        told=["pending", "completed"],
    ),
    Wait(
        fault="it failed, for a reason",
        looks=[at("pending"), at("failed", message="the PDF has a password")],
        raises=IndexingFailed,
        told=["pending", "failed"],
        says="the PDF has a password",
    ),
    Wait(
        fault="it failed and completed",
        looks=[at("completed", is_failed=True)],
        raises=IndexingFailed,
        told=["completed"],
    ),
    Wait(
        fault="it never ends",
        looks=[at("uploaded")],
        raises=IndexingTimeoutError,
        told=["uploaded"],
        says="last step: uploaded",
    ),
    Wait(fault="403", looks=[403], raises=PermissionDeniedError),
]


@pytest.mark.parametrize("row", WAITS, ids=lambda row: row.fault)
async def test_a_wait_ends_as_the_table_says(
    row: Wait, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    if row.raises is NotFoundError:
        monkeypatch.setattr(_documents, "NOT_THERE_YET", 0.03)
    server = await scene.server(Looks(*row.looks))
    document = scene.client(server, max_retries=0).v2.documents.handle(11)
    told: list[str | None] = []
    outcome = await scene.attempt(
        document.wait(
            timeout=0.2 if row.raises is IndexingTimeoutError else 5,
            poll_interval=0.001,
            on_progress=lambda document: told.append(document.step),
        )
    )

    expected = "ok" if row.raises is None else row.raises.__name__
    scene.note(row.fault, expected, outcome.name)
    assert outcome.name == expected
    assert told == row.told
    assert row.says in str(outcome.error or "")
    if isinstance(outcome.error, IndexingFailed | IndexingTimeoutError):
        assert outcome.error.document_id == 11
        assert outcome.error.step == row.told[-1]
    elif outcome.error is None:
        assert outcome.value.step == "completed"
    else:
        assert isinstance(outcome.error, APIError)
        assert outcome.error.operation == "v2_documents_get"
    assert outcome.elapsed < 2
    await scene.settled(1)


async def test_a_server_that_says_nothing_does_not_outlast_the_wait(scene: Scene) -> None:
    client = scene.client(await scene.server(silence), timeout=3)
    outcome = await scene.attempt(client.v2.documents.handle(11).wait(timeout=0.1))

    scene.note("a server that says nothing", "IndexingTimeoutError", outcome.name)
    assert type(outcome.error) is IndexingTimeoutError
    assert outcome.elapsed < 1
    await scene.settled()


async def test_a_wait_that_is_cancelled_goes_on_elsewhere_from_the_id_alone(scene: Scene) -> None:
    looks = Looks(at("pending"))
    server = await scene.server(looks)
    document = scene.client(server).v2.documents.handle(11)
    waiting = asyncio.create_task(document.wait(poll_interval=0.001))
    await eventually(lambda: looks.looks > 2)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    seen = looks.looks
    kept = document.id
    looks.answers = [DONE]
    outcome = await scene.attempt(scene.client(server).v2.documents.handle(kept).wait())

    scene.note("a wait that is cancelled, and another client", "ok", outcome.name)
    assert outcome.value.step == "completed"
    assert looks.looks == seen + 1
    await scene.settled(2)
