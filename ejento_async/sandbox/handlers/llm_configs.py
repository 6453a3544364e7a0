"""Which language models there are."""

from __future__ import annotations

from .._call import Call, handles
from .._kinds import LLM_CONFIG
from .._replies import Reply, not_found, success
from ..shapes.open_records import open_record


@handles(
    "v2l_llm_config_get_active",
    "v2l_llm_config_get_model_deployment",
    "v2_llm_configs_get_active",
    "v2_llm_configs_get_model_deployment",
)
def get_active(call: Call) -> Reply:
    """Show the config that agents use unless they are given another."""
    config = call.state.open.find(LLM_CONFIG, {"is_enabled": True, "is_default": True})
    if config is None:
        raise not_found("LLM config")
    return success(open_record(config), "LLM config fetched successfully")
