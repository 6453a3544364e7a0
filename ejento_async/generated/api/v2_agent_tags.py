"""`client.v2.agent_tags`: tags of agents.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import anything, list_of
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_LIST = Operation(
    id="v2_agent_tags_list", method="GET", path="/api/v2/agents/tags", idempotent=True
)
_LIST_GROUPED_BY_AGENT = Operation(
    id="v2_agent_tags_list_grouped_by_agent",
    method="GET",
    path="/api/v2/agents/tags/grouped",
    idempotent=True,
)
_UPDATE = Operation(
    id="v2_agent_tags_update", method="POST", path="/api/v2/agents/{agent_id}/tags", body="json"
)


class V2AgentTagsApi(Resource):
    """Tags of agents."""

    __slots__ = ()

    @property
    def with_response(self) -> V2AgentTagsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2AgentTagsWithResponse(self._core)

    async def list(
        self,
        *,
        project_id: int | Unset = UNSET,
        team_id: int | Unset = UNSET,
        organization_id: int | Unset = UNSET,
    ) -> builtins.list[Any]:
        """Get all Tags for a given Project, Team, or Organization.

        `GET /api/v2/agents/tags`

        Returns the tags that the agents of a project, a team or an organization have. The newest
        documentation no longer speaks of teams here.

        Args:
            project_id: Id of the project. Inferred from the title.
            team_id: Id of the team. Inferred from the title.
            organization_id: Id of the organization. Inferred from the title.

        Returns:
            The tags. Their form is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/annotate-agent, navigation; path, method and bodies
        follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST,
            list_of(anything),
            query={
                "project_id": project_id,
                "team_id": team_id,
                "organization_id": organization_id,
            },
        )

    async def list_grouped_by_agent(
        self,
        *,
        project_id: int | Unset = UNSET,
        team_id: int | Unset = UNSET,
        organization_id: int | Unset = UNSET,
    ) -> builtins.list[models.TagList]:
        """Get all Tags grouped by Agent for a given Project, Team, or Organization.

        `GET /api/v2/agents/tags/grouped`

        Returns the tags of each agent of a project, a team or an organization. The newest
        documentation no longer speaks of teams here.

        Args:
            project_id: Id of the project. Inferred from the title.
            team_id: Id of the team. Inferred from the title.
            organization_id: Id of the organization. Inferred from the title.

        Returns:
            The tags, agent by agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/annotate-agent, navigation; path, method and bodies
        follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_GROUPED_BY_AGENT,
            list_of(models.TagList.read),
            query={
                "project_id": project_id,
                "team_id": team_id,
                "organization_id": organization_id,
            },
        )

    async def update(
        self, agent_id: int, *, tags: builtins.list[str] | Unset = UNSET
    ) -> models.TagList:
        """Add or Remove Tags from an Agent.

        `POST /api/v2/agents/{agent_id}/tags`

        Adds tags to an agent or removes them. How the body tells the one from the other is not
        documented.

        Args:
            agent_id: Id of the agent.
            tags: The tags. How they are to be added or removed is not documented. Inferred from the
                record of an agent.

        Returns:
            The tags of the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/annotate-agent, title only; path, method and bodies
        follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE, models.TagList.read, (agent_id,), body={"tags": tags})


class V2AgentTagsWithResponse(Resource):
    """The methods of `client.v2.agent_tags`, returning whole responses."""

    __slots__ = ()

    async def list(
        self,
        *,
        project_id: int | Unset = UNSET,
        team_id: int | Unset = UNSET,
        organization_id: int | Unset = UNSET,
    ) -> APIResponse[builtins.list[Any]]:
        """Get all Tags for a given Project, Team, or Organization.

        `GET /api/v2/agents/tags`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST,
            list_of(anything),
            query={
                "project_id": project_id,
                "team_id": team_id,
                "organization_id": organization_id,
            },
        )

    async def list_grouped_by_agent(
        self,
        *,
        project_id: int | Unset = UNSET,
        team_id: int | Unset = UNSET,
        organization_id: int | Unset = UNSET,
    ) -> APIResponse[builtins.list[models.TagList]]:
        """Get all Tags grouped by Agent for a given Project, Team, or Organization.

        `GET /api/v2/agents/tags/grouped`

        Takes the arguments of `list_grouped_by_agent` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_GROUPED_BY_AGENT,
            list_of(models.TagList.read),
            query={
                "project_id": project_id,
                "team_id": team_id,
                "organization_id": organization_id,
            },
        )

    async def update(
        self, agent_id: int, *, tags: builtins.list[str] | Unset = UNSET
    ) -> APIResponse[models.TagList]:
        """Add or Remove Tags from an Agent.

        `POST /api/v2/agents/{agent_id}/tags`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE, models.TagList.read, (agent_id,), body={"tags": tags}
        )
