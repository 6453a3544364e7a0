"""`client.v2_legacy.notification`: notifications to users.

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

_GET = Operation(
    id="v2l_notification_get",
    method="GET",
    path="/v2/api/notification/{notification_id}",
    idempotent=True,
)
_MARK_READ = Operation(
    id="v2l_notification_mark_read",
    method="PUT",
    path="/v2/api/notification/{notification_id}",
    idempotent=True,
)
_DELETE = Operation(
    id="v2l_notification_delete",
    method="DELETE",
    path="/v2/api/notification/{notification_id}",
    idempotent=True,
)
_LIST = Operation(
    id="v2l_notification_list", method="GET", path="/v2/api/notification", idempotent=True
)
_CREATE = Operation(
    id="v2l_notification_create", method="POST", path="/v2/api/notification", body="json"
)
_MARK_READ_BY_USER = Operation(
    id="v2l_notification_mark_read_by_user",
    method="PUT",
    path="/v2/api/notification/user/{user_id}",
    idempotent=True,
)


class V2LegacyNotificationApi(Resource):
    """Notifications to users."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyNotificationWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyNotificationWithResponse(self._core)

    async def get(self, notification_id: int) -> models.Notification:
        """Retrieve Notification.

        `GET /v2/api/notification/{notification_id}`

        Returns one notification.

        Args:
            notification_id: Id of the notification.

        Returns:
            The notification.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Notification, Retrieve
        Notification; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.Notification.read, (notification_id,))

    async def mark_read(self, notification_id: int) -> None:
        """Read Notification.

        `PUT /v2/api/notification/{notification_id}`

        Marks a notification as read.

        Args:
            notification_id: Id of the notification.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Notification, Read
        Notification; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_MARK_READ, nothing, (notification_id,))

    async def delete(self, notification_id: int) -> None:
        """Delete Notification.

        `DELETE /v2/api/notification/{notification_id}`

        Deletes a notification.

        Args:
            notification_id: Id of the notification.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Notification, Delete
        Notification; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (notification_id,))

    async def list(self) -> builtins.list[models.Notification]:
        """Retrieve All Notifications.

        `GET /v2/api/notification`

        Returns the notifications to the caller.

        Returns:
            The notifications.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Notification, Retrieve All
        Notifications; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Notification.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> models.Notification:
        """Create Notification.

        `POST /v2/api/notification`

        Creates a notification.

        Args:
            body: The notification. The vendor documents no member of it.

        Returns:
            The new notification.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Notification, Create
        Notification; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.Notification.read, body=body)

    async def mark_read_by_user(self, user_id: int) -> None:
        """Read Notifications By User ID.

        `PUT /v2/api/notification/user/{user_id}`

        Marks the notifications to one user as read.

        Args:
            user_id: Id of the user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Notification, Read
        Notifications By User ID; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_MARK_READ_BY_USER, nothing, (user_id,))


class V2LegacyNotificationWithResponse(Resource):
    """The methods of `client.v2_legacy.notification`, returning whole responses."""

    __slots__ = ()

    async def get(self, notification_id: int) -> APIResponse[models.Notification]:
        """Retrieve Notification.

        `GET /v2/api/notification/{notification_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Notification.read, (notification_id,))

    async def mark_read(self, notification_id: int) -> APIResponse[None]:
        """Read Notification.

        `PUT /v2/api/notification/{notification_id}`

        Takes the arguments of `mark_read` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_MARK_READ, nothing, (notification_id,))

    async def delete(self, notification_id: int) -> APIResponse[None]:
        """Delete Notification.

        `DELETE /v2/api/notification/{notification_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (notification_id,))

    async def list(self) -> APIResponse[builtins.list[models.Notification]]:
        """Retrieve All Notifications.

        `GET /v2/api/notification`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Notification.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> APIResponse[models.Notification]:
        """Create Notification.

        `POST /v2/api/notification`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.Notification.read, body=body)

    async def mark_read_by_user(self, user_id: int) -> APIResponse[None]:
        """Read Notifications By User ID.

        `PUT /v2/api/notification/user/{user_id}`

        Takes the arguments of `mark_read_by_user` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_MARK_READ_BY_USER, nothing, (user_id,))
