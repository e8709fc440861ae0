# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ecosystems of packages: by which files each declares its dependencies, locks them, and gets them updated."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from ospo.formats import text_lines, tree
from ospo.formats.expression import Expression
from ospo.formats.tree import Paths


@dataclass(frozen=True, slots=True)
class Ecosystem:
    """One world of packages.

    Attributes:
        id: our name for it, shown to people.
        manifests: matches the name of a file that declares dependencies.
        locks: matches the name of a file that records the exact versions of all of them; None when there is none.
        language: the key in `program_code.ENDINGS` of what programs in it are written in; empty for none.
        dependabot: what Dependabot calls it.
        renovate: the managers by which Renovate reads it.
    """

    id: str
    manifests: re.Pattern[str]
    locks: re.Pattern[str] | None
    language: str
    dependabot: frozenset[str]
    renovate: frozenset[str]

    @property
    def has_updater(self) -> bool:
        """True when a common tool can keep packages of this kind up to date."""
        return bool(self.dependabot | self.renovate)


@dataclass(frozen=True, slots=True)
class Project:
    """The manifests of one ecosystem in one folder, and the lock file that holds for them, if there is one."""

    ecosystem: Ecosystem
    folder: str
    manifests: tuple[str, ...]
    lock: str | None

    @property
    def place(self) -> str:
        """The manifest to point at: requirements before settings, but those of documentation and tests last."""
        main = [path for path in self.manifests if not _SIDE_LIST.search(path)] or list(self.manifests)
        return next((path for path in main if path.endswith(".txt")), main[0])

    @property
    def is_bare_list(self) -> bool:
        """True for Python requirements without anything that makes a package of them."""
        return all(path.endswith((".txt", ".in")) for path in self.manifests)


def _ecosystem(
    name: str, manifests: str, locks: str | None, language: str, dependabot: str, renovate: str
) -> Ecosystem:
    return Ecosystem(
        name,
        re.compile(manifests),
        re.compile(locks) if locks else None,
        language,
        frozenset(dependabot.split()),
        frozenset(renovate.split()),
    )


# Maven, Gradle, sbt and Clojure name exact versions and pick between them by a fixed rule; NuGet takes the lowest
# version that fits. Builds there repeat without a lock file, so none is asked (see `lock_files.NO_LOCK_NEEDED`).
ECOSYSTEMS = (
    _ecosystem(
        "npm",
        r"package\.json",
        r"package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|bun\.lockb?|deno\.lock",
        "javascript",
        "npm bun",
        "npm bun deno",
    ),
    _ecosystem(
        "Python",
        r"pyproject\.toml|setup\.py|setup\.cfg|Pipfile|[\w.-]*requirements?[\w.-]*\.(?:txt|in)",
        r"poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|pylock(?:\.[\w-]+)?\.toml|pixi\.lock|conda-lock\.ya?ml"
        r"|requirements[\w.-]*\.lock",
        "python",
        "pip uv",
        "pip_requirements pip-compile pip_setup pep621 poetry pipenv setup-cfg uv pixi",
    ),
    _ecosystem("Go", r"go\.mod", r"go\.sum|go\.work\.sum", "go", "gomod", "gomod"),
    _ecosystem("Cargo", r"Cargo\.toml", r"Cargo\.lock", "rust", "cargo", "cargo"),
    _ecosystem("Composer", r"composer\.json", r"composer\.lock", "php", "composer", "composer"),
    _ecosystem("Bundler", r"Gemfile|[\w.-]+\.gemspec", r"Gemfile\.lock|gems\.locked", "ruby", "bundler", "bundler"),
    _ecosystem("Maven", r"pom\.xml", None, "jvm", "maven", "maven"),
    _ecosystem(
        "Gradle",
        r"build\.gradle(?:\.kts)?|libs\.versions\.toml",
        r"gradle\.lockfile|[\w.-]+\.lockfile|verification-metadata\.xml",
        "jvm",
        "gradle",
        "gradle gradle-wrapper",
    ),
    _ecosystem("sbt", r"build\.sbt", r"build\.sbt\.lock", "jvm", "sbt", "sbt"),
    _ecosystem("Clojure", r"deps\.edn|project\.clj", None, "jvm", "", "deps-edn leiningen"),
    _ecosystem(
        "NuGet",
        r"[\w.-]+\.(?:cs|fs|vb)proj|packages\.config|Directory\.Packages\.props",
        r"packages\.lock\.json|paket\.lock",
        "dotnet",
        "nuget dotnet-sdk",
        "nuget",
    ),
    _ecosystem("Helm", r"Chart\.yaml", r"Chart\.lock|requirements\.lock", "", "helm docker", "helmv3 helm-values"),
    _ecosystem("Terraform", r"[\w.-]+\.(?:tf|tofu)", r"\.terraform\.lock\.hcl", "", "terraform opentofu", "terraform"),
    _ecosystem("R", r"DESCRIPTION", r"renv\.lock|packrat\.lock", "r", "", ""),
    _ecosystem("Mix", r"mix\.exs", r"mix\.lock", "other", "mix", "mix"),
    _ecosystem("pub", r"pubspec\.yaml", r"pubspec\.lock", "other", "pub", "pub"),
    _ecosystem("Swift", r"Package\.swift", r"Package\.resolved", "other", "swift", "swift"),
    _ecosystem("CocoaPods", r"Podfile", r"Podfile\.lock", "other", "", "cocoapods"),
    _ecosystem("Nix", r"flake\.nix", r"flake\.lock", "", "nix", "nix"),
)
# What is no package but is kept up to date by the same tools.
GITHUB_ACTIONS = _ecosystem("GitHub Actions", r"[\w.-]+\.ya?ml", None, "", "github-actions", "github-actions")
DOCKER = _ecosystem(
    "Docker",
    r"(?:[\w.-]+\.)?(?:Dockerfile|Containerfile)[\w.-]*",
    None,
    "",
    "docker docker-compose",
    "dockerfile docker-compose",
)

# Folders that hold what others wrote, what a machine made, or what shows or tests the program.
_ASIDE = re.compile(
    r"(?:^|/)(?:node_modules|bower_components|vendors?|third[-_]?party|3rdparty|site-packages|dist|\.[^/]+"
    r"|examples?|samples?|voorbeelden|(?:[^/]+[-_])?demos?|tests?|testdata|__tests__|fixtures|e2e|docs?|documentati(?:on|e)"
    r"|benchmarks?|fuzz|mlruns|archie[fv]e?|templates?|[^/]*\{[{%][^/]*)/",
    re.IGNORECASE,
)
_MANIFEST = Expression("|".join(f"(?:{e.manifests.pattern})" for e in ECOSYSTEMS))
# Requirements for documentation and tests, which do not speak for the project.
_SIDE_LIST = re.compile(
    r"(?:^|[-_./])(?:dev|develop|development|tests?|testing|ci|docs?|lint|build)(?=[-_.])[\w.-]*\.(?:txt|in)$",
    re.IGNORECASE,
)
_LOCK = Expression("|".join(f"(?:{e.locks.pattern})" for e in ECOSYSTEMS if e.locks))


def is_aside(path: str) -> bool:
    """True for paths of copies of others, examples, tests, documentation and templates."""
    return _is_aside(path.rpartition("/")[0])


@lru_cache(maxsize=1 << 12)  # many files stand in one folder
def _is_aside(folder: str) -> bool:
    return _ASIDE.search(f"{folder}/") is not None


@tree.once
def projects(paths: Paths) -> list[Project]:
    """Every place where the repository itself declares dependencies, nearest to the root first.

    The lock file of a folder above counts too, for in a workspace one file locks all members.
    """
    names = {path: path.rpartition("/")[2] for path in paths.perhaps(_LOCK, _MANIFEST)}
    locks: dict[tuple[str, str], str] = {}
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    folders = {path.rpartition("/")[0] for path in paths.named("__init__.py")}
    for path, name in names.items():
        if _LOCK.fullmatch(name):
            for ecosystem in ECOSYSTEMS:
                if ecosystem.locks and ecosystem.locks.fullmatch(name):
                    locks.setdefault((ecosystem.id, _folder(path)), path)
        if _MANIFEST.fullmatch(name) and not is_aside(path) and not _is_module(name, path, folders):
            for ecosystem in ECOSYSTEMS:
                if ecosystem.manifests.fullmatch(name):
                    found[ecosystem.id, _folder(path)].append(path)
    by_id = {ecosystem.id: ecosystem for ecosystem in ECOSYSTEMS}
    result = [
        Project(by_id[key], folder, tuple(sorted(manifests)), _lock_above(locks, key, folder))
        for (key, folder), manifests in found.items()
    ]
    return sorted(result, key=lambda project: (project.folder.count("/") + bool(project.folder), project.folder))


def ignored_locks(text: str, ecosystem: Ecosystem) -> list[tuple[int, str]]:
    """The lines of a .gitignore that name a lock file of the ecosystem, with that name."""
    found = []
    for number, line in enumerate(text_lines.of(text), 1):
        name = line.strip().rpartition("/")[2]
        if ecosystem.locks and not line.startswith(("#", "!")) and ecosystem.locks.fullmatch(name):
            found.append((number, name))
    return found


def _folder(path: str) -> str:
    """The folder a manifest or lock file speaks for: `requirements/base.txt` and `gradle/` speak for the one above."""
    folder = path.rpartition("/")[0]
    return folder.rpartition("/")[0] if folder.rpartition("/")[2] in ("requirements", "gradle", "rush") else folder


def _is_module(name: str, path: str, packages: set[str]) -> bool:
    """True for a `setup.py` that is a module of a package, as Django projects have."""
    return name == "setup.py" and path.rpartition("/")[0] in packages


def _lock_above(locks: dict[tuple[str, str], str], key: str, folder: str) -> str | None:
    while True:
        if (key, folder) in locks:
            return locks[key, folder]
        if not folder:
            return None
        folder = folder.rpartition("/")[0]
