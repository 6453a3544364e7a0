"""`client.v2_legacy.agent`: agents, which the product's pages call assistants, and how to create them.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of, nothing
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_CREATE_BY_BUILDER = Operation(
    id="v2l_agent_create_by_builder", method="POST", path="/v2/api/agent/agentbuilder", body="json"
)
_CREATE = Operation(id="v2l_agent_create", method="POST", path="/v2/api/agent", body="form")
_LIST = Operation(id="v2l_agent_list", method="GET", path="/v2/api/agent", idempotent=True)
_GET = Operation(id="v2l_agent_get", method="GET", path="/v2/api/agent/{agent_id}", idempotent=True)
_UPDATE = Operation(
    id="v2l_agent_update",
    method="PUT",
    path="/v2/api/agent/{agent_id}",
    body="json",
    idempotent=True,
)
_ADD_RECENT = Operation(
    id="v2l_agent_add_recent", method="POST", path="/v2/api/agent/{agent_id}/recent"
)
_REMOVE_RECENT = Operation(
    id="v2l_agent_remove_recent",
    method="DELETE",
    path="/v2/api/agent/{agent_id}/recent",
    idempotent=True,
)
_LIST_BY_TEAM = Operation(
    id="v2l_agent_list_by_team", method="GET", path="/v2/api/team/{team_id}/agent", idempotent=True
)
_LIST_BY_USER_TEAM = Operation(
    id="v2l_agent_list_by_user_team", method="GET", path="/v2/api/agent/user/team", idempotent=True
)
_LIST_FILTERED = Operation(
    id="v2l_agent_list_filtered", method="GET", path="/v2/api/agent/filtered", idempotent=True
)
_LIST_RECENT = Operation(
    id="v2l_agent_list_recent", method="GET", path="/v2/api/agent/recent", idempotent=True
)
_LIST_STARRED = Operation(
    id="v2l_agent_list_starred", method="GET", path="/v2/api/agent/starred", idempotent=True
)
_ADD_STARRED = Operation(
    id="v2l_agent_add_starred", method="POST", path="/v2/api/agent/{agent_id}/starred"
)
_REMOVE_STARRED = Operation(
    id="v2l_agent_remove_starred",
    method="DELETE",
    path="/v2/api/agent/{agent_id}/starred",
    idempotent=True,
)


class V2LegacyAgentApi(Resource):
    """Agents, which the product's pages call assistants, and how to create them."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAgentWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAgentWithResponse(self._core)

    async def create_by_builder(
        self,
        *,
        agent_id: int,
        project_id: int,
        history: str | Unset = UNSET,
        flags: models.AgentBuilderFlagsInput | Unset = UNSET,
    ) -> models.Agent:
        """Create Agent By Agent Builder.

        `POST /v2/api/agent/agentbuilder`

        Creates an agent in a project by the agent builder, which takes its settings from a
        conversation.

        Args:
            agent_id: Id of the agent to build on.
            project_id: Id of the project that the new agent belongs to.
            history: The conversation with the builder so far.
            flags: Abilities that the new agent gets.

        Returns:
            The new agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-create-agent-by-agent-builder).
        """
        return await self._core.send(
            _CREATE_BY_BUILDER,
            models.Agent.read,
            body={
                "agent_id": agent_id,
                "project_id": project_id,
                "history": history,
                "flags": flags,
            },
        )

    async def create(
        self,
        *,
        user_id: int | Unset = UNSET,
        project_id: int | Unset = UNSET,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        type: models.AgentTypeNameInput | Unset = UNSET,
        prefix_prompt: str | Unset = UNSET,
        custom_instructions: str | Unset = UNSET,
        create_email_alias: bool | Unset = UNSET,
        access: models.AgentAccessInput | Unset = UNSET,
        llm_model: str | Unset = UNSET,
        sample_q1: str | Unset = UNSET,
        sample_q2: str | Unset = UNSET,
        sample_q3: str | Unset = UNSET,
    ) -> models.Agent:
        """Create Agent By Configure.

        `POST /v2/api/agent`

        Creates an agent in a project from its settings, which are sent as a form.

        Args:
            user_id: Id of the user that the agent belongs to.
            project_id: Id of the project that the agent belongs to.
            name: Name of the agent.
            description: Description of the agent.
            type: Name of a kind of agent.
            prefix_prompt: Prompt that stands before every question.
            custom_instructions: Instructions for the agent: a JSON list, written as text.
            create_email_alias: Whether the agent gets an e-mail alias.
            access: Who may use the agent.
            llm_model: Language model, for example `gpt40`. The vendor's sample spells the field
                with a capital I in front.
            sample_q1: First sample question.
            sample_q2: Second sample question.
            sample_q3: Third sample question.

        Returns:
            The new agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-create-agent-by-configure).
        """
        return await self._core.send(
            _CREATE,
            models.Agent.read,
            body={
                "user_id": user_id,
                "project_id": project_id,
                "name": name,
                "description": description,
                "type": type,
                "prefix_prompt": prefix_prompt,
                "custom_instructions": custom_instructions,
                "create_email_alias": create_email_alias,
                "access": access,
                "llm_model": llm_model,
                "sample_q1": sample_q1,
                "sample_q2": sample_q2,
                "sample_q3": sample_q3,
            },
        )

    async def list(self) -> builtins.list[models.Agent]:
        """Get All Agents.

        `GET /v2/api/agent`

        Returns the agents that the caller may see.

        Returns:
            The agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/get-all-agents-legacy, title only; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Agent.read))

    async def get(self, agent_id: int) -> models.Agent:
        """Get Agent.

        `GET /v2/api/agent/{agent_id}`

        Returns one agent with its type, instructions, tools and settings.

        Args:
            agent_id: Id of the agent.

        Returns:
            The agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (ejentoapi.apidog.io/legacy-get-agent).
        """
        return await self._core.send(_GET, models.Agent.read, (agent_id,))

    async def update(
        self,
        agent_id: int,
        *,
        agent_name: str | Unset = UNSET,
        domain: str | Unset = UNSET,
        prefix_prompt: str | Unset = UNSET,
        instructions: builtins.list[Any] | Unset = UNSET,
        access: models.AgentAccessInput | Unset = UNSET,
        agent_type: int | Unset = UNSET,
        project: int | Unset = UNSET,
        llm_config: int | None | Unset = UNSET,
        caching_enabled: bool | Unset = UNSET,
        react_enabled: bool | Unset = UNSET,
        chunk_count: int | Unset = UNSET,
    ) -> models.Agent:
        """Edit Agent.

        `PUT /v2/api/agent/{agent_id}`

        Changes the settings of an agent.

        Args:
            agent_id: Id of the agent.
            agent_name: Name of the agent. Inferred from the record of an agent.
            domain: Field of knowledge that the agent is made for. Inferred from the record of an
                agent.
            prefix_prompt: Prompt that stands before every question. Inferred from the record of an
                agent.
            instructions: Instructions that the agent follows beside its prompt. Their form is not
                documented. Inferred from the record of an agent.
            access: Who may use the agent. Inferred from the record of an agent.
            agent_type: Id of the kind of agent. Inferred from the record of an agent.
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
            The agent as it is now.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/legacy-edit-agent; api.ejento.ai/v2-legacy/llms.txt;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE,
            models.Agent.read,
            (agent_id,),
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

    async def add_recent(self, agent_id: int) -> models.RecentAgent:
        """Create Recent Agent.

        `POST /v2/api/agent/{agent_id}/recent`

        Adds an agent to those that the caller has used lately.

        Args:
            agent_id: Id of the agent.

        Returns:
            The note of the use, with the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-create-recent-agent).
        """
        return await self._core.send(_ADD_RECENT, models.RecentAgent.read, (agent_id,))

    async def remove_recent(self, agent_id: int) -> None:
        """Delete Recent Agent.

        `DELETE /v2/api/agent/{agent_id}/recent`

        Removes an agent from those that the caller has used lately.

        Args:
            agent_id: Id of the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent, Delete Recent Agent;
        path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_REMOVE_RECENT, nothing, (agent_id,))

    async def list_by_team(self, team_id: int) -> builtins.list[models.Agent]:
        """Get Agent By Team.

        `GET /v2/api/team/{team_id}/agent`

        Returns the agents of one team.

        Args:
            team_id: Id of the team.

        Returns:
            The agents of the team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/get-agent-by-team-legacy;
        api.ejento.ai/v2-legacy/llms.txt; path, method and bodies follow the pattern of the
        generation.
        """
        return await self._core.send(_LIST_BY_TEAM, list_of(models.Agent.read), (team_id,))

    async def list_by_user_team(self) -> builtins.list[models.Agent]:
        """Get Agent By User Team.

        `GET /v2/api/agent/user/team`

        Returns the agents of the team that the caller belongs to.

        Returns:
            The agents of the team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/get-agent-by-user-team-legacy;
        api.ejento.ai/v2-legacy/llms.txt; path, method and bodies follow the pattern of the
        generation.
        """
        return await self._core.send(_LIST_BY_USER_TEAM, list_of(models.Agent.read))

    async def list_filtered(self) -> builtins.list[models.Agent]:
        """Agent Filtered.

        `GET /v2/api/agent/filtered`

        Returns agents by filters. The vendor mentions optional ids of users, ids of projects and a
        range of dates, but not the names of the query parameters, so none is declared here.

        Returns:
            The agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/agent-filtered-legacy;
        api.ejento.ai/v2-legacy/llms.txt; path, method and bodies follow the pattern of the
        generation.
        """
        return await self._core.send(_LIST_FILTERED, list_of(models.Agent.read))

    async def list_recent(self) -> builtins.list[models.RecentAgent]:
        """Get Recent Agents.

        `GET /v2/api/agent/recent`

        Returns the agents that the caller has used lately.

        Returns:
            The notes of the uses, with the agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/get-recent-agents-legacy, title only; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_RECENT, list_of(models.RecentAgent.read))

    async def list_starred(self) -> builtins.list[models.RecentAgent]:
        """Get Starred Agents.

        `GET /v2/api/agent/starred`

        Returns the agents that the caller has starred. Records of recent agents are the model of
        the answer.

        Returns:
            The notes of the stars, with the agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent, Get Starred Agents;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_STARRED, list_of(models.RecentAgent.read))

    async def add_starred(self, agent_id: int) -> models.RecentAgent:
        """Create Starred Agent.

        `POST /v2/api/agent/{agent_id}/starred`

        Stars an agent for the caller. The record of a recent agent is the model of the answer.

        Args:
            agent_id: Id of the agent.

        Returns:
            The note of the star, with the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/create-starred-agent-legacy, title only;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ADD_STARRED, models.RecentAgent.read, (agent_id,))

    async def remove_starred(self, agent_id: int) -> None:
        """Delete Starred Agent.

        `DELETE /v2/api/agent/{agent_id}/starred`

        Removes the caller's star from an agent.

        Args:
            agent_id: Id of the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent, Delete Starred Agent;
        path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_REMOVE_STARRED, nothing, (agent_id,))


class V2LegacyAgentWithResponse(Resource):
    """The methods of `client.v2_legacy.agent`, returning whole responses."""

    __slots__ = ()

    async def create_by_builder(
        self,
        *,
        agent_id: int,
        project_id: int,
        history: str | Unset = UNSET,
        flags: models.AgentBuilderFlagsInput | Unset = UNSET,
    ) -> APIResponse[models.Agent]:
        """Create Agent By Agent Builder.

        `POST /v2/api/agent/agentbuilder`

        Takes the arguments of `create_by_builder` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_BY_BUILDER,
            models.Agent.read,
            body={
                "agent_id": agent_id,
                "project_id": project_id,
                "history": history,
                "flags": flags,
            },
        )

    async def create(
        self,
        *,
        user_id: int | Unset = UNSET,
        project_id: int | Unset = UNSET,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        type: models.AgentTypeNameInput | Unset = UNSET,
        prefix_prompt: str | Unset = UNSET,
        custom_instructions: str | Unset = UNSET,
        create_email_alias: bool | Unset = UNSET,
        access: models.AgentAccessInput | Unset = UNSET,
        llm_model: str | Unset = UNSET,
        sample_q1: str | Unset = UNSET,
        sample_q2: str | Unset = UNSET,
        sample_q3: str | Unset = UNSET,
    ) -> APIResponse[models.Agent]:
        """Create Agent By Configure.

        `POST /v2/api/agent`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE,
            models.Agent.read,
            body={
                "user_id": user_id,
                "project_id": project_id,
                "name": name,
                "description": description,
                "type": type,
                "prefix_prompt": prefix_prompt,
                "custom_instructions": custom_instructions,
                "create_email_alias": create_email_alias,
                "access": access,
                "llm_model": llm_model,
                "sample_q1": sample_q1,
                "sample_q2": sample_q2,
                "sample_q3": sample_q3,
            },
        )

    async def list(self) -> APIResponse[builtins.list[models.Agent]]:
        """Get All Agents.

        `GET /v2/api/agent`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Agent.read))

    async def get(self, agent_id: int) -> APIResponse[models.Agent]:
        """Get Agent.

        `GET /v2/api/agent/{agent_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Agent.read, (agent_id,))

    async def update(
        self,
        agent_id: int,
        *,
        agent_name: str | Unset = UNSET,
        domain: str | Unset = UNSET,
        prefix_prompt: str | Unset = UNSET,
        instructions: builtins.list[Any] | Unset = UNSET,
        access: models.AgentAccessInput | Unset = UNSET,
        agent_type: int | Unset = UNSET,
        project: int | Unset = UNSET,
        llm_config: int | None | Unset = UNSET,
        caching_enabled: bool | Unset = UNSET,
        react_enabled: bool | Unset = UNSET,
        chunk_count: int | Unset = UNSET,
    ) -> APIResponse[models.Agent]:
        """Edit Agent.

        `PUT /v2/api/agent/{agent_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE,
            models.Agent.read,
            (agent_id,),
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

    async def add_recent(self, agent_id: int) -> APIResponse[models.RecentAgent]:
        """Create Recent Agent.

        `POST /v2/api/agent/{agent_id}/recent`

        Takes the arguments of `add_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ADD_RECENT, models.RecentAgent.read, (agent_id,))

    async def remove_recent(self, agent_id: int) -> APIResponse[None]:
        """Delete Recent Agent.

        `DELETE /v2/api/agent/{agent_id}/recent`

        Takes the arguments of `remove_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REMOVE_RECENT, nothing, (agent_id,))

    async def list_by_team(self, team_id: int) -> APIResponse[builtins.list[models.Agent]]:
        """Get Agent By Team.

        `GET /v2/api/team/{team_id}/agent`

        Takes the arguments of `list_by_team` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_TEAM, list_of(models.Agent.read), (team_id,))

    async def list_by_user_team(self) -> APIResponse[builtins.list[models.Agent]]:
        """Get Agent By User Team.

        `GET /v2/api/agent/user/team`

        Takes the arguments of `list_by_user_team` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_USER_TEAM, list_of(models.Agent.read))

    async def list_filtered(self) -> APIResponse[builtins.list[models.Agent]]:
        """Agent Filtered.

        `GET /v2/api/agent/filtered`

        Takes the arguments of `list_filtered` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_FILTERED, list_of(models.Agent.read))

    async def list_recent(self) -> APIResponse[builtins.list[models.RecentAgent]]:
        """Get Recent Agents.

        `GET /v2/api/agent/recent`

        Takes the arguments of `list_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_RECENT, list_of(models.RecentAgent.read))

    async def list_starred(self) -> APIResponse[builtins.list[models.RecentAgent]]:
        """Get Starred Agents.

        `GET /v2/api/agent/starred`

        Takes the arguments of `list_starred` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_STARRED, list_of(models.RecentAgent.read))

    async def add_starred(self, agent_id: int) -> APIResponse[models.RecentAgent]:
        """Create Starred Agent.

        `POST /v2/api/agent/{agent_id}/starred`

        Takes the arguments of `add_starred` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ADD_STARRED, models.RecentAgent.read, (agent_id,))

    async def remove_starred(self, agent_id: int) -> APIResponse[None]:
        """Delete Starred Agent.

        `DELETE /v2/api/agent/{agent_id}/starred`

        Takes the arguments of `remove_starred` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REMOVE_STARRED, nothing, (agent_id,))
