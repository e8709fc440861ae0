# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.secret_places import guides, is_for_show, speaks_of_tests


@pytest.mark.parametrize(
    "path",
    [
        "tests/key.pem",
        "src/app/test_tokens.py",
        "src/test/resources/server.key",
        "testdata/key.pem",
        "examples/config.yml",
        ".env.example",
        "config.sample.toml",
        "docs/setup.txt",
        "HOWTO.md",
        "docker/conf/idp.pem",
        "dev/localhost.key",
        "certs/localhost.key",
        "certs/mocks.key",
        "keys/dev-key.pem",
        "plugins/cve_2023_1/id_rsa",
        "vendor/lib/key.pem",
        "e2e/fixtures/token.json",
        "certs/snakeoil.pem",
        "cypress.config.js",
    ],
)
def test_a_place_for_tests_examples_or_development_is_for_show(path: str) -> None:
    assert is_for_show(path)


@pytest.mark.parametrize(
    "path",
    [
        ".npmrc",
        "config/production.yml",
        "src/latest/app.py",
        "deploy/id_rsa",
        "api/setup/org.key",
        "contest/a.py",
        "devices/x.py",
    ],
)
def test_any_other_place_is_in_use(path: str) -> None:
    assert not is_for_show(path)


def test_guides_stand_in_the_folder() -> None:
    assert "certs/README.md" in guides("certs")


@pytest.mark.parametrize(
    "text", ["Self-signed certificates", "Zelfondertekend", "for testing", "voor ontwikkeling", "A mock"]
)
def test_an_explanation_can_speak_of_tests(text: str) -> None:
    assert speaks_of_tests(text.encode())


@pytest.mark.parametrize("text", ["", "The keys of the service.", "The latest keys, attested.", "x" * 6000 + " test"])
def test_an_explanation_need_not_speak_of_tests(text: str) -> None:
    assert not speaks_of_tests(text.encode())
