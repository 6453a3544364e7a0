"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import Literal, TypeAlias

AccessScopeLevelInput: TypeAlias = Literal[0, 1, 2, 3, 4, 5, 6]
"""How much content a role is for: 0 none, 1 categories, 2 versions, 3 the whole project, 4 languages.
What 5 and 6 mean is not documented.
"""
