"""`client.v2.teammates`: teammates, which only the older documentation knows.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import json_object
from ..._protocol import Operation, Resource

if TYPE_CHECKING:
    from ..._response import APIResponse

_CREATE_CAROUSEL = Operation(
    id="v2_teammates_create_carousel",
    method="POST",
    path="/api/v2/teammates/carousels",
    body="json",
)


class V2TeammatesApi(Resource):
    """Teammates, which only the older documentation knows."""

    __slots__ = ()

    @property
    def with_response(self) -> V2TeammatesWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2TeammatesWithResponse(self._core)

    async def create_carousel(self, *, body: dict[str, Any]) -> dict[str, Any]:
        """Create Carousel.

        `POST /api/v2/teammates/carousels`

        Creates a carousel. Only the vendor's older documentation names it, and does not say what it
        is.

        Returns:
            The new carousel. Its form is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from ejentoapi.apidog.io/create-carousel, title only; path, method and
        bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE_CAROUSEL, json_object, body=body)


class V2TeammatesWithResponse(Resource):
    """The methods of `client.v2.teammates`, returning whole responses."""

    __slots__ = ()

    async def create_carousel(self, *, body: dict[str, Any]) -> APIResponse[dict[str, Any]]:
        """Create Carousel.

        `POST /api/v2/teammates/carousels`

        Takes the arguments of `create_carousel` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE_CAROUSEL, json_object, body=body)
