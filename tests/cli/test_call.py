"""`ejento call`: every operation from a shell, its arguments, its help, and what is printed."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.shell_completion import ShellComplete

from ejento_async import EjentoClient, File
from ejento_async.cli import _app, _call, _catalogue
from ejento_async.cli._catalogue import Method
from ejento_async.cli._values import kind_of
from ejento_async.sandbox import Sandbox
from tests.cli.conftest import Command
from tests.operations.arguments import Arguments, arguments_for
from tests.operations.spec import OPERATIONS, Operation
from tests.operations.world import SEEDED, values_for


def every_method() -> Iterator[Method]:
    for namespace in _catalogue.namespaces():
        yield from _catalogue.methods(namespace).values()


def method_of(operation: Operation) -> Method:
    path = f"{operation.generation}.{operation.resource}.{operation.name}"
    method = _catalogue.find(path)
    assert method is not None, path
    return method


def words_of(arguments: Arguments, folder: Path) -> list[str]:
    """Write arguments as a person would in a shell; credentials and files go into a folder."""
    words: list[str] = []
    for name, value in arguments.keywords.items():
        option = f"--{name.strip('_').replace('_', '-')}"
        if isinstance(value, bool):
            words.append(option if value else f"--no-{option[2:]}")
        elif isinstance(value, File):
            words += [option, f"@{folder / 'leave.txt'}"]
        elif isinstance(value, dict | list):
            file = folder / f"{name}.json"
            file.write_text(json.dumps(value))
            words += [option, f"@{file}"]
        elif name in ("password", "code", "token", "ejento_auth_key") or "token" in name:
            file = folder / name
            file.write_text(f"{value}\n")
            words += [option, f"@{file}"]
        else:
            words += [option, str(value)]
    return [*words, "--", *(str(value) for value in arguments.positional)]


def test_every_operation_of_the_spec_is_a_command_whose_help_says_all_about_it() -> None:
    routes: set[tuple[str, str]] = set()
    context = click.Context(click.Command("call"), terminal_width=100)
    for method in every_method():
        command, described = _call.command_of(method), method.described
        given = {param.name for param in command.params}
        wanted = {one.name for one in method.parameters} - {"on_progress"}
        text = squeezed(command.get_help(click.Context(command, parent=context)))

        assert wanted == given - {*_call.OWN_OPTIONS, "base_url", "timeout", "backend", "verbose"}
        assert squeezed(described.summary) in text, method.path
        if method.path != "v2.documents.upload":  # made by hand on top of an operation
            assert all(squeezed(words) in text for words in described.arguments.values())
            assert squeezed(f"{described.verb} {described.route}") in text, method.path
            assert described.evidence, method.path
            assert squeezed(described.evidence) in text, method.path
            routes.add((described.verb, described.route))

    in_spec = {(one.method, one.path) for one in OPERATIONS.values()}
    of_document360 = routes - in_spec
    assert in_spec <= routes
    assert 10 == len(of_document360)


def squeezed(text: str) -> str:
    """Return a text without what makes lines of it."""
    return "".join(text.replace("`", "").split())


def test_every_operation_gets_the_arguments_that_are_written_in_a_shell(
    ejento: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "leave.txt").write_bytes(b"Sixteen weeks of leave.")
    made: list[tuple[Method, list[Any], dict[str, Any]]] = []

    async def make(
        _: object, method: Method, positional: list[Any], keywords: dict[str, Any], __: object
    ) -> None:
        made.append((method, positional, keywords))

    monkeypatch.setattr(_call, "make", make)
    for operation in OPERATIONS.values():
        arguments = arguments_for(operation, SEEDED, everything=True)
        path = method_of(operation).path
        run = ejento("call", path, *words_of(arguments, tmp_path))

        assert (0, "", "") == (run.status, run.out, run.err), path
        method, positional, keywords = made.pop()
        assert path == method.path
        assert [str(value) for value in arguments.positional] == [str(one) for one in positional]
        assert in_plain(arguments.keywords) == in_plain(keywords), path


def in_plain(keywords: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.name if isinstance(value, File) else value for name, value in keywords.items()
    }


def test_every_get_of_all_generations_is_made_from_a_shell(
    ejento: Command, sandbox: Sandbox, tmp_path: Path
) -> None:
    gets = [one for one in OPERATIONS.values() if one.method == "GET"]
    values = asyncio.run(prepared(gets, sandbox))
    for operation in gets:
        arguments = arguments_for(operation, values[operation.id])
        binary = operation.kind == "bytes"
        output = ["-o", tmp_path / "body"] if binary else ["--json"]
        sandbox.requests.clear()
        run = ejento("call", method_of(operation).path, *output, *words_of(arguments, tmp_path))

        assert (0, "") == (run.status, "" if binary else run.err), (operation.id, run.err)
        (request,) = sandbox.requests
        assert operation.id == request.operation
        assert 200 <= (request.status or 0) < 400, operation.id
        if binary:
            assert (tmp_path / "body").stat().st_size
        else:
            assert run.json is not None or operation.id.endswith("mark_as_read"), operation.id


async def prepared(operations: list[Operation], sandbox: Sandbox) -> dict[str, dict[str, Any]]:
    """Prepare a sandbox for operations; return the values that each of them needs."""
    async with EjentoClient(
        base_url=sandbox.base_url, api_key=sandbox.api_key, access_token=sandbox.access_token
    ) as client:
        return {one.id: await values_for(one, sandbox, client) for one in operations}


def test_team_accounts_of_document360_are_called_with_its_own_token(ejento: Command) -> None:
    many = ejento("call", "document360.teams.list", "--take", 2, "--json").json
    one = ejento("call", "document360.teams.get", many["items"][0]["user_id"], "--json").json

    assert 2 == len(many["items"])
    assert many["items"][0]["user_id"] == one["user_id"]


# What is printed.


def test_a_list_is_a_table_of_the_columns_that_tell_most(ejento: Command) -> None:
    run = ejento("call", "v2.agents.list")
    lines = [line.split() for line in run.lines]

    assert ["id", "agent_name", "alias", "user"] == lines[0][:4]  # all have the same status
    assert ["42", "HR", "Assistant", "hr", "ada@example.com"] == lines[1][:5]
    assert all(len(line) <= 100 and line == line.rstrip() for line in run.lines)
    assert "more members: --columns or --json" in run.err


def test_the_columns_of_a_table_can_be_chosen(ejento: Command) -> None:
    run = ejento("call", "v2.agents.list", "--columns", "id,user.email,tags,nothing")

    assert ["id  user.email         tags  nothing", "42  ada@example.com    hr"] == run.lines[:2]
    assert "" == run.err


def test_a_page_says_which_of_how_many_it_is(ejento: Command) -> None:
    run = ejento("call", "v2.agents.list_history", 42, "--page", 3)

    assert 1 + 3 == len(run.lines)
    assert run.lines[0].startswith("history_id")
    assert "Page 3 of 3, 23 records in all.\n" in run.err


def test_a_list_in_a_wrapping_is_a_table(ejento: Command) -> None:
    lines = ejento("call", "v2.corpora.list_documents", 7, "--columns", "id,step").lines

    assert ["id   step", "101  completed"] == lines[-4:-2]


def test_a_record_is_printed_whole_its_records_last(ejento: Command) -> None:
    lines = ejento("call", "v2.agents.get", 42).lines
    names = [line.split()[0] for line in lines]

    assert "agent_name                   HR Assistant" in lines
    assert "instructions[1].instruction  Say so when you do not know." in lines
    assert "created_on                   2025-03-03 08:15" in lines
    assert ["id", "agent_name", "alias"] == names[:3]
    assert names.index("tags") < names.index("user.email")


def test_json_is_all_that_the_client_returns(ejento: Command, sandbox: Sandbox) -> None:
    run = ejento("call", "v2.agents.get", 42, "--json")

    assert "" == run.err
    assert 42 == run.json["id"]
    assert ["hr"] == run.json["tags"]
    assert "2025-03-03T08:15:00+00:00" == run.json["created_on"]


def test_the_json_of_a_page_has_its_place(ejento: Command) -> None:
    page = ejento("call", "v2.agents.list_history", 42, "--json").json

    assert (1, 3, 23, True) == tuple(page[k] for k in ("page", "pages", "total", "has_next"))
    assert 42023 == page["items"][0]["history_id"]


def test_a_walk_over_all_pages_is_a_line_of_json_for_each_record(
    ejento: Command, sandbox: Sandbox
) -> None:
    run = ejento("call", "v2.agents.iter_history", 42, "--items-per-page", 10)

    assert list(range(42023, 42000, -1)) == [json.loads(line)["history_id"] for line in run.lines]
    assert 3 == len(sandbox.requests)


def test_an_answer_that_streams_is_printed_as_text_or_at_its_end_as_json(ejento: Command) -> None:
    arguments = ("call", "v2.agent_responses.stream", 42, "--user-query", "How long is leave?")
    text = ejento(*arguments).out
    answer = ejento(*arguments, "--json").json

    assert text == answer["answer"] + "\n"
    assert [0] == [one["number"] for one in answer["references"]]


def test_a_call_that_promises_nothing_says_that_it_is_done(
    ejento: Command, sandbox: Sandbox
) -> None:
    made = ejento("call", "v2.corpora.create", "--name", "Old", "--json").json
    run = ejento("call", "v2.corpora.delete", made["id"])

    assert (0, "", "Done.\n") == (run.status, run.out, run.err)


def test_a_deprecated_operation_says_what_to_use(ejento: Command) -> None:
    run = ejento("call", "v2.agent_responses.create_unprefixed", 42, "--user-query", "Hello?")

    assert 0 == run.status
    assert "ejento: deprecated: use `v2.agent_responses.create`.\n" == run.err


def test_a_file_is_written_where_one_is_named_and_to_a_pipe(
    ejento: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("call", "v2.citations.download", "101-leave-policy.md")
    target = tmp_path / "leave.md"
    named = ejento(*arguments, "-o", target)
    piped = ejento(*arguments)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    shown = ejento(*arguments)

    assert (0, f"{target}: {target.stat().st_size} B\n") == (named.status, named.err)
    assert target.read_text() == piped.out
    assert piped.out.startswith("# Annual leave")
    assert (2, "") == (shown.status, shown.out)
    assert "name one with -o FILE" in shown.err


def test_what_a_server_says_does_not_steer_the_terminal(ejento: Command, sandbox: Sandbox) -> None:
    name = "Evil\x1b]0;title\x07\x1b[2J\u202eagent"
    made = ejento("call", "v2.agents.create", "--agent-name", name, "--project", 1, "--json").json
    shown = ejento("call", "v2.agents.get", made["id"])
    listed = ejento("call", "v2.agents.list")
    ejento("call", "v2.agents.delete", made["id"])

    assert name == made["agent_name"]
    for printed in (shown.out, listed.out):
        assert "Evil]0;title[2Jagent" in printed
        assert "\x1b" not in printed


# Arguments.


def test_null_false_and_not_given_are_three_things(ejento: Command, sandbox: Sandbox) -> None:
    arguments = ("call", "v2.agent_responses.create", 42, "--user-query", "Hello?")
    ejento(*arguments, "--chat-thread-id", "null", "--no-caching-enabled")
    ejento(*arguments)
    nulled, bare = sandbox.requests

    assert {"user_query": "Hello?", "chat_thread_id": None, "caching_enabled": False} == nulled.json
    assert {"user_query": "Hello?"} == bare.json


def test_an_id_that_may_be_a_text_keeps_its_zeros() -> None:
    kind = kind_of("id", "str | int")
    assert kind is not None
    read = [kind.type.convert(text, None, None) for text in ("12", "0", "012", "1e3", "a")]

    assert [12, 0, "012", "1e3", "a"] == read


def test_a_list_is_repeated_options_or_a_json_array_or_both(
    ejento: Command, sandbox: Sandbox
) -> None:
    ejento("call", "v2.documents.update_tags", 101, "--tags", "hr", "--tags", '["a,b", "c"]')

    assert ["hr", "a,b", "c"] == sandbox.requests[-1].json["tags"]


def test_an_object_is_json_from_the_command_line_a_file_or_stdin(
    ejento: Command, sandbox: Sandbox, tmp_path: Path
) -> None:
    file = tmp_path / "body.json"
    file.write_text('{"name": "From a file"}')
    for source in ('{"name": "From the line"}', f"@{file}", "@-"):
        ejento("call", "v2.teams.create", "--body", source, stdin=b'{"name": "From stdin"}')

    names = [request.json["name"] for request in sandbox.requests]
    assert ["From the line", "From a file", "From stdin"] == names


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("v2.agents.get", "x"), "'x' is not a valid integer"),
        (("v2.agents.get",), "Missing argument 'AGENT_ID'"),
        (("v2.agents.get", 42, "--nothing"), "No such option '--nothing'"),
        (("v2.agents.update", 42, "--agent-nam", "x"), "(Did you mean one of: '--agent-name'"),
        (("v2.agents.list_history", 42, "--page", 0), "page: expected a whole number from 1"),
        (("v2.teams.create", "--body", "{"), "no JSON"),
        (("v2.teams.create", "--body", "[]"), "expected a JSON object"),
        (("v2.teams.create", "--body", "@nowhere"), "nowhere: No such file"),
        (("v2.teams.create", "--body", f"@{sys.executable}"), "expected UTF-8"),
        (("v2.citations.download", ".."), "expected a non-empty path segment"),
        (("v2.agents.gte", 42), "Did you mean v2.agents.get?"),
        (("v2.agnets.get", 42), "Did you mean v2.agents.get?"),
        (("agents.get", 42), "Did you mean v2.agents.get?"),
        (("v2.agnets",), "Did you mean v2.agents"),
        (("agent",), "v2_legacy.agent"),
        (("v2.agents._core",), "There is no v2.agents._core"),
        (("v2.users.zzz",), "`ejento call v2.users` lists what there is"),
        (("quite.something.else",), "`ejento call` lists what there is"),
    ],
)
def test_what_cannot_be_called_is_refused_before_anything_is_sent(
    ejento: Command, sandbox: Sandbox, arguments: tuple[object, ...], words: str
) -> None:
    run = ejento("call", *arguments)

    assert (2, "") == (run.status, run.out)
    assert words in run.err
    assert 0 == len(sandbox.requests)


# Credentials.

LOGIN = ("call", "v2.authentication.login", "--username", "ada@example.com")


def test_a_password_is_not_taken_from_the_command_line(ejento: Command, sandbox: Sandbox) -> None:
    option = ejento(*LOGIN, "--password", sandbox.password)
    body = ejento("call", "v2.teams.create", "--body", f'{{"password": "{sandbox.password}"}}')

    for run in (option, body):
        assert 2 == run.status
        assert "not on the command line" in run.err
        assert sandbox.password not in run.out + run.err
    assert 0 == len(sandbox.requests)


def test_a_password_comes_from_a_file_from_stdin_or_from_a_person(
    ejento: Command, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "password"
    file.write_text(f"{sandbox.password}\n")
    asked: list[object] = []

    def prompt(name: str, **settings: object) -> str:
        asked.append((name, settings["hide_input"]))
        return sandbox.password

    monkeypatch.setattr(click, "prompt", prompt)
    runs = [
        ejento(*LOGIN, "--password", f"@{file}"),
        ejento(*LOGIN, "--password", "@-", stdin=sandbox.password.encode()),
        ejento(*LOGIN, typed=""),
        ejento(*LOGIN, "--password", "@-", typed=""),
    ]

    assert [0, 0, 0, 0] == [run.status for run in runs]
    assert [("password", True)] * 2 == asked
    assert 2 == ejento(*LOGIN).status


def test_tokens_are_masked_unless_they_are_wanted(ejento: Command, sandbox: Sandbox) -> None:
    password = sandbox.password.encode()
    masked = ejento(*LOGIN, "--password", "@-", "--json", stdin=password).json
    plain = ejento(*LOGIN, "--password", "@-", "--json", "--show-secrets", stdin=password).json

    assert {"access_token": "***", "ejento_access_token": "***"} == masked
    assert 3 == len(plain["ejento_access_token"].split("."))


def test_a_renewal_by_hand_takes_the_pair_that_other_calls_leave_alone(
    ejento: Command, sandbox: Sandbox
) -> None:
    assert 0 == ejento("call", "v2.users.get_me").status
    before = sandbox.refresh_count
    assert 0 == ejento("call", "v2.authentication.refresh").status

    assert before + 1 == sandbox.refresh_count


# What is gone afterwards.


def test_a_person_is_asked_before_something_is_removed(
    ejento: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Sandbox() as other:
        line = ("--base-url", other.base_url, "call", "v2.agents.delete", 43)
        monkeypatch.setenv("EJENTO_ACCESS_TOKEN", other.access_token)
        refused = ejento(*line, typed="n\n")
        assert 0 == len(other.requests)
        agreed = ejento(*line, typed="y\n")
        assert 1 == len(other.requests)
        forced = ejento(*line, "--yes", typed="")

    assert (1, True) == (refused.status, "v2.agents.delete 43: go on? [y/N]" in refused.err)
    assert "Nothing was done." in refused.err
    assert (0, 4) == (agreed.status, forced.status)


# Finding one's way.


def test_namespaces_and_methods_are_listed(ejento: Command) -> None:
    every, one = ejento("call"), ejento("call", "v2.agents")

    assert all(f"  {name} " in every.out for name in _catalogue.namespaces())
    assert "get_corpus AGENT_ID CORPUS_ID  " in one.out
    assert "handle" not in ejento("call", "v2.documents").out


def test_the_catalogue_has_what_a_client_has() -> None:
    client = EjentoClient(base_url="http://127.0.0.1:1", api_key="key", access_token="token")
    for namespace in _catalogue.namespaces():
        generation, name = namespace.split(".")
        if generation != "document360":
            kind = type(getattr(getattr(client, generation), name))
            method = next(iter(_catalogue.methods(namespace).values()))
            assert vars(kind).get(method.name, getattr(kind, method.name)) is method.function


def completed(*words: str) -> list[str]:
    completion = ShellComplete(_app.ejento, {}, "ejento", "_EJENTO_COMPLETE")
    return [item.value for item in completion.get_completions(list(words[:-1]), words[-1])]


def test_a_shell_completes_namespaces_then_methods_then_options() -> None:
    assert ["call", "chat", "completion"] == completed("c")
    assert ["v1.agents", "v1.analytics"] == completed("call", "v1.a")
    assert ["v2.agents.get", "v2.agents.get_corpus"] == completed("call", "v2.agents.ge")
    assert "v2.sharepoint.enable_sync" in completed("call", "v2.sharep")  # only one is left
    assert ["--page"] == completed("call", "v2.agents.list_history", "--pag")
    assert ["userAgent", "userAgentPermission"] == completed(
        "call", "v1.agents.get_user", "1", "--action", ""
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_completion_script(ejento: Command, shell: str) -> None:
    run = ejento("completion", shell)

    assert 0 == run.status
    assert f"_EJENTO_COMPLETE={shell}_complete" in run.out
