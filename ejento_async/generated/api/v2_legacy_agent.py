"""`client.v2_legacy.agent`: agents, which the product's pages call assistants, and how to create them.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_CREATE_BY_BUILDER = Operation(
    id="v2l_agent_create_by_builder", method="POST", path="/v2/api/agent/agentbuilder", body="json"
)
_CREATE = Operation(id="v2l_agent_create", method="POST", path="/v2/api/agent", body="form")
_GET = Operation(id="v2l_agent_get", method="GET", path="/v2/api/agent/{agent_id}", idempotent=True)
_ADD_RECENT = Operation(
    id="v2l_agent_add_recent", method="POST", path="/v2/api/agent/{agent_id}/recent"
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
        """`create_by_builder`, with the whole response."""
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
        """`create`, with the whole response."""
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

    async def get(self, agent_id: int) -> APIResponse[models.Agent]:
        """`get`, with the whole response."""
        return await self._core.respond(_GET, models.Agent.read, (agent_id,))

    async def add_recent(self, agent_id: int) -> APIResponse[models.RecentAgent]:
        """`add_recent`, with the whole response."""
        return await self._core.respond(_ADD_RECENT, models.RecentAgent.read, (agent_id,))
