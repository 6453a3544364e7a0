"""The command, against a sandbox that was told to differ from the spec."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
import yaml

from ejento_async.sandbox import Fault, Sandbox
from ejento_async.verify._cli import main

from .conftest import Command

ME = {"id": 1, "email": "ada@example.com"}


def envelope(data: Any) -> dict[str, Any]:
    return {"success": True, "message": "Retrieved", "data": data}


def nowhere(path: str) -> dict[str, Any]:
    """Return what the sandbox's router says of a path that is not there."""
    return {"success": False, "message": f"Not found: GET {path}"}


def test_an_operation_that_answers_as_the_spec_says_differs_in_nothing(verify: Command) -> None:
    run = verify("--only", "v2.users.get_me")

    assert run.status == 0
    assert re.search(
        r"^v2\.users\.get_me +vendor-client +answers as the spec says$", run.out, re.MULTILINE
    )


def test_a_whole_run_only_gets_and_calls_each_operation_once(
    verify: Command, sandbox: Sandbox
) -> None:
    run = verify("--json")

    assert {request.method for request in run.requests} == {"GET"}
    assert {request.body_size for request in run.requests} == {0}
    called = [request.operation for request in run.requests if request.operation]
    assert len(called) == len(set(called)) > 190
    assert not {"v2_sso_login_google", "v2_sharepoint_initiate_oauth"} & set(called)
    # A strict sandbox refuses what the spec does not know: the command invents nothing.
    assert not any(request.status == 400 for request in run.requests)
    tried = [one for one in run.report["operations"] if one["outcome"] != "not tried"]
    assert len(tried) == len(called)
    assert sandbox.refresh_count == 0


def test_no_call_is_made_before_yes(verify: Command) -> None:
    for answer in ("", "n\n", "nonsense\n"):
        run = verify("--only", "v2.users.get_me", answer=answer)

        assert run.status == 2
        assert run.out == ""
        assert "Nothing was called." in run.err
        assert run.requests == []


def test_the_question_says_how_many_calls_go_where(verify: Command, sandbox: Sandbox) -> None:
    run = verify("--only", "v2.users", "--pace", "30", answer="y\n")

    assert run.err.startswith(
        f"Calls up to 2 operations of {sandbox.base_url}, all by GET, with 30 s between"
    )
    assert "about 1 min. Nothing is changed. Go on? [y/N]" in run.err
    assert len(run.requests) == 3  # the third is the path that is not there


def test_without_an_access_token_the_question_says_that_it_logs_in(
    verify: Command, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("EJENTO_ACCESS_TOKEN", "EJENTO_AUTH_TOKEN"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("EJENTO_EMAIL", sandbox.email)
    monkeypatch.setenv("EJENTO_PASSWORD", sandbox.password)

    run = verify("--only", "v2.users.get_me", answer="y\n")

    assert "log in or renew its tokens first, which is a POST" in run.err
    posts = [request.operation for request in run.requests if request.method == "POST"]
    assert posts == ["v2_authentication_login"]


def test_a_refused_token_is_not_renewed(verify: Command, sandbox: Sandbox) -> None:
    sandbox.expire_access_token()

    run = verify("--only", "v2.users.get_me", "--json")

    assert run.of("v2.users.get_me")["outcome"] == "refused"
    assert {request.method for request in run.requests} == {"GET"}


def test_calls_are_paced(verify: Command) -> None:
    run = verify("--only", "v2.agents")

    assert run.pauses == [0.5] * (len(run.requests) - 1)
    assert verify("--only", "v2.users", "--pace", "7").pauses == [7.0] * 2


def test_a_path_that_the_router_does_not_know_is_told_from_a_record_that_is_not_there(
    verify: Command, sandbox: Sandbox
) -> None:
    path = "/api/v2/agents"
    sandbox.faults.add(Fault.status(404, body=nowhere(path), operation="v2_agents_list"))

    run = verify("--only", "V2 Agents", "--id", "agent_id=4711", "--json")

    assert run.status == 1
    assert run.of("v2.agents.list")["outcome"] == "unknown path"
    agent = run.of("v2.agents.get")
    assert (agent["outcome"], agent["status"]) == ("unknown record", 404)
    assert agent["arguments"] == {"agent_id": {"value": 4711, "from": "--id"}}


def test_each_prefix_has_a_router_of_its_own(verify: Command, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault.status(404, body="gone", path="^/v2/api/"))
    sandbox.faults.add(Fault.status(404, html=True, path="^/agent|^/no-such"))

    run = verify("--json", "--only", "v1.agents.list_types", "--only", "v2_legacy.agent.list")

    assert run.of("v1.agents.list_types")["outcome"] == "unknown path"
    assert run.of("v2_legacy.agent.list")["outcome"] == "unknown path"
    probes = [request.path for request in run.requests if "no-such-path" in request.path]
    assert [re.sub("[0-9a-f]{16}", "*", path) for path in probes] == [
        "/no-such-path-*",
        "/v2/api/no-such-path-*",
    ]


def test_a_server_that_shows_its_start_page_for_every_path_knows_none(
    verify: Command, sandbox: Sandbox
) -> None:
    sandbox.faults.add(Fault.status(200, body="<!DOCTYPE html><title>Ejento</title>"))

    run = verify("--only", "v2.users.get_me", "--json")

    assert run.of("v2.users.get_me")["outcome"] == "unknown path"


def test_a_path_without_ids_that_finds_no_record_may_have_gone_another_way(
    verify: Command, sandbox: Sandbox
) -> None:
    body = {"success": False, "message": "Agent not found"}
    sandbox.faults.add(Fault.status(404, body=body, operation="v2_agent_types_list"))

    entry = verify("--only", "V2 Agent Types", "--json").of("v2.agent_types.list")

    assert entry["outcome"] == "unknown record"
    assert "another route may have taken it" in entry["detail"]


def test_bodies_that_differ_are_reported_with_path_expected_and_found(
    verify: Command, sandbox: Sandbox
) -> None:
    agents = [{"id": 42, "agent_name": 7, "shoe_size": 43}, {"agent_name": None}]
    sandbox.faults.add(Fault.status(200, body=envelope(agents), operation="v2_agents_list"))
    sandbox.faults.add(Fault.status(200, body=[1], operation="v2_corpora_list"))
    sandbox.faults.add(Fault.status(203, body=envelope(ME), operation="v2_users_get_me"))

    only = ("v2.agents.list", "v2.corpora.list", "v2.users.get_me")
    run = verify("--json", *(f"--only={name}" for name in only))

    assert run.status == 1
    assert run.found("v2.agents.list") == [
        "data[].agent_name: string / integer or null",
        "data[].shoe_size: nothing / integer",
        "data[].id: integer / nothing",
    ]
    assert run.found("v2.corpora.list") == [": object / array"]
    assert run.found("v2.users.get_me") == ["(status): 200 / 203"]


def test_a_body_without_its_envelope_differs(verify: Command, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault.status(200, body=ME, operation="v2_users_get_me"))

    run = verify("--only", "v2.users.get_me", "--json")

    assert run.found("v2.users.get_me")[:2] == [
        "success: boolean / nothing",
        "data: object / nothing",
    ]


def test_what_is_no_json_differs(verify: Command, sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault.status(200, html=True, operation="v2_users_get_me"))

    run = verify("--only", "v2.users.get_me", "--json")

    assert run.found("v2.users.get_me") == [": JSON / text/html; charset=utf-8 that is not"]


@pytest.mark.parametrize(
    ("fault", "outcome", "detail"),
    [
        (Fault.status(403, body={"message": "Not yours"}), "refused", "403: Not yours"),
        (Fault.status(422, body={"detail": "team"}), "failed", "422: team"),
        (Fault.status(500, body={"error": "Oops"}), "failed", "500: Oops"),
        (
            Fault.status(301, headers={"Location": "/api/v2/agents/"}),
            "failed",
            "301: The sandbox was told to answer 301; to the same path with a slash at its end",
        ),
        (Fault.status(302, headers={"Location": "/login"}), "failed", "302: "),
        (Fault.status(429), "failed", "429: The sandbox was told to answer 429"),
        (Fault.unsuccessful("No agents today"), "failed", "200: No agents today"),
        (Fault.drop(), "failed", "no answer: "),
        (
            Fault.status(405, headers={"Allow": "POST"}),
            "unknown path",
            "405: the path is there, but not for GET (allowed: POST)",
        ),
    ],
    ids=lambda value: value.kind if isinstance(value, Fault) else None,
)
def test_what_does_not_answer_has_its_outcome(
    verify: Command, sandbox: Sandbox, fault: Fault, outcome: str, detail: str
) -> None:
    sandbox.faults.add(replace(fault, operation="v2_agents_list"))

    run = verify("--only", "v2.agents.list", "--json")

    entry = run.of("v2.agents.list")
    assert (entry["outcome"], run.status) == (outcome, 0 if outcome == "refused" else 1)
    assert entry["detail"].startswith(detail)


def test_a_deployment_that_takes_no_calls_is_left_in_peace(
    verify: Command, sandbox: Sandbox
) -> None:
    sandbox.faults.add(Fault.status(401, body={"message": "Token expired"}))

    run = verify("--json")

    assert len(run.requests) <= 6
    assert run.status == 1
    assert run.report["stopped"] == (
        "stopped after 5 such answers in a row: 401: Token expired; so are paths that are not there"
    )
    assert run.report["counts"]["refused"] < 5


def test_an_interrupted_run_reports_what_it_has(
    sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    async def interrupt(seconds: float) -> None:
        if len(sandbox.requests) == 3:
            raise KeyboardInterrupt

    status = main(["--only", "v2.agents", "--only", "v2.users", "--json", "--yes"], sleep=interrupt)

    report = json.loads(capsys.readouterr().out)
    assert (status, report["stopped"]) == (1, "interrupted")
    assert report["counts"]["answers as the spec says"] == 2
    assert {one["detail"] for one in report["operations"] if one["outcome"] == "not tried"} == {
        "interrupted"
    }


def test_ids_are_taken_from_earlier_answers(verify: Command) -> None:
    run = verify("--json", "--only", "v2.users", "--only", "v2.agents")

    assert run.of("v2.users.get")["arguments"] == {
        "user_id": {"value": 1, "from": "v2.users.get_me"}
    }
    assert run.of("v2.agents.list_by_team")["detail"].startswith("no value is known for team_id")
    corpus = run.of("v2.agents.get_corpus")
    assert (corpus["outcome"], corpus["arguments"]["corpus_id"]) == (
        "answers as the spec says",
        {"value": 7, "from": "v2.agents.list_corpora"},
    )


def test_an_id_that_is_given_wins(verify: Command) -> None:
    run = verify("--json", "--only", "v2.users", "--id", "user_id=147")

    assert "/api/v2/users/147" in {request.path for request in run.requests}
    assert run.of("v2.users.get")["arguments"]["user_id"]["from"] == "--id"


def test_without_an_id_an_operation_is_not_tried(verify: Command) -> None:
    run = verify("--only", "V2 Documents", "--json")

    entry = run.of("v2.documents.get")
    assert entry["outcome"] == "not tried"
    assert entry["detail"] == "no value is known for document_id (--id document_id=...)"
    assert run.of("v2.documents.download")["detail"] == "downloads a file"
    assert (run.status, run.requests) == (0, [])


def test_the_list_of_patches_is_yaml_that_sets_live_with_the_day(
    verify: Command, sandbox: Sandbox
) -> None:
    agents = [{"id": 42, "shoe_size": 43}]
    sandbox.faults.add(Fault.status(200, body=envelope(agents), operation="v2_agents_list"))
    path = "/api/v2/agents/aliases"
    sandbox.faults.add(Fault.status(404, body=nowhere(path), operation="v2_agent_aliases_list"))

    only = ("v2.agents.list", "v2.agent_aliases.list", "v2.users.get_me", "v2.sso")
    run = verify("--json", *(f"--only={name}" for name in only))

    patch = run.report["patch"]
    assert "what a sandbox answers is no evidence" in patch
    assert "  # data[].shoe_size: not in the spec, found integer\n" in patch
    assert "# unknown path, 404, as for any path that is not there: correct" in patch
    blocks = yaml.safe_load(patch)
    assert list(blocks) == ["v2_agents_list", "v2_users_get_me", "v2_agent_aliases_list"]
    assert blocks["v2_agent_aliases_list"] is None
    day = run.report["date"]
    assert blocks["v2_agents_list"] == {
        "x-evidence": "live",
        "x-evidence-source": (
            f"{day}; before: inferred, api.ejento.ai, navigation, V2, Agents, Get all Agents"
        ),
    }


def test_the_table_has_the_differences_below_their_operation(
    verify: Command, sandbox: Sandbox
) -> None:
    data = ME | {"email": 7}
    sandbox.faults.add(Fault.status(200, body=envelope(data), operation="v2_users_get"))

    run = verify("--only", "v2.users", "--only", "v2.citations")

    table = run.out[run.out.index("operation ") : run.out.index("# Patches")]
    assert table.splitlines() == [
        "operation              evidence       outcome",
        "v2.citations.download  vendor-client  not tried (downloads a file)",
        "v2.users.get_me        vendor-client  answers as the spec says",
        "v2.users.get           inferred       answers, body differs",
        "    data.email: expected string, found integer",
        "    called with user_id 1 from v2.users.get_me",
        "",
        "1 answers as the spec says; 1 answers, body differs; 1 not tried",
        "",
    ]


def test_no_secret_and_no_value_of_an_answer_is_printed(verify: Command, sandbox: Sandbox) -> None:
    canary = "canary-4711-value"
    data = {
        "id": canary,
        "email": {canary: canary},
        f"{canary}@example.com": canary,
        "organization": [canary],
    }
    sandbox.faults.add(Fault.status(200, body=envelope(data), operation="v2_users_get_me"))
    echo = {"message": f"bad token {sandbox.access_token} and key {sandbox.api_key}\x1b[2J"}
    sandbox.faults.add(Fault.status(400, body=echo, operation="v2_agents_list"))
    header = {"content-type": "text/\x85x", "set-cookie": f"session={canary}"}
    sandbox.faults.add(
        Fault.status(200, body=canary, headers=header, operation="v2_agents_list_by_team")
    )

    for form in ("--json", "--pace=1"):
        run = verify(form, "--only", "v2.users", "--only", "v2.agents", "--id", "team_id=3")

        printed = run.out + run.err
        secrets = (canary, sandbox.access_token, sandbox.auth_token, sandbox.api_key, "\x1b")
        assert [secret for secret in secrets if secret in printed] == []
        assert "400: bad token *** and key ***?[2J" in printed


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--id", "agent_id"), "expected NAME=VALUE with one of action, agent_id,"),
        (("--id", "shoe_size=43"), "expected NAME=VALUE"),
        (("--id", "agent_id=x"), "--id agent_id: expected a whole number, got 'x'"),
        (("--id", "path="), "expected NAME=VALUE"),
        (("--id", "artifact_id=1"), "expected NAME=VALUE"),
        (("--only", "v3"), "--only: expected a generation (v2), a tag"),
    ],
)
def test_arguments_that_make_no_sense_are_refused(
    verify: Command, arguments: tuple[str, ...], words: str
) -> None:
    run = verify(*arguments)

    assert run.status == 2
    assert words in run.err
    assert run.requests == []


@pytest.mark.parametrize("pace", ["-1", "nan", "inf", "soon"])
def test_a_pace_is_a_number_of_seconds(verify: Command, pace: str) -> None:
    with pytest.raises(SystemExit) as caught:
        verify(f"--pace={pace}")

    assert caught.value.code == 2


def test_without_settings_nothing_is_called_and_the_status_is_2() -> None:
    command = [sys.executable, "-m", "ejento_async.verify", "--yes"]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert done.stderr.startswith(
        "python -m ejento_async.verify: base_url and api_key: not given; pass them"
    )


def test_it_needs_nothing_of_the_sandbox_but_its_copy_of_the_spec() -> None:
    program = (
        "import sys; from ejento_async.verify import _cli, _operations;"
        "_operations.read_operations(_operations.packaged_document());"
        "extra = {'starlette', 'uvicorn', 'jsonschema', 'ejento_async.sandbox'};"
        "sys.exit(' '.join(extra & set(sys.modules)) or 0)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
