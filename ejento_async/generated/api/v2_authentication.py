"""`client.v2.authentication`: login by password, exchange code, magic link or one-time code, and
renewal of tokens.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import nothing
from ..._protocol import UNSET, Operation, Resource, Security, Unset
from ..._secret import sealed
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_LOGIN = Operation(
    id="v2_authentication_login",
    method="POST",
    path="/auth-service/api/v2/login/access-token",
    security=Security.KEY,
    body="form",
)
_REQUEST_PASSWORDLESS_CODE = Operation(
    id="v2_authentication_request_passwordless_code",
    method="POST",
    path="/auth-service/api/v2/login/passwordless/request-token",
    security=Security.KEY,
    body="json",
)
_EXCHANGE_PASSWORDLESS_CODE = Operation(
    id="v2_authentication_exchange_passwordless_code",
    method="POST",
    path="/auth-service/api/v2/login/passwordless/exchange-tokens",
    security=Security.KEY,
    body="json",
)
_REFRESH = Operation(
    id="v2_authentication_refresh",
    method="POST",
    path="/auth-service/api/v2/users/refresh-access-token",
    security=Security.AUTH,
)
_REQUEST_MAGIC_LINK = Operation(
    id="v2_authentication_request_magic_link",
    method="POST",
    path="/auth-service/api/v2/users/passwordless-auth",
    security=Security.KEY,
    body="json",
)
_VALIDATE_MAGIC_LINK = Operation(
    id="v2_authentication_validate_magic_link",
    method="POST",
    path="/auth-service/api/v2/users/validate-magic-link",
    security=Security.KEY,
    body="json",
)
_VERIFY_OTP = Operation(
    id="v2_authentication_verify_otp",
    method="POST",
    path="/auth-service/api/v2/users/verify-otp",
    security=Security.KEY,
    body="json",
)
_CREATE_USER_TOKEN = Operation(
    id="v2_authentication_create_user_token",
    method="POST",
    path="/user-token",
    security=Security.NONE,
    body="json",
    envelope=False,
)
_REGISTER = Operation(
    id="v2_authentication_register",
    method="POST",
    path="/auth-service/api/v2/users/signup",
    security=Security.KEY,
    body="json",
)
_UPDATE_PASSWORD = Operation(
    id="v2_authentication_update_password",
    method="PATCH",
    path="/auth-service/api/v2/users/me/password",
    security=Security.AUTH,
    body="json",
)


class V2AuthenticationApi(Resource):
    """Login by password, exchange code, magic link or one-time code, and renewal of tokens."""

    __slots__ = ()

    @property
    def with_response(self) -> V2AuthenticationWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2AuthenticationWithResponse(self._core)

    async def login(self, *, username: str, password: str) -> models.LoginTokens:
        """Authenticate User.

        `POST /auth-service/api/v2/login/access-token`

        Logs a user in with e-mail address and password, sent as a form, and returns both tokens. It
        needs the API key only. The guide names path and fields; that it is this operation is told
        by the meaning.

        Args:
            username: E-mail address of the user.
            password: Password.

        Returns:
            Both tokens.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/getting-started-with-authentication.md); title and form
        of the answer are inferred.
        """
        call = self._core.send(
            _LOGIN,
            models.LoginTokens.read,
            body={"username": username, "password": sealed(password)},
        )
        del password
        return await call

    async def request_passwordless_code(self, *, email: str) -> None:
        """Request Passwordless Exchange Token.

        `POST /auth-service/api/v2/login/passwordless/request-token`

        Sends an exchange code to a user by e-mail. The code works once and for 10 minutes. It needs
        the API key only.

        Args:
            email: E-mail address that the code is sent to.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/getting-started-with-authentication.md); form of the
        answer is inferred.
        """
        await self._core.send(_REQUEST_PASSWORDLESS_CODE, nothing, body={"email": email})

    async def exchange_passwordless_code(self, *, code: str) -> models.LoginTokens:
        """Exchange Passwordless Token for Access Tokens.

        `POST /auth-service/api/v2/login/passwordless/exchange-tokens`

        Exchanges the code from the e-mail for both tokens. It needs the API key only.

        Args:
            code: The code from the e-mail.

        Returns:
            Both tokens.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/getting-started-with-authentication.md); form of the
        answer is inferred.
        """
        call = self._core.send(
            _EXCHANGE_PASSWORDLESS_CODE, models.LoginTokens.read, body={"code": sealed(code)}
        )
        del code
        return await call

    async def refresh(self) -> models.LoginTokens:
        """Refresh Access Token.

        `POST /auth-service/api/v2/users/refresh-access-token`

        Exchanges the authentication token for a new pair of tokens, both of which replace the old
        ones. When it is refused with 401, the user has to log in again.

        Returns:
            Both tokens.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/app/api/auth/refresh/route.ts,
        tests/refresh-route.test.ts).
        """
        return await self._core.send(_REFRESH, models.LoginTokens.read)

    async def request_magic_link(
        self, *, email: str, next: str, otp_session_id: str | int | Unset = UNSET
    ) -> models.MagicLinkSession:
        """Passwordless Authentication (Email Magic Link).

        `POST /auth-service/api/v2/users/passwordless-auth`

        Sends a magic link and a one-time code to a user by e-mail. Following the link or verifying
        the code completes the login. It needs the API key only.

        Args:
            email: E-mail address that link and code are sent to.
            next: URL that the link leads to. It is called with the query parameters `token` (for
                the auth service), `ejento_access_token` and `x`.
            otp_session_id: Id of a login that already waits for its code, to ask for a fresh one.

        Returns:
            The login that waits for the code.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts,
        src/components/authentication/login-form.tsx).
        """
        return await self._core.send(
            _REQUEST_MAGIC_LINK,
            models.MagicLinkSession.read,
            body={"email": email, "next": next, "otp_session_id": otp_session_id},
        )

    async def validate_magic_link(self, *, token: str) -> None:
        """Validate Magic Link Token.

        `POST /auth-service/api/v2/users/validate-magic-link`

        Checks the token that a magic link carries. It needs the API key only.

        Args:
            token: The token.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts).
        """
        call = self._core.send(_VALIDATE_MAGIC_LINK, nothing, body={"token": sealed(token)})
        del token
        await call

    async def verify_otp(self, *, otp_session_id: str | int, code: str) -> models.LoginTokens:
        """Verify Email OTP.

        `POST /auth-service/api/v2/users/verify-otp`

        Exchanges the one-time code from the e-mail for both tokens. It needs the API key only.

        Args:
            otp_session_id: Id of the login that waits for the code.
            code: The code from the e-mail: 6 letters or digits.

        Returns:
            Both tokens.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts,
        src/components/authentication/otpInput.tsx).
        """
        call = self._core.send(
            _VERIFY_OTP,
            models.LoginTokens.read,
            body={"otp_session_id": otp_session_id, "code": sealed(code)},
        )
        del code
        return await call

    async def create_user_token(
        self, *, ejento_auth_key: str, email: str, full_name: str
    ) -> models.IssuedUserToken:
        """Create User Token.

        `POST /user-token`

        Gives a trusted server a token with which it can call the API for a user. It stands at the
        root of the server and needs the secret of the application in place of key and token. The
        vendor's client keeps such a token for 55 minutes.

        Args:
            ejento_auth_key: Secret of the application.
            email: E-mail address of the user.
            full_name: Full name of the user.

        Returns:
            The token, without an envelope.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/ejento-slack-app src/services/ejentoApi.js,
        src/utils/tokenCache.js); title is inferred.
        """
        call = self._core.send(
            _CREATE_USER_TOKEN,
            models.IssuedUserToken.read,
            headers={"ejento-auth-key": sealed(ejento_auth_key)},
            body={"email": email, "full_name": full_name},
        )
        del ejento_auth_key
        return await call

    async def register(
        self,
        *,
        email: str | Unset = UNSET,
        password: str | Unset = UNSET,
        full_name: str | Unset = UNSET,
    ) -> None:
        """Register User.

        `POST /auth-service/api/v2/users/signup`

        Registers a user with e-mail address and password. The older address of the operation needs
        no credentials; here the API key is presumably needed, as for a login.

        Args:
            email: E-mail address, with which the user logs in. Inferred from the older address of
                the operation.
            password: Password. Inferred from the older address of the operation.
            full_name: Full name. Inferred from the older address of the operation.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/getting-started-with-authentication, navigation; path,
        method and bodies follow the pattern of the generation.
        """
        call = self._core.send(
            _REGISTER,
            nothing,
            body={"email": email, "password": sealed(password), "full_name": full_name},
        )
        del password
        await call

    async def update_password(self, *, body: dict[str, Any]) -> None:
        """Update Own Password.

        `PATCH /auth-service/api/v2/users/me/password`

        Changes the password of the caller. Like the renewal of tokens it presumably takes the
        authentication token, which is the one that the auth service knows.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/getting-started-with-authentication, navigation; path,
        method and bodies follow the pattern of the generation.
        """
        call = self._core.send(_UPDATE_PASSWORD, nothing, body=sealed(body))
        del body
        await call


class V2AuthenticationWithResponse(Resource):
    """The methods of `client.v2.authentication`, returning whole responses."""

    __slots__ = ()

    async def login(self, *, username: str, password: str) -> APIResponse[models.LoginTokens]:
        """Authenticate User.

        `POST /auth-service/api/v2/login/access-token`

        Takes the arguments of `login` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        call = self._core.respond(
            _LOGIN,
            models.LoginTokens.read,
            body={"username": username, "password": sealed(password)},
        )
        del password
        return await call

    async def request_passwordless_code(self, *, email: str) -> APIResponse[None]:
        """Request Passwordless Exchange Token.

        `POST /auth-service/api/v2/login/passwordless/request-token`

        Takes the arguments of `request_passwordless_code` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REQUEST_PASSWORDLESS_CODE, nothing, body={"email": email})

    async def exchange_passwordless_code(self, *, code: str) -> APIResponse[models.LoginTokens]:
        """Exchange Passwordless Token for Access Tokens.

        `POST /auth-service/api/v2/login/passwordless/exchange-tokens`

        Takes the arguments of `exchange_passwordless_code` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        call = self._core.respond(
            _EXCHANGE_PASSWORDLESS_CODE, models.LoginTokens.read, body={"code": sealed(code)}
        )
        del code
        return await call

    async def refresh(self) -> APIResponse[models.LoginTokens]:
        """Refresh Access Token.

        `POST /auth-service/api/v2/users/refresh-access-token`

        Takes the arguments of `refresh` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REFRESH, models.LoginTokens.read)

    async def request_magic_link(
        self, *, email: str, next: str, otp_session_id: str | int | Unset = UNSET
    ) -> APIResponse[models.MagicLinkSession]:
        """Passwordless Authentication (Email Magic Link).

        `POST /auth-service/api/v2/users/passwordless-auth`

        Takes the arguments of `request_magic_link` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _REQUEST_MAGIC_LINK,
            models.MagicLinkSession.read,
            body={"email": email, "next": next, "otp_session_id": otp_session_id},
        )

    async def validate_magic_link(self, *, token: str) -> APIResponse[None]:
        """Validate Magic Link Token.

        `POST /auth-service/api/v2/users/validate-magic-link`

        Takes the arguments of `validate_magic_link` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        call = self._core.respond(_VALIDATE_MAGIC_LINK, nothing, body={"token": sealed(token)})
        del token
        return await call

    async def verify_otp(
        self, *, otp_session_id: str | int, code: str
    ) -> APIResponse[models.LoginTokens]:
        """Verify Email OTP.

        `POST /auth-service/api/v2/users/verify-otp`

        Takes the arguments of `verify_otp` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        call = self._core.respond(
            _VERIFY_OTP,
            models.LoginTokens.read,
            body={"otp_session_id": otp_session_id, "code": sealed(code)},
        )
        del code
        return await call

    async def create_user_token(
        self, *, ejento_auth_key: str, email: str, full_name: str
    ) -> APIResponse[models.IssuedUserToken]:
        """Create User Token.

        `POST /user-token`

        Takes the arguments of `create_user_token` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        call = self._core.respond(
            _CREATE_USER_TOKEN,
            models.IssuedUserToken.read,
            headers={"ejento-auth-key": sealed(ejento_auth_key)},
            body={"email": email, "full_name": full_name},
        )
        del ejento_auth_key
        return await call

    async def register(
        self,
        *,
        email: str | Unset = UNSET,
        password: str | Unset = UNSET,
        full_name: str | Unset = UNSET,
    ) -> APIResponse[None]:
        """Register User.

        `POST /auth-service/api/v2/users/signup`

        Takes the arguments of `register` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        call = self._core.respond(
            _REGISTER,
            nothing,
            body={"email": email, "password": sealed(password), "full_name": full_name},
        )
        del password
        return await call

    async def update_password(self, *, body: dict[str, Any]) -> APIResponse[None]:
        """Update Own Password.

        `PATCH /auth-service/api/v2/users/me/password`

        Takes the arguments of `update_password` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        call = self._core.respond(_UPDATE_PASSWORD, nothing, body=sealed(body))
        del body
        return await call
