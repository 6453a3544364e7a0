"""`client.v2.notifications`: notifications to users.

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
    id="v2_notifications_get",
    method="GET",
    path="/api/v2/notifications/{notification_id}",
    idempotent=True,
)
_MARK_READ = Operation(
    id="v2_notifications_mark_read",
    method="PUT",
    path="/api/v2/notifications/{notification_id}",
    idempotent=True,
)
_DELETE = Operation(
    id="v2_notifications_delete",
    method="DELETE",
    path="/api/v2/notifications/{notification_id}",
    idempotent=True,
)
_LIST = Operation(
    id="v2_notifications_list", method="GET", path="/api/v2/notifications", idempotent=True
)
_CREATE = Operation(
    id="v2_notifications_create", method="POST", path="/api/v2/notifications", body="json"
)
_MARK_READ_BY_USER = Operation(
    id="v2_notifications_mark_read_by_user",
    method="PUT",
    path="/api/v2/notifications/users/{user_id}",
    idempotent=True,
)


class V2NotificationsApi(Resource):
    """Notifications to users."""

    __slots__ = ()

    @property
    def with_response(self) -> V2NotificationsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2NotificationsWithResponse(self._core)

    async def get(self, notification_id: int) -> models.Notification:
        """Get a Notification.

        `GET /api/v2/notifications/{notification_id}`

        Returns one notification. The vendor's navigation of V2 does not name this operation; title,
        path and verb follow Retrieve Notification of V2 Legacy by the naming rule.

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
        """Read a Notification.

        `PUT /api/v2/notifications/{notification_id}`

        Marks a notification as read. The vendor's navigation of V2 does not name this operation;
        title, path and verb follow Read Notification of V2 Legacy by the naming rule.

        Args:
            notification_id: Id of the notification.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Notification, Read
        Notification; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_MARK_READ, nothing, (notification_id,))

    async def delete(self, notification_id: int) -> None:
        """Delete a Notification.

        `DELETE /api/v2/notifications/{notification_id}`

        Deletes a notification. The vendor's navigation of V2 does not name this operation; title,
        path and verb follow Delete Notification of V2 Legacy by the naming rule.

        Args:
            notification_id: Id of the notification.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Notification, Delete
        Notification; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (notification_id,))

    async def list(self) -> builtins.list[models.Notification]:
        """List Notifications.

        `GET /api/v2/notifications`

        Returns notifications, presumably those to the caller. The vendor's navigation of V2 does
        not name this operation; title, path and verb follow Retrieve All Notifications of V2 Legacy
        by the naming rule.

        Returns:
            The notifications.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Notification, Retrieve All
        Notifications; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Notification.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> models.Notification:
        """Create a Notification.

        `POST /api/v2/notifications`

        Sends a notification to users. The vendor's navigation of V2 does not name this operation;
        title, path and verb follow Create Notification of V2 Legacy by the naming rule.

        Returns:
            The new notification.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Notification, Create
        Notification; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.Notification.read, body=body)

    async def mark_read_by_user(self, user_id: int) -> None:
        """Read Notifications of a User.

        `PUT /api/v2/notifications/users/{user_id}`

        Marks the notifications to a user as read. The vendor's navigation of V2 does not name this
        operation; title, path and verb follow Read Notifications By User ID of V2 Legacy by the
        naming rule.

        Args:
            user_id: Id of the user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Notification, Read
        Notifications By User ID; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_MARK_READ_BY_USER, nothing, (user_id,))


class V2NotificationsWithResponse(Resource):
    """The methods of `client.v2.notifications`, returning whole responses."""

    __slots__ = ()

    async def get(self, notification_id: int) -> APIResponse[models.Notification]:
        """Get a Notification.

        `GET /api/v2/notifications/{notification_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Notification.read, (notification_id,))

    async def mark_read(self, notification_id: int) -> APIResponse[None]:
        """Read a Notification.

        `PUT /api/v2/notifications/{notification_id}`

        Takes the arguments of `mark_read` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_MARK_READ, nothing, (notification_id,))

    async def delete(self, notification_id: int) -> APIResponse[None]:
        """Delete a Notification.

        `DELETE /api/v2/notifications/{notification_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (notification_id,))

    async def list(self) -> APIResponse[builtins.list[models.Notification]]:
        """List Notifications.

        `GET /api/v2/notifications`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Notification.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> APIResponse[models.Notification]:
        """Create a Notification.

        `POST /api/v2/notifications`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.Notification.read, body=body)

    async def mark_read_by_user(self, user_id: int) -> APIResponse[None]:
        """Read Notifications of a User.

        `PUT /api/v2/notifications/users/{user_id}`

        Takes the arguments of `mark_read_by_user` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_MARK_READ_BY_USER, nothing, (user_id,))
