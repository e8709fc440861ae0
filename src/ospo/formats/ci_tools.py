# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tools by which pipelines look at code and dependencies, or write down what a build is made of: tables, by line.

A tool is known by its command, its action, its plugin or its template. A line that only installs it does not run it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ospo.formats import ci_tests
from ospo.formats.ci_reach import Part


@dataclass(frozen=True, slots=True)
class Tool:
    """How a tool shows.

    Attributes:
        name: as people know it.
        words: in lower case; a text without any of them holds no sign of the tool.
        command: a pattern of what runs it, as a command of its own.
        mark: a pattern that may stand anywhere in a line: an action, a plugin, a template.
    """

    name: str
    words: tuple[str, ...]
    command: str = ""
    mark: str = ""


def _tool(name: str, words: str, command: str = "", mark: str = "") -> Tool:
    return Tool(name, tuple(words.split()), command, mark)


# Tools that look for weaknesses and mistakes in what the code does. Tools for style alone are in LINTERS.
ANALYSERS = (
    _tool(
        "CodeQL", "codeql", r"codeql\s+database", r"codeql-action/(?:init|analyze|autobuild)|AdvancedSecurity-Codeql"
    ),
    _tool(
        "Semgrep",
        "semgrep opengrep returntocorp",
        "semgrep|opengrep",
        r"(?:semgrep|returntocorp)/|\bid\s*:\s*semgrep",
    ),
    _tool(
        "Sonar",
        "sonar",
        r"gradlew?\s[^#]*\bsonar(?:qube)?|sonar-scanner|dotnet-sonarscanner",
        r"sonarsource/\S*(?:scan|sonarcloud|sonarqube)|sonarqube-scan|sonar:sonar|sonar-maven-plugin|withSonarQubeEnv"
        r"|(?:SonarQube|SonarCloud)(?:Prepare|Analyze)|sonarscanner\s+begin",
    ),
    _tool(
        "GitLab SAST",
        "sast auto-devops",
        "",
        r"(?:Security|Jobs)/SAST[\w.-]*\.gitlab-ci|components/sast/|Auto-DevOps\.git",
    ),
    _tool("Bandit", "bandit", "bandit", r"PyCQA/bandit|bandit-action|\bid\s*:\s*bandit"),
    _tool("gosec", "gosec", "gosec", r"securego/gosec"),
    _tool("Brakeman", "brakeman", "brakeman", "brakeman-action"),
    _tool("Psalm", "psalm", "psalm", "docker-psalm|psalm-github"),
    _tool("PHPStan", "phpstan larastan", "phpstan|larastan", r"phpstan-ga|^\s*phpstan\s*:"),
    _tool("SpotBugs", "spotbugs findsecbugs", "", "spotbugs|findsecbugs"),
    _tool("PMD", "pmd", r"pmd|pmd\.sh", r"maven-pmd-plugin|pmd-github-action|\bpmd:(?:check|pmd)"),
    _tool("golangci-lint", "golangci", "golangci-lint", "golangci-lint-action|golangci/"),
    _tool("staticcheck", "staticcheck", "staticcheck", "staticcheck-action"),
    _tool("go vet", "vet", r"go\s+vet"),
    _tool("Clippy", "clippy", r"cargo(?:-|\s+(?:\+\S+\s+)?)clippy", "clippy-check|clippy-action"),
    _tool(
        "clang",
        "clang scan-build",
        "clang-tidy|scan-build|clang-check|run-clang-tidy",
        r"clang-tidy-|cpp-linter-action|CMAKE_CXX_CLANG_TIDY|\bid\s*:\s*clang-tidy",
    ),
    _tool("Cppcheck", "cppcheck flawfinder", "cppcheck|flawfinder", "cppcheck-action|flawfinder-action"),
    _tool("Coverity", "coverity cov-", "cov-build|cov-analyze", "coverity-"),
    _tool("Snyk Code", "snyk", r"snyk\s+code"),
    _tool("Qodana", "qodana", r"qodana\s+scan", "JetBrains/qodana|qodana-action"),
    _tool("Checkmarx", "checkmarx kics cxflow cx-flow", "kics", "checkmarx/|cxflow|cx-flow"),
    _tool("Veracode", "veracode", "", "veracode/|veracode-"),
    _tool("Fortify", "fortify sourceanalyzer", "sourceanalyzer", "fortify/|fortify-"),
    _tool("Sigrid", "sigrid", "sigridci", "sigridci"),
    _tool("njsscan", "njsscan mobsfscan nodejsscan", "njsscan|mobsfscan|nodejsscan", "njsscan-action|mobsfscan"),
    _tool("DevSkim", "devskim", "devskim", "microsoft/devskim"),
    _tool("Horusec", "horusec", r"horusec\s+start", "horusec"),
    _tool("Infer", "infer", r"infer\s+(?:run|capture)"),
    _tool("Error Prone", "errorprone error_prone nullaway", "", r"errorprone|error_prone|nullaway"),
    _tool("detekt", "detekt", "detekt", r"detekt-|io\.gitlab\.arturbosch\.detekt"),
    _tool("Pylint", "pylint pyre pysa", "pylint|pyre|pysa", r"\bid\s*:\s*pylint"),
    _tool("Dialyzer", "dialyzer sobelow", r"mix\s+(?:dialyzer|sobelow)"),
    _tool("Security DevOps", "security", "", "MicrosoftSecurityDevOps|security-devops-action|security-code-scan"),
    _tool("MegaLinter", "mega", "mega-linter-runner", "megalinter"),
    _tool("Codacy", "codacy", "codacy-analysis-cli", "codacy/codacy-analysis"),
    _tool("Code Climate", "code", r"codeclimate\s+analyze", r"Code-Quality\.gitlab-ci"),
    _tool("Aikido", "aikido", "", "AikidoSec/"),
    _tool("Bearer", "bearer", r"bearer\s+scan", "bearer-action"),
)
LINTERS = (
    _tool("ESLint", "lint biome", r"(?:ts)?eslint|(?:ng|next)\s+lint|oxlint|biome"),
    _tool("Ruff", "ruff", r"ruff(?!\s+format)", "ruff-action|ruff-pre-commit"),
    _tool("Flake8", "flake prospector", "flake8|pyflakes|prospector", r"\bid\s*:\s*flake8"),
    _tool("RuboCop", "rubocop standardrb", "rubocop|standardrb"),
    _tool("PHP_CodeSniffer", "phpcs php-cs-fixer pint", "phpcs|php-cs-fixer|pint"),
    _tool("Checkstyle", "checkstyle spotless ktlint", "ktlint", "checkstyle|spotless"),
    _tool("Super-Linter", "super-linter", "", "super-linter/"),
    _tool("lintr", "lintr", "", "lintr"),
)
# Tools that hold the dependencies against known vulnerabilities.
DEPENDENCY_CHECKS = (
    _tool("dependency-review", "dependency-review", "", "dependency-review-action"),
    _tool("OSV-Scanner", "osv-scanner", "osv-scanner", "osv-scanner"),
    _tool(
        "Trivy",
        "trivy",
        r"trivy\s+(?!config|plugin|--version|[^#]*--download-(?:java-)?db-only)\S+",
        r"aquasecurity/trivy(?!-(?:java-)?db)|(?<!setup-)trivy-action|aquasec/trivy",
    ),
    _tool("Grype", "grype anchore", "grype", "anchore/scan-action|anchore/grype"),
    _tool("Snyk", "snyk", r"snyk\s+(?:test|monitor|container)", "snyk/actions|SnykSecurityScan|snyk/snyk"),
    _tool(
        "OWASP Dependency-Check",
        "dependency-check dependencycheck",
        r"dependency-check(?:\.sh)?",
        r"dependency-check-\w|dependency-check:|dependencyCheck|dependency-check_action|owasp\.dependencycheck",
    ),
    _tool("pip-audit", "audit", r"pip-audit|uv\s+audit", r"gh-action-pip-audit|\bid\s*:\s*pip-audit"),
    _tool("Safety", "safety", r"safety\s+(?:-\S+\s+)*(?:check|scan)", r"pyupio/safety|\bid\s*:\s*python-safety"),
    _tool(
        "npm audit",
        "audit",
        r"npm\s+(?:-\S+\s+)*audit(?!\s+(?:signatures|fix))|yarn\s+(?:npm\s+)?audit|pnpm\s+(?:-\S+\s+)*audit|bun\s+audit"
        r"|audit-ci|better-npm-audit|auditjs|improved-yarn-audit",
        r"npm-audit-action|npx\s+(?:-\S+\s+)*audit-ci",
    ),
    _tool(
        "cargo audit",
        "audit deny",
        r"cargo(?:-|\s+)(?:audit|deny)",
        "rustsec/audit-check|actions-rs/audit-check|cargo-deny-action",
    ),
    _tool("bundler-audit", "audit", r"bundler?[- ]audit", "bundler-audit-action"),
    _tool(
        "composer audit",
        "audit security",
        r"composer\s+(?:-\S+\s+)*audit|symfony\s+(?:check:security|security:check)|local-php-security-checker",
        r"security-checker-action|^\s*(?:composer_audit|securitychecker\w*)\s*:",
    ),
    _tool("govulncheck", "govulncheck nancy", r"govulncheck|nancy\s+sleuth", "govulncheck-action|nancy-github-action"),
    _tool("dotnet list package", "--vulnerable", r"dotnet\s[^#]*--vulnerable"),
    _tool("mix audit", "audit", r"mix\s+(?:deps|hex)\.audit"),
    _tool(
        "clj-watson",
        "watson nvd",
        r"clj-watson|(?:clojure|clj)\s[^#]*watson|lein-nvd|lein\s+nvd",
        r"nvd-clojure|nvd\.task",
    ),
    _tool(
        "GitLab Dependency Scanning",
        "scanning auto-devops",
        "",
        r"(?:Security|Jobs)/(?:Dependency|Container)-Scanning[\w.-]*\.gitlab-ci"
        r"|components/(?:dependency|container)-scanning/|Auto-DevOps\.gitlab-ci",
    ),
    _tool("Mend", "whitesource mend wss-", "wss-unified-agent", "whitesource|mend-cli|mend-for-"),
    _tool("Black Duck", "synopsys black", "", "synopsys-action|blackduck|black-duck"),
    _tool("FOSSA", "fossa", r"fossa\s+test", r"fossas?/\S*action"),
    _tool("Sonatype", "nexus clm ossindex", "", "nexus-iq|nexusPolicyEvaluation|clm-maven-plugin|ossindex"),
    _tool("JFrog", "jf", r"(?:jf|jfrog)\s+(?:rt\s+|xr\s+)?(?:audit|scan|build-scan|bs)"),
    _tool("Dependency-Track", "dependency-track dependencytrack upload-sbom", "", "gh-upload-sbom|dependency-?track"),
    _tool("Docker Scout", "scout", r"docker\s+scout\s+cves", "docker/scout-action"),
    _tool("Socket", "socket", r"socket\s+(?:ci|scan)", "socketdev/action"),
    _tool("Sigrid", "sigrid", "sigridci", "sigridci"),
    _tool("MegaLinter", "mega", "mega-linter-runner", "megalinter"),
    _tool("Aikido", "aikido", "", "AikidoSec/"),
    _tool("Clair", "clair", "clair-scanner|clairctl"),
)
# Tools that write a software bill of materials.
SBOM_MAKERS = (
    _tool("Syft", "syft anchore", "syft", "anchore/sbom-action|anchore/syft"),
    _tool("CycloneDX", "cyclonedx", "", "cyclonedx"),
    _tool(
        "SPDX", "spdx", r"reuse\s+spdx(?=\s*(?:$|[-\"'>|&;]))", r"spdx-(?:sbom-generator|maven-plugin)|org\.spdx\.sbom"
    ),
    _tool("Trivy", "spdx sbom", r"trivy\s[^#]*(?:spdx|sbom)", r"^\s*format\s*:\s*['\"]?spdx(?:-json)?\b"),
    _tool("npm sbom", "sbom", r"p?npm\s+sbom"),
    _tool("cdxgen", "cdxgen", "cdxgen", "cdxgen"),
    _tool("sbom-tool", "sbom-tool manifestgeneratortask", r"sbom-tool\s+generate", "ManifestGeneratorTask"),
    _tool(
        "BuildKit",
        "sbom",
        r"docker\s[^#]*--sbom(?!=false)|docker\s[^#]*--attest[= ]\S*type=sbom",
        r"^\s*sbom\s*:\s*['\"]?(?:true|generator)",
    ),
    _tool("GoReleaser", "sboms", "", r"^\s*sboms\s*:"),
    _tool("bom", "bom generate", r"bom\s+generate"),
    _tool("cargo", "cargo", r"cargo(?:-|\s+)(?:sbom|auditable)"),
    _tool("sbt", "makebom", r"sbt\s[^#]*makeBom"),
    _tool("ORT", "ort", r"ort\s+report", "oss-review-toolkit/ort-ci"),
    _tool(
        "GitLab Dependency Scanning",
        "dependency-scanning",
        "",
        r"(?:Security|Jobs)/Dependency-Scanning[\w.-]*\.gitlab-ci|components/dependency-scanning/",
    ),
    _tool("GitHub", "sbom", "", r"dependency-graph/sbom|generate-sbom-action|sbom-action|\buses\s*:\s*\S*sbom\S*@"),
    _tool("sbom4python", "sbom scanoss", r"sbom4python|sbomify|scanoss-py", "sbomify/"),
)

_BEFORE, _AFTER = r"(?<![\w./@-])(?:[\w.-]*/)*", r"(?![\w-]|\.\w)"
# A line that names things, and the start of a command that brings a tool in or speaks of it: neither runs it.
_NAMES = re.compile(r"^\s*(?:-\s+)?(?:name|displayName|description|title|if|key)\s*:", re.IGNORECASE)
_JOB = re.compile(r"(?:\s{2}|\s{4})?[\w.\"'-]+\s*:\s*")
_NO_RUN = re.compile(
    r"(?:^|[\s;&|(])(?:(?:pip3?|pipx|npm|yarn|pnpm|gem|brew|apk|apt(?:-get)?|cargo|composer|uv|poetry|conda|go|mix|choco|dotnet)"
    r"\s+(?:pip\s+|tool\s+|global\s+|-\S+\s+)*(?:install|i|ci|add|remove|require|get)|echo|printf)\s",
    re.IGNORECASE,
)
_SHORT = 4  # a name up to here may be a word, such as "bom" or "Mend"
_SEGMENT = re.compile(r"&&|\|\||[;|]")


@dataclass(frozen=True, slots=True)
class Use:
    """A tool that CI runs: in which part, at which line of its file (from 1)."""

    tool: str
    part: Part
    line: int


def find(parts: Sequence[Part], tools: Sequence[Tool]) -> Use | None:
    """The first use of one of the tools; in what starts on changes before anything else."""
    everything = _every_line(tuple(part.text for part in parts))
    likely = [tool for tool in tools if any(word in everything for word in tool.words)]
    for part in sorted(parts, key=lambda part: not part.on_changes) if likely else ():
        text = _lower(part.text)
        present = [tool for tool in likely if any(word in text for word in tool.words)]
        found = _first(part.text, present) if present else None
        if found:
            return Use(found[0].name, part, part.before + found[1])
    return None


@lru_cache(maxsize=4)  # several checks look for their tools in the same parts, one after the other
def _every_line(texts: tuple[str, ...]) -> str:
    """The lines of the texts in lower case, each once: pipelines have much in common."""
    return "\n".join(dict.fromkeys(line for text in texts for line in _lower(text).split("\n")))


@lru_cache(maxsize=128)
def _lower(text: str) -> str:
    return text.lower()


def _first(text: str, tools: Sequence[Tool]) -> tuple[Tool, int] | None:
    """The first tool that a line of the text runs, and that line."""
    patterns = [(tool, _pattern(tool), "^" in tool.mark) for tool in tools]
    for number, line in ci_tests.holding(text, {word for tool in tools for word in tool.words}):
        if _NAMES.match(line):
            continue
        is_key = _JOB.fullmatch(line) is not None
        for segment in _SEGMENT.split(line):
            for tool, pattern, knows_keys in patterns:
                if is_key and not knows_keys:  # the name of a job, unless the tool is known by a key
                    continue
                found = pattern.search(segment)
                if found and not _NO_RUN.search(segment, 0, found.start() + 1):
                    return tool, number
    return None


@cache
def _pattern(tool: Tool) -> re.Pattern[str]:
    ways = [f"{_BEFORE}(?:{tool.command}){_AFTER}"] * bool(tool.command) + [tool.mark] * bool(tool.mark)
    return re.compile("|".join(ways), re.IGNORECASE)


def speaking_of(parts: Sequence[Part], words: re.Pattern[str]) -> tuple[str, int] | None:
    """The first pipeline, and its line, in which a name holds these words, whatever it runs."""
    for part in parts:
        if part.start[1] is not None:
            continue
        if words.search(part.path.rpartition("/")[2]):
            return part.path, 1
        for number, line in ci_tests.lines(part.text):
            if (_NAMES.match(line) or _JOB.fullmatch(line)) and words.search(line):
                return part.path, number
    return None


def named(names: Iterable[str], tools: Sequence[Tool]) -> str | None:
    """The first of these names (of jobs, of status checks) that has the name of one of the tools in it."""
    spelled = [tool.name.lower() for tool in tools if len(tool.name) > _SHORT]
    return next((name for name in names if any(tool in name.lower() for tool in spelled)), None)
