"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import NotRequired, TypedDict


class HistoryTurnInput(TypedDict):
    """A question and its answer.

    Attributes:
        user: What the user asked.
        bot: What the agent answered.
    """

    user: NotRequired[str]
    bot: NotRequired[str]
