"""The kinds of records whose members the spec leaves open."""

from __future__ import annotations

from ._open_records import Kind

TEAM = Kind("Team", "team_id")
PROJECT = Kind("Project", "project_id")
TOOL = Kind("Tool", "tool_id")
TOOL_TEMPLATE = Kind("API tool template")
NOTIFICATION = Kind("Notification", "notification_id", defaults={"is_read": False})
STARTER = Kind("Conversation starter")
ALIAS = Kind("Agent alias", "alias_id")
AGENT_TYPE = Kind("Agent type", "agent_type_id")
COMMENT = Kind("Comment", "comment_id")
REVIEW = Kind("Review", "review_id")
RATING = Kind("Rating")
VOTE = Kind("Vote")
EVALUATION_TEST = Kind("Evaluation test", "test_id")
DATASET = Kind("Evaluation dataset", "dataset_id")
WORKFLOW = Kind("Workflow", "workflow_id", page="workflows")
WORKFLOW_RESPONSE = Kind("Workflow response", "workflow_response_id", page="workflow_responses")
WORKFLOW_REVIEW = Kind("Review of a workflow response")
WORKFLOW_FEEDBACK = Kind("Feedback")
PERMISSION_SET = Kind("Permission set", "permission_set_id")
USER_PERMISSION = Kind("User permission")
CORPUS_PERMISSION = Kind("Corpus permission")
LLM_CONFIG = Kind("LLM config", "llm_config_id")
SHAREPOINT_ITEM = Kind("SharePoint item", "item_id")
