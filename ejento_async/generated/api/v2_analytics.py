"""`client.v2.analytics`: costs, counted by the server.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import json_object
from ..._protocol import UNSET, Operation, Resource, Unset

if TYPE_CHECKING:
    from ..._response import APIResponse

_PROJECT_COST = Operation(
    id="v2_analytics_project_cost",
    method="GET",
    path="/api/v2/analytics/projects/cost",
    idempotent=True,
)


class V2AnalyticsApi(Resource):
    """Costs, counted by the server."""

    __slots__ = ()

    @property
    def with_response(self) -> V2AnalyticsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2AnalyticsWithResponse(self._core)

    async def project_cost(self, *, project_id: int | Unset = UNSET) -> dict[str, Any]:
        """Get Project Cost Data.

        `GET /api/v2/analytics/projects/cost`

        Returns what projects have cost. How a project or a time is chosen is not documented.

        Args:
            project_id: Id of the project. Inferred from the title.

        Returns:
            The costs. Their form is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/get-project-cost-data, title only; path, method and
        bodies follow the pattern of the generation.
        """
        return await self._core.send(_PROJECT_COST, json_object, query={"project_id": project_id})


class V2AnalyticsWithResponse(Resource):
    """The methods of `client.v2.analytics`, returning whole responses."""

    __slots__ = ()

    async def project_cost(self, *, project_id: int | Unset = UNSET) -> APIResponse[dict[str, Any]]:
        """Get Project Cost Data.

        `GET /api/v2/analytics/projects/cost`

        Takes the arguments of `project_cost` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _PROJECT_COST, json_object, query={"project_id": project_id}
        )
