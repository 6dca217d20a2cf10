"""Signs that stand in a page until its text and its commit are put in; no text of the report holds them."""

TEXT = "<h1>\ue002text\ue003</h1>"  # the theme looks for a title in the text
COMMIT = "\ue002commit\ue003"
SHOWN = 10  # digits of a commit's name
