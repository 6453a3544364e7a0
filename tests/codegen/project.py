"""A project with a spec and a git repository, to run the command in."""

from __future__ import annotations

import dataclasses
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from scripts.codegen.__main__ import main
from scripts.codegen.spec import JSON
from scripts.codegen.target import Target

from .support import torture


@dataclasses.dataclass
class Project:
    """A project of its own, with the torture spec and a git repository."""

    root: Path

    @property
    def target(self) -> Target:
        return Target(
            root=self.root,
            spec="openapi/spec.yaml",
            package="sdk/generated",
            bundle="sdk/sandbox/openapi.json",
        )

    @property
    def package(self) -> Path:
        return self.root / "sdk" / "generated"

    def write_spec(self, document: JSON) -> None:
        (self.root / "openapi").mkdir(exist_ok=True)
        # JSON is YAML, too.
        (self.root / "openapi" / "spec.yaml").write_text(json.dumps(document), encoding="utf-8")

    def run(self, *arguments: str) -> int:
        return main(list(arguments), [self.target])

    def edit(self, change: Callable[[JSON], object]) -> None:
        document = torture()
        change(document)
        self.write_spec(document)

    def git(self, *arguments: str) -> None:
        who = ["-c", "user.name=Test", "-c", "user.email=test@example.com"]
        subprocess.run(["git", *who, *arguments], cwd=self.root, check=True, capture_output=True)

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--message", "one")

    def files(self) -> dict[str, bytes]:
        files = [
            path for path in self.root.rglob("*") if path.is_file() and ".git" not in path.parts
        ]
        return {str(path.relative_to(self.root)): path.read_bytes() for path in files}
