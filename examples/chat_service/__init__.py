"""A chat service: a web page that asks an Ejento agent, and the server between the two."""
