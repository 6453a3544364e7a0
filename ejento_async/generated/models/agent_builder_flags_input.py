"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class AgentBuilderFlagsInput(TypedDict):
    """Abilities that the new agent gets.

    Attributes:
        image_generation_enabled: Whether the agent may make images.
    """

    image_generation_enabled: NotRequired[bool]
