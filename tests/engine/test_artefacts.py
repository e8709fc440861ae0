# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from ospo import knowledge
from ospo.domain.language import Language
from ospo.engine import artefacts
from ospo.settings import Settings

LONG = "een\ntwee\n\ndrie\nvier\n"


def test_a_text_is_taken_out_as_it_is_meant() -> None:
    indented = "".join(f"   {line}" for line in LONG.splitlines(keepends=True))
    body = f"1. Neem dit over:\n\n   ```markdown\n{indented}   ```\n\nKlaar."

    assert [(a.ending, a.text) for a in artefacts.of(body)] == [("md", LONG)]


def test_each_text_comes_in_order_with_its_ending() -> None:
    body = f"```yaml\n{LONG}```\nen\n```text\n{LONG}```\n"

    assert [a.ending for a in artefacts.of(body)] == ["yml", "txt"]


def test_commands_code_and_short_illustrations_stay_on_the_page() -> None:
    assert artefacts.of(f"```sh\n{LONG}```\n```python\n{LONG}```\n```markdown\neen\ntwee\n```\n```\n{LONG}```\n") == []


def test_a_block_that_never_ends_is_none() -> None:
    assert artefacts.of(f"```markdown\n{LONG}" * 200) == []


def test_both_languages_of_a_practice_offer_the_same_texts() -> None:
    practices = knowledge.load(Settings.read({}).content).practices.values()

    offered = {p.id: [[a.ending for a in artefacts.of(p.texts[code].body)] for code in Language] for p in practices}

    assert {name: forms for name, forms in offered.items() if forms[0] != forms[1]} == {}
    assert sum(bool(forms[0]) for forms in offered.values()) > 30


def test_what_stands_within_a_block_is_part_of_it() -> None:
    inner = f"  ```text\n{LONG}"

    assert [a.text for a in artefacts.of(f"```markdown\n{inner}```\n\n```text\n{LONG}  ```\n")] == [inner]


def test_a_block_may_end_with_the_text_and_be_as_deep_as_a_list_goes() -> None:
    deep = "".join(f"        {line}" for line in LONG.splitlines(keepends=True))

    assert [a.text for a in artefacts.of(f"        ```text\n{deep}        ```")] == [LONG]
    assert artefacts.of(f"         ```text\n{deep}         ```") == []
