"""`client.teams`: team accounts of a Document360 project, with their roles and groups.

Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import boolean, list_of, nothing, or_empty
from ..._protocol import UNSET, Operation, Resource, Security, SkipTake, Unset
from .. import models

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncGenerator

    from ..._pagination import Page
    from ..._response import APIResponse

_LIST = Operation(
    id="teams_list",
    method="GET",
    path="/v2/Teams",
    security=Security.KEY,
    payload="result",
    idempotent=True,
    pagination=SkipTake(items=".", skip="skip", take="take", size=20),
)
_CREATE = Operation(
    id="teams_create",
    method="POST",
    path="/v2/Teams",
    security=Security.KEY,
    body="json",
    payload="result",
)
_GET = Operation(
    id="teams_get",
    method="GET",
    path="/v2/Teams/{userId}",
    security=Security.KEY,
    payload="result",
    idempotent=True,
)
_DELETE = Operation(
    id="teams_delete",
    method="DELETE",
    path="/v2/Teams/{userId}",
    security=Security.KEY,
    payload="result",
    idempotent=True,
)
_UPDATE_PORTAL_ROLE = Operation(
    id="teams_update_portal_role",
    method="PUT",
    path="/v2/Teams/{userId}/portal",
    security=Security.KEY,
    body="json",
    payload="result",
    idempotent=True,
)
_UPDATE_CONTENT_ROLES = Operation(
    id="teams_update_content_roles",
    method="PUT",
    path="/v2/Teams/{userId}/content",
    security=Security.KEY,
    body="json",
    payload="result",
    idempotent=True,
)
_UPDATE_GROUPS = Operation(
    id="teams_update_groups",
    method="PUT",
    path="/v2/Teams/{userId}/groups",
    security=Security.KEY,
    body="json",
    payload="result",
    idempotent=True,
)
_CHECK_EMAIL = Operation(
    id="teams_check_email",
    method="GET",
    path="/v2/Teams/email-exists",
    security=Security.KEY,
    idempotent=True,
)
_LIST_GROUPS = Operation(
    id="teams_list_groups",
    method="GET",
    path="/v2/Teams/groups",
    security=Security.KEY,
    payload="result",
    idempotent=True,
)
_LIST_ROLES = Operation(
    id="teams_list_roles",
    method="GET",
    path="/v2/Teams/roles",
    security=Security.KEY,
    payload="result",
    idempotent=True,
)


class TeamsApi(Resource):
    """Team accounts of a Document360 project, with their roles and groups."""

    __slots__ = ()

    @property
    def with_response(self) -> TeamsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return TeamsWithResponse(self._core)

    async def list(
        self, *, skip: int | Unset = UNSET, take: int | Unset = UNSET
    ) -> Page[models.TeamAccountSummary]:
        """Get all team accounts.

        `GET /v2/Teams`

        Returns one page of the team accounts, each in short.

        Args:
            skip: How many team accounts to leave out before the first one that is returned.
            take: How many team accounts to return, 20 if not given.

        Returns:
            The team accounts.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (apidocs.document360.com/docs/get-users; the vendor's OpenAPI
        document).
        """
        return await self._core.send_page(
            _LIST, models.TeamAccountSummary.read, query={"skip": skip, "take": take}
        )

    def iter(
        self, *, skip: int | Unset = UNSET, take: int | Unset = UNSET, prefetch: int = 0
    ) -> AsyncGenerator[models.TeamAccountSummary]:
        """Get all team accounts.

        `GET /v2/Teams`, for each page

        Walks all items of `list`, fetching pages as they are needed, from `skip` on.

        Args:
            skip: How many team accounts to leave out before the first one that is returned.
            take: How many team accounts to return, 20 if not given.
            prefetch: How many pages to fetch ahead, all at a time, while the items of one are
                walked; none by default. Whoever leaves such a walk before its end closes it, best
                with `contextlib.aclosing`.

        Yields:
            The items, in order.

        Raises:
            APIError: a page cannot be had; `page` of the error says which.

        Evidence: documented (apidocs.document360.com/docs/get-users; the vendor's OpenAPI
        document).
        """
        return self._core.iterate(
            _LIST,
            models.TeamAccountSummary.read,
            query={"skip": skip, "take": take},
            prefetch=prefetch,
        )

    async def create(
        self,
        *,
        email_id: str,
        invited_by: str,
        associated_portal_role_id: str,
        content_permissions: builtins.list[models.ContentPermissionInput],
        first_name: str | None | Unset = UNSET,
        last_name: str | None | Unset = UNSET,
        is_sso_user: bool | Unset = UNSET,
        scheme_name: str | None | Unset = UNSET,
        skip_sso_invitation_email: bool | Unset = UNSET,
        associated_groups: builtins.list[str] | None | Unset = UNSET,
    ) -> models.CreatedTeamAccount:
        """Adds a new Team Account.

        `POST /v2/Teams`

        Adds a team account and invites its user by mail. An SSO user has an invitation, with an id
        of its own, until the first login.

        Args:
            email_id: E-mail address of the new account.
            invited_by: Id of the team account that invites the new one.
            associated_portal_role_id: Id of the role in the portal, one of `teams.list_roles` with
                `role_type` 0.
            content_permissions: What the new account may do with which content.
            first_name: First name.
            last_name: Last name.
            is_sso_user: Whether the user logs in by single sign-on.
            scheme_name: Name of the SSO scheme of an SSO user; the default scheme if not given.
            skip_sso_invitation_email: Whether to send an SSO user no invitation.
            associated_groups: Ids of groups to put the account into.

        Returns:
            The id of the new team account.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (apidocs.document360.com/docs/add-a-user; the vendor's OpenAPI
        document).
        """
        return await self._core.send(
            _CREATE,
            models.CreatedTeamAccount.read,
            body={
                "email_id": email_id,
                "invited_by": invited_by,
                "associated_portal_role_id": associated_portal_role_id,
                "content_permissions": content_permissions,
                "first_name": first_name,
                "last_name": last_name,
                "is_sso_user": is_sso_user,
                "scheme_name": scheme_name,
                "skip_sso_invitation_email": skip_sso_invitation_email,
                "associated_groups": associated_groups,
            },
        )

    async def get(self, user_id: str) -> models.TeamAccount:
        """Get complete user details by id.

        `GET /v2/Teams/{userId}`

        Returns a team account with its role in the portal, its content roles and its groups. An id
        that does not exist is refused with 400; `teams.check_email` finds the id of an e-mail
        address.

        Args:
            user_id: Id of the team account.

        Returns:
            The team account.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (apidocs.document360.com/docs/get-user; the vendor's OpenAPI document).
        """
        return await self._core.send(_GET, models.TeamAccount.read, (user_id,))

    async def delete(self, user_id: str) -> None:
        """Deletes a user with an ID.

        `DELETE /v2/Teams/{userId}`

        Deletes a team account.

        Args:
            user_id: Id of the team account.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (apidocs.document360.com/docs/delete-user; the vendor's OpenAPI
        document).
        """
        await self._core.send(_DELETE, nothing, (user_id,))

    async def update_portal_role(
        self,
        user_id: str,
        *,
        associated_portal_role_id: str,
        is_invitation_id: bool | Unset = UNSET,
    ) -> bool:
        """Update the portal role of a individual user.

        `PUT /v2/Teams/{userId}/portal`

        Gives a team account another role in the portal.

        Args:
            user_id: Id of the team account, or the id of the invitation of an SSO user who has not
                logged in yet.
            associated_portal_role_id: Id of the role in the portal, one of `teams.list_roles` with
                `role_type` 0.
            is_invitation_id: Whether the id in the path is that of an invitation.

        Returns:
            Whether the role was changed.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (apidocs.document360.com/docs/update-portal-role; the vendor's OpenAPI
        document).
        """
        return await self._core.send(
            _UPDATE_PORTAL_ROLE,
            boolean,
            (user_id,),
            body={
                "associated_portal_role_id": associated_portal_role_id,
                "is_invitation_id": is_invitation_id,
            },
        )

    async def update_content_roles(
        self,
        user_id: str,
        *,
        content_permissions: builtins.list[models.ContentPermissionInput],
        is_invitation_id: bool | Unset = UNSET,
    ) -> bool:
        """Update the content roles of an individual user.

        `PUT /v2/Teams/{userId}/content`

        Gives a team account other content roles, in place of all that it had.

        Args:
            user_id: Id of the team account, or the id of the invitation of an SSO user who has not
                logged in yet.
            content_permissions: All content roles of the account; those that are not among them are
                taken away.
            is_invitation_id: Whether the id in the path is that of an invitation.

        Returns:
            Whether the roles were changed.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (apidocs.document360.com/docs/update-content-role; the vendor's OpenAPI
        document).
        """
        return await self._core.send(
            _UPDATE_CONTENT_ROLES,
            boolean,
            (user_id,),
            body={"content_permissions": content_permissions, "is_invitation_id": is_invitation_id},
        )

    async def update_groups(
        self,
        user_id: str,
        *,
        associated_groups: builtins.list[str],
        is_invitation_id: bool | Unset = UNSET,
    ) -> bool:
        """Modify the groups associated with the user.

        `PUT /v2/Teams/{userId}/groups`

        Puts a team account into other groups, in place of all that it was in.

        Args:
            user_id: Id of the team account, or the id of the invitation of an SSO user who has not
                logged in yet.
            associated_groups: Ids of all groups of the account; it leaves those that are not among
                them.
            is_invitation_id: Whether the id in the path is that of an invitation.

        Returns:
            Whether the groups were changed.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (apidocs.document360.com/docs/update-user-group; the vendor's OpenAPI
        document).
        """
        return await self._core.send(
            _UPDATE_GROUPS,
            boolean,
            (user_id,),
            body={"associated_groups": associated_groups, "is_invitation_id": is_invitation_id},
        )

    async def check_email(
        self, *, email_id: str, is_an_sso_user: bool | Unset = UNSET
    ) -> models.EmailCheck:
        """Checks if email already exists in the project.

        `GET /v2/Teams/email-exists`

        Says whether an e-mail address belongs to a team account, and to which one.

        Args:
            email_id: The e-mail address.
            is_an_sso_user: Whether to look among the SSO users, and not among the others.

        Returns:
            Whether there is such a team account, and its id.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (apidocs.document360.com/docs/email-validation; the vendor's OpenAPI
        document).
        """
        return await self._core.send(
            _CHECK_EMAIL,
            models.EmailCheck.read,
            query={"emailId": email_id, "isAnSsoUser": is_an_sso_user},
        )

    async def list_groups(self) -> builtins.list[models.TeamGroup]:
        """Get all user groups.

        `GET /v2/Teams/groups`

        Returns all groups that team accounts can be put into.

        Returns:
            The groups.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (the vendor's OpenAPI document).
        """
        return await self._core.send(_LIST_GROUPS, or_empty(list_of(models.TeamGroup.read)))

    async def list_roles(self) -> builtins.list[models.TeamRole]:
        """Get all available roles including default as well as custom roles.

        `GET /v2/Teams/roles`

        Returns all roles, those of the portal and those for content.

        Returns:
            The roles.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (apidocs.document360.com/docs/get-roles; the vendor's OpenAPI
        document).
        """
        return await self._core.send(_LIST_ROLES, or_empty(list_of(models.TeamRole.read)))


class TeamsWithResponse(Resource):
    """The methods of `client.teams`, returning whole responses."""

    __slots__ = ()

    async def list(
        self, *, skip: int | Unset = UNSET, take: int | Unset = UNSET
    ) -> APIResponse[Page[models.TeamAccountSummary]]:
        """Get all team accounts.

        `GET /v2/Teams`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond_page(
            _LIST, models.TeamAccountSummary.read, query={"skip": skip, "take": take}
        )

    async def create(
        self,
        *,
        email_id: str,
        invited_by: str,
        associated_portal_role_id: str,
        content_permissions: builtins.list[models.ContentPermissionInput],
        first_name: str | None | Unset = UNSET,
        last_name: str | None | Unset = UNSET,
        is_sso_user: bool | Unset = UNSET,
        scheme_name: str | None | Unset = UNSET,
        skip_sso_invitation_email: bool | Unset = UNSET,
        associated_groups: builtins.list[str] | None | Unset = UNSET,
    ) -> APIResponse[models.CreatedTeamAccount]:
        """Adds a new Team Account.

        `POST /v2/Teams`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE,
            models.CreatedTeamAccount.read,
            body={
                "email_id": email_id,
                "invited_by": invited_by,
                "associated_portal_role_id": associated_portal_role_id,
                "content_permissions": content_permissions,
                "first_name": first_name,
                "last_name": last_name,
                "is_sso_user": is_sso_user,
                "scheme_name": scheme_name,
                "skip_sso_invitation_email": skip_sso_invitation_email,
                "associated_groups": associated_groups,
            },
        )

    async def get(self, user_id: str) -> APIResponse[models.TeamAccount]:
        """Get complete user details by id.

        `GET /v2/Teams/{userId}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.TeamAccount.read, (user_id,))

    async def delete(self, user_id: str) -> APIResponse[None]:
        """Deletes a user with an ID.

        `DELETE /v2/Teams/{userId}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (user_id,))

    async def update_portal_role(
        self,
        user_id: str,
        *,
        associated_portal_role_id: str,
        is_invitation_id: bool | Unset = UNSET,
    ) -> APIResponse[bool]:
        """Update the portal role of a individual user.

        `PUT /v2/Teams/{userId}/portal`

        Takes the arguments of `update_portal_role` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_PORTAL_ROLE,
            boolean,
            (user_id,),
            body={
                "associated_portal_role_id": associated_portal_role_id,
                "is_invitation_id": is_invitation_id,
            },
        )

    async def update_content_roles(
        self,
        user_id: str,
        *,
        content_permissions: builtins.list[models.ContentPermissionInput],
        is_invitation_id: bool | Unset = UNSET,
    ) -> APIResponse[bool]:
        """Update the content roles of an individual user.

        `PUT /v2/Teams/{userId}/content`

        Takes the arguments of `update_content_roles` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_CONTENT_ROLES,
            boolean,
            (user_id,),
            body={"content_permissions": content_permissions, "is_invitation_id": is_invitation_id},
        )

    async def update_groups(
        self,
        user_id: str,
        *,
        associated_groups: builtins.list[str],
        is_invitation_id: bool | Unset = UNSET,
    ) -> APIResponse[bool]:
        """Modify the groups associated with the user.

        `PUT /v2/Teams/{userId}/groups`

        Takes the arguments of `update_groups` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_GROUPS,
            boolean,
            (user_id,),
            body={"associated_groups": associated_groups, "is_invitation_id": is_invitation_id},
        )

    async def check_email(
        self, *, email_id: str, is_an_sso_user: bool | Unset = UNSET
    ) -> APIResponse[models.EmailCheck]:
        """Checks if email already exists in the project.

        `GET /v2/Teams/email-exists`

        Takes the arguments of `check_email` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CHECK_EMAIL,
            models.EmailCheck.read,
            query={"emailId": email_id, "isAnSsoUser": is_an_sso_user},
        )

    async def list_groups(self) -> APIResponse[builtins.list[models.TeamGroup]]:
        """Get all user groups.

        `GET /v2/Teams/groups`

        Takes the arguments of `list_groups` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_GROUPS, or_empty(list_of(models.TeamGroup.read)))

    async def list_roles(self) -> APIResponse[builtins.list[models.TeamRole]]:
        """Get all available roles including default as well as custom roles.

        `GET /v2/Teams/roles`

        Takes the arguments of `list_roles` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_ROLES, or_empty(list_of(models.TeamRole.read)))
