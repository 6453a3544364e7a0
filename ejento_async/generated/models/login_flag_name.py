"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import Literal, TypeAlias

LoginFlagName: TypeAlias = (
    Literal["google_sso", "linkedin_sso", "microsoft_sso", "okta_sso", "otp"] | str
)
"""A way to log in, by an identity provider or by one-time code."""
