"""A new case: asked for, put together, and put into the file of cases."""
