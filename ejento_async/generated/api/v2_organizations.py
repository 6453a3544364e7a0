"""`client.v2.organizations`: organizations and their users.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import list_of
from ..._protocol import UNSET, Operation, Resource, Unset
from ..._secret import sealed
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_CREATE_USER = Operation(
    id="v2_organizations_create_user",
    method="POST",
    path="/api/v2/organizations/{organization_id}/users",
    body="json",
)
_LIST_USERS = Operation(
    id="v2_organizations_list_users",
    method="GET",
    path="/api/v2/organizations/{organization_id}/users",
    idempotent=True,
)


class V2OrganizationsApi(Resource):
    """Organizations and their users."""

    __slots__ = ()

    @property
    def with_response(self) -> V2OrganizationsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2OrganizationsWithResponse(self._core)

    async def create_user(
        self,
        organization_id: int,
        *,
        first_name: str | Unset = UNSET,
        last_name: str | Unset = UNSET,
        email: str | Unset = UNSET,
        password: str | Unset = UNSET,
        role: str | Unset = UNSET,
    ) -> models.User:
        """Create a User in an Organization.

        `POST /api/v2/organizations/{organization_id}/users`

        Creates a user in an organization.

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

        Evidence: documented (ejentoapi.apidog.io/create-a-user-in-an-organization).
        """
        call = self._core.send(
            _CREATE_USER,
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

    async def list_users(self, organization_id: int) -> list[models.User]:
        """List Users of an Organization.

        `GET /api/v2/organizations/{organization_id}/users`

        Returns the users of an organization. The vendor's navigation of V2 does not name this
        operation; title, path and verb follow Get All Users By Organization of V2 Legacy by the
        naming rule.

        Args:
            organization_id: Id of the organization.

        Returns:
            The users.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User, Get All Users By
        Organization; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_USERS, list_of(models.User.read), (organization_id,))


class V2OrganizationsWithResponse(Resource):
    """The methods of `client.v2.organizations`, returning whole responses."""

    __slots__ = ()

    async def create_user(
        self,
        organization_id: int,
        *,
        first_name: str | Unset = UNSET,
        last_name: str | Unset = UNSET,
        email: str | Unset = UNSET,
        password: str | Unset = UNSET,
        role: str | Unset = UNSET,
    ) -> APIResponse[models.User]:
        """Create a User in an Organization.

        `POST /api/v2/organizations/{organization_id}/users`

        Takes the arguments of `create_user` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        call = self._core.respond(
            _CREATE_USER,
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

    async def list_users(self, organization_id: int) -> APIResponse[list[models.User]]:
        """List Users of an Organization.

        `GET /api/v2/organizations/{organization_id}/users`

        Takes the arguments of `list_users` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_USERS, list_of(models.User.read), (organization_id,))
