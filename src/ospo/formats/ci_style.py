# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tools by which pipelines check the style of code and text, and the files by which such a tool is set."""

from collections.abc import Iterable

from ospo.domain.snapshot import Commit
from ospo.formats import tree
from ospo.formats.ci_tools import Tool
from ospo.formats.expression import Expression


def _tool(name: str, words: str, command: str = "", mark: str = "") -> Tool:
    return Tool(name, tuple(words.split()), command, mark)


# A target or script of the repository itself that says by its name what it does.
_RUNNERS = (
    r"(?:g?make|just|task|poe|inv|invoke|grunt|gulp|rake|mage|doit|tox|nox|hatch|ant|pixi|npm|pnpm|yarn|bun|composer"
    r"|deno"
    r"|poetry|pdm|uv|nx|turbo|lerna|mise|moon|earthly|lein|sbt|gradlew?|bazel)"
)
_CHECKING = r"(?:lint(?:ers?|ing|all)?|format(?:ting)?|fmt|style|code-?style|check-?style|prettier|cs)"
STYLE_CHECKS = (
    _tool(
        "pre-commit", "pre-commit prek lefthook overcommit", r"(?:pre-commit|prek|lefthook)\s+run", "pre-commit/action"
    ),
    _tool("Ruff", "ruff", "ruff", r"ruff-action|action-ruff|ruff-pre-commit|\bid\s*:\s*ruff"),
    _tool("Black", "black", r"black(?=\s|$)", r"psf/black|\bid\s*:\s*black"),
    _tool(
        "Flake8",
        "flake prospector codestyle docstyle pylama",
        "flake8|pyflakes|prospector|pycodestyle|pydocstyle|pylama",
        r"\bid\s*:\s*flake8|action-flake8",
    ),
    _tool(
        "isort",
        "isort yapf autopep8 formatter ufmt",
        "isort|yapf|autopep8|docformatter|ufmt",
        r"isort-action|\bid\s*:\s*isort",
    ),
    _tool("Pylint", "pylint", "pylint", r"\bid\s*:\s*pylint"),
    _tool(
        "ESLint",
        "lint standard xo",
        r"(?:ts)?eslint|(?:ng|next|deno|vue-cli-service|expo)\s+lint|oxlint|tslint"
        r"|(?:npx|bunx|yarn|pnpm|exec|run)\s+(?:xo|(?:semi|ts-)?standard)(?=\s|$)",
        r"eslint-action|action-eslint|\bid\s*:\s*eslint",
    ),
    _tool("Prettier", "prettier dprint fmt", r"prettier|dprint|deno\s+fmt", r"prettier[_-]action|\bid\s*:\s*prettier"),
    _tool("Biome", "biome", r"biome\s+(?:ci|check|lint|format)", "setup-biome"),
    _tool("Stylelint", "stylelint", "stylelint", "stylelint-action"),
    _tool(
        "PHP style",
        "php pint ecs",
        r"phpcs|php-cs-fixer|pint(?=\s|$)|ecs(?=\s|$)|grumphp",
        r"php-cs-fixer-|phpcs-|laravel-pint|php_codesniffer|^\s*php_?cs\w*\s*:",
    ),
    _tool("RuboCop", "rubocop standardrb erb haml", "rubocop|standardrb|erblint|haml-lint", "rubocop-"),
    _tool(
        "Checkstyle",
        "checkstyle spotless format",
        "",
        r"checkstyle|spotless|fmt-maven-plugin|formatter-maven-plugin|google-java-format|palantir-java-format",
    ),
    _tool("ktlint", "ktlint ktfmt detekt", "ktlint|ktfmt|detekt", "ktlint|detekt"),
    _tool("Scala style", "scala", "", "scalafmt|scalastyle|scalafix"),
    _tool("Clojure style", "clj eastwood kibit", r"lein\s+(?:eastwood|kibit)", "clj-kondo|cljfmt|cljstyle"),
    _tool(
        "gofmt", "fmt imports golint revive staticcheck", r"gofmt|gofumpt|goimports|go\s+fmt|golint|revive|staticcheck"
    ),
    _tool("golangci-lint", "golangci", "golangci-lint", "golangci-lint-action|golangci/"),
    _tool(
        "rustfmt",
        "fmt clippy taplo",
        r"rustfmt|cargo(?:-|\s+(?:\+\S+\s+)?)(?:fmt|clippy)|taplo",
        "rustfmt-|rust-clippy|clippy-check|clippy-action",
    ),
    _tool(
        "dotnet format",
        "dotnet csharpier jb",
        r"dotnet[\s-]format|csharpier|jb\s+(?:cleanup|inspect)code",
        "csharpier-",
    ),
    _tool(
        "clang-format",
        "clang cpp cmake-format uncrustify astyle fprettify findent",
        "clang-format|(?:run-)?clang-tidy|cpplint|cmake-format|uncrustify|astyle|fprettify|findent",
        "clang-format|cpp-linter-action|cpplint",
    ),
    _tool("Swift style", "swift", r"swiftlint|swiftformat|swift-format|swift\s+format", "swiftlint"),
    _tool("Dart style", "dart flutter", r"(?:dart|flutter)\s+(?:format|analyze)"),
    _tool("R style", "lintr styler air", r"air\s+format", r"lintr::|lint_package|styler::|style_pkg"),
    _tool("Elixir style", "mix", r"mix\s+(?:format|credo)"),
    _tool("Julia style", "juliaf julia-f", "", "julia-format|JuliaFormatter"),
    _tool("ShellCheck", "shellcheck shfmt", "shellcheck|shfmt", "shellcheck|shfmt"),
    _tool("Hadolint", "hadolint", "hadolint", "hadolint"),
    _tool("YAML style", "yaml", "yamllint|yamlfmt|yamlfix", "yamllint"),
    _tool("Ansible Lint", "ansible-lint", "ansible-lint", "ansible-lint"),
    _tool("Terraform style", "terraform tofu tflint", r"(?:terraform|tofu)\s+fmt|tflint", r"terraform[_-]fmt|tflint"),
    _tool("SQL style", "sql", "sqlfluff|sqlfmt", "sqlfluff"),
    _tool(
        "Template style",
        "html twig curly",
        "djhtml|curlylint|twigcs|twig-cs-fixer|htmlhint|html-validate",
    ),
    _tool("djLint", "djlint", "djlint", "djlint"),
    _tool("OpenAPI style", "spectral redocly vacuum buf", r"(?:spectral|redocly|vacuum|buf)\s+lint", "spectral-action"),
    _tool(
        "Markdown style",
        "markdownlint mdl remark vale textlint proselint",
        r"markdownlint(?:-cli2?)?|mdl(?=\s|$)|remark(?=\s)|vale(?=\s|$)|textlint|proselint",
        r"markdownlint|vale-action",
    ),
    _tool("EditorConfig", "editorconfig eclint", "editorconfig-checker|eclint", "editorconfig-checker"),
    _tool("Super-Linter", "super-linter", "", "super-linter/|github/super-linter"),
    _tool("MegaLinter", "mega", "mega-linter-runner", "megalinter"),
    _tool("Trunk", "trunk", r"trunk\s+(?:check|fmt)", "trunk-action"),
    _tool(
        "own target",
        "lint format fmt style prettier cs",
        rf"{_RUNNERS}(?:\s+(?:run(?:-script)?|exec|-\S+"
        rf"|workspace\s+\S+))*(?:\s+[\w.:/@-]+)?\s+[\w.:/@-]*(?<![a-z]){_CHECKING}(?![a-z])",
    ),
)
# Services that judge style besides other things; which rules they apply is set outside the repository.
SERVICES = (
    _tool("Sonar", "sonar", "", r"sonarsource/|sonarqube|sonarcloud|sonar:sonar|sonar-maven-plugin|sonar-?scanner"),
    _tool("Codacy", "codacy", "", "codacy"),
    _tool("Code Climate", "codeclimate code-quality", "", r"codeclimate|Code-Quality\.gitlab-ci"),
    _tool("Qodana", "qodana", "", "qodana"),
    _tool("Sigrid", "sigrid", "", "sigrid"),
    _tool("reviewdog", "reviewdog", "", "reviewdog"),
)
# Builds that check the style of scripts by themselves when it is set, or may do so by a plugin.
BUILDS = (
    _tool(
        "build",
        "build",
        r"(?:npm|pnpm|yarn|bun|npx)\s+(?:\S+\s+){0,4}?(?:run\s+)?\S*build\S*"
        r"|(?:next|react-scripts|vue-cli-service|gatsby|ng|expo|umi|craco|projen)\s+build",
    ),
)
# Settings of services that judge style without a step in a pipeline.
_SERVICE_FILES = Expression(
    r"\.styleci\.ya?ml|\.deepsource\.toml|\.codacy\.ya?ml|\.codeclimate\.ya?ml|\.codefactor\.ya?ml|\.hound\.ya?ml"
    r"|\.scrutinizer\.ya?ml|\.?sonarcloud\.properties|sonar-project\.properties|\.restyled\.ya?ml|\.trunk/trunk\.ya?ml"
)
_HOOKS = Expression(r"\.pre-commit-config\.ya?ml|lefthook\.ya?ml|\.overcommit\.yml")
_SETTINGS = Expression(
    r"(?:[\w.-]+/){0,2}(?:\.eslintrc(?:\.\w+)?|eslint\.config\.\w+|\.prettierrc(?:\.\w+)?|prettier\.config\.\w+"
    r"|biome\.jsonc?|tslint\.json|\.stylelintrc(?:\.\w+)?|\.flake8|\.?ruff\.toml|\.?pylintrc|\.style\.yapf"
    r"|\.rubocop\.yml"
    r"|\.php[-_]cs(?:-fixer)?(?:\.dist)?\.php|phpcs\.xml(?:\.dist)?|pint\.json|ecs\.php|checkstyle[\w.-]*\.xml"
    r"|stylecop\.json|\.?rustfmt\.toml|\.?clippy\.toml|\.golangci\.ya?ml|\.clang-format|\.swiftlint\.yml|\.lintr"
    r"|\.scalafmt\.conf|\.credo\.exs|\.yamllint(?:\.ya?ml)?|\.editorconfig|detekt\.ya?ml|\.markdownlint[\w.-]*)"
)
_SCRIPTS = Expression(r"(?:[\w.-]+/){0,3}(?:\.eslintrc(?:\.\w+)?|eslint\.config\.\w+)")
_ROBOT = "pre-commit-ci"


def service_file(paths: Iterable[str]) -> str | None:
    """The first settings of a service that judges style by itself."""
    return next(iter(tree.of(paths).fitting(_SERVICE_FILES)), None)


def hooks_file(paths: Iterable[str]) -> str | None:
    """The first settings of hooks that check before a commit; a service may run them as well."""
    return next(iter(tree.of(paths).fitting(_HOOKS)), None)


def settings_file(paths: Iterable[str]) -> str | None:
    """The first settings of a tool that checks style; .editorconfig comes last, for it only tells editors."""
    found = tree.of(paths).fitting(_SETTINGS)
    return min(found, key=lambda path: (path.endswith(".editorconfig"), path.count("/"), path), default=None)


def checks_scripts(paths: Iterable[str]) -> bool:
    """True when ESLint is set, which some builds then run."""
    return bool(tree.of(paths).fitting(_SCRIPTS))


def is_by_service(commit: Commit) -> bool:
    """True for a commit by which pre-commit.ci mended or updated something."""
    return _ROBOT in commit.author.name.lower() or _ROBOT in commit.author.email.lower()
