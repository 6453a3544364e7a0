"""What the pages say of the code is what the code says of itself."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from textwrap import dedent
from typing import Any

import pytest
import yaml

from ejento_async import Document360Client, EjentoClient, Limits, Timeout, _errors, _retry
from ejento_async.verify._operations import packaged_document

from .blocks import ROOT, all_blocks, blocks_of, pages

GUIDE = [page for page in pages() if not page.startswith(("docs/operations", "docs/coverage"))]


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.fixture
def namespaces() -> dict[str, Any]:
    """Return what the names of methods on the pages begin with."""
    ejento = EjentoClient(base_url="https://ejento.test", api_key="key", access_token="token")
    document360 = Document360Client(base_url="https://document360.test", api_key="key")
    generations: dict[str, Any] = {
        "v1": ejento.v1,
        "v2_legacy": ejento.v2_legacy,
        "v2": ejento.v2,
        "document360": document360,
    }
    return generations


def methods_named(page: str) -> Iterator[tuple[str, str, str]]:
    # What is said to be printed may be of another day.
    text = re.sub(r"```text\n.*?```", "", text_of(page), flags=re.DOTALL)
    yield from re.findall(r"\b(v1|v2|v2_legacy|document360)\.([a-z_0-9]+)\.([a-z_]+)", text)


def test_every_method_that_a_page_names_is_there(namespaces: dict[str, Any]) -> None:
    named = {name for page in GUIDE for name in methods_named(page)}

    assert len(named) > 100
    for generation, resource, method in sorted(named):
        assert hasattr(getattr(namespaces[generation], resource), method), (resource, method)


def test_all_lists_that_page_are_named(namespaces: dict[str, Any]) -> None:
    walks = {
        f"{generation}.{resource}.{name}"
        for generation, api in namespaces.items()
        for resource, _ in inspect.getmembers(
            type(api), lambda member: isinstance(member, property)
        )
        for name in dir(getattr(api, resource))
        if name.startswith("iter")
    }

    assert walks == set(re.findall(r"`(\w+\.\w+\.iter\w*)`", text_of("docs/pagination.md")))


def test_the_tree_of_errors_is_the_one_of_the_code() -> None:
    trees = [block.text for block in blocks_of("docs/errors.md") if "EjentoError\n" in block.text]

    assert [dedent("    EjentoError" + _tree())] == trees


def _tree() -> str:
    assert _errors.__doc__ is not None
    return _errors.__doc__.partition("EjentoError")[2].partition("\n\n")[0] + "\n"


def test_the_defaults_in_the_tables_are_those_of_the_code() -> None:
    network, errors = text_of("docs/network.md"), text_of("docs/errors.md")
    timeout, limits = Timeout(), Limits()

    assert f"| `Timeout(connect=)` | {timeout.connect:g} s |" in network
    assert f"| `Timeout(read=)` | {timeout.read:g} s |" in network
    assert f"| `Timeout(write=)` | {timeout.write:g} s |" in network
    assert f"| `max_connections` | {limits.max_connections} |" in network
    assert f"| `keepalive` | {limits.keepalive:g} s |" in network
    assert f"| `max_response_bytes` | {limits.max_response_bytes >> 20} MiB |" in network
    assert f"| 0 to {_retry.FIRST_WAIT:g} s, drawn anew" in errors
    assert f"the upper end doubles, up to {_retry.LONGEST_WAIT:g} s" in errors
    assert f"honoured up to {_retry.LONGEST_RETRY_AFTER:g} s" in errors
    budget = _retry.RetryBudget
    assert f"a budget: {budget.RESERVE:g} in hand" in errors
    assert f"{budget.MOST:g} at most" in errors


@pytest.mark.parametrize(
    ("generation", "column"), [("V1", 0), ("V2 Legacy", 1), ("V2", 2)], ids=str
)
def test_the_evidence_is_counted_as_in_the_coverage(generation: str, column: int) -> None:
    row = next(
        line
        for line in text_of("docs/coverage.md").splitlines()
        if line.startswith(f"| [{generation}](")
    )
    total, *grades = [int(cell or 0) for cell in map(str.strip, row.split("|")[2:7])]
    rows = re.findall(
        r"^\| `[a-z-]+` \|.*\| (\d+) \| (\d+) \| (\d+) \|$",
        text_of("docs/evidence.md"),
        re.MULTILINE,
    )

    assert grades == [int(counts[column]) for counts in rows]
    sure = sum(grades[:-1])
    assert f"| {total} | {sure} |" in text_of("docs/migration.md")


def test_the_operation_that_is_shown_is_one_of_the_spec() -> None:
    paths = packaged_document()["paths"]
    shown = [yaml.safe_load(block.text) for block in all_blocks("yaml")]
    operations = [
        (path, verb, operation)
        for page in shown
        for path, verbs in page.items()
        if path.startswith("/")
        for verb, operation in verbs.items()
    ]

    assert len(operations) == 1
    for path, verb, operation in operations:
        real = paths[path][verb]
        responses = operation.pop("responses")
        assert responses == {status: real["responses"][status] for status in responses}
        assert operation == {name: real[name] for name in operation}
