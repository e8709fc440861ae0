# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.formats.binaries import Binary, is_aside, is_wrapper, kind, may_be_one
from ospo.formats.content_kind import ContentKind


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        ("bin/tool", ContentKind.PROGRAM, Binary.PROGRAM),
        ("lib/libx.so", ContentKind.PROGRAM, Binary.PROGRAM),
        ("setup.exe", ContentKind.BINARY, Binary.PROGRAM),
        ("A.class", ContentKind.PROGRAM, Binary.BYTE_CODE),
        ("__pycache__/a.cpython-27.pyc", ContentKind.BINARY, Binary.BYTE_CODE),
        ("web/x.wasm", ContentKind.PROGRAM, Binary.BYTE_CODE),
        ("lib/x.jar", ContentKind.ARCHIVE, Binary.PACKAGE),
        ("dist/x-1.0-py3-none-any.WHL", ContentKind.ARCHIVE, Binary.PACKAGE),
        ("x.deb", ContentKind.PROGRAM, Binary.PACKAGE),
        ("x.rpm", ContentKind.BINARY, Binary.PACKAGE),
        ("data.zip", ContentKind.ARCHIVE, None),
        ("chart.tgz", ContentKind.ARCHIVE, None),
        ("logo.png", ContentKind.BINARY, None),
        ("model.bin", ContentKind.BINARY, None),
        ("libx.so", ContentKind.TEXT, None),
        ("gem", ContentKind.BINARY, None),
        ("tool.exe", ContentKind.EMPTY, None),
        ("x.jar", ContentKind.TEXT, None),
        ("run.sh", ContentKind.TEXT, None),
    ],
)
def test_a_generated_binary_is_told_by_its_name_and_its_content(
    path: str, content: ContentKind, expected: Binary | None
) -> None:
    assert kind(path, content) is expected


def test_a_name_may_be_that_of_a_binary() -> None:
    assert [path for path in ("a.jar", "b.SO", "c.txt", "jar", "d") if may_be_one(path)] == ["a.jar", "b.SO"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("gradle/wrapper/gradle-wrapper.jar", True),
        ("android/gradle/wrapper/gradle-wrapper.jar", True),
        (".mvn/wrapper/maven-wrapper.jar", True),
        ("lib/gradle-wrapper.jar", False),
        ("gradle/wrapper/other.jar", False),
    ],
)
def test_only_the_wrappers_of_gradle_and_maven_are_expected(path: str, expected: bool) -> None:
    assert is_wrapper(path) is expected


@pytest.mark.parametrize(
    "path", ["tests/a.jar", "src/test/resources/a.so", "pkg/testdata/x", "e2e-tests/x", "examples/a.exe"]
)
def test_tests_and_examples_stand_aside(path: str) -> None:
    assert is_aside(path)


@pytest.mark.parametrize("path", ["lib/a.jar", "latest/a.jar", "contest/a.jar", "a-test.jar", "hack/a.jar"])
def test_anything_else_does_not(path: str) -> None:
    assert not is_aside(path)
