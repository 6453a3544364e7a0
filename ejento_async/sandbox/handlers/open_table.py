"""Which operations do what with which kind of open record.

A kind has one table of records for all three generations of the API.
"""

from __future__ import annotations

from functools import partial

from .. import _kinds as kinds
from .._call import handles
from .._open_records import Kind
from . import open_acts as acts

_ROWS: tuple[tuple[Kind, acts.Act, tuple[str, ...]], ...] = (
    (kinds.TEAM, acts.create, ("v2l_team_create", "v2_teams_create")),
    (kinds.TEAM, acts.list_all, ("v2l_team_list", "v2_teams_list")),
    (kinds.TEAM, acts.get, ("v2l_team_get", "v2_teams_get")),
    (kinds.TEAM, acts.update, ("v2l_team_update", "v2_teams_update")),
    (kinds.TEAM, acts.delete, ("v2l_team_delete", "v2_teams_delete")),
    (
        kinds.PROJECT,
        acts.create,
        ("v1_projects_create", "v2l_project_create", "v2_projects_create"),
    ),
    (
        kinds.PROJECT,
        acts.list_all,
        (
            "v1_projects_list",
            "v2l_project_list",
            "v2l_project_list_by_team",
            "v2l_project_list_filtered",
            "v2_projects_list",
            "v2_projects_list_by_team",
        ),
    ),
    (
        kinds.PROJECT,
        acts.get,
        (
            "v1_projects_get",
            "v1_projects_get_details",
            "v2l_project_get",
            "v2l_project_get_details",
            "v2_projects_get",
        ),
    ),
    (
        kinds.PROJECT,
        acts.update,
        ("v1_projects_update", "v2l_project_update", "v2_projects_update"),
    ),
    (
        kinds.PROJECT,
        acts.delete,
        ("v1_projects_delete", "v2l_project_delete", "v2_projects_delete"),
    ),
    (kinds.TOOL, acts.create, ("v2l_tool_create", "v2_tools_create")),
    (kinds.TOOL, acts.list_all, ("v2l_tool_list", "v2_tools_list")),
    (kinds.TOOL, acts.get, ("v2l_tool_get", "v2_tools_get")),
    (
        kinds.TOOL_TEMPLATE,
        acts.create,
        ("v2l_api_tool_template_create", "v2_api_tool_templates_create"),
    ),
    (
        kinds.TOOL_TEMPLATE,
        acts.list_all,
        ("v2l_api_tool_template_list", "v2_api_tool_templates_list"),
    ),
    (
        kinds.NOTIFICATION,
        acts.create,
        ("v1_notifications_create", "v2l_notification_create", "v2_notifications_create"),
    ),
    (kinds.NOTIFICATION, acts.list_all, ("v2l_notification_list", "v2_notifications_list")),
    (kinds.NOTIFICATION, acts.get, ("v2l_notification_get", "v2_notifications_get")),
    (kinds.NOTIFICATION, acts.delete, ("v2l_notification_delete", "v2_notifications_delete")),
    (
        kinds.STARTER,
        acts.create,
        ("v2l_conversation_starters_create", "v2_conversation_starters_create"),
    ),
    (
        kinds.STARTER,
        acts.list_all,
        ("v2l_conversation_starters_list_by_agent", "v2_conversation_starters_list_by_agent"),
    ),
    (
        kinds.AGENT_TYPE,
        acts.list_all,
        ("v1_agents_list_types", "v2l_agent_type_list", "v2_agent_types_list"),
    ),
    (kinds.AGENT_TYPE, acts.get, ("v2l_agent_type_get", "v2_agent_types_get")),
    (kinds.COMMENT, acts.create, ("v2l_agent_comment_create", "v2_agent_comments_create")),
    (
        kinds.COMMENT,
        acts.list_all,
        ("v2l_agent_comment_list_by_agent", "v2_agent_comments_list_by_agent"),
    ),
    (kinds.COMMENT, acts.update, ("v2l_agent_comment_update", "v2_agent_comments_update")),
    (kinds.COMMENT, acts.delete, ("v2_agent_comments_delete",)),
    (
        kinds.REVIEW,
        acts.create,
        ("v1_agents_create_review", "v2l_agent_reviews_create", "v2_agent_reviews_create"),
    ),
    (
        kinds.REVIEW,
        acts.list_all,
        (
            "v1_agents_list_reviews",
            "v2l_agent_reviews_list",
            "v2l_agent_reviews_list_by_agent",
            "v2_agent_reviews_list_by_agent",
        ),
    ),
    (kinds.REVIEW, acts.update, ("v1_agents_update_review", "v2_agent_reviews_update")),
    (
        kinds.REVIEW,
        acts.delete,
        ("v1_agents_delete_review", "v2l_agent_reviews_delete", "v2_agent_reviews_delete"),
    ),
    (
        kinds.RATING,
        acts.list_all,
        (
            "v1_agents_list_ratings",
            "v2l_agent_rating_list",
            "v2_agent_ratings_list",
            "v2_agent_ratings_list_by_agent",
        ),
    ),
    (kinds.EVALUATION_TEST, acts.create, ("v1_evaluation_create_test",)),
    (kinds.EVALUATION_TEST, acts.list_all, ("v1_evaluation_list_tests_by_agent",)),
    (kinds.EVALUATION_TEST, acts.get, ("v1_evaluation_get_test",)),
    (
        kinds.EVALUATION_TEST,
        acts.update,
        ("v1_evaluation_update_test", "v1_evaluation_update_test_status"),
    ),
    (kinds.DATASET, acts.create, ("v1_evaluation_create_dataset",)),
    (kinds.DATASET, acts.list_all, ("v1_evaluation_list_datasets_by_agent",)),
    (kinds.DATASET, acts.get, ("v1_evaluation_get_dataset",)),
    (kinds.DATASET, acts.update, ("v1_evaluation_update_dataset",)),
    (kinds.DATASET, acts.delete, ("v1_evaluation_delete_dataset",)),
    (kinds.WORKFLOW, acts.create, ("v2_workflows_create",)),
    (kinds.WORKFLOW, acts.list_all, ("v2_workflows_list",)),
    (kinds.WORKFLOW, acts.get, ("v2_workflows_get",)),
    (kinds.WORKFLOW, acts.update, ("v2_workflows_update",)),
    (kinds.WORKFLOW_REVIEW, acts.create, ("v2_workflows_create_response_review",)),
    (kinds.WORKFLOW_REVIEW, acts.list_all, ("v2_workflows_list_response_reviews",)),
    (kinds.PERMISSION_SET, acts.list_all, ("v2_permission_sets_list_by_organization",)),
    (kinds.PERMISSION_SET, acts.get, ("v2_permission_sets_get",)),
    (
        kinds.CORPUS_PERMISSION,
        acts.list_all,
        ("v1_corpus_list_permissions", "v2l_corpus_list_permissions"),
    ),
    (
        kinds.LLM_CONFIG,
        acts.list_all,
        ("v2l_llm_config_list", "v2l_llm_config_list_by_organization", "v2_llm_configs_list"),
    ),
    (kinds.LLM_CONFIG, acts.get, ("v2l_llm_config_get", "v2_llm_configs_get")),
    (kinds.SHAREPOINT_ITEM, acts.create, ("v1_sharepoint_create",)),
    (kinds.SHAREPOINT_ITEM, acts.get, ("v1_sharepoint_get",)),
    (kinds.SHAREPOINT_ITEM, acts.update, ("v1_sharepoint_update",)),
    (kinds.SHAREPOINT_ITEM, acts.delete, ("v1_sharepoint_delete",)),
)

for _kind, _act, _operations in _ROWS:
    handles(*_operations)(partial(_act, _kind))
