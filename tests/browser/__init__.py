"""Pages in a real browser. Run by `make examples`, not by `make test`: it needs Chromium."""
