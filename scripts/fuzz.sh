#!/usr/bin/env bash
# Sends the sandbox every request at the edges of the spec, and many at random, good ones and bad.
#
#   scripts/fuzz.sh          50 requests at random for each operation, besides those at the edges
#   scripts/fuzz.sh 500      more; any further arguments go to pytest
#
# PYTHON names an interpreter that has the development dependencies (default: .venv/bin/python).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

FUZZ_EXAMPLES=${1:-50} exec "${PYTHON:-.venv/bin/python}" -m pytest -q tests/operations/test_fuzz.py "${@:2}"
