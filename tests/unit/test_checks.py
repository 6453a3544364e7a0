"""Which URL may be a base URL, and that a refusal quotes none of it."""

from __future__ import annotations

import pytest

from ejento_async._checks import url_of
from ejento_async._errors import ConfigurationError

GOOD = {
    "https://ejento.example.com": "https://ejento.example.com",
    "HTTPS://Ejento.Example.com/": "https://ejento.example.com",
    " https://h:8443/base// ": "https://h:8443/base",
    "https://h/a%20b/c;d": "https://h/a%20b/c;d",
    "https://[::1]:3": "https://[::1]:3",
    "https://10.0.0.1": "https://10.0.0.1",
    "https://xn--bcher-kva.example": "https://xn--bcher-kva.example",
    "https://a_b.example.": "https://a_b.example.",
    "http://localhost:8080": "http://localhost:8080",
    "http://127.0.0.1/x": "http://127.0.0.1/x",
    "http://[::1]": "http://[::1]",
}
BAD = [
    *("", "h", "//h", "h:443", "ftp://h", "file:///x", "https:", "https://", "https:///x"),
    *(
        "http://h",
        "http://10.0.0.1",
        "http://127.0.0.2",
        "http://localhost.example",
        "http://[::2]",
    ),
    *(
        "https://u@h",
        "https://u:pw@h",
        "https://:pw@h",
        "https://h?x",
        "https://h#x",
        "https://h/?",
    ),
    *(
        "https://..",
        "https://a..b",
        "https://.a",
        "https://h/..",
        "https://h/../x",
        "https://h/./x",
    ),
    *("https://h/%2e%2e/x", "https://h/.%2E", "https://h//x", "https://h/%zz", "https://h/a b"),
    *("https://h/a\\b", "https://h\\x", "https://h;x", "https://h'x", "https://é", "https://h/é"),
    *("https://[::zz]", "https://[::1%25eth0]", "https://[::1", "https://h:99999", "https://h:x"),
    *("https://h\n", "https://h\x00", "https://h/\x7f", "https://\ud800", "https://h\u2028x"),
    # Found by fuzzing: HTTP libraries refuse these names in ways of their own.
    *("https://xn--om", "https://xn--", "https://127.0.0.18443", "https://1.2.3", "https://7"),
]


@pytest.mark.parametrize("given", GOOD)
def test_a_base_url_is_taken_in_its_plainest_form(given: str) -> None:
    assert url_of(given, "base_url") == GOOD[given]


@pytest.mark.parametrize("given", BAD)
def test_what_could_lead_elsewhere_is_refused_and_not_quoted(given: str) -> None:
    with pytest.raises(ConfigurationError, match=r"^base_url: expected ") as caught:
        url_of(given, "base_url")

    assert "pw" not in str(caught.value)
    assert caught.value.__context__ is None or caught.value.__suppress_context__
