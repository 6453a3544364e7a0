"""The decoder of server-sent events."""

from __future__ import annotations

import pytest

from ejento_async._sse import EventDecoder, EventTooLargeError, ServerSentEvent

TRANSCRIPT = (
    "\ufeff: welcome\r\n"
    'event: start\r\ndata: {"message": "Ü"}\r\n\r\n'
    "id: 7\rdata: one\rdata:two\rdata\r\r"
    "retry: 1500\nevent:token\ndata:  spaced\n\n"
    "event: no data, so no event\n\n"
    'data: {"text": "a\u2028b\u2029c\u0085d"}\n\n'
    "data\n\n"
).encode()

EVENTS = [
    ServerSentEvent("start", '{"message": "Ü"}', ""),
    ServerSentEvent("message", "one\ntwo\n", "7"),
    ServerSentEvent("token", " spaced", "7"),
    ServerSentEvent("message", '{"text": "a\u2028b\u2029c\u0085d"}', "7"),
    ServerSentEvent("message", "", "7"),
]


def decoded(*chunks: bytes) -> list[ServerSentEvent]:
    decoder = EventDecoder()
    return [event for chunk in chunks for event in decoder.feed(chunk)]


def test_a_transcript_with_every_kind_of_line_is_decoded() -> None:
    assert decoded(TRANSCRIPT) == EVENTS


@pytest.mark.parametrize("cut", range(1, len(TRANSCRIPT)))
def test_a_transcript_may_be_cut_anywhere(cut: int) -> None:
    assert decoded(TRANSCRIPT[:cut], TRANSCRIPT[cut:]) == EVENTS


def test_a_transcript_may_arrive_byte_by_byte_with_empty_pieces_between() -> None:
    chunks = [piece for byte in TRANSCRIPT for piece in (bytes([byte]), b"")]

    assert decoded(*chunks) == EVENTS


def test_an_event_ends_as_soon_as_its_last_carriage_return_is_there() -> None:
    decoder = EventDecoder()

    assert [event.data for event in decoder.feed(b"data: now\r\r")] == ["now"]
    assert list(decoder.feed(b"\n")) == []
    assert [event.data for event in decoder.feed(b"data: next\r\n\r\n")] == ["next"]


@pytest.mark.parametrize(
    ("lines", "last_id"),
    [
        (b"id: 1\nid: 2\ndata:\n\n", "2"),
        (b"id: 1\nid: 2\0\ndata:\n\n", "1"),
        (b"id: 1\nid\ndata:\n\n", ""),
        ("id: größer\ndata:\n\n".encode(), "größer"),
    ],
)
def test_the_last_id_stays_and_one_with_nul_is_ignored(lines: bytes, last_id: str) -> None:
    decoder = EventDecoder()

    assert [event.id for event in decoder.feed(lines)] == [last_id]
    assert decoder.last_id == last_id


@pytest.mark.parametrize(
    ("value", "retry"), [(b"250", 250), (b"soon", None), (b"-1", None), (b"9" * 5000, None)]
)
def test_retry_is_taken_when_it_is_a_number_of_milliseconds(
    value: bytes, retry: int | None
) -> None:
    decoder = EventDecoder()
    list(decoder.feed(b"retry: " + value + b"\n"))

    assert decoder.retry == retry


def test_unknown_fields_and_comments_change_nothing() -> None:
    assert decoded(b": ping\ncolour: red\ndata: x\n: pong\n\n") == [
        ServerSentEvent("message", "x", "")
    ]


def test_bytes_that_are_no_text_are_replaced() -> None:
    assert decoded(b"data: a\xffb\n\n") == [ServerSentEvent("message", "a\ufffdb", "")]


def test_a_byte_order_mark_counts_as_one_at_the_start_only() -> None:
    assert decoded(b"\xef\xbb\xbfdata: x\n\n\xef\xbb\xbfdata: y\n\n") == [
        ServerSentEvent("message", "x", "")
    ]


@pytest.mark.parametrize("tail", [b"data: x", b"data: x\n", b"event: x\n", b"dat"])
def test_an_event_that_does_not_end_is_no_event_but_pending(tail: bytes) -> None:
    decoder = EventDecoder()

    assert [event.data for event in decoder.feed(b"data: whole\n\n" + tail)] == ["whole"]
    assert decoder.pending


def test_nothing_is_pending_between_events() -> None:
    decoder = EventDecoder()
    list(decoder.feed(TRANSCRIPT))

    assert not decoder.pending


@pytest.mark.parametrize("size", [1, 7, 1000])
@pytest.mark.parametrize(
    "lines", [b"data: " + b"x" * 95, b"data: " + b"x" * 45 + b"\ndata: " + b"x" * 44, b":" * 101]
)
def test_an_event_over_the_limit_is_refused_after_the_events_before_it(
    lines: bytes, size: int
) -> None:
    decoder = EventDecoder(max_event_bytes=100)
    stream = b"data: before\n\n" + lines
    seen: list[str] = []

    def read() -> None:
        for start in range(0, len(stream), size):
            seen.extend(event.data for event in decoder.feed(stream[start : start + size]))

    with pytest.raises(EventTooLargeError, match="more than 100 bytes"):
        read()

    assert seen == ["before"]


def test_events_up_to_the_limit_and_any_number_of_comments_are_taken() -> None:
    decoder = EventDecoder(max_event_bytes=100)
    line = b"data: " + b"x" * 94
    comments = b":" * 99 + b"\n"

    events = list(decoder.feed((comments * 5 + line + b"\n\n") * 3))

    assert [len(event.data) for event in events] == [94, 94, 94]


def test_a_huge_event_in_many_pieces_is_decoded_without_copying_it_for_each_piece() -> None:
    decoder = EventDecoder()
    piece = b"x" * 65_536
    list(decoder.feed(b"data: "))
    for _ in range(64):
        assert list(decoder.feed(piece)) == []

    events = list(decoder.feed(b"\n\n"))

    assert [len(event.data) for event in events] == [64 * 65_536]
