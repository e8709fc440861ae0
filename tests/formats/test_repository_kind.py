# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a repository seems to be for, by its files."""

import pytest

from ospo.domain.declaration import RepositoryKind
from ospo.formats.repository_kind import propose
from snapshots import MemorySnapshot

APPLICATION, LIBRARY = RepositoryKind.APPLICATION, RepositoryKind.LIBRARY
CODE = {"src/kaart/a.py": "x = 1\n", "src/kaart/b.py": "y = 2\n"}
JAVASCRIPT = {"src/a.ts": "let a", "src/b.ts": "let b"}
PACKAGE = '[project]\nname = "kaart"\n[build-system]\nrequires = []\n'


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (CODE | {"pyproject.toml": PACKAGE}, LIBRARY),
        (CODE | {"setup.py": "setup()"}, LIBRARY),
        (CODE | {"pyproject.toml": PACKAGE + '[project.scripts]\nkaart = "kaart:main"\n'}, APPLICATION),
        (CODE | {"pyproject.toml": "[tool.ruff]\n"}, APPLICATION),
        (CODE | {"pyproject.toml": PACKAGE, "Dockerfile": "FROM scratch"}, APPLICATION),
        (CODE | {"manage.py": "", "setup.py": "setup()"}, APPLICATION),
        (CODE, APPLICATION),
        (JAVASCRIPT | {"package.json": '{"name": "kaart", "main": "index.js"}'}, LIBRARY),
        (JAVASCRIPT | {"package.json": '{"name": "kaart", "main": "index.js", "private": true}'}, APPLICATION),
        (JAVASCRIPT | {"package.json": '{"name": "kaart"}'}, APPLICATION),
        (JAVASCRIPT | {"package.json": "["}, APPLICATION),
        (JAVASCRIPT | {"package.json": "[]"}, APPLICATION),
        (JAVASCRIPT | {"package.json": '{"a":' * 50_000}, APPLICATION),
        ({"src/A.php": "<?php", "src/B.php": "<?php", "composer.json": '{"type": "library"}'}, LIBRARY),
        ({"src/A.php": "<?php", "src/B.php": "<?php", "composer.json": '{"type": "project"}'}, APPLICATION),
        ({"src/lib.rs": "fn a() {}", "src/b.rs": "", "Cargo.toml": "[package]"}, LIBRARY),
        ({"src/main.rs": "fn main() {}", "src/lib.rs": "", "Cargo.toml": "[package]"}, APPLICATION),
        ({"kaart.gemspec": "", "lib/a.rb": "", "lib/b.rb": ""}, LIBRARY),
        ({"README.md": "# Beleid", "docs/a.md": "a", "docs/b.md": "b"}, RepositoryKind.DOCUMENTATION),
        ({"README.md": "# Tellingen", "2025.csv": "a", "2026.csv": "b"}, RepositoryKind.DATA),
        ({"README.md": "# Beleid", "docs/a.md": "a", "bijlage.csv": "b"}, RepositoryKind.DOCUMENTATION),
        ({"logo.svg": "<svg/>", "logo.png": "x"}, None),
        ({}, None),
    ],
    ids=range(23),
)
def test_the_files_suggest_a_kind(files: dict[str, str], expected: RepositoryKind | None) -> None:
    assert propose(MemorySnapshot(files)) is expected


def test_a_repository_that_says_it_is_archived_is_that_whatever_it_holds() -> None:
    files = CODE | {"README.md": "# Kaart\n\nThis repository is archived.\n"}

    assert propose(MemorySnapshot(files)) is RepositoryKind.ARCHIVED
