"""Signs that stand in a page until its text and what is said of its edition are put in; no text of the report holds them."""

from study.editions.standing import SHOWN

TEXT = "<h1>\ue002text\ue003</h1>"  # the theme looks for a title in the text
COMMIT = "\ue002commit\ue003"
WHOLE_COMMIT = "\ue002whole-commit\ue003"
BOX = "\ue002edition-box\ue003"
NOTE = "\ue002edition-note\ue003"
SIZE = "\ue002page-size\ue003"


def with_commit(html: str, commit: str) -> str:
    """Return `html` with the commit that it was made from."""
    return html.replace(WHOLE_COMMIT, commit).replace(COMMIT, commit[:SHOWN])
