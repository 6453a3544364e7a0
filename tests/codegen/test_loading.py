"""How a spec is read from YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.codegen.loading import SpecError, load


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "twice.yaml"
    file.write_text("paths:\n  /a: {}\n  /a: {}\n", encoding="utf-8")

    with pytest.raises(SpecError, match=r"line 3: the key '/a' stands here a second time"):
        load(file)


def test_yaml_means_what_json_would(tmp_path: Path) -> None:
    file = tmp_path / "plain.yaml"
    file.write_text(
        "on: no\nday: 2025-10-15\n200: yes\ntruth: true\nnothing: null\n", encoding="utf-8"
    )

    assert load(file) == {
        "on": "no",
        "day": "2025-10-15",
        "200": "yes",
        "truth": True,
        "nothing": None,
    }


def test_a_spec_that_is_no_yaml_or_no_mapping_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    for text in ("- a list", "{", "a: [b"):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(SpecError):
            load(file)
