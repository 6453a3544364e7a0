"""`client.v2_legacy.user`: users of an organization.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_GET = Operation(id="v2l_user_get", method="GET", path="/v2/api/user/{user_id}", idempotent=True)


class V2LegacyUserApi(Resource):
    """Users of an organization."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyUserWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyUserWithResponse(self._core)

    async def get(self, user_id: int) -> models.User:
        """Get User.

        `GET /v2/api/user/{user_id}`

        Retrieves detailed information about a specific user using their unique user_id: their name
        and e-mail address, the flags of their account (active, staff, superuser), and their
        organization.

        Args:
            user_id: Id of the user.

        Returns:
            Successfully retrieved user details.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai, V2 Legacy, User, Get User).
        """
        return await self._core.send(_GET, models.User.read, (user_id,))


class V2LegacyUserWithResponse(Resource):
    """The methods of `client.v2_legacy.user`, returning whole responses."""

    __slots__ = ()

    async def get(self, user_id: int) -> APIResponse[models.User]:
        """`get`, with the whole response."""
        return await self._core.respond(_GET, models.User.read, (user_id,))
