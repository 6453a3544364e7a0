"""`client.v2.users`: users, among them the one that the access token belongs to.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_GET_ME = Operation(id="v2_users_get_me", method="GET", path="/api/v2/users/me", idempotent=True)


class V2UsersApi(Resource):
    """Users, among them the one that the access token belongs to."""

    __slots__ = ()

    @property
    def with_response(self) -> V2UsersWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2UsersWithResponse(self._core)

    async def get_me(self) -> models.User:
        """Get Current User.

        `GET /api/v2/users/me`

        Returns the user that the access token belongs to.

        Returns:
            The user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts, sidebar-user-nav.tsx);
        title is inferred.
        """
        return await self._core.send(_GET_ME, models.User.read)


class V2UsersWithResponse(Resource):
    """The methods of `client.v2.users`, returning whole responses."""

    __slots__ = ()

    async def get_me(self) -> APIResponse[models.User]:
        """`get_me`, with the whole response."""
        return await self._core.respond(_GET_ME, models.User.read)
