"""What the generated package is as a whole: its files, its imports, its types, its stability."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.codegen import output
from scripts.codegen.spec import JSON
from scripts.codegen.target import ROOT

from .support import generate_package, operation, schema, torture


def run(code: str, directory: Path) -> str:
    """Run code in a fresh interpreter and return what it prints."""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
    return done.stdout


def test_there_is_one_module_per_tag_and_one_per_record(generated: Path) -> None:
    modules = sorted(str(file.relative_to(generated)) for file in generated.rglob("*.py"))

    assert modules == [
        "__init__.py",
        "api/__init__.py",
        *(f"api/{name}.py" for name in ["v1_odds", "v2_bodies", "v2_legacy_lists", "v2_records"]),
        *(f"api/{name}.py" for name in ["v2_sso", "v2_streams"]),
        "models/__init__.py",
        *(
            f"models/{name}.py"
            for name in ["branch_input", "level", "manager", "odd", "odd_input", "owner"]
        ),
        *(f"models/{name}.py" for name in ["part", "shade_input", "state", "test_record"]),
        *(f"models/{name}.py" for name in ["tokens", "tree_input", "turn_input"]),
        "namespaces.py",
    ]


def test_generated_code_imports_nothing_but_attrs_and_our_protocol(generated: Path) -> None:
    allowed = {
        *("__future__", "attrs", "builtins", "collections", "datetime", "importlib"),
        "typing",
    }
    for file in generated.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                assert {alias.name for alias in node.names} <= allowed, file
            elif isinstance(node, ast.ImportFrom) and not node.level:
                assert str(node.module).split(".")[0] in allowed, file


def test_importing_the_records_loads_none_of_them(sdk: Path) -> None:
    loaded = run(
        "import sys, torture_sdk.generated.models as m; print(m.__all__ == dir(m));"
        "print([n for n in sys.modules if n.startswith('torture_sdk.generated.models.')])",
        sdk.parent,
    )

    assert loaded == "True\n[]\n"


@pytest.mark.parametrize(
    ("name", "loaded"),
    [("Part", "part"), ("TestRecord", "level part state test_record"), ("TreeInput", "tree_input")],
)
def test_using_a_record_loads_only_what_it_refers_to(sdk: Path, name: str, loaded: str) -> None:
    printed = run(
        f"import sys, torture_sdk.generated.models as m; m.{name};"
        "start = 'torture_sdk.generated.models.';"
        "print(*sorted(n.removeprefix(start) for n in sys.modules if n.startswith(start)))",
        sdk.parent,
    )

    assert printed.strip() == loaded


def test_using_one_namespace_loads_only_its_module(sdk: Path) -> None:
    printed = run(
        "import sys; from torture_sdk.generated.namespaces import V2; V2(None).sso;"
        "print(*(n for n in sys.modules if n.startswith('torture_sdk.generated.api.')))",
        sdk.parent,
    )

    assert printed.strip() == "torture_sdk.generated.api.v2_sso"


def test_a_record_that_is_not_there_is_an_attribute_error(sdk: Path) -> None:
    printed = run(
        "import torture_sdk.generated.models as m\n"
        "try: m.Nothing\n"
        "except AttributeError as error: print(error)",
        sdk.parent,
    )

    assert printed.strip() == "module 'torture_sdk.generated.models' has no attribute 'Nothing'"


USE = """
from typing import assert_type

from torture_sdk._pagination import Page
from torture_sdk._response import APIResponse
from torture_sdk.generated import models
from torture_sdk.generated.namespaces import V2, V2Legacy


async def use(v2: V2, legacy: V2Legacy) -> None:
    record = await v2.records.get(1)
    assert_type(record, models.TestRecord)
    assert_type(record.owner, models.Owner | None)
    assert_type(await v2.records.get_part(1, "a"), models.Part | int | None)
    assert_type(await v2.records.list(ids=[1]), list[models.TestRecord])
    assert_type(await v2.records.with_response.get(1), APIResponse[models.TestRecord])
    assert_type(await legacy.lists.list(1), Page[models.Part])
    async for part in legacy.lists.iter(1):
        assert_type(part, models.Part)
    await v2.bodies.create(
        "n", kind="k", title="t", body_name="b", history=[{"user": "u"}], odd={"from": "x"}
    )
    tree: models.TreeInput = {"branch": {"tree": {"leaves": []}}}
    await v2.bodies.create("n", kind="k", title="t", body_name="b", tree=tree)
"""
MISUSE = {
    "no_such_method": "v2.records.nope",
    "no_such_record": "models.Nope",
    "no_such_member": "models.Part(number=1).nope",
    "wrong_argument": "v2.records.get('one')",
    "wrong_enum_value": "v2.records.list(shade='green')",
    "wrong_key": "v2.bodies.create('n', kind='k', title='t', body_name='b', history=[{'use': 'u'}])",
}


@pytest.fixture(scope="session")
def checked(sdk: Path) -> Path:
    """The directory of the package, with a module that uses it well and one that does not."""
    (sdk.parent / "use.py").write_text(USE, encoding="utf-8")
    lines = [
        "from torture_sdk.generated import models",
        "from torture_sdk.generated.namespaces import V2",
        *(f"def {name}(v2: V2) -> object: return {code}" for name, code in MISUSE.items()),
    ]
    (sdk.parent / "misuse.py").write_text("\n".join(lines), encoding="utf-8")
    return sdk.parent


def test_mypy_finds_the_package_strict_and_its_misuse(checked: Path) -> None:
    options = ["--strict", "--follow-imports=silent", "--cache-dir", "mypy_cache", "--no-pretty"]
    files = ["-p", "torture_sdk.generated", "-m", "use", "-m", "misuse"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *files],
        cwd=checked,
        env=os.environ | {"MYPYPATH": str(checked)},
        capture_output=True,
        text=True,
        check=False,
    )

    errors = re.findall(r"^(\S+?):(\d+): error", done.stdout, re.MULTILINE)
    lines = {("misuse.py", str(number + 3)) for number in range(len(MISUSE))}
    assert set(errors) == lines, done.stdout


def test_pyright_finds_the_package_strict_and_its_misuse(checked: Path) -> None:
    settings = {
        "include": ["torture_sdk/generated", "use.py", "misuse.py"],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
    }
    (checked / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable],
        cwd=checked,
        capture_output=True,
        text=True,
        check=False,
    )

    found = json.loads(done.stdout)["generalDiagnostics"]
    errors = {(Path(e["file"]).name, e["range"]["start"]["line"] + 1) for e in found}
    lines = {("misuse.py", number + 3) for number in range(len(MISUSE))}
    assert errors == lines, [(e["file"], e["message"]) for e in found]


def test_two_runs_are_byte_identical_whatever_the_hash_seed(
    generated: Path, tmp_path: Path
) -> None:
    code = (
        "from pathlib import Path; from tests.codegen.support import generate_package, torture;"
        f"generate_package(torture(), Path({str(tmp_path / 'again')!r}))"
    )
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-c", code], env=environment, cwd=tmp_path, check=True)

        assert output.differences(generated, tmp_path / "again") == []
        (tmp_path / "again").rename(tmp_path / seed)


def add_field(document: JSON) -> None:
    schema(document, "Part")["properties"]["colour"] = {"type": "string"}


def add_parameter(document: JSON) -> None:
    parameter = {
        "name": "deep",
        "in": "query",
        "description": "Deep.",
        "schema": {"type": "boolean"},
    }
    operation(document, "v2_records_get")["parameters"] = [parameter]


def add_operation(document: JSON) -> None:
    node = operation(document, "v2_records_count") | {"operationId": "v2_records_count_all"}
    document["paths"]["/api/v2/records/count-all"] = {"get": node}


def describe_tag(document: JSON) -> None:
    document["tags"][0]["description"] = "Odder things."


def add_record(document: JSON) -> None:
    document["components"]["schemas"]["Colour"] = {"type": "string", "enum": ["red", "green"]}
    schema(document, "Part")["properties"]["colour"] = {"$ref": "#/components/schemas/Colour"}


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (add_field, ["differs  models/part.py"]),
        (add_parameter, ["differs  api/v2_records.py"]),
        (add_operation, ["differs  api/v2_records.py"]),
        (describe_tag, ["differs  api/v1_odds.py", "differs  namespaces.py"]),
        (
            add_record,
            [
                "differs  models/__init__.py",
                "missing  models/colour.py",
                "differs  models/part.py",
            ],
        ),
    ],
)
def test_an_edit_of_the_spec_changes_only_what_it_must(
    generated: Path, tmp_path: Path, edit: Callable[[JSON], None], changed: list[str]
) -> None:
    document = torture()
    edit(document)

    assert output.differences(generated, generate_package(document, tmp_path / "new")) == changed


def test_templates_name_the_version_they_were_written_for() -> None:
    pins = (ROOT / "scripts" / "codegen" / "requirements.txt").read_text(encoding="utf-8")
    pinned = re.search(r"^openapi-python-client==(.+)$", pins, re.MULTILINE)
    assert pinned is not None

    for template in (ROOT / "generator-templates").iterdir():
        head = template.read_text(encoding="utf-8").split("#}")[0]
        assert f"openapi-python-client {pinned.group(1)}" in head, template.name
