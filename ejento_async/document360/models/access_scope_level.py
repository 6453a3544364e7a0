"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import Literal, TypeAlias

AccessScopeLevel: TypeAlias = Literal[0, 1, 2, 3, 4, 5, 6] | int
"""How much content a role is for: 0 none, 1 a category, 2 a version, 3 the whole project, 4 a
language. The vendor lists 5 and 6 without a name; an example of another operation calls 5 the level
of an article.
"""
