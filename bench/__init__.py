"""Benchmarks: synthetic reports of any size, built with the project's own configuration."""
