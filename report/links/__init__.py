"""Whether the addresses of sources, terms, bodies and Members still answer."""
