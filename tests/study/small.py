"""A whole `data/` in a few lines per file, for tests that break one of them."""

from __future__ import annotations

from study.labels import NEEDED
from study.models.vocabulary import LEVELS, REGIONS, TECHNOLOGIES

CASE = """\
- id: no-gate
  administrations: [NO]
  technologies: [ai]
  processes: [risk-management]
  stage: pilot
  since: 2024
  title: {en: A gate, fr: Une porte}
  summary: {en: It opens., fr: Elle s’ouvre.}
  results:
    - text: {en: Faster, fr: Plus vite}
      measured_by: {en: the administration, fr: l’administration}
      sources: [note]
  sources: [note]
  checked: 2026-01-31
"""

BOTH = "{en: word, fr: mot}"


def _labels() -> str:
    """Words for every controlled value, and one label with a name in braces."""
    groups = "".join(
        f"{group}:\n" + "".join(f"  {key}: {BOTH}\n" for key in keys) for group, keys in NEEDED.items()
    )
    return 'general:\n  hello: {en: "Hello {name}", fr: "Bonjour {name}"}\n' + groups


SMALL = {
    "publication.yaml": """\
title: {en: Study, fr: Étude}
short_title: {en: Study, fr: Étude}
subtitle: {en: Of customs, fr: Des douanes}
description: {en: A study, fr: Une étude}
publisher: {en: Nobody, fr: Personne}
site_url: https://example.org/
site_url_is_example: true
code_licence: {name: {en: MIT, fr: MIT}}
disclaimers: []
""",
    "editions.yaml": """\
current: "2026"
as_of: 2026-01-31
editions:
  - id: "2026"
    title: {en: Draft, fr: Projet}
    status: draft
""",
    "labels.yaml": _labels(),
    "members.yaml": """\
regions:
"""
    + "".join(f"  - {{id: {key}, code: {BOTH}, name: {BOTH}}}\n" for key in REGIONS)
    + """\
members:
  - {id: NO, iso3: NOR, name: {en: Norway, fr: Norvège}, region: EUR, status: derived, region_status: derived}
  - {id: KE, iso3: KEN, name: {en: Kenya, fr: Kenya}, region: ESA, status: derived, region_status: derived}
""",
    "bodies.yaml": """\
- {id: eac, name: {en: Community, fr: Communauté}, abbreviation: {en: EAC, fr: CAE}, members: [KE]}
""",
    "technologies.yaml": "".join(
        f"- {{id: {key}, name: {BOTH}, short: {BOTH}, covers: {BOTH}, focus: true}}\n" for key in TECHNOLOGIES
    ),
    "sources.yaml": """\
- id: note
  title: A note
  language: en
  publisher: {en: Customs, fr: Douane}
  url: https://example.org/note
  date: 2025-06
  kind: official
  checked: 2026-01-31
""",
    "glossary.yaml": """\
- {id: model, term: {en: model, fr: modèle}, definition: {en: A rule, fr: Une règle}, basis: usage}
- {id: data, term: {en: data, fr: données}, definition: {en: Facts, fr: Faits}, see_also: [model], basis: usage}
""",
    "maturity.yaml": "".join(
        f"- {{id: {key}, level: {place}, name: {BOTH}, summary: {BOTH}}}\n"
        for place, key in enumerate(LEVELS, 1)
    ),
    "survey-2024.yaml": """\
calendar: []
participation:
  sources: [note]
  rows:
    - {region: EUR, answers: 1, members: 3, percent: 33}
    - {region: ESA, answers: 7, members: 18, percent: 38.9}
  total: {answers: 8, members: 21, percent: 38}
  details: {answers: 1, of: 8, percent: 13}
  case_files: 1
  willing: {answers: 4, of: 8, percent: 50}
it_strategy: {percent: 62, note: {en: of answers, fr: des réponses}, sources: [note]}
maturity: {sources: [note], rows: []}
adoption: {sources: [note], rows: [], not_listed: [], development_potential: []}
impact_difficulty: {sources: [note], rows: []}
performance: {sources: [note], rows: []}
capacity_building: {sources: [note], rows: [], other_needs: []}
partner_agencies: {sources: [note], rows: []}
focus: {sources: [note], most_cited: [], selected: [], criteria: {en: none, fr: aucun}}
not_published: []
""",
    "use-cases-2025.yaml": """\
launched: 2025-01-01
deadline: 2025-02-01
extended: {en: twice, fr: deux fois}
as_of: 2025-06-30
respondents: {members: 1, of: 2, percent: 50}
rows: []
stakeholder_contributions: 0
sources: [note]
""",
    "project.yaml": """\
name: {en: Project, fr: Projet}
funding: {en: A fund, fr: Un fonds}
objectives: []
milestones: []
workshops: []
network: []
portal: {languages: 2, case_studies: 1, technologies: 1, testimonials: [KE], sources: [note]}
membership: []
deliverables: []
""",
    "data-notes.yaml": """\
- id: rounding
  kind: precision
  sources: [note]
  place: {en: Table, fr: Tableau}
  finding: {en: The source rounds down., fr: La source arrondit vers le bas.}
  note: {en: Kept., fr: Conservé.}
""",
    "cases.yaml": CASE,
}
