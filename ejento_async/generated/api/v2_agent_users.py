"""`client.v2.agent_users`: users of an agent and their permissions on it.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_LIST = Operation(
    id="v2_agent_users_list", method="GET", path="/api/v2/agents/users", idempotent=True
)
_LIST_BY_AGENT = Operation(
    id="v2_agent_users_list_by_agent",
    method="GET",
    path="/api/v2/agents/{agent_id}/users",
    idempotent=True,
)
_ADD = Operation(
    id="v2_agent_users_add", method="POST", path="/api/v2/agents/{agent_id}/users", body="json"
)
_REMOVE = Operation(
    id="v2_agent_users_remove",
    method="DELETE",
    path="/api/v2/agents/{agent_id}/users/{user_id}",
    idempotent=True,
)
_GET_PERMISSION = Operation(
    id="v2_agent_users_get_permission",
    method="GET",
    path="/api/v2/agents/{agent_id}/users/permissions",
    idempotent=True,
)


class V2AgentUsersApi(Resource):
    """Users of an agent and their permissions on it."""

    __slots__ = ()

    @property
    def with_response(self) -> V2AgentUsersWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2AgentUsersWithResponse(self._core)

    async def list(self) -> builtins.list[models.Agent]:
        """Get all Agents Users.

        `GET /api/v2/agents/users`

        Returns agents with their users. Whether the agents then name their users, or the records
        are users, is not documented; V2 Legacy calls it Get All Agents with Users.

        Returns:
            The agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent User, Get all Agents
        Users; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Agent.read))

    async def list_by_agent(self, agent_id: int) -> builtins.list[models.User]:
        """Get Users of an Agent.

        `GET /api/v2/agents/{agent_id}/users`

        Returns the users of one agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The users.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent User, Get Users of an
        Agent; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_BY_AGENT, list_of(models.User.read), (agent_id,))

    async def add(self, agent_id: int, *, body: builtins.dict[str, Any]) -> models.User:
        """Add user to Agent.

        `POST /api/v2/agents/{agent_id}/users`

        Gives a user access to an agent. How the body names the user is not documented.

        Args:
            agent_id: Id of the agent.

        Returns:
            The user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent User, Add user to
        Agent; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ADD, models.User.read, (agent_id,), body=body)

    async def remove(self, agent_id: int, user_id: int) -> None:
        """Delete User from Agent.

        `DELETE /api/v2/agents/{agent_id}/users/{user_id}`

        Takes a user's access to an agent away. The account of the user remains.

        Args:
            agent_id: Id of the agent.
            user_id: Id of the user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent User, Delete User from
        Agent; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_REMOVE, nothing, (agent_id, user_id))

    async def get_permission(self, agent_id: int) -> builtins.list[models.AgentUser]:
        """Get User Agent Permission.

        `GET /api/v2/agents/{agent_id}/users/permissions`

        Returns the permission of a user on an agent, presumably the caller's, since no user is
        named.

        Args:
            agent_id: Id of the agent.

        Returns:
            The records of the agent's users, as V1 gives them.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent User Permission, Get
        User Agent Permission; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_PERMISSION, list_of(models.AgentUser.read), (agent_id,))


class V2AgentUsersWithResponse(Resource):
    """The methods of `client.v2.agent_users`, returning whole responses."""

    __slots__ = ()

    async def list(self) -> APIResponse[builtins.list[models.Agent]]:
        """Get all Agents Users.

        `GET /api/v2/agents/users`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Agent.read))

    async def list_by_agent(self, agent_id: int) -> APIResponse[builtins.list[models.User]]:
        """Get Users of an Agent.

        `GET /api/v2/agents/{agent_id}/users`

        Takes the arguments of `list_by_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_AGENT, list_of(models.User.read), (agent_id,))

    async def add(
        self, agent_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[models.User]:
        """Add user to Agent.

        `POST /api/v2/agents/{agent_id}/users`

        Takes the arguments of `add` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ADD, models.User.read, (agent_id,), body=body)

    async def remove(self, agent_id: int, user_id: int) -> APIResponse[None]:
        """Delete User from Agent.

        `DELETE /api/v2/agents/{agent_id}/users/{user_id}`

        Takes the arguments of `remove` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REMOVE, nothing, (agent_id, user_id))

    async def get_permission(self, agent_id: int) -> APIResponse[builtins.list[models.AgentUser]]:
        """Get User Agent Permission.

        `GET /api/v2/agents/{agent_id}/users/permissions`

        Takes the arguments of `get_permission` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET_PERMISSION, list_of(models.AgentUser.read), (agent_id,)
        )
