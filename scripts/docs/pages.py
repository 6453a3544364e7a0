"""The pages of the reference that are written by nobody: of namespaces, and of records."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

import griffe

from scripts.docs.marks import badge, verb
from scripts.docs.namespaces import GENERATIONS, Method, Namespace

RECORDS: Final = "reference/records.md"
INPUTS: Final = "reference/inputs.md"
VALUES: Final = "reference/values.md"

_RECORD_PAGES: Final = {
    RECORDS: """\
# Records

What methods return. A member that is absent or null is `None`; members that the spec does not know
are kept in `additional_properties`.""",
    INPUTS: """\
# Inputs

Objects that methods take: dictionaries whose members an editor and a type checker know.""",
    VALUES: """\
# Values

Texts with values that are known. Those of answers are open, because a server may send others;
those that end in `Input` are what a request may hold.""",
}

_WITH_RESPONSE: Final = """\
`with_response` has the same methods; each returns the whole
[`APIResponse`][ejento_async.APIResponse].
{: .aside }"""

_WITHOUT_MEMBERS: Final = "\n    options: {members: []}"  # the docstring lists the attributes


def namespace_page(namespace: Namespace) -> str:
    """Return the page of a namespace: a table of its methods, then each of them."""
    parts = [
        f"---\ntitle: {namespace.title}\nsearch: {{boost: {_weight(namespace)}}}\n---",
        f"# <code>{namespace.title}</code> {{ #{namespace.title} }}",
        namespace.summary,
        _table(namespace),
        _WITH_RESPONSE,
    ]
    parts += [_entry(namespace, method) for method in namespace.methods]
    return "\n\n".join(parts) + "\n"


def overview(namespaces: Iterable[Namespace]) -> str:
    """Return a table of all namespaces for each generation, for the first page of the reference."""
    parts: list[str] = []
    for generation, found in groupby(namespaces, lambda namespace: namespace.generation):
        parts.append(f"### {generation.title}")
        rows = [
            f"| [`{namespace.title}`][{namespace.title}] | {len(namespace.methods)} "
            f"| {_cell(namespace.summary)} |"
            for namespace in found
        ]
        parts.append("\n".join(["| namespace | methods | about |", "| --- | --: | --- |", *rows]))
    return "\n\n".join(parts)


def record_pages(code: griffe.Module) -> dict[str, str]:
    """Return the pages of all records, inputs and values, by their place below `docs/`."""
    parts = {page: [head] for page, head in _RECORD_PAGES.items()}
    for models in ("generated.models", "document360.models"):
        for name in sorted(code[models].exports or ()):
            record = code[f"{models}.{name}"]
            parts[_page_of(record)].append(f"::: {record.canonical_path}{_WITHOUT_MEMBERS}")
    return {page: "\n\n".join(found) + "\n" for page, found in parts.items()}


def _weight(namespace: Namespace) -> int:
    # The older generations have methods of the same names; most searches mean the current one.
    return 4 if namespace.generation is GENERATIONS[0] else 1


def _page_of(record: griffe.Object | griffe.Alias) -> str:
    if not record.is_class:
        return VALUES
    return INPUTS if record.name.endswith("Input") else RECORDS


def _table(namespace: Namespace) -> str:
    rows = [
        f"| [`{method.name}`](#{namespace.title}.{method.name}) | {_cell(method.summary)} "
        f"| {_request(method)} | {badge(method.evidence)} |"
        for method in namespace.methods
    ]
    head = ["| method | | request | evidence |", "| --- | --- | --- | --- |"]
    table = "\n".join([*head, *rows])
    return f'<div class="methods" markdown>\n\n{table}\n\n</div>'


def _entry(namespace: Namespace, method: Method) -> str:
    gone = ' <span class="badge deprecated">deprecated</span>' if method.deprecated else ""
    heading = (
        f'## <span class="namespace">{namespace.title}.</span>{method.name}{gone} '
        f'{{ #{namespace.title}.{method.name} data-toc-label="{method.name}" }}'
    )
    options = "    options:\n      show_root_heading: false\n      show_root_toc_entry: false"
    return f"{heading}\n\n::: {method.path}\n{options}"


def _request(method: Method) -> str:
    return f"{verb(method.verb)} `{method.route}`" if method.verb else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
