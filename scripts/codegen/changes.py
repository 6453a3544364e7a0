"""Says what changed for users between a git revision and what has just been generated."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from .output import differences
from .surface import Call, Item, Record, Surface, surface_of
from .target import Target


class Change(NamedTuple):
    """One change.

    Attributes:
        symbol: what users write, for example `v2.agents.get`, `models.Agent` or
            `document360.teams.get`.
        text: what happened to it.
        breaking: whether code that uses it can stop working.
    """

    symbol: str
    text: str
    breaking: bool = False


class RevisionError(Exception):
    """Git does not know the revision."""


def since(target: Target, revision: str) -> list[Change] | None:
    """Compare the generated package with a revision; None when that has no package.

    Raises:
        RevisionError: git does not know the revision.
    """
    with TemporaryDirectory() as temporary:
        old = Path(temporary) / target.package
        if not _extract(target, revision, Path(temporary)) or not old.exists():
            return None
        new = target.root / target.package
        if not differences(old, new):
            return []
        found = compare(surface_of(old, target.api), surface_of(new, target.api))
        return [change._replace(symbol=f"{target.symbols}{change.symbol}") for change in found]


def _extract(target: Target, revision: str, directory: Path) -> bool:
    git = ["git", "-C", str(target.root)]
    verified = subprocess.run(
        [*git, "rev-parse", "-q", "--verify", f"{revision}^{{commit}}"],
        capture_output=True,
        check=False,
    )
    if verified.returncode:
        if revision != "HEAD":
            raise RevisionError(f"git knows no revision {revision}")
        return False
    archive = subprocess.run(
        [*git, "archive", revision, target.package], capture_output=True, check=False
    )
    if archive.returncode:
        return False
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        # Pythons before 3.11.4 have no filters; what is extracted here is our own history.
        files.extraction_filter = getattr(tarfile, "data_filter", None)
        files.extractall(directory)  # noqa: S202
    return True


def compare(old: Surface, new: Surface) -> Iterator[Change]:
    """Yield the changes from one surface to another."""
    moved = _renamed(old, new)
    for symbol, before in old.operations.items():
        after = new.operations.get(moved.get(symbol, symbol))
        if after is None:
            yield Change(symbol, "removed", breaking=True)
            continue
        if symbol in moved:
            yield Change(symbol, f"renamed to {moved[symbol]}", breaking=True)
        yield from _operation(symbol, before, after)
    for symbol in new.operations:
        if symbol not in old.operations and symbol not in moved.values():
            yield Change(symbol, "added")

    for symbol, record in old.records.items():
        if symbol not in new.records:
            yield Change(symbol, "removed", breaking=True)
        else:
            yield from _record(symbol, record, new.records[symbol])
    for symbol in new.records:
        if symbol not in old.records:
            yield Change(symbol, "added")


def _renamed(old: Surface, new: Surface) -> dict[str, str]:
    """Match operations that are gone with new ones on the same method and path."""
    fresh = {
        call.wire: symbol for symbol, call in new.operations.items() if symbol not in old.operations
    }
    return {
        symbol: fresh[call.wire]
        for symbol, call in old.operations.items()
        if symbol not in new.operations and call.wire in fresh
    }


def _operation(symbol: str, old: Call, new: Call) -> Iterator[Change]:
    if new.deprecated and not old.deprecated:
        yield Change(symbol, "deprecated")
    yield from _items(symbol, "argument", old.items, new.items, given=True)
    order = [name for name, item in old.items.items() if item.position is not None]
    after = [name for name, item in new.items.items() if item.position is not None]
    if [name for name in order if name in after] != after[: len(order)] and set(order) <= set(
        after
    ):
        yield Change(symbol, "positional arguments in another order", breaking=True)
    if old.returns not in (new.returns, "None"):
        breaking = bool(_choices(new.returns) - _choices(old.returns))
        yield Change(symbol, f"returns {new.returns}, was {old.returns}", breaking)


def _record(symbol: str, old: Record, new: Record) -> Iterator[Change]:
    if old.kind != new.kind:
        yield Change(symbol, "changed its kind", breaking=True)
    else:
        given = old.kind == "TypedDict"
        closed = old.kind == "alias" and not old.items[""].type.endswith((" | str", " | int"))
        yield from _items(symbol, "member", old.items, new.items, given=given or closed)


def _items(
    symbol: str, what: str, old: dict[str, Item], new: dict[str, Item], *, given: bool
) -> Iterator[Change]:
    """Compare arguments or members; `given` says that users give them, and do not get them."""
    for name, before in old.items():
        named = f"{what} {name}".strip() if name else "values"
        after = new.get(name)
        if after is None:
            yield Change(symbol, f"{named} removed", breaking=True)
            continue
        if given and after.required != before.required:
            now = "required" if after.required else "optional"
            yield Change(symbol, f"{named} now {now}", breaking=after.required)
        gained = _choices(after.type) - _choices(before.type)
        lost = _choices(before.type) - _choices(after.type)
        if gained or lost or (not name and after.type != before.type):
            text = f"{named} is {after.type}, was {before.type}"
            yield Change(symbol, text, breaking=bool(lost if given else gained))
    for name, after in new.items():
        if name not in old:
            required = given and after.required
            text = f"{what} {name} added{', required' if required else ''}"
            yield Change(symbol, text, breaking=required)


def _choices(annotation: str) -> set[str]:
    """Return the members of a union, with the values of a `Literal` one by one."""

    def of(node: ast.expr) -> Iterator[str]:
        match node:
            case ast.BinOp(left, ast.BitOr(), right):
                yield from of(left)
                yield from of(right)
            case ast.Subscript(ast.Name("Literal"), ast.Tuple(values)):
                yield from map(ast.unparse, values)
            case ast.Subscript(ast.Name("Literal"), value):
                yield ast.unparse(value)
            case _:
                yield ast.unparse(node)

    choices = set(of(ast.parse(annotation, mode="eval").body))
    # Of open enums the values are text, or numbers, as any other.
    if "str" in choices:
        choices = {choice for choice in choices if not choice.startswith("'")}
    if "int" in choices:
        choices = {choice for choice in choices if not choice.lstrip("-").isdecimal()}
    return choices - {"Unset"}


def report(changes: list[Change] | None, package: str, revision: str) -> str:
    """Write the changes for a maintainer, breaking ones first."""
    if changes is None:
        return f"No {package} at {revision}: nothing to compare with."
    if not changes:
        return f"Nothing changed for users of {package} since {revision}."
    lines = [f"What changed for users of {package} since {revision}:"]
    for title, breaking in (("Breaking", True), ("Compatible", False)):
        found = sorted(change for change in changes if change.breaking is breaking)
        lines += (
            ["", title, *(f"  {change.symbol}: {change.text}" for change in found)] if found else []
        )
    return "\n".join(lines)


def unacknowledged(changes: list[Change] | None, changelog: Path) -> list[str]:
    """Return the symbols of breaking changes that the changelog does not name.

    They are to be named, as they are written in the report, under `### Breaking` in the section
    `## [Unreleased]`.
    """
    text = changelog.read_text(encoding="utf-8") if changelog.exists() else ""
    unreleased = re.search(r"^## \[Unreleased\].*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    section = re.search(
        r"^### Breaking.*?(?=^###? |\Z)",
        unreleased.group() if unreleased else "",
        re.MULTILINE | re.DOTALL,
    )
    named = set(re.findall(r"[\w.]+\w", section.group() if section else ""))
    symbols = sorted({change.symbol for change in changes or [] if change.breaking})
    return [symbol for symbol in symbols if symbol not in named]
