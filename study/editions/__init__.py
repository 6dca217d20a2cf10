"""Editions: what is frozen, submitted, approved and published, and how anyone proves it."""
