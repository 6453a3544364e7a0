"""Resource classes, one module per tag of the spec.

Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited.
"""
