"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import Literal, TypeAlias

RoleType: TypeAlias = Literal[0, 1] | int
"""What a role is about, 0 the portal or 1 content."""
