"""Run one target: `python -m fuzz sse -max_total_time=600`; the options are libFuzzer's."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]

HERE = Path(__file__).parent
TARGETS = ("sse", "answer", "url")


def main() -> None:
    """Fuzz a target, starting from its seeds; new inputs go into fuzz/corpus."""
    name, options = (sys.argv[1:2] or [""])[0], sys.argv[2:]
    if name not in TARGETS:
        sys.exit(f"usage: python -m fuzz {{{','.join(TARGETS)}}} [option of libFuzzer ...]")

    # What `startswith` looks for guides the search as well, and how others read our URLs.
    atheris.enabled_hooks.add("str")
    with atheris.instrument_imports(include=["ejento_async", "fuzz", "httpx._urlparse", "urllib"]):
        target = import_module(f"fuzz.{name}")
        for seed in (HERE / "seeds" / name).iterdir():
            target.judge(seed.read_bytes())  # loads what is loaded when it is first needed

    corpus = HERE / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    atheris.Setup(
        [
            sys.argv[0],
            "-use_value_profile=1",
            f"-dict={HERE / 'words' / name}",
            f"-artifact_prefix={corpus.parent}/",
            *options,
            str(corpus),
            str(HERE / "seeds" / name),
        ],
        target.judge,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
