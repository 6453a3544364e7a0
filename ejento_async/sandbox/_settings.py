"""How a sandbox is set up, and the secrets that it takes."""

from __future__ import annotations

from dataclasses import dataclass

from ._tokens import WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The arguments of `Sandbox`, where they are explained."""

    token_lifetime: float = WEEK
    rotation_grace: float = 0.0
    indexing_steps: tuple[str, ...] = ("pending", "uploaded", "completed")
    stream_delay: float = 0.0
    strict: bool = False
    document360_rate_limit: int = 100

    def __post_init__(self) -> None:
        if not self.indexing_steps:
            msg = "indexing_steps must name at least one step"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """The fixed secrets of a sandbox; the tokens are made anew for each.

    They open nothing but sandboxes, which listen on loopback only.
    """

    api_key: str = "sandbox-api-key"
    read_only_api_key: str = "sandbox-read-only-api-key"
    email: str = "ada@example.com"
    password: str = "sandbox-password"
    application_secret: str = "sandbox-application-secret"
    document360_api_token: str = "sandbox-document360-api-token"
