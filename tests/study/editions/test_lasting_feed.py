from __future__ import annotations

import pytest

from study.editions.lasting_feed import lasting_feed

ADDRESSES = {"en": "https://x.org/r/feed-en.xml", "fr": "https://x.org/r/feed-fr.xml"}
FEED = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <title>A &lt;b&gt; &amp; é</title>
  <id>urn:uuid:1</id>
  <link rel="self" type="application/atom+xml" hreflang="fr" href="{own}" />
  <link rel="alternate" type="text/html" hreflang="fr" href="https://x.org/r/2026/fr/" />
  <link rel="alternate" type="application/atom+xml" hreflang="en" href="{other}" />
  <entry>
    <id>urn:uuid:2</id>
    <link rel="alternate" type="text/html" hreflang="fr" href="https://x.org/r/2026/fr/cases/x/" />
  </entry>
</feed>
"""


def test_the_feed_says_the_address_that_stays_and_keeps_everything_else() -> None:
    old = FEED.format(own="https://x.org/r/2026/fr/feed.xml", other="https://x.org/r/2026/en/feed.xml")
    new = FEED.format(own=ADDRESSES["fr"], other=ADDRESSES["en"])
    assert lasting_feed(old.encode(), "fr", ADDRESSES) == new.encode()


@pytest.mark.parametrize("content", [b"", b"<feed", b"<html/>", b"<feed/>", b"\xff\xfe"])
def test_what_is_no_atom_feed_is_left_alone(content: bytes) -> None:
    assert lasting_feed(content, "fr", ADDRESSES) is None
