"""`client.v2_legacy.agent_tags`: tags of agents.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import anything, list_of
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_LIST = Operation(id="v2l_agent_tags_list", method="GET", path="/v2/api/agent/tag", idempotent=True)
_UPDATE = Operation(
    id="v2l_agent_tags_update", method="POST", path="/v2/api/agent/{agent_id}/tag", body="json"
)


class V2LegacyAgentTagsApi(Resource):
    """Tags of agents."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAgentTagsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAgentTagsWithResponse(self._core)

    async def list(self) -> builtins.list[Any]:
        """Get All Distinct Agent Tags.

        `GET /v2/api/agent/tag`

        Returns every tag that agents have, once each.

        Returns:
            The tags. The form of a tag is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Tags, Get All Distinct
        Agent Tags; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(anything))

    async def update(self, agent_id: int, *, tags: builtins.list[str]) -> models.LegacyTagList:
        """Annotate an Agent with Tags.

        `POST /v2/api/agent/{agent_id}/tag`

        Puts tags on an agent or takes them from it.

        Args:
            agent_id: Id of the agent.
            tags: The tags. Inferred from the record of an agent.

        Returns:
            The tags of the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Tags, Annotate an Agent
        with Tags; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE, models.LegacyTagList.read, (agent_id,), body={"tags": tags}
        )


class V2LegacyAgentTagsWithResponse(Resource):
    """The methods of `client.v2_legacy.agent_tags`, returning whole responses."""

    __slots__ = ()

    async def list(self) -> APIResponse[builtins.list[Any]]:
        """Get All Distinct Agent Tags.

        `GET /v2/api/agent/tag`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(anything))

    async def update(
        self, agent_id: int, *, tags: builtins.list[str]
    ) -> APIResponse[models.LegacyTagList]:
        """Annotate an Agent with Tags.

        `POST /v2/api/agent/{agent_id}/tag`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE, models.LegacyTagList.read, (agent_id,), body={"tags": tags}
        )
