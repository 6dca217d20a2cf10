"""The other forms of the report, made from a finished site: PDF, EPUB, packs to take along. None of it is needed to read online."""
