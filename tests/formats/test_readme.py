# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.readme import Explanation, explain

DESCRIBES = "# Zaaksysteem\n\nEen component waarmee gemeenten zaken registreren.\n"


@pytest.mark.parametrize(
    "start",
    [
        "## Installatie\n\nx",
        "## Getting started\n\nx",
        "## Ontwikkelen\n",
        "Usage\n-----\nx",
        "```sh\nmake run\n```",
        "Zie de [documentatie](docs/index.md).",
        "Preview: https://voorbeeld.github.io/zaaksysteem",
        "See https://zaaksysteem.readthedocs.io/en/latest/.",
        "Install it with `pip install zaaksysteem`.",
        "Je bent welkom om bij te dragen.",
        "Hergebruik is toegestaan onder de EUPL.",
        "- [Een](een.md)\n- [Twee](twee.md)\n- [Drie](drie.md)\n",
    ],
)
def test_a_sentence_and_one_way_to_start_are_enough(start: str) -> None:
    found = explain(DESCRIBES + "\n" + start)

    assert found.is_complete
    assert found.describes == 3


@pytest.mark.parametrize(
    "text",
    [
        "# dagster-x\n\nImplementation of a lake for frames with a manager, forked with changes\n",
        "# X\nThis crate parses and emits XML documents.\n",
        "# API documentation\n\nThis describes an interface in five words.\n",  # its own title is no way to start
        "# X\n\n[![docs](https://a.example/docs/badge.svg)](https://a.example)\n\nA tool that does one thing well.\n",
    ],
)
def test_a_description_without_a_start_lacks_the_start(text: str) -> None:
    found = explain(text)

    assert found.describes is not None
    assert found.starts is None


@pytest.mark.parametrize(
    "text",
    [
        "## Installation\n\nCreate an `.env` file in the root and fill it.\n\n```\nmake\n```\n",
        "# FSC\n\n### Repositories\n\n- https://a.example/1\n- https://a.example/2\n- https://a.example/3\n",
        "Naam\n====\n\n:Version: 1.0\n:Source: https://a.example/with/many/words\n\nUsage\n=====\n\n::\n\n  make\n",
    ],
)
def test_a_start_without_a_description_lacks_the_description(text: str) -> None:
    found = explain(text, "README.rst" if ":Version:" in text else "README.md")

    assert found.describes is None
    assert found.starts is not None


@pytest.mark.parametrize(
    "text",
    [
        "# My app\n\nThis project was bootstrapped with [Create React App](https://a.example).\n\n## Scripts\n",
        "# Project\n\nTODO: Give a short introduction of your project. Let this section explain the objectives.\n",
        "# Project Title\n\nOne Paragraph of project description goes here\n",
        "# {{ project }}\n\n{{ description }} of this fine repository\n",
        "# x\n\nTo make it easy for you to get started with GitLab, here's a list of next steps.\n",
        "# X\n\nThis README documents whatever steps we need.\n\n# Set up\n\n## Us\n\nNo more is needed for this.\n",
        "# x\n\nDeze repository is automatisch bijgewerkt naar de nieuwste workflow.\n",
        "# x\n\nKorte beschrijving van het project komt hier te staan.\n",
    ],
)
def test_what_a_template_wrote_describes_nothing(text: str) -> None:
    found = explain(text)

    assert found.describes is None
    assert found.left_over == 3


def test_an_own_sentence_beside_a_left_over_describes() -> None:
    text = "# x\n\nA dashboard for the counter of a town.\n\nThis project was bootstrapped with Create React App.\n"

    assert explain(text).describes == 3


def test_a_list_can_describe() -> None:
    assert explain("## Hunter\n* This code detects loops in zone files\n").describes == 2


@pytest.mark.parametrize(
    "text",
    [
        "## Modelling choices\n\n* Every relation of the model becomes an attribute of a class\n",
        "# How to use\n\nWe add new packages with a manager of packages.\n\n## Publish\n\nPush a commit and wait.\n",
    ],
)
def test_steps_and_choices_do_not_describe(text: str) -> None:
    assert explain(text).describes is None


@pytest.mark.parametrize("text", ["", "\n\n", "love-common-ground", "# Title\n"])
def test_next_to_nothing_says_nothing(text: str) -> None:
    assert explain(text) == Explanation(None, None, None)


@pytest.mark.parametrize("path", ["README.rst", "README.adoc", "README.txt", "README"])
def test_every_markup_is_read(path: str) -> None:
    heading = "== Installatie" if path.endswith("adoc") else "Installatie\n==========="

    assert explain(f"Een rekenprogramma om de verspreiding te berekenen.\n\n{heading}\n\nx\n", path).is_complete
