"""The whole way from a draft to two published editions, in a scratch repository and without network.

`python -m tests.rehearsal` (`make rehearsal`) walks it with the report as it is; a test, with a small one.
"""
