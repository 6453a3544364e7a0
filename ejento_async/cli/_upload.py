"""`ejento upload`: files and folders into a corpus, several at a time."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ._connection import Connection, connection_of, connection_options
from ._failures import FAILED
from ._words import count, json_text, size_of

if TYPE_CHECKING:
    from ._uploading import Display, Outcome, Uploading


@connection_options
@click.command()
@click.argument("corpus", type=int, help="Id of the corpus.")
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
    help="Files, and folders with all that is in them but hidden files.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1, max=100),
    default=4,
    show_default=True,
    help="How many files are sent at a time.",
)
@click.option("--tag", "tags", multiple=True, help="A tag for the documents; repeat it for more.")
@click.option("--no-wait", is_flag=True, help="Do not wait until the documents are indexed.")
@click.option(
    "--wait",
    "patience",
    type=click.FloatRange(min=0, min_open=True),
    default=600,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for the indexing of each document.",
)
@click.option("--json", "as_json", is_flag=True, help="Print a report as JSON at the end.")
@click.pass_context
def upload(
    context: click.Context,
    *,
    corpus: int,
    paths: tuple[Path, ...],
    jobs: int,
    tags: tuple[str, ...],
    no_wait: bool,
    patience: float,
    as_json: bool,
) -> int:
    """Upload files and folders to a corpus.

    Goes on when some fail, and tells which; then the exit status is 1.
    """
    from ._uploading import Uploading

    files = list(_files(paths))
    if not files:
        raise click.UsageError("there are no files in these folders")
    display = _display(files, as_json=as_json)
    uploading = Uploading(
        corpus, files, display, jobs=jobs, tags=tags, patience=None if no_wait else patience
    )
    try:
        with display:
            asyncio.run(_run(connection_of(context), uploading))
    finally:
        # Whoever interrupts it wants to know what was sent.
        _report(uploading.outcomes, as_json=as_json)
    return FAILED if any(one.error for one in uploading.outcomes) else 0


async def _run(connection: Connection, uploading: Uploading) -> None:
    async with connection.client() as client:
        await uploading.run(client)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield each file once; of folders, what is in them in the order of the alphabet."""
    seen: set[Path] = set()
    for path in paths:
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in found:
            hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
            if file.is_file() and not hidden and file not in seen:
                seen.add(file)
                yield file


def _display(files: list[Path], *, as_json: bool) -> Display:
    from . import _uploading

    if as_json:
        return _uploading.Display()
    if sys.stdout.isatty():
        from ._progress import ProgressDisplay

        return ProgressDisplay(files)
    return _uploading.LineDisplay()


def _report(outcomes: list[Outcome], *, as_json: bool) -> None:
    if as_json:
        click.echo(json_text([one.as_json() for one in outcomes], indent=2))
        return
    if not outcomes:
        return
    good = [one for one in outcomes if not one.error]
    bad = [one for one in outcomes if one.error]
    what = "indexed" if all(one.indexed for one in good) else "sent"
    click.echo(f"{count(len(good), 'file')} {what}, {size_of(sum(one.size for one in good))}.")
    if bad:
        click.echo(f"{count(len(bad), 'file')} failed:", err=True)
    for one in bad:
        click.echo(f"  {one.name}: {one.error}", err=True)
