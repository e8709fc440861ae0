# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from credentials import armoured, key_bytes, randomish, with_check_digits
from ospo.checks.security.has_no_credentials_in_the_tree import check
from ospo.domain.finding import Evidence, Outcome, met, not_met, unknown
from ospo.domain.snapshot import Unreadable
from ospo.formats import front_matter, secrets
from snapshots import MemorySnapshot

TOKEN = with_check_digits("ghp_")
KEY = armoured(key_bytes())


def test_nothing_is_met() -> None:
    assert check(MemorySnapshot({"a.py": "x\n", "README.md": "y\n"})) == met("none", count=2)


@pytest.mark.parametrize(
    "path", ["config.yml", ".npmrc", "src/app.py", "deploy/production.env", "Dockerfile", "docker-compose.yml"]
)
def test_a_token_is_not_met(path: str) -> None:
    assert check(MemorySnapshot({path: f"a\nb={TOKEN}\n"})) == not_met(
        "found", Evidence(path, 2), count=1, path=path, kind="github-token"
    )


def test_a_private_key_is_not_met() -> None:
    assert check(MemorySnapshot({"api/server.key": KEY})).values == {
        "count": 1,
        "path": "api/server.key",
        "kind": "private-key",
    }


def test_no_part_of_the_value_is_told() -> None:
    told = repr(check(MemorySnapshot({"a.txt": TOKEN, "b.pem": KEY})))

    assert TOKEN[8:20] not in told
    assert not any(line in told for line in KEY.splitlines()[1:-1])


@pytest.mark.parametrize(
    "path",
    [
        "tests/key.pem",
        "docs/auth.md",
        "HOWTO.md",
        "examples/x.py",
        ".env.example",
        "docker/dev.key",
        "vendor/x/key.pem",
    ],
)
def test_one_for_tests_examples_or_development_is_unknown(path: str) -> None:
    assert check(MemorySnapshot({path: KEY})) == unknown(
        "for-show", Evidence(path, 1), count=1, path=path, kind="private-key"
    )


def test_the_readme_of_its_folder_can_say_that_it_is_for_tests() -> None:
    files = {"certs/a.key": KEY, "certs/README.md": "Self-signed, for local development.\n"}

    assert check(MemorySnapshot(files)).reason == "for-show"
    assert check(MemorySnapshot({**files, "certs/README.md": "The keys of the service.\n"})).reason == "found"


@pytest.mark.parametrize("content", ["", Unreadable("missing")])
def test_a_readme_that_says_nothing_changes_nothing(content: str | Unreadable) -> None:
    assert check(MemorySnapshot({"certs/a.key": KEY, "certs/README.md": content})).reason == "found"


def test_the_readme_in_the_root_does_not_speak_for_a_key() -> None:
    assert check(MemorySnapshot({"a.key": KEY, "README.md": "How to test this.\n"})).reason == "found"


def test_a_remark_for_scanners_makes_it_unknown() -> None:
    assert check(MemorySnapshot({"a.py": f"x = '{TOKEN}'  # gitleaks:allow\n"})) == unknown(
        "excused", Evidence("a.py", 1), count=1, path="a.py", kind="github-token"
    )


def test_a_key_that_is_often_public_is_unknown() -> None:
    assert check(MemorySnapshot({"web/app.js": f"key='AIza{randomish(35)}'\n"})) == unknown(
        "may-be-public", Evidence("web/app.js", 1), count=1, path="web/app.js", kind="google-api-key"
    )


def test_one_in_use_outweighs_the_others() -> None:
    files = {"tests/a.pem": KEY, "b.py": f"'{TOKEN}' # noqa\n", "z.yml": TOKEN}

    assert check(MemorySnapshot(files)).values == {"count": 1, "path": "z.yml", "kind": "github-token"}


@pytest.mark.parametrize(
    "text",
    [
        "AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "token: ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "token: <your token>",
        armoured(key_bytes(), "CERTIFICATE"),
        armoured(key_bytes(), "PUBLIC KEY"),
        armoured(key_bytes(), "ENCRYPTED PRIVATE KEY"),
        "$ANSIBLE_VAULT;1.1;AES256\n" + "6162" * 200,
    ],
    ids=["aws-example", "placeholder", "words", "certificate", "public-key", "encrypted-key", "ansible-vault"],
)
def test_what_opens_nothing_is_met(text: str) -> None:
    assert check(MemorySnapshot({"config/a.txt": text})).outcome is Outcome.MET


def test_a_file_of_git_crypt_is_met() -> None:
    assert check(MemorySnapshot({"secret.env": b"\0GITCRYPT\0" + TOKEN.encode()})).outcome is Outcome.MET


def test_a_text_that_cannot_be_had_is_passed_on_and_other_files_are_not_missed() -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({"a.yml": Unreadable("missing")}))
    for path, reason in (
        ("x.jar", "missing"),
        ("x.zip", "missing"),
        ("a.yml", "too-large"),
        ("tests/a.yml", "missing"),
    ):
        assert check(MemorySnapshot({path: Unreadable(reason)})).reason == "none"
    assert check(MemorySnapshot({"a.yml": Unreadable("missing"), "b.yml": TOKEN})).reason == "found"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_has_words(language: str) -> None:
    module = Path(check.__code__.co_filename)
    words = front_matter.split(module.with_suffix(f".{language}.md").read_text("utf-8"), "x").values["words"]

    assert set(words) == secrets.KINDS
