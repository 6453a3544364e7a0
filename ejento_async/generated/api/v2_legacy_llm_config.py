"""`client.v2_legacy.llm_config`: language models that agents can use, and their deployments.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import list_of
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_GET = Operation(
    id="v2l_llm_config_get",
    method="GET",
    path="/v2/api/llm-config/{llm_config_id}",
    idempotent=True,
)
_LIST = Operation(
    id="v2l_llm_config_list", method="GET", path="/v2/api/llm-config", idempotent=True
)
_LIST_BY_ORGANIZATION = Operation(
    id="v2l_llm_config_list_by_organization",
    method="GET",
    path="/v2/api/organization/{organization_id}/llm-config",
    idempotent=True,
)
_GET_ACTIVE = Operation(
    id="v2l_llm_config_get_active", method="GET", path="/v2/api/llm-config/active", idempotent=True
)
_GET_MODEL_DEPLOYMENT = Operation(
    id="v2l_llm_config_get_model_deployment",
    method="GET",
    path="/v2/api/llm-config/model-deployment",
    idempotent=True,
)
_SET_FOR_AGENT = Operation(
    id="v2l_llm_config_set_for_agent",
    method="PUT",
    path="/v2/api/agent/{agent_id}/llm-config",
    body="json",
    idempotent=True,
)


class V2LegacyLLMConfigApi(Resource):
    """Language models that agents can use, and their deployments."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyLLMConfigWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyLLMConfigWithResponse(self._core)

    async def get(self, llm_config_id: int) -> models.LlmConfig:
        """Get LLM Config.

        `GET /v2/api/llm-config/{llm_config_id}`

        Returns one configuration of a language model.

        Args:
            llm_config_id: Id of the configuration of the language model.

        Returns:
            The configuration.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, LLM Config, Get LLM Config;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.LlmConfig.read, (llm_config_id,))

    async def list(self) -> builtins.list[models.LlmConfig]:
        """Get All LLM Configs.

        `GET /v2/api/llm-config`

        Returns the configurations of language models.

        Returns:
            The configurations.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, LLM Config, Get All LLM
        Configs; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.LlmConfig.read))

    async def list_by_organization(self, organization_id: int) -> builtins.list[models.LlmConfig]:
        """Get Org Configs.

        `GET /v2/api/organization/{organization_id}/llm-config`

        Returns the configurations of language models that an organization has.

        Args:
            organization_id: Id of the organization.

        Returns:
            The configurations.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, LLM Config, Get Org Configs;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_BY_ORGANIZATION, list_of(models.LlmConfig.read), (organization_id,)
        )

    async def get_active(self) -> models.LlmConfig:
        """Get Active Config.

        `GET /v2/api/llm-config/active`

        Returns the configuration of the language model that is in use.

        Returns:
            The configuration.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, LLM Config, Get Active Config;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_ACTIVE, models.LlmConfig.read)

    async def get_model_deployment(self) -> models.LlmConfig:
        """Get Model Deployment.

        `GET /v2/api/llm-config/model-deployment`

        Returns how language models are deployed. That the answer is a configuration is a guess from
        the name of its member `model_deployment`.

        Returns:
            The configuration with its deployments.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, LLM Config, Get Model
        Deployment; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_MODEL_DEPLOYMENT, models.LlmConfig.read)

    async def set_for_agent(
        self,
        agent_id: int,
        *,
        model_name: str | Unset = UNSET,
        model_deployment: builtins.list[str] | Unset = UNSET,
    ) -> models.LlmConfig:
        """Set Agent Config View.

        `PUT /v2/api/agent/{agent_id}/llm-config`

        Sets which language model an agent uses.

        Args:
            agent_id: Id of the agent.
            model_name: Name of the model. Inferred from the configuration in the history of an
                agent.
            model_deployment: Names of the model's deployments. Inferred from the configuration in
                the history of an agent.

        Returns:
            The configuration that the agent uses now.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/set-agent-config-view-legacy, title only;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _SET_FOR_AGENT,
            models.LlmConfig.read,
            (agent_id,),
            body={"model_name": model_name, "model_deployment": model_deployment},
        )


class V2LegacyLLMConfigWithResponse(Resource):
    """The methods of `client.v2_legacy.llm_config`, returning whole responses."""

    __slots__ = ()

    async def get(self, llm_config_id: int) -> APIResponse[models.LlmConfig]:
        """Get LLM Config.

        `GET /v2/api/llm-config/{llm_config_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.LlmConfig.read, (llm_config_id,))

    async def list(self) -> APIResponse[builtins.list[models.LlmConfig]]:
        """Get All LLM Configs.

        `GET /v2/api/llm-config`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.LlmConfig.read))

    async def list_by_organization(
        self, organization_id: int
    ) -> APIResponse[builtins.list[models.LlmConfig]]:
        """Get Org Configs.

        `GET /v2/api/organization/{organization_id}/llm-config`

        Takes the arguments of `list_by_organization` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_ORGANIZATION, list_of(models.LlmConfig.read), (organization_id,)
        )

    async def get_active(self) -> APIResponse[models.LlmConfig]:
        """Get Active Config.

        `GET /v2/api/llm-config/active`

        Takes the arguments of `get_active` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_ACTIVE, models.LlmConfig.read)

    async def get_model_deployment(self) -> APIResponse[models.LlmConfig]:
        """Get Model Deployment.

        `GET /v2/api/llm-config/model-deployment`

        Takes the arguments of `get_model_deployment` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_MODEL_DEPLOYMENT, models.LlmConfig.read)

    async def set_for_agent(
        self,
        agent_id: int,
        *,
        model_name: str | Unset = UNSET,
        model_deployment: builtins.list[str] | Unset = UNSET,
    ) -> APIResponse[models.LlmConfig]:
        """Set Agent Config View.

        `PUT /v2/api/agent/{agent_id}/llm-config`

        Takes the arguments of `set_for_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _SET_FOR_AGENT,
            models.LlmConfig.read,
            (agent_id,),
            body={"model_name": model_name, "model_deployment": model_deployment},
        )
