"""What holds credentials: `Secret` objects, one file, and nothing else that can be looked at."""

from __future__ import annotations

import asyncio
import copy
import gc
import json
import pickle
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import ejento_async
from ejento_async import (
    ConfigurationError,
    Document360Client,
    EjentoClient,
    EjentoError,
    FileTokenStore,
    Password,
    Service,
    TokenPair,
    UserToken,
)
from ejento_async._secret import Secret
from ejento_async.backends import BackendRequest, PhaseTimeouts
from tests.reliability.echoes import echoing, page
from tests.reliability.planting import (
    ACCESS,
    APPLICATION,
    AUTH,
    CALLS,
    KEY,
    MARK,
    PASSWORD,
    SERVICE,
    client,
)
from tests.reliability.scene import Scene

once = pytest.mark.parametrize("way", ["httpx"], indirect=True)
"""For what happens before there is a way to the network."""


async def test_only_secrets_hold_credentials(scene: Scene) -> None:
    """Whoever walks over a client, object by object, finds none in the clear."""
    tokens = {"access_token": AUTH, "ejento_access_token": ACCESS}
    server = await scene.server(
        echoing(lambda _: page(200, json.dumps({"success": True, "data": tokens, "id": 1})))
    )
    services = {"response-service": Service(api_key=SERVICE)}
    clients: list[Any] = [
        client(scene, server, services=services),
        client(scene, server, credentials=Password("a@b.example", PASSWORD)),
        client(scene, server, credentials=TokenPair(AUTH, ACCESS)),
        scene.document360(server, api_key=KEY),
    ]
    for each in clients[:3]:
        await scene.attempt(each.v2.agents.get(42))
        await scene.attempt(each.v2.agent_responses.create_voice_token(42))
    await scene.attempt(clients[3].teams.get("x"))

    secrets = 0
    for each in (*clients, *(each.with_options(timeout=1) for each in clients)):
        found = list(_reachable(each))
        secrets += sum(isinstance(value, Secret) for value in found)
        clear = [value for value in found if isinstance(value, str | bytes) and _shows(value)]
        assert clear == []
    scene.note("all objects that a client reaches", "only a Secret holds one", f"{secrets} do")
    assert secrets >= 2 * (2 + 1 + 2 + 2 + 1)


def _shows(value: str | bytes | bytearray) -> bool:
    return MARK in (value if isinstance(value, str) else value.decode("latin-1"))


def _reachable(root: object) -> Iterator[object]:
    """Yield all objects that can be reached, but for code and what is within a `Secret`."""
    seen: set[int] = set()
    found = [root]
    while found:
        current = found.pop()
        if id(current) in seen or isinstance(current, type | types.ModuleType | types.CodeType):
            continue
        seen.add(id(current))
        yield current
        if isinstance(current, types.FunctionType):
            found += [cell.cell_contents for cell in current.__closure__ or ()]
        elif not isinstance(current, Secret | asyncio.AbstractEventLoop | asyncio.Task):
            found += gc.get_referents(current)


@once
async def test_a_client_can_be_shown_but_not_pickled(scene: Scene, tmp_path: Path) -> None:
    service = Service(api_key=SERVICE)
    store = FileTokenStore(tmp_path / "tokens.json")
    shown: list[object] = [
        EjentoClient(base_url="https://h", api_key=KEY, access_token=ACCESS),
        Document360Client(api_key=KEY),
        TokenPair(AUTH, ACCESS, store=store),
        Password("a@b.example", PASSWORD),
        UserToken("a@b.example", "Ann", APPLICATION),
        service,
        store,
        BackendRequest(
            "POST",
            "https://h/x?token=canary-query",
            [("x-key", Secret(KEY))],
            b"canary-body",
            PhaseTimeouts(1, 1, 1),
        ),
    ]
    for each in shown:
        printed = [repr(each), str(each), f"{each}", repr(dir(each))]
        printed += [repr(vars(each)) if hasattr(each, "__dict__") else ""]
        for action in (pickle.dumps, copy.deepcopy, json.dumps, copy.copy):
            try:
                printed.append(repr(action(each)))
            except (TypeError, pickle.PicklingError) as error:
                printed += [str(error), repr(error.args)]
        assert not any(map(_shows, printed)), printed
    scene.note("repr, copies and pickles of clients and credentials", "masked, refused", "so")
    assert not _shows(repr(attrs.asdict(service)))
    assert isinstance(attrs.asdict(service)["api_key"], Secret)


# What cannot be used.

MALFORMED: dict[str, dict[str, Any]] = {
    "an API key in two lines": {"api_key": "canary-key\ncanary"},
    "an access token in two lines": {"access_token": "canary-access\ncanary"},
    "an access token of other letters": {"access_token": "canary-é"},
    "both kinds of credentials": {"credentials": "pair", "access_token": "canary-access"},
    "another setting": {"max_retries": -1},
    "a base URL with a password": {"base_url": "https://user:canary-url@h"},
    "a base URL with a key": {"base_url": "https://h?key=canary-url"},
    "a service with such a key": {"services": {"auth-service": Service(api_key="canary\nkey")}},
    "a backend that there is not": {"backend": "tornado"},
}


@once
@pytest.mark.parametrize("fault", MALFORMED)
async def test_a_setting_that_is_refused_is_not_quoted_nor_are_the_others(
    fault: str, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The frames of the error would show them, and the whole environment with them."""
    monkeypatch.setenv("EJENTO_PASSWORD", PASSWORD)
    monkeypatch.setenv("EJENTO_AUTH_TOKEN", AUTH)
    scene.secrets.append(MARK)
    given: dict[str, Any] = {"base_url": "https://h", "api_key": KEY, **MALFORMED[fault]}
    if given.get("credentials"):
        given["credentials"] = TokenPair(AUTH)

    async def made() -> object:
        return EjentoClient(**given)

    outcome = await scene.attempt(made())
    scene.note(f"{fault}", "ConfigurationError, no credential", outcome.name)
    assert isinstance(outcome.error, ConfigurationError)


@once
@pytest.mark.parametrize("kind", ["TokenPair", "Password", "UserToken", "AccessToken"])
async def test_malformed_credentials_are_refused_without_being_quoted(
    kind: str, scene: Scene
) -> None:
    scene.secrets.append(MARK)
    arguments = {
        "TokenPair": ("canary-auth\n", "canary \n access"),
        "Password": (" ", PASSWORD),
        "UserToken": ("a@b.example", "", APPLICATION),
        "AccessToken": ("canary access",),
    }

    async def made() -> object:
        return getattr(ejento_async, kind)(*arguments[kind])

    outcome = await scene.attempt(made())
    scene.note(f"a malformed {kind}", "ConfigurationError, no credential", outcome.name)
    assert isinstance(outcome.error, ConfigurationError)


async def test_the_file_of_tokens_is_its_owners_alone_and_whole(
    scene: Scene, tmp_path: Path
) -> None:
    path = tmp_path / "tokens.json"
    pair = {"access_token": "canary-new-auth", "ejento_access_token": "canary-new-access"}
    server = await scene.server(echoing(lambda _: page(200, json.dumps({"data": pair}))))
    store = FileTokenStore(path)
    ejento = client(scene, server, credentials=TokenPair(AUTH, store=store))
    await scene.attempt(CALLS["a call"](ejento))

    assert path.stat().st_mode & 0o777 == 0o600
    before = path.stat().st_ino
    await store.save(await _loaded(store))
    assert path.stat().st_ino != before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["tokens.json", "tokens.json.lock"]
    assert not _shows(repr(store))

    for damage in ("canary-new", '{"access_token": "canary"', '["canary"]', "\ud800canary", ""):
        path.write_bytes(damage.encode("utf-8", "surrogatepass"))
        fresh = client(scene, server, credentials=TokenPair(AUTH, store=FileTokenStore(path)))
        outcome = await scene.attempt(CALLS["a call"](fresh))
        assert isinstance(outcome.error, ConfigurationError), (damage, outcome)
        assert str(path) in str(outcome.error)
    scene.note("the token file", "mode 0600, replaced in one step", "so")
    scene.note("a damaged token file", "ConfigurationError without its content", outcome.name)


async def _loaded(store: FileTokenStore) -> Any:
    tokens = await store.load()
    assert tokens is not None
    return tokens


async def test_tokens_that_cannot_be_kept_show_in_no_frame(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = {"access_token": "canary-new-auth", "ejento_access_token": "canary-new-access"}
    server = await scene.server(echoing(lambda _: page(200, json.dumps({"data": pair}))))
    store = FileTokenStore(tmp_path / "tokens.json")
    ejento = client(scene, server, credentials=TokenPair(AUTH, store=store))

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    outcome = await scene.attempt(CALLS["a call"](ejento))
    scene.note("a disk without space for the tokens", "an error without them", outcome.name)
    assert outcome.error is None or isinstance(outcome.error, EjentoError), outcome
    assert not (tmp_path / "tokens.json").exists()
