"""Command line of the code generation; `scripts/regenerate.sh` calls it in its own environment."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from . import changes, coverage, output
from .driver import GenerationError, generate
from .lint import lint
from .loading import SpecError, load
from .spec import Spec
from .target import TARGETS, Target

FAILED, UNACKNOWLEDGED = 1, 3


def main(arguments: list[str] | None = None, targets: Sequence[Target] = TARGETS) -> int:
    """Run the pipeline over all specs and return the exit status.

    Nothing is written while any spec has findings.
    """
    options = _parser().parse_args(arguments)
    try:
        specs = [Spec(load(one.root / one.spec), one.spec, one.api) for one in targets]
    except (SpecError, OSError) as error:
        return _failed(str(error))
    findings = [finding for spec in specs for finding in lint(spec)]
    if findings:
        return _failed("\n".join([*map(str, findings), f"{len(findings)} findings"]))
    if options.lint:
        for spec in specs:
            print(f"{spec.file}: {len(spec.operations)} operations, no findings")
        return 0

    step = _check if options.check else _regenerate
    try:
        # All of them, so that one run tells everything.
        status = max([step(spec, target) for spec, target in zip(specs, targets, strict=True)])
    except GenerationError as error:
        return _failed(str(error))
    if status or (options.check and options.since is None):
        return status
    try:
        return max([_report(target, options.since or "HEAD") for target in targets])
    except changes.RevisionError as error:
        return _failed(str(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/regenerate.sh", description=__doc__)
    parser.add_argument("--lint", action="store_true", help="only lint the specs")
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail when committed code is stale"
    )
    parser.add_argument(
        "--since", metavar="REV", help="report changes since this git revision (default: HEAD)"
    )
    return parser


def _build(spec: Spec, target: Target, directory: Path) -> None:
    directory.mkdir()
    generate(spec, target, directory)
    output.format_package(directory)


def _regenerate(spec: Spec, target: Target) -> int:
    package = target.root / target.package
    with output.workshop(package) as directory:
        _build(spec, target, directory)
        output.swap(directory, package)
    for path, text in _texts(spec, target).items():
        file = target.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    print(f"{target.package}: {len(spec.operations)} operations")
    return 0


def _texts(spec: Spec, target: Target) -> dict[str, str]:
    """Return what goes with the package, by path."""
    return {target.bundle: output.bundle(spec.document), **coverage.pages(spec, target)}


def _check(spec: Spec, target: Target) -> int:
    package = target.root / target.package
    with TemporaryDirectory() as temporary:
        directory = Path(temporary) / package.name
        _build(spec, target, directory)
        stale = [f"{line}" for line in output.differences(package, directory)]
    for path, text in _texts(spec, target).items():
        file = target.root / path
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            stale.append(f"differs  {path}")
    if stale:
        return _failed("\n".join([*stale, f"{target.package} is not what {target.spec} generates"]))
    print(f"{target.package} is what {target.spec} generates")
    return 0


def _report(target: Target, revision: str) -> int:
    found = changes.since(target, revision)
    print(changes.report(found, target.package, revision))
    missing = changes.unacknowledged(found, target.root / target.changelog)
    if missing:
        names = ", ".join(missing)
        _failed(f"not acknowledged under '### Breaking' in {target.changelog}, Unreleased: {names}")
        return UNACKNOWLEDGED
    return 0


def _failed(message: str) -> int:
    print(message, file=sys.stderr)
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
