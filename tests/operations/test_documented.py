"""Everything that the vendor's documentation names is in the spec once, and in the client.

`documented.json` holds the 413 operations that the vendor's documentation and public clients name,
by generation, section and title, each with the evidence for it; and the candidates, which no page
names and which stand to reason because another generation has them.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from ejento_async import EjentoClient
from ejento_async.sandbox._routes import Routes
from ejento_async.sandbox._spec import packaged_spec

from .calling import method_of
from .spec import OPERATIONS, Operation


class Entry(NamedTuple):
    """One operation that is named somewhere."""

    generation: str
    section: str
    title: str
    evidence: str


def read(part: str) -> list[Entry]:
    """Return one part of the list."""
    text = Path(__file__).with_name("documented.json").read_text(encoding="utf-8")
    return [
        Entry(generation, section, title, evidence)
        for generation, sections in json.loads(text)[part].items()
        for section, titles in sections.items()
        for title, evidence in titles.items()
    ]


DOCUMENTED, CANDIDATES = read("documentation"), read("candidates")
GENERATIONS = {"V1": "v1", "V2 Legacy": "v2_legacy", "V2": "v2"}


def operations_of(entry: Entry) -> list[Operation]:
    """Return the operations of the spec that bear a title."""
    return [
        operation
        for operation in OPERATIONS.values()
        if operation.node["summary"] == entry.title
        and operation.generation == GENERATIONS[entry.generation]
    ]


def test_the_list_is_whole() -> None:
    assert Counter(entry.evidence for entry in DOCUMENTED) == {
        "documented": 30,
        "vendor-client": 28,
        "inferred": 355,
    }
    assert Counter(entry.generation for entry in DOCUMENTED) == {
        "V1": 106,
        "V2 Legacy": 168,
        "V2": 139,
    }
    assert {entry.evidence for entry in CANDIDATES} == {"inferred"}


def test_every_title_stands_in_the_spec_exactly_once_with_its_evidence() -> None:
    for entry in DOCUMENTED + CANDIDATES:
        found = operations_of(entry)

        assert len(found) == 1, entry
        assert found[0].node["x-evidence"] == entry.evidence, entry


def test_the_spec_has_nothing_that_is_not_on_the_list() -> None:
    listed = [found.id for entry in DOCUMENTED + CANDIDATES for found in operations_of(entry)]

    assert sorted(OPERATIONS) == sorted(listed)


async def test_each_is_a_method_of_the_client_that_says_what_the_evidence_is(
    offline: EjentoClient,
) -> None:
    for entry in DOCUMENTED + CANDIDATES:
        (operation,) = operations_of(entry)
        words = " ".join((method_of(offline, operation).__doc__ or "").split())

        assert words.startswith(entry.title), entry
        assert f"Evidence: {entry.evidence}" in words, entry
        assert f"`{operation.method} {operation.path}`" in words, entry


@pytest.mark.parametrize("entries", [DOCUMENTED, CANDIDATES], ids=["documented", "candidates"])
def test_the_sandbox_has_a_route_to_each(entries: list[Entry]) -> None:
    routes = Routes(packaged_spec().operations.values())
    for entry in entries:
        (operation,) = operations_of(entry)
        path = "".join("1" if part.startswith("{") else part for part in split(operation.path))
        found = routes.find(operation.method, path).operation

        assert found is not None, entry
        assert found.id == operation.id, entry


def split(path: str) -> list[str]:
    """Split a path into its placeholders and what is between them."""
    return path.replace("{", "\n{").replace("}", "}\n").split("\n")
