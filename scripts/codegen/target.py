"""What is generated, from which spec, to which place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Generation:
    """One generation of the API: a namespace of the client.

    Attributes:
        prefix: how operationIds of the generation begin, without the underscore.
        tag_prefix: how its tags begin, without the blank.
        class_name: class of the namespace.
        attribute: the client's attribute that holds the namespace.
        description: docstring of the namespace.
    """

    prefix: str
    tag_prefix: str
    class_name: str
    attribute: str
    description: str

    def allows(self, path: str) -> bool:
        """Return whether a path looks like one of this generation."""
        legacy = path.startswith("/v2/api/")
        if self.prefix == "v2l":
            return legacy
        if self.prefix == "v1":
            return not legacy and "/api/v2" not in path
        return not legacy


# `V2 Legacy` stands before `V2`, so that the longer tag prefix is tried first.
GENERATIONS = (
    Generation("v1", "V1", "V1", "v1", "The first generation of the API."),
    Generation("v2l", "V2 Legacy", "V2Legacy", "v2_legacy", "The second generation's older half."),
    Generation("v2", "V2", "V2", "v2", "The current generation of the API."),
)

HAND_WRITTEN = frozenset(["v2.documents.upload"])
"""Methods that the hand-written layer adds to the generated classes."""


@dataclass(frozen=True)
class Target:
    """One spec and where its code goes.

    Attributes:
        root: top of the project; the other paths are relative to it.
        spec: the spec.
        package: the generated package.
        bundle: the spec as JSON, for the sandbox that ships in the wheel.
        docs: directory of the pages that are made of the spec; None for none.
        config: configuration of openapi-python-client.
        templates: our templates.
        changelog: where breaking changes are acknowledged.
    """

    root: Path = ROOT
    spec: str = "openapi/ejento-v2.yaml"
    package: str = "ejento_async/generated"
    bundle: str = "ejento_async/sandbox/openapi.json"
    docs: str | None = "docs"
    config: Path = ROOT / "generator-config.yml"
    templates: Path = ROOT / "generator-templates"
    changelog: str = "CHANGELOG.md"
