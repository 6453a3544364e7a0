"""Documents: uploaded whole, indexed step by step, quoted, downloaded, deleted."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from ejento_async.sandbox import Sandbox

from .wire import KEY, UPLOAD, ask, client_of

FORM = {"user_id": "1", "content_type": "file"}


async def uploaded(
    http: httpx.AsyncClient, name: str, content: bytes, media_type: str | None = None, **form: str
) -> dict[str, Any]:
    """Upload a file and return the `data` of the answer."""
    file = (name, content) if media_type is None else (name, content, media_type)
    response = await http.post(UPLOAD, data={**FORM, **form}, files={"source": file})
    assert response.status_code == 201, response.text
    data: dict[str, Any] = response.json()["data"]
    return data


async def looked_at(http: httpx.AsyncClient, document_id: int) -> dict[str, Any]:
    """Look at a document, which takes a step of its indexing."""
    response = await http.get(f"/api/v2/documents/{document_id}")
    assert response.status_code == 200, response.text
    data: dict[str, Any] = response.json()["data"]
    return data


async def test_an_upload_is_queued_and_each_look_takes_one_step(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    response = await http.post(
        UPLOAD, data=FORM, files={"source": ("dogs.txt", b"Dogs are welcome.")}
    )
    document = response.json()["data"]
    looks = [await looked_at(http, document["id"]) for _ in range(3)]

    assert response.status_code == 201
    assert response.json()["message"] == "Document has been queued for indexing"
    assert document == {
        "id": 1001,
        "source": "1001-dogs.txt",
        "access_url": f"{sandbox.base_url}/api/v2/citation/1001-dogs.txt",
        "step": "pending",
    }
    assert [look["step"] for look in looks] == ["uploaded", "completed", "completed"]
    assert {look["is_failed"] for look in looks} == {False}


async def test_a_document_can_be_quoted_once_it_is_indexed(http: httpx.AsyncClient) -> None:
    document = await uploaded(http, "dogs.txt", b"Dogs are welcome on Fridays.")
    before = await ask(http, "Are dogs welcome?")
    for _ in range(2):
        await looked_at(http, document["id"])
    after = await ask(http, "Are dogs welcome?")

    assert "Fridays" not in before["answer"]
    assert after["answer"].startswith("Dogs are welcome on Fridays. [0]")
    assert after["references"][0]["url"] == document["access_url"]


async def test_a_file_whose_name_says_so_fails(http: httpx.AsyncClient) -> None:
    document = await uploaded(http, "will-Fail.pdf", b"%PDF")
    looks = [await looked_at(http, document["id"]) for _ in range(3)]
    listed = await http.get("/api/v2/corpora/7/documents")

    assert [(look["step"], look["is_failed"]) for look in looks] == [
        ("uploaded", False),
        ("failed", True),
        ("failed", True),
    ]
    assert listed.json()["data"]["documents"][-1]["is_failed"] is True


@pytest.mark.parametrize(
    ("steps", "seen"),
    [
        (["completed"], ["completed", "completed"]),
        (["pending", "extracting", "pending", "completed"], ["pending", "extracting"]),
    ],
)
async def test_the_steps_can_be_chosen(steps: list[str], seen: list[str]) -> None:
    with Sandbox(indexing_steps=steps) as sandbox:
        async with client_of(sandbox) as http:
            document = await uploaded(http, "a.txt", b"text")
            fails = await uploaded(http, "fail.txt", b"text")
            look = await looked_at(http, document["id"])

    assert [document["step"], look["step"]] == seen
    assert fails["step"] == ("failed" if len(steps) == 1 else steps[0])


def test_a_document_needs_at_least_one_step() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Sandbox(indexing_steps=[])


async def test_listing_documents_takes_no_step(http: httpx.AsyncClient) -> None:
    await uploaded(http, "a.txt", b"text")
    for _ in range(2):
        listed = (await http.get("/api/v2/corpora/7/documents")).json()["data"]["documents"]

    assert [document["step"] for document in listed] == [*["completed"] * 3, "pending"]
    assert {"id", "created_on", "source", "description", "is_failed", "step"} <= set(listed[0])


async def test_a_text_and_a_page_can_be_uploaded_too(http: httpx.AsyncClient) -> None:
    text = await http.post(
        UPLOAD,
        files={
            "user_id": (None, "1"),
            "content_type": (None, "text"),
            "source": (None, "Cats are welcome on Mondays."),
            "upload_from": (None, "web"),
            "tags": (None, "pets, cats"),
            "attachment": (None, "true"),
        },
    )
    page = await http.post(
        UPLOAD,
        files={
            "user_id": (None, "1"),
            "content_type": (None, "weblink"),
            "source": (None, "https://example.com/cats"),
        },
    )
    for _ in range(2):
        document = await looked_at(http, text.json()["data"]["id"])
    answer = await ask(http, "Are cats welcome?")

    assert text.json()["data"]["source"] == "1001-text.txt"
    assert document["tags"] == ["pets", "cats"]
    assert page.json()["data"]["source"] == "https://example.com/cats"
    assert page.json()["data"]["access_url"] == "https://example.com/cats"
    assert answer["answer"].startswith("Cats are welcome on Mondays.")


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ({"content_type": "file"}, "'user_id' is a required property"),
        ({"user_id": "1"}, "'content_type' is a required property"),
        ({"user_id": "one", "content_type": "file"}, "body.user_id"),
        ({"user_id": "1", "content_type": "tape"}, "body.content_type"),
        ({"user_id": "1", "content_type": "file", "attachment": "maybe"}, "body.attachment"),
    ],
)
async def test_an_upload_that_breaks_the_spec_is_refused(
    sandbox: Sandbox, http: httpx.AsyncClient, form: dict[str, str], place: str
) -> None:
    response = await http.post(UPLOAD, data=form, files={"source": ("a.txt", b"text")})

    assert response.status_code == 400
    assert place in response.json()["message"]
    assert 1001 not in sandbox.state.documents


async def test_an_upload_without_source_or_without_file_is_refused(
    http: httpx.AsyncClient,
) -> None:
    without = await http.post(UPLOAD, data=FORM, files={"other": ("a.txt", b"text")})
    text = await http.post(
        UPLOAD, files={**{k: (None, v) for k, v in FORM.items()}, "source": (None, "a")}
    )
    nowhere = await http.post(UPLOAD.replace("7", "99"), data=FORM, files={"source": ("a", b"b")})

    assert "'source' is a required property" in without.json()["message"]
    assert text.json()["message"] == "source: a file is needed when content_type is file"
    assert nowhere.status_code == 404


@pytest.mark.parametrize(
    ("name", "media_type", "content", "kept"),
    [
        ("a.md", None, b"# Parrots\n\nParrots may talk.", "text/markdown"),
        ("a.html", "text/html", b"<p>Parrots may talk.</p>", "text/html"),
        ("a.json", "application/json", b'{"a": "Parrots may talk."}', "application/json"),
        ("a.txt", "text/plain; charset=utf-8", "Parrots may talk. Ä".encode(), "text/plain"),
    ],
)
async def test_texts_of_several_kinds_can_be_quoted(
    http: httpx.AsyncClient, name: str, media_type: str | None, content: bytes, kept: str
) -> None:
    document = await uploaded(http, name, content, media_type)
    for _ in range(2):
        await looked_at(http, document["id"])
    answer = await ask(http, "May parrots talk?")
    original = await http.get(document["access_url"])

    assert "Parrots may talk." in answer["answer"]
    assert original.content == content
    assert original.headers["content-type"].startswith(kept)


async def test_bytes_that_are_no_text_are_kept_but_not_quoted(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    content = bytes(range(256)) * 1000
    document = await uploaded(http, "scan.pdf", content)
    kept = sandbox.state.documents[document["id"]]
    original = await http.get(document["access_url"])

    assert kept.text == ""
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert original.content == content
    assert original.headers["content-type"] == "application/pdf"


async def test_a_large_file_is_not_held_in_memory(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    size = 24 * 1024 * 1024
    block = b"All work and no play makes Jack a dull boy.\n" * 1000
    digest = hashlib.sha256()

    async def body() -> AsyncIterator[bytes]:
        yield (
            b'--x\r\ncontent-disposition: form-data; name="user_id"\r\n\r\n1\r\n'
            b'--x\r\ncontent-disposition: form-data; name="content_type"\r\n\r\nfile\r\n'
            b'--x\r\ncontent-disposition: form-data; name="source"; filename="jack.txt"\r\n'
            b"content-type: text/plain\r\n\r\n"
        )
        sent = 0
        while sent < size:
            sent += len(block)
            digest.update(block)
            yield block
        yield b"\r\n--x--\r\n"

    response = await http.post(
        UPLOAD,
        content=body(),
        headers={"Content-Type": "multipart/form-data; boundary=x"},
        timeout=60,
    )
    document = sandbox.state.documents[response.json()["data"]["id"]]
    request = sandbox.requests.of("v2_documents_create")[-1]

    assert document.size >= size
    assert document.sha256 == digest.hexdigest()
    assert len(document.text) == 1024 * 1024
    assert len(request.body) == 64 * 1024
    assert request.body_size > size


async def test_an_upload_without_credentials_is_refused_without_being_read(
    sandbox: Sandbox,
) -> None:
    async with client_of(sandbox, {KEY: sandbox.api_key}) as http:
        files = {"source": ("big.bin", b"x" * 5_000_000)}
        refused = await http.post(UPLOAD, data=FORM, files=files)
        next_one = await http.get("/api/v2/agents/42")

    assert [refused.status_code, next_one.status_code] == [401, 200]
    assert sandbox.requests[0].body_size == 0


async def test_an_unusual_file_name_survives_and_paths_are_cut_off(http: httpx.AsyncClient) -> None:
    odd = await uploaded(http, "Größe & Co #1?.txt", b"text")
    path = await uploaded(http, "C:\\temp\\../secret/plan.txt", b"text")
    original = await http.get(odd["access_url"])

    assert odd["source"] == "1001-Größe & Co #1?.txt"
    assert original.text == "text"
    assert path["source"] == "1002-plan.txt"


async def test_the_old_upload_answers_with_the_handle_of_a_durable_function(
    http: httpx.AsyncClient,
) -> None:
    response = await http.post(
        "/v2/api/corpus/7/document",
        data={**FORM, "upload_from": "web"},
        files={"source": ("old.txt", b"text")},
    )
    handle = response.json()
    listed = await http.get("/api/v2/corpora/7/documents")

    assert response.status_code == 200
    assert set(handle) == {
        "id",
        "statusQueryGetUri",
        "sendEventPostUri",
        "terminatePostUri",
        "rewindPostUri",
        "purgeHistoryDeleteUri",
        "restartPostUri",
        "suspendPostUri",
        "resumePostUri",
    }
    assert handle["id"] in handle["statusQueryGetUri"]
    assert listed.json()["data"]["documents"][-1]["source"] == "1001-old.txt"


async def test_names_that_a_corpus_already_has_are_duplicates(http: httpx.AsyncClient) -> None:
    async def duplicates(*names: str) -> list[str]:
        response = await http.post(
            "/api/v2/corpora/7/documents/duplicates", json={"documents": list(names)}
        )
        found: list[str] = response.json()["data"]["duplicate_files"]
        return found

    failed = await uploaded(http, "fail.pdf", b"%PDF")
    for _ in range(2):
        await looked_at(http, failed["id"])

    assert await duplicates("expenses.md", "new.md") == ["expenses.md"]
    assert await duplicates("fail.pdf") == []
    assert await duplicates() == []


async def test_documents_are_deleted_all_or_none_with_their_files(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    path = "/api/v2/corpora/7/documents"
    document = await uploaded(http, "a.txt", b"text")
    file = sandbox.state.documents[document["id"]].file
    wrong = await http.request("DELETE", path, json={"document_ids": [document["id"], 104]})
    right = await http.request("DELETE", path, json={"document_ids": [document["id"], 101]})
    gone = await http.get(document["access_url"])

    assert wrong.status_code == 404
    assert wrong.json()["message"] == "Documents not found: 104"
    assert right.json() == {"success": True, "message": "Documents deleted successfully"}
    assert gone.status_code == 404
    assert file is not None
    assert not file.exists()
    assert sorted(sandbox.state.documents) == [102, 103, 104]


async def test_an_attachment_of_a_thread_is_searched_in_that_thread(
    http: httpx.AsyncClient,
) -> None:
    thread = (await http.post("/api/v2/agents/42/chat-threads", json={})).json()["data"]
    corpus = (await http.post("/api/v2/corpora", json={"name": "Attachments"})).json()["data"]
    await http.post(f"/api/v2/chat-threads/{thread['id']}/corpora/{corpus['id']}", json={})
    response = await http.post(
        UPLOAD.replace("7", str(corpus["id"])),
        data=FORM,
        files={"source": ("zebras.txt", b"Zebras have stripes.", "text/plain")},
    )
    for _ in range(2):
        await looked_at(http, response.json()["data"]["id"])
    here = await ask(http, "Do zebras have stripes?", chat_thread_id=thread["id"])
    elsewhere = await ask(http, "Do zebras have stripes?")

    assert here["answer"].startswith("Zebras have stripes.")
    assert "stripes" not in elsewhere["answer"]


@pytest.mark.parametrize("name", ["999-nothing.pdf", "..", "1001-a%00b"])
async def test_a_file_that_is_not_there_is_a_404(http: httpx.AsyncClient, name: str) -> None:
    response = await http.get(f"/api/v2/citation/{name}".replace("..", "%2E%2E"))

    assert response.status_code == 404
    assert response.json() == {"success": False, "message": "File not found"}
