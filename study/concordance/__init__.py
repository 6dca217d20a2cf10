"""Whether the two languages of the report say the same: structure, numbers, terms."""
