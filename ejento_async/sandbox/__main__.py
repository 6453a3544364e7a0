"""`python -m ejento_async.sandbox`: a sandbox to talk to from a shell or from another program."""

from __future__ import annotations

import argparse
import shlex
import signal
import sys
import threading
from collections.abc import Sequence

from . import Sandbox
from ._tokens import WEEK


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a sandbox until Ctrl-C; return the exit status."""
    options = _parser().parse_args(arguments)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m ejento_async.sandbox",
        description="Run a local Ejento. The lines that it prints can be evaluated by a shell.",
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
