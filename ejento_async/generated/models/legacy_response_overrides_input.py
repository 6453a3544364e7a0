"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class LegacyResponseOverridesInput(TypedDict):
    """Settings that apply to one answer, in place of those of the agent.

    Attributes:
        sources: Whether to name the sources of the answer.
        corpus_ids: Ids of the corpora to search.
    """

    sources: NotRequired[bool]
    corpus_ids: NotRequired[list[int]]
