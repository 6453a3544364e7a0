"""Async Python SDK for the Ejento AI platform.

    from ejento_async import EjentoClient

    async with EjentoClient() as ejento:
        me = await ejento.v2.users.get_me()

All names are here; importing the package loads none of what stands behind them until it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = [
    "UNSET",
    "APIConnectionError",
    "APIError",
    "APIResponse",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AccessToken",
    "AiohttpBackend",
    "AnswerEvent",
    "AnswerFailedError",
    "AnswerFile",
    "AnswerStream",
    "AuthRefreshError",
    "AuthenticationError",
    "Backend",
    "BadRequestError",
    "ClientClosedError",
    "ConfigurationError",
    "ConflictError",
    "Credentials",
    "Document360Client",
    "DocumentHandle",
    "Download",
    "Duration",
    "EjentoClient",
    "EjentoError",
    "File",
    "FileSource",
    "FileTokenStore",
    "FinalAnswer",
    "HttpxBackend",
    "IndexingFailed",
    "IndexingTimeoutError",
    "Limits",
    "NotFoundError",
    "OnSent",
    "OnStep",
    "Page",
    "Password",
    "PermissionDeniedError",
    "RateLimitError",
    "ReflectionUpdate",
    "ResponseTooLargeError",
    "ServerError",
    "Service",
    "StatusUpdate",
    "StreamError",
    "StreamIdleTimeoutError",
    "StreamInterruptedError",
    "Task",
    "TaskList",
    "TaskStatus",
    "TextDelta",
    "ThoughtDelta",
    "Timeout",
    "TokenPair",
    "TokenStore",
    "Tokens",
    "UnknownEvent",
    "UnprocessableEntityError",
    "Unset",
    "UploadError",
    "UserToken",
    "__version__",
]

if TYPE_CHECKING:
    from ._auth import AccessToken, Password, TokenPair, UserToken
    from ._checks import Duration
    from ._client import EjentoClient
    from ._config import Limits, Service, Timeout
    from ._credentials import Credentials
    from ._document360 import Document360Client
    from ._documents import DocumentHandle, OnStep
    from ._download import Download
    from ._errors import (
        AnswerFailedError,
        APIConnectionError,
        APIError,
        APIResponseError,
        APIStatusError,
        APITimeoutError,
        AuthenticationError,
        AuthRefreshError,
        BadRequestError,
        ClientClosedError,
        ConfigurationError,
        ConflictError,
        EjentoError,
        IndexingFailed,
        IndexingTimeoutError,
        NotFoundError,
        PermissionDeniedError,
        RateLimitError,
        ResponseTooLargeError,
        ServerError,
        StreamError,
        StreamIdleTimeoutError,
        StreamInterruptedError,
        UnprocessableEntityError,
        UploadError,
    )
    from ._events import (
        AnswerEvent,
        AnswerFile,
        FinalAnswer,
        ReflectionUpdate,
        StatusUpdate,
        Task,
        TaskList,
        TaskStatus,
        TextDelta,
        ThoughtDelta,
        UnknownEvent,
    )
    from ._pagination import Page
    from ._protocol import UNSET, Unset
    from ._response import APIResponse
    from ._streaming import AnswerStream
    from ._tokens import FileTokenStore, Tokens, TokenStore
    from ._upload import File, FileSource, OnSent
    from ._version import __version__
    from .backends.aiohttp import AiohttpBackend
    from .backends.httpx import HttpxBackend
    from .backends.protocol import Backend
else:
    from ._lazy import lazy

    __getattr__, __dir__ = lazy(__name__)
