"""`client.v2_legacy.agent_user`: users of an agent and their permissions on it.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import anything, list_of, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_LIST = Operation(
    id="v2l_agent_user_list", method="GET", path="/v2/api/agent/user", idempotent=True
)
_LIST_BY_AGENT = Operation(
    id="v2l_agent_user_list_by_agent",
    method="GET",
    path="/v2/api/agent/{agent_id}/user",
    idempotent=True,
)
_ADD = Operation(
    id="v2l_agent_user_add", method="POST", path="/v2/api/agent/{agent_id}/user", body="json"
)
_REMOVE = Operation(
    id="v2l_agent_user_remove",
    method="DELETE",
    path="/v2/api/agent/{agent_id}/user/{user_id}",
    idempotent=True,
)
_GET_PERMISSION = Operation(
    id="v2l_agent_user_get_permission",
    method="GET",
    path="/v2/api/agent/{agent_id}/user/permission",
    idempotent=True,
)


class V2LegacyAgentUserApi(Resource):
    """Users of an agent and their permissions on it."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAgentUserWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAgentUserWithResponse(self._core)

    async def list(self) -> builtins.list[models.Agent]:
        """Get All Agents with Users.

        `GET /v2/api/agent/user`

        Returns agents that have users. Whether each agent then names its users is not documented.

        Returns:
            The agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent User, Get All Agents
        with Users; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Agent.read))

    async def list_by_agent(self, agent_id: int) -> builtins.list[models.User]:
        """Get Users Of Agent.

        `GET /v2/api/agent/{agent_id}/user`

        Returns the users of one agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The users.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent User, Get Users Of
        Agent; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_BY_AGENT, list_of(models.User.read), (agent_id,))

    async def add(self, agent_id: int, *, body: builtins.dict[str, Any]) -> Any:
        """Add Users to Agent.

        `POST /v2/api/agent/{agent_id}/user`

        Adds users to an agent.

        Args:
            agent_id: Id of the agent.
            body: The users to be added. The vendor documents no member of it.

        Returns:
            What the server says of the users. The form is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent User, Add Users to
        Agent; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ADD, anything, (agent_id,), body=body)

    async def remove(self, agent_id: int, user_id: int) -> None:
        """Delete User from Agent.

        `DELETE /v2/api/agent/{agent_id}/user/{user_id}`

        Removes a user from an agent. The account of the user remains.

        Args:
            agent_id: Id of the agent.
            user_id: Id of the user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent User, Delete User from
        Agent; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_REMOVE, nothing, (agent_id, user_id))

    async def get_permission(self, agent_id: int) -> builtins.list[models.AgentUser]:
        """Get User Agent Permission.

        `GET /v2/api/agent/{agent_id}/user/permission`

        Returns the permission of a user on an agent, presumably the caller's, since no user is
        named.

        Args:
            agent_id: Id of the agent.

        Returns:
            The records of the agent's users, as V1 gives them.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent User, Get User Agent
        Permission; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_PERMISSION, list_of(models.AgentUser.read), (agent_id,))


class V2LegacyAgentUserWithResponse(Resource):
    """The methods of `client.v2_legacy.agent_user`, returning whole responses."""

    __slots__ = ()

    async def list(self) -> APIResponse[builtins.list[models.Agent]]:
        """Get All Agents with Users.

        `GET /v2/api/agent/user`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Agent.read))

    async def list_by_agent(self, agent_id: int) -> APIResponse[builtins.list[models.User]]:
        """Get Users Of Agent.

        `GET /v2/api/agent/{agent_id}/user`

        Takes the arguments of `list_by_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_AGENT, list_of(models.User.read), (agent_id,))

    async def add(self, agent_id: int, *, body: builtins.dict[str, Any]) -> APIResponse[Any]:
        """Add Users to Agent.

        `POST /v2/api/agent/{agent_id}/user`

        Takes the arguments of `add` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ADD, anything, (agent_id,), body=body)

    async def remove(self, agent_id: int, user_id: int) -> APIResponse[None]:
        """Delete User from Agent.

        `DELETE /v2/api/agent/{agent_id}/user/{user_id}`

        Takes the arguments of `remove` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REMOVE, nothing, (agent_id, user_id))

    async def get_permission(self, agent_id: int) -> APIResponse[builtins.list[models.AgentUser]]:
        """Get User Agent Permission.

        `GET /v2/api/agent/{agent_id}/user/permission`

        Takes the arguments of `get_permission` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET_PERMISSION, list_of(models.AgentUser.read), (agent_id,)
        )
