"""`client.v2.api_tool_templates`: templates for tools that call an API.

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
    id="v2_api_tool_templates_list",
    method="GET",
    path="/api/v2/api-tool-templates",
    idempotent=True,
)
_CREATE = Operation(
    id="v2_api_tool_templates_create", method="POST", path="/api/v2/api-tool-templates", body="json"
)


class V2APIToolTemplatesApi(Resource):
    """Templates for tools that call an API."""

    __slots__ = ()

    @property
    def with_response(self) -> V2APIToolTemplatesWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2APIToolTemplatesWithResponse(self._core)

    async def list(self) -> builtins.list[models.ApiToolTemplate]:
        """List API Tool Templates.

        `GET /api/v2/api-tool-templates`

        Returns the templates for tools that call an API. The vendor's navigation of V2 does not
        name this operation; title, path and verb follow Get All API Tool Templates of V2 Legacy by
        the naming rule.

        Returns:
            The templates.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, API Tool Template, Get All API
        Tool Templates; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.ApiToolTemplate.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> models.ApiToolTemplate:
        """Create an API Tool Template.

        `POST /api/v2/api-tool-templates`

        Creates a template for tools that call an API. The vendor's navigation of V2 does not name
        this operation; title, path and verb follow Create API Tool Template of V2 Legacy by the
        naming rule.

        Returns:
            The new template.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, API Tool Template, Create API
        Tool Template; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.ApiToolTemplate.read, body=body)


class V2APIToolTemplatesWithResponse(Resource):
    """The methods of `client.v2.api_tool_templates`, returning whole responses."""

    __slots__ = ()

    async def list(self) -> APIResponse[builtins.list[models.ApiToolTemplate]]:
        """List API Tool Templates.

        `GET /api/v2/api-tool-templates`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.ApiToolTemplate.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> APIResponse[models.ApiToolTemplate]:
        """Create an API Tool Template.

        `POST /api/v2/api-tool-templates`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.ApiToolTemplate.read, body=body)
