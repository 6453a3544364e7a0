"""Arguments, the question before the first call, and the exit status."""

from __future__ import annotations

import argparse
import asyncio
import math
import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from .._client import EjentoClient
from .._errors import ConfigurationError
from ._ids import BadValueError, Ids, read_given
from ._operations import JSON, ReadOperation, packaged_document, read_operations
from ._report import as_json, as_text
from ._run import Verification

SAME, DIFFERENT, NOT_RUN = 0, 1, 2

_DESCRIPTION = """\
Hold the spec against a real deployment, by reading only: calls the operations of the spec that are
GET and have no side effects, one after the other, and reports which answer as the spec says. Takes
its settings from EJENTO_BASE_URL, EJENTO_API_KEY and EJENTO_ACCESS_TOKEN, as the client does."""

_EPILOG = """\
Exit status: 0 when nothing differs from the spec; 1 when something does, failed, or was cut short;
2 when nothing was called."""


def main(
    arguments: Sequence[str] | None = None,
    *,
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    prog: str = "python -m ejento_async.verify",
) -> int:
    """Run a verification and return the exit status.

    Args:
        arguments: those of the command line.
        sleep: waits between calls, in seconds.
        prog: the name of the program, for its help.
    """
    parser = _parser(prog)
    options = parser.parse_args(arguments)
    document = packaged_document()
    every = read_operations(document)
    try:
        operations = _chosen(every, options.only)
        given = read_given(options.id, every)
        client = _client()
    except (BadValueError, ConfigurationError) as error:
        sys.stderr.write(f"{parser.prog}: {error}\n")
        return NOT_RUN
    if not (options.yes or _agreed(client, operations, options.pace)):
        sys.stderr.write("Nothing was called.\n")
        return NOT_RUN
    return _verify(client, document, operations, Ids(every, given), options, sleep)


def _verify(
    client: EjentoClient,
    document: JSON,
    operations: list[ReadOperation],
    ids: Ids,
    options: argparse.Namespace,
    sleep: Callable[[float], Awaitable[object]],
) -> int:
    verification = Verification(
        client, document, operations, ids, pace=options.pace, sleep=sleep, tell=_progress
    )

    async def run() -> None:
        async with client:
            await verification.run()

    try:
        asyncio.run(run())
    except KeyboardInterrupt:
        verification.stopped = "interrupted"
    if sys.stderr.isatty():
        sys.stderr.write("\n")
    results = verification.results
    write = as_json if options.json else as_text
    day = datetime.now(UTC).date()
    sys.stdout.write(write(results, client.base_url, day, verification.stopped))
    differs = any(result.outcome.is_difference for result in results)
    return DIFFERENT if differs or verification.stopped else SAME


def _client() -> EjentoClient:
    """Return a client for the deployment of the environment.

    With an access token at hand it renews no tokens: that is a POST, and takes the pair of the
    environment out of force, unless a file keeps the new one.
    """
    token = os.environ.get("EJENTO_ACCESS_TOKEN")
    return EjentoClient() if _logs_in() else EjentoClient(access_token=token)


def _logs_in() -> bool:
    """Whether the client may have to log in or to renew tokens."""
    return not os.environ.get("EJENTO_ACCESS_TOKEN") or bool(os.environ.get("EJENTO_TOKEN_FILE"))


def _chosen(every: list[ReadOperation], names: Sequence[str]) -> list[ReadOperation]:
    for name in names:
        if not any(operation.belongs_to(name) for operation in every):
            raise BadValueError(
                f"--only: expected a generation (v2), a tag (V2 Agents, v2.agents) or an operation "
                f"(v2.agents.list) that can be read, got {name!r}"
            )
    return [one for one in every if not names or any(map(one.belongs_to, names))]


def _agreed(client: EjentoClient, operations: list[ReadOperation], pace: float) -> bool:
    """Ask whether to go on; no answer is a no."""
    number = sum(not operation.left_out for operation in operations)
    login = "It may log in or renew its tokens first, which is a POST. " if _logs_in() else ""
    sys.stderr.write(
        f"Calls up to {number} operations of {client.base_url}, all by GET, with {pace:g} s between "
        f"two of them:\nabout {math.ceil(number * pace / 60)} min. {login}Nothing is changed. "
        "Go on? [y/N] "
    )
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _progress(calls: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{calls} calls ")
        sys.stderr.flush()


def seconds(text: str) -> float:
    """Read a length of time; the name is what a message calls it."""
    value = float(text)
    if not 0 <= value < math.inf:
        raise ValueError(text)
    return value


def _parser(prog: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=prog,
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--id",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="value of a parameter, such as agent_id=42; others are taken from answers",
    )
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="WHAT",
        help="only this generation (v2), tag (V2 Agents) or operation (v2.agents.list); repeatable",
    )
    parser.add_argument(
        "--pace",
        type=seconds,
        default=0.5,
        metavar="SECONDS",
        help="wait between two calls, 0.5 by default",
    )
    parser.add_argument("--json", action="store_true", help="report as JSON")
    parser.add_argument("--yes", action="store_true", help="do not ask before the first call")
    return parser
