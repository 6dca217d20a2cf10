"""One small MkDocs hook per thing that happens to a page on its way; those that act are listed in mkdocs.yml.

Order within an event follows event_priority, high first: knowledge (100), paragraphs (91), chapters
(90), then the plugins (0; static-i18n at −100, or 50 where it only adds), then languages and
navigation (−110), repertory (−130) and keeping (−140).

What a page tells programs: machine_heads. Links of chapters to other sites: outside_links.
Two processes: parts (which language this one builds), tree (the files that both write). Pages made from
the register: repertory (when), shells (the page around them), stages (what a language is rendered with).
Both languages on one page: side_by_side (when), columns (gathered and joined). What is kept of a build:
keeping (when), kept_knowledge, kept_pages, kept_markdown, kept_templates and frames (what), dependencies (on what it
depends), store and stores (where). The preview: preview (its server), previewing (what an edit
touches), renewal (one page made anew), changes (what was saved).
"""
