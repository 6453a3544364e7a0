"""`client.v2.projects`: projects, which hold agents and belong to teams.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_GET = Operation(
    id="v2_projects_get", method="GET", path="/api/v2/projects/{project_id}", idempotent=True
)
_UPDATE = Operation(
    id="v2_projects_update",
    method="PUT",
    path="/api/v2/projects/{project_id}",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v2_projects_delete", method="DELETE", path="/api/v2/projects/{project_id}", idempotent=True
)
_LIST = Operation(id="v2_projects_list", method="GET", path="/api/v2/projects", idempotent=True)
_CREATE = Operation(id="v2_projects_create", method="POST", path="/api/v2/projects", body="json")
_LIST_BY_TEAM = Operation(
    id="v2_projects_list_by_team",
    method="GET",
    path="/api/v2/teams/{team_id}/projects",
    idempotent=True,
)
_LIST_AGENTS = Operation(
    id="v2_projects_list_agents",
    method="GET",
    path="/api/v2/projects/{project_id}/agents",
    idempotent=True,
)
_LIST_RECENT = Operation(
    id="v2_projects_list_recent", method="GET", path="/api/v2/projects/recent", idempotent=True
)
_ADD_USERS = Operation(
    id="v2_projects_add_users",
    method="POST",
    path="/api/v2/projects/{project_id}/users",
    body="json",
)
_REMOVE_USERS = Operation(
    id="v2_projects_remove_users",
    method="DELETE",
    path="/api/v2/projects/{project_id}/users",
    body="json",
    idempotent=True,
)
_ADD_RECENT = Operation(
    id="v2_projects_add_recent", method="POST", path="/api/v2/projects/{project_id}/recent"
)


class V2ProjectsApi(Resource):
    """Projects, which hold agents and belong to teams."""

    __slots__ = ()

    @property
    def with_response(self) -> V2ProjectsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2ProjectsWithResponse(self._core)

    async def get(self, project_id: int) -> models.Project:
        """Get a Project.

        `GET /api/v2/projects/{project_id}`

        Returns one project. The vendor's navigation of V2 does not name this operation; title, path
        and verb follow Get Project of V2 Legacy by the naming rule.

        Args:
            project_id: Id of the project.

        Returns:
            The project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Get Project; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.Project.read, (project_id,))

    async def update(self, project_id: int, *, body: builtins.dict[str, Any]) -> models.Project:
        """Update a Project.

        `PUT /api/v2/projects/{project_id}`

        Changes a project. The vendor's navigation of V2 does not name this operation; title, path
        and verb follow Edit Project of V2 Legacy by the naming rule.

        Args:
            project_id: Id of the project.

        Returns:
            The project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Edit Project; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE, models.Project.read, (project_id,), body=body)

    async def delete(self, project_id: int) -> None:
        """Delete a Project.

        `DELETE /api/v2/projects/{project_id}`

        Deletes a project. The vendor's navigation of V2 does not name this operation; title, path
        and verb follow Delete Project of V2 Legacy by the naming rule.

        Args:
            project_id: Id of the project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Delete Project; path,
        method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (project_id,))

    async def list(self) -> builtins.list[models.Project]:
        """List Projects.

        `GET /api/v2/projects`

        Returns the projects that the caller may see. The vendor's navigation of V2 does not name
        this operation; title, path and verb follow Get All Projects of V2 Legacy by the naming
        rule.

        Returns:
            The projects.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/legacy-get-all-projects, title only; path, method and
        bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Project.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> models.Project:
        """Create a Project.

        `POST /api/v2/projects`

        Creates a project, which can then hold agents. The vendor's navigation of V2 does not name
        this operation; title, path and verb follow Create Project of V2 Legacy by the naming rule.

        Returns:
            The new project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Create Project; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.Project.read, body=body)

    async def list_by_team(self, team_id: int) -> builtins.list[models.Project]:
        """List Projects of a Team.

        `GET /api/v2/teams/{team_id}/projects`

        Returns the projects of one team. The vendor's navigation of V2 does not name this
        operation; title, path and verb follow Get All Projects By Team of V2 Legacy by the naming
        rule.

        Args:
            team_id: Id of the team.

        Returns:
            The projects.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Get All Projects By
        Team; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_BY_TEAM, list_of(models.Project.read), (team_id,))

    async def list_agents(self, project_id: int) -> builtins.list[models.Agent]:
        """List Agents of a Project.

        `GET /api/v2/projects/{project_id}/agents`

        Returns the agents of a project. The vendor's navigation of V2 does not name this operation;
        title, path and verb follow Get All Agents Of Project of V2 Legacy by the naming rule.

        Args:
            project_id: Id of the project.

        Returns:
            The agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Get All Agents Of
        Project; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_AGENTS, list_of(models.Agent.read), (project_id,))

    async def list_recent(self) -> builtins.list[models.Project]:
        """List Recent Projects.

        `GET /api/v2/projects/recent`

        Returns the projects that the caller has used lately. The vendor's navigation of V2 does not
        name this operation; title, path and verb follow Get Recent Projects of V2 Legacy by the
        naming rule.

        Returns:
            The projects.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Get Recent Projects;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_RECENT, list_of(models.Project.read))

    async def add_users(self, project_id: int, *, body: builtins.dict[str, Any]) -> models.Project:
        """Add Users to a Project.

        `POST /api/v2/projects/{project_id}/users`

        Adds users to a project. How the body names them is not documented. The vendor's navigation
        of V2 does not name this operation; title, path and verb follow Add Users To Project of V2
        Legacy by the naming rule.

        Args:
            project_id: Id of the project.

        Returns:
            The project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User Project, Add Users To
        Project; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ADD_USERS, models.Project.read, (project_id,), body=body)

    async def remove_users(self, project_id: int, *, body: builtins.dict[str, Any]) -> None:
        """Remove Users from a Project.

        `DELETE /api/v2/projects/{project_id}/users`

        Removes users from a project; their accounts remain. How the body names them is not
        documented. The vendor's navigation of V2 does not name this operation; title, path and verb
        follow Delete Users from Project of V2 Legacy by the naming rule.

        Args:
            project_id: Id of the project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User Project, Delete Users
        from Project; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_REMOVE_USERS, nothing, (project_id,), body=body)

    async def add_recent(self, project_id: int) -> models.Project:
        """Add a Recent Project.

        `POST /api/v2/projects/{project_id}/recent`

        Notes that the caller has used a project. The vendor's navigation of V2 does not name this
        operation; title, path and verb follow Add Recent Project of V2 Legacy by the naming rule.

        Args:
            project_id: Id of the project.

        Returns:
            The project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Add Recent Project;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ADD_RECENT, models.Project.read, (project_id,))


class V2ProjectsWithResponse(Resource):
    """The methods of `client.v2.projects`, returning whole responses."""

    __slots__ = ()

    async def get(self, project_id: int) -> APIResponse[models.Project]:
        """Get a Project.

        `GET /api/v2/projects/{project_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Project.read, (project_id,))

    async def update(
        self, project_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[models.Project]:
        """Update a Project.

        `PUT /api/v2/projects/{project_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE, models.Project.read, (project_id,), body=body)

    async def delete(self, project_id: int) -> APIResponse[None]:
        """Delete a Project.

        `DELETE /api/v2/projects/{project_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (project_id,))

    async def list(self) -> APIResponse[builtins.list[models.Project]]:
        """List Projects.

        `GET /api/v2/projects`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Project.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> APIResponse[models.Project]:
        """Create a Project.

        `POST /api/v2/projects`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.Project.read, body=body)

    async def list_by_team(self, team_id: int) -> APIResponse[builtins.list[models.Project]]:
        """List Projects of a Team.

        `GET /api/v2/teams/{team_id}/projects`

        Takes the arguments of `list_by_team` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_TEAM, list_of(models.Project.read), (team_id,))

    async def list_agents(self, project_id: int) -> APIResponse[builtins.list[models.Agent]]:
        """List Agents of a Project.

        `GET /api/v2/projects/{project_id}/agents`

        Takes the arguments of `list_agents` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_AGENTS, list_of(models.Agent.read), (project_id,))

    async def list_recent(self) -> APIResponse[builtins.list[models.Project]]:
        """List Recent Projects.

        `GET /api/v2/projects/recent`

        Takes the arguments of `list_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_RECENT, list_of(models.Project.read))

    async def add_users(
        self, project_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[models.Project]:
        """Add Users to a Project.

        `POST /api/v2/projects/{project_id}/users`

        Takes the arguments of `add_users` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ADD_USERS, models.Project.read, (project_id,), body=body)

    async def remove_users(
        self, project_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[None]:
        """Remove Users from a Project.

        `DELETE /api/v2/projects/{project_id}/users`

        Takes the arguments of `remove_users` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REMOVE_USERS, nothing, (project_id,), body=body)

    async def add_recent(self, project_id: int) -> APIResponse[models.Project]:
        """Add a Recent Project.

        `POST /api/v2/projects/{project_id}/recent`

        Takes the arguments of `add_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ADD_RECENT, models.Project.read, (project_id,))
