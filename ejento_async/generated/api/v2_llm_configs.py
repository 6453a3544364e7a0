"""`client.v2.llm_configs`: language models that agents can use, and their deployments.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import list_of
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_GET = Operation(
    id="v2_llm_configs_get",
    method="GET",
    path="/api/v2/llm-configs/{llm_config_id}",
    idempotent=True,
)
_LIST = Operation(
    id="v2_llm_configs_list", method="GET", path="/api/v2/llm-configs", idempotent=True
)
_GET_ACTIVE = Operation(
    id="v2_llm_configs_get_active", method="GET", path="/api/v2/llm-configs/active", idempotent=True
)
_GET_MODEL_DEPLOYMENT = Operation(
    id="v2_llm_configs_get_model_deployment",
    method="GET",
    path="/api/v2/llm-configs/model-deployments",
    idempotent=True,
)


class V2LLMConfigsApi(Resource):
    """Language models that agents can use, and their deployments."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LLMConfigsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LLMConfigsWithResponse(self._core)

    async def get(self, llm_config_id: int) -> models.LlmConfig:
        """Get an LLM Config.

        `GET /api/v2/llm-configs/{llm_config_id}`

        Returns one configuration of a language model. The vendor's navigation of V2 does not name
        this operation; title, path and verb follow Get LLM Config of V2 Legacy by the naming rule.

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
        """List LLM Configs.

        `GET /api/v2/llm-configs`

        Returns the configurations of language models. The vendor's navigation of V2 does not name
        this operation; title, path and verb follow Get All LLM Configs of V2 Legacy by the naming
        rule.

        Returns:
            The configurations.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, LLM Config, Get All LLM
        Configs; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.LlmConfig.read))

    async def get_active(self) -> models.LlmConfig:
        """Get the Active LLM Config.

        `GET /api/v2/llm-configs/active`

        Returns the configuration of the language model that is in use. The vendor's navigation of
        V2 does not name this operation; title, path and verb follow Get Active Config of V2 Legacy
        by the naming rule.

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

        `GET /api/v2/llm-configs/model-deployments`

        Returns the deployment of the language model. The vendor's navigation of V2 does not name
        this operation; title, path and verb follow Get Model Deployment of V2 Legacy by the naming
        rule.

        Returns:
            The configuration, of which `model_deployment` tells it.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, LLM Config, Get Model
        Deployment; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_MODEL_DEPLOYMENT, models.LlmConfig.read)


class V2LLMConfigsWithResponse(Resource):
    """The methods of `client.v2.llm_configs`, returning whole responses."""

    __slots__ = ()

    async def get(self, llm_config_id: int) -> APIResponse[models.LlmConfig]:
        """Get an LLM Config.

        `GET /api/v2/llm-configs/{llm_config_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.LlmConfig.read, (llm_config_id,))

    async def list(self) -> APIResponse[builtins.list[models.LlmConfig]]:
        """List LLM Configs.

        `GET /api/v2/llm-configs`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.LlmConfig.read))

    async def get_active(self) -> APIResponse[models.LlmConfig]:
        """Get the Active LLM Config.

        `GET /api/v2/llm-configs/active`

        Takes the arguments of `get_active` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_ACTIVE, models.LlmConfig.read)

    async def get_model_deployment(self) -> APIResponse[models.LlmConfig]:
        """Get Model Deployment.

        `GET /api/v2/llm-configs/model-deployments`

        Takes the arguments of `get_model_deployment` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_MODEL_DEPLOYMENT, models.LlmConfig.read)
