# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from ospo.checks.security.base_images_are_pinned import check
from ospo.domain.finding import Evidence, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Kind, Unreadable
from snapshots import MemorySnapshot

DIGEST = "@sha256:" + "0a" * 32
OWN = ("https://github.com/voorbeeld/app",)


def test_images_with_a_digest_are_met() -> None:
    text = f"FROM golang:1{DIGEST} AS build\nFROM build AS test\nFROM alpine:3{DIGEST}\n"

    assert check(MemorySnapshot({"Dockerfile": text})) == met(
        "pinned", Evidence("Dockerfile", 1), Evidence("Dockerfile", 3), count=2
    )


@pytest.mark.parametrize("image", ["alpine", "alpine:latest", "alpine:3.22", "ghcr.io/ander/app:1"])
def test_one_image_without_a_digest_is_not_met(image: str) -> None:
    text = f"FROM golang:1{DIGEST} AS build\n\nFROM {image}\n"

    assert check(MemorySnapshot({"Dockerfile": text}, remotes=OWN)) == not_met(
        "not-pinned", Evidence("Dockerfile", 3), count=1, total=2
    )


def test_every_dockerfile_of_the_repository_counts() -> None:
    files = {
        "Dockerfile": f"FROM alpine{DIGEST}\n",
        "web/Containerfile": "FROM nginx\n",
        "api.Dockerfile": "FROM php\n",
    }

    assert check(MemorySnapshot(files)).values == {"count": 2, "total": 3}


@pytest.mark.parametrize(
    "text", ["FROM scratch\nCOPY x /\n", "FROM ghcr.io/voorbeeld/base:1\n", "FROM Voorbeeld/base\n", ""]
)
def test_images_of_the_own_organisation_and_empty_ones_need_no_digest(text: str) -> None:
    assert check(MemorySnapshot({"Dockerfile": text}, remotes=OWN)) == met("nothing-of-others", Evidence("Dockerfile"))


def test_without_a_remote_an_image_of_some_account_may_be_its_own() -> None:
    text = "FROM ghcr.io/voorbeeld/base:1\n"

    assert check(MemorySnapshot({"Dockerfile": text})) == unknown("owner-unknown", Evidence("Dockerfile", 1), count=1)
    assert check(MemorySnapshot({"Dockerfile": f"{text}FROM alpine\n"})).reason == "not-pinned"


def test_an_image_that_is_given_from_outside_is_unknown() -> None:
    text = f"ARG BASE\nFROM golang{DIGEST}\nFROM $BASE\n"

    assert check(MemorySnapshot({"Dockerfile": text})) == unknown("from-outside", Evidence("Dockerfile", 3), count=1)


def test_a_loose_image_outweighs_an_unknown_one() -> None:
    assert check(MemorySnapshot({"Dockerfile": "FROM $BASE\nFROM alpine\n"})).reason == "not-pinned"


@pytest.mark.parametrize(
    "path",
    [
        *("tests/Dockerfile", "examples/Dockerfile", "docs/Dockerfile", ".devcontainer/Dockerfile"),
        *("visreg/playwright/Dockerfile", "regression-tests/Dockerfile", "web/cypress/Dockerfile"),
    ],
)
def test_without_dockerfiles_of_its_own_it_does_not_apply(path: str) -> None:
    assert check(MemorySnapshot({path: "FROM alpine\n"})) == not_applicable("only-aside", Evidence(path), path=path)


def test_without_dockerfiles_it_does_not_apply() -> None:
    assert check(MemorySnapshot({"README.md": "FROM alpine\n"})) == not_applicable("no-dockerfiles")


def test_a_symlink_is_no_dockerfile() -> None:
    snapshot = MemorySnapshot({"Dockerfile": "docker/x"}, kinds={"Dockerfile": Kind.SYMLINK})

    assert check(snapshot) == not_applicable("no-dockerfiles")


def test_one_that_cannot_be_had_is_passed_on() -> None:
    with pytest.raises(Unreadable):
        check(MemorySnapshot({"Dockerfile": Unreadable("missing")}))
