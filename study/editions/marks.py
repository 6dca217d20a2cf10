"""Marks that a page carries until its edition is sealed; they stand in elements with `data-status` only."""

PAGE_DIGEST = "\ue002page-digest\ue003"
EDITION_DIGEST = "\ue002edition-digest\ue003"
