"""Resource classes and records of the Ejento API.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""
