"""The site without building it: its navigation, its reference, and where its files come from.

`make docs` builds it strictly, which proves links, anchors and references of all pages.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import griffe
import pytest
import yaml

import ejento_async
from ejento_async import backends, models, sandbox
from ejento_async._client import V2
from ejento_async.document360.api.teams import TeamsApi
from ejento_async.generated.namespaces import V1, V2Legacy
from scripts.docs import docstrings, figures, links, namespaces, offline, pages, rest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
REFERENCE = "\n".join(page.read_text(encoding="utf-8") for page in DOCS.glob("reference/*.md"))

MADE_BY_THE_BUILD = {
    "changelog.md",
    "security.md",
    pages.RECORDS,
    pages.INPUTS,
    pages.VALUES,
}


@cache
def code() -> griffe.Module:
    return namespaces.package()


@cache
def spaces() -> list[namespaces.Namespace]:
    return namespaces.namespaces(code())


def leaves(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    else:
        for child in part.values() if isinstance(part, dict) else part:
            yield from leaves(child)


def test_the_navigation_names_every_page_once_and_nothing_else() -> None:
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    written = {str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md")}

    assert sorted(written | MADE_BY_THE_BUILD) == sorted(leaves(config["nav"]))


@pytest.mark.parametrize(
    ("client", "prefix"),
    [(V1, "ejento.v1"), (V2Legacy, "ejento.v2_legacy"), (V2, "ejento.v2")],
)
def test_every_namespace_and_method_of_the_client_has_a_page(client: type, prefix: str) -> None:
    named = {name for name, _ in inspect.getmembers(client, lambda it: isinstance(it, property))}
    with_pages = {space.name: space for space in spaces() if space.generation.prefix == prefix}

    assert named == with_pages.keys()
    for name, space in with_pages.items():
        page = pages.namespace_page(space)
        for method in public_methods(type(getattr(client(None), name))):
            assert f"{{ #{prefix}.{name}.{method} " in page


def test_the_teams_of_document360_have_a_page() -> None:
    [space] = [space for space in spaces() if space.generation.prefix == "document360"]

    assert {method.name for method in space.methods} == public_methods(TeamsApi)


def public_methods(namespace: type) -> set[str]:
    members = inspect.getmembers(namespace, inspect.isfunction)
    return {name for name, _ in members if not name.startswith("_")}


@pytest.mark.parametrize("package", [ejento_async, backends, sandbox])
def test_every_public_name_has_a_place_in_the_reference(package: Any) -> None:
    listed = set(re.findall(r"^::: (\S+)$", REFERENCE, re.MULTILINE))
    names = set(package.__all__) - {"__version__"}

    assert {
        name
        for name in names
        if not {f"ejento_async.{name}", f"{package.__name__}.{name}"} & listed
    } == set()


def test_every_record_is_on_one_of_the_pages_of_records() -> None:
    listed = re.findall(
        r"^::: (\S+)$", "\n".join(pages.record_pages(code()).values()), re.MULTILINE
    )
    names = [path.rpartition(".")[2] for path in listed]

    assert set(names) >= set(models.__all__)
    assert len(listed) == len(set(listed))


def test_the_table_of_a_namespace_says_what_is_called_and_how_it_is_known() -> None:
    [agents] = [space for space in spaces() if space.title == "ejento.v2.agents"]

    assert (
        "| [`get`](#ejento.v2.agents.get) | Get an Agent. "
        '| <span class="verb get">GET</span> `/api/v2/agents/{agent_id}` '
        '| <span class="badge vendor-client">vendor-client</span> |'
    ) in pages.namespace_page(agents)


def test_a_docstring_gets_a_badge_and_its_example_colours() -> None:
    text = """Do it.

`POST /things`

    thing = await client.v2.things.create()

Args:
    name: of the thing.

    more: also indented, and no example.

Deprecated: use `v2.others.create`.

Evidence: inferred from a page; path and
method follow the pattern."""

    assert (
        docstrings.dressed(text)
        == """Do it.

<span class="verb post">POST</span> `/things` <span class="badge inferred">inferred</span>
{: .wire }

```python
thing = await client.v2.things.create()
```

Args:
    name: of the thing.

    more: also indented, and no example.

**Deprecated:** use `v2.others.create`.
{: .deprecation }

Evidence: inferred from a page; path and
method follow the pattern.
{: .evidence }"""
    )


def test_links_of_the_repository_become_links_of_the_site() -> None:
    text = (
        "[agents](../ejento_async/generated/api/v2_agents.py) [up](../SECURITY.md#report)\n"
        "[here](coverage.md) [code](../benchmarks/README.md) [gone](../no/such.py)\n"
        "[away](https://example.com) `v2.agents.get` `v2.agents.no`\n"
        "```python\n`v2.agents.get`\n```\n"
    )
    known = links.pages_of_files(spaces())

    assert links.relinked(text, "docs/x.md", "x.md", known, {"ejento.v2.agents.get"}) == (
        "[agents](reference/v2/agents.md) [up](security.md#report)\n"
        "[here](coverage.md) code [gone](../no/such.py)\n"
        "[away](https://example.com) [`v2.agents.get`][ejento.v2.agents.get] `v2.agents.no`\n"
        "```python\n`v2.agents.get`\n```\n"
    )


@pytest.mark.parametrize("name", list(rest.DOCUMENTS))
def test_each_operation_in_the_browser_names_its_evidence_and_its_method(name: str) -> None:
    shown = json.loads(rest.document(name, spaces()))
    operations = [operation for item in shown["paths"].values() for operation in item.values()]

    for operation in operations:
        assert operation["x-evidence"] in operation["x-badges"][0]["name"]
        assert f"**Evidence: {operation['x-evidence']}**" in operation["description"]
        assert operation["x-codeSamples"][0]["source"].startswith("await ")
    assert len(operations) == {"ejento": 463, "document360": 10}[name]


def test_the_front_page_shows_only_what_was_counted_or_measured(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    assert list(figures.measured(page)) == []

    page.write_text("| a call, 50 tasks, against httpx | ≤ 0.60 x | 0.45 x (0.44 to 0.47) | pass |")

    assert list(figures.measured(page)) == [
        ("0.45 \N{MULTIPLICATION SIGN}", "the time of httpx's own client, 50 calls at once")
    ]


@pytest.mark.parametrize(
    "loading",
    [
        '<script src="https://cdn.example.com/x.js"></script>',
        "<img alt='' src=//example.com/x.png>",
        '<link rel="stylesheet" href="https://fonts.example.com/css">',
        '<link href="http://example.com" rel="preconnect">',
        '@import "https://example.com/x.css";',
        "a { background: url(https://example.com/x.png) }",
    ],
)
def test_what_comes_from_another_host_is_found(loading: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(loading)

    assert offline.outside(loading)
    assert len(list(offline.complaints(tmp_path))) == 2, "it loads, and has no policy"


def test_links_and_what_is_on_the_same_host_are_left_alone() -> None:
    assert not offline.outside(
        '<a href="https://ejento.ai">Ejento</a><link rel="canonical" href="https://example.com">'
        '<script src="../assets/x.js"></script><style>a { mask: url("data:image/svg+xml,") }</style>'
        '<svg xmlns="http://www.w3.org/2000/svg"></svg>'
    )


def test_nothing_that_is_added_to_the_theme_comes_from_another_host() -> None:
    added = [*DOCS.glob("assets/**/*.*"), *DOCS.glob("overrides/**/*.*")]
    texts = [file for file in added if file.suffix != ".png"]

    assert len(texts) >= 5
    assert {file.name: offline.outside(file.read_text(encoding="utf-8")) for file in texts} == {
        file.name: [] for file in texts
    }
