"""The targets of the fuzzer, on its seeds and on what is made of its words; no fuzzer is needed.

What the fuzzer finds becomes a seed, which is judged here ever after.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fuzz
from fuzz import answer, sse, url
from fuzz.judging import Finding, expect

HERE = Path(fuzz.__file__).parent
TARGETS: dict[str, Callable[[bytes], None]] = {
    "sse": sse.judge,
    "answer": answer.judge,
    "url": url.judge,
}
SEEDS = sorted(path for name in TARGETS for path in (HERE / "seeds" / name).iterdir())


def words(name: str) -> list[bytes]:
    """Read the words of a target, as libFuzzer does."""
    found = [line[1:-1] for line in (HERE / "words" / name).read_text().splitlines()]
    return [word.encode().decode("unicode_escape").encode("latin-1") for word in found]


def inputs(name: str) -> st.SearchStrategy[bytes]:
    pieces = st.sampled_from(words(name)) | st.binary(max_size=6)
    return st.tuples(st.binary(max_size=3), st.lists(pieces, max_size=25).map(b"".join)).map(
        b"".join
    )


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_seed_of_the_fuzzer_is_no_finding(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@given(data=inputs("sse"))
@settings(deadline=None, max_examples=60)
def test_the_decoder_of_events_agrees_with_the_standard(data: bytes) -> None:
    sse.judge(data)


@given(data=inputs("answer"))
@settings(deadline=None, max_examples=60)
def test_any_answer_is_a_result_or_an_error_without_credentials(data: bytes) -> None:
    answer.judge(data)


@given(data=inputs("url"))
@settings(deadline=None, max_examples=60)
def test_any_argument_is_sent_as_it_is_or_refused(data: bytes) -> None:
    url.judge(data)


@pytest.mark.parametrize("name", TARGETS)
def test_the_words_of_a_target_are_what_libfuzzer_takes(name: str) -> None:
    for line in (HERE / "words" / name).read_text().splitlines():
        assert re.fullmatch(r'"([^"\\]|\\\\|\\"|\\x[0-9a-f]{2})+"', line), line


# The judges themselves can fail.


def test_a_finding_is_told() -> None:
    with pytest.raises(Finding, match="it is so"):
        expect(False, "it is so")


def test_the_reference_reads_the_examples_of_the_standard() -> None:
    stream = b": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"
    assert [(e.event, e.data, e.id) for e in sse.reference(stream)] == [
        ("message", "first event", "1"),
        ("message", "second event", ""),
    ]
    assert [e.data for e in sse.reference(b"data\n\ndata\ndata\n\ndata:")] == ["", "\n"]
    assert [e.data for e in sse.reference(b"data:test\n\ndata: test\n\n")] == ["test", "test"]
    assert [e.data for e in sse.reference(b"data: YHOO\ndata: +2\r\rx")] == ["YHOO\n+2"]


@pytest.mark.parametrize(
    ("judge", "broken", "data"),
    [
        ("sse", "ejento_async._sse._BYTE_ORDER_MARK", b"\x01\xff\xef\xbb\xbfdata: x\n\n"),
        ("url", "ejento_async._request.quote", b"a/b"),
    ],
)
def test_a_broken_product_is_a_finding(
    judge: str, broken: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broken, (lambda text, safe: text) if judge == "url" else b"", raising=True)
    with pytest.raises(Finding):
        TARGETS[judge](data)
