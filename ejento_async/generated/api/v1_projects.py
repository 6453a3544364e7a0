"""`client.v1.projects`: projects in the first generation of the API and the users who belong to them.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import anything, list_of, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_GET = Operation(id="v1_projects_get", method="GET", path="/project/{project_id}", idempotent=True)
_UPDATE = Operation(
    id="v1_projects_update",
    method="PUT",
    path="/project/{project_id}",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v1_projects_delete", method="DELETE", path="/project/{project_id}", idempotent=True
)
_LIST = Operation(id="v1_projects_list", method="GET", path="/project", idempotent=True)
_CREATE = Operation(id="v1_projects_create", method="POST", path="/project", body="json")
_LIST_BY_USER_AND_TEAM = Operation(
    id="v1_projects_list_by_user_and_team",
    method="GET",
    path="/project/user/team/{team_id}",
    idempotent=True,
)
_LIST_RECENT = Operation(
    id="v1_projects_list_recent", method="GET", path="/project/recent", idempotent=True
)
_ADD_RECENT = Operation(
    id="v1_projects_add_recent", method="POST", path="/project/recent", body="json"
)
_GET_DETAILS = Operation(
    id="v1_projects_get_details", method="POST", path="/project/details/{project_id}", body="json"
)
_ADD_USER = Operation(id="v1_projects_add_user", method="POST", path="/project/user", body="json")
_REMOVE_USER = Operation(
    id="v1_projects_remove_user",
    method="DELETE",
    path="/project/user",
    body="json",
    idempotent=True,
)


class V1ProjectsApi(Resource):
    """Projects in the first generation of the API and the users who belong to them."""

    __slots__ = ()

    @property
    def with_response(self) -> V1ProjectsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V1ProjectsWithResponse(self._core)

    async def get(self, project_id: int) -> models.Project:
        """Get Project Details by ID.

        `GET /project/{project_id}`

        Returns one project by its id, in a plain read. Fetch Project Details is another operation,
        which takes a body.

        Args:
            project_id: Id of the project.

        Returns:
            The project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/fetch-project-details-16255373e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.Project.read, (project_id,))

    async def update(self, project_id: int, *, body: builtins.dict[str, Any]) -> models.Project:
        """Edit Project By ID.

        `PUT /project/{project_id}`

        Changes a project.

        Args:
            project_id: Id of the project.
            body: What to change about a project. The vendor documents no member.

        Returns:
            The project after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/fetch-project-details-16255373e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE, models.Project.read, (project_id,), body=body)

    async def delete(self, project_id: int) -> None:
        """Delete Project By ID.

        `DELETE /project/{project_id}`

        Deletes a project.

        Args:
            project_id: Id of the project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/fetch-project-details-16255373e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (project_id,))

    async def list(self) -> builtins.list[models.Project]:
        """Get All Projects.

        `GET /project`

        Returns all projects.

        Returns:
            The projects.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/fetch-project-details-16255373e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Project.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> models.Project:
        """Create New Project.

        `POST /project`

        Creates a project.

        Args:
            body: A project to be made. The vendor documents no member.

        Returns:
            The new project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/fetch-project-details-16255373e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.Project.read, body=body)

    async def list_by_user_and_team(self, team_id: int) -> builtins.list[models.Project]:
        """Get User Projects For Team.

        `GET /project/user/team/{team_id}`

        Returns the projects of a team that a user, presumably the caller, belongs to.

        Args:
            team_id: Id of the team.

        Returns:
            The projects.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/fetch-project-details-16255373e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_BY_USER_AND_TEAM, list_of(models.Project.read), (team_id,)
        )

    async def list_recent(self) -> builtins.list[models.Project]:
        """Get Recent Projects.

        `GET /project/recent`

        Returns the projects that the caller has used lately.

        Returns:
            The projects.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/fetch-project-details-16255373e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_RECENT, list_of(models.Project.read))

    async def add_recent(self, *, project_id: int) -> models.Project:
        """Add Recent Project.

        `POST /project/recent`

        Adds a project to those that the caller has used lately.

        Args:
            project_id: Id of the project. Inferred from the title and from names of other ids.

        Returns:
            The project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/fetch-project-details-16255373e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _ADD_RECENT, models.Project.read, body={"project_id": project_id}
        )

    async def get_details(
        self, project_id: int, *, body: builtins.dict[str, Any]
    ) -> models.Project:
        """Fetch Project Details.

        `POST /project/details/{project_id}`

        Returns details of a project by a POST. Get Project Details by ID is the plain read; how the
        two differ is not documented.

        Args:
            project_id: Id of the project.
            body: Which details of a project to return. The vendor documents no member.

        Returns:
            The project with its details.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/fetch-project-details-16255373e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_DETAILS, models.Project.read, (project_id,), body=body)

    async def add_user(self, *, project_id: int, user_id: int) -> Any:
        """Add User to Project.

        `POST /project/user`

        Adds a user to a project. The form of the answer is not documented and left open.

        Args:
            project_id: Id of the project. Inferred from the title and from names of other ids.
            user_id: Id of the user. Inferred from the title and from names of other ids.

        Returns:
            The new membership, in a form that is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/fetch-project-details-16255373e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _ADD_USER, anything, body={"project_id": project_id, "user_id": user_id}
        )

    async def remove_user(self, *, project_id: int, user_id: int) -> None:
        """Remove User from Project.

        `DELETE /project/user`

        Removes a user from a project. The ids of both are sent in a body.

        Args:
            project_id: Id of the project. Inferred from the title and from names of other ids.
            user_id: Id of the user. Inferred from the title and from names of other ids.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/fetch-project-details-16255373e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(
            _REMOVE_USER, nothing, body={"project_id": project_id, "user_id": user_id}
        )


class V1ProjectsWithResponse(Resource):
    """The methods of `client.v1.projects`, returning whole responses."""

    __slots__ = ()

    async def get(self, project_id: int) -> APIResponse[models.Project]:
        """Get Project Details by ID.

        `GET /project/{project_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Project.read, (project_id,))

    async def update(
        self, project_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[models.Project]:
        """Edit Project By ID.

        `PUT /project/{project_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE, models.Project.read, (project_id,), body=body)

    async def delete(self, project_id: int) -> APIResponse[None]:
        """Delete Project By ID.

        `DELETE /project/{project_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (project_id,))

    async def list(self) -> APIResponse[builtins.list[models.Project]]:
        """Get All Projects.

        `GET /project`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Project.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> APIResponse[models.Project]:
        """Create New Project.

        `POST /project`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.Project.read, body=body)

    async def list_by_user_and_team(
        self, team_id: int
    ) -> APIResponse[builtins.list[models.Project]]:
        """Get User Projects For Team.

        `GET /project/user/team/{team_id}`

        Takes the arguments of `list_by_user_and_team` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_USER_AND_TEAM, list_of(models.Project.read), (team_id,)
        )

    async def list_recent(self) -> APIResponse[builtins.list[models.Project]]:
        """Get Recent Projects.

        `GET /project/recent`

        Takes the arguments of `list_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_RECENT, list_of(models.Project.read))

    async def add_recent(self, *, project_id: int) -> APIResponse[models.Project]:
        """Add Recent Project.

        `POST /project/recent`

        Takes the arguments of `add_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _ADD_RECENT, models.Project.read, body={"project_id": project_id}
        )

    async def get_details(
        self, project_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[models.Project]:
        """Fetch Project Details.

        `POST /project/details/{project_id}`

        Takes the arguments of `get_details` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_DETAILS, models.Project.read, (project_id,), body=body)

    async def add_user(self, *, project_id: int, user_id: int) -> APIResponse[Any]:
        """Add User to Project.

        `POST /project/user`

        Takes the arguments of `add_user` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _ADD_USER, anything, body={"project_id": project_id, "user_id": user_id}
        )

    async def remove_user(self, *, project_id: int, user_id: int) -> APIResponse[None]:
        """Remove User from Project.

        `DELETE /project/user`

        Takes the arguments of `remove_user` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _REMOVE_USER, nothing, body={"project_id": project_id, "user_id": user_id}
        )
