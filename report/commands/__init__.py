"""The commands, by what they serve: arguments in, exit code out."""
