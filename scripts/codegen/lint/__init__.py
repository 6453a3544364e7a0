"""What the spec must keep to, so that nothing is lost, and nothing breaks, on its way to Python.

The generator loses some things without a word (two operations whose ids collide, a path item that
is a reference) and makes broken code of others. So each such thing is refused here, with the
operation or component and the reason. Beside that stand the project's own rules, such as that
every operation says what evidence there is for it.
"""

from __future__ import annotations

from typing import Any, cast

from openapi_spec_validator import OpenAPIV31SpecValidator

from ..spec import Spec
from . import answers, evidence, examples, operations, parameters, references, schemas
from .rules import RULES, Finding, apply

__all__ = ["RULES", "Finding", "lint"]

# Importing these adds their rules.
_MODULES = (references, operations, evidence, parameters, answers, schemas, examples)
# While a reference leads nowhere, other rules cannot look at what it should lead to.
_FIRST = ("unresolved-reference", "schema-reference", "circular-all-of")


def lint(spec: Spec, *, standard: bool = True) -> list[Finding]:
    """Return all breaches of all rules.

    Args:
        spec: the spec.
        standard: whether to hold it against the OpenAPI standard as well, which takes longest.
    """
    findings = apply(spec, _FIRST)
    if standard and not findings:
        findings = _against_the_standard(spec)
    return findings or apply(spec, [name for name in RULES if name not in _FIRST])


def _against_the_standard(spec: Spec) -> list[Finding]:
    validator = OpenAPIV31SpecValidator(cast("Any", spec.document))
    return [
        Finding(
            spec.file, "/".join(map(str, error.absolute_path)) or "spec", "openapi", error.message
        )
        for error in validator.iter_errors()
    ]
