"""What holds for every URL that is built of arguments."""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlsplit

import httpx
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ejento_async._request import build_path, build_query, encode_json
from ejento_async._scalar import scalar

BASE = "https://ejento.test"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: text not in (".", "..")
)
HOSTILE = st.lists(
    st.sampled_from(
        ["/", "..", ".", "%2e", "%2F", "%", "?", "#", ";", "\\", "\r\n", "\0", "@", ":"]
    )
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=3),
    min_size=1,
).map("".join)
SEGMENTS = st.integers() | TEXT | HOSTILE.filter(lambda text: text not in ("", ".", ".."))
SCALARS = (
    st.booleans() | st.integers() | st.floats() | TEXT | st.just("") | st.datetimes() | st.dates()
)


@given(first=SEGMENTS, second=SEGMENTS)
@example(first="../..", second="%2e%2e")
@settings(deadline=None)
def test_every_path_argument_is_one_segment_and_comes_back_as_it_was(
    first: int | str, second: int | str
) -> None:
    path = build_path("/api/v2/agents/{agent}/threads/{thread}", (first, second))
    # What the HTTP library makes of it is what counts.
    sent = httpx.URL(BASE + path)

    assert sent.host == "ejento.test"
    assert sent.query == b""
    assert sent.fragment == ""
    parts = sent.raw_path.decode("ascii").split("/")
    assert parts[:4] == ["", "api", "v2", "agents"]
    assert parts[5] == "threads"
    assert len(parts) == 7
    assert unquote(parts[4], errors="strict") == str(first)
    assert unquote(parts[6], errors="strict") == str(second)


@given(first=SEGMENTS, second=SEGMENTS)
@settings(deadline=None)
def test_two_arguments_that_differ_make_two_paths_that_differ(
    first: int | str, second: int | str
) -> None:
    one, other = (build_path("/a/{x}", (value,)) for value in (first, second))

    assert (one == other) is (str(first) == str(second))


@given(arguments=st.dictionaries(TEXT, SCALARS | st.none() | st.lists(SCALARS, max_size=3)))
@settings(deadline=None)
def test_every_query_comes_back_as_it_was(arguments: dict[str, object]) -> None:
    sent = httpx.URL(f"{BASE}/x{build_query(arguments)}")

    expected: list[tuple[str, str]] = []
    for name, value in arguments.items():
        values = value if isinstance(value, list) else [] if value is None else [value]
        expected += [(name, scalar(each, name)) for each in values]
    query = sent.query.decode("ascii")
    assert parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query)) == expected
    assert sent.path == "/x"


@given(argument=HOSTILE)
@settings(deadline=None)
def test_no_query_argument_reaches_out_of_the_query(argument: str) -> None:
    parts = urlsplit(f"{BASE}/x{build_query({'a': argument})}#")

    assert (parts.netloc, parts.path, parts.fragment) == ("ejento.test", "/x", "")
    assert parts.query.count("&") == 0


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=8,
)


@given(body=JSON)
@settings(deadline=None)
def test_every_json_body_comes_back_as_it_was(body: object) -> None:
    assert httpx.Response(200, content=encode_json(body)).json() == body
