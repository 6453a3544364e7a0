"""The pages of documentation that are made of the spec: what is covered, and what is called how."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable

from .methods import Method
from .plan import Plan, ResourcePlan, make_plan
from .spec import EVIDENCE, Spec, SpecOperation, list_in
from .target import Target

_NUMBERS = ("operations", *EVIDENCE, "partly inferred", "added")
_RIGHT = "---:"

_COVERAGE = """\
How much of the {title} is covered, and how well each operation is known. The evidence for an
operation is one of these, the best first:

- **live**: a deployment answered it, as `python -m ejento_async.verify` saw.
- **documented**: the vendor's documentation shows path and verb.
- **vendor-client**: the vendor's own public client calls it.
- **inferred**: the vendor names it; path, verb or bodies follow the pattern of the generation.

*Partly inferred* counts those that are not inferred as a whole but have parts that are. *Added*
counts the candidates: operations that the vendor does not name in the generation, and that stand
here because another generation has them. They are in the other columns, too. All other operations
are the titles of the vendor's documentation, each in the generation that names it."""

_OPERATIONS = """\
Every title of the vendor's documentation of the {title}, and the method that it has become. What
stands under *evidence* is explained in [coverage.md](coverage.md). An operation that is marked as
added is not named by the vendor in its generation, so its title is our own. A list that pages has
an `iter_...` method beside it, which walks all pages."""


def pages(spec: Spec, target: Target) -> dict[str, str]:
    """Return the text of each page by its path."""
    if target.docs is None:
        return {}
    plan = make_plan(spec)
    to_code = posixpath.relpath(f"{target.package}/api", target.docs)
    return {
        f"{target.docs}/coverage.md": _coverage(spec, plan),
        f"{target.docs}/operations.md": _operations(spec, plan, to_code),
    }


def _coverage(spec: Spec, plan: Plan) -> str:
    generations = _generations(plan)
    rows = [
        _row(f"[{_name(plan, group)}](#{_anchor(_name(plan, group))})", _in(group))
        for group in generations
    ]
    total = _row("**all**", spec.operations, strong=True)
    parts = [
        "# Coverage",
        _written_by(plan),
        _COVERAGE.format(title=spec.document["info"]["title"]),
        _table(["generation", *_NUMBERS], [*rows, total]),
    ]
    for group in generations:
        name = _name(plan, group)
        sections = [
            _row(f"[{_tag(one)}](operations.md#{_anchor(_tag(one))})", _in([one])) for one in group
        ]
        total = _row(f"**{name}**", _in(group), strong=True)
        parts += [f"## {name}", _table(["section", *_NUMBERS], [*sections, total])]
    return _page(parts)


def _operations(spec: Spec, plan: Plan, to_code: str) -> str:
    parts = [
        "# Operations",
        _written_by(plan),
        _OPERATIONS.format(title=spec.document["info"]["title"]),
    ]
    for group in _generations(plan):
        parts.append(f"## {_name(plan, group)}")
        for resource in group:
            access = resource.access.removeprefix("client.")
            rows = [_line(access, method) for method in resource.methods]
            parts += [
                f"### {_tag(resource)}",
                f"{_cell(resource.description)} [`{access}`]({to_code}/{resource.module}.py)",
                _table(["documented title", "method", "HTTP", "evidence", ""], rows, right=False),
            ]
    return _page(parts)


def _line(access: str, method: Method) -> list[str]:
    raw = method.spec.raw
    names = f"`{access}.{method.name}`"
    if method.kind == "page":
        names += f", `{method.walk_name}`"
    inferred: list[str] = list_in(raw, "x-inferred")
    remarks = [
        f"deprecated: use `{raw['x-replacement']}`" if raw.get("deprecated") else "",
        "added" if raw.get("x-candidate") else "",
        _cell(f"inferred: {', '.join(inferred)}") if inferred else "",
    ]
    http = f"`{method.spec.method} {method.spec.path}`"
    return [
        _cell(str(raw["summary"])),
        names,
        http,
        str(raw["x-evidence"]),
        "; ".join(filter(None, remarks)),
    ]


def _row(name: str, operations: list[SpecOperation], *, strong: bool = False) -> list[str]:
    """Return a line of numbers, in the order of `_NUMBERS`."""
    counts = Counter(str(operation.raw["x-evidence"]) for operation in operations)
    numbers = [
        len(operations),
        *(counts[grade] for grade in EVIDENCE),
        sum(
            operation.raw["x-evidence"] != "inferred" and "x-inferred" in operation.raw
            for operation in operations
        ),
        sum(bool(operation.raw.get("x-candidate")) for operation in operations),
    ]
    texts = [str(number) if number else "" for number in numbers]
    return [name, *(f"**{text}**" if strong and text else text for text in texts)]


def _generations(plan: Plan) -> list[list[ResourcePlan]]:
    """Return the resources by generation, both in the order of the spec."""
    groups: dict[str, list[ResourcePlan]] = {}
    for resource in plan.resources.values():
        groups.setdefault(resource.generation.class_name, []).append(resource)
    return list(groups.values())


def _in(resources: Iterable[ResourcePlan]) -> list[SpecOperation]:
    return [method.spec for resource in resources for method in resource.methods]


def _name(plan: Plan, group: list[ResourcePlan]) -> str:
    """Return what a generation is called; an API with one generation only is called as its file."""
    return group[0].generation.tag_prefix or plan.source


def _tag(resource: ResourcePlan) -> str:
    return resource.methods[0].spec.tag


def _anchor(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    kept = "".join(letter for letter in heading.lower() if letter.isalnum() or letter in " -_")
    return kept.replace(" ", "-")


def _table(head: list[str], rows: list[list[str]], *, right: bool = True) -> str:
    """Return a table; `right` says that all columns but the first hold numbers."""
    ruler = ["---", *(_RIGHT if right else "---" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ruler, *rows))


def _cell(text: str) -> str:
    """Return text that can stand in a table and means nothing in Markdown."""
    plain = " ".join(text.split()).replace("\\", "\\\\")
    for letter in "|<*_":
        plain = plain.replace(letter, f"\\{letter}")
    return plain


def _written_by(plan: Plan) -> str:
    return f"<!-- Generated from {plan.source} by scripts/regenerate.sh; not to be edited. -->"


def _page(parts: list[str]) -> str:
    return "\n\n".join(parts) + "\n"
