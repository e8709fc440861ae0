# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.domain.snapshot import Unreadable
from ospo.formats import vendored
from ospo.formats.vendored import Component
from snapshots import MemorySnapshot

CODE = "function ding() { return 1 }\n"
MODULES = "# forge.example/een/ding v1.2.0\n## explicit\nforge.example/een/ding\n# forge.example/een/ding/v2 v2.0.1\n"


def find(**files: str | Unreadable) -> list[Component]:
    return vendored.find(MemorySnapshot(files))


def one(**files: str | Unreadable) -> Component:
    found = find(**files)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "path",
    [
        "src/main.js",
        "tests/vendor/x.js",
        "docs/vendor/x.js",
        "testdata/third_party/x.js",
        "src/main/java/nl/voorbeeld/vendor/Koper.java",
        "vendor/beeld.png",
        "vendor/stijl.css",
        "vendors.js",
        "templates/{{ naam }}/vendor/x.js",
    ],
)
def test_no_copy_of_code(path: str) -> None:
    assert find(**{path: CODE}) == []


def test_a_package_of_a_program_is_no_folder_for_copies() -> None:
    assert find(**{"app/vendor/__init__.py": "", "app/vendor/model.py": CODE}) == []
    assert len(find(**{"pip/_vendor/__init__.py": "", "pip/_vendor/six.py": CODE})) == 2


@pytest.mark.parametrize(
    "root", ["vendor", "third_party", "third-party", "3rdparty", "static/vendor", "lib/thirdparty"]
)
def test_each_thing_in_the_folder_is_one(root: str) -> None:
    found = find(**{f"{root}/een/a.js": CODE, f"{root}/een/b.js": CODE, f"{root}/twee.js": CODE})

    assert [component.path for component in found] == [f"{root}/een/", f"{root}/twee.js"]
    assert not any(component.is_certain or component.has_licence for component in found)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("vendor/een/LICENSE", "x"),
        ("vendor/een/MIT-LICENSE.txt", "x"),
        ("vendor/een/sub/COPYING", "x"),
        ("vendor/een/b.js", "// Copyright 2026 Voorbeeld\n"),
        ("vendor/een/b.js", "/*! Ding v1.2.3 | MIT License */\n"),
        ("vendor/een/package.json", '{"license": "MIT"}'),
        ("NOTICE", "This holds een, by Voorbeeld, MIT.\n"),
        ("THIRD-PARTY-NOTICES.md", "## een\n"),
        ("vendor/README.md", "- een: https://forge.example/een, MIT\n"),
    ],
)
def test_a_licence_can_be_told_in_many_ways(path: str, text: str) -> None:
    assert one(**{"vendor/een/a.js": CODE, path: text}).has_licence


def test_an_origin_is_more_than_a_licence() -> None:
    assert not one(**{"vendor/een/a.js": CODE, "vendor/een/LICENSE": "x"}).has_origin
    assert one(**{"vendor/een/a.js": "// https://forge.example/een\n", "vendor/een/LICENSE": "x"}).has_origin
    assert one(**{"vendor/een/a.js": CODE, "vendor/een/README.md": "Een"}).has_origin


def test_what_a_build_made_small_is_a_copy_for_certain() -> None:
    assert one(**{"vendor/een.min.js": "var a=1"}) == Component("vendor/een.min.js", True, False, False)


def test_a_folder_with_a_loose_name_needs_a_sign() -> None:
    assert find(**{"src/external/client.py": CODE}) == []
    assert len(find(**{"src/external/client.py": "# Copyright 2026 Voorbeeld\n"})) == 1


def test_packages_of_npm() -> None:
    found = find(
        **{
            "node_modules/een/package.json": '{"license": "MIT"}',
            "node_modules/een/index.js": CODE,
            "node_modules/@groep/twee/package.json": '{"name": "twee"}',
            "node_modules/@groep/twee/index.js": CODE,
            "node_modules/.bin/een.js": CODE,
        }
    )

    assert found == [
        Component("node_modules/@groep/twee/", True, False, True),
        Component("node_modules/een/", True, True, True),
    ]


def test_modules_of_go() -> None:
    found = find(
        **{
            "vendor/modules.txt": MODULES,
            "vendor/forge.example/een/ding/a.go": "package ding\n",
            "vendor/forge.example/een/ding/v2/a.go": "package ding\n",
            "vendor/forge.example/een/ding/v2/LICENSE": "x",
        }
    )

    assert found == [
        Component("vendor/forge.example/een/ding/", True, False, True),
        Component("vendor/forge.example/een/ding/v2/", True, True, True),
    ]


def test_packages_of_composer() -> None:
    found = find(
        **{
            "vendor/autoload.php": "<?php\n",
            "vendor/composer/x.php": "<?php\n",
            "vendor/een/ding/src/a.php": "<?php\n",
            "vendor/een/ding/LICENSE": "x",
        }
    )

    assert found == [Component("vendor/een/ding/", True, True, True)]


def test_a_file_that_cannot_be_read_tells_nothing() -> None:
    assert not one(**{"vendor/een/a.js": Unreadable("missing")}).has_licence
