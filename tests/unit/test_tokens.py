"""Tokens: when they end, and the file that keeps them between two runs."""

from __future__ import annotations

import asyncio
import base64
import fcntl
import json
import os
import stat
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import Any

import pytest

from ejento_async._errors import ConfigurationError
from ejento_async._secret import Secret
from ejento_async._tokens import FileTokenStore, Tokens, is_token, jwt_expiry
from tests.support import chain
from tests.wire import eventually


def jwt(claims: object, *, padding: str = "") -> str:
    payload = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    return f"eyJhbGciOiJIUzI1NiJ9.{payload}{padding}.c2lnbmF0dXJl"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tokens.json"


@pytest.fixture
def store(path: Path) -> FileTokenStore:
    return FileTokenStore(path)


# The end of a token.


@pytest.mark.parametrize(
    "exp", [1_800_000_000, 1_800_000_000.5, 0, -5], ids=["seconds", "fraction", "epoch", "before"]
)
def test_the_end_of_a_jwt_is_read_from_the_token_itself(exp: float) -> None:
    assert jwt_expiry(jwt({"exp": exp})) == exp
    assert Tokens.of(jwt({"exp": exp})).expires_at == exp


@pytest.mark.parametrize("length", range(1, 5))
def test_a_jwt_is_read_whatever_the_length_of_its_payload(length: int) -> None:
    assert jwt_expiry(jwt({"exp": 5, "x": "y" * length})) == 5


@pytest.mark.parametrize(
    "token",
    [
        "",
        "opaque",
        "a.b",
        "a.b.c",
        "a.b.c.d",
        "..",
        "a.\u00e9.c",
        "a.%%%.c",
        jwt({}),
        jwt({"exp": None}),
        jwt({"exp": "1800000000"}),
        jwt({"exp": True}),
        jwt({"exp": [1]}),
        jwt({"exp": float("nan")}),
        jwt({"exp": float("inf")}),
        jwt({"exp": 10**400}),
        jwt([1]),
        jwt("text"),
        jwt(None),
        f"a.{base64.urlsafe_b64encode(b'[' * 100_000).decode()}.c",
        f"a.{base64.urlsafe_b64encode(bytes([0xFF, 0xFE])).decode()}.c",
    ],
    ids=lambda token: str(token)[:30],
)
def test_a_token_that_does_not_tell_its_end_is_taken_to_have_none(token: str) -> None:
    tokens = Tokens.of(token)

    assert tokens.expires_at is None
    assert not tokens.expires_within(10**9)


def test_an_end_that_the_server_told_wins_over_the_one_in_the_token() -> None:
    assert Tokens.of(jwt({"exp": 5}), expires_at=7.0).expires_at == 7


@pytest.mark.parametrize(
    ("left", "seconds", "expected"),
    [
        (100, 60, False),
        (60, 60, True),
        (30, 60, True),
        (-5, 60, True),
        (-5, 0, True),
        (5, 0, False),
    ],
)
def test_a_token_ends_within_some_seconds_when_so_many_or_fewer_are_left(
    left: float, seconds: float, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: 1000.0)

    assert Tokens.of("t", expires_at=1000 + left).expires_within(seconds) is expected


@pytest.mark.parametrize("value", ["a", "a.b.c", "~!=/+"])
def test_visible_ascii_can_be_a_token(value: str) -> None:
    assert is_token(value)


@pytest.mark.parametrize(
    "value", ["", " ", "a b", "a\n", "a\r\nX: y", "a\0", "\u00e9", None, 5, b"a"]
)
def test_what_could_not_stand_in_a_header_is_no_token(value: Any) -> None:
    assert not is_token(value)


# When a token is to be renewed.


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> float:
    """Let it be always the same time."""
    monkeypatch.setattr(time, "time", lambda: 1_000_000.0)
    return 1_000_000.0


@pytest.mark.parametrize(
    ("life", "ahead"),
    [(7 * 86400, 60), (3600, 60), (600, 60), (599, 59.9), (60, 6), (2, 0.2), (0, 0), (-5, 0)],
)
def test_a_token_is_due_a_minute_before_its_end_or_when_a_tenth_of_its_life_is_left(
    life: float, ahead: float, now: float
) -> None:
    for begun in (now, now - 100, now - 10**6):
        of_itself = Tokens.of(jwt({"iat": begun, "exp": begun + life}))
        assert of_itself.renew_at == pytest.approx(begun + life - ahead)
    assert Tokens.issued("opaque", expires_at=now + life).renew_at == (
        pytest.approx(now + life - ahead) if life > 0 else float("inf")
    )


@pytest.mark.parametrize(("left", "ahead"), [(3600, 60), (600, 60), (30, 3), (2, 0.2), (-600, 0)])
def test_of_a_token_whose_begin_is_not_known_what_is_left_counts_as_its_life(
    left: float, ahead: float, now: float
) -> None:
    for tokens in (Tokens.of(jwt({"exp": now + left})), Tokens.of("opaque", expires_at=now + left)):
        assert tokens.renew_at == pytest.approx(now + left - ahead)


@pytest.mark.parametrize("token", ["opaque", jwt({"iat": 5}), jwt({})], ids=["opaque", "iat", "{}"])
def test_a_token_whose_end_is_not_known_is_never_due(token: str) -> None:
    assert Tokens.of(token).renew_at == Tokens.issued(token).renew_at == float("inf")


@pytest.mark.parametrize("skew", [-600, 0, 600])
@pytest.mark.parametrize("life", [300, 3600])
def test_a_token_just_issued_has_its_life_before_it_whatever_the_clocks_say(
    skew: float, life: float, now: float
) -> None:
    token = jwt({"iat": now + skew, "exp": now + skew + life})

    assert Tokens.issued(token).expires_at == now + life
    assert Tokens.issued("opaque", expires_at=now + skew + life).expires_at == (
        now + skew + life if skew + life > 0 else None
    )


@pytest.mark.parametrize(
    "claims",
    [
        {"exp": 900_000},
        {"iat": 1_000_000_000, "exp": 1_000_010},
        {"iat": 1_000_000, "exp": 1_000_000},
        {"iat": "then", "exp": 900_000},
    ],
    ids=["no begin", "begin in milliseconds", "no life", "begin that is none"],
)
def test_a_token_just_issued_that_makes_no_sense_by_our_clock_has_no_known_end(
    claims: dict[str, Any], now: float
) -> None:
    assert Tokens.issued(jwt(claims)).expires_at is None


def test_what_the_server_says_of_the_end_wins_over_the_token_for_new_ones_too(now: float) -> None:
    token = jwt({"iat": now - 600, "exp": now - 500})

    assert Tokens.issued(token, expires_at=now - 300).expires_at == now + 300


def test_tokens_do_not_show_in_their_repr() -> None:
    assert "canary" not in repr(Tokens.of("canary-1", "canary-2"))


# The file.


async def test_what_is_saved_is_what_another_store_on_the_same_file_loads(path: Path) -> None:
    tokens = Tokens.of("access", "auth", 1_800_000_000.5)

    await FileTokenStore(path).save(tokens)

    assert await FileTokenStore(str(path)).load() == tokens


async def test_a_pair_without_auth_token_and_end_is_kept_as_such(store: FileTokenStore) -> None:
    tokens = Tokens(Secret("access"))

    await store.save(tokens)

    assert await store.load() == tokens


async def test_a_file_that_is_not_there_holds_no_tokens(store: FileTokenStore) -> None:
    assert await store.load() is None


async def test_only_the_owner_may_read_the_file_and_its_lock(
    store: FileTokenStore, path: Path
) -> None:
    before = os.umask(0)
    try:
        async with store.lock():
            await store.save(Tokens.of("access", "auth"))
    finally:
        os.umask(before)

    for made in path.parent.iterdir():
        assert stat.S_IMODE(made.stat().st_mode) == 0o600


async def test_a_file_that_others_could_read_is_closed_to_them_by_the_next_save(
    store: FileTokenStore, path: Path
) -> None:
    path.write_text("{}")
    path.chmod(0o666)

    await store.save(Tokens.of("access"))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_a_symbolic_link_is_followed_by_lock_load_and_save(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link.json"
    real.mkdir()
    link.symlink_to(real / "tokens.json")
    through, direct = FileTokenStore(link), FileTokenStore(real / "tokens.json")

    async with through.lock():
        waiting = asyncio.create_task(direct.lock().__aenter__())
        done, _ = await asyncio.wait([waiting], timeout=0.02)
        assert not done
        waiting.cancel()
        await through.save(Tokens.of("access", "auth"))

    assert link.is_symlink()
    assert await direct.load() == await through.load() == Tokens.of("access", "auth")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["link.json", "real"]


async def test_when_a_save_returns_the_tokens_would_outlast_a_power_cut(
    store: FileTokenStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    safe: list[str] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        real(descriptor)
        folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        safe.append("folder with the file" if folder and path.exists() else "content")

    monkeypatch.setattr(os, "fsync", fsync)
    await store.save(Tokens.of("access"))

    assert safe == ["content", "folder with the file"]


async def test_a_disk_that_cannot_make_a_folder_safe_keeps_the_tokens_all_the_same(
    store: FileTokenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def for_files_only(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(22, "Invalid argument")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", for_files_only)
    await store.save(Tokens.of("access"))

    assert await store.load() == Tokens.of("access")


async def test_the_end_that_was_saved_wins_over_the_one_in_the_token(store: FileTokenStore) -> None:
    ended = jwt({"iat": 5, "exp": 10})

    for end in (None, time.time() + 500):
        await store.save(Tokens(Secret(ended), None, end))
        kept = await store.load()
        assert kept is not None
        assert kept.expires_at == end


@pytest.mark.parametrize("broken", ["dump", "fsync", "replace"])
async def test_a_save_that_fails_leaves_the_old_file_and_no_other(
    broken: str, store: FileTokenStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.save(Tokens.of("old", "old-auth"))

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    place: Any = {"dump": json, "fsync": os, "replace": Path}[broken]
    monkeypatch.setattr(place, broken, fail)
    with pytest.raises(ConfigurationError, match="No space left"):
        await store.save(Tokens.of("new", "new-auth"))
    monkeypatch.undo()

    assert [entry.name for entry in path.parent.iterdir()] == ["tokens.json"]
    assert await store.load() == Tokens.of("old", "old-auth")


async def test_the_new_file_takes_the_place_of_the_old_one_in_one_step(
    store: FileTokenStore, path: Path
) -> None:
    await store.save(Tokens.of("old"))
    with path.open() as reader:
        await store.save(Tokens.of("new"))

        assert "old" in reader.read()
    assert "new" in path.read_text()


GOOD = {"access_token": "a", "auth_token": "b", "expires_at": None}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"{}",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        json.dumps(GOOD | {"access_token": None}).encode(),
        json.dumps(GOOD | {"access_token": ""}).encode(),
        json.dumps(GOOD | {"access_token": "canary\r\nX-Evil: 1"}).encode(),
        json.dumps(GOOD | {"auth_token": 5}).encode(),
        json.dumps(GOOD | {"auth_token": "canary \u00e9"}).encode(),
        json.dumps({"access_token": "canary"}).encode(),
    ],
    ids=lambda content: repr(content[:50]),
)
async def test_a_damaged_file_is_refused_with_advice_and_unseen(
    content: bytes, store: FileTokenStore, path: Path
) -> None:
    path.write_bytes(content)

    with pytest.raises(ConfigurationError, match="damaged: delete it and log in again") as caught:
        await store.load()
    assert str(path) in str(caught.value)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize("end", ["soon", True, [], float("nan"), 10**400])
async def test_an_end_that_is_no_time_is_taken_as_unknown(
    end: Any, store: FileTokenStore, path: Path
) -> None:
    path.write_text(json.dumps(GOOD | {"expires_at": end}))

    assert await store.load() == Tokens.of("a", "b")


async def test_a_folder_that_is_not_there_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    store = FileTokenStore(tmp_path / "missing" / "tokens.json")

    with pytest.raises(ConfigurationError, match="tokens.json cannot be used"):
        async with store.lock():
            pytest.fail("there is nothing to lock")
    with pytest.raises(ConfigurationError, match="tokens.json cannot be used"):
        await store.save(Tokens.of("a"))


async def test_a_file_that_cannot_be_read_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be used: Is a directory"):
        await FileTokenStore(tmp_path).load()


async def test_no_error_of_the_store_holds_a_token(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError) as caught:
        await FileTokenStore(tmp_path / "missing" / "t.json").save(Tokens.of("canary", "canary"))

    for error in chain(caught.value):
        shown = traceback.TracebackException.from_exception(error, capture_locals=True)
        frames = [frame for frame in shown.stack if "/tests/" not in frame.filename]
        assert "canary" not in f"{error!r} {[frame.locals for frame in frames]}"


async def test_no_error_about_a_damaged_file_holds_a_token(
    store: FileTokenStore, path: Path
) -> None:
    path.write_text(json.dumps(GOOD | {"access_token": "canary", "auth_token": 5}))

    with pytest.raises(ConfigurationError) as caught:
        await store.load()

    shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    frames = [frame for frame in shown.stack if "/tests/" not in frame.filename]
    assert "canary" not in str([frame.locals for frame in frames])


def test_the_repr_of_a_store_names_the_file_only(path: Path, store: FileTokenStore) -> None:
    assert repr(store) == f"FileTokenStore({str(path)!r})"


# The lock.


async def test_a_second_store_on_the_file_waits_until_the_first_lets_go(path: Path) -> None:
    first, second = FileTokenStore(path), FileTokenStore(path)
    order: list[str] = []

    async def hold() -> None:
        async with second.lock():
            order.append("second")

    async with first.lock():
        waiting = asyncio.create_task(hold())
        done, _ = await asyncio.wait([waiting], timeout=0.02)
        assert not done
        order.append("first")
    await waiting

    assert order == ["first", "second"]


async def test_one_store_locks_against_itself(store: FileTokenStore) -> None:
    inside = 0

    async def hold() -> None:
        nonlocal inside
        async with store.lock():
            inside += 1
            assert inside == 1
            await asyncio.sleep(0)
            inside -= 1

    await asyncio.gather(*(hold() for _ in range(5)))


async def test_waiting_for_the_lock_can_be_cancelled_and_leaves_nothing_behind(
    path: Path,
) -> None:
    async with FileTokenStore(path).lock():
        waiting = asyncio.create_task(FileTokenStore(path).lock().__aenter__())
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
    async with asyncio.timeout(1), FileTokenStore(path).lock():
        pass


async def test_an_error_under_the_lock_gives_it_back(store: FileTokenStore) -> None:
    with pytest.raises(KeyError):
        async with store.lock():
            raise KeyError
    async with asyncio.timeout(1), store.lock():
        pass


async def test_a_process_that_dies_gives_the_lock_back(path: Path, store: FileTokenStore) -> None:
    program = (
        "import asyncio, sys; from ejento_async._tokens import FileTokenStore\n"
        "async def main():\n"
        "    async with FileTokenStore(sys.argv[1]).lock():\n"
        "        print('held', flush=True); await asyncio.sleep(60)\n"
        "asyncio.run(main())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        waiting = asyncio.create_task(store.lock().__aenter__())
        done, _ = await asyncio.wait([waiting], timeout=0.02)
        process.kill()

    assert not done
    await eventually(waiting.done)
    waiting.result()


async def test_a_disk_that_knows_no_locks_is_an_error_and_not_an_endless_wait(
    store: FileTokenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", unsupported)
    with pytest.raises(ConfigurationError, match="cannot be used: Operation not supported"):
        async with store.lock():
            pytest.fail("there is no lock")
