"""`client.v1.agents`: agents in the first generation of the API.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from ..._model import list_of, nothing
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_GET_USER = Operation(
    id="v1_agents_get_user", method="GET", path="/agent/getuser/{agent_id}", idempotent=True
)
_LIST_BY_TEAM = Operation(
    id="v1_agents_list_by_team", method="GET", path="/agent/team", idempotent=True
)
_LIST_BY_PROJECT = Operation(
    id="v1_agents_list_by_project",
    method="GET",
    path="/agent/project/{project_id}",
    idempotent=True,
)
_LIST_RECENT = Operation(
    id="v1_agents_list_recent", method="GET", path="/agent/recent", idempotent=True
)
_ADD_RECENT = Operation(id="v1_agents_add_recent", method="POST", path="/agent/recent", body="json")
_LIST_STARRED = Operation(
    id="v1_agents_list_starred", method="GET", path="/agent/starred", idempotent=True
)
_LIST_REVIEWS = Operation(
    id="v1_agents_list_reviews", method="GET", path="/agent/review/{agent_id}", idempotent=True
)
_CREATE_REVIEW = Operation(
    id="v1_agents_create_review", method="POST", path="/agent/review/{agent_id}", body="json"
)
_LIST_RATINGS = Operation(
    id="v1_agents_list_ratings", method="GET", path="/agent/rating/{agent_id}", idempotent=True
)
_TOGGLE_RATING = Operation(
    id="v1_agents_toggle_rating", method="PUT", path="/agent/rating/{agent_id}"
)
_LIST_ALIASES = Operation(
    id="v1_agents_list_aliases", method="GET", path="/agent/alias", idempotent=True
)
_CREATE_ALIAS = Operation(
    id="v1_agents_create_alias", method="POST", path="/agent/alias", body="json"
)
_LIST_TYPES = Operation(
    id="v1_agents_list_types", method="GET", path="/agent/type", idempotent=True
)
_REMOVE_RECENT = Operation(
    id="v1_agents_remove_recent", method="DELETE", path="/agent/recent/{agent_id}", idempotent=True
)
_REMOVE_STARRED = Operation(
    id="v1_agents_remove_starred",
    method="DELETE",
    path="/agent/starred/{agent_id}",
    idempotent=True,
)
_UPDATE_REVIEW = Operation(
    id="v1_agents_update_review",
    method="PUT",
    path="/agent/review/{agent_id}/{review_id}",
    body="json",
    idempotent=True,
)
_DELETE_REVIEW = Operation(
    id="v1_agents_delete_review",
    method="DELETE",
    path="/agent/review/{agent_id}/{review_id}",
    idempotent=True,
)
_CREATE_CHAT = Operation(id="v1_agents_create_chat", method="POST", path="/agent/chat", body="json")
_UPDATE_ALIAS = Operation(
    id="v1_agents_update_alias",
    method="PUT",
    path="/agent/alias/{alias_id}",
    body="json",
    idempotent=True,
)
_GET_ACCESS = Operation(
    id="v1_agents_get_access", method="GET", path="/agent/access/{agent_id}", idempotent=True
)
_UPDATE_ACCESS = Operation(
    id="v1_agents_update_access",
    method="PUT",
    path="/agent/access/{agent_id}",
    body="json",
    idempotent=True,
)
_UPDATE_TYPE = Operation(
    id="v1_agents_update_type",
    method="PUT",
    path="/agent/type/{agent_type_id}",
    body="json",
    idempotent=True,
)


class V1AgentsApi(Resource):
    """Agents in the first generation of the API."""

    __slots__ = ()

    @property
    def with_response(self) -> V1AgentsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V1AgentsWithResponse(self._core)

    async def get_user(
        self,
        agent_id: str,
        *,
        query_agent_id: int,
        action: Literal["userAgent", "userAgentPermission"],
    ) -> list[models.UserAgent]:
        """Get User Agent or User Agent Permission.

        `GET /agent/getuser/{agent_id}`

        Retrieve either user agent information or user agent permission data based on the agent ID
        and action specified. The id goes into the path and into the query as well.

        Args:
            agent_id: The ID of the agent, as text. The vendor's own sample leaves it out of the
                path.
            query_agent_id: The ID of the agent whose data is to be fetched.
            action: Specifies the action to retrieve data. Accepts either userAgent to fetch user
                agent information or userAgentPermission to fetch user agent permissions.

        Returns:
            Successful response based on the action parameter.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0).
        """
        return await self._core.send(
            _GET_USER,
            list_of(models.UserAgent.read),
            (agent_id,),
            query={"agent_id": query_agent_id, "action": action},
        )

    async def list_by_team(self, *, team_id: int | Unset = UNSET) -> list[models.Agent]:
        """Get Agents by Team or User Team.

        `GET /agent/team`

        Returns the agents of a team. Without a team, presumably those of the caller's own team.

        Args:
            team_id: Id of the team. Inferred from the title.

        Returns:
            The agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v1/get-agents-by-team-or-user-team-16255349e0; nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_BY_TEAM, list_of(models.Agent.read), query={"team_id": team_id}
        )

    async def list_by_project(self, project_id: int) -> list[models.Agent]:
        """Get All Agents by Project.

        `GET /agent/project/{project_id}`

        Returns all agents of a project.

        Args:
            project_id: Id of the project.

        Returns:
            The agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_BY_PROJECT, list_of(models.Agent.read), (project_id,))

    async def list_recent(self) -> list[models.RecentAgent]:
        """Get Recent Agents.

        `GET /agent/recent`

        Returns the agents that the caller has used lately.

        Returns:
            The notes of the uses, with the agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v1/get-recent-agents-16255344e0; nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_RECENT, list_of(models.RecentAgent.read))

    async def add_recent(self, *, agent_id: int) -> models.RecentAgent:
        """Add to Recent Agents.

        `POST /agent/recent`

        Adds an agent to those that the caller has used lately.

        Args:
            agent_id: Id of the agent. Inferred from the title; other operations of V1 name it so.

        Returns:
            The note of the use, with the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v1/add-to-recent-agents-16255345e0; nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _ADD_RECENT, models.RecentAgent.read, body={"agent_id": agent_id}
        )

    async def list_starred(self) -> list[models.RecentAgent]:
        """Get Starred Agents.

        `GET /agent/starred`

        Returns the agents that the caller has starred. The form of the answer is taken from the
        agents used lately.

        Returns:
            The notes of the stars, with the agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v1/get-starred-agents-16255347e0; nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_STARRED, list_of(models.RecentAgent.read))

    async def list_reviews(self, agent_id: int) -> list[models.Review]:
        """Get Agent Reviews.

        `GET /agent/review/{agent_id}`

        Returns the reviews of an agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The reviews.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_REVIEWS, list_of(models.Review.read), (agent_id,))

    async def create_review(self, agent_id: int, *, body: dict[str, Any]) -> models.Review:
        """Create a Review for an Agent.

        `POST /agent/review/{agent_id}`

        Writes a review of an agent.

        Args:
            agent_id: Id of the agent.
            body: A review of an agent. The vendor documents no member.

        Returns:
            The new review.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE_REVIEW, models.Review.read, (agent_id,), body=body)

    async def list_ratings(self, agent_id: int) -> list[models.Rating]:
        """Get Agent Ratings.

        `GET /agent/rating/{agent_id}`

        Returns the ratings of an agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The ratings.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_RATINGS, list_of(models.Rating.read), (agent_id,))

    async def toggle_rating(self, agent_id: int) -> models.Rating:
        """Toggle Rating.

        `PUT /agent/rating/{agent_id}`

        Gives an agent the caller's rating, or takes it back. Repeated, it presumably undoes itself.

        Args:
            agent_id: Id of the agent.

        Returns:
            The rating after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_TOGGLE_RATING, models.Rating.read, (agent_id,))

    async def list_aliases(self) -> list[models.AgentAlias]:
        """Get All Agent Alias.

        `GET /agent/alias`

        Returns the aliases of all agents.

        Returns:
            The aliases.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_ALIASES, list_of(models.AgentAlias.read))

    async def create_alias(self, *, agent_id: int, alias: str) -> models.AgentAlias:
        """Create Agent Alias.

        `POST /agent/alias`

        Gives an agent an alias.

        Args:
            agent_id: Id of the agent. Inferred from the title; other operations of V1 name it so.
            alias: The alias. Inferred from the record of an agent.

        Returns:
            The new alias.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_ALIAS, models.AgentAlias.read, body={"agent_id": agent_id, "alias": alias}
        )

    async def list_types(self) -> list[models.AgentType]:
        """Get Agent Types.

        `GET /agent/type`

        Returns the kinds of agents.

        Returns:
            The kinds.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_TYPES, list_of(models.AgentType.read))

    async def remove_recent(self, agent_id: int) -> None:
        """Delete Recent Agent.

        `DELETE /agent/recent/{agent_id}`

        Removes an agent from those that the caller has used lately.

        Args:
            agent_id: Id of the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        await self._core.send(_REMOVE_RECENT, nothing, (agent_id,))

    async def remove_starred(self, agent_id: int) -> None:
        """Delete Starred Agents.

        `DELETE /agent/starred/{agent_id}`

        Takes the caller's star from an agent.

        Args:
            agent_id: Id of the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        await self._core.send(_REMOVE_STARRED, nothing, (agent_id,))

    async def update_review(
        self, agent_id: int, review_id: int, *, body: dict[str, Any]
    ) -> models.Review:
        """Update an Agent Review.

        `PUT /agent/review/{agent_id}/{review_id}`

        Changes a review of an agent.

        Args:
            agent_id: Id of the agent.
            review_id: Id of the review.
            body: What to change about a review. The vendor documents no member.

        Returns:
            The review after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE_REVIEW, models.Review.read, (agent_id, review_id), body=body
        )

    async def delete_review(self, agent_id: int, review_id: int) -> None:
        """Delete an Agent Review.

        `DELETE /agent/review/{agent_id}/{review_id}`

        Deletes a review of an agent.

        Args:
            agent_id: Id of the agent.
            review_id: Id of the review.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE_REVIEW, nothing, (agent_id, review_id))

    async def create_chat(
        self,
        *,
        agent_name: str | Unset = UNSET,
        domain: str | Unset = UNSET,
        prefix_prompt: str | Unset = UNSET,
        instructions: list[Any] | Unset = UNSET,
        access: models.AgentAccessInput | Unset = UNSET,
        agent_type: int | str | Unset = UNSET,
        project: int | Unset = UNSET,
        llm_config: int | None | Unset = UNSET,
        caching_enabled: bool | Unset = UNSET,
        react_enabled: bool | Unset = UNSET,
        chunk_count: int | Unset = UNSET,
    ) -> models.Agent:
        """Create Agent Chat.

        `POST /agent/chat`

        Creates an agent, presumably: the agent builder of V2 Legacy answers with the message `Agent
        chat created successfully`. The form of body and answer is taken from the record of an
        agent.

        Args:
            agent_name: Name of the agent. Inferred from the record of an agent.
            domain: Field of knowledge that the agent is made for. Inferred from the record of an
                agent.
            prefix_prompt: Prompt that stands before every question. Inferred from the record of an
                agent.
            instructions: Instructions that the agent follows beside its prompt. Their form is not
                documented. Inferred from the record of an agent.
            access: Who may use the agent. Inferred from the record of an agent.
            agent_type: Kind of the agent, presumably by its id or name. Inferred from the record of
                an agent.
            project: Id of the project that the agent belongs to. Inferred from the record of an
                agent.
            llm_config: Id of the configuration of its language model. Inferred from the record of
                an agent.
            caching_enabled: Whether repeated questions may be answered from the cache. Inferred
                from the record of an agent.
            react_enabled: Whether the agent reasons and acts in turns. Inferred from the record of
                an agent.
            chunk_count: Number of chunks of documents that an answer may draw on. Inferred from the
                record of an agent.

        Returns:
            The new agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v1/create-agent-chat-16255354e0; nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_CHAT,
            models.Agent.read,
            body={
                "agent_name": agent_name,
                "domain": domain,
                "prefix_prompt": prefix_prompt,
                "instructions": instructions,
                "access": access,
                "agent_type": agent_type,
                "project": project,
                "llm_config": llm_config,
                "caching_enabled": caching_enabled,
                "react_enabled": react_enabled,
                "chunk_count": chunk_count,
            },
        )

    async def update_alias(self, alias_id: int, *, alias: str) -> models.AgentAlias:
        """Update Agent Alias.

        `PUT /agent/alias/{alias_id}`

        Changes an alias of an agent.

        Args:
            alias_id: Id of the alias.
            alias: The alias from now on. Inferred from the record of an agent.

        Returns:
            The alias after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE_ALIAS, models.AgentAlias.read, (alias_id,), body={"alias": alias}
        )

    async def get_access(self, agent_id: int) -> models.AgentAccessLevel:
        """Get Agent Access Level.

        `GET /agent/access/{agent_id}`

        Returns who may use an agent: everybody, its team, or its owner only.

        Args:
            agent_id: Id of the agent.

        Returns:
            Who may use the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_ACCESS, models.AgentAccessLevel.read, (agent_id,))

    async def update_access(
        self, agent_id: int, *, access: models.AgentAccessInput
    ) -> models.AgentAccessLevel:
        """Update Agent Access Level.

        `PUT /agent/access/{agent_id}`

        Changes who may use an agent.

        Args:
            agent_id: Id of the agent.
            access: Who may use the agent. Inferred from the record of an agent.

        Returns:
            Who may use the agent after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE_ACCESS, models.AgentAccessLevel.read, (agent_id,), body={"access": access}
        )

    async def update_type(
        self, agent_type_id: int, *, name: str | Unset = UNSET, description: str | Unset = UNSET
    ) -> models.AgentType:
        """Update Agent Type.

        `PUT /agent/type/{agent_type_id}`

        Changes a kind of agent.

        Args:
            agent_type_id: Id of the kind of agent.
            name: Name of the kind. Inferred from the agent's kind in its record.
            description: Description of the kind. Inferred from the agent's kind in its record.

        Returns:
            The kind after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title and verb); path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE_TYPE,
            models.AgentType.read,
            (agent_type_id,),
            body={"name": name, "description": description},
        )


class V1AgentsWithResponse(Resource):
    """The methods of `client.v1.agents`, returning whole responses."""

    __slots__ = ()

    async def get_user(
        self,
        agent_id: str,
        *,
        query_agent_id: int,
        action: Literal["userAgent", "userAgentPermission"],
    ) -> APIResponse[list[models.UserAgent]]:
        """Get User Agent or User Agent Permission.

        `GET /agent/getuser/{agent_id}`

        Takes the arguments of `get_user` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET_USER,
            list_of(models.UserAgent.read),
            (agent_id,),
            query={"agent_id": query_agent_id, "action": action},
        )

    async def list_by_team(
        self, *, team_id: int | Unset = UNSET
    ) -> APIResponse[list[models.Agent]]:
        """Get Agents by Team or User Team.

        `GET /agent/team`

        Takes the arguments of `list_by_team` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_TEAM, list_of(models.Agent.read), query={"team_id": team_id}
        )

    async def list_by_project(self, project_id: int) -> APIResponse[list[models.Agent]]:
        """Get All Agents by Project.

        `GET /agent/project/{project_id}`

        Takes the arguments of `list_by_project` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_PROJECT, list_of(models.Agent.read), (project_id,))

    async def list_recent(self) -> APIResponse[list[models.RecentAgent]]:
        """Get Recent Agents.

        `GET /agent/recent`

        Takes the arguments of `list_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_RECENT, list_of(models.RecentAgent.read))

    async def add_recent(self, *, agent_id: int) -> APIResponse[models.RecentAgent]:
        """Add to Recent Agents.

        `POST /agent/recent`

        Takes the arguments of `add_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _ADD_RECENT, models.RecentAgent.read, body={"agent_id": agent_id}
        )

    async def list_starred(self) -> APIResponse[list[models.RecentAgent]]:
        """Get Starred Agents.

        `GET /agent/starred`

        Takes the arguments of `list_starred` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_STARRED, list_of(models.RecentAgent.read))

    async def list_reviews(self, agent_id: int) -> APIResponse[list[models.Review]]:
        """Get Agent Reviews.

        `GET /agent/review/{agent_id}`

        Takes the arguments of `list_reviews` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_REVIEWS, list_of(models.Review.read), (agent_id,))

    async def create_review(
        self, agent_id: int, *, body: dict[str, Any]
    ) -> APIResponse[models.Review]:
        """Create a Review for an Agent.

        `POST /agent/review/{agent_id}`

        Takes the arguments of `create_review` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE_REVIEW, models.Review.read, (agent_id,), body=body)

    async def list_ratings(self, agent_id: int) -> APIResponse[list[models.Rating]]:
        """Get Agent Ratings.

        `GET /agent/rating/{agent_id}`

        Takes the arguments of `list_ratings` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_RATINGS, list_of(models.Rating.read), (agent_id,))

    async def toggle_rating(self, agent_id: int) -> APIResponse[models.Rating]:
        """Toggle Rating.

        `PUT /agent/rating/{agent_id}`

        Takes the arguments of `toggle_rating` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_TOGGLE_RATING, models.Rating.read, (agent_id,))

    async def list_aliases(self) -> APIResponse[list[models.AgentAlias]]:
        """Get All Agent Alias.

        `GET /agent/alias`

        Takes the arguments of `list_aliases` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_ALIASES, list_of(models.AgentAlias.read))

    async def create_alias(self, *, agent_id: int, alias: str) -> APIResponse[models.AgentAlias]:
        """Create Agent Alias.

        `POST /agent/alias`

        Takes the arguments of `create_alias` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_ALIAS, models.AgentAlias.read, body={"agent_id": agent_id, "alias": alias}
        )

    async def list_types(self) -> APIResponse[list[models.AgentType]]:
        """Get Agent Types.

        `GET /agent/type`

        Takes the arguments of `list_types` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_TYPES, list_of(models.AgentType.read))

    async def remove_recent(self, agent_id: int) -> APIResponse[None]:
        """Delete Recent Agent.

        `DELETE /agent/recent/{agent_id}`

        Takes the arguments of `remove_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REMOVE_RECENT, nothing, (agent_id,))

    async def remove_starred(self, agent_id: int) -> APIResponse[None]:
        """Delete Starred Agents.

        `DELETE /agent/starred/{agent_id}`

        Takes the arguments of `remove_starred` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REMOVE_STARRED, nothing, (agent_id,))

    async def update_review(
        self, agent_id: int, review_id: int, *, body: dict[str, Any]
    ) -> APIResponse[models.Review]:
        """Update an Agent Review.

        `PUT /agent/review/{agent_id}/{review_id}`

        Takes the arguments of `update_review` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_REVIEW, models.Review.read, (agent_id, review_id), body=body
        )

    async def delete_review(self, agent_id: int, review_id: int) -> APIResponse[None]:
        """Delete an Agent Review.

        `DELETE /agent/review/{agent_id}/{review_id}`

        Takes the arguments of `delete_review` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE_REVIEW, nothing, (agent_id, review_id))

    async def create_chat(
        self,
        *,
        agent_name: str | Unset = UNSET,
        domain: str | Unset = UNSET,
        prefix_prompt: str | Unset = UNSET,
        instructions: list[Any] | Unset = UNSET,
        access: models.AgentAccessInput | Unset = UNSET,
        agent_type: int | str | Unset = UNSET,
        project: int | Unset = UNSET,
        llm_config: int | None | Unset = UNSET,
        caching_enabled: bool | Unset = UNSET,
        react_enabled: bool | Unset = UNSET,
        chunk_count: int | Unset = UNSET,
    ) -> APIResponse[models.Agent]:
        """Create Agent Chat.

        `POST /agent/chat`

        Takes the arguments of `create_chat` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_CHAT,
            models.Agent.read,
            body={
                "agent_name": agent_name,
                "domain": domain,
                "prefix_prompt": prefix_prompt,
                "instructions": instructions,
                "access": access,
                "agent_type": agent_type,
                "project": project,
                "llm_config": llm_config,
                "caching_enabled": caching_enabled,
                "react_enabled": react_enabled,
                "chunk_count": chunk_count,
            },
        )

    async def update_alias(self, alias_id: int, *, alias: str) -> APIResponse[models.AgentAlias]:
        """Update Agent Alias.

        `PUT /agent/alias/{alias_id}`

        Takes the arguments of `update_alias` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_ALIAS, models.AgentAlias.read, (alias_id,), body={"alias": alias}
        )

    async def get_access(self, agent_id: int) -> APIResponse[models.AgentAccessLevel]:
        """Get Agent Access Level.

        `GET /agent/access/{agent_id}`

        Takes the arguments of `get_access` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_ACCESS, models.AgentAccessLevel.read, (agent_id,))

    async def update_access(
        self, agent_id: int, *, access: models.AgentAccessInput
    ) -> APIResponse[models.AgentAccessLevel]:
        """Update Agent Access Level.

        `PUT /agent/access/{agent_id}`

        Takes the arguments of `update_access` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_ACCESS, models.AgentAccessLevel.read, (agent_id,), body={"access": access}
        )

    async def update_type(
        self, agent_type_id: int, *, name: str | Unset = UNSET, description: str | Unset = UNSET
    ) -> APIResponse[models.AgentType]:
        """Update Agent Type.

        `PUT /agent/type/{agent_type_id}`

        Takes the arguments of `update_type` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_TYPE,
            models.AgentType.read,
            (agent_type_id,),
            body={"name": name, "description": description},
        )
