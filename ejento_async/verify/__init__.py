"""Holds the spec against a real deployment, by reading only.

    export EJENTO_BASE_URL=... EJENTO_API_KEY=... EJENTO_ACCESS_TOKEN=...
    python -m ejento_async.verify
    python -m ejento_async.verify --only "V2 Agents" --id agent_id=42 --json --yes

It asks first. Then it calls the operations of the spec that only read, one after the other and with
a pause between them, and reports which of them answer as the spec says, which answer otherwise and
how, and which paths the deployment does not know. The report ends with a list of patches for the
spec, in which what has answered becomes `x-evidence: live`.

    _cli.py         arguments, the question, the exit status
    _operations.py  which operations are called, and why the others are not
    _ids.py         the ids that operations need: given, or found in earlier answers
    _run.py         the calls, one after the other, and what to make of each answer
    _router.py      whether a 404 means that there is no such path, or no such record
    _compare.py     where a body differs from its schema
    _results.py     outcomes and results
    _report.py      the report, as a table or as JSON
    _patch.py       the list of patches for the spec

Nothing of an answer gets into the report but names and types of members, ids that went into a path,
and the server's own words about a failure.
"""
