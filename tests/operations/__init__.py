"""The proof for every operation and every record of the spec, not for a sample of them."""
