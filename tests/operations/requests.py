"""Is a request what the spec says? A library of other people's tells."""

from __future__ import annotations

import email.parser
import email.policy
import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any, cast
from urllib.parse import parse_qsl, unquote

from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

from ejento_async.sandbox import RecordedRequest

from .spec import DOCUMENT, Operation


@dataclass
class _Request:
    """A recorded request in the form that the validator reads."""

    recorded: RecordedRequest
    parameters: RequestParameters
    host_url: str = DOCUMENT["servers"][0]["variables"]["base_url"]["default"]

    @property
    def path(self) -> str:
        return unquote(self.recorded.path)

    @property
    def method(self) -> str:
        return self.recorded.method.lower()

    @property
    def content_type(self) -> str:
        return self.recorded.header("content-type") or ""

    @property
    def body(self) -> bytes | None:
        return self.recorded.body or None


@cache
def _validator() -> OpenAPI:
    # The spec itself is checked when code is generated from it.
    return OpenAPI.from_dict(DOCUMENT, config=Config(spec_validator_cls=cast("Any", None)))


def validate(recorded: RecordedRequest) -> None:
    """Fail when a request is not what the spec says."""
    parameters = RequestParameters(
        query=ImmutableMultiDict(_query_of(recorded)), header=Headers(list(recorded.headers))
    )
    request = _Request(recorded, parameters)
    if "form" in request.content_type:
        # Only on this way are the texts in forms taken for what they stand for.
        _validator().unmarshal_request(request)
    else:
        _validator().validate_request(request)


def path_of(recorded: RecordedRequest, operation: Operation) -> dict[str, str]:
    """Return the texts in the path of a request by the names of the parameters."""
    pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(operation.path))
    found = re.fullmatch(pattern, recorded.path)
    assert found is not None, f"{recorded.path} is not {operation.path}"
    return {name: unquote(text) for name, text in found.groupdict().items()}


def query_of(recorded: RecordedRequest) -> dict[str, str]:
    """Return the texts in the query of a request, none of which comes twice."""
    pairs = _query_of(recorded)
    assert len(pairs) == len(dict(pairs)), recorded.query
    return dict(pairs)


def _query_of(recorded: RecordedRequest) -> list[tuple[str, str]]:
    text = recorded.query
    return parse_qsl(text, keep_blank_values=True, strict_parsing=bool(text))


def body_of(recorded: RecordedRequest) -> dict[str, Any]:
    """Decode the body of a request without the code under test; a file gives its name and bytes."""
    content_type = recorded.header("content-type") or ""
    if not recorded.body:
        return {}
    if content_type == "application/json":
        return cast("dict[str, Any]", json.loads(recorded.body))
    if content_type == "application/x-www-form-urlencoded":
        return dict(parse_qsl(recorded.body.decode(), keep_blank_values=True, strict_parsing=True))
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(
        f"Content-Type: {content_type}\r\n\r\n".encode() + recorded.body
    )
    members: dict[str, Any] = {}
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = cast("bytes", part.get_payload(decode=True))
        file_name = part.get_filename()
        members[str(name)] = content.decode() if file_name is None else (file_name, content)
    return members
