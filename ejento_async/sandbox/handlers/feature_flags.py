"""Feature flags, which a test may set in `Sandbox.state.flags`."""

from __future__ import annotations

from functools import partial

from .._call import Call, handles
from .._replies import Reply, success

_LOGINS = ("otp", "microsoft_sso", "google_sso", "linkedin_sso", "okta_sso")
_OAUTH = ("google_oauth", "linkedin_oauth", "ms_sso_oauth", "github_oauth")


def _list(names: tuple[str, ...], call: Call) -> Reply:
    flags = call.state.flags
    shown = [{"name": name, "is_active": flags[name]} for name in names or flags]
    return success({"items": shown}, "Feature flags fetched successfully")


def _get(name: str, call: Call) -> Reply:
    shown = {"name": name, "is_active": call.state.flags[name]}
    return success(shown, "Feature flag fetched successfully")


handles("v2_feature_flags_list_logins")(partial(_list, _LOGINS))
handles("v2l_feature_flag_list_oauth")(partial(_list, _OAUTH))
handles("v2_feature_flags_list", "v2l_feature_flag_list")(partial(_list, ()))
handles("v2_feature_flags_get_routines")(partial(_get, "routines"))
for _name in (
    "dalle",
    "share_agent",
    "agent_alias",
    "sharepoint_index",
    "chat_agent_creation",
    *_OAUTH,
):
    handles(f"v2l_feature_flag_get_{_name}")(partial(_get, _name))
