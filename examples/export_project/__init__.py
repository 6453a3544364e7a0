"""Exports all chat threads of a project: `python -m examples.export_project --help`."""
