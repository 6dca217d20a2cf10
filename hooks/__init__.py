"""One small MkDocs hook per thing that happens to a page on its way.

Order within an event follows event_priority, high first: knowledge (100), chapters (90), then the
plugins (0; static-i18n at −100, or 50 where it only adds), then languages and navigation (−110).
"""
