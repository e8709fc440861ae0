# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the forms for contributions, as messages to translate."""

from ospo.domain.contribution import Form

TITLES = {
    Form.IMPROVE: "Improve the text of a page",
    Form.TRANSLATION: "Improve the English translation",
    Form.REPORT: "Report that something is not right",
    Form.PRACTICE: "Propose a new practice",
    Form.EVENT: "Add an event",
    Form.ORGANISATION: "Add an organisation",
}
QUESTIONS_OF = {
    Form.IMPROVE: "You change the words of one section; a patch comes out that an editor can apply.",
    Form.TRANSLATION: "You see the Dutch section and change the English beside it.",
    Form.REPORT: "You name the claim, what it should be, and how you know; an editor does the rest.",
    Form.PRACTICE: "You fill in what you know, in Dutch and if you can in English; the rest is left to an editor.",
    Form.EVENT: "You say what, when and where; the event gets a page of its own.",
    Form.ORGANISATION: "You name the organisation and its account on a forge; the next observation looks at it.",
}
LABELS = {
    "text": "The new text of this section",
    "reason": "Why is this better?",
    "source": "How do you know? Name a source, with its address when it has one",
    "claim": "Which claim is not right? Copy the sentence",
    "instead": "What should it be?",
    "source-date": "Of when is the source?",
    "id": "Short name, which becomes the address",
    "phase": "Phase",
    "audience": "For whom",
    "title-nl": "Title in Dutch",
    "question-nl": "The question it answers, in Dutch",
    "brief-nl": "In short, in Dutch: three lines",
    "why-nl": "Why, in Dutch",
    "steps-nl": "Steps, in Dutch: who, how long, what to do",
    "result-nl": "What lies there then, in Dutch",
    "law-nl": "Law and norm, in Dutch",
    "pitfalls-nl": "Pitfalls, in Dutch",
    "title-en": "Title in English",
    "question-en": "The question it answers, in English",
    "brief-en": "In short, in English: three lines",
    "why-en": "Why, in English",
    "steps-en": "Steps, in English",
    "result-en": "What lies there then, in English",
    "law-en": "Law and norm, in English",
    "pitfalls-en": "Pitfalls, in English",
    "source-title": "Title of the source",
    "source-publisher": "Publisher of the source",
    "source-url": "Address of the source",
    "start": "Begin: a month, a day, or a time",
    "end": "End, when it is known",
    "place-nl": "Place",
    "online": "It is online, or can be followed online",
    "language": "Language of the event",
    "organiser": "Organiser: an organisation or a group",
    "summary-nl": "What it is about, in one sentence, in Dutch",
    "summary-en": "What it is about, in English",
    "url": "Address of the announcement",
    "name": "Name of the organisation",
    "kind": "What kind of organisation",
    "website": "Web site",
    "forge": "Forge",
    "account": "Address of the account on the forge",
}
# What the text for an issue says besides.
ISSUE = {
    "page": "Page",
    "file": "File",
    "section": "Section",
    "change": "The change, for `git apply`:",
    "terms": "I wrote this myself or may give it, and it may be used under CC BY 4.0.",
}
PROBLEMS = {
    "too-long": "is too long: use less than 20,000 characters",
    "empty": "is not filled in",
    "no-place": "is not filled in: name a place, or say that it is online",
    "no-id": "cannot be an id: use small letters, digits and hyphens, such as eigen-regels",
    "no-address": "is no address: it begins with https:// or http://",
    "no-moment": "is no moment: write 2026-12, 2026-12-15 or 2026-12-15T14:00",
    "no-choice": "is none of the choices",
    "taken": "is taken: there is a file with this id already",
    "same": "is what stands there already: change something",
}
