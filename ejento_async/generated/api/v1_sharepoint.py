"""`client.v1.sharepoint`: SharePoint items in the first generation of the API.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_GET = Operation(
    id="v1_sharepoint_get", method="GET", path="/sharepoint/{item_id}", idempotent=True
)
_UPDATE = Operation(
    id="v1_sharepoint_update",
    method="PUT",
    path="/sharepoint/{item_id}",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v1_sharepoint_delete", method="DELETE", path="/sharepoint/{item_id}", idempotent=True
)
_LIST_BY_PATH = Operation(
    id="v1_sharepoint_list_by_path", method="GET", path="/sharepoint/path", idempotent=True
)
_CREATE = Operation(id="v1_sharepoint_create", method="POST", path="/sharepoint", body="json")


class V1SharepointApi(Resource):
    """SharePoint items in the first generation of the API."""

    __slots__ = ()

    @property
    def with_response(self) -> V1SharepointWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V1SharepointWithResponse(self._core)

    async def get(self, item_id: int) -> models.SharepointItem:
        """Get a SharePoint item by its ID.

        `GET /sharepoint/{item_id}`

        Returns one SharePoint item.

        Args:
            item_id: Id of the SharePoint item.

        Returns:
            The item.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.SharepointItem.read, (item_id,))

    async def update(self, item_id: int, *, body: dict[str, Any]) -> models.SharepointItem:
        """Edit SharePoint item.

        `PUT /sharepoint/{item_id}`

        Changes a SharePoint item.

        Args:
            item_id: Id of the SharePoint item.
            body: What to change about a SharePoint item. The vendor documents no member.

        Returns:
            The item after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE, models.SharepointItem.read, (item_id,), body=body)

    async def delete(self, item_id: int) -> None:
        """Delete a SharePoint item.

        `DELETE /sharepoint/{item_id}`

        Deletes a SharePoint item.

        Args:
            item_id: Id of the SharePoint item.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (item_id,))

    async def list_by_path(self, *, path: str) -> list[models.SharepointItem]:
        """Get SharePoint items by full path.

        `GET /sharepoint/path`

        Returns the SharePoint items at a full path.

        Args:
            path: Full path of the items. Inferred from the title; the name of the parameter is a
                guess.

        Returns:
            The items.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_BY_PATH, list_of(models.SharepointItem.read), query={"path": path}
        )

    async def create(self, *, body: dict[str, Any]) -> models.SharepointItem:
        """Create a new SharePoint item.

        `POST /sharepoint`

        Creates a SharePoint item.

        Args:
            body: A SharePoint item to be made. The vendor documents no member.

        Returns:
            The new item.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.SharepointItem.read, body=body)


class V1SharepointWithResponse(Resource):
    """The methods of `client.v1.sharepoint`, returning whole responses."""

    __slots__ = ()

    async def get(self, item_id: int) -> APIResponse[models.SharepointItem]:
        """Get a SharePoint item by its ID.

        `GET /sharepoint/{item_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.SharepointItem.read, (item_id,))

    async def update(
        self, item_id: int, *, body: dict[str, Any]
    ) -> APIResponse[models.SharepointItem]:
        """Edit SharePoint item.

        `PUT /sharepoint/{item_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE, models.SharepointItem.read, (item_id,), body=body)

    async def delete(self, item_id: int) -> APIResponse[None]:
        """Delete a SharePoint item.

        `DELETE /sharepoint/{item_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (item_id,))

    async def list_by_path(self, *, path: str) -> APIResponse[list[models.SharepointItem]]:
        """Get SharePoint items by full path.

        `GET /sharepoint/path`

        Takes the arguments of `list_by_path` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_PATH, list_of(models.SharepointItem.read), query={"path": path}
        )

    async def create(self, *, body: dict[str, Any]) -> APIResponse[models.SharepointItem]:
        """Create a new SharePoint item.

        `POST /sharepoint`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.SharepointItem.read, body=body)
