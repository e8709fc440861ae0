# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The skeletons of content files, by kind and by path; what the places in them mean is told in `skeletons`."""

_PRACTICE_NL = """\
---
id: {{id}}
title: {{"title-nl"}}
question: {{"question-nl"}}
phase: {{phase}}
audience: [{{audience}}]
owner: redactie-ospo
reviewed: {{today}}
review-every: 12 maanden
checks: []
traces: false
norms: []
facts: []
related: []
licence: CC-BY-4.0
sources:
  - title: {{"source-title"}}
    publisher: {{"source-publisher"}}
    url: {{"source-url"}}
    read: {{today}}
---

## In het kort

{{brief-nl}}

## Waarom

{{why-nl}}

## Stappen

{{steps-nl}}

Wat er dan ligt: {{result-nl}}

## Wet en norm

{{law-nl}}

## Valkuilen

{{pitfalls-nl}}
"""
_PRACTICE_EN = """\
---
id: {{id}}
title: {{"title-en"}}
question: {{"question-en"}}
original: "000000000000"
---

## In short

{{brief-en}}

## Why

{{why-en}}

## Steps

{{steps-en}}

What lies there then: {{result-en}}

## Law and norm

{{law-en}}

## Pitfalls

{{pitfalls-en}}
"""
_FACT = """\
id: {{id}}
text:
  nl: {{"text-nl"}}
  en: {{"text-en"}}
source:
  title: {{"source-title"}}
  publisher: {{"source-publisher"}}
  url: {{"source-url"}}
  date: {{today}}
read: {{today}}
status: unverified
check-before: {{later}}
"""
_STEP = """\
id: {{id}}
phase: {{phase}}
order: {{order}}
title:
  nl: {{"title-nl"}}
  en: {{"title-en"}}
decision:
  nl: {{"decision-nl"}}
  en: {{"decision-en"}}
artefact:
  nl: {{"artefact-nl"}}
  en: {{"artefact-en"}}
audience: [{{audience}}]
practices: []
"""
_EVENT = """\
id: {{id}}
title:
  nl: {{"title-nl"}}
  en: {{"title-en"}}
start: {{"start"}}
end: {{?"end"}}
place: {nl: {{?"place-nl"}}, en: {{?"place-en"}}}
online: {{?online}}
languages: [{{language}}]
organiser: {{"organiser"}}
summary:
  nl: {{"summary-nl"}}
  en: {{"summary-en"}}
url: {{"url"}}
source:
  title: {{"source-title"}}
  url: {{"source-url"}}
  read: {{today}}
status: unverified
"""
_ORGANISATION = """\
id: {{id}}
name: {{"name"}}
kind: {{kind}}
website: {{"website"}}
accounts:
  - forge: {{forge}}
    url: {{"account"}}
source:
  title: {{"source-title"}}
  url: {{"source-url"}}
  read: {{today}}
"""
FILES = {
    "practice": {"practices/{{id}}.nl.md": _PRACTICE_NL, "practices/{{id}}.en.md": _PRACTICE_EN},
    "fact": {"facts/{{id}}.yaml": _FACT},
    "step": {"roadmap/{{id}}.yaml": _STEP},
    "event": {"events/{{id}}.yaml": _EVENT},
    "organisation": {"organisations/{{id}}.yaml": _ORGANISATION},
    "participant": {
        "participants/{{id}}.yaml": """\
id: {{id}}
part:
  nl: {{"part-nl"}}
  en: {{"part-en"}}
facts: [{{fact}}]
"""
    },
    "group": {
        "groups/{{id}}.yaml": """\
id: {{id}}
title:
  nl: {{"title-nl"}}
  en: {{"title-en"}}
purpose:
  nl: {{"purpose-nl"}}
  en: {{"purpose-en"}}
state: unknown
facts: [{{fact}}]
"""
    },
    "decision": {
        "decisions/{{id}}.yaml": """\
id: {{id}}
title:
  nl: {{"title-nl"}}
  en: {{"title-en"}}
date: {{today}}
roles: [redactie-ospo]
what:
  nl: {{"what-nl"}}
  en: {{"what-en"}}
why:
  nl: {{"why-nl"}}
  en: {{"why-en"}}
source:
  title: {{"source-title"}}
  url: {{"source-url"}}
  date: {{today}}
"""
    },
}
