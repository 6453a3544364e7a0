"""The torture spec, generated once per run."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from scripts.codegen import lint

from .project import Project
from .support import make_sdk, torture


@pytest.fixture(scope="session")
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The package `torture_sdk`: our hand-written modules around what the torture spec generates."""
    directory = tmp_path_factory.mktemp("codegen")
    sys.path.insert(0, str(directory))
    yield make_sdk(torture(), directory / "torture_sdk")
    sys.path.remove(str(directory))


@pytest.fixture(scope="session")
def generated(sdk: Path) -> Path:
    """The generated package within it."""
    return sdk / "generated"


@pytest.fixture(scope="session")
def models(sdk: Path) -> ModuleType:
    """Its records."""
    return importlib.import_module("torture_sdk.generated.models")


@pytest.fixture(scope="session")
def namespaces(sdk: Path) -> ModuleType:
    """Its namespaces."""
    return importlib.import_module("torture_sdk.generated.namespaces")


@pytest.fixture
def _quick_lint(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the check against the OpenAPI standard, the slowest part, tested elsewhere."""
    monkeypatch.setattr(lint, "_against_the_standard", lambda spec: [])


@pytest.fixture
def project(tmp_path: Path, _quick_lint: None) -> Project:
    """A project before the first run."""
    project = Project(tmp_path / "project")
    project.root.mkdir()
    project.write_spec(torture())
    project.git("init", "--quiet")
    return project


@pytest.fixture(scope="session")
def prototype(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = Project(tmp_path_factory.mktemp("prototype"))
    project.write_spec(torture())
    project.git("init", "--quiet")
    assert project.run() == 0
    project.commit()
    return project.root


@pytest.fixture
def committed(prototype: Path, tmp_path: Path, _quick_lint: None) -> Project:
    """A project whose package is generated and committed."""
    shutil.copytree(prototype, tmp_path / "committed")
    return Project(tmp_path / "committed")
