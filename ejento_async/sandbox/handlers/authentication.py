"""Logging in, by all of the vendor's ways, and refreshing tokens."""

from __future__ import annotations

from typing import Any

from .._call import Call, handles
from .._clock import iso
from .._logins import LoginRefused
from .._records import User
from .._replies import Refusal, Reply, bare, done, success
from .._tokens import TokenPair


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
    tokens = call.state.tokens.rotate(call.bearer)
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
        user = _new_user(call, email, call.body["full_name"])
    token, expires = state.tokens.issue_user_token(user.id)
    return bare({"token": token, "user_id": user.id, "role": user.role, "expires_on": iso(expires)})


@handles("v2_authentication_register")
def register(call: Call) -> Reply:
    """Make a user, who may log in with the password at once."""
    state = call.state
    email: str = call.body.get("email", "")
    if not email:
        raise Refusal(400, "email: This field is required.")
    if state.user_by_email(email) is not None:
        raise Refusal(400, "User with this email already exists.")
    _new_user(call, email, call.body.get("full_name", "")).password = call.body.get("password")
    return done("User registered successfully")


@handles("v2_authentication_update_password")
def update_password(call: Call) -> Reply:
    """Give the caller another password; how the body names it is not documented."""
    password: object = call.body.get("new_password", call.body.get("password"))
    if isinstance(password, str):
        call.user.password = password
    return done("Password updated successfully")


@handles("v2_sso_exchange_azure_ad_token", "v2_sso_exchange_azure_ad_app_only_token")
def exchange_azure_ad_token(call: Call) -> Reply:
    """Log the seeded user in, whatever the token of the other side is."""
    return success(_pair(call.state.tokens.issue_pair(seeded_user(call).id)), "Login successful")


def seeded_user(call: Call) -> User:
    """Return the user whom ways of logging in without a password are for."""
    user = call.state.user_by_email(call.credentials.email)
    if user is None:
        raise Refusal(401, "There is no user with this e-mail address")
    return user


def _new_user(call: Call, email: str, full_name: str) -> User:
    state = call.state
    first, _, last = full_name.partition(" ")
    user = User(state.new_id("user"), email, first, last, state.organizations[1], call.now())
    state.users[user.id] = user
    return user


def _known(call: Call, email: str) -> User:
    user = call.state.user_by_email(email)
    if user is None:
        raise Refusal(401, "There is no user with this e-mail address")
    return user


def _pair(tokens: TokenPair) -> dict[str, Any]:
    return {"access_token": tokens.auth, "ejento_access_token": tokens.access}
