"""What is generated, from which spec, to which place, and what each API has of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Generation:
    """One generation of an API: a namespace of the client, or the client itself.

    Attributes:
        prefix: how operationIds of the generation begin, without the underscore; may be empty.
        tag_prefix: how its tags begin, without the blank; may be empty.
        class_name: class of the namespace.
        attribute: the client's attribute that holds the namespace; empty when the client itself
            has the resources.
        description: docstring of the namespace.
        paths: regular expression of the paths that look like this generation's.
    """

    prefix: str
    tag_prefix: str
    class_name: str
    attribute: str
    description: str
    paths: str

    def allows(self, path: str) -> bool:
        """Return whether a path looks like one of this generation."""
        return re.fullmatch(self.paths, path) is not None

    def owns(self, tag: str) -> bool:
        """Return whether a tag belongs to this generation."""
        return not self.tag_prefix or tag.startswith(f"{self.tag_prefix} ")

    def id_prefix(self, resource: str) -> str:
        """Return how the operationIds of a resource begin."""
        return f"{self.prefix}_{resource}_" if self.prefix else f"{resource}_"

    def access(self, resource: str) -> str:
        """Return how users reach a resource, from the client on."""
        return f"{self.attribute}.{resource}" if self.attribute else resource


@dataclass(frozen=True)
class Api:
    """What holds for all operations of one API, and not for those of another.

    Attributes:
        generations: of two with the same beginning of their tags, the longer one stands first.
        security: the member of `Security` for each combination of security schemes.
        errors: the statuses for which every operation has a shared response.
        payloads: the members of the envelope that can hold what callers get, the usual one first.
        hand_written: methods that the hand-written layer adds to the generated classes.
    """

    generations: tuple[Generation, ...]
    security: Mapping[frozenset[str], str]
    errors: tuple[str, ...]
    payloads: tuple[str, ...] = ("data",)
    hand_written: frozenset[str] = frozenset()

    def generation_of(self, tag: str) -> Generation | None:
        """Return the generation that a tag belongs to."""
        return next((one for one in self.generations if one.owns(tag)), None)

    @property
    def id_pattern(self) -> str:
        """The regular expression of operationIds."""
        prefixes = [one.prefix for one in self.generations if one.prefix]
        return f"^({'|'.join(prefixes)})_[a-z0-9_]+$" if prefixes else "^[a-z][a-z0-9_]+$"


EJENTO = Api(
    generations=(
        Generation(
            "v1",
            "V1",
            "V1",
            "v1",
            "The first generation of the API.",
            r"(?!/v2/api/)(?!.*/api/v2).*",
        ),
        Generation(
            "v2l",
            "V2 Legacy",
            "V2Legacy",
            "v2_legacy",
            "The generation before the current one.",
            "/v2/api/.*",
        ),
        Generation(
            "v2",
            "V2",
            "V2",
            "v2",
            "The current generation of the API.",
            "(?!/v2/api/).*",
        ),
    ),
    security={
        frozenset(): "NONE",
        frozenset(["subscriptionKey"]): "KEY",
        frozenset(["subscriptionKey", "accessToken"]): "ACCESS",
        frozenset(["subscriptionKey", "authToken"]): "AUTH",
    },
    errors=("400", "401", "403", "404", "429", "500"),
    hand_written=frozenset(["v2.documents.upload"]),
)

DOCUMENT360 = Api(
    generations=(
        # The only one, so that neither ids nor tags nor users need to name it.
        Generation(
            prefix="",
            tag_prefix="",
            class_name="V2",
            attribute="",
            description="Version 2 of the Document360 API.",
            paths=r"/v2/[A-Z]\w*(/.*)?",
        ),
    ),
    security={frozenset(["apiToken"]): "KEY"},
    # A 400 is documented of some operations only, and then says what is wrong with this one.
    errors=("401", "403", "404", "429", "500", "503"),
    payloads=("result", "data"),
)


@dataclass(frozen=True)
class Target:
    """One spec and where its code goes.

    Attributes:
        api: the API that the spec describes.
        root: top of the project; the other paths are relative to it.
        spec: the spec.
        package: the generated package.
        bundle: the spec as JSON, for the sandbox that ships in the wheel.
        docs: directory of the pages that are made of the spec; None for none.
        symbols: what stands before the names in the report of changes, up to the last dot.
        config: configuration of openapi-python-client.
        templates: our templates.
        changelog: where breaking changes are acknowledged.
    """

    api: Api = EJENTO
    root: Path = ROOT
    spec: str = "openapi/ejento-v2.yaml"
    package: str = "ejento_async/generated"
    bundle: str = "ejento_async/sandbox/openapi.json"
    docs: str | None = "docs"
    symbols: str = ""
    config: Path = ROOT / "generator-config.yml"
    templates: Path = ROOT / "generator-templates"
    changelog: str = "CHANGELOG.md"


TARGETS = (
    Target(),
    Target(
        api=DOCUMENT360,
        spec="openapi/document360-v2.yaml",
        package="ejento_async/document360",
        bundle="ejento_async/sandbox/document360.json",
        docs=None,
        symbols="document360.",
    ),
)
