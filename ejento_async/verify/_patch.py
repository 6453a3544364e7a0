"""The list of patches for the spec: what has answered becomes live, with what is left to mend."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from ._operations import ReadOperation
from ._results import Outcome, Result

_BY_ANSWER = frozenset(["path", "method"])
"""What an answer of whatever form confirms."""

_BY_BODY = frozenset(["form of the answer", "pages"])
"""What an answer confirms that is as the spec says."""

_HEAD = """\
# Patches for openapi/ejento-v2.yaml, by operationId: what the deployment answered on {day}.
# What stands in comments is left for you to mend."""

_LOCAL = "\n# But it runs on this machine: what a sandbox answers is no evidence."


def patch(results: Iterable[Result], base_url: str, day: date) -> str:
    """Return the list of patches as YAML; nothing when there are none."""
    local = urlsplit(base_url).hostname in ("localhost", "127.0.0.1", "::1")
    blocks = [_HEAD.format(day=day) + (_LOCAL if local else "")]
    for result in results:
        lines = _lines(result, day)
        if lines:
            operation = result.operation
            blocks.append(
                "\n".join([f"{operation.id}:  # GET {operation.path}", *(f"  {x}" for x in lines)])
            )
    return "\n".join([*blocks, ""]) if len(blocks) > 1 else ""


def _lines(result: Result, day: date) -> list[str]:
    if result.outcome is Outcome.UNKNOWN_PATH:
        return [f"# unknown path, {result.detail}: correct path or method, or remove the operation"]
    if not result.answered:
        return []
    lines = ["x-evidence: live", f"x-evidence-source: {_quoted(_source(result.operation, day))}"]
    lines += _still_inferred(result)
    lines += [f"# {difference}" for difference in result.differences]
    return lines + [f"# {note}" for note in result.notes]


def _source(operation: ReadOperation, day: date) -> str:
    """Return the evidence with its date; what it was before is still worth knowing."""
    if operation.evidence == "live":
        return re.sub(r"^20\d\d-\d\d-\d\d", str(day), operation.source)
    return f"{day}; before: {operation.evidence}, {operation.source}"


def _still_inferred(result: Result) -> list[str]:
    inferred = result.operation.inferred
    if not inferred:
        return []
    whole = result.outcome is Outcome.ANSWERS and not result.notes
    confirmed = _BY_ANSWER | _BY_BODY if whole else _BY_ANSWER
    left = [part for part in inferred if part not in confirmed]
    if left == list(inferred):
        return []
    return [f"x-inferred: [{', '.join(left)}]"] if left else ["# x-inferred: remove it"]


def _quoted(text: str) -> str:
    plain = " ".join(text.split()).replace("'", "''")
    return f"'{plain}'"
