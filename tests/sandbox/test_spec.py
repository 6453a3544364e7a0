"""The sandbox is driven by the spec: routes, checks of requests, answers without a handler."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from ejento_async.sandbox import Sandbox
from ejento_async.sandbox._call import handles
from ejento_async.sandbox._routes import Routes
from ejento_async.sandbox._samples import Samples
from ejento_async.sandbox._schemas import Schemas
from ejento_async.sandbox._spec import Spec, SpecOperation, packaged_spec, packaged_specs
from ejento_async.sandbox.handlers import HANDLERS

from .wire import ASK, KEY, UPLOAD, client_of, headers_of, send

SPEC = packaged_spec()
OPERATIONS = list(SPEC.operations.values())
MESSAGES = {
    node["operationId"]: node["x-message"]
    for item in SPEC.document["paths"].values()
    for node in item.values()
    if "x-message" in node
}


MAKE_USERS = {
    operation.id
    for operation in OPERATIONS
    if operation.id.endswith(("_create_user", "user_create", "users_update", "user_update"))
} | {"v2_authentication_register"}


@pytest.fixture(scope="module")
def shared_sandbox() -> Iterator[Sandbox]:
    """Yield a sandbox for tests that leave no traces in it."""
    with Sandbox(strict=True) as sandbox:
        yield sandbox


@pytest.fixture
def bare_sandbox(shared_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """Return a sandbox without any handler: what an operation gets that nobody wrote one for."""
    monkeypatch.setattr("ejento_async.sandbox.handlers.HANDLERS", {})
    return shared_sandbox


@pytest.fixture
def fresh_sandbox(operation: SpecOperation, request: pytest.FixtureRequest) -> Sandbox:
    """Return a sandbox of its own for an operation that writes, the shared one for others."""
    name = "shared_sandbox" if operation.method == "GET" else "sandbox"
    sandbox: Sandbox = request.getfixturevalue(name)
    return sandbox


def token_for(sandbox: Sandbox, operation: SpecOperation) -> str:
    """Return the token that an operation takes."""
    schemes = frozenset[str]().union(*operation.security)
    return sandbox.auth_token if "authToken" in schemes else sandbox.access_token


def request_for(operation: SpecOperation, base_url: str) -> dict[str, Any]:
    """Make a request that the spec allows, from the spec; its URL still has the placeholders."""
    samples = Samples(SPEC)
    query: dict[str, Any] = {}
    headers: dict[str, str] = {}
    for parameter in operation.parameters:
        value = samples.make(parameter.schema)
        if parameter.place == "query" and parameter.required:
            query[parameter.name] = value
        if parameter.place == "header" and parameter.required:
            headers[parameter.name] = str(value)
    request: dict[str, Any] = {
        "method": operation.method,
        "url": base_url + operation.path,
        "params": query,
        "headers": headers,
    }
    if operation.body is not None:
        body = samples.make(operation.body.schema)
        if operation.body.media_type == "application/json":
            request["json"] = body
        elif operation.body.media_type == "multipart/form-data":
            request["files"] = {"source": ("a.txt", b"text")}
            request["data"] = {
                name: form_text(value) for name, value in body.items() if name != "source"
            }
        else:
            request["data"] = {name: form_text(value) for name, value in body.items()}
    return request


def form_text(value: Any) -> str:
    """Write a value as forms do."""
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_every_operation_is_answered_from_the_spec_alone(
    bare_sandbox: Sandbox, operation: SpecOperation
) -> None:
    request = request_for(operation, bare_sandbox.base_url)
    request["url"] = re.sub(r"\{\w+\}", "1", request["url"])
    token = token_for(bare_sandbox, operation)
    headers = {**headers_of(bare_sandbox, token), **request.pop("headers")}
    response = send(**request, headers=headers)
    answer = operation.answers[operation.status]

    assert operation.status == response.status_code, response.text
    if answer.media_type == "application/json":
        assert Schemas(SPEC.document).complaint(answer.pointer, response.json()) is None


def test_no_operation_has_two_handlers() -> None:
    with pytest.raises(ValueError, match="has a handler already"):
        handles("v2_users_get_me")(HANDLERS["v2_users_get_me"])


def test_every_handler_is_for_an_operation_that_exists() -> None:
    # A typo would leave one without effect.
    assert set(HANDLERS) <= {name for spec in packaged_specs() for name in spec.operations}


def test_the_answers_to_the_seed_pages_are_those_pages(sandbox: Sandbox) -> None:
    pages = {
        "/v2/api/user/147": "v2l_user_get",
        "/agent/getuser/2?agent_id=2&action=userAgent": "v1_agents_get_user",
        "/agent/getuser/2?agent_id=2&action=userAgentPermission": "v1_agents_get_user",
    }
    for path, operation in pages.items():
        response = send("GET", sandbox.base_url + path, headers=headers_of(sandbox))

        assert SPEC.operations[operation].answers[200].content["example"] == response.json()


def seeded(sandbox: Sandbox, operation: SpecOperation) -> dict[str, Any]:
    """Return arguments, by their names, with which an operation succeeds in a fresh sandbox."""
    state = sandbox.state
    state.threads[1001].corpus_id = 7
    user = state.users[1]
    state.logins.mail_exchange_code(user)
    session = state.logins.mail_magic_link(user, "https://app.example.com/", None)
    exchange_code, magic_link = sandbox.mailbox[-2:]
    by_code = operation.id == "v2_authentication_exchange_passwordless_code"
    return {
        "agent_id": 42,
        "agent_response_id": 1001,
        "chat_thread_id": 1001,
        "chatlog_id": 1001,
        "chatthread_id": 1001,
        "code": exchange_code.code if by_code else magic_link.code,
        "corpus_id": 7,
        "document_id": 101,
        "document_ids": [101],
        "ejento-auth-key": sandbox.application_secret,
        "email": "new@example.com" if operation.id in MAKE_USERS else sandbox.email,
        "history_id": 42_001,
        "name": "101-leave-policy.md",
        "organization_id": 1,
        "otp_session_id": session,
        "password": sandbox.password,
        "team_id": 3,
        "token": magic_link.token,
        "user_id": 147,
        "user_ids": [147],
        "username": sandbox.email,
        "workflow_id": 5,
    }


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_every_operation_is_answered_as_the_spec_says_and_with_its_documented_message(
    fresh_sandbox: Sandbox, operation: SpecOperation
) -> None:
    values = seeded(fresh_sandbox, operation)
    request = request_for(operation, fresh_sandbox.base_url)
    for parameter in operation.parameters:
        if parameter.place == "path":
            placeholder = f"{{{parameter.name}}}"
            value = values.get(parameter.name, 1)
            request["url"] = request["url"].replace(placeholder, str(value))
    for place in ("params", "json", "data", "headers"):
        given = request.get(place, {})
        given.update({name: values[name] for name in given.keys() & values.keys()})
    request["headers"] |= headers_of(fresh_sandbox, token_for(fresh_sandbox, operation))
    response = send(**request)
    message = MESSAGES.get(operation.id)

    assert operation.status == response.status_code, response.text
    assert message is None or response.json()["message"] == message
    assert "against the spec" not in response.text


@pytest.mark.parametrize(
    ("method", "path", "body", "complaint"),
    [
        ("GET", "/api/v2/agents/first", None, "path.agent_id"),
        ("GET", "/api/v2/agents/42/history?page=0", None, "query.page"),
        ("GET", "/api/v2/agents/42/history?page=two", None, "query.page"),
        ("GET", "/api/v2/agents/42/chat-threads?paginated=maybe", None, "query.paginated"),
        ("GET", "/agent/getuser/2?agent_id=2", None, "query.action"),
        ("GET", "/agent/getuser/2?agent_id=2&action=all", None, "query.action"),
        ("POST", ASK, {}, "body: 'user_query' is a required property"),
        ("POST", ASK, {"user_query": 7}, "body.user_query"),
        ("POST", ASK, {"user_query": "a", "history": [{"user": 1}]}, "body.history.0.user"),
        ("POST", "/api/v2/agent-responses/1001/feedbacks", {"vote_type": "meh"}, "body.vote_type"),
        ("POST", "/api/v2/corpora", ["name"], "body"),
    ],
)
async def test_a_request_that_breaks_the_spec_is_refused_with_the_place(
    http: httpx.AsyncClient, method: str, path: str, body: object, complaint: str
) -> None:
    response = await http.request(method, path, json=body)

    assert response.status_code == 400
    assert response.json()["success"] is False
    assert complaint in response.json()["message"]


async def test_the_auth_service_refuses_such_a_request_in_the_form_of_its_framework(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    response = await http.post("/auth-service/api/v2/users/verify-otp", json={"code": "ABCDEF"})

    assert response.status_code == 422
    assert response.json() == {
        "detail": [
            {
                "loc": ["body"],
                "msg": "'otp_session_id' is a required property",
                "type": "missing",
            }
        ]
    }


async def test_a_body_that_is_no_json_is_refused(http: httpx.AsyncClient) -> None:
    response = await http.post(
        ASK, content=b'{"user_query": ', headers={"Content-Type": "application/json"}
    )

    assert response.status_code == 400
    assert response.json()["message"].startswith("JSON parse error")


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
async def test_a_body_of_another_type_is_refused(
    http: httpx.AsyncClient, content_type: str
) -> None:
    response = await http.post(
        ASK, content=b'{"user_query": "Hi"}', headers={"Content-Type": content_type}
    )

    assert response.status_code == 415


@pytest.mark.parametrize("path", [ASK, UPLOAD])
async def test_a_body_that_is_missing_is_refused(http: httpx.AsyncClient, path: str) -> None:
    response = await http.post(path)

    assert response.status_code == 400
    assert response.json() == {"success": False, "message": "body: a body is required"}


async def test_a_multipart_form_without_boundary_is_refused(http: httpx.AsyncClient) -> None:
    response = await http.post(
        UPLOAD, content=b"--x--", headers={"Content-Type": "multipart/form-data"}
    )

    assert response.status_code == 400
    assert "boundary" in response.json()["message"]


async def test_an_unknown_path_and_a_wrong_method_are_told_apart(http: httpx.AsyncClient) -> None:
    unknown = await http.get("/api/v3/agents")
    wrong = await http.delete("/api/v2/citation/handbook.txt")

    assert unknown.status_code == 404
    assert wrong.status_code == 405
    assert wrong.headers["allow"] == "GET"
    assert {unknown.json()["success"], wrong.json()["success"]} == {False}


async def test_an_encoded_slash_stays_inside_its_path_segment(http: httpx.AsyncClient) -> None:
    response = await http.get("/api/v2/citation/a%2Fb%3Fc")

    assert response.status_code == 404
    assert response.json()["message"] == "File not found"


def test_a_fixed_path_segment_comes_before_a_variable_one() -> None:
    routes = Routes(OPERATIONS)

    found = routes.find("POST", "/v2/api/agent/agentbuilder").operation
    assert found is not None
    assert found.id == "v2l_agent_create_by_builder"
    found = routes.find("GET", "/v2/api/agent/agentbuilder").operation
    assert found is not None
    assert found.id == "v2l_agent_get"


async def test_only_a_strict_sandbox_minds_query_parameters_that_the_spec_does_not_know(
    http: httpx.AsyncClient,
) -> None:
    path = "/api/v2/users/me?colour=red"
    with Sandbox() as lenient:
        response = send("GET", lenient.base_url + path, headers=headers_of(lenient))

    assert response.status_code == 200
    assert (await http.get(path)).status_code == 400


def test_a_strict_sandbox_confesses_answers_that_break_the_spec(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = sandbox.state.users[147]
    monkeypatch.setattr(user, "is_staff", "very")
    response = send("GET", sandbox.base_url + "/v2/api/user/147", headers=headers_of(sandbox))

    assert response.status_code == 500
    assert "against the spec: data.is_staff" in response.json()["message"]


def test_a_handler_that_fails_is_answered_with_500_and_named(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: object) -> None:
        raise KeyError("lost")

    monkeypatch.setitem(HANDLERS, "v2_users_get_me", broken)
    response = send("GET", sandbox.base_url + "/api/v2/users/me", headers=headers_of(sandbox))

    assert response.status_code == 500
    assert response.json()["message"] == "KeyError in the sandbox: 'lost'"
    assert "failed to answer" in caplog.text


def test_a_large_spec_is_read_and_routed_quickly() -> None:
    document = copy.deepcopy(SPEC.document)
    for path, item in list(document["paths"].items()):
        for copy_number in range(2):
            clone = copy.deepcopy(item)
            for node in clone.values():
                node["operationId"] += f"_{copy_number}"
            document["paths"][f"/copy{copy_number}{path}"] = clone
    spec = Spec(document)
    routes = Routes(spec.operations.values())
    found = routes.find("GET", "/copy1/api/v2/agents/42/history")

    assert len(spec.operations) > 900
    assert found.operation is not None
    assert found.arguments == {"agent_id": "42"}


def test_samples_of_awkward_schemas_fit_them() -> None:
    schemas = {
        "Const": {"const": 7},
        "Limited": {"type": "integer", "minimum": 5, "maximum": 6},
        "Long": {"type": "string", "minLength": 9},
        "Short": {"type": "string", "maxLength": 2},
        "Nullable": {"type": ["null", "array"], "items": {"type": "number"}, "minItems": 2},
        "Choice": {"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/Limited"}]},
        "Tree": {
            "type": "object",
            "properties": {
                "child": {"$ref": "#/components/schemas/Tree"},
                "all": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
                "day": {"type": "string", "format": "date"},
            },
        },
        "Both": {
            "allOf": [{"$ref": "#/components/schemas/Tree"}],
            "properties": {"id": {"enum": [3]}},
            "required": ["id"],
        },
        "Anything": {},
    }
    spec = Spec({"paths": {}, "components": {"schemas": schemas}})
    samples, validators = Samples(spec), Schemas(spec.document)

    for name, schema in schemas.items():
        complaint = validators.complaint(f"/components/schemas/{name}", samples.make(schema))
        assert complaint is None, (name, str(complaint))


async def test_the_key_is_asked_for_before_anything_else(sandbox: Sandbox) -> None:
    async with client_of(sandbox, {}) as http:
        response = await http.get("/api/v2/agents/first", headers={KEY: "wrong"})

    assert response.status_code == 401
