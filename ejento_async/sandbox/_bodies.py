"""Reading the bodies of requests: JSON, forms, and multipart forms with files."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from typing import Any, cast

from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser

from ._checks import Checks
from ._exchange import Exchange
from ._replies import Refusal
from ._spec import Body, Json, SpecOperation

_FIELD_LIMIT = 32 * 1024 * 1024


async def read_body(
    exchange: Exchange, operation: SpecOperation, raw: bytes, checks: Checks
) -> Any:
    """Read and check the body of a request; `raw` is the body unless it is a multipart form.

    Files of a multipart form are `UploadFile`s, which `Exchange.release` closes.

    Raises:
        Refusal: if the body is missing, of another type, or not what the spec says.
    """
    body = operation.body
    if body is None:
        return None
    if not (raw or (is_multipart(operation) and _is_announced(exchange))):
        if body.required:
            raise Refusal(400, "body: a body is required")
        return None
    declared = exchange.headers.get("content-type", "").partition(";")[0].strip().lower()
    if declared != body.media_type:
        raise Refusal(415, f'Unsupported media type "{declared}" in request.')
    if body.media_type == "application/json":
        value = _as_vendors_clients_mean_it(_json(raw))
    else:
        value = await _form(exchange, body, raw, checks)
    checks.body(operation, value)
    return value


def is_multipart(operation: SpecOperation) -> bool:
    """Whether an operation takes a multipart form, which is read as it arrives."""
    return operation.body is not None and operation.body.media_type == "multipart/form-data"


def _is_announced(exchange: Exchange) -> bool:
    """Whether the headers say that a body follows."""
    length = exchange.headers.get("content-length", "0")
    return length != "0" or "transfer-encoding" in exchange.headers


def _json(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise Refusal(400, f"JSON parse error - {error}") from None


def _as_vendors_clients_mean_it(value: Any) -> Any:
    """Drop the null that the vendor's template sends in `overrides.corpus_ids` for "no choice"."""
    if isinstance(value, dict):
        overrides = cast("Json", value).get("overrides")
        if isinstance(overrides, dict) and isinstance(
            cast("Json", overrides).get("corpus_ids"), list
        ):
            numbers = cast("list[Any]", overrides["corpus_ids"])
            overrides["corpus_ids"] = [number for number in numbers if number is not None]
    return cast("Any", value)


async def _form(exchange: Exchange, body: Body, raw: bytes, checks: Checks) -> Json:
    headers = Headers(exchange.headers)
    try:
        if body.media_type == "multipart/form-data":
            parser = MultiPartParser(headers, _parts(exchange), max_part_size=_FIELD_LIMIT)
            form = await parser.parse()
        else:
            form = await FormParser(headers, _whole(raw)).parse()
    except MultiPartException as error:
        raise Refusal(400, f"body: {error.message}") from None
    items = form.multi_items()
    exchange.uploads = [item for _, item in items if isinstance(item, UploadFile)]
    return checks.form(body, items)


async def _parts(exchange: Exchange) -> AsyncGenerator[bytes, None]:
    while not exchange.body_read:
        yield (await exchange.receive())["body"]
    yield b""


async def _whole(raw: bytes) -> AsyncGenerator[bytes, None]:
    yield raw
    yield b""
