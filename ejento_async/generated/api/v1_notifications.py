"""`client.v1.notifications`: notifications to users in the first generation of the API.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_CREATE = Operation(id="v1_notifications_create", method="POST", path="/notification", body="json")
_MARK_READ = Operation(
    id="v1_notifications_mark_read",
    method="PUT",
    path="/notification/{notification_id}",
    idempotent=True,
)


class V1NotificationsApi(Resource):
    """Notifications to users in the first generation of the API."""

    __slots__ = ()

    @property
    def with_response(self) -> V1NotificationsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V1NotificationsWithResponse(self._core)

    async def create(self, *, body: dict[str, Any]) -> models.Notification:
        """Send Notification To User.

        `POST /notification`

        Sends a notification to a user.

        Args:
            body: A notification and the user to send it to. The vendor documents no member.

        Returns:
            The new notification.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.Notification.read, body=body)

    async def mark_read(self, notification_id: int) -> None:
        """Read Notification By ID.

        `PUT /notification/{notification_id}`

        Marks a notification as read.

        Args:
            notification_id: Id of the notification.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        await self._core.send(_MARK_READ, nothing, (notification_id,))


class V1NotificationsWithResponse(Resource):
    """The methods of `client.v1.notifications`, returning whole responses."""

    __slots__ = ()

    async def create(self, *, body: dict[str, Any]) -> APIResponse[models.Notification]:
        """Send Notification To User.

        `POST /notification`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.Notification.read, body=body)

    async def mark_read(self, notification_id: int) -> APIResponse[None]:
        """Read Notification By ID.

        `PUT /notification/{notification_id}`

        Takes the arguments of `mark_read` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_MARK_READ, nothing, (notification_id,))
