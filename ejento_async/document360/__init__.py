"""Resource classes and records of the Document360 API.

Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited.
"""
