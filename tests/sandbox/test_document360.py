"""The Document360 half of the sandbox: its own spec, envelope and limit, in the same process."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ejento_async.sandbox import Fault, Sandbox
from ejento_async.sandbox._clock import Clock
from ejento_async.sandbox._quota import Quota
from ejento_async.sandbox._samples import Samples
from ejento_async.sandbox._schemas import Schemas
from ejento_async.sandbox._spec import Answer, SpecOperation, packaged_spec, packaged_specs
from ejento_async.sandbox.handlers import HANDLERS

from .wire import headers_of, send

SPEC = packaged_spec("document360.json")
OPERATIONS = list(SPEC.operations.values())
PETER = "f11efc6f-e968-4e95-82eb-85ad61559de8"
TEN = [
    ("GET", "/v2/Teams"),
    ("POST", "/v2/Teams"),
    ("GET", "/v2/Teams/{userId}"),
    ("DELETE", "/v2/Teams/{userId}"),
    ("PUT", "/v2/Teams/{userId}/portal"),
    ("PUT", "/v2/Teams/{userId}/content"),
    ("PUT", "/v2/Teams/{userId}/groups"),
    ("GET", "/v2/Teams/email-exists"),
    ("GET", "/v2/Teams/groups"),
    ("GET", "/v2/Teams/roles"),
]


def token_of(sandbox: Sandbox) -> dict[str, str]:
    return {"api_token": sandbox.document360_api_token}


def valid(answer: Answer, body: Any) -> bool:
    return Schemas(SPEC.document).complaint(answer.pointer, body) is None


def test_the_spec_has_the_ten_operations_and_each_has_a_handler() -> None:
    assert sorted(TEN) == sorted((one.method, one.path) for one in OPERATIONS)
    assert set(SPEC.operations) <= set(HANDLERS)


def test_no_two_specs_have_an_id_or_a_path_in_common() -> None:
    operations = [one for spec in packaged_specs() for one in spec.operations.values()]

    assert len(operations) == len({one.id for one in operations})
    paths = {(one.method, re.sub(r"\{\w+\}", "{}", one.path)) for one in operations}
    assert len(operations) == len(paths)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_every_operation_is_answered_from_the_spec_alone(
    monkeypatch: pytest.MonkeyPatch, operation: SpecOperation
) -> None:
    monkeypatch.setattr("ejento_async.sandbox.handlers.HANDLERS", {})
    samples = Samples(SPEC)
    with Sandbox(strict=True) as sandbox:
        response = send(
            operation.method,
            sandbox.base_url + operation.path.replace("{userId}", "1"),
            params={
                one.name: samples.make(one.schema)
                for one in operation.parameters
                if one.place == "query" and one.required
            },
            json=None if operation.body is None else samples.make(operation.body.schema),
            headers=token_of(sandbox),
        )

    assert response.status_code == 200, response.text
    assert valid(operation.answers[200], response.json())
    assert response.headers["x-ratelimit-remaining"] == "99"


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v2/Teams/a/b", 404),
        ("PATCH", "/v2/Teams", 405),
        ("GET", "/v2/Teams?take=none", 400),
        ("GET", "/v2/Teams/email-exists", 400),
        ("GET", "/v2/Teams?colour=red", 400),
    ],
)
def test_what_it_cannot_answer_it_refuses_in_its_own_envelope(
    sandbox: Sandbox, method: str, path: str, status: int
) -> None:
    response = send(method, sandbox.base_url + path, headers=token_of(sandbox))

    assert response.status_code == status
    assert set(response.json()) == {
        *("success", "errors", "warnings", "information", "extension_data")
    }
    assert "x-ratelimit-remaining" in response.headers


@pytest.mark.parametrize("headers", [{}, {"api_token": "wrong"}, None])
def test_only_its_own_token_opens_it(sandbox: Sandbox, headers: dict[str, str] | None) -> None:
    # None stands for the headers of Ejento.
    given = headers_of(sandbox) if headers is None else headers
    response = send("GET", f"{sandbox.base_url}/v2/Teams", headers=given)

    assert response.status_code == 401
    assert response.json()["errors"][0]["error_code"] == "401"
    assert response.headers["x-ratelimit-remaining"] == "100"


def test_ejento_knows_nothing_of_the_limit(sandbox: Sandbox) -> None:
    url = f"{sandbox.base_url}/api/v2/users/me"

    assert "x-ratelimit-remaining" not in send("GET", url, headers=headers_of(sandbox)).headers


def test_a_fault_without_a_body_has_its_envelope(sandbox: Sandbox) -> None:
    sandbox.faults.add(Fault.status(503))
    response = send("GET", f"{sandbox.base_url}/v2/Teams/{PETER}", headers=token_of(sandbox))

    assert response.json()["success"] is False
    assert "told to answer 503" in response.json()["errors"][0]["description"]


def test_every_start_begins_with_the_same_accounts() -> None:
    sandbox = Sandbox(strict=True)
    for _ in range(2):
        with sandbox:
            url = f"{sandbox.base_url}/v2/Teams/{PETER}"
            assert send("GET", url, headers=token_of(sandbox)).status_code == 200
            assert send("DELETE", url, headers=token_of(sandbox)).status_code == 200
            assert send("GET", url, headers=token_of(sandbox)).status_code == 400


def test_a_quota_is_full_again_after_a_minute() -> None:
    clock = Clock()
    quota = Quota(clock, 2)

    assert [quota.spend() for _ in range(3)] == [True, True, False]
    assert quota.headers() == {
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Limit": "2",
        "X-RateLimit-Reset": "60",
    }
    clock.advance(30)
    assert not quota.spend()
    clock.advance(31)
    assert quota.headers() == {"X-RateLimit-Remaining": "2"}
    assert quota.spend()
