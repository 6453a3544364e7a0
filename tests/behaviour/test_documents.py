"""Uploads from every kind of source, the wait for the index, and downloads."""

from __future__ import annotations

import io
import resource
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from ejento_async import (
    AuthenticationError,
    EjentoClient,
    File,
    IndexingFailed,
    IndexingTimeoutError,
    NotFoundError,
)
from ejento_async._upload import FileSource
from ejento_async.sandbox import Fault, Sandbox

TEXT = b"Parental leave lasts sixteen weeks, fully paid."


async def pieces() -> AsyncIterator[bytes]:
    yield TEXT[:10]
    yield TEXT[10:]


@pytest.fixture
async def corpus_id(ejento: EjentoClient) -> int:
    corpus = await ejento.v2.corpora.create(name="Handbook", description="For tests")
    return corpus.id


@pytest.mark.parametrize("kind", ["path", "bytes", "file object", "iterator", "file"])
async def test_every_kind_of_source_arrives_whole(
    sandbox: Sandbox, ejento: EjentoClient, corpus_id: int, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "leave.txt"
    path.write_bytes(TEXT)
    with path.open("rb") as opened:
        sources: dict[str, File | FileSource] = {
            "path": path,
            "bytes": TEXT,
            "file object": opened,
            "iterator": pieces(),
            "file": File(TEXT, name="leave.txt"),
        }
        name = None if kind == "file" else "leave.txt"
        document = await ejento.v2.documents.upload(corpus_id, sources[kind], name=name)
    body = sandbox.requests.of("v2_documents_create")[0].body

    assert TEXT in body
    assert b'filename="leave.txt"\r\nContent-Type: text/plain' in body
    assert document.id
    assert document.step == "pending"


async def test_an_uploaded_document_is_waited_for_step_by_step_and_then_answers(
    ejento: EjentoClient, corpus_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str | None] = []
    document = await ejento.v2.documents.upload(corpus_id, TEXT, name="leave.txt")
    indexed = await document.wait(
        poll_interval=0.001, on_progress=lambda document: steps.append(document.step)
    )
    answer = await ejento.v2.agent_responses.create(
        42,
        user_query="How long does parental leave last?",
        overrides={"corpus_ids": [corpus_id], "sources": True},
    )

    assert "completed" == indexed.step == steps[-1]
    assert len(steps) > 1
    assert "sixteen weeks" in (answer.answer or "")
    assert answer.references


async def test_progress_is_told_in_bytes_and_ends_at_the_size_of_the_file(
    ejento: EjentoClient, corpus_id: int
) -> None:
    told: list[tuple[int, int | None]] = []
    await ejento.v2.documents.upload(
        corpus_id,
        bytes(3_000_000),
        name="zeros.bin",
        on_progress=lambda sent, total: told.append((sent, total)),
    )

    assert told[-1] == (3_000_000, 3_000_000)
    assert told == sorted(told)
    assert len(told) > 3


async def test_a_document_that_cannot_be_indexed_says_which_and_where(
    ejento: EjentoClient, corpus_id: int
) -> None:
    document = await ejento.v2.documents.upload(corpus_id, TEXT, name="fail.txt")
    with pytest.raises(IndexingFailed) as caught:
        await document.wait(poll_interval=0.001)

    assert document.id == caught.value.document_id
    assert caught.value.step == "failed"
    assert str(document.id) in str(caught.value)


async def test_a_document_that_takes_too_long_says_its_last_step() -> None:
    from .clients import client_of

    async with Sandbox(indexing_steps=("pending",) * 1000) as sandbox, client_of(sandbox) as ejento:
        corpus = await ejento.v2.corpora.create(name="Slow")
        document = await ejento.v2.documents.upload(corpus.id, TEXT, name="slow.txt")
        with pytest.raises(IndexingTimeoutError) as caught:
            await document.wait(timeout=0.05, poll_interval=0.01)

    assert (document.id, "pending") == (caught.value.document_id, caught.value.step)
    assert isinstance(caught.value, TimeoutError)


async def test_waiting_survives_failures_of_the_server_that_pass(
    sandbox: Sandbox, ejento: EjentoClient, corpus_id: int
) -> None:
    document = await ejento.v2.documents.upload(corpus_id, TEXT, name="leave.txt")
    sandbox.faults.add(Fault.status(503, operation="v2_documents_get", times=2))
    patient = ejento.with_options(max_retries=0).v2.documents.handle(document.id)
    indexed = await patient.wait(poll_interval=0.001)

    assert indexed.step == "completed"


async def test_a_large_file_is_never_whole_in_memory(
    ejento: EjentoClient, corpus_id: int, tmp_path: Path
) -> None:
    size = 200 * 1024 * 1024
    path = tmp_path / "large.bin"
    with path.open("wb") as file:
        file.truncate(size)  # sparse: takes no room on the disk
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    document = await ejento.v2.documents.upload(corpus_id, path)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * (
        1 if sys.platform == "darwin" else 1024
    )

    assert document.id
    assert grown < size / 4


async def test_an_upload_whose_token_has_expired_is_sent_again_with_a_new_one(
    sandbox: Sandbox, ejento: EjentoClient, corpus_id: int
) -> None:
    await ejento.v2.users.get_me()
    sandbox.expire_access_token()
    document = await ejento.v2.documents.upload(corpus_id, TEXT, name="leave.txt", user_id=1)

    assert document.id
    assert [401, 201] == [r.status for r in sandbox.requests.of("v2_documents_create")]


async def test_an_upload_that_cannot_be_sent_again_fails_when_its_token_has_expired(
    sandbox: Sandbox, ejento: EjentoClient, corpus_id: int
) -> None:
    await ejento.v2.users.get_me()
    sandbox.expire_access_token()
    with pytest.raises(AuthenticationError):
        await ejento.v2.documents.upload(corpus_id, pieces(), name="leave.txt", user_id=1)


async def test_a_name_cannot_break_out_of_its_header(
    sandbox: Sandbox, ejento: EjentoClient, corpus_id: int
) -> None:
    name = 'x"\r\nX-Injected: 1\r\n\r\n.txt'
    await ejento.v2.documents.upload(corpus_id, TEXT, name=name)
    body = sandbox.requests.of("v2_documents_create")[0].body

    assert b"\r\nX-Injected" not in body


async def test_documents_of_a_corpus_are_listed_found_twice_and_deleted(
    ejento: EjentoClient, corpus_id: int
) -> None:
    document = await ejento.v2.documents.upload(corpus_id, TEXT, name="leave.txt")
    listed = await ejento.v2.corpora.list_documents(corpus_id)
    twice = await ejento.v2.corpora.check_duplicates(
        corpus_id, documents=["leave.txt", "other.txt"]
    )
    await ejento.v2.corpora.delete_documents(corpus_id, document_ids=[document.id])
    left = await ejento.v2.corpora.list_documents(corpus_id)

    assert [document.id] == [d.id for d in listed.documents or []]
    assert len(twice.duplicate_files or []) == 1
    assert (left.documents or []) == []


async def test_a_citation_is_downloaded_to_a_path_and_piece_by_piece(
    ejento: EjentoClient, corpus_id: int, tmp_path: Path
) -> None:
    document = await ejento.v2.documents.upload(corpus_id, TEXT, name="leave.txt")
    assert document.source is not None
    target = tmp_path / "leave.txt"
    async with ejento.v2.citations.download(document.source) as download:
        saved = await download.save(target)
        kind = download.content_type
    whole = io.BytesIO()
    async with ejento.v2.citations.download(document.source) as download:
        async for chunk in download:
            whole.write(chunk)

    assert target == saved
    assert TEXT == target.read_bytes() == whole.getvalue()
    assert "text/plain" in (kind or "")


async def test_a_download_that_breaks_off_leaves_no_file(
    sandbox: Sandbox, ejento: EjentoClient, corpus_id: int, tmp_path: Path
) -> None:
    from ejento_async import APIConnectionError

    document = await ejento.v2.documents.upload(corpus_id, TEXT, name="leave.txt")
    assert document.source is not None
    sandbox.faults.add(Fault.cut_body(10, operation="v2_citations_download"))
    with pytest.raises(APIConnectionError):
        async with ejento.v2.citations.download(document.source) as download:
            await download.save(tmp_path / "leave.txt")

    assert list(tmp_path.iterdir()) == []


async def test_an_unknown_citation_is_not_found(ejento: EjentoClient) -> None:
    with pytest.raises(NotFoundError):
        async with ejento.v2.citations.download("no-such-file.pdf"):
            pytest.fail("the block must not be entered")
