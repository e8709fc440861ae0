# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the editors' tasks, for the site and the terminal."""

from ospo.engine.editing import TaskKind

KINDS = {
    TaskKind.CHECK_FACT: "Facts to check again",
    TaskKind.REVIEW: "Pages to review",
    TaskKind.WRITE_NOTES: "Events without notes",
    TaskKind.TRANSLATE: "Translations that are behind",
    TaskKind.REREAD_NORM: "Norms to read again",
    TaskKind.MEND_LINK: "Addresses that no longer lead where they did",
    TaskKind.VERIFY_FACT: "Facts that nobody has verified",
    TaskKind.SIMPLIFY: "Texts that are hard to read",
}
ADVICE = {
    TaskKind.CHECK_FACT: (
        "Open the source. Does it still say so? Then move 'read' and 'check-before'; "
        "otherwise mend the sentence in both languages."
    ),
    TaskKind.REVIEW: (
        "Read the whole page as somebody who has to work with it. "
        "Mend what no longer holds, and set 'reviewed' to today."
    ),
    TaskKind.WRITE_NOTES: (
        "Ask the organisers where the notes are, or write down in a few lines what came out of it. "
        "An event is not finished until its notes are in."
    ),
    TaskKind.TRANSLATE: "Bring the English text up to date with the Dutch one, and run 'ospo content stamp'.",
    TaskKind.REREAD_NORM: "Compare the norm with its source: 'ospo norms verify'. Then set 'read' to today.",
    TaskKind.MEND_LINK: (
        "Open the address yourself. Put the new one in its place, or another source that says the same; "
        "if it works after all, leave it, and the next round will see that."
    ),
    TaskKind.VERIFY_FACT: (
        "Find the primary source and read it there. "
        "Then set 'source', 'read' and 'status'; if it is not so, take the fact out."
    ),
    TaskKind.SIMPLIFY: (
        "Cut the longest sentence, and say in everyday words what can be said in them; a term of the law stays as it "
        "is. The figure is that of Douma (1960) for Dutch and of Flesch (1948) for English, from words per sentence "
        "and syllables per word: 100 is very easy, 60 plain, below 30 for specialists. It is a hint, not a goal."
    ),
}
