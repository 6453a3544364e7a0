"""Upload a folder into a corpus, each file once, and wait until all of it is indexed.

    python -m examples.ingest_folder handbook 7

Files are uploaded some at a time; while they are indexed, the next are on their way. A journal, the
hidden file .ejento-ingest.jsonl in the folder, remembers by their contents what was uploaded. So
the same command may be given again: after Ctrl-C it goes on, later it uploads what is new or has
changed. An upload whose answer was lost is looked for in the corpus before it is made again.

Not uploaded are files with the same content as another, files whose name the corpus has already
from somebody else, empty ones, symbolic links, and types that Ejento does not index: all of these
are reported. Hidden files are passed over. Files of subfolders are named after them too, as in
guides--setup.md.

Runs on the deployment that the EJENTO_* variables name, or on a sandbox if none is set. Exit codes:
0 all is well, 1 files failed, 2 it cannot start, 130 interrupted.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from ..command_line import FAILED, CannotStart, Voice, parser_for, positive, run
from ..deployment import deployment
from .display import Display
from .files import TYPES, find
from .ingest import Ingest, Manner, corpus_url
from .journal import Journal

console = Voice()


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = parser_for("examples.ingest_folder", __doc__)
    default = Manner()
    add = parser.add_argument
    add("folder", type=Path, help="the folder to upload, with those below it")
    add("corpus", type=int, help="id of the corpus (the sandbox has 7)")
    add(
        *("-j", "--uploads"),
        type=positive,
        default=default.uploads,
        metavar="N",
        help="files that are uploaded at a time (%(default)s)",
    )
    add(
        "--waiting",
        type=positive,
        default=default.waiting,
        metavar="N",
        help="files that may wait for their indexing meanwhile (%(default)s)",
    )
    add(
        "--timeout",
        type=float,
        default=default.timeout,
        metavar="SECONDS",
        help="how long the indexing of a file may take (%(default)s)",
    )
    add(
        "--poll-interval",
        type=float,
        default=default.poll_interval,
        metavar="SECONDS",
        help="time between the first two looks at the indexing of a file (%(default)s)",
    )
    add(
        "--settle",
        type=float,
        default=default.settle,
        metavar="SECONDS",
        help="how long after a lost answer it is looked whether the upload arrived (%(default)s)",
    )
    add(
        "--types",
        type=lambda text: frozenset(text.lower().replace(".", "").split(",")),
        default=TYPES,
        metavar="PDF,MD,...",
        help=f"endings of names to upload, in place of {','.join(sorted(TYPES))}",
    )
    add("--journal", type=Path, metavar="FILE", help="another place for the journal")
    add(
        "--replace",
        action="store_true",
        help="when a file has changed, delete the document of the version before",
    )
    add(
        "--same-name",
        action="store_true",
        help="upload files whose name the corpus has already, too",
    )
    add(
        "--retry-failed",
        action="store_true",
        help="upload files again that could not be indexed before",
    )
    return parser.parse_args(arguments)


async def ingest(args: argparse.Namespace) -> int:
    """Upload the folder, report what came of it, and return the exit code."""
    if not args.folder.is_dir():
        msg = f"{args.folder} is not a folder"
        raise CannotStart(msg)
    paths, left = await asyncio.to_thread(find, args.folder, args.types)
    manner = Manner(**{name: getattr(args, name) for name in asdict(Manner())})
    place = args.journal or args.folder / ".ejento-ingest.jsonl"
    at_once = manner.uploads + manner.waiting
    async with deployment(console, at_once=at_once) as ejento:
        try:
            journal = Journal(place, corpus_url(ejento, args.corpus))
        except (ValueError, TypeError) as error:
            msg = f"{place} is not a journal of this program: {error}"
            raise CannotStart(msg) from error
        files = len(paths) + len(left)
        with closing(journal), Display(console, files, args.folder) as display:
            for outcome in left:
                display.ended(outcome)
            await Ingest(ejento, args.corpus, args.folder, journal, display, manner).run(paths)
    return FAILED if any(outcome.kind == "failed" for outcome in display.outcomes) else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code."""
    args = parse(arguments)
    return run(ingest(args), console, interrupted="Interrupted. The same command goes on.")


if __name__ == "__main__":
    sys.exit(main())
