"""The namespaces of the client: one class per generation of the API, one property per tag.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._protocol import Resource

if TYPE_CHECKING:
    from .api.v1_agents import V1AgentsApi
    from .api.v1_analytics import V1AnalyticsApi
    from .api.v1_chat import V1ChatApi
    from .api.v1_corpus import V1CorpusApi
    from .api.v1_documents import V1DocumentsApi
    from .api.v1_evaluation import V1EvaluationApi
    from .api.v1_notifications import V1NotificationsApi
    from .api.v1_projects import V1ProjectsApi
    from .api.v1_sharepoint import V1SharepointApi
    from .api.v1_users import V1UsersApi
    from .api.v2_agent_access import V2AgentAccessApi
    from .api.v2_agent_aliases import V2AgentAliasesApi
    from .api.v2_agent_comments import V2AgentCommentsApi
    from .api.v2_agent_ratings import V2AgentRatingsApi
    from .api.v2_agent_responses import V2AgentResponsesApi
    from .api.v2_agent_reviews import V2AgentReviewsApi
    from .api.v2_agent_tags import V2AgentTagsApi
    from .api.v2_agent_tools import V2AgentToolsApi
    from .api.v2_agent_types import V2AgentTypesApi
    from .api.v2_agent_users import V2AgentUsersApi
    from .api.v2_agent_votes import V2AgentVotesApi
    from .api.v2_agents import V2AgentsApi
    from .api.v2_analytics import V2AnalyticsApi
    from .api.v2_api_tool_templates import V2APIToolTemplatesApi
    from .api.v2_artifacts import V2ArtifactsApi
    from .api.v2_authentication import V2AuthenticationApi
    from .api.v2_chat_threads import V2ChatThreadsApi
    from .api.v2_citations import V2CitationsApi
    from .api.v2_conversation_starters import V2ConversationStartersApi
    from .api.v2_corpora import V2CorporaApi
    from .api.v2_documents import V2DocumentsApi
    from .api.v2_evaluation_datasets import V2EvaluationDatasetsApi
    from .api.v2_feature_flags import V2FeatureFlagsApi
    from .api.v2_legacy_agent import V2LegacyAgentApi
    from .api.v2_legacy_agent_access import V2LegacyAgentAccessApi
    from .api.v2_legacy_agent_alias import V2LegacyAgentAliasApi
    from .api.v2_legacy_agent_comment import V2LegacyAgentCommentApi
    from .api.v2_legacy_agent_corpus_connection import V2LegacyAgentCorpusConnectionApi
    from .api.v2_legacy_agent_rating import V2LegacyAgentRatingApi
    from .api.v2_legacy_agent_response import V2LegacyAgentResponseApi
    from .api.v2_legacy_agent_reviews import V2LegacyAgentReviewsApi
    from .api.v2_legacy_agent_tags import V2LegacyAgentTagsApi
    from .api.v2_legacy_agent_tool_connection import V2LegacyAgentToolConnectionApi
    from .api.v2_legacy_agent_type import V2LegacyAgentTypeApi
    from .api.v2_legacy_agent_user import V2LegacyAgentUserApi
    from .api.v2_legacy_agent_vote import V2LegacyAgentVoteApi
    from .api.v2_legacy_api_tool_template import V2LegacyAPIToolTemplateApi
    from .api.v2_legacy_chat_thread import V2LegacyChatThreadApi
    from .api.v2_legacy_conversation_starters import V2LegacyConversationStartersApi
    from .api.v2_legacy_corpus import V2LegacyCorpusApi
    from .api.v2_legacy_document import V2LegacyDocumentApi
    from .api.v2_legacy_email_indexing_authorization import V2LegacyEmailIndexingAuthorizationApi
    from .api.v2_legacy_feature_flag import V2LegacyFeatureFlagApi
    from .api.v2_legacy_llm_config import V2LegacyLLMConfigApi
    from .api.v2_legacy_notification import V2LegacyNotificationApi
    from .api.v2_legacy_organization_tool import V2LegacyOrganizationToolApi
    from .api.v2_legacy_project import V2LegacyProjectApi
    from .api.v2_legacy_team import V2LegacyTeamApi
    from .api.v2_legacy_tool import V2LegacyToolApi
    from .api.v2_legacy_user import V2LegacyUserApi
    from .api.v2_legacy_user_project import V2LegacyUserProjectApi
    from .api.v2_llm_configs import V2LLMConfigsApi
    from .api.v2_metering import V2MeteringApi
    from .api.v2_notifications import V2NotificationsApi
    from .api.v2_organizations import V2OrganizationsApi
    from .api.v2_permission_sets import V2PermissionSetsApi
    from .api.v2_projects import V2ProjectsApi
    from .api.v2_sharepoint import V2SharepointApi
    from .api.v2_skills import V2SkillsApi
    from .api.v2_sso import V2SSOApi
    from .api.v2_teammates import V2TeammatesApi
    from .api.v2_teams import V2TeamsApi
    from .api.v2_tools import V2ToolsApi
    from .api.v2_users import V2UsersApi
    from .api.v2_workflows import V2WorkflowsApi


class V1(Resource):
    """The first generation of the API."""

    __slots__ = ()

    @property
    def agents(self) -> V1AgentsApi:
        """Agents in the first generation of the API."""
        from .api.v1_agents import V1AgentsApi

        return V1AgentsApi(self._core)

    @property
    def analytics(self) -> V1AnalyticsApi:
        """Tokens, queries and engagement of users, agents and teams, counted by the server."""
        from .api.v1_analytics import V1AnalyticsApi

        return V1AnalyticsApi(self._core)

    @property
    def chat(self) -> V1ChatApi:
        """Questions to agents in the first generation of the API, their threads and the feedback on
        answers.
        """
        from .api.v1_chat import V1ChatApi

        return V1ChatApi(self._core)

    @property
    def corpus(self) -> V1CorpusApi:
        """Corpora in the first generation of the API, their documents and who may use them."""
        from .api.v1_corpus import V1CorpusApi

        return V1CorpusApi(self._core)

    @property
    def documents(self) -> V1DocumentsApi:
        """Single documents of corpora in the first generation of the API."""
        from .api.v1_documents import V1DocumentsApi

        return V1DocumentsApi(self._core)

    @property
    def evaluation(self) -> V1EvaluationApi:
        """Evaluation of agents in the first generation of the API: tests, datasets and queries."""
        from .api.v1_evaluation import V1EvaluationApi

        return V1EvaluationApi(self._core)

    @property
    def notifications(self) -> V1NotificationsApi:
        """Notifications to users in the first generation of the API."""
        from .api.v1_notifications import V1NotificationsApi

        return V1NotificationsApi(self._core)

    @property
    def projects(self) -> V1ProjectsApi:
        """Projects in the first generation of the API and the users who belong to them."""
        from .api.v1_projects import V1ProjectsApi

        return V1ProjectsApi(self._core)

    @property
    def sharepoint(self) -> V1SharepointApi:
        """SharePoint items in the first generation of the API."""
        from .api.v1_sharepoint import V1SharepointApi

        return V1SharepointApi(self._core)

    @property
    def users(self) -> V1UsersApi:
        """Users in the first generation of the API and their permissions."""
        from .api.v1_users import V1UsersApi

        return V1UsersApi(self._core)


class V2Legacy(Resource):
    """The generation before the current one."""

    __slots__ = ()

    @property
    def agent(self) -> V2LegacyAgentApi:
        """Agents, which the product's pages call assistants, and how to create them."""
        from .api.v2_legacy_agent import V2LegacyAgentApi

        return V2LegacyAgentApi(self._core)

    @property
    def agent_corpus_connection(self) -> V2LegacyAgentCorpusConnectionApi:
        """Connections between agents and the corpora that they answer from."""
        from .api.v2_legacy_agent_corpus_connection import V2LegacyAgentCorpusConnectionApi

        return V2LegacyAgentCorpusConnectionApi(self._core)

    @property
    def agent_response(self) -> V2LegacyAgentResponseApi:
        """Questions to agents and the stored answers."""
        from .api.v2_legacy_agent_response import V2LegacyAgentResponseApi

        return V2LegacyAgentResponseApi(self._core)

    @property
    def chat_thread(self) -> V2LegacyChatThreadApi:
        """Chat threads, in which the questions to one agent and its answers are kept together."""
        from .api.v2_legacy_chat_thread import V2LegacyChatThreadApi

        return V2LegacyChatThreadApi(self._core)

    @property
    def corpus(self) -> V2LegacyCorpusApi:
        """Corpora, which are collections of documents that agents search for their answers."""
        from .api.v2_legacy_corpus import V2LegacyCorpusApi

        return V2LegacyCorpusApi(self._core)

    @property
    def user(self) -> V2LegacyUserApi:
        """Users of an organization."""
        from .api.v2_legacy_user import V2LegacyUserApi

        return V2LegacyUserApi(self._core)

    @property
    def agent_access(self) -> V2LegacyAgentAccessApi:
        """Who may see an agent: everybody, its team, or its owner only."""
        from .api.v2_legacy_agent_access import V2LegacyAgentAccessApi

        return V2LegacyAgentAccessApi(self._core)

    @property
    def agent_alias(self) -> V2LegacyAgentAliasApi:
        """Aliases, which are further names of agents."""
        from .api.v2_legacy_agent_alias import V2LegacyAgentAliasApi

        return V2LegacyAgentAliasApi(self._core)

    @property
    def agent_comment(self) -> V2LegacyAgentCommentApi:
        """Comments of users on agents."""
        from .api.v2_legacy_agent_comment import V2LegacyAgentCommentApi

        return V2LegacyAgentCommentApi(self._core)

    @property
    def agent_rating(self) -> V2LegacyAgentRatingApi:
        """Ratings of agents."""
        from .api.v2_legacy_agent_rating import V2LegacyAgentRatingApi

        return V2LegacyAgentRatingApi(self._core)

    @property
    def agent_reviews(self) -> V2LegacyAgentReviewsApi:
        """Reviews of agents by their users."""
        from .api.v2_legacy_agent_reviews import V2LegacyAgentReviewsApi

        return V2LegacyAgentReviewsApi(self._core)

    @property
    def agent_tags(self) -> V2LegacyAgentTagsApi:
        """Tags of agents."""
        from .api.v2_legacy_agent_tags import V2LegacyAgentTagsApi

        return V2LegacyAgentTagsApi(self._core)

    @property
    def agent_tool_connection(self) -> V2LegacyAgentToolConnectionApi:
        """Tools that are enabled for an agent."""
        from .api.v2_legacy_agent_tool_connection import V2LegacyAgentToolConnectionApi

        return V2LegacyAgentToolConnectionApi(self._core)

    @property
    def agent_type(self) -> V2LegacyAgentTypeApi:
        """Types of agents, such as QnA and Custom."""
        from .api.v2_legacy_agent_type import V2LegacyAgentTypeApi

        return V2LegacyAgentTypeApi(self._core)

    @property
    def agent_user(self) -> V2LegacyAgentUserApi:
        """Users of an agent and their permissions on it."""
        from .api.v2_legacy_agent_user import V2LegacyAgentUserApi

        return V2LegacyAgentUserApi(self._core)

    @property
    def agent_vote(self) -> V2LegacyAgentVoteApi:
        """Votes on agents."""
        from .api.v2_legacy_agent_vote import V2LegacyAgentVoteApi

        return V2LegacyAgentVoteApi(self._core)

    @property
    def api_tool_template(self) -> V2LegacyAPIToolTemplateApi:
        """Templates for tools that call an API."""
        from .api.v2_legacy_api_tool_template import V2LegacyAPIToolTemplateApi

        return V2LegacyAPIToolTemplateApi(self._core)

    @property
    def conversation_starters(self) -> V2LegacyConversationStartersApi:
        """Questions that an agent offers to begin a conversation with."""
        from .api.v2_legacy_conversation_starters import V2LegacyConversationStartersApi

        return V2LegacyConversationStartersApi(self._core)

    @property
    def document(self) -> V2LegacyDocumentApi:
        """Single documents of corpora, from their tags to their indexing."""
        from .api.v2_legacy_document import V2LegacyDocumentApi

        return V2LegacyDocumentApi(self._core)

    @property
    def email_indexing_authorization(self) -> V2LegacyEmailIndexingAuthorizationApi:
        """Authorization to index e-mail."""
        from .api.v2_legacy_email_indexing_authorization import (
            V2LegacyEmailIndexingAuthorizationApi,
        )

        return V2LegacyEmailIndexingAuthorizationApi(self._core)

    @property
    def feature_flag(self) -> V2LegacyFeatureFlagApi:
        """Features that are switched on or off in a deployment."""
        from .api.v2_legacy_feature_flag import V2LegacyFeatureFlagApi

        return V2LegacyFeatureFlagApi(self._core)

    @property
    def llm_config(self) -> V2LegacyLLMConfigApi:
        """Language models that agents can use, and their deployments."""
        from .api.v2_legacy_llm_config import V2LegacyLLMConfigApi

        return V2LegacyLLMConfigApi(self._core)

    @property
    def notification(self) -> V2LegacyNotificationApi:
        """Notifications to users."""
        from .api.v2_legacy_notification import V2LegacyNotificationApi

        return V2LegacyNotificationApi(self._core)

    @property
    def organization_tool(self) -> V2LegacyOrganizationToolApi:
        """Tools that are enabled for a whole organization."""
        from .api.v2_legacy_organization_tool import V2LegacyOrganizationToolApi

        return V2LegacyOrganizationToolApi(self._core)

    @property
    def project(self) -> V2LegacyProjectApi:
        """Projects, which hold agents and belong to teams."""
        from .api.v2_legacy_project import V2LegacyProjectApi

        return V2LegacyProjectApi(self._core)

    @property
    def team(self) -> V2LegacyTeamApi:
        """Teams of users, with their projects and agents."""
        from .api.v2_legacy_team import V2LegacyTeamApi

        return V2LegacyTeamApi(self._core)

    @property
    def tool(self) -> V2LegacyToolApi:
        """Tools that agents can use."""
        from .api.v2_legacy_tool import V2LegacyToolApi

        return V2LegacyToolApi(self._core)

    @property
    def user_project(self) -> V2LegacyUserProjectApi:
        """Users who belong to projects, and the projects that a user sees."""
        from .api.v2_legacy_user_project import V2LegacyUserProjectApi

        return V2LegacyUserProjectApi(self._core)


class V2(Resource):
    """The current generation of the API."""

    __slots__ = ()

    @property
    def sso(self) -> V2SSOApi:
        """Single sign-on with identity providers, begun by sending the user's browser to them."""
        from .api.v2_sso import V2SSOApi

        return V2SSOApi(self._core)

    @property
    def feature_flags(self) -> V2FeatureFlagsApi:
        """Features that are switched on or off in a deployment."""
        from .api.v2_feature_flags import V2FeatureFlagsApi

        return V2FeatureFlagsApi(self._core)

    @property
    def authentication(self) -> V2AuthenticationApi:
        """Login by password, exchange code, magic link or one-time code, and renewal of tokens."""
        from .api.v2_authentication import V2AuthenticationApi

        return V2AuthenticationApi(self._core)

    @property
    def agents(self) -> V2AgentsApi:
        """Agents, which the product's pages call assistants, their corpora and their history."""
        from .api.v2_agents import V2AgentsApi

        return V2AgentsApi(self._core)

    @property
    def agent_responses(self) -> V2AgentResponsesApi:
        """Questions to agents, answered at once or as a stream, and the stored answers with their
        feedback.
        """
        from .api.v2_agent_responses import V2AgentResponsesApi

        return V2AgentResponsesApi(self._core)

    @property
    def chat_threads(self) -> V2ChatThreadsApi:
        """Chat threads, in which the questions to one agent and its answers are kept together."""
        from .api.v2_chat_threads import V2ChatThreadsApi

        return V2ChatThreadsApi(self._core)

    @property
    def corpora(self) -> V2CorporaApi:
        """Corpora, which are collections of documents that agents search for their answers."""
        from .api.v2_corpora import V2CorporaApi

        return V2CorporaApi(self._core)

    @property
    def documents(self) -> V2DocumentsApi:
        """Documents, from their upload to the end of their indexing."""
        from .api.v2_documents import V2DocumentsApi

        return V2DocumentsApi(self._core)

    @property
    def citations(self) -> V2CitationsApi:
        """Content of the files that answers refer to."""
        from .api.v2_citations import V2CitationsApi

        return V2CitationsApi(self._core)

    @property
    def users(self) -> V2UsersApi:
        """Users, among them the one that the access token belongs to."""
        from .api.v2_users import V2UsersApi

        return V2UsersApi(self._core)

    @property
    def organizations(self) -> V2OrganizationsApi:
        """Organizations and their users."""
        from .api.v2_organizations import V2OrganizationsApi

        return V2OrganizationsApi(self._core)

    @property
    def workflows(self) -> V2WorkflowsApi:
        """Workflows, in which several agents work on one answer."""
        from .api.v2_workflows import V2WorkflowsApi

        return V2WorkflowsApi(self._core)

    @property
    def teams(self) -> V2TeamsApi:
        """Teams of users."""
        from .api.v2_teams import V2TeamsApi

        return V2TeamsApi(self._core)

    @property
    def agent_access(self) -> V2AgentAccessApi:
        """Who may see an agent: everybody, its team, or its owner only."""
        from .api.v2_agent_access import V2AgentAccessApi

        return V2AgentAccessApi(self._core)

    @property
    def agent_aliases(self) -> V2AgentAliasesApi:
        """Aliases, which are further names of agents."""
        from .api.v2_agent_aliases import V2AgentAliasesApi

        return V2AgentAliasesApi(self._core)

    @property
    def agent_comments(self) -> V2AgentCommentsApi:
        """Comments of users on agents."""
        from .api.v2_agent_comments import V2AgentCommentsApi

        return V2AgentCommentsApi(self._core)

    @property
    def agent_ratings(self) -> V2AgentRatingsApi:
        """Ratings of agents."""
        from .api.v2_agent_ratings import V2AgentRatingsApi

        return V2AgentRatingsApi(self._core)

    @property
    def agent_reviews(self) -> V2AgentReviewsApi:
        """Reviews of agents by their users."""
        from .api.v2_agent_reviews import V2AgentReviewsApi

        return V2AgentReviewsApi(self._core)

    @property
    def agent_tags(self) -> V2AgentTagsApi:
        """Tags of agents."""
        from .api.v2_agent_tags import V2AgentTagsApi

        return V2AgentTagsApi(self._core)

    @property
    def agent_tools(self) -> V2AgentToolsApi:
        """Tools of an agent, enabled or not."""
        from .api.v2_agent_tools import V2AgentToolsApi

        return V2AgentToolsApi(self._core)

    @property
    def agent_types(self) -> V2AgentTypesApi:
        """Types of agents, such as QnA and Custom."""
        from .api.v2_agent_types import V2AgentTypesApi

        return V2AgentTypesApi(self._core)

    @property
    def agent_users(self) -> V2AgentUsersApi:
        """Users of an agent and their permissions on it."""
        from .api.v2_agent_users import V2AgentUsersApi

        return V2AgentUsersApi(self._core)

    @property
    def agent_votes(self) -> V2AgentVotesApi:
        """Votes on agents."""
        from .api.v2_agent_votes import V2AgentVotesApi

        return V2AgentVotesApi(self._core)

    @property
    def analytics(self) -> V2AnalyticsApi:
        """Costs, counted by the server."""
        from .api.v2_analytics import V2AnalyticsApi

        return V2AnalyticsApi(self._core)

    @property
    def api_tool_templates(self) -> V2APIToolTemplatesApi:
        """Templates for tools that call an API."""
        from .api.v2_api_tool_templates import V2APIToolTemplatesApi

        return V2APIToolTemplatesApi(self._core)

    @property
    def artifacts(self) -> V2ArtifactsApi:
        """Files that agents made in chat threads."""
        from .api.v2_artifacts import V2ArtifactsApi

        return V2ArtifactsApi(self._core)

    @property
    def conversation_starters(self) -> V2ConversationStartersApi:
        """Questions that an agent offers to begin a conversation with."""
        from .api.v2_conversation_starters import V2ConversationStartersApi

        return V2ConversationStartersApi(self._core)

    @property
    def evaluation_datasets(self) -> V2EvaluationDatasetsApi:
        """Datasets that agents are evaluated with."""
        from .api.v2_evaluation_datasets import V2EvaluationDatasetsApi

        return V2EvaluationDatasetsApi(self._core)

    @property
    def llm_configs(self) -> V2LLMConfigsApi:
        """Language models that agents can use, and their deployments."""
        from .api.v2_llm_configs import V2LLMConfigsApi

        return V2LLMConfigsApi(self._core)

    @property
    def metering(self) -> V2MeteringApi:
        """Tokens used, broken down."""
        from .api.v2_metering import V2MeteringApi

        return V2MeteringApi(self._core)

    @property
    def notifications(self) -> V2NotificationsApi:
        """Notifications to users."""
        from .api.v2_notifications import V2NotificationsApi

        return V2NotificationsApi(self._core)

    @property
    def permission_sets(self) -> V2PermissionSetsApi:
        """Sets of permissions on agents, corpora and workflows, which an organization gives to its
        members.
        """
        from .api.v2_permission_sets import V2PermissionSetsApi

        return V2PermissionSetsApi(self._core)

    @property
    def projects(self) -> V2ProjectsApi:
        """Projects, which hold agents and belong to teams."""
        from .api.v2_projects import V2ProjectsApi

        return V2ProjectsApi(self._core)

    @property
    def sharepoint(self) -> V2SharepointApi:
        """Connection to SharePoint and the synchronization of its drives."""
        from .api.v2_sharepoint import V2SharepointApi

        return V2SharepointApi(self._core)

    @property
    def skills(self) -> V2SkillsApi:
        """Skills of agents."""
        from .api.v2_skills import V2SkillsApi

        return V2SkillsApi(self._core)

    @property
    def teammates(self) -> V2TeammatesApi:
        """Teammates, which only the older documentation knows."""
        from .api.v2_teammates import V2TeammatesApi

        return V2TeammatesApi(self._core)

    @property
    def tools(self) -> V2ToolsApi:
        """Tools that agents can use."""
        from .api.v2_tools import V2ToolsApi

        return V2ToolsApi(self._core)
