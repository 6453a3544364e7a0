"""The records that the API returns, and the objects that it takes, under their public names.

    from ejento_async.models import Agent, ChatThread

A record's class is loaded when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .generated import models as _generated

__all__: list[str] = []
__all__ += _generated.__all__

if TYPE_CHECKING:
    from .generated.models import *  # noqa: F403
else:

    def __getattr__(name: str) -> Any:
        return getattr(_generated, name)

    def __dir__() -> list[str]:
        return dir(_generated)
