"""Which changes of the generated API break users."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.codegen.changes import compare
from scripts.codegen.driver import generate
from scripts.codegen.spec import JSON, Spec
from scripts.codegen.surface import Surface, surface_of
from scripts.codegen.target import EJENTO, Target

from .support import FILE, operation, schema, torture

Edit = Callable[[JSON], object]


@pytest.fixture(scope="module")
def before(generated: Path) -> Surface:
    return surface_of(generated, EJENTO)


def surface(document: JSON, directory: Path) -> Surface:
    package = directory / "generated"
    package.mkdir()
    generate(Spec(document, FILE), Target(), package)
    return surface_of(package, EJENTO)


def change(operation_id: str, **members: object) -> Edit:
    return lambda document: operation(document, operation_id).update(members)


def member(of: str, name: str, **node: object) -> Edit:
    return lambda document: schema(document, of)["properties"].update({name: node})


def require(of: str, name: str) -> Edit:
    return lambda document: schema(document, of).setdefault("required", []).append(name)


def data(operation_id: str, node: JSON) -> Edit:
    content = {"application/json": {"schema": node}}
    return lambda document: operation(document, operation_id)["responses"]["200"].update(
        content=content
    )


def values(of: str, *found: object) -> Edit:
    return lambda document: schema(document, of).update(enum=list(found))


@pytest.mark.parametrize(
    ("edit", "symbol", "text"),
    [
        (
            lambda d: d["paths"].pop("/odds/{id}"),
            "v1.odds.get_odd",
            "removed",
        ),
        (
            lambda d: schema(d, "AskRequest")["properties"].pop("url"),
            "v2.streams.answer",
            "argument url removed",
        ),
        (
            lambda d: (
                member("AskRequest", "depth", type="integer", description="D.")(d),
                require("AskRequest", "depth")(d),
            ),
            "v2.streams.answer",
            "argument depth added, required",
        ),
        (
            member("AskRequest", "url", type="integer", description="A number."),
            "v2.streams.answer",
            "argument url is int | Unset, was str | Unset",
        ),
        (values("ShadeInput", "dark"), "models.ShadeInput", "values is Literal['dark'], was "),
        (require("TurnInput", "bot"), "models.TurnInput", "member bot now required"),
        (
            lambda d: schema(d, "OddInput")["properties"].pop("with-dash"),
            "models.OddInput",
            "member with-dash removed",
        ),
        (member("Part", "number", type="string"), "models.Part", "member number is str, was int"),
        (
            lambda d: schema(d, "Part").pop("required"),
            "models.Part",
            "member number is int | None, was int",
        ),
        (
            data("v2_records_count", {"type": "string"}),
            "v2.records.count",
            "returns str, was int",
        ),
        (
            change("v2l_lists_list", operationId="v2l_lists_list_flat"),
            "v2_legacy.lists.iter",
            "renamed to v2_legacy.lists.iter_flat",
        ),
        (
            lambda d: d["paths"].update(
                {
                    "/api/v2/records/{part-name}/parts/{record_id}": d["paths"].pop(
                        "/api/v2/records/{record_id}/parts/{part-name}"
                    )
                }
            ),
            "v2.records.get_part",
            "positional arguments in another order",
        ),
    ],
)
def test_this_breaks_users(
    before: Surface, tmp_path: Path, edit: Edit, symbol: str, text: str
) -> None:
    document = torture()
    edit(document)

    found = list(compare(before, surface(document, tmp_path)))

    breaking = [f"{one.symbol}: {one.text}" for one in found if one.breaking]
    assert any(line.startswith(f"{symbol}: {text}") for line in breaking), found


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (
            member("AskRequest", "depth", type="integer", description="D."),
            ["v2.streams.answer: argument depth added"],
        ),
        (
            member("AskRequest", "url", type=["string", "null"], description="A name."),
            ["v2.streams.answer: argument url is str | None | Unset, was str | Unset"],
        ),
        (
            lambda d: schema(d, "AskRequest")["allOf"].pop(),
            ["v2.streams.answer: argument user_query now optional"],
        ),
        (member("Part", "new", type="string"), ["models.Part: member new added"]),
        (
            require("Owner", "name"),
            [f"models.{n}: member name is str" for n in ("Owner", "Manager")],
        ),
        (values("State", "new", "done"), ["models.State: values is Literal['new', 'done'] | str"]),
        (
            values("ShadeInput", "light", "dark", "none"),
            ["models.ShadeInput: values is Literal['light', 'dark', 'none']"],
        ),
        (
            data("v2_bodies_delete", {"type": "string"}),
            [],
        ),
        (change("v2_records_count", summary="Another Title"), []),
    ],
)
def test_this_does_not_break_users(
    before: Surface, tmp_path: Path, edit: Edit, lines: list[str]
) -> None:
    document = torture()
    edit(document)

    found = list(compare(before, surface(document, tmp_path)))

    assert [one for one in found if one.breaking] == []
    told = [f"{one.symbol}: {one.text}" for one in found]
    assert len(told) == len(lines)
    for line, start in zip(told, lines, strict=True):
        assert line.startswith(start)
