# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats import guidance_on_building as guidance
from ospo.formats.guidance_on_building import How, Place
from ospo.formats.guides import Guide


def how(text: str) -> How | None:
    place = guidance.explains(Guide("README.md", text))
    return place.how if place else None


@pytest.mark.parametrize(
    "command",
    [
        "npm ci",
        "npm install",
        "yarn",
        "npm run dev",
        "pip install -r requirements.txt",
        "pip install -e '.[test]'",
        "poetry install",
        "uv sync",
        "python manage.py runserver",
        "mvn clean install",
        "./gradlew build",
        "go build ./...",
        "cargo run --release",
        "dotnet build",
        "composer install",
        "bundle install",
        "cmake -B build",
        "make",
        "make install",
        "docker build -t x .",
        "docker compose up -d",
        "docker-compose -f dev.yml up",
        "terraform init",
        "./setup.sh",
        "script/bootstrap",
        "git clone https://forge.example/x",
        "R CMD INSTALL .",
        "devtools::install()",
        "flutter run",
    ],
)
def test_commands_that_start_from_the_source(command: str) -> None:
    assert how(f"```\n{command}\n```") is How.FROM_SOURCE


@pytest.mark.parametrize(
    "command",
    [
        "pip install voorbeeld",
        "npm install voorbeeld",
        "npm i -g voorbeeld",
        "yarn add x",
        "docker run -p 80:80 x/y",
        "go get forge.example/x",
        "cargo install x",
        "gem install x",
        "brew install x",
        "composer require a/b",
        'install.packages("x")',
        "uses: voorbeeld/action@v1",
    ],
)
def test_commands_that_bring_in_a_package(command: str) -> None:
    assert how(f"```\n{command}\n```") is How.PACKAGE


@pytest.mark.parametrize(
    "text",
    [
        "Make sure that you build it well.",
        "```\nmake test\n```",
        "```\nls -la\n```",
        "Just a few things to build.",
        "## Requirements\n\nNone.",
        "## Development status\n\nThis is developed by a team that started last year with it.",
        "curl https://voorbeeld.example/install.sh",
    ],
)
def test_other_texts(text: str) -> None:
    assert how(text) is None


def test_the_line_is_that_of_the_command_or_the_heading() -> None:
    assert guidance.explains(Guide("a.md", "# a\n\nRun:\n\n    npm install\n")) == Place(How.FROM_SOURCE, 5)
    words = "# a\n\n## Aan de slag\n\nDownload de software en voer het programma uit op een computer.\n"
    assert guidance.explains(Guide("a.md", words)) == Place(How.SECTION, 3)


def test_help_of_build_tools() -> None:
    assert guidance.has_help("Makefile")
    assert not guidance.has_help("docs/Makefile")
    assert guidance.in_help("lint: ## Lint\n\ninstall: ## Install all\n") == 3
    assert guidance.in_help("# Start it\nrun *args:\n  x\n") == 1
    assert guidance.in_help("install:\n\tpip install .\n") is None


def test_pages_of_packages() -> None:
    assert guidance.registry_line(Guide("a.md", "x\n[pypi](https://pypi.org/project/voorbeeld/)")) == 2
    assert guidance.registry_line(Guide("a.md", "https://pypi.org/")) is None
