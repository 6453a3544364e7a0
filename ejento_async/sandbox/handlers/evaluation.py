"""Evaluation datasets: uploaded as files, and the queries in them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any, cast

from starlette.datastructures import UploadFile

from .._call import Call, handles
from .._kinds import DATASET
from .._open_records import OpenRecord
from .._replies import Reply, success
from .._spec import Json
from .._storage import TEXT_LIMIT, file_name
from ..shapes.open_records import open_record
from ..shapes.trails import trail


@handles("v2_evaluation_datasets_upload")
async def upload(call: Call) -> Reply:
    """Make a dataset from a CSV file, each row a query."""
    agent = call.state.agent(call.path["agent_id"])
    file: Any = call.body["file"]
    name, text = "dataset.csv", file
    if isinstance(file, UploadFile):
        name = file_name(file.filename)
        text = (await file.read(TEXT_LIMIT)).decode(errors="replace")
    members = {"agent": agent.id, "name": name, "queries": _rows(text)}
    dataset = call.state.open.add(DATASET, members, call.state.trail(call.user))
    return success(open_record(dataset), "Evaluation dataset uploaded successfully")


@handles("v1_evaluation_list_queries_by_dataset")
def list_queries_by_dataset(call: Call) -> Reply:
    """List the queries of a dataset."""
    dataset = call.state.open.get(DATASET, call.path["dataset_id"])
    return success(_queries([dataset]), "Queries fetched successfully")


@handles("v1_evaluation_list_queries_by_agent")
def list_queries_by_agent(call: Call) -> Reply:
    """List the queries of an agent's datasets."""
    agent = call.state.agent(call.path["agent_id"])
    datasets = call.state.open.of(DATASET, "agent", agent.id)
    return success(_queries(datasets), "Queries fetched successfully")


def _queries(datasets: Iterable[OpenRecord]) -> list[Json]:
    """Show the queries that datasets were made with; one that is no object becomes one."""
    shown: list[Json] = []
    for dataset in datasets:
        queries: Any = dataset.members.get("queries")
        for number, query in enumerate(cast("list[Any]", queries) if _is_list(queries) else (), 1):
            members = cast("Json", query) if isinstance(query, dict) else {"query": query}
            own = {"id": dataset.id * 1000 + number, "dataset": dataset.id, "is_deleted": False}
            shown.append({**members, **own, **trail(dataset.trail)})
    return shown


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _rows(text: str) -> list[Json]:
    try:
        rows = list(csv.DictReader(io.StringIO(text), restkey="more", restval=""))
    except csv.Error:
        return []
    return [{str(name): value for name, value in row.items()} for row in rows]
