"""The namespaces of the client: one class per generation of the API, one property per tag.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._protocol import Resource

if TYPE_CHECKING:
    from .api.v1_agents import V1AgentsApi
    from .api.v2_agent_responses import V2AgentResponsesApi
    from .api.v2_agents import V2AgentsApi
    from .api.v2_authentication import V2AuthenticationApi
    from .api.v2_chat_threads import V2ChatThreadsApi
    from .api.v2_citations import V2CitationsApi
    from .api.v2_corpora import V2CorporaApi
    from .api.v2_documents import V2DocumentsApi
    from .api.v2_feature_flags import V2FeatureFlagsApi
    from .api.v2_legacy_agent import V2LegacyAgentApi
    from .api.v2_legacy_agent_corpus_connection import V2LegacyAgentCorpusConnectionApi
    from .api.v2_legacy_agent_response import V2LegacyAgentResponseApi
    from .api.v2_legacy_chat_thread import V2LegacyChatThreadApi
    from .api.v2_legacy_corpus import V2LegacyCorpusApi
    from .api.v2_legacy_user import V2LegacyUserApi
    from .api.v2_organizations import V2OrganizationsApi
    from .api.v2_sso import V2SSOApi
    from .api.v2_teams import V2TeamsApi
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


class V2Legacy(Resource):
    """The second generation's older half."""

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
