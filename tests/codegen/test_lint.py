"""Each rule of the lint finds the breach of it, and only that."""

from __future__ import annotations

import pytest

from scripts.codegen.lint import RULES, lint
from scripts.codegen.spec import Spec

from .breaches import BREACHES, Edit
from .support import FILE, operation, torture


def test_the_torture_spec_has_no_findings_and_keeps_to_the_standard() -> None:
    assert lint(Spec(torture(), FILE)) == []


def test_every_rule_has_a_breach_here() -> None:
    assert set(BREACHES) == set(RULES)


@pytest.mark.parametrize(
    ("name", "edit"),
    [
        pytest.param(name, edit, id=f"{name}-{place}")
        for name, edits in BREACHES.items()
        for place, edit in enumerate(edits)
    ],
)
def test_a_breach_is_found_by_its_rule_and_by_no_other(name: str, edit: Edit) -> None:
    document = torture()
    edit(document)

    findings = lint(Spec(document, FILE), standard=False)

    assert {finding.rule for finding in findings} == {name}, list(map(str, findings))


def test_a_finding_names_the_file_the_operation_the_rule_and_the_reason() -> None:
    document = torture()
    operation(document, "v2_records_get")["x-evidence"] = "heard of"

    (finding,) = lint(Spec(document, FILE), standard=False)

    assert str(finding) == (
        "torture.yaml: v2_records_get: missing-evidence: "
        "x-evidence is 'heard of' and not one of live, documented, vendor-client, inferred"
    )


def test_what_breaks_the_openapi_standard_is_found() -> None:
    document = torture()
    del document["info"]["version"]

    assert [finding.rule for finding in lint(Spec(document, FILE))] == ["openapi"]
