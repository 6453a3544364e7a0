"""Which spans a client makes, what is in them, and what must never be."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from typing import Any

import httpx
import pytest
import respx
from opentelemetry import baggage, trace
from opentelemetry.context import Context, attach, detach
from opentelemetry.propagate import get_global_textmap
from opentelemetry.sdk.trace import ReadableSpan, Span, SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from ejento_async import EjentoClient, EjentoError, NotFoundError, TokenPair
from ejento_async._observe import UNSPECIFIED
from ejento_async._transport import Transport
from ejento_async.telemetry import instrument
from tests import support
from tests.support import REFRESH_PATH, ok, pair
from tests.unit import observing
from tests.unit.conftest import Clock

AGENT = {"id": 42, "name": "HR"}


class Spans:
    """A tracer provider and the spans that ended so far."""

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        self.provider = TracerProvider(shutdown_on_exit=False)
        self.provider.add_span_processor(SimpleSpanProcessor(self._exporter))

    @property
    def ended(self) -> list[ReadableSpan]:
        return list(self._exporter.get_finished_spans())

    @property
    def only(self) -> ReadableSpan:
        (span,) = self.ended
        return span


@pytest.fixture
def spans() -> Iterator[Spans]:
    found = Spans()
    yield found
    found.provider.shutdown()


@pytest.fixture
async def client() -> AsyncIterator[Callable[..., EjentoClient]]:
    """Make clients that are closed after the test."""
    made: list[EjentoClient] = []

    def make(**settings: Any) -> EjentoClient:
        arguments: dict[str, Any] = {"base_url": support.BASE_URL, "api_key": support.API_KEY}
        if "credentials" not in settings:
            arguments["access_token"] = support.ACCESS_TOKEN
        made.append(EjentoClient(**arguments | settings))
        return made[-1]

    yield make
    for each in made:
        await each.aclose()


Make = Callable[..., EjentoClient]


def attributes(span: ReadableSpan) -> dict[str, Any]:
    return dict(span.attributes or {})


def content(span: ReadableSpan) -> str:
    """Return all that is in a span."""
    return f"{span.to_json()} {span.resource.to_json()} {span.links}"


# What is in a span


async def test_a_call_is_one_span_by_the_conventions_for_http(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    server.get("/api/v2/agents/42").mock(return_value=ok(AGENT))

    await instrument(client(), tracer_provider=spans.provider).v2.agents.get(42)

    assert spans.only.name == "GET /api/v2/agents/{agent_id}"
    assert spans.only.kind is SpanKind.CLIENT
    assert spans.only.status.status_code is StatusCode.UNSET
    assert spans.only.events == ()
    assert attributes(spans.only) == {
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "url.template": "/api/v2/agents/{agent_id}",
        "server.address": "ejento.test",
        "server.port": 443,
        "ejento.operation": "v2_agents_get",
        "ejento.attempts": 1,
    }
    scope = spans.only.instrumentation_scope
    assert scope is not None
    assert scope.name == "ejento_async"


@pytest.mark.parametrize(
    ("base_url", "address", "port"),
    [
        ("https://ejento.test/prefix", "ejento.test", 443),
        ("https://ejento.test:8443", "ejento.test", 8443),
        ("http://[::1]:80", "::1", 80),
        ("http://127.0.0.1", "127.0.0.1", 80),
    ],
)
async def test_the_server_is_the_one_that_is_called(
    base_url: str,
    address: str,
    port: int,
    client: Make,
    spans: Spans,
) -> None:
    with respx.mock() as router:
        router.route().mock(return_value=ok(AGENT))
        ejento = client(base_url=base_url)
        await instrument(ejento, tracer_provider=spans.provider).v2.agents.get(42)

    found = attributes(spans.only)
    assert (found["server.address"], found["server.port"]) == (address, port)


async def test_a_failed_call_is_an_error_with_the_class_and_not_the_text(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    server.get("/api/v2/agents/42").respond(404, json={"message": "no agent of Ann"})
    ejento = instrument(client(), tracer_provider=spans.provider)

    with pytest.raises(NotFoundError):
        await ejento.v2.agents.get(42)

    assert spans.only.status.status_code is StatusCode.ERROR
    assert spans.only.status.description is None
    assert attributes(spans.only)["error.type"] == "NotFoundError"
    assert attributes(spans.only)["http.response.status_code"] == 404
    assert "Ann" not in content(spans.only)


async def test_a_call_without_an_answer_has_no_status(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    server.get("/api/v2/agents/42").mock(side_effect=httpx.ReadTimeout("slow"))
    ejento = instrument(client(max_retries=0), tracer_provider=spans.provider)

    with pytest.raises(TimeoutError):
        await ejento.v2.agents.get(42)

    assert attributes(spans.only)["error.type"] == "APITimeoutError"
    assert "http.response.status_code" not in attributes(spans.only)


async def test_repetitions_are_counted_and_are_events_with_cause_and_wait(
    server: respx.MockRouter, client: Make, spans: Spans, clock: Clock
) -> None:
    busy = httpx.Response(503, headers={"retry-after": "2"})
    server.get("/api/v2/agents/42").mock(side_effect=[busy, busy, ok(AGENT)])

    await instrument(client(), tracer_provider=spans.provider).v2.agents.get(42)

    found = attributes(spans.only)
    assert found["ejento.attempts"] == 3
    assert found["http.request.resend_count"] == 2
    assert found["http.response.status_code"] == 200
    assert [event.name for event in spans.only.events] == ["ejento.retry"] * 2
    for event in spans.only.events:
        assert event.attributes is not None
        assert event.attributes["error.type"] == "ServerError"
        wait = event.attributes["ejento.wait"]
        assert isinstance(wait, float)
        assert wait >= 2


async def test_a_call_that_the_spec_does_not_know_has_no_path_at_all(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    server.get("/api/v2/people/canary-1").mock(return_value=ok())
    ejento = instrument(client(), tracer_provider=spans.provider)

    await ejento.request("GET", "/api/v2/people/canary-1", params={"q": "canary"})

    assert spans.only.name == "GET"
    assert attributes(spans.only)["ejento.operation"] == ""
    assert "url.template" not in attributes(spans.only)
    assert "canary" not in content(spans.only)
    assert UNSPECIFIED not in content(spans.only)


async def test_a_cancelled_call_ends_its_span_as_an_error(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    asked = asyncio.Event()

    async def never(_: httpx.Request) -> httpx.Response:
        asked.set()
        await asyncio.Event().wait()
        return ok()

    server.get("/api/v2/agents/42").mock(side_effect=never)
    ejento = instrument(client(), tracer_provider=spans.provider)
    call = asyncio.create_task(ejento.v2.agents.get(42))
    await asked.wait()
    assert spans.ended == []
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call

    assert attributes(spans.only)["error.type"] == "CancelledError"
    assert spans.only.status.status_code is StatusCode.ERROR


@pytest.mark.parametrize("way", observing.WAYS)
@pytest.mark.parametrize("cause", observing.CAUSES)
async def test_no_argument_and_no_secret_is_in_any_span(
    cause: str,
    way: str,
    server: respx.MockRouter,
    client: Make,
    spans: Spans,
    clock: Clock,
) -> None:
    server.post(REFRESH_PATH).mock(return_value=pair("canary-auth-2", "canary-access-2"))
    server.route().mock(side_effect=observing.causing(cause))
    credentials = TokenPair("canary-auth-1", "canary-access-1")
    ejento = client(api_key="canary-key-1", credentials=credentials)
    instrument(ejento, tracer_provider=spans.provider)

    with suppress(EjentoError):
        await observing.WAYS[way](transport_of(ejento))

    assert spans.ended
    assert "canary" not in "\n".join(map(content, spans.ended))


def transport_of(client: EjentoClient) -> Transport:
    return client._transport


# Where a span begins, ends and belongs


async def test_the_span_is_below_the_caller_s_and_is_the_current_one_while_the_call_is_made(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    current: list[str] = []

    def serve(_: httpx.Request) -> httpx.Response:
        span = trace.get_current_span()
        assert isinstance(span, ReadableSpan)
        current.append(span.name)
        return ok(AGENT)

    server.get("/api/v2/agents/42").mock(side_effect=serve)
    ejento = instrument(client(), tracer_provider=spans.provider)
    tracer = spans.provider.get_tracer("test")

    with tracer.start_as_current_span("caller") as caller:
        await ejento.v2.agents.get(42)
        assert trace.get_current_span() is caller

    of_call, of_caller = spans.ended
    assert current == [of_call.name]
    assert of_call.parent == of_caller.context


async def test_calls_side_by_side_are_spans_side_by_side(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    server.get("/api/v2/agents/42").mock(return_value=ok(AGENT))
    ejento = instrument(client(), tracer_provider=spans.provider)
    tracer = spans.provider.get_tracer("test")

    with tracer.start_as_current_span("caller") as caller:
        await asyncio.gather(*(ejento.v2.agents.get(42) for _ in range(10)))
        await ejento.v2.agents.get(42)

    parents = [span.parent for span in spans.ended[:-1]]
    assert parents == [caller.get_span_context()] * 11


async def test_a_renewal_has_a_span_of_its_own_below_the_call_that_needed_it(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    server.post(REFRESH_PATH).mock(return_value=pair("auth-2", "access-2"))
    server.get("/api/v2/agents/42").mock(side_effect=[httpx.Response(401), ok(AGENT)])
    ejento = client(credentials=support.first_pair())

    await instrument(ejento, tracer_provider=spans.provider).v2.agents.get(42)

    renewal, call = spans.ended
    assert renewal.name == f"POST {REFRESH_PATH}"
    assert renewal.parent == call.context
    assert [event.name for event in call.events] == ["ejento.retry"]


async def test_the_span_of_a_stream_lasts_until_the_stream_is_closed(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    pieces = observing.DELTA, observing.END
    server.post(path__regex="/agents/42/").mock(return_value=observing.answer_in_pieces(*pieces))
    ejento = instrument(client(), tracer_provider=spans.provider)

    async with ejento.v2.agent_responses.stream(42, user_query="canary") as answer:
        async for _ in answer:
            assert spans.ended == []
            assert not trace.get_current_span().is_recording()

    assert attributes(spans.only)["http.response.status_code"] == 200
    assert "error.type" not in attributes(spans.only)
    assert "canary" not in content(spans.only)


async def test_a_stream_that_breaks_off_is_an_error_and_one_that_is_left_is_not(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    pieces = observing.DELTA, httpx.ReadError("gone")
    server.post(path__regex="/agents/42/").mock(
        side_effect=lambda _: observing.answer_in_pieces(*pieces)
    )
    ejento = instrument(client(), tracer_provider=spans.provider)

    async with ejento.v2.agent_responses.stream(42, user_query="?") as answer:
        async for _ in answer:
            break
    with pytest.raises(EjentoError):
        await ejento.v2.agent_responses.stream(42, user_query="?").collect()

    left, broken = spans.ended
    assert "error.type" not in attributes(left)
    assert attributes(broken)["error.type"] == "StreamInterruptedError"
    assert broken.status.status_code is StatusCode.ERROR


async def test_a_stream_that_does_not_open_ends_its_span_at_once(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    server.post(path__regex="/agents/42/").respond(404)
    ejento = instrument(client(), tracer_provider=spans.provider)

    with pytest.raises(NotFoundError):
        async with ejento.v2.agent_responses.stream(42, user_query="?"):
            pass

    assert attributes(spans.only)["error.type"] == "NotFoundError"


# How it is turned on


async def test_the_same_client_comes_back_and_its_copies_are_traced_too(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    server.get("/api/v2/agents/42").mock(return_value=ok(AGENT))
    ejento = client()
    patient = ejento.with_options(timeout=100)

    assert instrument(ejento, tracer_provider=spans.provider) is ejento
    await patient.v2.agents.get(42)

    assert len(spans.ended) == 1


async def test_instrumenting_twice_makes_no_second_span(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    server.get("/api/v2/agents/42").mock(return_value=ok(AGENT))
    ejento = client()
    instrument(ejento, tracer_provider=Spans().provider)
    instrument(ejento, tracer_provider=spans.provider)

    await ejento.v2.agents.get(42)

    assert len(spans.ended) == 1


async def test_without_a_provider_calls_go_as_ever(server: respx.MockRouter, client: Make) -> None:
    route = server.get("/api/v2/agents/42").mock(return_value=ok(AGENT))

    agent = await instrument(client()).v2.agents.get(42)

    assert agent.id == 42
    assert "traceparent" not in route.calls.last.request.headers


async def headers_of_a_call(
    server: respx.MockRouter, ejento: EjentoClient, *answers: httpx.Response
) -> list[httpx.Headers]:
    """Make a call in a context with baggage and return the headers of its requests."""
    route = server.get("/api/v2/agents/42").mock(side_effect=answers or [ok(AGENT)])
    token = attach(baggage.set_baggage("customer", "ann"))
    try:
        await ejento.v2.agents.get(42)
    finally:
        detach(token)
    return [call.request.headers for call in route.calls]


async def test_nothing_of_the_trace_leaves_the_process_unless_asked(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    ejento = instrument(client(), tracer_provider=spans.provider)

    (headers,) = await headers_of_a_call(server, ejento)

    assert not {"traceparent", "tracestate", "baggage"} & set(headers)


async def test_a_propagator_writes_the_span_into_every_attempt_but_no_baggage(
    server: respx.MockRouter, client: Make, spans: Spans, clock: Clock
) -> None:
    ejento = instrument(
        client(), tracer_provider=spans.provider, propagator=TraceContextTextMapPropagator()
    )

    sent = await headers_of_a_call(server, ejento, httpx.Response(503), ok(AGENT))

    context = spans.only.context
    assert context is not None
    ids = f"{context.trace_id:032x}-{context.span_id:016x}"
    expected = f"00-{ids}-{context.trace_flags:02x}"
    assert [headers["traceparent"] for headers in sent] == [expected, expected]
    assert not any("baggage" in headers for headers in sent)


async def test_the_global_propagator_sends_the_baggage_for_those_who_want_it(
    server: respx.MockRouter, client: Make, spans: Spans
) -> None:
    ejento = instrument(client(), tracer_provider=spans.provider, propagator=get_global_textmap())

    (headers,) = await headers_of_a_call(server, ejento)

    assert headers["baggage"] == "customer=ann"


class BrokenProcessor(SpanProcessor):
    """Somebody's processor, which fails."""

    def __init__(self, place: str) -> None:
        self._place = place

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        if self._place == "start":
            raise RuntimeError("a bug")

    def on_end(self, span: ReadableSpan) -> None:
        if self._place == "end":
            raise RuntimeError("a bug")


@pytest.mark.parametrize("place", ["start", "end"])
async def test_a_processor_that_fails_is_logged_and_does_not_fail_the_call(
    place: str,
    server: respx.MockRouter,
    client: Make,
    spans: Spans,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server.get("/api/v2/agents/42").mock(return_value=ok(AGENT))
    spans.provider.add_span_processor(BrokenProcessor(place))

    agent = await instrument(client(), tracer_provider=spans.provider).v2.agents.get(42)

    assert agent.id == 42
    assert not trace.get_current_span().is_recording()
    (record,) = [each for each in caplog.records if each.name == "ejento_async.telemetry"]
    assert record.exc_info is not None


def loaded_after(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)


def test_a_client_loads_nothing_of_opentelemetry() -> None:
    done = loaded_after(
        "import sys\n"
        "from ejento_async import EjentoClient\n"
        "EjentoClient(base_url='https://ejento.test', api_key='k', access_token='t')\n"
        "print([name for name in sys.modules if name.startswith('opentelemetry')])"
    )

    assert done.stdout == "[]\n", done.stderr


def test_without_the_library_the_error_says_what_to_install() -> None:
    done = loaded_after(
        "import sys\nsys.modules['opentelemetry.context'] = None\nimport ejento_async.telemetry"
    )

    assert "pip install 'ejento-async[otel]'" in done.stderr.splitlines()[-1]
