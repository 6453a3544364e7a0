"""What stands behind the pytest plugin, and the types of what it takes and gives."""

from __future__ import annotations

from ._settings import SandboxFactory, SandboxSettings

__all__ = ["SandboxFactory", "SandboxSettings"]
