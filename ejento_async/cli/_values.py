"""Arguments as they are written in a shell, and the types of the generated methods.

Annotations are read as text: resolving them would import all that they name.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final, TypeAlias, cast, get_args

import click

from .._secret import is_secret_name, secrets_in

_NOT_HERE: Final = (
    "not on the command line, where other users of this machine can read it: "
    "give @FILE, or @- to be asked and for stdin"
)

Reader: TypeAlias = click.ParamType[Any, Any]
"""Reads one value."""


@dataclass(frozen=True)
class Kind:
    """How a parameter is written in a shell.

    Attributes:
        type: reads one value.
        repeats: whether it takes any number of values, which make a list.
        flag: whether it is a switch, `--name` and `--no-name`.
        note: what its help says besides.
    """

    type: Reader
    repeats: bool = False
    flag: bool = False
    note: str = ""


class Nullable(Reader):
    """Another type, and `null`."""

    def __init__(self, inner: Reader) -> None:
        self.inner = inner
        self.name = inner.name

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str | None:
        return self.inner.get_metavar(param, ctx)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        return NULL if value == "null" else self.inner.convert(value, param, ctx)


class Null:
    """The type of `NULL`: a null that was asked for, where None means that nothing was."""


NULL: Final = Null()


class Json(Reader):
    """JSON, or a file of it: `@body.json`, or `@-` for stdin."""

    name = "json"

    def __init__(self, shape: type, *, else_text: bool = False) -> None:
        self.shape = shape
        self.else_text = else_text

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        from_file = value.startswith("@")
        text = _read(self, value[1:], param, ctx) if from_file else value
        try:
            found: object = json.loads(text)
        except ValueError as error:
            if self.else_text and not from_file:
                return text
            self.fail(f"no JSON: {error}", param, ctx)
        if not isinstance(found, self.shape):
            self.fail(f"expected a JSON {_JSON_NAMES[self.shape]}", param, ctx)
        if not from_file and any(secrets_in(found)):
            self.fail(_NOT_HERE, param, ctx)
        return found


class ListItem(Reader):
    """One item of a list, or with `[...]` or `@FILE` a whole list of them."""

    name = "item"

    def __init__(self, item: Reader) -> None:
        self.item = item
        self.name = item.name

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> list[object]:
        if value.startswith(("[", "@")):
            return cast("list[object]", Json(list).convert(value, param, ctx))
        return [self.item.convert(value, param, ctx)]


class NumberOrText(Reader):
    """A whole number where it looks like one, text otherwise."""

    name = "integer|text"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> object:
        # Ids may begin with a zero, and are no numbers then.
        return int(value) if re.fullmatch(r"0|[1-9][0-9]*", value) else value


class Upload(Reader):
    """A file to be sent."""

    def __init__(self, *, else_text: bool = False) -> None:
        self.else_text = else_text
        self.name = "text|@file" if else_text else "file"
        self.note = "A file as @FILE, or a text." if else_text else "The file to send."

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        from .. import File

        if self.else_text and not value.startswith("@"):
            return value
        path = Path(value.removeprefix("@"))
        try:
            return File(path)
        except OSError as error:
            self.fail(f"{path}: {error.strerror or error}", param, ctx)


class Hidden(Reader):
    """A credential: from a file or stdin, never from the command line itself."""

    name = "@file"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        if not value.startswith("@"):
            self.fail(_NOT_HERE, param, ctx)
        if value == "@-" and sys.stdin.isatty():
            asked: str = click.prompt(param.name if param else "value", hide_input=True, err=True)
            return asked
        return _read(self, value[1:], param, ctx).rstrip("\r\n")


_JSON_NAMES: Final = {dict: "object", list: "array", object: "value"}

_SCALARS: Final[dict[frozenset[str], Reader]] = {
    frozenset({"int"}): click.INT,
    frozenset({"float"}): click.FLOAT,
    frozenset({"str"}): click.STRING,
    frozenset({"int", "str"}): NumberOrText(),
    frozenset({"File"}): Upload(),
    frozenset({"File", "FileSource"}): Upload(),
    frozenset({"File", "str"}): Upload(else_text=True),
    frozenset({"Any"}): Json(object, else_text=True),
}


def kind_of(name: str, annotation: str) -> Kind | None:
    """Return how a parameter with this annotation is written; None when it cannot be at all."""
    parts = _parts(annotation)
    nullable = "None" in parts
    kind = _kind([part for part in parts if part not in ("Unset", "None")])
    if kind is None:
        return None
    if kind.type is click.STRING and is_secret_name(name):
        return Kind(Hidden(), note="@- asks for it, or reads stdin.")
    return Kind(Nullable(kind.type), kind.repeats, note=kind.note) if nullable else kind


def _kind(parts: list[str]) -> Kind | None:
    scalar = _SCALARS.get(frozenset(parts))
    if scalar is not None:
        return Kind(scalar)
    if len(parts) != 1:
        return None
    (part,) = parts
    container, _, inside = part.partition("[")
    if part == "bool":
        return Kind(click.BOOL, flag=True)
    if container == "Literal":
        return Kind(click.Choice([str(one) for one in ast.literal_eval(f"[{inside}")]))
    if container in ("list", "Sequence"):
        return _list_kind(inside.removesuffix("]"))
    if container == "dict":
        return Kind(Json(dict))
    return _model_kind(part.removeprefix("models.")) if part.startswith("models.") else None


def _list_kind(item: str) -> Kind:
    kind = _kind(_parts(item))
    inner = Json(object, else_text=True) if kind is None else kind.type
    note = "Repeat it, or give a JSON array."
    return Kind(ListItem(inner), repeats=True, note=f"{note} {kind.note if kind else ''}".strip())


def _model_kind(name: str) -> Kind:
    """Return how an object of the spec is written, and say which members it has."""
    model: Any
    for package in ("generated", "document360"):
        model = getattr(import_module(f"ejento_async.{package}.models"), name, None)
        if model is not None:
            break
    choices = get_args(model)
    if choices:
        return Kind(click.Choice([str(one) for one in choices]))
    members = ", ".join(getattr(model, "__annotations__", ()))
    return Kind(Json(dict), note=f"An object of {members}.")


@cache
def _parts(annotation: str) -> list[str]:
    """Split `builtins.list[str] | None` into `list[str]` and `None`."""
    node = ast.parse(annotation, mode="eval").body
    nodes: list[ast.expr] = []
    while isinstance(node, ast.BinOp):
        nodes.append(node.right)
        node = node.left
    return [ast.unparse(one).removeprefix("builtins.") for one in (node, *reversed(nodes))]


def _read(
    reader: Reader,
    name: str,
    param: click.Parameter | None,
    ctx: click.Context | None,
) -> str:
    """Read a file, or stdin for `-`."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data.decode()
    except OSError as error:
        reader.fail(f"{name}: {error.strerror}", param, ctx)
    except UnicodeDecodeError:
        reader.fail(f"{name}: expected UTF-8", param, ctx)
