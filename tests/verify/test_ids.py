"""Where the ids that operations need come from."""

from __future__ import annotations

from typing import Any

import pytest

from ejento_async.verify._ids import Ids
from ejento_async.verify._operations import ReadOperation, packaged_document, read_operations

OPERATIONS = {one.symbol: one for one in read_operations(packaged_document())}


def one(symbol: str) -> ReadOperation:
    return OPERATIONS[symbol]


def ids(**given: int | str) -> Ids:
    return Ids(OPERATIONS.values(), given)


def learnt(component: str, record: dict[str, Any]) -> Ids:
    found = ids()
    found.learn([(component, record)], "v2.things.list")
    return found


@pytest.mark.parametrize(
    ("component", "record", "symbol"),
    [
        ("Agent", {"id": 42}, "v2.agents.get"),
        ("AgentSummary", {"id": 42}, "v2.agents.get"),
        ("LlmConfig", {"id": 1}, "v2.llm_configs.get"),
        ("ChatThread", {"id": 9}, "v2_legacy.chat_thread.get"),
        ("AgentResponse", {"id": 9}, "v1.chat.get_thought_process"),
        ("AgentAnswer", {"chatlog_id": 9}, "v2.agent_responses.get"),
        ("EvaluationTest", {"id": 1}, "v1.evaluation.get_test"),
    ],
)
def test_ids_are_learnt_from_records(component: str, record: dict[str, Any], symbol: str) -> None:
    assert ids().missing(one(symbol))
    assert learnt(component, record).missing(one(symbol)) == []


@pytest.mark.parametrize("value", ["42", True, 0, -1, None, 4.2])
def test_what_is_no_id_is_not_learnt(value: Any) -> None:
    assert learnt("Agent", {"id": value}).missing(one("v2.agents.get")) == ["agent_id"]


def test_the_first_record_counts_and_a_given_id_before_it() -> None:
    found = ids(team_id=7)
    found.learn([("Agent", {"id": 1}), ("Agent", {"id": 2}), ("Team", {"id": 3})], "v2.teams.list")

    agent = found.arguments(one("v2.agents.get"))["agent_id"]
    team = found.arguments(one("v2.teams.get"))["team_id"]
    assert (agent.value, agent.origin) == (1, "v2.teams.list")
    assert (team.value, team.origin) == (7, "--id")


def test_a_given_id_counts_under_every_name_of_its_parameter() -> None:
    assert ids(chat_thread_id=9).missing(one("v2_legacy.chat_thread.get")) == []
    assert ids(chatthread_id=9).missing(one("v2.chat_threads.get")) == []


def test_where_the_spec_lists_the_values_the_first_is_taken() -> None:
    found = ids(agent_id=42).arguments(one("v1.agents.get_user"))

    assert {name: known.value for name, known in found.items()} == {
        "agent_id": 42,
        "action": "userAgent",
    }
