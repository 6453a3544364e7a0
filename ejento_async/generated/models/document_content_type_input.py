"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import Literal, TypeAlias

DocumentContentTypeInput: TypeAlias = Literal["file", "text", "weblink"]
"""What the source of a document is: a file, a text or the URL of a page."""
