"""`client.v2_legacy.feature_flag`: features that are switched on or off in a deployment.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_LIST = Operation(
    id="v2l_feature_flag_list", method="GET", path="/v2/api/feature-flag", idempotent=True
)
_LIST_OAUTH = Operation(
    id="v2l_feature_flag_list_oauth",
    method="GET",
    path="/v2/api/feature-flag/oauth",
    idempotent=True,
)
_GET_DALLE = Operation(
    id="v2l_feature_flag_get_dalle",
    method="GET",
    path="/v2/api/feature-flag/dalle",
    idempotent=True,
)
_GET_SHARE_AGENT = Operation(
    id="v2l_feature_flag_get_share_agent",
    method="GET",
    path="/v2/api/feature-flag/share-agent",
    idempotent=True,
)
_GET_AGENT_ALIAS = Operation(
    id="v2l_feature_flag_get_agent_alias",
    method="GET",
    path="/v2/api/feature-flag/agent-alias",
    idempotent=True,
)
_GET_SHAREPOINT_INDEX = Operation(
    id="v2l_feature_flag_get_sharepoint_index",
    method="GET",
    path="/v2/api/feature-flag/sharepoint-index",
    idempotent=True,
)
_GET_CHAT_AGENT_CREATION = Operation(
    id="v2l_feature_flag_get_chat_agent_creation",
    method="GET",
    path="/v2/api/feature-flag/chat-agent-creation",
    idempotent=True,
)
_GET_GOOGLE_OAUTH = Operation(
    id="v2l_feature_flag_get_google_oauth",
    method="GET",
    path="/v2/api/feature-flag/oauth/google",
    idempotent=True,
)
_GET_LINKEDIN_OAUTH = Operation(
    id="v2l_feature_flag_get_linkedin_oauth",
    method="GET",
    path="/v2/api/feature-flag/oauth/linkedin",
    idempotent=True,
)
_GET_MS_SSO_OAUTH = Operation(
    id="v2l_feature_flag_get_ms_sso_oauth",
    method="GET",
    path="/v2/api/feature-flag/oauth/ms-sso",
    idempotent=True,
)
_GET_GITHUB_OAUTH = Operation(
    id="v2l_feature_flag_get_github_oauth",
    method="GET",
    path="/v2/api/feature-flag/oauth/github",
    idempotent=True,
)


class V2LegacyFeatureFlagApi(Resource):
    """Features that are switched on or off in a deployment."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyFeatureFlagWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyFeatureFlagWithResponse(self._core)

    async def list(self) -> models.FeatureFlagList:
        """Get All Feature Flags.

        `GET /v2/api/feature-flag`

        Returns which features are switched on in the deployment.

        Returns:
            The features.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Feature Flag, Get All Feature
        Flags; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, models.FeatureFlagList.read)

    async def list_oauth(self) -> models.FeatureFlagList:
        """Get OAuth Feature Flags.

        `GET /v2/api/feature-flag/oauth`

        Returns which identity providers users can log in with.

        Returns:
            The ways to log in.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Feature Flag, Get OAuth
        Feature Flags; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_OAUTH, models.FeatureFlagList.read)

    async def get_dalle(self) -> models.FeatureFlag:
        """Get DALL-E Feature Flag.

        `GET /v2/api/feature-flag/dalle`

        Returns whether agents can make images by DALL-E.

        Returns:
            The feature.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Feature Flag, Get DALL-E
        Feature Flag; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_DALLE, models.FeatureFlag.read)

    async def get_share_agent(self) -> models.FeatureFlag:
        """Get Share Agent Feature Flag.

        `GET /v2/api/feature-flag/share-agent`

        Returns whether users can share agents.

        Returns:
            The feature.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Feature Flag, Get Share Agent
        Feature Flag; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_SHARE_AGENT, models.FeatureFlag.read)

    async def get_agent_alias(self) -> models.FeatureFlag:
        """Get Agent Alias Feature Flag.

        `GET /v2/api/feature-flag/agent-alias`

        Returns whether agents can have aliases.

        Returns:
            The feature.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Feature Flag, Get Agent Alias
        Feature Flag; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_AGENT_ALIAS, models.FeatureFlag.read)

    async def get_sharepoint_index(self) -> models.FeatureFlag:
        """Get SharePoint Index Feature Flag.

        `GET /v2/api/feature-flag/sharepoint-index`

        Returns whether documents in SharePoint can be indexed.

        Returns:
            The feature.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Feature Flag, Get SharePoint
        Index Feature Flag; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_SHAREPOINT_INDEX, models.FeatureFlag.read)

    async def get_chat_agent_creation(self) -> models.FeatureFlag:
        """Get Chat Agent Creation Feature Flag.

        `GET /v2/api/feature-flag/chat-agent-creation`

        Returns whether agents can be created in a chat.

        Returns:
            The feature.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Feature Flag, Get Chat Agent
        Creation Feature Flag; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_CHAT_AGENT_CREATION, models.FeatureFlag.read)

    async def get_google_oauth(self) -> models.FeatureFlag:
        """Get Google OAuth Feature Flag.

        `GET /v2/api/feature-flag/oauth/google`

        Returns whether users can log in with Google.

        Returns:
            The way to log in.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Feature Flag, Get Google OAuth
        Feature Flag; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_GOOGLE_OAUTH, models.FeatureFlag.read)

    async def get_linkedin_oauth(self) -> models.FeatureFlag:
        """Get LinkedIn OAuth Feature Flag.

        `GET /v2/api/feature-flag/oauth/linkedin`

        Returns whether users can log in with LinkedIn.

        Returns:
            The way to log in.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Feature Flag, Get LinkedIn
        OAuth Feature Flag; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_LINKEDIN_OAUTH, models.FeatureFlag.read)

    async def get_ms_sso_oauth(self) -> models.FeatureFlag:
        """Get MS SSO OAuth Feature Flag.

        `GET /v2/api/feature-flag/oauth/ms-sso`

        Returns whether users can log in with Microsoft's single sign-on.

        Returns:
            The way to log in.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Feature Flag, Get MS SSO OAuth
        Feature Flag; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_MS_SSO_OAUTH, models.FeatureFlag.read)

    async def get_github_oauth(self) -> models.FeatureFlag:
        """Get Github OAuth Feature Flag.

        `GET /v2/api/feature-flag/oauth/github`

        Returns whether users can log in with GitHub.

        Returns:
            The way to log in.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Feature Flag, Get Github OAuth
        Feature Flag; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_GITHUB_OAUTH, models.FeatureFlag.read)


class V2LegacyFeatureFlagWithResponse(Resource):
    """The methods of `client.v2_legacy.feature_flag`, returning whole responses."""

    __slots__ = ()

    async def list(self) -> APIResponse[models.FeatureFlagList]:
        """Get All Feature Flags.

        `GET /v2/api/feature-flag`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, models.FeatureFlagList.read)

    async def list_oauth(self) -> APIResponse[models.FeatureFlagList]:
        """Get OAuth Feature Flags.

        `GET /v2/api/feature-flag/oauth`

        Takes the arguments of `list_oauth` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_OAUTH, models.FeatureFlagList.read)

    async def get_dalle(self) -> APIResponse[models.FeatureFlag]:
        """Get DALL-E Feature Flag.

        `GET /v2/api/feature-flag/dalle`

        Takes the arguments of `get_dalle` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_DALLE, models.FeatureFlag.read)

    async def get_share_agent(self) -> APIResponse[models.FeatureFlag]:
        """Get Share Agent Feature Flag.

        `GET /v2/api/feature-flag/share-agent`

        Takes the arguments of `get_share_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_SHARE_AGENT, models.FeatureFlag.read)

    async def get_agent_alias(self) -> APIResponse[models.FeatureFlag]:
        """Get Agent Alias Feature Flag.

        `GET /v2/api/feature-flag/agent-alias`

        Takes the arguments of `get_agent_alias` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_AGENT_ALIAS, models.FeatureFlag.read)

    async def get_sharepoint_index(self) -> APIResponse[models.FeatureFlag]:
        """Get SharePoint Index Feature Flag.

        `GET /v2/api/feature-flag/sharepoint-index`

        Takes the arguments of `get_sharepoint_index` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_SHAREPOINT_INDEX, models.FeatureFlag.read)

    async def get_chat_agent_creation(self) -> APIResponse[models.FeatureFlag]:
        """Get Chat Agent Creation Feature Flag.

        `GET /v2/api/feature-flag/chat-agent-creation`

        Takes the arguments of `get_chat_agent_creation` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_CHAT_AGENT_CREATION, models.FeatureFlag.read)

    async def get_google_oauth(self) -> APIResponse[models.FeatureFlag]:
        """Get Google OAuth Feature Flag.

        `GET /v2/api/feature-flag/oauth/google`

        Takes the arguments of `get_google_oauth` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_GOOGLE_OAUTH, models.FeatureFlag.read)

    async def get_linkedin_oauth(self) -> APIResponse[models.FeatureFlag]:
        """Get LinkedIn OAuth Feature Flag.

        `GET /v2/api/feature-flag/oauth/linkedin`

        Takes the arguments of `get_linkedin_oauth` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_LINKEDIN_OAUTH, models.FeatureFlag.read)

    async def get_ms_sso_oauth(self) -> APIResponse[models.FeatureFlag]:
        """Get MS SSO OAuth Feature Flag.

        `GET /v2/api/feature-flag/oauth/ms-sso`

        Takes the arguments of `get_ms_sso_oauth` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_MS_SSO_OAUTH, models.FeatureFlag.read)

    async def get_github_oauth(self) -> APIResponse[models.FeatureFlag]:
        """Get Github OAuth Feature Flag.

        `GET /v2/api/feature-flag/oauth/github`

        Takes the arguments of `get_github_oauth` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_GITHUB_OAUTH, models.FeatureFlag.read)
