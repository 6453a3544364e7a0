"""Records that the server sends and objects that requests carry, imported when they are first used.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

_MODULES = {
    "Agent": "agent",
    "AgentAccess": "agent_access",
    "AgentAccessInput": "agent_access_input",
    "AgentAccessLevel": "agent_access_level",
    "AgentAlias": "agent_alias",
    "AgentAnswer": "agent_answer",
    "AgentBuilderFlagsInput": "agent_builder_flags_input",
    "AgentComment": "agent_comment",
    "AgentCorpora": "agent_corpora",
    "AgentCorporaItems": "agent_corpora_items",
    "AgentCorpusConnection": "agent_corpus_connection",
    "AgentHistoryRecord": "agent_history_record",
    "AgentInstruction": "agent_instruction",
    "AgentPattern": "agent_pattern",
    "AgentResponse": "agent_response",
    "AgentStatus": "agent_status",
    "AgentSummary": "agent_summary",
    "AgentTool": "agent_tool",
    "AgentType": "agent_type",
    "AgentTypeName": "agent_type_name",
    "AgentTypeNameInput": "agent_type_name_input",
    "AgentUsed": "agent_used",
    "AgentUser": "agent_user",
    "ApiToolTemplate": "api_tool_template",
    "Artifact": "artifact",
    "CharacterVoice": "character_voice",
    "ChatThread": "chat_thread",
    "ChatThreadCorpusConnection": "chat_thread_corpus_connection",
    "Comment": "comment",
    "ConversationStarter": "conversation_starter",
    "Corpus": "corpus",
    "CorpusDocuments": "corpus_documents",
    "Document": "document",
    "DocumentContentTypeInput": "document_content_type_input",
    "DocumentStep": "document_step",
    "DuplicateFiles": "duplicate_files",
    "DurableFunctionHandle": "durable_function_handle",
    "EvaluationDataset": "evaluation_dataset",
    "EvaluationQuery": "evaluation_query",
    "EvaluationTest": "evaluation_test",
    "FeatureFlag": "feature_flag",
    "FeatureFlagList": "feature_flag_list",
    "Feedback": "feedback",
    "HistoryTurn": "history_turn",
    "HistoryTurnInput": "history_turn_input",
    "IndexingMode": "indexing_mode",
    "IndexingModeName": "indexing_mode_name",
    "IssuedUserToken": "issued_user_token",
    "LegacyAgentResponse": "legacy_agent_response",
    "LegacyChatThreadPage": "legacy_chat_thread_page",
    "LegacyResponseOverridesInput": "legacy_response_overrides_input",
    "LegacyTagList": "legacy_tag_list",
    "LlmConfig": "llm_config",
    "LoginFlag": "login_flag",
    "LoginFlagName": "login_flag_name",
    "LoginFlags": "login_flags",
    "LoginTokens": "login_tokens",
    "MagicLinkSession": "magic_link_session",
    "MeteringTokenBreakdown": "metering_token_breakdown",
    "Notification": "notification",
    "Organization": "organization",
    "PermissionSet": "permission_set",
    "PinnedAgentResponse": "pinned_agent_response",
    "Project": "project",
    "Rating": "rating",
    "RecentAgent": "recent_agent",
    "RecordReference": "record_reference",
    "Reference": "reference",
    "ResponseOverridesInput": "response_overrides_input",
    "ResponseStep": "response_step",
    "Review": "review",
    "SharepointItem": "sharepoint_item",
    "SupportingContent": "supporting_content",
    "TagList": "tag_list",
    "ThoughtProcess": "thought_process",
    "TokenCount": "token_count",
    "Tool": "tool",
    "User": "user",
    "UserAgent": "user_agent",
    "UserReference": "user_reference",
    "Vote": "vote",
    "VoteTypeInput": "vote_type_input",
    "Workflow": "workflow",
    "WorkflowAnswer": "workflow_answer",
    "WorkflowResponse": "workflow_response",
}

if TYPE_CHECKING:
    from .agent import Agent as Agent
    from .agent_access import AgentAccess as AgentAccess
    from .agent_access_input import AgentAccessInput as AgentAccessInput
    from .agent_access_level import AgentAccessLevel as AgentAccessLevel
    from .agent_alias import AgentAlias as AgentAlias
    from .agent_answer import AgentAnswer as AgentAnswer
    from .agent_builder_flags_input import AgentBuilderFlagsInput as AgentBuilderFlagsInput
    from .agent_comment import AgentComment as AgentComment
    from .agent_corpora import AgentCorpora as AgentCorpora
    from .agent_corpora_items import AgentCorporaItems as AgentCorporaItems
    from .agent_corpus_connection import AgentCorpusConnection as AgentCorpusConnection
    from .agent_history_record import AgentHistoryRecord as AgentHistoryRecord
    from .agent_instruction import AgentInstruction as AgentInstruction
    from .agent_pattern import AgentPattern as AgentPattern
    from .agent_response import AgentResponse as AgentResponse
    from .agent_status import AgentStatus as AgentStatus
    from .agent_summary import AgentSummary as AgentSummary
    from .agent_tool import AgentTool as AgentTool
    from .agent_type import AgentType as AgentType
    from .agent_type_name import AgentTypeName as AgentTypeName
    from .agent_type_name_input import AgentTypeNameInput as AgentTypeNameInput
    from .agent_used import AgentUsed as AgentUsed
    from .agent_user import AgentUser as AgentUser
    from .api_tool_template import ApiToolTemplate as ApiToolTemplate
    from .artifact import Artifact as Artifact
    from .character_voice import CharacterVoice as CharacterVoice
    from .chat_thread import ChatThread as ChatThread
    from .chat_thread_corpus_connection import (
        ChatThreadCorpusConnection as ChatThreadCorpusConnection,
    )
    from .comment import Comment as Comment
    from .conversation_starter import ConversationStarter as ConversationStarter
    from .corpus import Corpus as Corpus
    from .corpus_documents import CorpusDocuments as CorpusDocuments
    from .document import Document as Document
    from .document_content_type_input import DocumentContentTypeInput as DocumentContentTypeInput
    from .document_step import DocumentStep as DocumentStep
    from .duplicate_files import DuplicateFiles as DuplicateFiles
    from .durable_function_handle import DurableFunctionHandle as DurableFunctionHandle
    from .evaluation_dataset import EvaluationDataset as EvaluationDataset
    from .evaluation_query import EvaluationQuery as EvaluationQuery
    from .evaluation_test import EvaluationTest as EvaluationTest
    from .feature_flag import FeatureFlag as FeatureFlag
    from .feature_flag_list import FeatureFlagList as FeatureFlagList
    from .feedback import Feedback as Feedback
    from .history_turn import HistoryTurn as HistoryTurn
    from .history_turn_input import HistoryTurnInput as HistoryTurnInput
    from .indexing_mode import IndexingMode as IndexingMode
    from .indexing_mode_name import IndexingModeName as IndexingModeName
    from .issued_user_token import IssuedUserToken as IssuedUserToken
    from .legacy_agent_response import LegacyAgentResponse as LegacyAgentResponse
    from .legacy_chat_thread_page import LegacyChatThreadPage as LegacyChatThreadPage
    from .legacy_response_overrides_input import (
        LegacyResponseOverridesInput as LegacyResponseOverridesInput,
    )
    from .legacy_tag_list import LegacyTagList as LegacyTagList
    from .llm_config import LlmConfig as LlmConfig
    from .login_flag import LoginFlag as LoginFlag
    from .login_flag_name import LoginFlagName as LoginFlagName
    from .login_flags import LoginFlags as LoginFlags
    from .login_tokens import LoginTokens as LoginTokens
    from .magic_link_session import MagicLinkSession as MagicLinkSession
    from .metering_token_breakdown import MeteringTokenBreakdown as MeteringTokenBreakdown
    from .notification import Notification as Notification
    from .organization import Organization as Organization
    from .permission_set import PermissionSet as PermissionSet
    from .pinned_agent_response import PinnedAgentResponse as PinnedAgentResponse
    from .project import Project as Project
    from .rating import Rating as Rating
    from .recent_agent import RecentAgent as RecentAgent
    from .record_reference import RecordReference as RecordReference
    from .reference import Reference as Reference
    from .response_overrides_input import ResponseOverridesInput as ResponseOverridesInput
    from .response_step import ResponseStep as ResponseStep
    from .review import Review as Review
    from .sharepoint_item import SharepointItem as SharepointItem
    from .supporting_content import SupportingContent as SupportingContent
    from .tag_list import TagList as TagList
    from .thought_process import ThoughtProcess as ThoughtProcess
    from .token_count import TokenCount as TokenCount
    from .tool import Tool as Tool
    from .user import User as User
    from .user_agent import UserAgent as UserAgent
    from .user_reference import UserReference as UserReference
    from .vote import Vote as Vote
    from .vote_type_input import VoteTypeInput as VoteTypeInput
    from .workflow import Workflow as Workflow
    from .workflow_answer import WorkflowAnswer as WorkflowAnswer
    from .workflow_response import WorkflowResponse as WorkflowResponse
else:

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

        from importlib import import_module

        value = getattr(import_module(f".{module}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__


__all__ = [
    "Agent",
    "AgentAccess",
    "AgentAccessInput",
    "AgentAccessLevel",
    "AgentAlias",
    "AgentAnswer",
    "AgentBuilderFlagsInput",
    "AgentComment",
    "AgentCorpora",
    "AgentCorporaItems",
    "AgentCorpusConnection",
    "AgentHistoryRecord",
    "AgentInstruction",
    "AgentPattern",
    "AgentResponse",
    "AgentStatus",
    "AgentSummary",
    "AgentTool",
    "AgentType",
    "AgentTypeName",
    "AgentTypeNameInput",
    "AgentUsed",
    "AgentUser",
    "ApiToolTemplate",
    "Artifact",
    "CharacterVoice",
    "ChatThread",
    "ChatThreadCorpusConnection",
    "Comment",
    "ConversationStarter",
    "Corpus",
    "CorpusDocuments",
    "Document",
    "DocumentContentTypeInput",
    "DocumentStep",
    "DuplicateFiles",
    "DurableFunctionHandle",
    "EvaluationDataset",
    "EvaluationQuery",
    "EvaluationTest",
    "FeatureFlag",
    "FeatureFlagList",
    "Feedback",
    "HistoryTurn",
    "HistoryTurnInput",
    "IndexingMode",
    "IndexingModeName",
    "IssuedUserToken",
    "LegacyAgentResponse",
    "LegacyChatThreadPage",
    "LegacyResponseOverridesInput",
    "LegacyTagList",
    "LlmConfig",
    "LoginFlag",
    "LoginFlagName",
    "LoginFlags",
    "LoginTokens",
    "MagicLinkSession",
    "MeteringTokenBreakdown",
    "Notification",
    "Organization",
    "PermissionSet",
    "PinnedAgentResponse",
    "Project",
    "Rating",
    "RecentAgent",
    "RecordReference",
    "Reference",
    "ResponseOverridesInput",
    "ResponseStep",
    "Review",
    "SharepointItem",
    "SupportingContent",
    "TagList",
    "ThoughtProcess",
    "TokenCount",
    "Tool",
    "User",
    "UserAgent",
    "UserReference",
    "Vote",
    "VoteTypeInput",
    "Workflow",
    "WorkflowAnswer",
    "WorkflowResponse",
]
