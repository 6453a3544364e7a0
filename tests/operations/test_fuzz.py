"""Whatever a client sends, the sandbox answers with something that the spec knows, and never 5xx.

Schemathesis makes the requests, good ones and bad ones, and judges the answers. Here each
operation gets some of those at the edges of its schemas, always the same; `scripts/fuzz.sh` sends
all of these and many at random.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ejento_async.sandbox import Sandbox

from .spec import DOCUMENT, OPERATIONS, Operation
from .world import SEEDED

if TYPE_CHECKING:
    from typing import TypeAlias

    from schemathesis import Case
    from schemathesis.schemas import APIOperation

    Target: TypeAlias = APIOperation[Any, Any, Any, Any]
    Send: TypeAlias = Callable[[Case[Any]], None]

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))
"""How many requests at random each operation gets; with any, all of those at the edges are sent."""

FEW = 4
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)


@cache
def fuzzed() -> dict[str, Target]:
    """Return what schemathesis makes of each operation."""
    from schemathesis import openapi

    found: dict[str, Target] = {}
    for result in openapi.from_dict(DOCUMENT).get_all_operations():
        operation = result.ok()  # type: ignore[union-attr]  # no operation of the spec is broken
        found[operation.definition.raw["operationId"]] = operation
    return found


@pytest.fixture
def session() -> Iterator[requests.Session]:
    """Yield a session without settings from outside."""
    with requests.Session() as session:
        session.trust_env = False
        yield session


@pytest.mark.parametrize("tag", sorted({operation.tag for operation in OPERATIONS.values()}))
def test_no_request_brings_the_sandbox_to_say_what_the_spec_does_not(
    fresh_sandbox: Sandbox, session: requests.Session, tag: str
) -> None:
    for operation in OPERATIONS.values():
        if operation.tag == tag:
            fuzz(operation, fresh_sandbox, session)


def fuzz(operation: Operation, sandbox: Sandbox, session: requests.Session) -> None:
    """Send requests for one operation."""
    target = fuzzed()[operation.id]
    headers = credentials(operation, sandbox)
    checks = [check for check in all_checks() if applies(check, operation)]

    def send(case: Case[Any]) -> None:
        # Numbers at random hit no record, and most handlers get no further.
        case.path_parameters |= {
            name: SEEDED.get(name, 1)
            for name, value in case.path_parameters.items()
            if isinstance(value, int)
        }
        response = case.call(base_url=sandbox.base_url, session=session, headers=headers)
        case.validate_response(response, checks=checks)

    for case in at_the_edges(target):
        send(case)
    if EXAMPLES:
        at_random(target, send)


def at_the_edges(target: Target) -> list[Case[Any]]:
    """Return requests with the least, the most and what is just wrong; unless asked, a few."""
    from schemathesis import GenerationMode

    cases = list(
        target.schema.iter_coverage_cases(
            target,
            generation_modes=list(GenerationMode),
            generation_config=target.schema.config.generation,
        )
    )
    step = 1 if EXAMPLES else -(-len(cases) // FEW)
    return cases[::step]


def at_random(target: Target, send: Send) -> None:
    """Send requests at random, good ones and bad ones."""
    from schemathesis import GenerationMode

    cases = st.one_of([target.as_strategy(generation_mode=mode) for mode in GenerationMode])
    quickly = settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run: Callable[[], None] = quickly(given(cases)(send))
    run()


def credentials(operation: Operation, sandbox: Sandbox) -> dict[str, str]:
    """Return the headers that an operation asks for."""
    schemes = operation.security[0] if operation.security else {}
    headers = {"Ocp-Apim-Subscription-Key": sandbox.api_key} if "subscriptionKey" in schemes else {}
    token = sandbox.auth_token if "authToken" in schemes else sandbox.access_token
    return headers | {"Authorization": f"Bearer {token}"}


@cache
def all_checks() -> list[Any]:
    """Return the judges."""
    from schemathesis.checks import CHECKS as KNOWN

    return [KNOWN.get_one(name) for name in CHECKS]


def applies(check: Any, operation: Operation) -> bool:
    """Tell whether a check has anything to say; a download has the media type of its content."""
    return operation.kind != "bytes" or check.__name__ != "content_type_conformance"
