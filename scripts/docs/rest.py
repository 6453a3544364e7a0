"""The OpenAPI documents, to be browsed with Scalar, whose script comes from a package."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from string import Template
from typing import Any, Final

from scripts.codegen.loading import load
from scripts.docs.namespaces import GENERATIONS, ROOT, Method, Namespace

SCRIPT: Final = "assets/scalar/scalar.standalone.js"
DOCUMENTS: Final = {
    "ejento": "openapi/ejento-v2.yaml",
    "document360": "openapi/document360-v2.yaml",
}
"""The specs, by the name of their pages below `openapi/`."""

_VERBS: Final = ("get", "put", "post", "delete", "patch", "head", "options")


def script() -> Path:
    """Return the file with Scalar.

    It belongs to an extension of Flask, which is not imported: only its file is wanted.
    """
    spec = find_spec("flask_openapi3_scalar")
    if spec is None or spec.origin is None:
        msg = "the docs need flask-openapi3-scalar: make docs installs it"
        raise ModuleNotFoundError(msg)
    return Path(spec.origin).parent / "templates" / "scalar" / "js" / "scalar.standalone.js"


def document(name: str, namespaces: Iterable[Namespace]) -> str:
    """Return a spec as JSON, each operation with its evidence and the call that makes it."""
    spec = load(ROOT / DOCUMENTS[name])
    calls = _calls(namespaces)
    for verb, path, operation in _operations(spec):
        _explain(operation, calls.get((verb.upper(), path)))
    if groups := list(_groups(spec)):
        spec["x-tagGroups"] = groups
    return json.dumps(spec, separators=(",", ":"))


def browser(name: str, template: str) -> str:
    """Return the page that shows a spec, made from the HTML of the template."""
    spec: dict[str, Any] = {"ejento": "Ejento API", "document360": "Document360 teams API"}
    return Template(template).substitute(title=spec[name], document=f"{name}.json")


def _operations(spec: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in spec["paths"].items():
        for verb in _VERBS:
            if verb in item:
                yield verb, path, item[verb]


def _calls(namespaces: Iterable[Namespace]) -> dict[tuple[str, str], tuple[Namespace, Method]]:
    return {
        (method.verb, method.route): (namespace, method)
        for namespace in namespaces
        for method in reversed(namespace.methods)
        if method.verb
    }


def _explain(operation: dict[str, Any], call: tuple[Namespace, Method] | None) -> None:
    grade = operation.get("x-evidence", "")
    source = operation.get("x-evidence-source", "")
    said = operation.get("description", "").strip()
    parts = [said, f"**Evidence: {grade}**, {source}" if source else ""]
    if grade:
        operation["x-badges"] = [{"name": grade}]
    if call:
        namespace, method = call
        name = f"{namespace.title}.{method.name}"
        page = namespace.page.removesuffix(".md")
        parts.append(f"**Python:** [`{name}`](../{page}/#{name})")
        sample = f"await {name}({method.arguments})"
        operation["x-codeSamples"] = [{"lang": "python", "label": "ejento_async", "source": sample}]
    operation["description"] = "\n\n".join(part for part in parts if part)


def _groups(spec: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the tags of each generation; the name of a tag begins with that of its generation."""
    titles = sorted((generation.title for generation in GENERATIONS), key=len, reverse=True)
    tags: dict[str, list[str]] = {title: [] for title in titles}
    for tag in spec.get("tags", []):
        title = next((title for title in titles if tag["name"].startswith(title)), None)
        if title:
            tags[title].append(tag["name"])
    for generation in GENERATIONS:
        if tags[generation.title]:
            yield {"name": generation.title, "tags": tags[generation.title]}
