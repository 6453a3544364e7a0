"""Rules for evidence: what is known, and what is only inferred, is said of every operation."""

from __future__ import annotations

from ..spec import Spec, list_in
from .rules import Breaches, rule
from .schemas import schemas_of

_KINDS = ("documented", "vendor-client", "inferred")


@rule("missing-evidence")
def missing_evidence(spec: Spec) -> Breaches:
    """Every operation says what evidence there is for it."""
    for op in spec.operations:
        if op.raw.get("x-evidence") not in _KINDS:
            found = op.raw.get("x-evidence")
            yield op.where, f"x-evidence is {found!r} and not one of {', '.join(_KINDS)}"


@rule("missing-evidence-source")
def missing_evidence_source(spec: Spec) -> Breaches:
    """Every operation names the page or file that is the evidence."""
    for op in spec.operations:
        if not str(op.raw.get("x-evidence-source") or "").strip():
            yield op.where, "x-evidence-source does not name the page or file"


@rule("inferred-says-so")
def inferred_says_so(spec: Spec) -> Breaches:
    """A parameter or member that is only inferred says so to users, in its description."""
    named = [(f"{op.where} {p.name}", p.raw) for op in spec.operations for p in op.parameters]
    for place, node in [*named, *schemas_of(spec)]:
        description = str(node.get("description") or "")
        if node.get("x-evidence") == "inferred" and "infer" not in description.lower():
            yield place, "is inferred, and its description does not say so"


@rule("inferred-parts")
def inferred_parts(spec: Spec) -> Breaches:
    """`x-inferred` lists parts of an operation, in words that the docstring can repeat."""
    for op in spec.operations:
        parts = list_in(op.raw, "x-inferred")
        if "x-inferred" in op.raw and not (parts and all(isinstance(p, str) for p in parts)):
            yield op.where, "x-inferred is not a list of words such as path, method, body"
