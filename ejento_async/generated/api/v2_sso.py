"""`client.v2.sso`: single sign-on with identity providers, begun by sending the user's browser to
them.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import text
from ..._protocol import Operation, Resource, Security
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_LOGIN_GOOGLE = Operation(
    id="v2_sso_login_google",
    method="GET",
    path="/auth-service/api/v2/sso/google/login",
    security=Security.NONE,
    idempotent=True,
    redirect=True,
)
_LOGIN_MICROSOFT = Operation(
    id="v2_sso_login_microsoft",
    method="GET",
    path="/auth-service/api/v2/sso/microsoft/login",
    security=Security.NONE,
    idempotent=True,
    redirect=True,
)
_LOGIN_LINKEDIN = Operation(
    id="v2_sso_login_linkedin",
    method="GET",
    path="/auth-service/api/v2/sso/linkedin/login",
    security=Security.NONE,
    idempotent=True,
    redirect=True,
)
_LOGIN_OKTA = Operation(
    id="v2_sso_login_okta",
    method="GET",
    path="/auth-service/api/v2/sso/okta/login",
    security=Security.NONE,
    idempotent=True,
    redirect=True,
)
_EXCHANGE_AZURE_AD_TOKEN = Operation(
    id="v2_sso_exchange_azure_ad_token",
    method="POST",
    path="/auth-service/api/v2/sso/azure-ad/exchange",
    security=Security.KEY,
    body="json",
)
_EXCHANGE_AZURE_AD_APP_ONLY_TOKEN = Operation(
    id="v2_sso_exchange_azure_ad_app_only_token",
    method="POST",
    path="/auth-service/api/v2/sso/azure-ad/app-only/exchange",
    security=Security.KEY,
    body="json",
)
_LOGIN_MICROSOFT_CIAM = Operation(
    id="v2_sso_login_microsoft_ciam",
    method="GET",
    path="/auth-service/api/v2/sso/microsoft-ciam/login",
    security=Security.NONE,
    idempotent=True,
    redirect=True,
)


class V2SSOApi(Resource):
    """Single sign-on with identity providers, begun by sending the user's browser to them."""

    __slots__ = ()

    @property
    def with_response(self) -> V2SSOWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2SSOWithResponse(self._core)

    async def login_google(self, *, next: str) -> str:
        """Initiate Google SSO Login.

        `GET /auth-service/api/v2/sso/google/login`

        Gives the address of Google's login page, to which the user's browser is sent. After the
        login, the browser comes back to `next` with both tokens.

        Args:
            next: URL to come back to after the login. It is called with the tokens as query
                parameters `token` (for the auth service) and `ejento_access_token`.

        Returns:
            The address to send the browser to.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/app/api/sso/[provider]/route.ts,
        src/middleware.ts).
        """
        return await self._core.send(_LOGIN_GOOGLE, text, query={"next": next})

    async def login_microsoft(self, *, next: str) -> str:
        """Initiate Microsoft SSO Login.

        `GET /auth-service/api/v2/sso/microsoft/login`

        Gives the address of Microsoft's login page, to which the user's browser is sent. After the
        login, the browser comes back to `next` with both tokens.

        Args:
            next: URL to come back to after the login. It is called with the tokens as query
                parameters `token` (for the auth service) and `ejento_access_token`.

        Returns:
            The address to send the browser to.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/app/api/sso/[provider]/route.ts,
        src/middleware.ts).
        """
        return await self._core.send(_LOGIN_MICROSOFT, text, query={"next": next})

    async def login_linkedin(self, *, next: str) -> str:
        """Initiate LinkedIn SSO Login.

        `GET /auth-service/api/v2/sso/linkedin/login`

        Gives the address of LinkedIn's login page, to which the user's browser is sent. After the
        login, the browser comes back to `next` with both tokens.

        Args:
            next: URL to come back to after the login. It is called with the tokens as query
                parameters `token` (for the auth service) and `ejento_access_token`.

        Returns:
            The address to send the browser to.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/app/api/sso/[provider]/route.ts,
        src/middleware.ts).
        """
        return await self._core.send(_LOGIN_LINKEDIN, text, query={"next": next})

    async def login_okta(self, *, next: str) -> str:
        """Initiate Okta SSO Login.

        `GET /auth-service/api/v2/sso/okta/login`

        Gives the address of Okta's login page, to which the user's browser is sent. After the
        login, the browser comes back to `next` with both tokens.

        Args:
            next: URL to come back to after the login. It is called with the tokens as query
                parameters `token` (for the auth service) and `ejento_access_token`.

        Returns:
            The address to send the browser to.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/app/api/sso/[provider]/route.ts,
        src/middleware.ts).
        """
        return await self._core.send(_LOGIN_OKTA, text, query={"next": next})

    async def exchange_azure_ad_token(self, *, body: dict[str, Any]) -> models.LoginTokens:
        """Exchange Azure AD Token for Ejento Tokens.

        `POST /auth-service/api/v2/sso/azure-ad/exchange`

        Exchanges a token of Azure AD, with which a user is already logged in, for both tokens of
        this API. How the body holds the token is not documented; that the API key alone is needed
        is presumed, as for a login.

        Returns:
            Both tokens.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, Stable, Authentication, SSO, Exchange
        Azure AD Token for Ejento Tokens; path, method and bodies follow the pattern of the
        generation.
        """
        return await self._core.send(_EXCHANGE_AZURE_AD_TOKEN, models.LoginTokens.read, body=body)

    async def exchange_azure_ad_app_only_token(self, *, body: dict[str, Any]) -> models.LoginTokens:
        """Exchange an Azure AD App-Only Token for Ejento Tokens.

        `POST /auth-service/api/v2/sso/azure-ad/app-only/exchange`

        Exchanges a token of Azure AD that belongs to an application, not to a user, for both tokens
        of this API. How the body holds the token is not documented; that the API key alone is
        needed is presumed, as for a login.

        Returns:
            Both tokens.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/initiate-sharepoint-oauth-flow-46160278e0, navigation;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _EXCHANGE_AZURE_AD_APP_ONLY_TOKEN, models.LoginTokens.read, body=body
        )

    async def login_microsoft_ciam(self, *, next: str) -> str:
        """Initiate Microsoft CIAM SSO Login (Azure AD B2C or Entra External ID).

        `GET /auth-service/api/v2/sso/microsoft-ciam/login`

        Gives the address of the login page of Azure AD B2C or Entra External ID, to which the
        user's browser is sent. After the login, the browser comes back to `next` with both tokens.

        Args:
            next: URL to come back to after the login. It is called with the tokens as query
                parameters `token` (for the auth service) and `ejento_access_token`.

        Returns:
            The address to send the browser to.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/initiate-sharepoint-oauth-flow-46160278e0, navigation;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LOGIN_MICROSOFT_CIAM, text, query={"next": next})


class V2SSOWithResponse(Resource):
    """The methods of `client.v2.sso`, returning whole responses."""

    __slots__ = ()

    async def login_google(self, *, next: str) -> APIResponse[str]:
        """Initiate Google SSO Login.

        `GET /auth-service/api/v2/sso/google/login`

        Takes the arguments of `login_google` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LOGIN_GOOGLE, text, query={"next": next})

    async def login_microsoft(self, *, next: str) -> APIResponse[str]:
        """Initiate Microsoft SSO Login.

        `GET /auth-service/api/v2/sso/microsoft/login`

        Takes the arguments of `login_microsoft` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LOGIN_MICROSOFT, text, query={"next": next})

    async def login_linkedin(self, *, next: str) -> APIResponse[str]:
        """Initiate LinkedIn SSO Login.

        `GET /auth-service/api/v2/sso/linkedin/login`

        Takes the arguments of `login_linkedin` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LOGIN_LINKEDIN, text, query={"next": next})

    async def login_okta(self, *, next: str) -> APIResponse[str]:
        """Initiate Okta SSO Login.

        `GET /auth-service/api/v2/sso/okta/login`

        Takes the arguments of `login_okta` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LOGIN_OKTA, text, query={"next": next})

    async def exchange_azure_ad_token(
        self, *, body: dict[str, Any]
    ) -> APIResponse[models.LoginTokens]:
        """Exchange Azure AD Token for Ejento Tokens.

        `POST /auth-service/api/v2/sso/azure-ad/exchange`

        Takes the arguments of `exchange_azure_ad_token` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _EXCHANGE_AZURE_AD_TOKEN, models.LoginTokens.read, body=body
        )

    async def exchange_azure_ad_app_only_token(
        self, *, body: dict[str, Any]
    ) -> APIResponse[models.LoginTokens]:
        """Exchange an Azure AD App-Only Token for Ejento Tokens.

        `POST /auth-service/api/v2/sso/azure-ad/app-only/exchange`

        Takes the arguments of `exchange_azure_ad_app_only_token` without `with_response`, and
        returns its result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _EXCHANGE_AZURE_AD_APP_ONLY_TOKEN, models.LoginTokens.read, body=body
        )

    async def login_microsoft_ciam(self, *, next: str) -> APIResponse[str]:
        """Initiate Microsoft CIAM SSO Login (Azure AD B2C or Entra External ID).

        `GET /auth-service/api/v2/sso/microsoft-ciam/login`

        Takes the arguments of `login_microsoft_ciam` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LOGIN_MICROSOFT_CIAM, text, query={"next": next})
