"""`client.v2_legacy.api_tool_template`: templates for tools that call an API.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_LIST = Operation(
    id="v2l_api_tool_template_list", method="GET", path="/v2/api/api-tool-template", idempotent=True
)
_CREATE = Operation(
    id="v2l_api_tool_template_create", method="POST", path="/v2/api/api-tool-template", body="json"
)


class V2LegacyAPIToolTemplateApi(Resource):
    """Templates for tools that call an API."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAPIToolTemplateWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAPIToolTemplateWithResponse(self._core)

    async def list(self) -> builtins.list[models.ApiToolTemplate]:
        """Get All API Tool Templates.

        `GET /v2/api/api-tool-template`

        Returns the templates for tools that call an API.

        Returns:
            The templates.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, API Tool Template, Get All API
        Tool Templates; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.ApiToolTemplate.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> models.ApiToolTemplate:
        """Create API Tool Template.

        `POST /v2/api/api-tool-template`

        Creates a template for tools that call an API.

        Args:
            body: The template. The vendor documents no member of it.

        Returns:
            The new template.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, API Tool Template, Create API
        Tool Template; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.ApiToolTemplate.read, body=body)


class V2LegacyAPIToolTemplateWithResponse(Resource):
    """The methods of `client.v2_legacy.api_tool_template`, returning whole responses."""

    __slots__ = ()

    async def list(self) -> APIResponse[builtins.list[models.ApiToolTemplate]]:
        """Get All API Tool Templates.

        `GET /v2/api/api-tool-template`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.ApiToolTemplate.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> APIResponse[models.ApiToolTemplate]:
        """Create API Tool Template.

        `POST /v2/api/api-tool-template`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.ApiToolTemplate.read, body=body)
