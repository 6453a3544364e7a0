"""Tests of the code generation, on a spec that has everything in it that is hard to generate."""
