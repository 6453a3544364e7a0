"""The text of docstrings: made from the plan, wrapped, and safe to put between triple quotes."""

from __future__ import annotations

import re
import unicodedata
from textwrap import fill

from .methods import Method
from .plan import RecordPlan, ResourcePlan
from .spec import list_in

_WIDTH = 100
_ITEM = re.compile(r"^(?:[-*]|\d+[.)]) ")
_NAMES = frozenset(["Ejento", "Document360"])
"""Words that keep their capital in the middle of a sentence."""

_PREFETCH = """\
How many pages to fetch ahead, all at a time, while the items of one are walked; none by default. \
Whoever leaves such a walk before its end closes it, best with `contextlib.aclosing`."""


def quoted(text: str, indent: int) -> str:
    """Return text as a docstring that stands at an indentation, without the indentation itself."""
    margin = " " * indent
    lines = [line.strip() and f"{margin}{line}" for line in text.strip().split("\n")]
    body = "\n".join(lines).strip()
    return f'"""{body}\n{margin}"""' if "\n" in body else f'"""{body}"""'


def wrapped(text: str, indent: int = 0, first: str = "", hanging: int = 0) -> str:
    """Return text in lines of at most 100 columns, counted with the indentation it will have.

    Paragraphs and the items of lists stay apart; all other line breaks of the spec are its own.

    Args:
        text: any text, for example a description.
        indent: columns that stand before every line in the end.
        first: what the first line begins with.
        hanging: columns by which further lines are indented.
    """
    lines: list[str] = []
    for place, (block, apart) in enumerate(_blocks(text)):
        marker = _ITEM.match(block)
        deeper = hanging + (len(marker.group()) if marker else 0)
        filled = fill(
            block,
            width=_WIDTH - indent,
            initial_indent=first if place == 0 else " " * hanging,
            subsequent_indent=" " * deeper,
            break_long_words=False,
            break_on_hyphens=False,
        )
        lines += ["", filled] if place and apart else [filled]
    return "\n".join(lines)


def _blocks(text: str) -> list[tuple[str, bool]]:
    """Split text into paragraphs and items of lists, each on one line and escaped.

    With each comes whether an empty line stands before it.
    """
    blocks: list[tuple[str, bool]] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines: list[str] = []
        for line in paragraph.split("\n"):
            if lines and not _ITEM.match(line.strip()):
                lines[-1] += f" {line}"
            else:
                lines.append(line)
        plain = [" ".join(_escaped(line).split()) for line in lines]
        blocks += [(line, place == 0) for place, line in enumerate(plain) if line]
    return blocks


def _escaped(text: str) -> str:
    """Escape what would end or change a docstring; what cannot be seen becomes a blank."""
    visible = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return visible.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?", ":")) or "\n" in text else f"{text}."


def _entries(title: str, entries: dict[str, str], indent: int) -> str:
    """Return a section such as Args, or nothing when it would be empty."""
    lines = [
        wrapped(text, indent, first=f"    {name}: ", hanging=8)
        for name, text in entries.items()
        if text.strip()
    ]
    return "\n".join([f"{title}:", *lines]) if lines else ""


def of_module(resource: ResourcePlan, source: str) -> str:
    """Return the docstring of the module of a resource class."""
    head = f"`{resource.access}`: {_lower(_sentence(resource.description))}"
    return quoted(f"{wrapped(head)}\n\n{written_by(source)}", 0)


def written_by(source: str) -> str:
    """Return the line that says where a file comes from."""
    return f"Generated from {source} by scripts/regenerate.sh; not to be edited."


def _lower(text: str) -> str:
    word = text.split(maxsplit=1)[0]
    return text[0].lower() + text[1:] if word[1:].islower() and word not in _NAMES else text


def of_class(description: str) -> str:
    """Return the docstring of a resource class or of a namespace."""
    return quoted(wrapped(_sentence(description), 4), 4)


def of_property(description: str) -> str:
    """Return the docstring of a namespace's property."""
    return quoted(wrapped(_sentence(description), 8), 8)


def of_alias(record: RecordPlan) -> str:
    """Return the docstring of an alias."""
    return quoted(wrapped(_sentence(record.description or record.class_name)), 0)


def of_record(record: RecordPlan, names: dict[str, str]) -> str:
    """Return the docstring of a record; `names` maps members on the wire to Python names."""
    described = {names.get(wire, wire): text for wire, text in record.members.items()}
    parts = [
        wrapped(_sentence(record.description or record.class_name), 4),
        _entries("Attributes", described, 4),
    ]
    return quoted("\n\n".join(part for part in parts if part), 4)


def of_method(method: Method) -> str:
    """Return the docstring of a method."""
    raw = method.spec.raw
    arguments = {argument.name: argument.description for argument in method.arguments}
    parts = [
        wrapped(_sentence(str(raw["summary"])), 8),
        f"`{method.spec.method} {method.spec.path}`",
        wrapped(str(raw.get("description") or ""), 8),
        _entries("Args", arguments, 8),
        _returns(method),
        _raises(method),
        wrapped(_evidence(method), 8),
        f"Deprecated: use `{raw['x-replacement']}`." if raw.get("deprecated") else "",
    ]
    return quoted("\n\n".join(part for part in parts if part), 8)


def _returns(method: Method) -> str:
    text = method.spec.answer.description if method.returns else ""
    return f"Returns:\n{wrapped(text, 8, first='    ', hanging=4)}" if text else ""


def _raises(method: Method) -> str:
    when = {
        "stream": "on entering or reading the stream: the call failed; the subclass says how.",
        "download": "on entering or reading the download: the call failed; the subclass says how.",
    }
    return (
        f"Raises:\n    APIError: {when.get(method.kind, 'the call failed; the subclass says how.')}"
    )


def _evidence(method: Method) -> str:
    raw = method.spec.raw
    source = str(raw["x-evidence-source"]).strip().rstrip(".")
    if raw["x-evidence"] == "inferred":
        return (
            f"Evidence: inferred from {source}; path, method and bodies follow the pattern of the"
            " generation."
        )
    parts: list[str] = list_in(raw, "x-inferred")
    inferred = ""
    if parts:
        listed = " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
        inferred = f"; {listed} {'is' if len(parts) == 1 else 'are'} inferred"
    grade = "answered by a deployment" if raw["x-evidence"] == "live" else raw["x-evidence"]
    return f"Evidence: {grade} ({source}){inferred}."


def of_walk(method: Method) -> str:
    """Return the docstring of the iterator that goes with a paged method."""
    raw = method.spec.raw
    arguments = {argument.name: argument.description for argument in method.arguments}
    begins = [a.name for a in method.arguments if a.place == "query" and a.name in ("page", "skip")]
    further = f"Walks all items of `{method.name}`, fetching pages as they are needed"
    further += f", from `{begins[0]}` on." if begins else "."
    parts = [
        wrapped(_sentence(str(raw["summary"])), 8),
        f"`{method.spec.method} {method.spec.path}`, for each page",
        wrapped(further, 8),
        _entries("Args", {**arguments, "prefetch": _PREFETCH}, 8),
        "Yields:\n    The items, in order.",
        "Raises:\n    APIError: a page cannot be had; `page` of the error says which.",
        wrapped(_evidence(method), 8),
    ]
    return quoted("\n\n".join(part for part in parts if part), 8)


def of_response(method: Method) -> str:
    """Return the docstring of the method that returns the whole response of another."""
    parts = [
        wrapped(_sentence(str(method.spec.raw["summary"])), 8),
        f"`{method.spec.method} {method.spec.path}`",
        wrapped(
            f"Takes the arguments of `{method.name}` without `with_response`, and returns its result"
            " as `data` beside status, headers, envelope, seconds and attempts.",
            8,
        ),
    ]
    return quoted("\n\n".join(parts), 8)
