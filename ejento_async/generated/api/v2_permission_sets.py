"""`client.v2.permission_sets`: sets of permissions on agents, corpora and workflows, which an
organization gives to its members.

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
    id="v2_permission_sets_get",
    method="GET",
    path="/api/v2/organizations/{organization_id}/permission-sets/{permission_set_id}",
    idempotent=True,
)
_LIST_BY_ORGANIZATION = Operation(
    id="v2_permission_sets_list_by_organization",
    method="GET",
    path="/api/v2/organizations/{organization_id}/permission-sets",
    idempotent=True,
)
_ADD_MEMBERS = Operation(
    id="v2_permission_sets_add_members",
    method="POST",
    path="/api/v2/organizations/{organization_id}/permission-sets/{permission_set_id}/members",
    body="json",
)


class V2PermissionSetsApi(Resource):
    """Sets of permissions on agents, corpora and workflows, which an organization gives to its
    members.
    """

    __slots__ = ()

    @property
    def with_response(self) -> V2PermissionSetsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2PermissionSetsWithResponse(self._core)

    async def get(self, organization_id: int, permission_set_id: int) -> models.PermissionSet:
        """Retrieve a Permission Set.

        `GET /api/v2/organizations/{organization_id}/permission-sets/{permission_set_id}`

        Returns one permission set of an organization.

        Args:
            organization_id: Id of the organization.
            permission_set_id: Id of the permission set.

        Returns:
            The permission set.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/retrieve-a-permission-set-40059560e0, title only;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _GET, models.PermissionSet.read, (organization_id, permission_set_id)
        )

    async def list_by_organization(self, organization_id: int) -> list[models.PermissionSet]:
        """List Org Permission Sets.

        `GET /api/v2/organizations/{organization_id}/permission-sets`

        Returns the permission sets of an organization. A member has the permissions of all sets
        that were assigned.

        Args:
            organization_id: Id of the organization.

        Returns:
            The permission sets.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/list-org-permission-sets-40059558e0, title only; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_BY_ORGANIZATION, list_of(models.PermissionSet.read), (organization_id,)
        )

    async def add_members(
        self, organization_id: int, permission_set_id: int, *, body: dict[str, Any]
    ) -> None:
        """Assign one or more Members to a Permission Set.

        `POST /api/v2/organizations/{organization_id}/permission-sets/{permission_set_id}/members`

        Gives members of an organization the permissions of a set. How the body names the members is
        not documented.

        Args:
            organization_id: Id of the organization.
            permission_set_id: Id of the permission set.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from
        api.ejento.ai/assign-one-or-more-members-to-a-permission-set-40059564e0, title only; path,
        method and bodies follow the pattern of the generation.
        """
        await self._core.send(
            _ADD_MEMBERS, nothing, (organization_id, permission_set_id), body=body
        )


class V2PermissionSetsWithResponse(Resource):
    """The methods of `client.v2.permission_sets`, returning whole responses."""

    __slots__ = ()

    async def get(
        self, organization_id: int, permission_set_id: int
    ) -> APIResponse[models.PermissionSet]:
        """Retrieve a Permission Set.

        `GET /api/v2/organizations/{organization_id}/permission-sets/{permission_set_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET, models.PermissionSet.read, (organization_id, permission_set_id)
        )

    async def list_by_organization(
        self, organization_id: int
    ) -> APIResponse[list[models.PermissionSet]]:
        """List Org Permission Sets.

        `GET /api/v2/organizations/{organization_id}/permission-sets`

        Takes the arguments of `list_by_organization` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_ORGANIZATION, list_of(models.PermissionSet.read), (organization_id,)
        )

    async def add_members(
        self, organization_id: int, permission_set_id: int, *, body: dict[str, Any]
    ) -> APIResponse[None]:
        """Assign one or more Members to a Permission Set.

        `POST /api/v2/organizations/{organization_id}/permission-sets/{permission_set_id}/members`

        Takes the arguments of `add_members` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _ADD_MEMBERS, nothing, (organization_id, permission_set_id), body=body
        )
