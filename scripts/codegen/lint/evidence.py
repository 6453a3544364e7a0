"""Rules for evidence: what is known, and what is only inferred, is said of every operation."""

from __future__ import annotations

import re

from ..spec import EVIDENCE, Spec, list_in
from .rules import Breaches, rule
from .schemas import schemas_of

_DATE = re.compile(r"\b20\d\d-[01]\d-[0-3]\d\b")


@rule("missing-evidence")
def missing_evidence(spec: Spec) -> Breaches:
    """Every operation says what evidence there is for it."""
    for op in spec.operations:
        if op.raw.get("x-evidence") not in EVIDENCE:
            found = op.raw.get("x-evidence")
            yield op.where, f"x-evidence is {found!r} and not one of {', '.join(EVIDENCE)}"


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


@rule("live-date")
def live_date(spec: Spec) -> Breaches:
    """What a deployment has answered says when: deployments change."""
    for op in spec.operations:
        source = str(op.raw.get("x-evidence-source") or "")
        if op.raw.get("x-evidence") == "live" and not _DATE.search(source):
            yield op.where, "x-evidence is live, and x-evidence-source has no date (2026-01-31)"


@rule("candidate")
def candidate(spec: Spec) -> Breaches:
    """A candidate is not dressed as evidence: no page and no client names it, and it says so."""
    for op in spec.operations:
        if "x-candidate" not in op.raw:
            continue
        if op.raw["x-candidate"] is not True:
            yield op.where, "x-candidate is not true; leave it out"
        elif op.raw.get("x-evidence") not in ("inferred", "live"):
            yield op.where, "is a candidate, yet its x-evidence is neither inferred nor live"
        elif "not name" not in " ".join(str(op.raw.get("description") or "").split()):
            yield op.where, "is a candidate, and its description does not say who does not name it"
