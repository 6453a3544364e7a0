"""The forms in which the three generations of the API show the records.

A function here takes a record and returns the JSON object that goes over the wire. The same record
has several forms: the vendor's pages and clients say which members each of them has.
"""
