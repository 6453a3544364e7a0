"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import Literal, TypeAlias

VoteTypeInput: TypeAlias = Literal["downvote", "upvote"]
"""A vote for or against an answer."""
