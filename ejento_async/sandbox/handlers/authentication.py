"""Logging in, by all of the vendor's ways, and refreshing tokens."""

from __future__ import annotations

from typing import Any

from .._call import Call, handles
from .._clock import iso
from .._logins import LoginRefused
from .._records import User
from .._replies import Refusal, Reply, bare, done, success
from .._tokens import TokenPair, TokenRefused

_FLAGS = {
    "otp": True,
    "microsoft_sso": True,
    "google_sso": True,
    "linkedin_sso": True,
    "okta_sso": False,
}


@handles("v2_authentication_login")
def login(call: Call) -> Reply:
    """Log in with e-mail address and password."""
    user = call.state.user_by_email(call.body["username"])
    if user is None or user.password is None or user.password != call.body["password"]:
        raise Refusal(401, "Incorrect email or password")
    return success(_pair(call.state.tokens.issue_pair(user.id)), "Login successful")


@handles("v2_authentication_request_passwordless_code")
def request_passwordless_code(call: Call) -> Reply:
    """Mail an exchange code."""
    call.state.logins.mail_exchange_code(_known(call, call.body["email"]))
    return done("An exchange code was sent to your e-mail address")


@handles("v2_authentication_exchange_passwordless_code")
def exchange_passwordless_code(call: Call) -> Reply:
    """Log in with an exchange code."""
    try:
        tokens = call.state.logins.exchange(call.body["code"])
    except LoginRefused as error:
        raise Refusal(401, str(error)) from None
    return success(_pair(tokens), "Login successful")


@handles("v2_authentication_refresh")
def refresh(call: Call) -> Reply:
    """Exchange the auth token for a new pair."""
    assert call.bearer is not None
    try:
        tokens = call.state.tokens.rotate(call.bearer)
    except TokenRefused as error:
        raise Refusal(401, str(error)) from None
    return success(_pair(tokens), "Token refreshed successfully")


@handles("v2_authentication_request_magic_link")
def request_magic_link(call: Call) -> Reply:
    """Mail a magic link and a one-time password."""
    session = call.state.logins.mail_magic_link(
        _known(call, call.body["email"]), call.body["next"], call.body.get("otp_session_id")
    )
    return success({"otp_session_id": session}, "Email sent successfully")


@handles("v2_authentication_verify_otp")
def verify_otp(call: Call) -> Reply:
    """Log in with a one-time password."""
    try:
        tokens = call.state.logins.verify_otp(call.body["otp_session_id"], call.body["code"])
    except LoginRefused as error:
        raise Refusal(401, str(error)) from None
    return success(_pair(tokens), "Login successful")


@handles("v2_authentication_validate_magic_link")
def validate_magic_link(call: Call) -> Reply:
    """Use up the token of a magic link."""
    try:
        call.state.logins.validate_magic_link(call.body["token"])
    except LoginRefused as error:
        raise Refusal(401, str(error)) from None
    return done("Magic link validated successfully")


@handles("v2_authentication_create_user_token")
def create_user_token(call: Call) -> Reply:
    """Give a trusted server a token for a user, who is made if there is none yet."""
    if call.arguments.headers["ejento-auth-key"] != call.credentials.application_secret:
        raise Refusal(401, "Invalid application secret")
    state = call.state
    email: str = call.body["email"]
    user = state.user_by_email(email)
    if user is None:
        first, _, last = str(call.body["full_name"]).partition(" ")
        organization = state.organizations[1]
        number = state.new_id("user")
        user = User(number, email, first, last, organization, call.now())
        state.users[number] = user
    token, expires = state.tokens.issue_user_token(user.id)
    return bare({"token": token, "user_id": user.id, "role": user.role, "expires_on": iso(expires)})


@handles("v2_feature_flags_list_logins")
def list_login_flags(_: Call) -> Reply:
    """Say which ways of logging in are open."""
    items = [{"name": name, "is_active": active} for name, active in _FLAGS.items()]
    return success({"items": items}, "Feature flags fetched successfully")


def _known(call: Call, email: str) -> User:
    user = call.state.user_by_email(email)
    if user is None:
        raise Refusal(401, "There is no user with this e-mail address")
    return user


def _pair(tokens: TokenPair) -> dict[str, Any]:
    return {"access_token": tokens.auth, "ejento_access_token": tokens.access}
