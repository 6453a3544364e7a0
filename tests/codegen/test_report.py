"""What the command reports of changes, and which of them it wants acknowledged."""

from __future__ import annotations

import pytest

from scripts.codegen.__main__ import UNACKNOWLEDGED
from scripts.codegen.spec import JSON

from .project import Project
from .support import operation, schema

CHANGELOG = """# Changelog

## [Unreleased]

### Breaking

- `v2.records.get_settings` is gone.
{lines}

### Added

- `models.Part` is fine.

## [1.0.0]

### Breaking

- `v2.records.count`
"""


def test_what_did_not_change_is_not_reported(
    committed: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    assert committed.run() == 0
    assert "Nothing changed for users of sdk/generated since HEAD." in capsys.readouterr().out


def test_changes_are_reported_breaking_ones_first_and_must_be_acknowledged(
    committed: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(document: JSON) -> None:
        del document["paths"]["/api/v2/records/settings"]
        operation(document, "v2_records_count")["operationId"] = "v2_records_count_all"
        operation(document, "v2_records_count_all")["deprecated"] = True
        operation(document, "v2_records_count_all")["x-replacement"] = "v2.records.get"
        schema(document, "Part")["properties"]["colour"] = {"type": "string"}
        del schema(document, "Part")["properties"]["children"]
        schema(document, "AskRequest")["required"] = ["url"]
        schema(document, "LoginRequest")["properties"]["hint"] = {
            "type": "string",
            "description": "A.",
        }

    committed.edit(change)
    capsys.readouterr()

    assert committed.run() == UNACKNOWLEDGED
    printed = capsys.readouterr()
    assert printed.out.splitlines()[1:] == [
        "What changed for users of sdk/generated since HEAD:",
        "",
        "Breaking",
        "  models.Part: member children removed",
        "  v2.records.count: renamed to v2.records.count_all",
        "  v2.records.get_settings: removed",
        "  v2.streams.answer: argument url now required",
        "",
        "Compatible",
        "  models.Part: member colour added",
        "  v2.bodies.login: argument hint added",
        "  v2.records.count: deprecated",
    ]
    assert printed.err == (
        "not acknowledged under '### Breaking' in CHANGELOG.md, Unreleased:"
        " models.Part, v2.records.count, v2.records.get_settings, v2.streams.answer\n"
    )

    changelog = committed.root / "CHANGELOG.md"
    changelog.write_text(CHANGELOG.format(lines=""), encoding="utf-8")
    assert committed.run() == UNACKNOWLEDGED
    named = "models.Part, v2.records.count, v2.streams.answer\n"
    assert capsys.readouterr().err.endswith(f"Unreleased: {named}")

    lines = "- `models.Part.children`, `models.Part`, `v2.records.count` and v2.streams.answer."
    changelog.write_text(CHANGELOG.format(lines=lines), encoding="utf-8")
    assert committed.run() == 0


def test_changes_can_be_asked_for_since_any_revision_also_with_check(
    committed: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    committed.git("tag", "v1")
    committed.edit(lambda d: schema(d, "Part")["properties"].pop("children"))
    assert committed.run() == UNACKNOWLEDGED
    committed.commit()

    assert committed.run("--check") == 0
    assert committed.run("--since", "HEAD") == 0
    assert committed.run("--check", "--since", "v1") == UNACKNOWLEDGED
    assert "models.Part: member children removed" in capsys.readouterr().out


def test_a_revision_that_git_does_not_know_is_an_error(
    committed: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert committed.run("--since", "nowhere") == 1
    assert "git knows no revision nowhere" in capsys.readouterr().err
