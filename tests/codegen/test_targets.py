"""Several APIs in one run: what each has of its own, and what one does to the other."""

from __future__ import annotations

import dataclasses
import importlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from scripts.codegen.__main__ import UNACKNOWLEDGED, main
from scripts.codegen.lint import lint
from scripts.codegen.loading import load
from scripts.codegen.spec import JSON, Spec
from scripts.codegen.target import DOCUMENT360, EJENTO, TARGETS, Api, Generation, Target

from .project import Project
from .support import Recorder, make_sdk, operation, schema, torture

ELSEWHERE = Api(
    generations=(Generation("", "", "V9", "", "The ninth version of the API.", "/v9/.*"),),
    security={frozenset(): "NONE", frozenset(["token"]): "KEY"},
    errors=("418",),
    payloads=("result", "data"),
)
FILE = "elsewhere.yaml"


def elsewhere() -> JSON:
    """Return the other spec, no part of it shared with another part or another call."""
    document: JSON = json.loads(json.dumps(load(Path(__file__).with_name(FILE))))
    return document


@dataclasses.dataclass
class Both:
    """A project with two specs."""

    project: Project

    @property
    def other(self) -> Target:
        return dataclasses.replace(
            self.project.target,
            api=ELSEWHERE,
            spec="openapi/elsewhere.yaml",
            package="sdk/elsewhere",
            bundle="sdk/sandbox/elsewhere.json",
            docs=None,
            symbols="elsewhere.",
        )

    def write(self, document: JSON) -> None:
        file = self.project.root / self.other.spec
        file.write_text(json.dumps(document), encoding="utf-8")

    def edit(self, change: Callable[[JSON], object]) -> None:
        document = elsewhere()
        change(document)
        self.write(document)

    def run(self, *arguments: str) -> int:
        return main(list(arguments), [self.project.target, self.other])


@pytest.fixture
def both(committed: Project) -> Both:
    """A project whose first package is generated and committed, and whose second is new."""
    both = Both(committed)
    both.write(elsewhere())
    return both


@pytest.fixture(scope="module")
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package that the other spec becomes, beside our hand-written modules."""
    directory = tmp_path_factory.mktemp("elsewhere")
    make_sdk(elsewhere(), directory / "elsewhere_sdk", ELSEWHERE)
    sys.path.insert(0, str(directory))
    yield importlib.import_module("elsewhere_sdk.generated.namespaces")
    sys.path.remove(str(directory))


# One API.


def test_the_other_spec_keeps_to_the_rules_of_its_own_api_and_not_to_those_of_ejento() -> None:
    assert lint(Spec(elsewhere(), FILE, ELSEWHERE)) == []

    rules = {finding.rule for finding in lint(Spec(elsewhere(), FILE), standard=False)}
    assert rules == {
        *("operation-id", "operation-id-of-tag", "security", "error-responses", "pagination")
    }


def test_a_resource_of_the_only_generation_stands_on_the_client_itself(sdk: ModuleType) -> None:
    members = sdk.V9(Recorder()).team_members

    assert type(members).__name__ == "TeamMembersApi"
    text = str(sys.modules[type(members).__module__].__doc__)
    assert text.startswith("`client.team_members`: elsewhere has members.")
    package = importlib.import_module("elsewhere_sdk.generated")
    assert "records of the Elsewhere API." in (package.__doc__ or "")


async def test_operations_say_where_the_payload_is_and_which_credential_they_carry(
    sdk: ModuleType,
) -> None:
    core = Recorder({"name": "n"})
    members = sdk.V9(core).team_members

    first = await members.get_first()
    assert (core.operation.payload, core.operation.security.name) == ("data", "NONE")
    assert first.to_dict() == {"name": "n"}
    await members.delete("1")
    assert (core.operation.payload, core.operation.security.name) == ("result", "KEY")
    assert core.operation.envelope


async def test_slices_come_as_pages_and_as_iterators(sdk: ModuleType) -> None:
    core = Recorder([{"level": 3}])
    members = sdk.V9(core).team_members

    page = await members.list(count=5)

    assert page == [found async for found in members.iter(count=5)]
    assert page[0].level == 3
    assert core.sent["query"]["count"] == 5
    where: Any = core.operation.pagination
    assert (type(where).__name__, *where) == ("SkipTake", ".", "start", "count", 20)


@pytest.mark.parametrize(("answer", "expected"), [(None, 0), ([], 0), ([{"name": "n"}], 1)])
async def test_an_array_that_may_be_null_is_a_list_all_the_same(
    sdk: ModuleType, answer: Any, expected: int
) -> None:
    members = sdk.V9(Recorder(answer)).team_members

    assert len(await members.list_all()) == expected
    assert members.list_all.__annotations__["return"] == "builtins.list[models.Member]"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"items": ".", "skip": "start"}, "neither items, page, pages, total nor skip and take"),
        ({"items": ".", "skip": "begin", "take": "count"}, "skip is not a query parameter"),
        ({"items": ".", "skip": "start", "take": "number"}, "take is not a query parameter"),
        ({"items": ".", "skip": "start", "take": "start"}, "take has no default"),
        ({"items": "x", "skip": "start", "take": "count"}, "items 'x' is not in the schema"),
    ],
)
def test_slices_that_could_not_be_walked_are_found(change: JSON, reason: str) -> None:
    document = elsewhere()
    operation(document, "team_members_list")["x-pagination"] = change

    findings = lint(Spec(document, FILE, ELSEWHERE), standard=False)

    assert {finding.rule for finding in findings} == {"pagination"}
    assert any(reason in finding.reason for finding in findings)


@pytest.mark.parametrize(
    ("path", "generation"),
    [
        ("/agent/getuser/{id}", "v1"),
        ("/v2/api/user/{id}", "v2l"),
        ("/api/v2/agents", "v2"),
        ("/auth-service/api/v2/users", "v2"),
    ],
)
def test_paths_are_told_apart_by_generation(path: str, generation: str) -> None:
    allowed = {one.prefix for one in EJENTO.generations if one.allows(path)}

    # What is older has no mark of its own, so V2 takes it too.
    assert generation in allowed
    assert allowed <= {generation, "v2"}


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/v2/Teams", True),
        ("/v2/Teams/{userId}/portal", True),
        ("/v2/api/user", False),
        ("/v3/projects", False),
    ],
)
def test_paths_of_document360_do_not_look_like_ejentos(path: str, allowed: bool) -> None:
    assert DOCUMENT360.generations[0].allows(path) is allowed


def test_no_two_targets_write_to_the_same_place() -> None:
    for name in ("spec", "package", "bundle", "symbols"):
        assert len({getattr(target, name) for target in TARGETS}) == len(TARGETS)


# Several of them.


def test_one_run_generates_them_all_and_compares_each_with_its_own_past(
    both: Both, capsys: pytest.CaptureFixture[str]
) -> None:
    assert both.run() == 0

    assert capsys.readouterr().out.splitlines() == [
        f"sdk/generated: {len(Spec(torture(), FILE).operations)} operations",
        "sdk/elsewhere: 4 operations",
        "Nothing changed for users of sdk/generated since HEAD.",
        "No sdk/elsewhere at HEAD: nothing to compare with.",
    ]
    assert (both.project.root / "sdk" / "elsewhere" / "api" / "team_members.py").exists()
    assert (both.project.root / "sdk" / "sandbox" / "elsewhere.json").exists()


def test_a_finding_in_one_spec_leaves_all_packages_untouched(
    both: Both, capsys: pytest.CaptureFixture[str]
) -> None:
    both.project.edit(lambda d: schema(d, "Part")["properties"].pop("children"))
    both.edit(lambda d: operation(d, "team_members_list").pop("summary"))
    before = both.project.files()

    assert both.run() == 1
    assert capsys.readouterr().err.splitlines() == [
        "openapi/elsewhere.yaml: team_members_list: missing-summary: has no summary",
        "1 findings",
    ]
    assert both.project.files() == before


def test_lint_and_check_look_at_all_of_them(both: Both, capsys: pytest.CaptureFixture[str]) -> None:
    assert both.run("--lint") == 0
    printed = capsys.readouterr().out
    assert "openapi/spec.yaml" in printed
    assert "openapi/elsewhere.yaml: 4 operations, no findings" in printed

    assert both.run() == 0
    assert both.run("--check") == 0
    both.edit(lambda d: d["info"].update(title="Another"))
    (both.project.package / "models" / "part.py").unlink()
    capsys.readouterr()

    assert both.run("--check") == 1
    assert capsys.readouterr().err.splitlines() == [
        "missing  models/part.py",
        "sdk/generated is not what openapi/spec.yaml generates",
        "differs  __init__.py",
        "differs  sdk/sandbox/elsewhere.json",
        "sdk/elsewhere is not what openapi/elsewhere.yaml generates",
    ]


def test_the_report_names_what_changed_as_users_reach_it(
    both: Both, capsys: pytest.CaptureFixture[str]
) -> None:
    assert both.run() == 0
    both.project.commit()
    capsys.readouterr()

    def change(document: JSON) -> None:
        del document["paths"]["/v9/Members/first"]
        schema(document, "Member")["properties"]["age"] = {"type": "integer"}
        schema(document, "Level")["enum"].append(3)

    both.edit(change)

    assert both.run() == UNACKNOWLEDGED
    printed = capsys.readouterr()
    assert printed.out.splitlines()[2:] == [
        "Nothing changed for users of sdk/generated since HEAD.",
        "What changed for users of sdk/elsewhere since HEAD:",
        "",
        "Breaking",
        "  elsewhere.team_members.get_first: removed",
        "",
        "Compatible",
        "  elsewhere.models.Level: values is Literal[1, 2, 3] | int, was Literal[1, 2] | int",
        "  elsewhere.models.Member: member age added",
    ]
    assert printed.err.endswith("Unreleased: elsewhere.team_members.get_first\n")
