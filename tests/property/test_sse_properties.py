"""What holds for every stream of events."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from ejento_async._sse import EventDecoder, ServerSentEvent

LINES = [b"data", b"data: ", b"event:", b"id: 1", b"id:\0", b"retry: 5", b":", b" ", b"x"]
LINE_ENDS = [b"\r", b"\n", b"\r\n", b"\n\n"]
TRAPS = [b"\xef\xbb\xbf", "é\u2028\u0085".encode(), b"\xff"]
PIECES = st.sampled_from([*LINES, *LINE_ENDS, *TRAPS])
STREAMS = st.lists(PIECES | st.binary(max_size=5), max_size=40).map(b"".join)

VALUES = st.text(st.characters(exclude_characters="\r\n\0", exclude_categories=["Cs"]))


def state(decoder: EventDecoder) -> tuple[str, int | None, bool]:
    return decoder.last_id, decoder.retry, decoder.pending


@given(stream=STREAMS, cuts=st.lists(st.integers(0, 200)))
@example(stream=b"data: x\r\n\r\ndata: y\r\n\r\n", cuts=[8, 10])
@example(stream=b"\xef\xbb\xbfdata: x\n\n", cuts=[1, 2])
def test_decoding_does_not_depend_on_where_the_stream_is_cut(
    stream: bytes, cuts: list[int]
) -> None:
    whole, pieces = EventDecoder(), EventDecoder()
    expected = list(whole.feed(stream))
    places = [0, *sorted(min(cut, len(stream)) for cut in cuts), len(stream)]
    found: list[ServerSentEvent] = []
    for start, end in pairwise(places):
        found.extend(pieces.feed(stream[start:end]))

    assert found == expected
    assert state(pieces) == state(whole)


@given(
    events=st.lists(st.tuples(VALUES, st.lists(VALUES, min_size=1), VALUES), max_size=8),
    end=st.sampled_from(["\r", "\n", "\r\n"]),
)
def test_what_is_encoded_is_decoded(events: list[tuple[str, list[str], str]], end: str) -> None:
    lines: list[str] = []
    for name, data, last_id in events:
        lines += [f"event: {name}", *(f"data: {line}" for line in data), f"id: {last_id}", ""]
    stream = "".join(line + end for line in lines).encode()

    assert list(EventDecoder().feed(stream)) == [
        ServerSentEvent(name or "message", "\n".join(data), last_id)
        for name, data, last_id in events
    ]
