"""A small report: three cases, four Members in three regions, three sources, four terms. One case is hostile.

Labels, technologies, levels of maturity and fragments are the real ones.
"""

from __future__ import annotations

from study.models.vocabulary import LEVELS

HOSTILE = """<script>alert(1)</script> "quotes" {{ 7*7 }} {% x %} {# y #} *stars* [link](javascript:alert(1)) =cmd()"""


def hostile(field: str) -> str:
    """Return both languages' text of a field, as YAML writes it."""
    return f"{{en: '{field} {HOSTILE}', fr: '{field} {HOSTILE}'}}"


SMALL = {
    "publication.yaml": """\
title: {en: 'Study <i>& "more"', fr: 'Étude <i>& "plus"'}
short_title: {en: Study, fr: Étude}
subtitle: {en: Of customs, fr: Des douanes}
description: {en: A study, fr: Une étude}
publisher: {en: Nobody, fr: Personne}
site_url: https://example.org/report/
site_url_is_example: true
code_licence: {name: {en: MIT, fr: MIT}}
disclaimers:
  - {id: draft, title: {en: A draft, fr: Un projet}, text: {en: Approved by <nobody>., fr: Approuvé par <personne>.}}
""",
    "editions.yaml": """\
current: "2026.1"
as_of: 2026-01-31
editions:
  - {id: "2026.1", title: {en: Draft, fr: Projet}, status: draft, note: {en: Not <yet>., fr: Pas <encore>.}, sources: [paper]}
  - {id: "2019", title: {en: First, fr: Première}, status: superseded, published_elsewhere: true, date: 2019-06}
""",
    "members.yaml": """\
regions:
  - {id: AMS, code: {en: AMS, fr: AMS}, name: {en: Americas, fr: Amériques}, note: {en: "<All> of it", fr: "<Tout>"}}
  - {id: AP, code: {en: A/P, fr: AP}, name: {en: Asia/Pacific, fr: Asie/Pacifique}}
  - {id: ESA, code: {en: ESA, fr: AOA}, name: {en: East and South, fr: Est et Sud}}
  - {id: EUR, code: {en: EUR, fr: EUR}, name: {en: Europe, fr: Europe}}
  - {id: MENA, code: {en: MENA, fr: MENA}, name: {en: Mena, fr: Moyen-Orient}}
  - {id: WCA, code: {en: WCA, fr: AOC}, name: {en: West and Central, fr: Ouest et centre}}
members:
  - {id: UG, iso3: UGA, name: {en: Uganda, fr: Ouganda}, region: ESA, status: derived, region_status: derived}
  - {id: KE, iso3: KEN, name: {en: Kenya, fr: Kenya}, region: ESA, status: confirmed, region_status: derived}
  - {id: NO, iso3: NOR, name: {en: Norway, fr: Norvège}, region: EUR, status: confirmed, region_status: derived}
  - {id: PE, iso3: PER, name: {en: Peru, fr: Pérou}, region: AMS, status: confirmed, region_status: derived,
     note: {en: "Since <1999>", fr: "Depuis <1999>"}}
""",
    "bodies.yaml": """\
- {id: eac, name: {en: East African Community, fr: Communauté d’Afrique de l’Est}, abbreviation: {en: EAC, fr: CAE}}
""",
    "sources.yaml": """\
- {id: paper, title: A paper, language: en, publisher: {en: Customs, fr: Douane}, url: https://example.org/paper?a=1&b=2,
   archived_url: https://example.org/archive, reference: PC 1, date: 2025-06, kind: official, checked: 2026-01-31}
- {id: journal, title: 'Ölçüm <b>& "sonuç"', language: tr, publisher: {en: Journal, fr: Revue}, kind: academic,
   checked: 2026-01-01}
- {id: daily, title: Daily, language: fr, publisher: {en: Customs, fr: Douane}, url: https://example.org/daily,
   date: 2025-12-01, kind: press, checked: 2026-01-31}
""",
    "glossary.yaml": """\
- id: machine-learning
  term: {en: machine learning, fr: apprentissage automatique}
  abbreviation: {en: ML, fr: AA}
  forms: {en: [machine-learning], fr: [apprentissages automatiques]}
  definition: {en: Learning from <data>., fr: Apprendre des <données>.}
  see_also: [model]
  technology: ai
  basis: wco
- id: model
  term: {en: machine learning model, fr: modèle d’apprentissage automatique}
  forms: {en: [machine learning models], fr: []}
  definition: {en: What was learnt., fr: Ce qui a été appris.}
  see_also: [machine-learning, environment]
  technology: ai
  standard: ISO <1>
  url: https://example.org/iso
  basis: iso
- {id: environment, term: {en: environment, fr: environnement}, definition: {en: Around., fr: Autour.}, basis: usage}
- id: three-d
  term: {en: 3D printing, fr: impression 3D}
  definition: {en: Layers., fr: Des couches.}
  standard: Not online
  basis: source
  tooltip: false
""",
    "survey-2024.yaml": """\
calendar:
  - {id: opened, date: 2024-04, label: {en: Opened, fr: Ouverture}, sources: [paper]}
  - {id: talks, days: [2024-04-17, 2024-04-20], label: {en: Talks, fr: Entretiens}, sources: [paper]}
  - {id: meetings, start: 2024-04-28, end: 2024-05-02, label: {en: Meetings, fr: Réunions}, sources: [paper, daily]}
participation:
  sources: [paper]
  rows:
    - {region: ESA, answers: 2, members: 2, percent: 100, notes: [rounding]}
    - {region: EUR, answers: 0, members: 1, percent: 0}
  total: {answers: 2, members: 3, percent: 66.7}
  details: {answers: 1, of: 2, percent: 50}
  case_files: 1
  willing: {answers: 1, of: 2, percent: 50}
it_strategy: {percent: 62, note: {en: of answers, fr: des réponses}, sources: [paper]}
maturity:
  sources: [paper]
  rows: [{level: advanced, percent: 12.5}, {level: initial, percent: 60}, {level: operational, percent: 27.5}]
adoption:
  sources: [paper]
  rows: [{technology: cloud, members: 2}, {technology: ai, probable: 1, notes: [rounding]}, {technology: iot}]
  not_listed: [blockchain]
  development_potential: [blockchain, ai]
impact_difficulty: {sources: [paper], rows: [{technologies: [ai, big-data], impact: highest, difficulty: moderate}]}
performance: {sources: [daily], rows: [{id: revenue, name: {en: Revenue, fr: Recettes}, contribution: main}]}
capacity_building:
  sources: [paper]
  rows: [{id: skills, rank: 1, tier: main, name: {en: Skills, fr: Savoirs}, summary: {en: To know, fr: Savoir}}]
  other_needs: [{en: signatures, fr: signatures}]
partner_agencies: {sources: [paper], rows: [{en: ministry, fr: ministère}]}
focus: {sources: [paper], most_cited: [big-data], selected: [ai, cloud], criteria: {en: wishes, fr: souhaits}}
not_published: [{id: scores, text: {en: scores, fr: notes}, sources: [daily]}]
""",
    "use-cases-2025.yaml": """\
launched: 2025-01-01
deadline: 2025-02-01
extended: {en: twice, fr: deux fois}
as_of: 2025-06-30
respondents: {members: 2, of: 4, percent: 50}
rows:
  - {region: ESA, answers: 1, members: 2, percent: 50}
  - {label: {en: EUR or <AMS>, fr: EUR ou <AMS>}, answers: 1, members: 2, percent: 50, notes: [rounding]}
stakeholder_contributions: 0
sources: [paper]
""",
    "project.yaml": """\
name: {en: Project, fr: Projet}
funding: {en: A fund, fr: Un fonds}
sources: [paper]
objectives: [{en: learn, fr: apprendre}]
milestones:
  - {id: council, date: 2026-06, label: {en: Decision, fr: Décision}, planned: true, confirmed: false, sources: [daily]}
  - {id: review, date: 2026, label: {en: Review, fr: Examen}, planned: true, confirmed: true, sources: [daily]}
  - {id: lima, start: 2024-03-18, end: 2024-03-22, label: {en: Lima, fr: Lima}, sources: [paper, daily]}
workshops:
  - {id: lima, start: 2024-03-18, end: 2024-03-22, city: {en: Lima, fr: Lima}, member: PE, type: regional,
     regions: [AMS, ESA], participants: 1234, participants_note: {en: over <that>, fr: plus de <cela>},
     administrations: 2, theme: {en: Data, fr: Données}, sources: [paper],
     notes: [rounding]}
network:
  - {date: 2025-02, members: 2, label: {en: <experts>, fr: <experts>}, sources: [paper]}
  - {date: 2025-04-01, members: 3, contacts: 5, sources: [daily], notes: [rounding]}
portal: {languages: 2, case_studies: 1, technologies: 1, testimonials: [KE], sources: [paper]}
membership: []
deliverables: [{id: paper, name: {en: Paper, fr: Article}, state: {en: half-way, fr: à mi-parcours}, sources: [paper]}]
""",
    "data-notes.yaml": """\
- id: rounding
  kind: precision
  sources: [paper]
  place: {en: Table, fr: Tableau}
  finding: {en: Rounded down., fr: Arrondi vers le bas.}
  note: {en: Kept <as> it is., fr: Conservé <tel> quel.}
""",
    "readiness.yaml": f"""\
- id: ai
  questions:
    - {{id: goal, text: {hostile("question")}, next: {hostile("next")}}}
""",
    "self-assessment.yaml": "\n".join(
        [
            "- id: strategy",
            f"  name: {hostile('dimension')}",
            "  question: {en: 'Where?', fr: 'Où ?'}",
            "  answers:",
            *(f"    - {{level: {level}, text: {{en: At {level}, fr: À {level}}}}}" for level in LEVELS),
            "  steps:",
            *(
                f"    - {{level: {level}, text: {{en: From {level}, fr: De {level}}}, pages: [about.md, none.md], cases: []}}"
                for level in LEVELS
            ),
        ]
    ),
    "cases.yaml": f"""\
- id: hostile
  administrations: [UG, "NO"]
  office: {hostile("office")}
  technologies: [ai]
  processes: [risk-management]
  stage: pilot
  stage_note: {hostile("stage_note")}
  title: {hostile("title")}
  summary: {hostile("summary")}
  results: [{{text: {hostile("result")}, measured_by: {hostile("measurer")}, sources: [journal]}}]
  partners: [{hostile("partner")}]
  sources: [journal, daily]
  checked: 2026-01-31
- id: scanner
  administrations: [KE]
  technologies: [ai, blockchain]
  processes: [cargo-control, revenue]
  stage: operational
  since: 2024
  title: {{en: A scanner, fr: Un scanner}}
  summary: {{en: It sees., fr: Il voit.}}
  results: [{{text: {{en: Faster, fr: Plus vite}}, measured_by: {{en: Customs, fr: la douane}}, sources: [paper, daily]}}]
  sources: [paper]
  checked: 2026-01-31
  confirmed: 2026-01-01
- id: window
  administrations: [KE, UG, PE]
  body: eac
  technologies: [cloud]
  processes: [single-window]
  stage: planned
  title: {{en: A window, fr: Un guichet}}
  summary: {{en: It opens., fr: Il ouvre.}}
  sources: [daily]
  checked: 2026-01-31
""",
}
