"""Tools of the maintainers; nothing here ships in the wheel."""
