"""Asks an agent a list of questions and measures the answers: `python -m examples.evaluate_agent`."""
