"""`client.v2.evaluation_datasets`: datasets that agents are evaluated with.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._multipart import File
    from ..._response import APIResponse

_UPLOAD = Operation(
    id="v2_evaluation_datasets_upload",
    method="POST",
    path="/api/v2/agents/{agent_id}/evaluation-datasets/upload",
    body="multipart",
)


class V2EvaluationDatasetsApi(Resource):
    """Datasets that agents are evaluated with."""

    __slots__ = ()

    @property
    def with_response(self) -> V2EvaluationDatasetsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2EvaluationDatasetsWithResponse(self._core)

    async def upload(self, agent_id: int, *, file: File) -> models.EvaluationDataset:
        """Upload Agent Evaluation Dataset.

        `POST /api/v2/agents/{agent_id}/evaluation-datasets/upload`

        Uploads a file as a dataset that the agent can be evaluated with. The form of the file is
        not documented.

        Args:
            agent_id: Id of the agent.
            file: The file. Inferred from the title.

        Returns:
            The new dataset.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/upload-agent-evaluation-dataset, title only; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPLOAD, models.EvaluationDataset.read, (agent_id,), body={"file": file}
        )


class V2EvaluationDatasetsWithResponse(Resource):
    """The methods of `client.v2.evaluation_datasets`, returning whole responses."""

    __slots__ = ()

    async def upload(self, agent_id: int, *, file: File) -> APIResponse[models.EvaluationDataset]:
        """Upload Agent Evaluation Dataset.

        `POST /api/v2/agents/{agent_id}/evaluation-datasets/upload`

        Takes the arguments of `upload` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPLOAD, models.EvaluationDataset.read, (agent_id,), body={"file": file}
        )
