"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import Literal, TypeAlias

AgentTypeName: TypeAlias = Literal["Custom", "QnA"] | str
"""Name of a kind of agent."""
