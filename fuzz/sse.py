"""Streams of events: the decoder agrees with a plain reading of the standard, whatever arrives.

The first byte of an input is the size of the pieces that the rest arrives in, the second one
bounds the size of an event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ejento_async import APIError
from ejento_async._sse import EventDecoder, EventTooLargeError, ServerSentEvent

from .judging import CANARY, canned, expect, run

EVENT_STREAM = {"content-type": "text/event-stream"}


def judge(data: bytes) -> None:
    """Decode one stream in every way that there is."""
    size, limit, stream = (data[0] or 1, data[1] or 1, data[2:]) if len(data) > 2 else (1, 1, data)
    pieces = [stream[start : start + size] for start in range(0, len(stream), size)]

    expected = list(reference(stream))
    expect(_decoded([stream]) == expected, "the decoder differs from the standard")
    expect(_decoded(pieces) == expected, "it matters where the stream is cut")
    _judge_limit(stream, pieces, limit, expected)
    _judge_answer(pieces)


def reference(stream: bytes) -> Iterator[ServerSentEvent]:
    """Interpret a whole stream as the HTML standard has it, sentence by sentence."""
    text = stream.decode("utf-8", "replace").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    data, event, last_id = "", "", ""
    for line in re.split("\r\n|\r|\n", text)[:-1]:
        if line == "":
            if data:
                yield ServerSentEvent(event or "message", data.removesuffix("\n"), last_id)
            data, event = "", ""
            continue
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "event":
            event = value
        elif field == "data":
            data += value + "\n"
        elif field == "id" and "\0" not in value:
            last_id = value


def _decoded(pieces: Sequence[bytes], limit: int = 1 << 30) -> list[ServerSentEvent]:
    decoder = EventDecoder(max_event_bytes=limit)
    events = [event for piece in pieces for event in decoder.feed(piece)]
    expect(decoder.retry is None or 0 <= decoder.retry < 10**9, "a wait of years is believed")
    return events


def _judge_limit(
    stream: bytes, pieces: Sequence[bytes], limit: int, expected: list[ServerSentEvent]
) -> None:
    """With a limit, a decoder gives the events up to the first one that is too large."""
    decoder = EventDecoder(max_event_bytes=limit)
    events: list[ServerSentEvent] = []
    try:
        for piece in pieces:
            events.extend(decoder.feed(piece))
            held = len(decoder._line) + sum(map(len, decoder._data))
            expect(held <= limit, "more is held than the limit allows")
    except EventTooLargeError:
        expect(len(stream) > limit, "a small stream is refused")
        expect(events == expected[: len(events)], "the limit changes what comes before it")
    else:
        expect(events == expected, "the limit changes what is within it")
        longest = max((len(event.data.encode("utf-8")) for event in events), default=0)
        # What is not UTF-8 is replaced by three bytes, for up to three.
        expect(longest <= 3 * limit, "an event is larger than the limit")


def _judge_answer(pieces: Sequence[bytes]) -> None:
    """The client reads the stream to a good end, or fails with an error of its own."""
    client, backend = canned()
    backend.status, backend.headers, backend.pieces = 200, EVENT_STREAM, pieces

    async def read() -> None:
        async with client.v2.agent_responses.stream(42, user_query="?") as answer:
            try:
                await answer.collect()
            except APIError as error:
                shown = f"{error} {error!r} {vars(error)!r}"
                expect(CANARY not in shown, "an error shows a credential")
                expect(answer.text_so_far == "".join(answer.text_so_far), "the text is broken")

    run(read)
