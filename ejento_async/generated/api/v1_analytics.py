"""`client.v1.analytics`: tokens, queries and engagement of users, agents and teams, counted by the
server.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import anything, json_object, list_of
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_TOKENS_BY_DATE = Operation(
    id="v1_analytics_tokens_by_date", method="GET", path="/analytics/tokens/date", idempotent=True
)
_TOKENS_BY_SEGMENT = Operation(
    id="v1_analytics_tokens_by_segment",
    method="GET",
    path="/analytics/tokens/segment",
    idempotent=True,
)
_USER_TOKENS = Operation(
    id="v1_analytics_user_tokens", method="GET", path="/analytics/tokens/user", idempotent=True
)
_AGENT_TOKENS = Operation(
    id="v1_analytics_agent_tokens", method="GET", path="/analytics/tokens/agent", idempotent=True
)
_TEAM_TOKENS = Operation(
    id="v1_analytics_team_tokens", method="GET", path="/analytics/tokens/team", idempotent=True
)
_QUERY_COUNT_BY_DATE = Operation(
    id="v1_analytics_query_count_by_date",
    method="GET",
    path="/analytics/query-count/date",
    idempotent=True,
)
_QUERY_COUNT_BY_SEGMENT = Operation(
    id="v1_analytics_query_count_by_segment",
    method="GET",
    path="/analytics/query-count/segment",
    idempotent=True,
)
_TOTAL_COUNT = Operation(
    id="v1_analytics_total_count", method="GET", path="/analytics/total-count", idempotent=True
)
_DAILY_CHAT_ENGAGEMENT = Operation(
    id="v1_analytics_daily_chat_engagement",
    method="GET",
    path="/analytics/chat-engagement/daily",
    idempotent=True,
)
_WEEKLY_CHAT_ENGAGEMENT = Operation(
    id="v1_analytics_weekly_chat_engagement",
    method="GET",
    path="/analytics/chat-engagement/weekly",
    idempotent=True,
)
_MONTHLY_CHAT_ENGAGEMENT = Operation(
    id="v1_analytics_monthly_chat_engagement",
    method="GET",
    path="/analytics/chat-engagement/monthly",
    idempotent=True,
)
_USER_ENGAGEMENT = Operation(
    id="v1_analytics_user_engagement",
    method="GET",
    path="/analytics/user-engagement",
    idempotent=True,
)
_DAILY_CHATLOG_TOKENS = Operation(
    id="v1_analytics_daily_chatlog_tokens",
    method="GET",
    path="/analytics/chatlog-tokens/daily",
    idempotent=True,
)
_WEEKLY_CHATLOG_TOKENS = Operation(
    id="v1_analytics_weekly_chatlog_tokens",
    method="GET",
    path="/analytics/chatlog-tokens/weekly",
    idempotent=True,
)
_MONTHLY_CHATLOG_TOKENS = Operation(
    id="v1_analytics_monthly_chatlog_tokens",
    method="GET",
    path="/analytics/chatlog-tokens/monthly",
    idempotent=True,
)
_AGENT_ENGAGEMENT = Operation(
    id="v1_analytics_agent_engagement",
    method="GET",
    path="/analytics/agent-engagement",
    idempotent=True,
)
_ENGAGEMENT_BY_TEAM = Operation(
    id="v1_analytics_engagement_by_team",
    method="GET",
    path="/analytics/engagement/team",
    idempotent=True,
)
_ENGAGEMENT_BY_USER = Operation(
    id="v1_analytics_engagement_by_user",
    method="GET",
    path="/analytics/engagement/user",
    idempotent=True,
)
_RECENTLY_ACTIVE_AGENTS = Operation(
    id="v1_analytics_recently_active_agents",
    method="GET",
    path="/analytics/agents/recently-active",
    idempotent=True,
)
_RECENT_USERS = Operation(
    id="v1_analytics_recent_users", method="GET", path="/analytics/users/recent", idempotent=True
)


class V1AnalyticsApi(Resource):
    """Tokens, queries and engagement of users, agents and teams, counted by the server."""

    __slots__ = ()

    @property
    def with_response(self) -> V1AnalyticsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V1AnalyticsWithResponse(self._core)

    async def tokens_by_date(self) -> list[models.TokenCount]:
        """Get Tokens by Date.

        `GET /analytics/tokens/date`

        Returns the tokens used, counted by date.

        Returns:
            The counts.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_TOKENS_BY_DATE, list_of(models.TokenCount.read))

    async def tokens_by_segment(self) -> list[models.TokenCount]:
        """Get Tokens by Segment.

        `GET /analytics/tokens/segment`

        Returns the tokens used, counted by segment. What a segment is is not documented.

        Returns:
            The counts.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_TOKENS_BY_SEGMENT, list_of(models.TokenCount.read))

    async def user_tokens(self) -> list[models.TokenCount]:
        """Get User Tokens.

        `GET /analytics/tokens/user`

        Returns the tokens used, counted by user.

        Returns:
            The counts.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_USER_TOKENS, list_of(models.TokenCount.read))

    async def agent_tokens(self) -> list[models.TokenCount]:
        """Get Agent Tokens.

        `GET /analytics/tokens/agent`

        Returns the tokens used, counted by agent.

        Returns:
            The counts.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_AGENT_TOKENS, list_of(models.TokenCount.read))

    async def team_tokens(self) -> list[models.TokenCount]:
        """Get Team Tokens.

        `GET /analytics/tokens/team`

        Returns the tokens used, counted by team.

        Returns:
            The counts.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v1/get-team-tokens-16255423e0; nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_TEAM_TOKENS, list_of(models.TokenCount.read))

    async def query_count_by_date(self) -> list[dict[str, Any]]:
        """Get Query Count by Date.

        `GET /analytics/query-count/date`

        Returns how many queries there were, counted by date.

        Returns:
            The counts.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_QUERY_COUNT_BY_DATE, list_of(json_object))

    async def query_count_by_segment(self) -> list[dict[str, Any]]:
        """Get Query Count by Segment.

        `GET /analytics/query-count/segment`

        Returns how many queries there were, counted by segment. What a segment is is not
        documented.

        Returns:
            The counts.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_QUERY_COUNT_BY_SEGMENT, list_of(json_object))

    async def total_count(self) -> Any:
        """Get Total Count.

        `GET /analytics/total-count`

        Returns a count in total. What is counted is not documented, so the form of the answer is
        left open.

        Returns:
            The count, in a form that is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_TOTAL_COUNT, anything)

    async def daily_chat_engagement(self) -> list[dict[str, Any]]:
        """Get Daily Chat Engagement.

        `GET /analytics/chat-engagement/daily`

        Returns how much was chatted, day by day.

        Returns:
            The engagement, day by day.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_DAILY_CHAT_ENGAGEMENT, list_of(json_object))

    async def weekly_chat_engagement(self) -> list[dict[str, Any]]:
        """Get Weekly Chat Engagement.

        `GET /analytics/chat-engagement/weekly`

        Returns how much was chatted, week by week.

        Returns:
            The engagement, week by week.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_WEEKLY_CHAT_ENGAGEMENT, list_of(json_object))

    async def monthly_chat_engagement(self) -> list[dict[str, Any]]:
        """Get Monthly Chat Engagement.

        `GET /analytics/chat-engagement/monthly`

        Returns how much was chatted, month by month.

        Returns:
            The engagement, month by month.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_MONTHLY_CHAT_ENGAGEMENT, list_of(json_object))

    async def user_engagement(self) -> Any:
        """Get User Engagement.

        `GET /analytics/user-engagement`

        Returns how much users chat. Whether for one user or for all is not documented, so the form
        of the answer is left open.

        Returns:
            The engagement, in a form that is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v1/get-user-engagement-16255430e0; nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_USER_ENGAGEMENT, anything)

    async def daily_chatlog_tokens(self) -> list[models.TokenCount]:
        """Get Daily Chatlog Tokens.

        `GET /analytics/chatlog-tokens/daily`

        Returns the tokens that stored questions and answers took, day by day.

        Returns:
            The counts, day by day.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_DAILY_CHATLOG_TOKENS, list_of(models.TokenCount.read))

    async def weekly_chatlog_tokens(self) -> list[models.TokenCount]:
        """Get Weekly Chatlog Tokens.

        `GET /analytics/chatlog-tokens/weekly`

        Returns the tokens that stored questions and answers took, week by week.

        Returns:
            The counts, week by week.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_WEEKLY_CHATLOG_TOKENS, list_of(models.TokenCount.read))

    async def monthly_chatlog_tokens(self) -> list[models.TokenCount]:
        """Get Monthly Chatlog Tokens.

        `GET /analytics/chatlog-tokens/monthly`

        Returns the tokens that stored questions and answers took, month by month.

        Returns:
            The counts, month by month.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_MONTHLY_CHATLOG_TOKENS, list_of(models.TokenCount.read))

    async def agent_engagement(self) -> Any:
        """Get Agent Engagement.

        `GET /analytics/agent-engagement`

        Returns how much agents are used. Whether for one agent or for all is not documented, so the
        form of the answer is left open.

        Returns:
            The engagement, in a form that is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_AGENT_ENGAGEMENT, anything)

    async def engagement_by_team(self) -> list[dict[str, Any]]:
        """Get Engagement by Team.

        `GET /analytics/engagement/team`

        Returns how much is chatted, counted by team.

        Returns:
            The engagement, team by team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ENGAGEMENT_BY_TEAM, list_of(json_object))

    async def engagement_by_user(self) -> list[dict[str, Any]]:
        """Get Engagement by User.

        `GET /analytics/engagement/user`

        Returns how much is chatted, counted by user.

        Returns:
            The engagement, user by user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ENGAGEMENT_BY_USER, list_of(json_object))

    async def recently_active_agents(self) -> list[Any]:
        """Get Recently Active Agents.

        `GET /analytics/agents/recently-active`

        Returns the agents that were active lately. In what form it names them is not documented.

        Returns:
            The agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_RECENTLY_ACTIVE_AGENTS, list_of(anything))

    async def recent_users(self) -> list[Any]:
        """Get Recent Users.

        `GET /analytics/users/recent`

        Returns the users who were active lately. In what form it names them is not documented.

        Returns:
            The users.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_RECENT_USERS, list_of(anything))


class V1AnalyticsWithResponse(Resource):
    """The methods of `client.v1.analytics`, returning whole responses."""

    __slots__ = ()

    async def tokens_by_date(self) -> APIResponse[list[models.TokenCount]]:
        """Get Tokens by Date.

        `GET /analytics/tokens/date`

        Takes the arguments of `tokens_by_date` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_TOKENS_BY_DATE, list_of(models.TokenCount.read))

    async def tokens_by_segment(self) -> APIResponse[list[models.TokenCount]]:
        """Get Tokens by Segment.

        `GET /analytics/tokens/segment`

        Takes the arguments of `tokens_by_segment` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_TOKENS_BY_SEGMENT, list_of(models.TokenCount.read))

    async def user_tokens(self) -> APIResponse[list[models.TokenCount]]:
        """Get User Tokens.

        `GET /analytics/tokens/user`

        Takes the arguments of `user_tokens` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_USER_TOKENS, list_of(models.TokenCount.read))

    async def agent_tokens(self) -> APIResponse[list[models.TokenCount]]:
        """Get Agent Tokens.

        `GET /analytics/tokens/agent`

        Takes the arguments of `agent_tokens` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_AGENT_TOKENS, list_of(models.TokenCount.read))

    async def team_tokens(self) -> APIResponse[list[models.TokenCount]]:
        """Get Team Tokens.

        `GET /analytics/tokens/team`

        Takes the arguments of `team_tokens` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_TEAM_TOKENS, list_of(models.TokenCount.read))

    async def query_count_by_date(self) -> APIResponse[list[dict[str, Any]]]:
        """Get Query Count by Date.

        `GET /analytics/query-count/date`

        Takes the arguments of `query_count_by_date` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_QUERY_COUNT_BY_DATE, list_of(json_object))

    async def query_count_by_segment(self) -> APIResponse[list[dict[str, Any]]]:
        """Get Query Count by Segment.

        `GET /analytics/query-count/segment`

        Takes the arguments of `query_count_by_segment` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_QUERY_COUNT_BY_SEGMENT, list_of(json_object))

    async def total_count(self) -> APIResponse[Any]:
        """Get Total Count.

        `GET /analytics/total-count`

        Takes the arguments of `total_count` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_TOTAL_COUNT, anything)

    async def daily_chat_engagement(self) -> APIResponse[list[dict[str, Any]]]:
        """Get Daily Chat Engagement.

        `GET /analytics/chat-engagement/daily`

        Takes the arguments of `daily_chat_engagement` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DAILY_CHAT_ENGAGEMENT, list_of(json_object))

    async def weekly_chat_engagement(self) -> APIResponse[list[dict[str, Any]]]:
        """Get Weekly Chat Engagement.

        `GET /analytics/chat-engagement/weekly`

        Takes the arguments of `weekly_chat_engagement` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_WEEKLY_CHAT_ENGAGEMENT, list_of(json_object))

    async def monthly_chat_engagement(self) -> APIResponse[list[dict[str, Any]]]:
        """Get Monthly Chat Engagement.

        `GET /analytics/chat-engagement/monthly`

        Takes the arguments of `monthly_chat_engagement` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_MONTHLY_CHAT_ENGAGEMENT, list_of(json_object))

    async def user_engagement(self) -> APIResponse[Any]:
        """Get User Engagement.

        `GET /analytics/user-engagement`

        Takes the arguments of `user_engagement` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_USER_ENGAGEMENT, anything)

    async def daily_chatlog_tokens(self) -> APIResponse[list[models.TokenCount]]:
        """Get Daily Chatlog Tokens.

        `GET /analytics/chatlog-tokens/daily`

        Takes the arguments of `daily_chatlog_tokens` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DAILY_CHATLOG_TOKENS, list_of(models.TokenCount.read))

    async def weekly_chatlog_tokens(self) -> APIResponse[list[models.TokenCount]]:
        """Get Weekly Chatlog Tokens.

        `GET /analytics/chatlog-tokens/weekly`

        Takes the arguments of `weekly_chatlog_tokens` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_WEEKLY_CHATLOG_TOKENS, list_of(models.TokenCount.read))

    async def monthly_chatlog_tokens(self) -> APIResponse[list[models.TokenCount]]:
        """Get Monthly Chatlog Tokens.

        `GET /analytics/chatlog-tokens/monthly`

        Takes the arguments of `monthly_chatlog_tokens` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_MONTHLY_CHATLOG_TOKENS, list_of(models.TokenCount.read))

    async def agent_engagement(self) -> APIResponse[Any]:
        """Get Agent Engagement.

        `GET /analytics/agent-engagement`

        Takes the arguments of `agent_engagement` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_AGENT_ENGAGEMENT, anything)

    async def engagement_by_team(self) -> APIResponse[list[dict[str, Any]]]:
        """Get Engagement by Team.

        `GET /analytics/engagement/team`

        Takes the arguments of `engagement_by_team` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ENGAGEMENT_BY_TEAM, list_of(json_object))

    async def engagement_by_user(self) -> APIResponse[list[dict[str, Any]]]:
        """Get Engagement by User.

        `GET /analytics/engagement/user`

        Takes the arguments of `engagement_by_user` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ENGAGEMENT_BY_USER, list_of(json_object))

    async def recently_active_agents(self) -> APIResponse[list[Any]]:
        """Get Recently Active Agents.

        `GET /analytics/agents/recently-active`

        Takes the arguments of `recently_active_agents` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_RECENTLY_ACTIVE_AGENTS, list_of(anything))

    async def recent_users(self) -> APIResponse[list[Any]]:
        """Get Recent Users.

        `GET /analytics/users/recent`

        Takes the arguments of `recent_users` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_RECENT_USERS, list_of(anything))
