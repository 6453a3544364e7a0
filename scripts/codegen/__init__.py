"""Generates `ejento_async/generated/` and `document360/`; run by `scripts/regenerate.sh`.

    target.py      what each API has of its own, and where its code goes
    loading.py     reads the YAML
    spec.py        a small typed view of it
    lint/          what the spec must keep to, one function per rule
    prepare.py     rewrites the spec into what the generator understands
    plan.py        the resource classes, methods and records to be made
    methods.py     the methods: what they are called, take and say of their operation
    docstrings.py  the text of docstrings
    driver.py      runs openapi-python-client with our templates
    coverage.py    the pages of docs/ that are made of the spec
    output.py      formats, compares and swaps directories
    changes.py     what changed for users, compared with a git revision

Only `driver.py` and `generator-templates/adapter.jinja` know objects of openapi-python-client.
"""
