# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ospo.formats.dockerfile import BaseImage, base_images, locate

DIGEST = "@sha256:" + "0a" * 32


def names(text: str) -> list[str]:
    return [image.name for image in base_images(text)]


@pytest.mark.parametrize(
    "path",
    [
        "Dockerfile",
        "a/Dockerfile",
        "Containerfile",
        "dockerfile",
        "Dockerfile.dev",
        "web.Dockerfile",
        "Dockerfile-nginx",
    ],
)
def test_a_recipe_is_told_by_its_name(path: str) -> None:
    assert locate([path]) == [path]


@pytest.mark.parametrize(
    "path",
    ["Dockerfile.md", "Dockerfile/x", "docker-compose.yml", ".dockerignore", "MyDockerfile", "Dockerfile.license"],
)
def test_other_files_are_no_recipes(path: str) -> None:
    assert locate([path]) == []


def test_the_image_and_its_line_are_read() -> None:
    assert base_images("# comment\n\nFROM python:3.12-slim\n") == [BaseImage("python:3.12-slim", 3)]


def test_earlier_stages_and_the_empty_image_are_left_out() -> None:
    text = "FROM golang:1 AS build\nFROM build AS Test\nFROM test\nFROM scratch\nFROM alpine\n"

    assert names(text) == ["golang:1", "alpine"]


def test_a_stage_named_later_is_an_image() -> None:
    assert names("FROM build\nFROM golang AS build\n") == ["build", "golang"]


@pytest.mark.parametrize(
    "text",
    [
        "FROM --platform=$BUILDPLATFORM python:3\n",
        "from python:3 as x\n",
        "FROM \\\n  # why\n\n  python:3 AS x\n",
        "# escape=`\nFROM `\n python:3\n",
        'FROM "python:3"\n',
        "FROM python:3 # the newest\n",
        "ARG V=3\nFROM python:$V\n",
        'ARG V="3"\nARG NAME=python:${V}\nFROM ${NAME}\n',
        "FROM python:${V:-3}\n",
        "FROM python:3\nRUN <<EOT\nFROM other\nEOT\n",
    ],
    ids=[
        "platform",
        "lower-case",
        "continued",
        "escape",
        "quotes",
        "remark",
        "arg",
        "arg-of-arg",
        "default",
        "heredoc",
    ],
)
def test_the_image_is_read_however_it_is_written(text: str) -> None:
    assert [(image.name, image.is_known) for image in base_images(text)] == [("python:3", True)]


def test_the_line_of_a_continued_instruction_is_its_first() -> None:
    assert base_images("ARG A=1\nFROM \\\n python:3\n")[0].line == 2


@pytest.mark.parametrize(
    "text", ["ARG V\nFROM python:$V\n", "FROM $IMAGE\n", "FROM python\nARG V=3\nFROM other:$V\n", "FROM {{ image }}\n"]
)
def test_a_variable_without_a_value_leaves_the_image_unknown(text: str) -> None:
    assert not base_images(text)[-1].is_known


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (f"python:3{DIGEST}", True),
        (f"ghcr.io/owner/x{DIGEST}", True),
        ("python:3", False),
        ("python@sha256:abc", False),
        (f"python{DIGEST}x", False),
        ("python@sha256:" + "0a" * 31, False),
    ],
)
def test_pinned_is_a_whole_digest(name: str, expected: bool) -> None:
    assert BaseImage(name, 1).is_pinned is expected


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("python:3", ""),
        ("Owner/app:1", "owner"),
        ("ghcr.io/owner/app", "owner"),
        ("localhost:5000/app", ""),
        ("registry.example:5000/owner/app@sha256:x", "owner"),
        ("docker.io/python", ""),
    ],
)
def test_the_owner_is_the_account_in_the_registry(name: str, owner: str) -> None:
    assert BaseImage(name, 1).owner == owner


@given(st.text(alphabet="FROM ARG${}:=\\\n#<AS-@\"'", max_size=200))
def test_any_text_gives_an_answer(text: str) -> None:
    assert all(image.line >= 1 for image in base_images(text))
