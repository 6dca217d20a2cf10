"""Where a correction goes: the rules, the record's own lines, a role address."""

from __future__ import annotations

from dataclasses import dataclass

from macros.generated import Site
from macros.pages import ReportPage


@dataclass(frozen=True)
class CorrectionView:
    """Each is None where the publication does not set it; the fragment then leaves it out."""

    rules: str | None
    edit: str | None
    contact: str | None


def correction(page: ReportPage, site: Site, case: str = "") -> CorrectionView:
    """Return where corrections of a case, or of the register, go."""
    publication = page.knowledge.publication
    edit = None
    if publication.repository and publication.edit_path:
        edit = f"{publication.repository.rstrip('/')}/{publication.edit_path}data/cases.yaml"
        if case in site.lines:
            first, last = site.lines[case]
            edit += f"#L{first}-L{last}"
    return CorrectionView(page.link("about.md", "changes"), edit, publication.contact)
