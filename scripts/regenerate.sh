#!/usr/bin/env bash
# Generates ejento_async/generated/ from openapi/ejento-v2.yaml and ejento_async/document360/ from
# openapi/document360-v2.yaml, and says what changed for users.
#
#   scripts/regenerate.sh              lint, generate, swap, report
#   scripts/regenerate.sh --check      change nothing; fail when the committed code is stale
#   scripts/regenerate.sh --lint       only lint the specs
#   scripts/regenerate.sh --since REV  report, and ask to acknowledge, changes since REV
#
# PYTHON names the interpreter to build the tools' environment with (default: python3).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=${PYTHON:-python3}
pins=scripts/codegen/requirements.txt
venv=.venv-codegen

# The environment belongs to these pins and this interpreter, and is made anew when either changes.
wanted=$("$python" - "$pins" <<'EOF'
import hashlib, pathlib, sys
print(hashlib.sha256(pathlib.Path(sys.argv[1]).read_bytes() + sys.version.encode()).hexdigest())
EOF
)
if [[ "$(cat "$venv/made-from" 2>/dev/null)" != "$wanted" ]]; then
  rm -rf "$venv"
  "$python" -m venv "$venv"
  "$venv/bin/python" -m pip install -qq --disable-pip-version-check --requirement "$pins"
  echo "$wanted" >"$venv/made-from"
fi

exec "$venv/bin/python" -m scripts.codegen "$@"
