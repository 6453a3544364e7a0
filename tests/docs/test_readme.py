"""The first screen of README.md is enough to start."""

from __future__ import annotations

import re

from .blocks import ROOT, blocks_of


def test_its_first_program_reaches_an_answer_and_its_references_in_under_20_lines() -> None:
    program = next(block for block in blocks_of("README.md") if block.language == "python")
    output = next(block for block in blocks_of("README.md") if block.language == "text")
    lines = [line for line in program.text.splitlines() if line.strip()]

    assert len(lines) < 20
    assert "asyncio.run(" in program.text
    assert re.search(r"^\[\w+\] http", output.text, re.MULTILINE)
    assert output.line < 60


def test_its_first_commands_are_a_tour_and_the_sandbox() -> None:
    commands = [block.text for block in blocks_of("README.md") if block.language == "console"]

    assert "$ make demo" in commands[0]
    assert any("ejento_async.sandbox" in text or "[sandbox]" in text for text in commands)


def test_its_links_lead_somewhere() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https:)([^)#]+)", text)

    assert len(links) > 5
    assert [link for link in links if not (ROOT / link).exists()] == []
