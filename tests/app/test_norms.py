# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Norms beside their source: in a folder, in a clone, in a bare repository, or not there at all."""

import datetime
from pathlib import Path

import pytest

from conftest import GitRepository
from ospo.app import norms
from ospo.domain.identifier import ControlId, NormId
from ospo.domain.norm import Control, Norm, Requirement
from ospo.errors import SettingsError

CRITERION = "# X\n\n## Requirements\n\n* It MUST work.\n"


def norm(name: str = "standard-for-public-code") -> Norm:
    text = Requirement("x", "It MUST work.").text_sha256
    made = Control(ControlId("spc:x/1"), {}, "u", (), text_sha256=text, level="must")
    return Norm(NormId(name), {}, "1", "k", "u", "l", datetime.date(2026, 11, 25), {}, (made,), 1)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "source" / "criteria").mkdir(parents=True)
    (tmp_path / "source" / "criteria" / "x.md").write_text(CRITERION, "utf-8")
    return tmp_path / "source"


def test_a_folder_is_read_and_links_out_of_it_are_not(source: Path, tmp_path: Path) -> None:
    (tmp_path / "y.md").write_text(CRITERION.replace("It", "That"), "utf-8")
    (source / "criteria" / "y.md").symlink_to(tmp_path / "y.md")

    found = norms.verify(norm(), source)

    assert (found.unchanged, found.new) == (1, ("spc:x",))


def test_a_bare_repository_is_read_at_its_head(repository: GitRepository, tmp_path: Path) -> None:
    repository.commit({"criteria/x.md": CRITERION})
    repository.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare"))

    assert norms.verify(norm(), tmp_path / "bare").unchanged == 1


@pytest.mark.parametrize(
    ("name", "path", "message"),
    [
        ("standard-for-public-code", ".", "holds no text"),
        ("standard-for-public-code", "none", "is no folder"),
        ("cra", ".", "has no text that a program can read"),
    ],
)
def test_what_cannot_be_verified_is_one_sentence(tmp_path: Path, name: str, path: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        norms.verify(norm(name), tmp_path / path)
