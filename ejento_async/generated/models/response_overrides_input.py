"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class ResponseOverridesInput(TypedDict):
    """Settings that apply to one answer, in place of those of the agent.

    Attributes:
        corpus_ids: Ids of the corpora to search.
        log_intermediate_response: Whether to keep what comes up on the way to the answer.
        retrieve_data_points: Whether to return the passages that the answer draws on.
        suggest_followup_questions: Whether to suggest questions to ask next.
        cache_skip: Whether to leave the cache aside.
        semantic_ranker: Whether to rank search results by their meaning.
        sources: Whether to name the sources of the answer.
        use_reasoning_middleware: Whether a deep agent uses its reasoning middleware.
    """

    corpus_ids: NotRequired[list[int]]
    log_intermediate_response: NotRequired[bool]
    retrieve_data_points: NotRequired[bool]
    suggest_followup_questions: NotRequired[bool]
    cache_skip: NotRequired[bool]
    semantic_ranker: NotRequired[bool]
    sources: NotRequired[bool]
    use_reasoning_middleware: NotRequired[bool]
