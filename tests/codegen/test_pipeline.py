"""The command that maintainers run: what it writes, refuses, and leaves alone."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from scripts.codegen import driver, output
from scripts.codegen.prepare import prepare
from scripts.codegen.spec import JSON, Spec
from scripts.codegen.target import Target

from .project import Project
from .support import operation, torture


def test_a_run_writes_the_package_the_bundle_and_the_pages_and_nothing_else(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert project.run() == 0

    top = {name.split("/")[0] + "/" + name.split("/")[1] for name in project.files()}
    pages = {"docs/coverage.md", "docs/operations.md"}
    assert top == {"openapi/spec.yaml", "sdk/generated", "sdk/sandbox", *pages}
    assert capsys.readouterr().out.splitlines() == [
        "sdk/generated: 18 operations",
        "No sdk/generated at HEAD: nothing to compare with.",
    ]


def test_a_second_run_changes_nothing(committed: Project) -> None:
    before = committed.files()

    assert committed.run() == 0
    assert committed.files() == before


def test_the_bundle_is_the_spec_in_its_own_order_a_path_or_component_on_a_line(
    committed: Project,
) -> None:
    text = (committed.root / "sdk" / "sandbox" / "openapi.json").read_text(encoding="utf-8")

    assert json.dumps(json.loads(text)) == json.dumps(torture())
    lines = text.splitlines()
    assert any(line.startswith('"/api/v2/records/{record_id}":{') for line in lines)
    assert any(line.startswith('"TestRecord":{') for line in lines)
    assert text.isascii()


def test_check_is_content_with_what_was_just_generated(committed: Project) -> None:
    assert committed.run("--check") == 0


def test_check_lists_the_files_that_are_stale_and_changes_nothing(
    committed: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (committed.package / "models" / "part.py").write_text("edited", encoding="utf-8")
    (committed.package / "models" / "left_over.py").write_text("", encoding="utf-8")
    (committed.package / "models" / "odd.py").unlink()
    before = committed.files()

    assert committed.run("--check") == 1
    assert capsys.readouterr().err.splitlines() == [
        "stale    models/left_over.py",
        "missing  models/odd.py",
        "differs  models/part.py",
        "sdk/generated is not what openapi/spec.yaml generates",
    ]
    assert committed.files() == before


def test_check_finds_a_stale_bundle(committed: Project, capsys: pytest.CaptureFixture[str]) -> None:
    committed.edit(lambda d: d["info"].update(title="Another"))

    assert committed.run("--check") == 1
    assert "differs  sdk/sandbox/openapi.json" in capsys.readouterr().err


def test_lint_only_lints(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    before = project.files()

    assert project.run("--lint") == 0
    assert capsys.readouterr().out == "openapi/spec.yaml: 18 operations, no findings\n"
    assert project.files() == before


def test_a_finding_of_the_lint_leaves_the_old_package_untouched(
    committed: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    committed.edit(lambda d: operation(d, "v2_records_get").pop("summary"))
    before = committed.files()

    assert committed.run() == 1
    assert capsys.readouterr().err.splitlines() == [
        "openapi/spec.yaml: v2_records_get: missing-summary: has no summary",
        "1 findings",
    ]
    assert committed.files() == before


def test_a_spec_that_cannot_be_read_is_an_error(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (project.root / "openapi" / "spec.yaml").write_text("{", encoding="utf-8")
    assert project.run() == 1

    (project.root / "openapi" / "spec.yaml").unlink()
    assert project.run() == 1
    assert "spec.yaml" in capsys.readouterr().err


def test_a_warning_of_the_generator_is_an_error_with_its_text(
    committed: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(spec: Spec) -> JSON:
        document = prepare(spec)
        document["components"]["schemas"]["Tokens"] = {"$ref": "#/components/schemas/Nobody"}
        return document

    monkeypatch.setattr(driver, "prepare", broken)
    before = committed.files()

    assert committed.run() == 1
    assert "Referent schema not found" in capsys.readouterr().err
    assert committed.files() == before


def test_an_operation_that_the_generator_loses_is_an_error(
    committed: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(spec: Spec) -> JSON:
        document = prepare(spec)
        del document["paths"]["/odds/{id}"]
        return document

    monkeypatch.setattr(driver, "prepare", broken)
    before = committed.files()

    assert committed.run() == 1
    assert "operations lost: ['v1_odds_get_odd']" in capsys.readouterr().err
    assert committed.files() == before


def test_a_member_that_the_generator_loses_is_an_error(
    committed: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(spec: Spec) -> JSON:
        document = prepare(spec)
        del document["components"]["schemas"]["Part"]["properties"]["children"]
        return document

    monkeypatch.setattr(driver, "prepare", broken)

    assert committed.run() == 1
    assert capsys.readouterr().err == "Part has lost its member children\n"


def test_a_misspelt_setting_of_the_generator_is_an_error(tmp_path: Path) -> None:
    config = tmp_path / "generator-config.yml"
    config.write_text("literal_enum: true", encoding="utf-8")

    with pytest.raises(driver.GenerationError, match=r"unknown settings \['literal_enum'\]"):
        driver.generate(Spec(torture(), "spec"), Target(config=config), tmp_path)


def test_a_failing_formatter_leaves_the_old_package_untouched(
    committed: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(directory: Path) -> None:
        raise subprocess.CalledProcessError(2, "ruff")

    monkeypatch.setattr(output, "format_package", fail)
    before = committed.files()

    with pytest.raises(subprocess.CalledProcessError):
        committed.run()
    assert committed.files() == before


def test_a_swap_that_fails_puts_the_old_package_back(tmp_path: Path) -> None:
    old = tmp_path / "package"
    old.mkdir()
    (old / "file").touch()

    with pytest.raises(FileNotFoundError):
        output.swap(tmp_path / "nothing", old)

    assert [path.name for path in tmp_path.rglob("*")] == ["package", "file"]
