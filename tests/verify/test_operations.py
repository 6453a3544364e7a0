"""Which operations are called, and by which names."""

from __future__ import annotations

import pytest

from ejento_async.generated.namespaces import V1, V2, V2Legacy
from ejento_async.verify._ids import RECORDS, SYNONYMS
from ejento_async.verify._operations import (
    EVIDENCE,
    JSON,
    packaged_document,
    read_operations,
)
from scripts.codegen import spec

DOCUMENT = packaged_document()
OPERATIONS = read_operations(DOCUMENT)
PARAMETERS = {parameter.name for one in OPERATIONS for parameter in one.parameters}

LEFT_OUT = {
    "v2.artifacts.download",
    "v2.citations.download",
    "v2.documents.download",
    "v2.sharepoint.initiate_oauth",
    "v2.sso.login_google",
    "v2.sso.login_linkedin",
    "v2.sso.login_microsoft",
    "v2.sso.login_microsoft_ciam",
    "v2.sso.login_okta",
}
HARMLESS_WORDS = {"get", "list", "poll"}
"""How names of methods begin that are known to read."""


def get(
    operation_id: str, *, answer: JSON | None = None, status: str = "200", header: str = ""
) -> JSON:
    """Return a spec with one operation by GET, and another by POST."""
    content = {"application/json": {"schema": {}}} if answer is None else answer
    operation = {
        "operationId": operation_id,
        "tags": ["V2 Things"],
        "x-evidence": "inferred",
        "x-evidence-source": "a page",
        "responses": {status: {"description": "It.", "content": content}},
        "parameters": [{"name": header, "in": "header", "required": bool(header), "schema": {}}],
    }
    return {"paths": {"/api/v2/things": {"get": operation, "post": operation}}}


def test_every_get_of_the_spec_is_called_or_left_out_for_a_reason() -> None:
    gets = {item["get"]["operationId"] for item in DOCUMENT["paths"].values() if "get" in item}

    assert {one.id for one in OPERATIONS} == gets
    assert {one.symbol for one in OPERATIONS if one.left_out} == LEFT_OUT


def test_names_of_called_operations_begin_with_words_that_are_known_to_read() -> None:
    # Analytics are named for what they return. Look at any other new name before it is called.
    for one in OPERATIONS:
        word = one.symbol.rpartition(".")[2].partition("_")[0]
        tag = one.tag.split()[1]
        assert one.left_out or word in HARMLESS_WORDS or tag in ("Analytics", "Metering"), one.id


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (get("v2_things_list"), ""),
        (get("v2_things_mark_read"), "may do more than read, by its name (mark)"),
        (get("v2_things_get_and_start"), "may do more than read, by its name (start)"),
        (get("v2_things_list_logins"), ""),
        (get("v2_things_get", status="302"), "answers with a redirect, which begins a login"),
        (get("v2_things_get", answer={"text/event-stream": {}}), "streams"),
        (get("v2_things_get", answer={"application/octet-stream": {}}), "downloads a file"),
        (get("v2_things_get", answer={}), "promises nothing that could be compared"),
        (get("v2_things_get", header="X-Secret"), "needs the header X-Secret"),
    ],
)
def test_what_may_do_more_than_read_is_left_out(document: JSON, reason: str) -> None:
    (one,) = read_operations(document)

    assert one.left_out == reason


def test_names_are_those_of_the_client() -> None:
    clients = {"v1": V1, "v2_legacy": V2Legacy, "v2": V2}
    for one in OPERATIONS:
        generation, resource, method = one.symbol.split(".")
        assert hasattr(getattr(clients[generation](None), resource), method)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("v2", True),
        ("V2", True),
        ("V2 Agents", True),
        ("v2 agents", True),
        ("v2.agents", True),
        ("v2.agents.list", True),
        ("v2_agents_list", True),
        ("v2.agents.li", False),
        ("v2_legacy", False),
        ("V2 Legacy", False),
        ("V1", False),
    ],
)
def test_an_operation_belongs_to_its_tag_and_generation(name: str, fits: bool) -> None:
    (one,) = [each for each in OPERATIONS if each.id == "v2_agents_list"]

    assert one.belongs_to(name) is fits


def test_lists_that_page_are_asked_for_a_small_first_page() -> None:
    queries = {one.symbol: dict(one.query) for one in OPERATIONS if one.query}

    assert queries["v2.chat_threads.list_by_agent"] == {
        "page": 1,
        "items_per_page": 10,
        "paginated": "true",
    }
    assert queries["v2.agents.list_history"] == {"page": 1, "items_per_page": 10}
    assert "v2.agents.list" not in queries


def test_the_tables_name_what_the_spec_has() -> None:
    assert set(RECORDS) <= set(DOCUMENT["components"]["schemas"])
    assert set(RECORDS.values()) | set(SYNONYMS) | set(SYNONYMS.values()) <= PARAMETERS
    assert EVIDENCE == spec.EVIDENCE
