# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Program code, told from the paths alone: which files are it, and whether a repository is about it."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ospo.formats import tree
from ospo.formats.tree import Paths

# Endings of files in which programs are written. Shell, SQL, notebooks, mark-up and settings are left out on
# purpose: a repository of documents or data often holds a few of them.
ENDINGS: dict[str, tuple[str, ...]] = {
    "python": ("py", "pyx"),
    "javascript": ("js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "vue", "svelte"),
    "jvm": ("java", "kt", "kts", "groovy", "scala", "clj", "cljs", "cljc"),
    "go": ("go",),
    "rust": ("rs",),
    "c": ("c", "cc", "cpp", "cxx", "h", "hh", "hpp", "hxx", "ino"),
    "dotnet": ("cs", "fs", "vb"),
    "php": ("php",),
    "ruby": ("rb",),
    "r": ("r",),
    "other": (
        *("swift", "m", "mm", "dart", "ex", "exs", "erl", "hs", "ml", "elm", "nim", "zig", "lua", "jl", "pl"),
        *("pm", "f", "f90", "f95", "for", "pas", "cob", "cbl", "adb", "ads", "ps1", "psm1", "coffee", "bas"),
    ),
}
_LANGUAGE = {ending: language for language, endings in ENDINGS.items() for ending in endings}
# Folders that hold what others wrote, what a machine made, or what is not the program itself.
_ASIDE = re.compile(
    r"(?:^|/)(?:node_modules|bower_components|vendors?|third[-_]?party|3rdparty|site-packages|dist|build|\.[^/]+"
    r"|docs?|documentati(?:on|e)|manual|examples?|samples?|voorbeelden|demos?|tests?|testdata|__tests__|fixtures"
    r"|static|assets|public|media|images|archie[fv]e?|themes?|overrides|templates?|[^/]*\{[{%][^/]*)/",
    re.IGNORECASE,
)
_SETTINGS = re.compile(
    r"(?:^|/)(?:setup|conf|conftest|noxfile|fabfile|gulpfile|gruntfile|karma|protractor|sidebars"
    r"|\.[\w.-]+|[\w.-]+[.-](?:config|conf|rc|min|d|gradle))\.\w+$|(?:^|/)config\.[cm]?[jt]s$",
    re.IGNORECASE,
)
# Files in the root that make a package or program of the code in one language, however few files that is.
_PACKAGES = {
    **dict.fromkeys(("pyproject.toml", "setup.py", "setup.cfg"), "python"),
    **dict.fromkeys(("pom.xml", "build.gradle", "build.gradle.kts", "deps.edn", "project.clj", "build.sbt"), "jvm"),
    **dict.fromkeys(("CMakeLists.txt", "meson.build", "configure.ac"), "c"),
    "go.mod": "go",
    "Cargo.toml": "rust",
    "composer.json": "php",
    "DESCRIPTION": "r",
}
_TOOLING = re.compile(r"(?:^|/)(?:scripts?|tools?|bin|ci|hack|util)/", re.IGNORECASE)
_RUNS = re.compile(
    r"(?:^|/)(?:Dockerfile[^/]*|Containerfile|Makefile|action\.ya?ml|Chart\.yaml|package\.json|pyproject\.toml)$"
    r"|\.(?:sh|bash|tf|sql|ipynb|html?|css|scss|xslt?|tex|j2)$",
    re.IGNORECASE,
)
_ENOUGH = 8
_SHARE = 0.10
_SHARE_OF_ONE = 0.25


def language(path: str) -> str | None:
    """The language of a file of program code by its ending, or None for every other file."""
    stem, _, ending = path.rpartition("/")[2].rpartition(".")
    return _LANGUAGE.get(ending.lower()) if stem else None


def is_aside(path: str) -> bool:
    """True for a path in a folder with what others wrote, what a machine made, or what is not the program itself."""
    return _is_aside(path.rpartition("/")[0])


@lru_cache(maxsize=1 << 12)  # many files stand in one folder
def _is_aside(folder: str) -> bool:
    return _ASIDE.search(f"{folder}/") is not None


@tree.once
def files(paths: Paths) -> list[str]:
    """The paths that are program code of the repository itself: no copies of others, tests, examples or settings."""
    return [p for p in paths if _is_own(p)]


def _is_own(path: str) -> bool:
    return language(path) is not None and not is_aside(path) and not _SETTINGS.search(path.rpartition("/")[2])


def is_program(paths: Sequence[str]) -> bool:
    """True when the repository is about program code, and not about documents or data with a script beside them.

    That is: eight files of code, or two that make up a tenth of all files, or one that makes up a quarter, or any in
    the language that a file in the root makes a package of.
    """
    code = files(paths)
    share = len(code) / max(len(paths), 1)
    if len(code) >= _ENOUGH or share >= (_SHARE if len(code) > 1 else _SHARE_OF_ONE):
        return True
    packaged = {_PACKAGES[p] for p in paths if p in _PACKAGES}
    return any(language(p) in packaged and not _TOOLING.search(p) for p in code)


def has_anything_to_build(paths: Iterable[str]) -> bool:
    """True when there is any code, script, page or build file at all, wherever it stands."""
    return any(language(p) or _RUNS.search(p) for p in paths)
