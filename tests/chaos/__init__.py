"""A chaos run: many tasks, random faults, dying tokens, and a ledger of what must be true at the end.

    python -m tests.chaos --seconds 60 --tasks 100 --seed 1 --backend httpx

Each task makes, reads, changes and deletes records of its own, asks agents, uploads, walks over
pages, and cancels some of its calls. About a third of the answers go wrong. Whoever makes a record
notes what it was told of it; at the end the notes are held against what the server has: nothing
lost, nothing doubled, and no failure that claims more than is true.
"""
