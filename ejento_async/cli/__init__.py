"""The command line `ejento`: `pip install 'ejento-async[cli]'`.

Asks agents, uploads documents, and makes every call of the API from a shell. Nothing here is needed
by a program that uses the SDK; all of it goes through what the package offers to everybody.

Exit status:

- 0: done
- 1: the call failed, or some of several did
- 2: the command line is wrong; nothing was called
- 3: a setting or a package is missing, or the credentials are not good (401)
- 4: there is no such record (404)
- 5: no whole answer came: no connection, or not in time
- 130: interrupted by Ctrl-C
- 141: whoever read the output went away, as in `ejento ... | head`
"""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return the exit status.

    Args:
        arguments: what stands behind `ejento`; by default those of this process.
    """
    try:
        from ._app import run
    except ModuleNotFoundError as error:
        if error.name != "click":
            raise
        sys.stderr.write("ejento: the command line needs click: pip install 'ejento-async[cli]'\n")
        return 3
    return run(sys.argv[1:] if arguments is None else arguments)
