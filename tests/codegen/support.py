"""What the tests of the code generation share."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from scripts.codegen import output
from scripts.codegen.driver import generate
from scripts.codegen.loading import load
from scripts.codegen.spec import JSON, Spec
from scripts.codegen.target import EJENTO, ROOT, Api, Target

TORTURE = Path(__file__).with_name("torture.yaml")
FILE = "torture.yaml"


def torture() -> JSON:
    """Return the torture spec, no part of it shared with another part or another call."""
    document: JSON = json.loads(_torture())
    return document


@cache
def _torture() -> str:
    """Read it once: as JSON it is read ten times as fast."""
    return json.dumps(load(TORTURE))


def operation(document: JSON, operation_id: str) -> JSON:
    """Return an operation of a spec."""
    for item in document["paths"].values():
        for node in item.values():
            if isinstance(node, dict) and node.get("operationId") == operation_id:
                found: JSON = node
                return found
    raise KeyError(operation_id)


def schema(document: JSON, name: str) -> JSON:
    """Return a named schema of a spec."""
    found: JSON = document["components"]["schemas"][name]
    return found


def generate_package(document: JSON, package: Path, api: Api = EJENTO) -> Path:
    """Generate and format a package from a spec."""
    package.mkdir(parents=True)
    generate(Spec(document, FILE, api), Target(api), package)
    output.format_package(package)
    return package


def make_sdk(document: JSON, sdk: Path, api: Api = EJENTO) -> Path:
    """Make a package of our hand-written modules around what a spec generates."""
    source = ROOT / "ejento_async"
    sdk.mkdir(parents=True)
    for module in source.glob("_[!_]*.py"):
        shutil.copy(module, sdk)
    shutil.copytree(source / "backends", sdk / "backends", ignore=shutil.ignore_patterns("*.pyc"))
    (sdk / "__init__.py").touch()
    generate_package(document, sdk / "generated", api)
    return sdk


class Recorder:
    """A `Core` that makes no call: it notes what it is asked and reads the given answer."""

    def __init__(self, answer: Any = None) -> None:
        self.answer = answer
        self.operation: Any = None
        self.path: tuple[object, ...] = ()
        self.sent: dict[str, Any] = {}

    def _note(self, operation: Any, path: tuple[object, ...], sent: dict[str, Any]) -> None:
        self.operation, self.path, self.sent = operation, path, sent

    async def send(
        self, operation: Any, read: Callable[[Any], Any], path: tuple[object, ...] = (), **sent: Any
    ) -> Any:
        self._note(operation, path, sent)
        return read(self.answer)

    respond = send

    async def send_page(
        self, operation: Any, read: Callable[[Any], Any], path: tuple[object, ...] = (), **sent: Any
    ) -> Any:
        self._note(operation, path, sent)
        return [read(item) for item in self.answer]

    respond_page = send_page

    async def iterate(
        self, operation: Any, read: Callable[[Any], Any], path: tuple[object, ...] = (), **sent: Any
    ) -> Any:
        self._note(operation, path, sent)
        for item in self.answer:
            yield read(item)

    def stream(
        self, operation: Any, read: Callable[[Any], Any], path: tuple[object, ...] = (), **sent: Any
    ) -> Any:
        self._note(operation, path, sent)
        return read(self.answer)

    def download(self, operation: Any, path: tuple[object, ...] = (), **sent: Any) -> Any:
        self._note(operation, path, sent)
        return self.answer
