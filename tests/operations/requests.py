"""Is a request what the spec says? A library of other people's tells."""

from __future__ import annotations

import email.parser
import email.policy
import json
from dataclasses import dataclass
from functools import cache
from typing import Any, cast
from urllib.parse import parse_qsl, unquote

from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from openapi_core.unmarshalling.request.datatypes import RequestUnmarshalResult
from werkzeug.datastructures import Headers, ImmutableMultiDict

from ejento_async.sandbox import RecordedRequest

from .spec import DOCUMENT


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
    config = Config(
        # The spec itself is checked when code is generated from it.
        spec_validator_cls=cast("Any", None),
        additional_properties_default_policy="forbid",
    )
    return OpenAPI.from_dict(DOCUMENT, config=config)


def validated(recorded: RecordedRequest) -> RequestUnmarshalResult:
    """Return what a request holds, by names; fail when it is not what the spec says."""
    query = parse_qsl(recorded.query, keep_blank_values=True, strict_parsing=bool(recorded.query))
    parameters = RequestParameters(
        query=ImmutableMultiDict(query), header=Headers(list(recorded.headers))
    )
    return _validator().unmarshal_request(_Request(recorded, parameters))


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
