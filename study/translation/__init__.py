"""Files for translators: pairs of passages as TMX and XLIFF, and what comes back from them."""
