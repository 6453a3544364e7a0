"""`ejento call`: every operation as a command of its own, made of the method and its docstring."""

from __future__ import annotations

import inspect
import sys
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import click

from .. import EjentoError
from . import _catalogue as catalogue
from ._catalogue import Method
from ._connection import Connection, connection_of, connection_options
from ._values import NULL, Hidden, Kind, Upload, kind_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from ._results import Form

OWN_OPTIONS: Final = ("json", "columns", "output", "show_secrets", "yes")
"""Names of options that commands have besides the arguments of their methods."""


class _Calls(click.Group):
    """Namespaces and methods, as if each were a subcommand."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(catalogue.namespaces())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name in catalogue.namespaces():
            return _namespace_command(cmd_name)
        method = catalogue.find(cmd_name)
        return None if method is None else command_of(method)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            name = error.command_name
            close = catalogue.alike(name)
            namespace = name.rpartition(".")[0]
            where = f" {namespace}" if namespace in catalogue.namespaces() else ""
            hint = f"`ejento call{where}` lists what there is."
            if close:
                hint = f"Did you mean {' or '.join(close)}?"
            msg = f"There is no {name}. {hint}"
            raise click.UsageError(msg, ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        found = catalogue.namespaces()
        for generation in catalogue.GENERATIONS:
            names = [name for name in found if name.startswith(f"{generation}.")]
            with formatter.section(generation):
                formatter.write_dl([(name, found[name]) for name in names], col_max=48)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [
            CompletionItem(name, help=words) for name, words in catalogue.completions(incomplete)
        ]


@connection_options
@click.group(
    cls=_Calls,
    invoke_without_command=True,
    subcommand_metavar="NAMESPACE[.METHOD] [ARGUMENTS]...",
    epilog="`ejento call v2.agents` lists the methods of a namespace, `ejento call v2.agents.get "
    "--help` says how one is called.",
)
@click.pass_context
def call(context: click.Context) -> None:
    """Make any call of the API.

    For example `ejento call v2.agents.get 42`, with `--json` for programs.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def _namespace_command(namespace: str) -> click.Command:
    """Make the command that lists the methods of a namespace."""

    def show() -> None:
        formatter = click.get_current_context().make_formatter()
        entries = [
            (" ".join([name, *_placeholders(method)]), method.described.summary)
            for name, method in catalogue.methods(namespace).items()
        ]
        formatter.write_dl(entries, col_max=40)
        click.echo(f"{about}\n\n{formatter.getvalue()}\n{hint}")

    about = " ".join(catalogue.namespaces()[namespace].split())
    hint = f"`ejento call {namespace}.METHOD --help` says how a method is called."
    return click.Command(namespace, callback=show, help=f"{about}\n\nLists the methods.")


def _placeholders(method: Method) -> list[str]:
    return [one.name.upper() for one in method.parameters if one.kind is not one.KEYWORD_ONLY]


class _MethodCommand(click.Command):
    """A command whose help says what the docstring of its method says."""

    def __init__(self, method: Method, params: list[click.Parameter]) -> None:
        self.method = method
        super().__init__(
            method.path,
            params=params,
            callback=self._call,
            short_help=method.described.summary,
            context_settings={"show_default": False},
        )

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        described = self.method.described
        route = f"{described.verb} {described.route}".strip()
        evidence = f"Evidence: {described.evidence}" if described.evidence else ""
        deprecated = f"Deprecated: {described.deprecated}" if described.deprecated else ""
        for text in (f"{described.summary}.", route, deprecated, *described.text, evidence):
            if text:
                formatter.write_paragraph()
                with formatter.indentation():
                    formatter.write_text(text)

    def _call(self, **given: Any) -> None:
        context = click.get_current_context()
        own = {name: given.pop(name) for name in OWN_OPTIONS if name in given}
        arguments = {name: value for name, value in given.items() if value not in (None, ())}
        _ask_for_secrets(self, context, arguments)
        if self.method.removes and not own["yes"] and sys.stdin.isatty():
            ids = [str(arguments[name]) for name in _paths(self.method)]
            if not click.confirm(f"{' '.join([self.method.path, *ids])}: go on?", err=True):
                click.echo("Nothing was done.", err=True)
                context.exit(1)
        positional = [arguments.pop(name) for name in _paths(self.method)]
        keywords = {name: None if value is NULL else value for name, value in arguments.items()}
        import asyncio

        from ._results import Form

        form = Form(
            json=own["json"],
            columns=tuple(own["columns"].split(",")) if own.get("columns") else (),
            output=own.get("output"),
            show_secrets=own["show_secrets"],
        )
        with warnings.catch_warnings():
            # Said in our own words.
            warnings.simplefilter("ignore", DeprecationWarning)
            asyncio.run(make(connection_of(context), self.method, positional, keywords, form))


def command_of(method: Method) -> click.Command:
    """Make the command of a method."""
    params: list[click.Parameter] = []
    for parameter in method.parameters:
        kind = kind_of(parameter.name, str(parameter.annotation))
        if kind is not None:
            params.append(_parameter(method, parameter, kind))
    own = _own_options(method)
    command = _MethodCommand(method, [*params, *own])
    return connection_options(command)


def _parameter(method: Method, parameter: inspect.Parameter, kind: Kind) -> click.Parameter:
    name, words = parameter.name, method.described.arguments.get(parameter.name, "")
    if isinstance(kind.type, Upload):
        # What is made by hand says what a program may pass.
        words = f"{words if method.described.route else ''} {kind.type.note}".strip()
    words = f"{words} {kind.note}".strip().replace("`", "")
    if parameter.kind is not parameter.KEYWORD_ONLY:
        return click.Argument([name], type=kind.type, help=words)
    required = parameter.default is parameter.empty
    option = f"--{name.strip('_').replace('_', '-')}"
    if kind.flag:
        option = f"{option}/--no-{option[2:]}"
    return click.Option(
        [option, name],
        type=kind.type,
        multiple=kind.repeats,
        default=None,
        required=required and not isinstance(kind.type, Hidden),
        callback=_joined if kind.repeats else None,
        help=f"{words} [required]".strip() if isinstance(kind.type, Hidden) and required else words,
    )


def _joined(
    context: click.Context,  # noqa: ARG001
    option: click.Parameter,  # noqa: ARG001
    lists: tuple[object, ...],
) -> object:
    """Make one list of those that each occurrence of an option stands for; a null alone is a null."""
    if NULL in lists:
        return NULL
    return [item for found in lists for item in cast("list[object]", found)] or None


def _own_options(method: Method) -> list[click.Parameter]:
    options: list[click.Parameter] = []
    if not method.walks:
        options.append(click.Option(["--json"], is_flag=True, help="Print JSON, for programs."))
    else:
        options.append(click.Option(["--json"], is_flag=True, hidden=True))
    if method.result != "Download" and not method.walks and method.result not in ("None", "str"):
        options.append(
            click.Option(["--columns"], metavar="A,B", help="The columns of the table to print.")
        )
    if method.result == "Download":
        options.append(
            click.Option(["-o", "--output"], metavar="FILE", help="Where to write the file.")
        )
    if method.removes:
        options.append(click.Option(["-y", "--yes"], is_flag=True, help="Do not ask."))
    options.append(
        click.Option(["--show-secrets"], is_flag=True, help="Print tokens instead of ***.")
    )
    return options


def _ask_for_secrets(
    command: click.Command, context: click.Context, arguments: dict[str, Any]
) -> None:
    """Ask for the credentials that a method needs and that were not given."""
    for parameter in command.params:
        if not isinstance(parameter, click.Option) or not isinstance(parameter.type, Hidden):
            continue
        name = str(parameter.name)
        if name not in arguments and (parameter.help or "").endswith("[required]"):
            if not sys.stdin.isatty():
                raise click.MissingParameter(ctx=context, param=parameter)
            arguments[name] = click.prompt(name, hide_input=True, err=True)


def _paths(method: Method) -> list[str]:
    return [one.name for one in method.parameters if one.kind is not one.KEYWORD_ONLY]


async def make(
    connection: Connection,
    method: Method,
    positional: list[Any],
    keywords: Mapping[str, Any],
    form: Form,
) -> None:
    from ._results import show

    generation, name = method.namespace.split(".")
    client: Any
    if generation == "document360":
        client = root = connection.document360()
    else:
        client = connection.client(renewing=method.wants_auth_token)
        root = getattr(client, generation)
    if method.described.deprecated:
        click.echo(f"ejento: deprecated: {method.described.deprecated}", err=True)
    async with client:
        try:
            made = getattr(getattr(root, name), method.name)(*positional, **keywords)
            result = await made if inspect.isawaitable(made) else made
            await show(result, form)
        except (TypeError, ValueError) as error:
            if isinstance(error, EjentoError):
                raise
            # An argument that the SDK refuses to send.
            raise click.UsageError(str(error)) from None
