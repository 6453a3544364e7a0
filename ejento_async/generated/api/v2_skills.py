"""`client.v2.skills`: skills of agents.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import nothing
from ..._protocol import Operation, Resource

if TYPE_CHECKING:
    from ..._response import APIResponse

_DELETE = Operation(
    id="v2_skills_delete", method="DELETE", path="/api/v2/skills/{skill_id}", idempotent=True
)


class V2SkillsApi(Resource):
    """Skills of agents."""

    __slots__ = ()

    @property
    def with_response(self) -> V2SkillsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2SkillsWithResponse(self._core)

    async def delete(self, skill_id: int) -> None:
        """Delete a Skill.

        `DELETE /api/v2/skills/{skill_id}`

        Deletes a skill.

        Args:
            skill_id: Id of the skill.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/delete-a-skill-39338336e0, title only; path, method
        and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (skill_id,))


class V2SkillsWithResponse(Resource):
    """The methods of `client.v2.skills`, returning whole responses."""

    __slots__ = ()

    async def delete(self, skill_id: int) -> APIResponse[None]:
        """Delete a Skill.

        `DELETE /api/v2/skills/{skill_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (skill_id,))
