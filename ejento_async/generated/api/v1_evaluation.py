"""`client.v1.evaluation`: evaluation of agents in the first generation of the API: tests, datasets and
queries.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_LIST_TESTS_BY_AGENT = Operation(
    id="v1_evaluation_list_tests_by_agent",
    method="GET",
    path="/evaluation/test/agent/{agent_id}",
    idempotent=True,
)
_LIST_DATASETS_BY_AGENT = Operation(
    id="v1_evaluation_list_datasets_by_agent",
    method="GET",
    path="/evaluation/dataset/agent/{agent_id}",
    idempotent=True,
)
_LIST_QUERIES_BY_AGENT = Operation(
    id="v1_evaluation_list_queries_by_agent",
    method="GET",
    path="/evaluation/queries/agent/{agent_id}",
    idempotent=True,
)
_LIST_QUERIES_BY_DATASET = Operation(
    id="v1_evaluation_list_queries_by_dataset",
    method="GET",
    path="/evaluation/queries/dataset/{dataset_id}",
    idempotent=True,
)
_CREATE_TEST = Operation(
    id="v1_evaluation_create_test", method="POST", path="/evaluation/test", body="json"
)
_GET_TEST = Operation(
    id="v1_evaluation_get_test", method="GET", path="/evaluation/test/{test_id}", idempotent=True
)
_UPDATE_TEST = Operation(
    id="v1_evaluation_update_test",
    method="PUT",
    path="/evaluation/test/{test_id}",
    body="json",
    idempotent=True,
)
_UPDATE_TEST_STATUS = Operation(
    id="v1_evaluation_update_test_status",
    method="PUT",
    path="/evaluation/test/{test_id}/status",
    body="json",
    idempotent=True,
)
_GET_DATASET = Operation(
    id="v1_evaluation_get_dataset",
    method="GET",
    path="/evaluation/dataset/{dataset_id}",
    idempotent=True,
)
_UPDATE_DATASET = Operation(
    id="v1_evaluation_update_dataset",
    method="PUT",
    path="/evaluation/dataset/{dataset_id}",
    body="json",
    idempotent=True,
)
_DELETE_DATASET = Operation(
    id="v1_evaluation_delete_dataset",
    method="DELETE",
    path="/evaluation/dataset/{dataset_id}",
    idempotent=True,
)
_CREATE_DATASET = Operation(
    id="v1_evaluation_create_dataset", method="POST", path="/evaluation/dataset", body="json"
)


class V1EvaluationApi(Resource):
    """Evaluation of agents in the first generation of the API: tests, datasets and queries."""

    __slots__ = ()

    @property
    def with_response(self) -> V1EvaluationWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V1EvaluationWithResponse(self._core)

    async def list_tests_by_agent(self, agent_id: int) -> list[models.EvaluationTest]:
        """Get All Evaluation Tests for an Agent.

        `GET /evaluation/test/agent/{agent_id}`

        Returns all evaluation tests of an agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The tests.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_TESTS_BY_AGENT, list_of(models.EvaluationTest.read), (agent_id,)
        )

    async def list_datasets_by_agent(self, agent_id: int) -> list[models.EvaluationDataset]:
        """Get All Evaluation Datasets for an Agent.

        `GET /evaluation/dataset/agent/{agent_id}`

        Returns all datasets that an agent is evaluated with.

        Args:
            agent_id: Id of the agent.

        Returns:
            The datasets.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from
        api.ejento.ai/v1/get-all-evaluation-datasets-for-an-agent-16255399e0; nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_DATASETS_BY_AGENT, list_of(models.EvaluationDataset.read), (agent_id,)
        )

    async def list_queries_by_agent(self, agent_id: int) -> list[models.EvaluationQuery]:
        """Get Agent Queries.

        `GET /evaluation/queries/agent/{agent_id}`

        Returns the queries that an agent is evaluated with.

        Args:
            agent_id: Id of the agent.

        Returns:
            The queries.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_QUERIES_BY_AGENT, list_of(models.EvaluationQuery.read), (agent_id,)
        )

    async def list_queries_by_dataset(self, dataset_id: int) -> list[models.EvaluationQuery]:
        """Get Dataset Queries.

        `GET /evaluation/queries/dataset/{dataset_id}`

        Returns the queries of an evaluation dataset.

        Args:
            dataset_id: Id of the evaluation dataset.

        Returns:
            The queries.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_QUERIES_BY_DATASET, list_of(models.EvaluationQuery.read), (dataset_id,)
        )

    async def create_test(self, *, body: dict[str, Any]) -> models.EvaluationTest:
        """Create Evaluation Test.

        `POST /evaluation/test`

        Creates an evaluation test.

        Args:
            body: An evaluation test to be made. The vendor documents no member.

        Returns:
            The new test.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE_TEST, models.EvaluationTest.read, body=body)

    async def get_test(self, test_id: int) -> models.EvaluationTest:
        """Get One Evaluation Test.

        `GET /evaluation/test/{test_id}`

        Returns one evaluation test.

        Args:
            test_id: Id of the evaluation test.

        Returns:
            The test.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_TEST, models.EvaluationTest.read, (test_id,))

    async def update_test(self, test_id: int, *, body: dict[str, Any]) -> models.EvaluationTest:
        """Update Evaluation Test.

        `PUT /evaluation/test/{test_id}`

        Changes an evaluation test.

        Args:
            test_id: Id of the evaluation test.
            body: What to change about an evaluation test. The vendor documents no member.

        Returns:
            The test after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE_TEST, models.EvaluationTest.read, (test_id,), body=body
        )

    async def update_test_status(
        self, test_id: int, *, body: dict[str, Any]
    ) -> models.EvaluationTest:
        """Update Evaluation Status.

        `PUT /evaluation/test/{test_id}/status`

        Changes the status of an evaluation test.

        Args:
            test_id: Id of the evaluation test.
            body: The new status of an evaluation test. The vendor documents no member.

        Returns:
            The test after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE_TEST_STATUS, models.EvaluationTest.read, (test_id,), body=body
        )

    async def get_dataset(self, dataset_id: int) -> models.EvaluationDataset:
        """Get Evaluation Dataset for an Agent.

        `GET /evaluation/dataset/{dataset_id}`

        Returns one evaluation dataset. The title says that it is that of an agent; by the inferred
        path it is named by its own id.

        Args:
            dataset_id: Id of the evaluation dataset.

        Returns:
            The dataset.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_DATASET, models.EvaluationDataset.read, (dataset_id,))

    async def update_dataset(
        self, dataset_id: int, *, body: dict[str, Any]
    ) -> models.EvaluationDataset:
        """Update Evaluation Dataset.

        `PUT /evaluation/dataset/{dataset_id}`

        Changes an evaluation dataset.

        Args:
            dataset_id: Id of the evaluation dataset.
            body: What to change about an evaluation dataset. The vendor documents no member.

        Returns:
            The dataset after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE_DATASET, models.EvaluationDataset.read, (dataset_id,), body=body
        )

    async def delete_dataset(self, dataset_id: int) -> None:
        """Delete Evaluation Dataset.

        `DELETE /evaluation/dataset/{dataset_id}`

        Deletes an evaluation dataset.

        Args:
            dataset_id: Id of the evaluation dataset.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE_DATASET, nothing, (dataset_id,))

    async def create_dataset(self, *, body: dict[str, Any]) -> models.EvaluationDataset:
        """Create Evaluation Dataset.

        `POST /evaluation/dataset`

        Creates an evaluation dataset.

        Args:
            body: An evaluation dataset to be made. The vendor documents no member.

        Returns:
            The new dataset.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE_DATASET, models.EvaluationDataset.read, body=body)


class V1EvaluationWithResponse(Resource):
    """The methods of `client.v1.evaluation`, returning whole responses."""

    __slots__ = ()

    async def list_tests_by_agent(self, agent_id: int) -> APIResponse[list[models.EvaluationTest]]:
        """Get All Evaluation Tests for an Agent.

        `GET /evaluation/test/agent/{agent_id}`

        Takes the arguments of `list_tests_by_agent` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_TESTS_BY_AGENT, list_of(models.EvaluationTest.read), (agent_id,)
        )

    async def list_datasets_by_agent(
        self, agent_id: int
    ) -> APIResponse[list[models.EvaluationDataset]]:
        """Get All Evaluation Datasets for an Agent.

        `GET /evaluation/dataset/agent/{agent_id}`

        Takes the arguments of `list_datasets_by_agent` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_DATASETS_BY_AGENT, list_of(models.EvaluationDataset.read), (agent_id,)
        )

    async def list_queries_by_agent(
        self, agent_id: int
    ) -> APIResponse[list[models.EvaluationQuery]]:
        """Get Agent Queries.

        `GET /evaluation/queries/agent/{agent_id}`

        Takes the arguments of `list_queries_by_agent` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_QUERIES_BY_AGENT, list_of(models.EvaluationQuery.read), (agent_id,)
        )

    async def list_queries_by_dataset(
        self, dataset_id: int
    ) -> APIResponse[list[models.EvaluationQuery]]:
        """Get Dataset Queries.

        `GET /evaluation/queries/dataset/{dataset_id}`

        Takes the arguments of `list_queries_by_dataset` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_QUERIES_BY_DATASET, list_of(models.EvaluationQuery.read), (dataset_id,)
        )

    async def create_test(self, *, body: dict[str, Any]) -> APIResponse[models.EvaluationTest]:
        """Create Evaluation Test.

        `POST /evaluation/test`

        Takes the arguments of `create_test` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE_TEST, models.EvaluationTest.read, body=body)

    async def get_test(self, test_id: int) -> APIResponse[models.EvaluationTest]:
        """Get One Evaluation Test.

        `GET /evaluation/test/{test_id}`

        Takes the arguments of `get_test` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_TEST, models.EvaluationTest.read, (test_id,))

    async def update_test(
        self, test_id: int, *, body: dict[str, Any]
    ) -> APIResponse[models.EvaluationTest]:
        """Update Evaluation Test.

        `PUT /evaluation/test/{test_id}`

        Takes the arguments of `update_test` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_TEST, models.EvaluationTest.read, (test_id,), body=body
        )

    async def update_test_status(
        self, test_id: int, *, body: dict[str, Any]
    ) -> APIResponse[models.EvaluationTest]:
        """Update Evaluation Status.

        `PUT /evaluation/test/{test_id}/status`

        Takes the arguments of `update_test_status` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_TEST_STATUS, models.EvaluationTest.read, (test_id,), body=body
        )

    async def get_dataset(self, dataset_id: int) -> APIResponse[models.EvaluationDataset]:
        """Get Evaluation Dataset for an Agent.

        `GET /evaluation/dataset/{dataset_id}`

        Takes the arguments of `get_dataset` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_DATASET, models.EvaluationDataset.read, (dataset_id,))

    async def update_dataset(
        self, dataset_id: int, *, body: dict[str, Any]
    ) -> APIResponse[models.EvaluationDataset]:
        """Update Evaluation Dataset.

        `PUT /evaluation/dataset/{dataset_id}`

        Takes the arguments of `update_dataset` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_DATASET, models.EvaluationDataset.read, (dataset_id,), body=body
        )

    async def delete_dataset(self, dataset_id: int) -> APIResponse[None]:
        """Delete Evaluation Dataset.

        `DELETE /evaluation/dataset/{dataset_id}`

        Takes the arguments of `delete_dataset` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE_DATASET, nothing, (dataset_id,))

    async def create_dataset(
        self, *, body: dict[str, Any]
    ) -> APIResponse[models.EvaluationDataset]:
        """Create Evaluation Dataset.

        `POST /evaluation/dataset`

        Takes the arguments of `create_dataset` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE_DATASET, models.EvaluationDataset.read, body=body)
