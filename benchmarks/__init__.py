"""How fast the SDK is, side by side with others: `python -m benchmarks` (see README.md here)."""
