"""What the sandbox does for the operations that have a state, one module for each kind of resource.

Importing this package registers all of them.
"""

from .._call import HANDLERS
from . import (
    agent_responses,
    agents,
    answers,
    authentication,
    chat_threads,
    citations,
    corpora,
    documents,
    people,
    sso,
)

__all__ = [
    "HANDLERS",
    "agent_responses",
    "agents",
    "answers",
    "authentication",
    "chat_threads",
    "citations",
    "corpora",
    "documents",
    "people",
    "sso",
]
