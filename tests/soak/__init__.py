"""Programs that last: what a client costs in the long run, on every way to the network.

    python -m tests.soak [--seconds 60] [--way httpx]

They are no part of the suite, which runs the shorter of them with smaller numbers.
"""
