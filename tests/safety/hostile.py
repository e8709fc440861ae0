# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Repositories that mean harm, made with the plumbing of the real git: each is a trap for a scanner."""

import subprocess
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from conftest import GitRepository

WHO = b"dev-one <dev-one@voorbeeld.example> 1764000000 +0000"


def fast_import(repository: GitRepository, stream: Iterable[bytes]) -> None:
    """Feed a stream of `git fast-import`."""
    command = ["git", "-C", str(repository.path), "fast-import", "--quiet", "--force"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin is not None
        for piece in stream:
            process.stdin.write(piece)
        process.stdin.close()
        error = process.stderr.read() if process.stderr else b""
    assert process.returncode == 0, error


def data(content: bytes) -> bytes:
    """A piece of data in that stream."""
    return b"data %d\n%b\n" % (len(content), content)


def commit(message: bytes = b"x") -> bytes:
    """The head of a commit on main."""
    return b"commit refs/heads/main\ncommitter " + WHO + b"\n" + data(message)


def loose(repository: GitRepository, kind: bytes, size: int, content: bytes) -> str:
    """Write an object whose header says another size than it has; gives its name, which is made up."""
    name = "ab" * 20
    folder = repository.path / ".git" / "objects" / name[:2]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name[2:]).write_bytes(zlib.compress(kind + b" %d\0" % size + content))
    return name


def tree(repository: GitRepository, *entries: tuple[bytes, bytes, str]) -> None:
    """Commit a tree with exactly these entries (mode, name, object), whatever git thinks of them."""
    raw = b"".join(mode + b" " + name + b"\0" + bytes.fromhex(object_id) for mode, name, object_id in entries)
    made = repository.git("hash-object", "-t", "tree", "-w", "--literally", "--stdin", stdin=raw)
    repository.git("update-ref", "refs/heads/main", repository.git("commit-tree", made, "-m", "x"))


def blob(repository: GitRepository, content: bytes) -> str:
    """An object with this content."""
    return repository.git("hash-object", "-w", "--stdin", stdin=content)


def configuration_that_runs_a_program(repository: GitRepository, marker: Path) -> None:
    repository.commit({"README.md": "x", ".gitattributes": "* filter=evil diff=evil\n", ".mailmap": "x <y@z>\n"})
    program = f"touch {marker}"
    for key in (
        "core.fsmonitor", "core.pager", "core.sshCommand", "core.hooksPath", "diff.external", "filter.evil.smudge",
        "filter.evil.clean", "diff.evil.textconv", "gpg.program", "alias.cat-file", "uploadpack.packObjectsHook",
        "core.alternateRefsCommand", "remote.origin.vcs",
    ):  # fmt: skip
        repository.git("config", key, program)
    repository.git("config", "remote.origin.url", f"ext::sh -c '{program}'")
    hook = repository.path / ".git" / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{program}\n")
    hook.chmod(0o755)


def missing_objects(repository: GitRepository, marker: Path) -> None:
    repository.commit({"README.md": "x", "src/a.py": "y", "LICENSE": "z", "publiccode.yml": "name: x"})
    objects = repository.path / ".git" / "objects"
    for name in ("HEAD:README.md", "HEAD:LICENSE", "HEAD:src"):
        object_id = repository.git("rev-parse", name)
        (objects / object_id[:2] / object_id[2:]).unlink()


def two_hundred_thousand_files(repository: GitRepository, marker: Path) -> None:
    def stream() -> Iterator[bytes]:
        yield b"blob\nmark :1\n" + data(b"print(1)\n")
        yield commit()
        for number in range(200_000):
            yield b"M 100644 :1 src/%d/%d/f%d.py\n" % (number // 10_000, number // 100 % 100, number)
        yield b"\n"

    fast_import(repository, stream())


def a_blob_of_a_gigabyte_by_its_header(repository: GitRepository, marker: Path) -> None:
    huge = loose(repository, b"blob", 1_000_000_000, b"x" * 1000)
    readme = blob(repository, b"# Kaart\n")
    tree(repository, (b"100644", b"LICENSE", huge), (b"100644", b"README.md", readme))


def a_real_blob_of_forty_megabytes_that_packs_small(repository: GitRepository, marker: Path) -> None:
    repository.commit({"README.md": "x", "LICENSE": b"a" * 40_000_000, "src/big.py": b"x = 1\n" * 7_000_000})


def paths_that_lead_outside(repository: GitRepository, marker: Path) -> None:
    some = blob(repository, b"MIT\n")
    tree(
        repository,
        (b"100644", b"..", some),
        (b"100644", b"../../../../etc/passwd", some),
        (b"100644", b"/etc/passwd", some),
        (b"100644", b".git", some),
        (b"120000", b"LICENSE", blob(repository, b"../../../../../etc/passwd")),
        (b"120000", b"README.md", blob(repository, b"/etc/hostname")),
    )


def symlinks_in_a_circle(repository: GitRepository, marker: Path) -> None:
    one, two = blob(repository, b"SECURITY.md"), blob(repository, b"README.md")
    here = blob(repository, b".")
    tree(repository, (b"120000", b"LICENSE", here), (b"120000", b"README.md", one), (b"120000", b"SECURITY.md", two))


def names_in_latin_1_and_worse(repository: GitRepository, marker: Path) -> None:
    some = blob(repository, b"print(1)\n")
    names = [
        b"caf\xe9.py",
        b"\x1b[2J\x1b[31mrood.py",
        b"\xe2\x80\xaegnp.py",
        b"a\nb.py",
        b"\xff\xfe.md",
        b"README.m\xe9",
    ]
    tree(repository, *((b"100644", name, some) for name in sorted(names)))


def yaml_bombs(repository: GitRepository, marker: Path) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{n}: &{n} [{', '.join([f'*{p}'] * 10)}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True)
    )
    deep = "a: " + "[" * 100_000
    tag = "a: !!python/object/apply:os.system ['touch {marker}']\n"
    names = (
        "publiccode.yml", ".ospo.yml", ".github/workflows/ci.yml", ".gitlab-ci.yml", "security-insights.yml",
        "mkdocs.yml", ".pre-commit-config.yaml", "pnpm-lock.yaml", "docker-compose.yml", ".github/dependabot.yml",
        "CITATION.cff", ".github/ISSUE_TEMPLATE/bug.yml",
    )  # fmt: skip
    repository.commit(dict(zip(names, [bomb, deep, tag] * 4, strict=True)))


def one_line_of_ten_megabytes(repository: GitRepository, marker: Path) -> None:
    line = "a" * 3_900_000
    names = (
        "README.md",
        "LICENSE",
        "SECURITY.md",
        "CONTRIBUTING.md",
        "CODE_OF_CONDUCT.md",
        "package.json",
        "CODEOWNERS",
    )
    repository.commit(dict.fromkeys(names, line) | {"src/min.js": "x" * 10_000_000, "REUSE.toml": line})


# What makes careless patterns run away: long runs of what a pattern may take in two ways, and no end.
_BAIT = (
    "a@" * 50_000, "[" * 50_000, "[](" * 30_000, "<!--" * 30_000, "http://" * 30_000, "#" * 100_000, "-" * 100_000,
    "* " * 50_000, "(" * 50_000, "Copyright (c) 2020 " * 5_000, "SPDX-License-Identifier: " * 4_000, " \t" * 100_000,
    "1.1." * 40_000, "\\" * 100_000, "`" * 100_000, "| " * 50_000, "= " * 50_000, "É" * 100_000, "v1" * 50_000,
    "[![" * 30_000, "Signed-off-by: " * 5_000, "${{ " * 30_000, "-----BEGIN " * 9_000, "AKIA" * 25_000,
)  # fmt: skip


def bait_for_patterns_that_run_away(repository: GitRepository, marker: Path) -> None:
    names = (
        "README.md", "LICENSE", "SECURITY.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "GOVERNANCE.md", "CHANGELOG.md",
        "MAINTAINERS.md", "ROADMAP.md", "SUPPORT.md", "CODEOWNERS", "Dockerfile", "Makefile", ".mailmap",
        ".gitattributes", "security.txt", "pyproject.toml", "package.json", "REUSE.toml", "docs/index.rst",
        "docs/architecture.md",
        ".github/pull_request_template.md", "src/a.py", "requirements.txt",
    )  # fmt: skip
    turned = [*_BAIT[7:], *_BAIT[:7]]

    def stream() -> Iterator[bytes]:
        for contents, message in ((_BAIT, _BAIT[0]), (turned, _BAIT[11])):
            yield commit(message.encode())
            for name, content in zip(names, contents, strict=True):
                yield b"M 100644 inline " + name.encode() + b"\n" + data(content.encode())

    fast_import(repository, stream())


def messages_with_control_characters(repository: GitRepository, marker: Path) -> None:
    nasty = b"\x1b[2J\x1b]0;pwned\x07\x00\x08" + b"Signed-off-by: \x1b[31m <\x07@x>\r\n"
    fast_import(
        repository,
        [
            b"commit refs/heads/main\nauthor \x1b[31mred <x\x07@y.z> 1764000000 +0000\ncommitter ",
            WHO + b"\n" + data(nasty) + b"M 100644 inline README.md\n" + data(b"\x1b[2J# Kaart\n"),
            b"tag v1.0.0\nfrom refs/heads/main\ntagger " + WHO + b"\n" + data(nasty),
        ],
    )


def a_hundred_thousand_commits(repository: GitRepository, marker: Path) -> None:
    def stream() -> Iterator[bytes]:
        for number in range(100_000):
            when = b"committer dev <dev-%d@voorbeeld.example> %d +0000\n" % (number % 7, 1_600_000_000 + number * 600)
            yield b"commit refs/heads/main\n" + when + data(b"Change %d\n\nSigned-off-by: dev <a@b.c>" % number)
        yield b"M 100644 inline README.md\n" + data(b"# Kaart\n")

    fast_import(repository, stream())


def many_tags_and_a_broken_one(repository: GitRepository, marker: Path) -> None:
    head = repository.commit({"README.md": "x"})
    packed = "".join(f"{head} refs/tags/v{n}.0.0\n" for n in range(30_000))
    (repository.path / ".git" / "packed-refs").write_text("# pack-refs with: peeled\n" + packed)
    broken = repository.path / ".git" / "refs" / "tags" / "v0.0.1"
    broken.parent.mkdir(parents=True, exist_ok=True)
    broken.write_text("no hash\n")


TRAPS: tuple[Callable[[GitRepository, Path], None], ...] = (
    configuration_that_runs_a_program,
    missing_objects,
    two_hundred_thousand_files,
    a_blob_of_a_gigabyte_by_its_header,
    a_real_blob_of_forty_megabytes_that_packs_small,
    paths_that_lead_outside,
    symlinks_in_a_circle,
    names_in_latin_1_and_worse,
    yaml_bombs,
    one_line_of_ten_megabytes,
    bait_for_patterns_that_run_away,
    messages_with_control_characters,
    a_hundred_thousand_commits,
    many_tags_and_a_broken_one,
)
