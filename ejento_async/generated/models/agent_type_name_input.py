"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import Literal, TypeAlias

AgentTypeNameInput: TypeAlias = Literal["Custom", "QnA"]
"""Name of a kind of agent."""
