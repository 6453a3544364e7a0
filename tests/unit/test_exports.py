"""What `import ejento_async` offers, and how little it costs."""

from __future__ import annotations

import ast
import importlib
import json
import pickle
import subprocess
import sys
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

import ejento_async
from ejento_async import _errors, models
from ejento_async._lazy import lazy, type_checking_imports

SOURCE = Path(ejento_async.__file__).read_text()
LAZY = type_checking_imports(SOURCE)
PUBLIC = [getattr(ejento_async, name) for name in ejento_async.__all__]


def loaded_after(program: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after a program."""
    program += "\nimport json, sys; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    return set(json.loads(done.stdout))


def in_order(name: str) -> tuple[bool, str]:
    """Constants come first, as the linter has it."""
    return not name.isupper(), name


def test_all_names_are_sorted_and_there_once() -> None:
    assert sorted(set(ejento_async.__all__), key=in_order) == ejento_async.__all__


def test_the_names_are_exactly_those_that_type_checkers_see() -> None:
    assert set(LAZY) == set(ejento_async.__all__)


def test_the_table_of_names_is_what_the_source_says() -> None:
    blocks = [node for node in ast.parse(SOURCE).body if isinstance(node, ast.If)]
    lines = [line for block in blocks for line in block.body if isinstance(line, ast.ImportFrom)]

    assert {alias.name for line in lines for alias in line.names} == set(LAZY)
    assert LAZY["EjentoClient"] == "._client"


def test_every_name_is_there_and_the_same_each_time() -> None:
    for name in ejento_async.__all__:
        origin = importlib.import_module(LAZY[name], "ejento_async")
        assert getattr(ejento_async, name) is getattr(origin, name)
        assert getattr(ejento_async, name) is getattr(ejento_async, name)


def test_every_class_says_that_it_comes_from_the_package_itself() -> None:
    classes = [each for each in PUBLIC if isinstance(each, type)]

    assert [each for each in classes if each.__module__ != "ejento_async"] == []


def test_every_public_class_and_function_is_documented() -> None:
    documented = [each for each in PUBLIC if isinstance(each, type | FunctionType)]

    assert [each for each in documented if not (each.__doc__ or "").strip()] == []


def test_every_error_of_the_sdk_is_public() -> None:
    errors = {
        name
        for name, value in vars(_errors).items()
        if isinstance(value, type) and issubclass(value, _errors.EjentoError)
    }

    assert errors - set(ejento_async.__all__) == set()


def test_dir_lists_all_names_before_they_are_used() -> None:
    assert set(ejento_async.__all__) <= set(dir(ejento_async))


@pytest.mark.parametrize("name", ["Client", "nothing", "_hidden", "__wrapped__", "__path_x__", ""])
def test_a_name_that_does_not_exist_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match="has no attribute"):
        getattr(ejento_async, name)
    assert not hasattr(ejento_async, name)


def test_importing_a_name_that_does_not_exist_is_an_import_error() -> None:
    with pytest.raises(ImportError, match="cannot import name 'Client'"):
        exec("from ejento_async import Client")


def test_the_version_is_the_one_of_the_package() -> None:
    from ejento_async._version import __version__

    assert ejento_async.__version__ == __version__


def test_an_error_is_found_again_by_its_public_name_when_it_is_unpickled() -> None:
    error = ejento_async.NotFoundError("gone", status=404)

    pickled = pickle.dumps(error)

    assert b"_errors" not in pickled
    assert type(pickle.loads(pickled)) is ejento_async.NotFoundError


HEAVY = ("aiohttp", "httpx", "httpcore", "h11", "anyio", "attr", "attrs", "ssl", "asyncio", "yarl")


def test_importing_the_package_loads_nothing_that_stands_behind_it() -> None:
    bare, loaded = loaded_after("pass"), loaded_after("import ejento_async")

    assert not [name for name in loaded - bare if name.split(".")[0] in HEAVY]
    assert {name for name in loaded if name.startswith("ejento_async")} == {
        "ejento_async",
        "ejento_async._lazy",
    }


@pytest.mark.parametrize("name", ["NotFoundError", "UNSET", "__version__"])
def test_errors_and_constants_load_no_http_library(name: str) -> None:
    loaded = loaded_after(f"from ejento_async import {name}")

    assert not {"httpx", "httpcore", "attrs"} & loaded


def test_the_client_loads_no_generated_model_before_one_is_used() -> None:
    loaded = loaded_after("from ejento_async import EjentoClient")

    prefix = "ejento_async.generated.models."
    assert not [name for name in loaded if name.startswith(prefix)]
    assert "ejento_async.sandbox" not in loaded


def test_the_client_does_not_load_the_http_library_before_it_is_made() -> None:
    assert not {"aiohttp", "httpx"} & loaded_after("from ejento_async import EjentoClient")


def test_aiohttp_is_loaded_only_for_those_who_ask_for_it() -> None:
    made = "EjentoClient(base_url='https://x.test', api_key='k', access_token='t')"

    assert "aiohttp" not in loaded_after(f"from ejento_async import EjentoClient; {made}")
    assert "aiohttp" not in loaded_after("from ejento_async import AiohttpBackend")
    assert "aiohttp" in loaded_after("from ejento_async import AiohttpBackend; AiohttpBackend()")


def test_all_names_can_be_imported_at_once() -> None:
    names: dict[str, Any] = {}

    exec("from ejento_async import *", names)

    assert set(ejento_async.__all__) <= set(names)


def test_the_records_have_a_public_home_of_their_own() -> None:
    assert "Agent" in models.__all__
    assert "Agent" in dir(models)
    assert models.Agent is getattr(models, "Agent")  # noqa: B009 - the lazy way as well
    with pytest.raises(AttributeError):
        getattr(models, "NoSuchRecord")  # noqa: B009


def test_names_are_found_where_the_loader_does_not_tell_the_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # As under pytest, which loads packages that bring a plugin in a way of its own.
    assert ejento_async.__spec__ is not None
    monkeypatch.setattr(ejento_async.__spec__, "loader", object())
    get, names = lazy("ejento_async")

    assert get("EjentoClient") is ejento_async.EjentoClient
    assert set(ejento_async.__all__) <= set(names())
