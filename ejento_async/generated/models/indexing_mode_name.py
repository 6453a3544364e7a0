"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import Literal, TypeAlias

IndexingModeName: TypeAlias = Literal["basic", "exhaustive"] | str
"""Name of a mode of indexing."""
