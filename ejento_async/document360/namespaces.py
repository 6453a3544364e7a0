"""The namespaces of the client: one class per generation of the API, one property per tag.

Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._protocol import Resource

if TYPE_CHECKING:
    from .api.teams import TeamsApi


class V2(Resource):
    """Version 2 of the Document360 API."""

    __slots__ = ()

    @property
    def teams(self) -> TeamsApi:
        """Team accounts of a Document360 project, with their roles and groups."""
        from .api.teams import TeamsApi

        return TeamsApi(self._core)
