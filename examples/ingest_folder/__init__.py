"""Uploads a folder into a corpus: `python -m examples.ingest_folder --help`."""
