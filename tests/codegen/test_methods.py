"""What the generated methods hand to the runtime, and what they hand back."""

from __future__ import annotations

import inspect
from types import ModuleType
from typing import Any

import pytest

from .support import Recorder


def unset() -> Any:
    from torture_sdk._protocol import UNSET  # type: ignore[import-not-found]

    return UNSET


async def test_a_method_sends_its_operation_and_returns_the_record(
    namespaces: ModuleType, models: ModuleType
) -> None:
    core = Recorder({"number": 5})

    part = await namespaces.V2(core).records.get_part(1, "a/b", query_record_id=2)

    assert part == models.Part(number=5)
    assert core.operation.id == "v2_records_get_part"
    assert core.operation.method == "GET"
    assert core.operation.path == "/api/v2/records/{record_id}/parts/{part-name}"
    assert core.operation.idempotent
    assert core.operation.envelope
    assert core.path == (1, "a/b")
    assert core.sent == {"query": {"record_id": 2}}


async def test_with_response_sends_the_same(namespaces: ModuleType) -> None:
    core = Recorder({"number": 5})
    await namespaces.V2(core).records.get_part(1, "a", query_record_id=2)
    sent = (core.operation, core.path, core.sent)

    await namespaces.V2(core).records.with_response.get_part(1, "a", query_record_id=2)

    assert (core.operation, core.path, core.sent) == sent


@pytest.mark.parametrize("answer", [7, None])
async def test_a_result_that_may_be_a_scalar_or_null_is_read_as_that(
    namespaces: ModuleType, answer: object
) -> None:
    assert await namespaces.V2(Recorder(answer)).records.get_part(1, "a") == answer


async def test_arguments_that_are_not_given_are_unset(namespaces: ModuleType) -> None:
    core = Recorder([])

    assert await namespaces.V2(core).records.list(shade="dark") == []
    assert core.sent["query"] == {
        "ids": unset(),
        "sort": unset(),
        "shade": "dark",
        "since": unset(),
    }
    assert core.sent["headers"] == {"X-Team-Id": unset()}
    assert not core.operation.envelope


async def test_the_body_is_flattened_and_clashing_members_are_prefixed(
    namespaces: ModuleType,
) -> None:
    core = Recorder()

    result = await namespaces.V2(core).bodies.create(
        "path", kind="query", title="t", body_name="body", body_kind=None, class_="c", models_=["m"]
    )

    assert result is None
    assert core.path == ("path",)
    assert core.sent["query"] == {"kind": "query"}
    body = {name: value for name, value in core.sent["body"].items() if value is not unset()}
    assert body == {"title": "t", "name": "body", "kind": None, "class": "c", "models": ["m"]}
    assert core.operation.body == "json"
    assert not core.operation.idempotent


async def test_a_delete_can_have_a_body(namespaces: ModuleType) -> None:
    core = Recorder()

    await namespaces.V2(core).bodies.delete("n", ids=[1])

    assert (core.operation.method, core.operation.body) == ("DELETE", "json")
    assert core.sent == {"body": {"ids": [1]}}


async def test_a_body_that_is_no_object_is_one_argument(
    namespaces: ModuleType, models: ModuleType
) -> None:
    core = Recorder({"a": {"id": 1}})

    with pytest.raises(ValueError, match=r"^a\.title: expected a string"):
        await namespaces.V2(core).records.search(body=[1, 2])

    assert core.sent == {"body": [1, 2]}
    assert core.operation.timeout == 300
    assert core.operation.idempotent, "x-idempotent says so of this POST"


async def test_a_form_and_a_multipart_body_are_marked_so(namespaces: ModuleType) -> None:
    core = Recorder({"access_token": "t"})

    await namespaces.V2(core).bodies.login(username="u", password="p")

    assert core.operation.body == "form"
    assert core.operation.security.name == "KEY"
    assert (
        core.operation.deprecated
        == "v2.bodies.login is deprecated by the vendor: use v2.bodies.create"
    )
    assert core.sent == {"body": {"username": "u", "password": "p"}}

    with pytest.raises(ValueError, match="id"):
        await namespaces.V2(core).bodies.upload(source="https://example.com", wait=True)

    assert core.operation.body == "multipart"
    assert core.operation.security.name == "AUTH"
    assert core.sent == {"body": {"source": "https://example.com", "wait": True}}


async def test_a_method_without_data_returns_none_whatever_comes(namespaces: ModuleType) -> None:
    core = Recorder({"anything": 1})

    assert await namespaces.V2(core).records.delete(1) is None
    assert not core.operation.envelope


async def test_scalars_and_open_objects_are_read_as_such(namespaces: ModuleType) -> None:
    assert await namespaces.V2(Recorder(3)).records.count() == 3
    assert await namespaces.V2(Recorder({"a": 1})).records.get_settings() == {"a": 1}


async def test_a_redirect_returns_its_target(namespaces: ModuleType) -> None:
    core = Recorder("https://accounts.example.com")

    target = await namespaces.V2(core).sso.login_google(next="https://app", from_="x")

    assert target == "https://accounts.example.com"
    assert core.operation.redirect
    assert core.operation.security.name == "NONE"
    assert core.sent == {"query": {"next": "https://app", "from": "x"}}


def test_a_stream_is_opened_with_the_reader_of_its_output(
    namespaces: ModuleType, models: ModuleType
) -> None:
    core = Recorder({"access_token": "t"})

    stream = namespaces.V2(core).streams.answer(1, user_query="?", url="u")

    assert stream == models.Tokens(access_token="t")
    assert core.operation.accept == "text/event-stream"
    assert core.path == (1,)
    assert core.sent == {"body": {"user_query": "?", "url": "u"}}
    assert not hasattr(namespaces.V2(core).streams, "with_response")


def test_a_download_is_opened_and_accepts_anything(namespaces: ModuleType) -> None:
    core = Recorder("the download")

    assert namespaces.V2(core).records.download(1, next="n") == "the download"
    assert core.operation.accept == "*/*"
    assert core.sent == {"query": {"next": "n"}}


@pytest.mark.parametrize(
    ("method", "walk", "arguments", "pagination"),
    [
        ("list", "iter", (1,), ("agent_responses", "current_page", "num_pages", "count")),
        (
            *("list_nested", "iter_nested", ()),
            ("chat_threads", "meta.current_page", "meta.num_pages", "meta.count"),
        ),
        (
            *("search_totals", "iter_search_totals", ()),
            ("history_records", "current_page", "total_pages", "total_records"),
        ),
    ],
)
async def test_paged_lists_of_all_shapes_come_as_pages_and_as_iterators(
    namespaces: ModuleType, method: str, walk: str, arguments: tuple[int], pagination: object
) -> None:
    item = "name" if method == "search_totals" else {"number": 1}
    core = Recorder([item])
    lists = namespaces.V2Legacy(core).lists

    page = await getattr(lists, method)(*arguments)
    walked = [found async for found in getattr(lists, walk)(*arguments)]

    assert page == walked
    assert len(page) == 1
    assert tuple(core.operation.pagination) == pagination
    assert await getattr(lists.with_response, method)(*arguments) == page


async def test_ids_of_the_first_generation_are_text_when_they_are_uuids(
    namespaces: ModuleType,
) -> None:
    core = Recorder({"class": "c"})

    assert (await namespaces.V1(core).odds.get_odd("0-0")).class_ == "c"
    assert core.path == ("0-0",)


def test_path_arguments_are_positional_and_all_others_are_keywords(namespaces: ModuleType) -> None:
    signature = inspect.signature(namespaces.V2(Recorder()).bodies.create)

    kinds = {name: parameter.kind.name for name, parameter in signature.parameters.items()}
    assert list(kinds)[:4] == ["name", "kind", "title", "body_name"]
    assert kinds.pop("name") == "POSITIONAL_OR_KEYWORD"
    assert set(kinds.values()) == {"KEYWORD_ONLY"}


DOCSTRING = '''\
Get a Record.

`GET /api/v2/records/{record_id}`

Returns a "record" with a backslash \\n, three quotes """ and a lot more.

The list:
- an item that is long enough to be wrapped onto a second line, which must be indented under
  its own text
- another

Args:
    record_id: Id of the record.

Returns:
    The record, a line separator, a \\N, and three """.

Raises:
    APIError: the call failed; the subclass says how.

Evidence: documented (a page).'''


def test_a_docstring_says_what_the_spec_says(namespaces: ModuleType) -> None:
    assert inspect.getdoc(namespaces.V2(Recorder()).records.get) == DOCSTRING


@pytest.mark.parametrize(
    ("resource", "method", "line"),
    [
        ("records", "get_part", "Evidence: vendor-client (client.ts); path is inferred."),
        ("streams", "answer", "Evidence: documented (a page); path and method are inferred."),
        (
            "records",
            "delete",
            "Evidence: inferred from the list of operations; path, method and bodies follow",
        ),
        ("records", "count", "Evidence: answered by a deployment (2026-01-31; a page before)."),
        ("bodies", "login", "Deprecated: use `v2.bodies.create`."),
    ],
)
def test_a_docstring_says_what_is_inferred_or_deprecated(
    namespaces: ModuleType, resource: str, method: str, line: str
) -> None:
    text = inspect.getdoc(getattr(getattr(namespaces.V2(Recorder()), resource), method))

    assert line in (text or "")


def test_a_walk_says_by_itself_what_it_takes_and_where_it_is_known_from(
    namespaces: ModuleType,
) -> None:
    text = inspect.getdoc(namespaces.V2Legacy(Recorder()).lists.iter) or ""

    assert text.startswith("List Flat.\n\n`GET /v2/api/lists/flat/{id}`, for each page\n")
    assert "\n    id: The id.\n" in text
    assert "\n    prefetch: How many pages to fetch ahead" in text
    assert text.endswith("Evidence: documented (a page).")


def test_a_method_with_the_whole_response_says_what_it_calls(namespaces: ModuleType) -> None:
    text = inspect.getdoc(namespaces.V2Legacy(Recorder()).lists.with_response.list) or ""

    assert text.startswith("List Flat.\n\n`GET /v2/api/lists/flat/{id}`\n\nTakes the arguments of")
