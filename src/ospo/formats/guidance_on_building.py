# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a text says about building, installing and running: from the source, or of a package that is ready to use."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from ospo.formats.expression import Expression
from ospo.formats.guides import Guide, commands
from ospo.formats.outline import Block, BlockKind, find


class How(IntEnum):
    """What a text explains; lower is more."""

    FROM_SOURCE = 0
    PACKAGE = 1
    SECTION = 2  # in words


@dataclass(frozen=True, slots=True)
class Place:
    """The first line (from 1) that explains it in this way."""

    how: How
    line: int


_BEFORE, _AFTER = r"(?:^|(?<=[\s;&|(\"'`]))(?:\.{0,2}/)?(?:[\w.-]+/)*", r"(?![\w-])"
_BUILDS = (
    # JavaScript and TypeScript: everything of the package itself, or a script of it
    (
        r"(?:npm|pnpm|yarn|bun)(?:\s+-\S+)*\s+(?:ci|(?:run(?:-script)?\s+)?(?:build|dev|develop|start|serve|watch|setup"
        r"|compile|package)[\w:-]*|workspace\s)"
    ),
    r"(?:npm\s+(?:i|install)|(?:pnpm|bun)\s+(?:i|install)|yarn(?:\s+install)?)(?:\s+--?\S+)*\s*(?=$|[;&|#])",
    r"(?:next|nuxt|vite|ng|gatsby|astro|deno\s+task|projen|nx|turbo|lerna)\s+(?:build|dev|serve|start|run|bootstrap)",
    # Python
    r"pip3?\s+install\s+(?:--?\S+\s+)*(?:-e\b|-r\b|--editable|--requirement|\.|\"\.|'\.|git\+)",
    (
        r"(?:poetry|pdm|pipenv|pixi)\s+(?:install|sync|run|shell|build)|uv\s+(?:sync|run|build|venv"
        r"|pip\s+install\s+(?:-e"
        r"|-r|\.))"
    ),
    (
        r"python3?\s+(?:-m\s+(?:build|venv|flask|uvicorn|pip\s+install\s+(?:-e|-r|\.))|setup\.py|(?:\S*/)?(?:manage"
        r"|main"
        r"|app|run|server|__main__)\.py)"
    ),
    (
        r"conda\s+env\s+(?:create|update)|mamba\s+env\s+create|(?:hatch|flit|tox)\s+(?:build|run|install|env)"
        r"|virtualenv"
        r"|uvicorn|flask\s+run|streamlit\s+run"
    ),
    # Java virtual machine
    r"mvnw?(?:\.cmd)?\s+(?:\S+\s+)*?(?:\S*:)?(?:package|install|verify|compile|run|deploy|build-image|dev)",
    (
        r"gradlew?(?:\.bat)?\s+(?:\S+\s+)*?(?:\S*:)?(?:build|assemble|run|bootRun|jar|install\w*|publish\w*)|sbt\s+\S"
        r"|lein\s+\S|java\s+-jar|(?:clojure|clj)\s+-"
    ),
    # Go, Rust, .NET
    (
        r"go\s+(?:build|run|generate|mod|install\s+\.|get\s+\.)|cargo\s+(?:\S+\s+)*?(?:build|run|install\s+--path|b|r"
        r"|check)|trunk\s+serve|wasm-pack"
    ),
    r"dotnet\s+(?:build|restore|run|publish|watch|ef)|msbuild|nuget\s+restore",
    # PHP, Ruby, R
    r"composer\s+(?:install|update)\b|php\s+(?:artisan|bin/console|-S)|symfony\s+(?:serve|server|console)",
    (
        r"bundle\s+(?:install|exec)|bundle\s*$|(?:rails|rake|jekyll)\s+\S|bin/(?:setup|rails|dev)|R\s+CMD\s+(?:build"
        r"|INSTALL)|devtools::(?:install|load_all|document)\(|renv::restore"
    ),
    # C and C++, and the rest
    (
        r"cmake|\./configure|autoreconf|meson\s+\S|ninja|g?make(?:\s+(?!\S*(?:test|lint|clean|help|format"
        r"|check))[\w./=-]+)*\s*(?=$|[;&|#])|scons|bazel\s+(?:build|run)|conan\s+install"
    ),
    (
        r"(?:just|task|mage|earthly|invoke|inv)\s+(?!\S*(?:test|lint|clean|help|format|check|list|version))[a-z][\w:-]*"
        r"|xcodebuild|swift\s+(?:build|run)|pod\s+install|flutter\s+(?:run|build|pub)|dart\s+(?:run|pub)"
    ),
    (
        r"mix\s+(?:deps|phx|compile|ecto|setup)\S*|(?:stack|cabal)\s+(?:build|install|run)|nix(?:-shell|-build"
        r"|\s+(?:develop|build|run))|devbox\s|mise\s+(?:install|run)|julia\s+--project|Pkg\.(?:instantiate|develop)"
    ),
    # Containers and infrastructure
    (
        r"(?:docker|podman|nerdctl)\s+(?:image\s+|buildx\s+)?(?:build|bake)|(?:docker|podman)(?:-"
        r"|\s+)compose\s+(?:\S+\s+)*?(?:up|build|run|pull|start)|skaffold\s|tilt\s+up|vagrant\s+up|ddev\s+start"
        r"|lando\s+start"
    ),
    (
        r"(?:terraform|tofu)\s+(?:init|plan|apply)|helm\s+(?:install|upgrade|dependency)|kubectl\s+apply"
        r"|kustomize\s+build"
        r"|ansible-playbook|cdk\s+(?:deploy|synth)|hugo(?:\s+serve[r]?|\s*$)|mkdocs\s+(?:serve|build)"
    ),
    (
        r"(?:bash|sh|pwsh|source)\s+\S*(?:dev|setup|bootstrap|install|build|start|run|deploy|init|up|server"
        r"|compile)[\w-]*(?:\.\w+)?|\./[\w./-]*(?:dev|setup|bootstrap|install|build|start|run|deploy|init|up|server"
        r"|compile"
        r"|mvnw|gradlew)[\w.-]*"
    ),
    (
        r"(?:scripts?|bin|tools?)/[\w/-]*(?:dev|setup|bootstrap|install|build|start|run|deploy|init|up|server"
        r"|compile)[\w.-]*"
    ),
    r"git\s+clone\s",
    r"(?:wget|curl)\s[^|]{0,300}\|\s*(?:sudo\s+)?(?:ba|z)?sh",
)
_PACKAGES = (
    r"(?:pip3?|pipx|uv\s+(?:pip|tool))\s+install\s+\S|uvx\s+\S|conda\s+install|mamba\s+install|poetry\s+add|uv\s+add",
    r"(?:npm|pnpm|bun)\s+(?:i|install|add)\s+\S|yarn\s+(?:global\s+)?add\s+\S|npx\s+\S",
    (
        r"(?:docker|podman)\s+(?:run|pull)\s|go\s+(?:install|get)\s+\S|cargo\s+(?:install|add)\s+\S"
        r"|composer\s+(?:global\s+)?require\s"
    ),
    (
        r"gem\s+(?:install\s|\"|')|install\.packages\(|(?:remotes|devtools|pak)::\w+\(|brew\s+(?:install|tap)"
        r"|(?:apt(?:-get)?|dnf|yum|apk|snap|choco|winget|scoop)\s+(?:install|add)"
    ),
    (
        r"dotnet\s+(?:add\s+package|tool\s+install)|Install-(?:Package|Module)|helm\s+repo\s+add|julia>\s*\]?\s*add"
        r"|\]\s*add\s|Pkg\.add|mix\s+archive|luarocks\s+install|opam\s+install|cpan"
    ),
    (
        r"implementation\s*[(\"']|compile\s+[\"']|api\s*[(\"']|<groupId>|libraryDependencies|uses:\s*\S+/\S+@"
        r"|source\s*=\s*\"|\{:\w+,\s*\""
    ),
)
_FROM_SOURCE = re.compile(
    "|".join(rf"{_BEFORE}(?:{command}){_AFTER}" if not command.startswith("git") else command for command in _BUILDS)
)
_PACKAGE = Expression("|".join(rf"{_BEFORE}(?:{command})" for command in _PACKAGES))
_TITLE = re.compile(
    r"\b(?:install(?:ing|ation|atie|eren)?|build(?:ing)?|compil(?:e|ing|eren)|set(?:ting)?[- ]?up|getting started"
    r"|quick ?start|get started"
    r"|running|run (?:it|the|locally|this|on)|how (?:to|do i) (?:run|use|start|build|install)"
    r"|local(?:ly)? (?:development|setup|environment|machine)|develop(?:ment|ing)"
    r"|deploy(?:ment|ing)?|prerequisites?|requirements|dependencies|aan de slag|bouwen|draaien|opstarten|starten"
    r"|opzetten|inricht(?:en|ing)|uitvoeren|uitrol(?:len)?"
    r"|lokaal|ontwikkel(?:en|omgeving|ing)|benodigdheden|vereisten|in gebruik nemen|gebruiksklaar|docker"
    r"|configur(?:ation|e|ing)|configureren)\b",
    re.I,
)
_NO_TITLE = re.compile(
    r"\b(?:documentation|documentatie|not|notation|model|privacy\w*|satisfy|status|roadmap|security|beveilig\w*|lead"
    r"|team|policy|fund\w*|community|contribut\w*)\b",
    re.I,
)
_STEPS = re.compile(
    r"\b(?:install\w*|download\w*|clone|copy|kopieer|unzip|open|start\w*|run|execut\w*|click|klik|build|compile|deploy"
    r"|draai\w*|voer|zet|plaats|activate|activeer|upload|require[sd]?|need|nodig|import\w*)\b",
    re.I,
)
_FEWEST_WORDS = 8
_REGISTRY = re.compile(
    r"https?://(?:www\.)?(?:npmjs\.com/package/|pypi\.(?:org|python\.org)/(?:project|pypi)/|crates\.io/crates/"
    r"|rubygems\.org/gems/"
    r"|packagist\.org/packages/|hub\.docker\.com/r/|search\.maven\.org/artifact|central\.sonatype\.com/artifact"
    r"|(?:cran\.r-project|docs\.rs)"
    r"|www\.nuget\.org/packages/|artifacthub\.io/packages/|plugins\.qgis\.org/plugins/|wordpress\.org/plugins/"
    r"|marketplace\.visualstudio\.com)",
    re.I,
)
# A target with words that the help of the build tool shows.
_HELP_FILE = re.compile(r"(?:GNU)?[Mm]akefile|\.?[Jj]ustfile")
_TARGETS = r"(?:install|build|setup|run|up|dev|start|develop|serve|compile|bootstrap|all)[\w-]{0,40}"
_IN_HELP = re.compile(
    rf"^{_TARGETS}(?: [^:=\n]{{0,200}})?:(?!=)[^\n]{{0,200}}?##\s*\w"
    rf"|^# \w[^\n]{{0,200}}\n{_TARGETS}(?: [^:=\n]{{0,200}})?:(?!=)",
    re.M,
)


def explains(guide: Guide) -> Place | None:
    """The best explanation in a text: a command from the source, of a package, or a section in words."""
    package: int | None = None
    for section in guide.outline:
        for block in section.blocks:
            for offset, command in commands(block):
                how = _how(command)
                if how is How.FROM_SOURCE:
                    return Place(How.FROM_SOURCE, block.line + offset)
                if package is None and how is How.PACKAGE:
                    package = block.line + offset
    if package is not None:
        return Place(How.PACKAGE, package)
    for section in find(guide.outline, _TITLE):
        if not _NO_TITLE.search(section.title) and any(map(_tells, section.blocks)):
            return Place(How.SECTION, section.line)
    return None


@lru_cache(maxsize=1 << 12)  # guides repeat themselves: names of files, of settings, of the same few commands
def _how(command: str) -> How | None:
    """What the command does, when it builds or gets something."""
    if _FROM_SOURCE.search(command):
        return How.FROM_SOURCE
    return How.PACKAGE if _PACKAGE.search(command) else None


def registry_line(guide: Guide) -> int | None:
    """The line of a link to the page of the package in a registry, which tells how to install it."""
    found = _REGISTRY.search(guide.text)
    return guide.text.count("\n", 0, found.start()) + 1 if found else None


def _tells(block: Block) -> bool:
    if block.kind is BlockKind.CODE:
        return True
    return len(block.words) >= _FEWEST_WORDS and _STEPS.search(block.text) is not None


def has_help(path: str) -> bool:
    """True for a file in the root whose tool can show what its targets are for."""
    return _HELP_FILE.fullmatch(path) is not None


def in_help(text: str) -> int | None:
    """The line of a target for building or running whose words the help of the tool shows."""
    found = _IN_HELP.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None
