"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import Literal, TypeAlias

DocumentStep: TypeAlias = Literal["completed", "failed", "pending", "uploaded"] | str
"""How far the indexing of a document has come. It ends with `completed` or `failed`; one of the
vendor's clients also takes `uploaded` for success.
"""
