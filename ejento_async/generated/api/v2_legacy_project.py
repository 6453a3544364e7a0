"""`client.v2_legacy.project`: projects, which hold agents and belong to teams.

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
    id="v2l_project_get", method="GET", path="/v2/api/project/{project_id}", idempotent=True
)
_UPDATE = Operation(
    id="v2l_project_update",
    method="PUT",
    path="/v2/api/project/{project_id}",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v2l_project_delete", method="DELETE", path="/v2/api/project/{project_id}", idempotent=True
)
_LIST = Operation(id="v2l_project_list", method="GET", path="/v2/api/project", idempotent=True)
_CREATE = Operation(id="v2l_project_create", method="POST", path="/v2/api/project", body="json")
_LIST_BY_TEAM = Operation(
    id="v2l_project_list_by_team",
    method="GET",
    path="/v2/api/team/{team_id}/project",
    idempotent=True,
)
_LIST_FILTERED = Operation(
    id="v2l_project_list_filtered", method="GET", path="/v2/api/project/filtered", idempotent=True
)
_LIST_AGENTS = Operation(
    id="v2l_project_list_agents",
    method="GET",
    path="/v2/api/project/{project_id}/agent",
    idempotent=True,
)
_LIST_RECENT = Operation(
    id="v2l_project_list_recent", method="GET", path="/v2/api/project/recent", idempotent=True
)
_GET_DETAILS = Operation(
    id="v2l_project_get_details", method="POST", path="/v2/api/project/{project_id}/details"
)
_ADD_RECENT = Operation(
    id="v2l_project_add_recent", method="POST", path="/v2/api/project/{project_id}/recent"
)


class V2LegacyProjectApi(Resource):
    """Projects, which hold agents and belong to teams."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyProjectWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyProjectWithResponse(self._core)

    async def get(self, project_id: int) -> models.Project:
        """Get Project.

        `GET /v2/api/project/{project_id}`

        Returns one project.

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
        """Edit Project.

        `PUT /v2/api/project/{project_id}`

        Changes a project.

        Args:
            project_id: Id of the project.
            body: What to change. The vendor documents no member of it.

        Returns:
            The project as it is now.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Edit Project; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE, models.Project.read, (project_id,), body=body)

    async def delete(self, project_id: int) -> None:
        """Delete Project.

        `DELETE /v2/api/project/{project_id}`

        Deletes a project.

        Args:
            project_id: Id of the project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Delete Project; path,
        method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (project_id,))

    async def list(self) -> builtins.list[models.Project]:
        """Get All Projects.

        `GET /v2/api/project`

        Returns the projects that the caller may see.

        Returns:
            The projects.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/legacy-get-all-projects, title only; path, method and
        bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Project.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> models.Project:
        """Create Project.

        `POST /v2/api/project`

        Creates a project.

        Args:
            body: The project. The vendor documents no member of it.

        Returns:
            The new project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Create Project; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.Project.read, body=body)

    async def list_by_team(self, team_id: int) -> builtins.list[models.Project]:
        """Get All Projects By Team.

        `GET /v2/api/team/{team_id}/project`

        Returns the projects of one team.

        Args:
            team_id: Id of the team.

        Returns:
            The projects of the team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Get All Projects By
        Team; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_BY_TEAM, list_of(models.Project.read), (team_id,))

    async def list_filtered(self) -> builtins.list[models.Project]:
        """Project Filtered.

        `GET /v2/api/project/filtered`

        Returns projects by filters. Which filters there are is not documented, so none is declared
        here.

        Returns:
            The projects.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Project Filtered;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_FILTERED, list_of(models.Project.read))

    async def list_agents(self, project_id: int) -> builtins.list[models.Agent]:
        """Get All Agents Of Project.

        `GET /v2/api/project/{project_id}/agent`

        Returns the agents of a project.

        Args:
            project_id: Id of the project.

        Returns:
            The agents of the project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Get All Agents Of
        Project; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_AGENTS, list_of(models.Agent.read), (project_id,))

    async def list_recent(self) -> builtins.list[models.Project]:
        """Get Recent Projects.

        `GET /v2/api/project/recent`

        Returns the projects that the caller has used lately.

        Returns:
            The projects.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Get Recent Projects;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_RECENT, list_of(models.Project.read))

    async def get_details(self, project_id: int) -> models.Project:
        """Fetch Project Details.

        `POST /v2/api/project/{project_id}/details`

        Returns a project in more detail than Get Project. It is a POST, as in V1, though it reads.

        Args:
            project_id: Id of the project.

        Returns:
            The project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Project, Fetch Project
        Details; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_DETAILS, models.Project.read, (project_id,))

    async def add_recent(self, project_id: int) -> models.Project:
        """Add Recent Project.

        `POST /v2/api/project/{project_id}/recent`

        Adds a project to those that the caller has used lately.

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


class V2LegacyProjectWithResponse(Resource):
    """The methods of `client.v2_legacy.project`, returning whole responses."""

    __slots__ = ()

    async def get(self, project_id: int) -> APIResponse[models.Project]:
        """Get Project.

        `GET /v2/api/project/{project_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Project.read, (project_id,))

    async def update(
        self, project_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[models.Project]:
        """Edit Project.

        `PUT /v2/api/project/{project_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE, models.Project.read, (project_id,), body=body)

    async def delete(self, project_id: int) -> APIResponse[None]:
        """Delete Project.

        `DELETE /v2/api/project/{project_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (project_id,))

    async def list(self) -> APIResponse[builtins.list[models.Project]]:
        """Get All Projects.

        `GET /v2/api/project`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Project.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> APIResponse[models.Project]:
        """Create Project.

        `POST /v2/api/project`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.Project.read, body=body)

    async def list_by_team(self, team_id: int) -> APIResponse[builtins.list[models.Project]]:
        """Get All Projects By Team.

        `GET /v2/api/team/{team_id}/project`

        Takes the arguments of `list_by_team` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_TEAM, list_of(models.Project.read), (team_id,))

    async def list_filtered(self) -> APIResponse[builtins.list[models.Project]]:
        """Project Filtered.

        `GET /v2/api/project/filtered`

        Takes the arguments of `list_filtered` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_FILTERED, list_of(models.Project.read))

    async def list_agents(self, project_id: int) -> APIResponse[builtins.list[models.Agent]]:
        """Get All Agents Of Project.

        `GET /v2/api/project/{project_id}/agent`

        Takes the arguments of `list_agents` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_AGENTS, list_of(models.Agent.read), (project_id,))

    async def list_recent(self) -> APIResponse[builtins.list[models.Project]]:
        """Get Recent Projects.

        `GET /v2/api/project/recent`

        Takes the arguments of `list_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_RECENT, list_of(models.Project.read))

    async def get_details(self, project_id: int) -> APIResponse[models.Project]:
        """Fetch Project Details.

        `POST /v2/api/project/{project_id}/details`

        Takes the arguments of `get_details` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_DETAILS, models.Project.read, (project_id,))

    async def add_recent(self, project_id: int) -> APIResponse[models.Project]:
        """Add Recent Project.

        `POST /v2/api/project/{project_id}/recent`

        Takes the arguments of `add_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ADD_RECENT, models.Project.read, (project_id,))
