"""Who belongs to which team and project, and which agents that opens.

The product's order is teams, in them projects, in them agents. Whoever makes a team or a project
belongs to it.
"""

from __future__ import annotations

from ._kinds import PROJECT, TEAM
from ._links import linked
from ._open_records import OpenRecord
from ._records import Agent, User
from ._state import State


def members_of(state: State, record: OpenRecord) -> list[User]:
    """Return the users of a team or a project, the one who made it first."""
    maker = state.user_by_email(record.trail.created_by)
    numbers = [maker.id] if maker else []
    numbers += linked(record.members, "user")
    return [state.users[number] for number in dict.fromkeys(numbers) if number in state.users]


def teams_of(state: State, user: User) -> list[OpenRecord]:
    """Return the teams of a user."""
    return [team for team in state.open.all(TEAM) if user in members_of(state, team)]


def projects_in(state: State, teams: list[OpenRecord]) -> list[OpenRecord]:
    """Return the projects of some teams."""
    numbers = {team.id for team in teams}
    return [
        project
        for project in state.open.all(PROJECT)
        if numbers.intersection(linked(project.members, "team"))
    ]


def agents_in(state: State, projects: list[OpenRecord]) -> list[Agent]:
    """Return the agents of some projects."""
    numbers = {project.id for project in projects}
    return [agent for agent in state.agents.values() if agent.project in numbers]
