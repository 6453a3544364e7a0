"""What a test says about its sandbox: the arguments of the marker, and how they come together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Protocol, TypedDict, Unpack, cast

if TYPE_CHECKING:
    import pytest

    from ejento_async.sandbox import AgentSeed, DocumentSeed, Fault, Sandbox

MARKER = "ejento"


class SandboxSettings(TypedDict, total=False):
    """How a sandbox is set up for a test; arguments of `@pytest.mark.ejento`.

    Attributes:
        faults: what goes wrong, from the start on.
        seed: number that decides which requests are befallen by faults with a `probability`.
        agents: agents on top of those that every sandbox has, as `Sandbox.add_agent` takes them.
        documents: documents likewise, as `Sandbox.add_document` takes them.
        token_lifetime: as all that follow, an argument of `Sandbox`, where it is explained.
    """

    faults: Sequence[Fault]
    seed: int
    agents: Sequence[AgentSeed]
    documents: Sequence[DocumentSeed]
    token_lifetime: float
    rotation_grace: float
    indexing_steps: Sequence[str]
    stream_delay: float
    strict: bool
    record_limit: int
    record_bytes: int
    document360_rate_limit: int


class SandboxFactory(Protocol):
    """What `ejento_sandbox_factory` is: starts a sandbox that is set up so, until the test ends."""

    def __call__(self, **settings: Unpack[SandboxSettings]) -> Sandbox: ...


_NAMES = tuple(SandboxSettings.__annotations__)
_ADDED = ("faults", "agents", "documents")
"""What the marks of a test, of its class and of its module add up to."""


class SettingsError(ValueError):
    """Settings that make no sense, in words for whoever wrote them."""


def checked(settings: Mapping[str, Any], place: str) -> SandboxSettings:
    """Return settings whose names are all known.

    Raises:
        SettingsError: if one is not.
    """
    for name in settings:
        if name not in _NAMES:
            near = get_close_matches(name, _NAMES, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(_NAMES)}"
            msg = f"{place}: unknown argument {name!r}; {hint}"
            raise SettingsError(msg)
    return cast("SandboxSettings", settings)


def marked(item: pytest.Item) -> list[SandboxSettings]:
    """Return what the marks of a test say, from that of the module to the nearest.

    Raises:
        SettingsError: if a mark has an argument that is not known.
    """
    found: list[SandboxSettings] = []
    for mark in item.iter_markers(MARKER):
        if mark.args:
            msg = f"@pytest.mark.{MARKER}: takes arguments by name only, got {mark.args[0]!r}"
            raise SettingsError(msg)
        found.append(checked(mark.kwargs, f"@pytest.mark.{MARKER}"))
    return found[::-1]


def merged(several: Sequence[SandboxSettings]) -> SandboxSettings:
    """Put settings together: of one value the last counts, lists add up."""
    whole: dict[str, Any] = {}
    for settings in several:
        for name, value in settings.items():
            more = cast("Sequence[Any]", value)
            whole[name] = [*whole.get(name, ()), *more] if name in _ADDED else value
    return cast("SandboxSettings", whole)


def started(settings: SandboxSettings) -> Sandbox:
    """Start a sandbox that is set up so.

    Raises:
        SettingsError: if a setting makes no sense.
    """
    from ejento_async.sandbox import Sandbox

    arguments = cast("dict[str, Any]", dict(settings))
    extras = {name: arguments.pop(name, ()) for name in _ADDED}
    seed = arguments.pop("seed", None)
    try:
        sandbox = Sandbox(**arguments)
        if seed is not None:
            sandbox.faults.seed(seed)
        for fault in extras["faults"]:
            sandbox.faults.add(_fault(fault))
    except (TypeError, ValueError) as error:
        raise SettingsError(str(error)) from error
    sandbox.start()
    try:
        for document in extras["documents"]:
            sandbox.add_document(**document)
        for agent in extras["agents"]:
            sandbox.add_agent(**agent)
    except (TypeError, ValueError) as error:
        sandbox.stop()
        raise SettingsError(str(error).replace("Sandbox.add_", "")) from error
    return sandbox


def _fault(value: object) -> Fault:
    from ejento_async.sandbox import Fault

    if not isinstance(value, Fault):
        msg = f"faults: expected faults such as Fault.status(503), got {value!r}"
        raise SettingsError(msg)
    return value
