"""A small service that asks an Ejento agent, and its tests by the pytest plugin."""
