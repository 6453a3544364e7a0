"""`client.v1.users`: users in the first generation of the API and their permissions.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import json_object, list_of, nothing
from ..._protocol import UNSET, Operation, Resource, Unset
from ..._secret import sealed
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_GET = Operation(id="v1_users_get", method="GET", path="/user/{user_id}", idempotent=True)
_UPDATE = Operation(
    id="v1_users_update", method="PUT", path="/user/{user_id}", body="json", idempotent=True
)
_DELETE = Operation(id="v1_users_delete", method="DELETE", path="/user/{user_id}", idempotent=True)
_LIST = Operation(id="v1_users_list", method="GET", path="/user", idempotent=True)
_CREATE_PERMISSION = Operation(
    id="v1_users_create_permission", method="POST", path="/user/permission", body="json"
)
_GET_PERMISSION = Operation(
    id="v1_users_get_permission", method="GET", path="/user/permission/{user_id}", idempotent=True
)
_UPDATE_PERMISSION = Operation(
    id="v1_users_update_permission",
    method="PUT",
    path="/user/permission/{user_id}",
    body="json",
    idempotent=True,
)
_DELETE_PERMISSION = Operation(
    id="v1_users_delete_permission",
    method="DELETE",
    path="/user/permission/{user_id}",
    idempotent=True,
)
_DELETE_MANY = Operation(
    id="v1_users_delete_many", method="DELETE", path="/user/batch", body="json", idempotent=True
)


class V1UsersApi(Resource):
    """Users in the first generation of the API and their permissions."""

    __slots__ = ()

    @property
    def with_response(self) -> V1UsersWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V1UsersWithResponse(self._core)

    async def get(self, user_id: int) -> models.User:
        """Get User By ID.

        `GET /user/{user_id}`

        Returns one user, with the organization that the user belongs to.

        Args:
            user_id: Id of the user.

        Returns:
            The user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v1/get-user-by-id-16255411e0; nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
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
        """Edit User By ID.

        `PUT /user/{user_id}`

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
            The user after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
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
        """Delete User by ID.

        `DELETE /user/{user_id}`

        Deletes a user.

        Args:
            user_id: Id of the user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (user_id,))

    async def list(self) -> builtins.list[models.User]:
        """Get All Users.

        `GET /user`

        Returns all users.

        Returns:
            The users.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.User.read))

    async def create_permission(self, *, body: builtins.dict[str, Any]) -> builtins.dict[str, Any]:
        """Create User Permission.

        `POST /user/permission`

        Gives a user a permission.

        Args:
            body: A permission to be given to a user. The vendor documents no member.

        Returns:
            The new permission.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE_PERMISSION, json_object, body=body)

    async def get_permission(self, user_id: int) -> builtins.dict[str, Any]:
        """Get User Permission by ID.

        `GET /user/permission/{user_id}`

        Returns the permission of a user. The title leaves open whether the id is that of the user
        or of the permission.

        Args:
            user_id: Id of the user.

        Returns:
            The permission.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_PERMISSION, json_object, (user_id,))

    async def update_permission(
        self, user_id: int, *, body: builtins.dict[str, Any]
    ) -> builtins.dict[str, Any]:
        """Edit User Permission by ID.

        `PUT /user/permission/{user_id}`

        Changes the permission of a user. The title leaves open whether the id is that of the user
        or of the permission.

        Args:
            user_id: Id of the user.
            body: What to change about the permission of a user. The vendor documents no member.

        Returns:
            The permission after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE_PERMISSION, json_object, (user_id,), body=body)

    async def delete_permission(self, user_id: int) -> None:
        """Delete User Permission by ID.

        `DELETE /user/permission/{user_id}`

        Takes the permission from a user. The title leaves open whether the id is that of the user
        or of the permission.

        Args:
            user_id: Id of the user.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE_PERMISSION, nothing, (user_id,))

    async def delete_many(self, *, user_ids: builtins.list[int]) -> None:
        """Batch Delete Users.

        `DELETE /user/batch`

        Deletes several users. Their ids are sent in a body.

        Args:
            user_ids: Ids of the users. Inferred from the deletion of documents in V2.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE_MANY, nothing, body={"user_ids": user_ids})


class V1UsersWithResponse(Resource):
    """The methods of `client.v1.users`, returning whole responses."""

    __slots__ = ()

    async def get(self, user_id: int) -> APIResponse[models.User]:
        """Get User By ID.

        `GET /user/{user_id}`

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
        """Edit User By ID.

        `PUT /user/{user_id}`

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
        """Delete User by ID.

        `DELETE /user/{user_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (user_id,))

    async def list(self) -> APIResponse[builtins.list[models.User]]:
        """Get All Users.

        `GET /user`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.User.read))

    async def create_permission(
        self, *, body: builtins.dict[str, Any]
    ) -> APIResponse[builtins.dict[str, Any]]:
        """Create User Permission.

        `POST /user/permission`

        Takes the arguments of `create_permission` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE_PERMISSION, json_object, body=body)

    async def get_permission(self, user_id: int) -> APIResponse[builtins.dict[str, Any]]:
        """Get User Permission by ID.

        `GET /user/permission/{user_id}`

        Takes the arguments of `get_permission` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_PERMISSION, json_object, (user_id,))

    async def update_permission(
        self, user_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[builtins.dict[str, Any]]:
        """Edit User Permission by ID.

        `PUT /user/permission/{user_id}`

        Takes the arguments of `update_permission` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE_PERMISSION, json_object, (user_id,), body=body)

    async def delete_permission(self, user_id: int) -> APIResponse[None]:
        """Delete User Permission by ID.

        `DELETE /user/permission/{user_id}`

        Takes the arguments of `delete_permission` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE_PERMISSION, nothing, (user_id,))

    async def delete_many(self, *, user_ids: builtins.list[int]) -> APIResponse[None]:
        """Batch Delete Users.

        `DELETE /user/batch`

        Takes the arguments of `delete_many` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE_MANY, nothing, body={"user_ids": user_ids})
