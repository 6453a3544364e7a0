"""Single sign-on, sparing the provider's page: straight back to the caller, with tokens."""

from __future__ import annotations

from starlette.responses import RedirectResponse

from .._call import Call, handles
from .._logins import with_tokens
from .authentication import seeded_user


@handles(
    "v2_sso_login_google",
    "v2_sso_login_microsoft",
    "v2_sso_login_linkedin",
    "v2_sso_login_okta",
    "v2_sso_login_microsoft_ciam",
)
def login(call: Call) -> RedirectResponse:
    """Log the seeded user in and send the browser back."""
    tokens = call.state.tokens.issue_pair(seeded_user(call).id)
    back_to = with_tokens(call.query["next"], tokens)
    return RedirectResponse(back_to, 302)
