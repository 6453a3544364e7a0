"""Finding the passages of documents that have to do with a question.

No language model: sentences are scored by the words that they share with the question, rare words
counting more. The same question over the same documents always finds the same passages.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ._records import Document

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\S)")
_HEADING = re.compile(r"#{1,6}\s+(.*)")
# Programs and tables do not make sentences.
_NOT_PROSE = re.compile(r"^```.*?^```[^\n]*$|^[ \t]*\|[^\n]*$", re.MULTILINE | re.DOTALL)
_EMPHASIS = re.compile(r"\*\*|__")
_LIST_MARK = re.compile(r"([-*+]|\d+[.)])\s+")
_STOP_WORDS = """
a about an and any are as at be been but by can could do does for from had has have how i if in is
it its may me my of on or our shall should so tell that the their them there these they this those
to us was we were what when where which who why will with would you your please
"""
_IGNORED = frozenset(_STOP_WORDS.split())


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a document."""

    text: str
    words: frozenset[str]
    heading: str
    heading_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that has to do with a question, and where it stands."""

    document: Document
    passage: Passage
    score: float


def find(question: str, documents: Iterable[Document], *, limit: int = 3) -> list[Found]:
    """Return the best passages for a question, best first; none if no word is shared."""
    wanted = words(question)
    candidates = [
        (document, passage)
        for document in documents
        if document.is_answerable
        for passage in passages(document.text)
    ]
    spread = Counter(word for _, passage in candidates for word in passage.words & wanted)
    weight = {word: math.log(1 + len(candidates) / (1 + spread[word])) for word in wanted}
    found = [
        Found(document, passage, score)
        for document, passage in candidates
        if (score := _score(passage, wanted, weight)) > 0
    ]
    found.sort(key=lambda item: -item.score)
    return [item for item in found[:limit] if item.score >= found[0].score / 2]


def words(text: str) -> frozenset[str]:
    """Return the words that say what a text is about, in lower case, without plural `s`."""
    found = (word.lower() for word in _WORD.findall(text))
    return frozenset(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
        for word in found
        if word not in _IGNORED
    )


@lru_cache(maxsize=256)
def passages(text: str) -> tuple[Passage, ...]:
    """Split a text into sentences, each with the heading above it."""
    found: list[Passage] = []
    heading = ""
    for block in re.split(r"\n\s*\n|\n(?=\s*[-*+#]|\s*\d+[.)])", _NOT_PROSE.sub("\n", text)):
        line = _EMPHASIS.sub("", " ".join(block.split()))
        if match := _HEADING.fullmatch(line):
            heading = match[1]
            continue
        sentences = _SENTENCE_END.split(_LIST_MARK.sub("", line, count=1))
        found += [
            Passage(sentence, words(sentence), heading, words(heading))
            for sentence in sentences
            if sentence
        ]
    return tuple(found)


def headings(text: str) -> list[str]:
    """Return the headings of a text in their order, each once."""
    return list(dict.fromkeys(item.heading for item in passages(text) if item.heading))


def _score(passage: Passage, wanted: frozenset[str], weight: dict[str, float]) -> float:
    own = sum(weight[word] for word in passage.words & wanted)
    above = sum(weight[word] for word in (passage.heading_words - passage.words) & wanted)
    return own + above / 2
