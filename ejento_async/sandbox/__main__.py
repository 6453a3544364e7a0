"""`python -m ejento_async.sandbox`: a sandbox to talk to from a shell or from another program.

python -m ejento_async.sandbox                       # until Ctrl-C
python -m ejento_async.sandbox -- python program.py  # as long as the program runs
"""

from __future__ import annotations

import argparse
import os
import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence

from . import Sandbox
from ._tokens import WEEK


def main(
    arguments: Sequence[str] | None = None, *, prog: str = "python -m ejento_async.sandbox"
) -> int:
    """Run a sandbox until Ctrl-C, or for a command; return the exit status, which is the command's.

    Args:
        arguments: what stands behind the name of the program; by default those of this process.
        prog: the name of the program, for its help.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    end = given.index("--") if "--" in given else len(given)
    options, command = _parser(prog).parse_args(given[:end]), given[end + 1 :]
    try:
        sandbox = Sandbox(
            host=options.host,
            port=options.port,
            token_lifetime=options.token_lifetime,
            stream_delay=options.stream_delay,
            strict=options.strict,
        ).start()
    except (ValueError, OSError) as error:
        sys.stderr.write(f"ejento_async.sandbox: {error}\n")
        return 2
    if command:
        try:
            return _run(command, sandbox)
        finally:
            sandbox.stop()
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stopped.set())
    try:
        sys.stdout.write(_greeting(sandbox) + "\n")
        sys.stdout.flush()
        stopped.wait()
    finally:
        sandbox.stop()
    return 0


def _run(command: Sequence[str], sandbox: Sandbox) -> int:
    """Run a command that finds the sandbox in its environment."""
    try:
        done = subprocess.run(command, env={**os.environ, **sandbox.env}, check=False)
    except OSError as error:
        sys.stderr.write(f"ejento_async.sandbox: {command[0]}: {error.strerror}\n")
        return 127
    except KeyboardInterrupt:
        return 130
    # As shells tell it of programs that a signal has ended.
    return done.returncode if done.returncode >= 0 else 128 - done.returncode


def _greeting(sandbox: Sandbox) -> str:
    exports = [f"export {name}={shlex.quote(value)}" for name, value in sandbox.env.items()]
    login = f"log in as {sandbox.email} with {sandbox.password!r}"
    secret = f"ejento-auth-key is {sandbox.application_secret!r}"
    return "\n".join(
        [
            f"# Ejento sandbox on {sandbox.base_url}, until Ctrl-C",
            *exports,
            f"# {login}; {secret}",
            "# agent 42 answers from a staff handbook, agent 43 is deep, workflow 5 uses both",
        ]
    )


def _parser(prog: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=prog,
        usage="%(prog)s [options] [-- COMMAND ...]",
        description="Run a local Ejento, until Ctrl-C or for as long as a command takes, which finds "
        "it in its environment. The lines that it prints can be evaluated by a shell.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="loopback address to listen on")
    parser.add_argument("--port", type=int, default=0, help="port; 0, the default, is any free one")
    parser.add_argument(
        "--token-lifetime",
        type=float,
        default=WEEK,
        metavar="SECONDS",
        help="how long tokens are good, 7 days by default",
    )
    parser.add_argument(
        "--stream-delay",
        type=float,
        default=0.0,
        metavar="SECONDS",
        help="wait before each token of a stream, none by default",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="hold the sandbox's own answers against the spec",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
