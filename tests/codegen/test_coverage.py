"""The pages of documentation that are made of the spec."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from scripts.codegen.coverage import pages
from scripts.codegen.loading import load
from scripts.codegen.spec import Spec
from scripts.codegen.target import ROOT, Target

from .project import Project
from .support import FILE, operation, torture


def of_torture() -> tuple[str, str]:
    found = pages(Spec(torture(), FILE), Target())
    return found["docs/coverage.md"], found["docs/operations.md"]


def numbers(page: str, name: str) -> list[str]:
    """Return the cells of the first line of a table that begins with a name."""
    line = next(line for line in page.splitlines() if re.match(rf"\| [\[*]*{name}\b", line))
    return [cell.strip(" *") for cell in line.strip("|").split("|")][1:]


def test_coverage_counts_operations_by_generation_section_and_evidence() -> None:
    coverage, _ = of_torture()

    # operations, live, documented, vendor-client, inferred, partly inferred, added
    assert numbers(coverage, "all") == ["18", "1", "15", "1", "1", "2", "1"]
    assert numbers(coverage, "V1") == ["1", "", "1", "", "", "", ""]
    assert numbers(coverage, "V2 Records") == ["8", "1", "5", "1", "1", "1", "1"]


def test_the_lines_of_a_table_add_up() -> None:
    coverage, _ = of_torture()
    totals = Counter[int]()
    for name in ("V1", "V2 Legacy", "V2"):
        for place, cell in enumerate(numbers(coverage, rf"{name}\]\(#")):
            totals[place] += int(cell or 0)

    assert [totals[place] for place in range(7)] == list(map(int, numbers(coverage, "all")))


def test_operations_maps_each_title_to_its_method_and_http_line() -> None:
    _, operations = of_torture()

    assert (
        "| Get a Part, or its Number | `v2.records.get_part` "
        "| `GET /api/v2/records/{record_id}/parts/{part-name}` | vendor-client | inferred: path |"
    ) in operations
    for node in torture()["paths"].values():
        for op in node.values():
            assert not isinstance(op, dict) or f"| {op['summary']} | `" in operations


def test_operations_names_iterators_replacements_and_candidates() -> None:
    _, operations = of_torture()

    assert "`v2_legacy.lists.list`, `iter`" in operations
    assert "deprecated: use `v2.bodies.create`" in operations
    assert re.search(r"\| Delete a Record \|.*\| inferred \| added \|", operations)


def test_a_title_cannot_break_its_table() -> None:
    document = torture()
    operation(document, "v2_records_get")["summary"] = "Get | *all*\n<b>_records_"

    operations = pages(Spec(document, FILE), Target())["docs/operations.md"]

    assert r"| Get \| \*all\* \<b>\_records\_ | `v2.records.get` |" in operations


def test_links_lead_to_headings_and_files_that_are_there() -> None:
    spec = Spec(load(ROOT / Target.spec), Target.spec)
    found = pages(spec, Target())
    anchors = {
        name.removeprefix("docs/"): {
            heading.lower().replace(" ", "-")
            for heading in re.findall(r"^#+ (.*)$", page, re.MULTILINE)
        }
        for name, page in found.items()
    }

    for name, page in found.items():
        for target in re.findall(r"\]\(([^)]+)\)", page):
            file, _, anchor = target.partition("#")
            file = file or name.removeprefix("docs/")
            assert file in anchors or (ROOT / "docs" / file).exists()
            assert not anchor or anchor in anchors[file]


def test_a_target_without_docs_has_no_pages() -> None:
    assert pages(Spec(torture(), FILE), Target(docs=None)) == {}


def test_check_finds_a_stale_page(committed: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (committed.root / "docs" / "coverage.md").write_text("edited", encoding="utf-8")

    assert committed.run("--check") == 1
    assert "differs  docs/coverage.md" in capsys.readouterr().err
