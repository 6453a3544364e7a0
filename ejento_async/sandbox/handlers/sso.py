"""Single sign-on. The sandbox spares the provider's page and redirects straight back with tokens."""

from __future__ import annotations

from starlette.responses import Response

from .._call import Call, handles
from .._logins import with_tokens


@handles(
    "v2_sso_login_google",
    "v2_sso_login_microsoft",
    "v2_sso_login_linkedin",
    "v2_sso_login_okta",
)
def login(call: Call) -> Response:
    """Log the seeded user in and send the browser back."""
    user = call.state.user_by_email(call.credentials.email)
    assert user is not None
    back_to = with_tokens(call.query["next"], call.state.tokens.issue_pair(user.id))
    return Response(status_code=302, headers={"location": back_to})
