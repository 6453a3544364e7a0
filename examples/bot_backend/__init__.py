"""A bot's back end: many people, each of whom asks an Ejento agent in their own name."""
