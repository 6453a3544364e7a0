"""`client.v2_legacy.user`: users of an organization.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import json_object, list_of, nothing
from ..._protocol import UNSET, Operation, Resource, Unset
from ..._secret import sealed
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_GET = Operation(id="v2l_user_get", method="GET", path="/v2/api/user/{user_id}", idempotent=True)
_UPDATE = Operation(
    id="v2l_user_update", method="PUT", path="/v2/api/user/{user_id}", body="json", idempotent=True
)
_DELETE = Operation(
    id="v2l_user_delete", method="DELETE", path="/v2/api/user/{user_id}", idempotent=True
)
_LIST_BY_ORGANIZATION = Operation(
    id="v2l_user_list_by_organization",
    method="GET",
    path="/v2/api/organization/{organization_id}/user",
    idempotent=True,
)
_CREATE = Operation(
    id="v2l_user_create",
    method="POST",
    path="/v2/api/organization/{organization_id}/user",
    body="json",
)
_LIST_FILTERED = Operation(
    id="v2l_user_list_filtered", method="GET", path="/v2/api/user/filtered", idempotent=True
)
_DELETE_MANY = Operation(
    id="v2l_user_delete_many", method="DELETE", path="/v2/api/user", body="json", idempotent=True
)
_GET_PERMISSION = Operation(
    id="v2l_user_get_permission",
    method="GET",
    path="/v2/api/user/{user_id}/permission",
    idempotent=True,
)
_CREATE_PERMISSION = Operation(
    id="v2l_user_create_permission",
    method="POST",
    path="/v2/api/user/{user_id}/permission",
    body="json",
)
_UPDATE_PERMISSION = Operation(
    id="v2l_user_update_permission",
    method="PUT",
    path="/v2/api/user/{user_id}/permission",
    body="json",
    idempotent=True,
)
_DELETE_PERMISSION = Operation(
    id="v2l_user_delete_permission",
    method="DELETE",
    path="/v2/api/user/{user_id}/permission",
    idempotent=True,
)


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
        """Edit User.

        `PUT /v2/api/user/{user_id}`

        Changes a user.

        Args:
            user_id: Id of the user.
            first_name: First name. Inferred from the creation of a user in V2.
            last_name: Last name. Inferred from the creation of a user in V2.
            email: E-mail address, with which the user logs in. Inferred from the creation of a user
                in V2.
            password: Password. Inferred from the creation of a user in V2.
            role: Role of the user. The values are not documented. Inferred from the creation of a
                user in V2.

        Returns:
            The user as it is now.

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
        """Delete User.

        `DELETE /v2/api/user/{user_id}`

        Deletes a user.

        Args:
            user_id: Id of the user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User, Delete User; path,
        method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (user_id,))

    async def list_by_organization(self, organization_id: int) -> list[models.User]:
        """Get All Users By Organization.

        `GET /v2/api/organization/{organization_id}/user`

        Returns the users of an organization.

        Args:
            organization_id: Id of the organization.

        Returns:
            The users.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User, Get All Users By
        Organization; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_BY_ORGANIZATION, list_of(models.User.read), (organization_id,)
        )

    async def create(
        self,
        organization_id: int,
        *,
        first_name: str | Unset = UNSET,
        last_name: str | Unset = UNSET,
        email: str | Unset = UNSET,
        password: str | Unset = UNSET,
        role: str | Unset = UNSET,
    ) -> models.User:
        """Create User In Organization.

        `POST /v2/api/organization/{organization_id}/user`

        Creates a user in an organization. The body is inferred from V2.

        Args:
            organization_id: Id of the organization.
            first_name: First name.
            last_name: Last name.
            email: E-mail address, with which the user logs in.
            password: Password.
            role: Role of the user. The values are not documented.

        Returns:
            The new user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User, Create User In
        Organization; path, method and bodies follow the pattern of the generation.
        """
        call = self._core.send(
            _CREATE,
            models.User.read,
            (organization_id,),
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

    async def list_filtered(self) -> list[models.User]:
        """User Filtered.

        `GET /v2/api/user/filtered`

        Returns users by filters. Which filters there are is not documented, so none is declared
        here.

        Returns:
            The users.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User, User Filtered; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_FILTERED, list_of(models.User.read))

    async def delete_many(self, *, body: dict[str, Any]) -> None:
        """Batch Delete Users.

        `DELETE /v2/api/user`

        Deletes several users at once.

        Args:
            body: The users to be deleted. The vendor documents no member of it.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User, Batch Delete Users;
        path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE_MANY, nothing, body=body)

    async def get_permission(self, user_id: int) -> dict[str, Any]:
        """Get User Permission.

        `GET /v2/api/user/{user_id}/permission`

        Returns the permission of a user.

        Args:
            user_id: Id of the user.

        Returns:
            The permission.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User, Get User Permission;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_PERMISSION, json_object, (user_id,))

    async def create_permission(self, user_id: int, *, body: dict[str, Any]) -> dict[str, Any]:
        """Create User Permission.

        `POST /v2/api/user/{user_id}/permission`

        Gives a user a permission.

        Args:
            user_id: Id of the user.
            body: The permission. The vendor documents no member of it.

        Returns:
            The new permission.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User, Create User Permission;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE_PERMISSION, json_object, (user_id,), body=body)

    async def update_permission(self, user_id: int, *, body: dict[str, Any]) -> dict[str, Any]:
        """Edit User Permission.

        `PUT /v2/api/user/{user_id}/permission`

        Changes the permission of a user.

        Args:
            user_id: Id of the user.
            body: What to change. The vendor documents no member of it.

        Returns:
            The permission as it is now.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User, Edit User Permission;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE_PERMISSION, json_object, (user_id,), body=body)

    async def delete_permission(self, user_id: int) -> None:
        """Delete User Permission.

        `DELETE /v2/api/user/{user_id}/permission`

        Takes the permission from a user.

        Args:
            user_id: Id of the user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User, Delete User Permission;
        path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE_PERMISSION, nothing, (user_id,))


class V2LegacyUserWithResponse(Resource):
    """The methods of `client.v2_legacy.user`, returning whole responses."""

    __slots__ = ()

    async def get(self, user_id: int) -> APIResponse[models.User]:
        """Get User.

        `GET /v2/api/user/{user_id}`

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
        """Edit User.

        `PUT /v2/api/user/{user_id}`

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
        """Delete User.

        `DELETE /v2/api/user/{user_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (user_id,))

    async def list_by_organization(self, organization_id: int) -> APIResponse[list[models.User]]:
        """Get All Users By Organization.

        `GET /v2/api/organization/{organization_id}/user`

        Takes the arguments of `list_by_organization` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_ORGANIZATION, list_of(models.User.read), (organization_id,)
        )

    async def create(
        self,
        organization_id: int,
        *,
        first_name: str | Unset = UNSET,
        last_name: str | Unset = UNSET,
        email: str | Unset = UNSET,
        password: str | Unset = UNSET,
        role: str | Unset = UNSET,
    ) -> APIResponse[models.User]:
        """Create User In Organization.

        `POST /v2/api/organization/{organization_id}/user`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        call = self._core.respond(
            _CREATE,
            models.User.read,
            (organization_id,),
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

    async def list_filtered(self) -> APIResponse[list[models.User]]:
        """User Filtered.

        `GET /v2/api/user/filtered`

        Takes the arguments of `list_filtered` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_FILTERED, list_of(models.User.read))

    async def delete_many(self, *, body: dict[str, Any]) -> APIResponse[None]:
        """Batch Delete Users.

        `DELETE /v2/api/user`

        Takes the arguments of `delete_many` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE_MANY, nothing, body=body)

    async def get_permission(self, user_id: int) -> APIResponse[dict[str, Any]]:
        """Get User Permission.

        `GET /v2/api/user/{user_id}/permission`

        Takes the arguments of `get_permission` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_PERMISSION, json_object, (user_id,))

    async def create_permission(
        self, user_id: int, *, body: dict[str, Any]
    ) -> APIResponse[dict[str, Any]]:
        """Create User Permission.

        `POST /v2/api/user/{user_id}/permission`

        Takes the arguments of `create_permission` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE_PERMISSION, json_object, (user_id,), body=body)

    async def update_permission(
        self, user_id: int, *, body: dict[str, Any]
    ) -> APIResponse[dict[str, Any]]:
        """Edit User Permission.

        `PUT /v2/api/user/{user_id}/permission`

        Takes the arguments of `update_permission` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE_PERMISSION, json_object, (user_id,), body=body)

    async def delete_permission(self, user_id: int) -> APIResponse[None]:
        """Delete User Permission.

        `DELETE /v2/api/user/{user_id}/permission`

        Takes the arguments of `delete_permission` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE_PERMISSION, nothing, (user_id,))
