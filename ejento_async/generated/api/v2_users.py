"""`client.v2.users`: users, among them the one that the access token belongs to.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import nothing
from ..._protocol import UNSET, Operation, Resource, Unset
from ..._secret import sealed
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_GET_ME = Operation(id="v2_users_get_me", method="GET", path="/api/v2/users/me", idempotent=True)
_GET = Operation(id="v2_users_get", method="GET", path="/api/v2/users/{user_id}", idempotent=True)
_UPDATE = Operation(
    id="v2_users_update", method="PUT", path="/api/v2/users/{user_id}", body="json", idempotent=True
)
_DELETE = Operation(
    id="v2_users_delete", method="DELETE", path="/api/v2/users/{user_id}", idempotent=True
)
_DELETE_MANY = Operation(
    id="v2_users_delete_many", method="DELETE", path="/api/v2/users", body="json", idempotent=True
)


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

    async def get(self, user_id: int) -> models.User:
        """Get a User.

        `GET /api/v2/users/{user_id}`

        Returns one user. The vendor's navigation of V2 does not name this operation; title, path
        and verb follow Get User of V2 Legacy by the naming rule.

        Args:
            user_id: Id of the user.

        Returns:
            The user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, V2 Legacy, User, Get User; path, method and bodies
        follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.User.read, (user_id,))

    async def update(
        self,
        user_id: int,
        *,
        first_name: str | Unset = UNSET,
        last_name: str | Unset = UNSET,
        email: str | Unset = UNSET,
        password: str | Unset = UNSET,
        role: str | Unset = UNSET,
    ) -> models.User:
        """Update a User.

        `PUT /api/v2/users/{user_id}`

        Changes a user. The vendor's navigation of V2 does not name this operation; title, path and
        verb follow Edit User of V2 Legacy by the naming rule.

        Args:
            user_id: Id of the user.
            first_name: First name. Inferred from the creation of a user.
            last_name: Last name. Inferred from the creation of a user.
            email: E-mail address, with which the user logs in. Inferred from the creation of a
                user.
            password: Password. Inferred from the creation of a user.
            role: Role of the user. The values are not documented. Inferred from the creation of a
                user.

        Returns:
            The user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User, Edit User; path, method
        and bodies follow the pattern of the generation.
        """
        call = self._core.send(
            _UPDATE,
            models.User.read,
            (user_id,),
            body={
                "first_name": first_name,
                "last_name": last_name,
                "email": email,
                "password": sealed(password),
                "role": role,
            },
        )
        del password
        return await call

    async def delete(self, user_id: int) -> None:
        """Delete a User.

        `DELETE /api/v2/users/{user_id}`

        Deletes a user. The vendor's navigation of V2 does not name this operation; title, path and
        verb follow Delete User of V2 Legacy by the naming rule.

        Args:
            user_id: Id of the user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User, Delete User; path,
        method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (user_id,))

    async def delete_many(self, *, body: dict[str, Any]) -> None:
        """Batch Delete Users.

        `DELETE /api/v2/users`

        Deletes several users at once. That their ids are sent in a body, and how, is not
        documented. The vendor's navigation of V2 does not name this operation; title, path and verb
        follow Batch Delete Users of V2 Legacy by the naming rule.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User, Batch Delete Users;
        path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE_MANY, nothing, body=body)


class V2UsersWithResponse(Resource):
    """The methods of `client.v2.users`, returning whole responses."""

    __slots__ = ()

    async def get_me(self) -> APIResponse[models.User]:
        """Get Current User.

        `GET /api/v2/users/me`

        Takes the arguments of `get_me` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_ME, models.User.read)

    async def get(self, user_id: int) -> APIResponse[models.User]:
        """Get a User.

        `GET /api/v2/users/{user_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.User.read, (user_id,))

    async def update(
        self,
        user_id: int,
        *,
        first_name: str | Unset = UNSET,
        last_name: str | Unset = UNSET,
        email: str | Unset = UNSET,
        password: str | Unset = UNSET,
        role: str | Unset = UNSET,
    ) -> APIResponse[models.User]:
        """Update a User.

        `PUT /api/v2/users/{user_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        call = self._core.respond(
            _UPDATE,
            models.User.read,
            (user_id,),
            body={
                "first_name": first_name,
                "last_name": last_name,
                "email": email,
                "password": sealed(password),
                "role": role,
            },
        )
        del password
        return await call

    async def delete(self, user_id: int) -> APIResponse[None]:
        """Delete a User.

        `DELETE /api/v2/users/{user_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (user_id,))

    async def delete_many(self, *, body: dict[str, Any]) -> APIResponse[None]:
        """Batch Delete Users.

        `DELETE /api/v2/users`

        Takes the arguments of `delete_many` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE_MANY, nothing, body=body)
