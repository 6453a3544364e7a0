"""`client.v2.metering`: tokens used, broken down.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import list_of
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_TOKEN_BREAKDOWN = Operation(
    id="v2_metering_token_breakdown",
    method="GET",
    path="/api/v2/metering/token-breakdown",
    idempotent=True,
)


class V2MeteringApi(Resource):
    """Tokens used, broken down."""

    __slots__ = ()

    @property
    def with_response(self) -> V2MeteringWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2MeteringWithResponse(self._core)

    async def token_breakdown(self) -> list[models.MeteringTokenBreakdown]:
        """Get Token Breakdown.

        `GET /api/v2/metering/token-breakdown`

        Returns how the tokens used are made up. By what they are broken down is not documented.

        Returns:
            The parts.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/get-token-breakdown, title only; path, method and
        bodies follow the pattern of the generation.
        """
        return await self._core.send(_TOKEN_BREAKDOWN, list_of(models.MeteringTokenBreakdown.read))


class V2MeteringWithResponse(Resource):
    """The methods of `client.v2.metering`, returning whole responses."""

    __slots__ = ()

    async def token_breakdown(self) -> APIResponse[list[models.MeteringTokenBreakdown]]:
        """Get Token Breakdown.

        `GET /api/v2/metering/token-breakdown`

        Takes the arguments of `token_breakdown` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _TOKEN_BREAKDOWN, list_of(models.MeteringTokenBreakdown.read)
        )
