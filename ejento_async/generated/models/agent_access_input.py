"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import Literal, TypeAlias

AgentAccessInput: TypeAlias = Literal["Only me", "Only team", "Public"]
"""Who may use the agent."""
