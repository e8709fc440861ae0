# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking over rule sets of repolinter: each type of rule, and why one does not come along."""

import pytest

from ospo import checks
from ospo.domain.profile import Importance
from ospo.engine import repolinter
from ospo.engine.repolinter import Reason
from ospo.formats.repolinter import Rule, RuleSet

# Every type of rule that version 2 has.
TYPES = (
    "apache-notice",
    "best-practices-badge-present",
    "directory-existence",
    "file-contents",
    "file-existence",
    "file-hash",
    "file-hashes-not-exist",
    "file-no-broken-links",
    "file-not-contents",
    "file-not-exists",
    "file-starts-with",
    "file-type-exclusion",
    "git-grep-commits",
    "git-grep-log",
    "git-list-tree",
    "git-working-tree",
    "json-schema-passes",
    "large-file",
    "license-detectable-by-licensee",
)


def rule(kind: str, *globs: str, level: str = "error", where: tuple[str, ...] = (), **options: object) -> Rule:
    return Rule("rule", level, kind, {"globsAny": list(globs), **options}, where)


def one(found: Rule) -> str:
    """The check that a rule becomes, or the reason why not, with the check that comes near."""
    result = repolinter.take_over(RuleSet({found.name: found}))
    if result.taken:
        return str(result.taken[0].check)
    refused = result.refused[0]
    return f"{refused.reason} {refused.check}" if refused.check else str(refused.reason)


@pytest.mark.parametrize(
    ("globs", "expected"),
    [
        (("LICENSE*", "COPYING*"), "has-licence-file"),
        (("LICENCE.md",), "has-licence-file"),
        (("{docs/,.github/,}CONTRIB*",), "has-contributing"),
        (("CHANGELOG*",), "has-changelog"),
        (("{docs/,.github/,}SECURITY.md",), "has-security-policy"),
        (("GOVERNANCE.md",), "has-governance"),
        (("MAINTAINERS*",), "names-maintainers"),
        ((".gitlab-ci.yml", ".travis.yml", ".github/workflows/*", "Jenkinsfile"), "has-ci"),
        ((".github/dependabot.yml",), "updates-dependencies"),
        (("README*",), "asks-more readme-explains-the-project"),
        (("CODE_OF_CONDUCT*", "CODE-OF-CONDUCT*", "CODEOFCONDUCT*"), "asks-more code-of-conduct-names-contact"),
        (("publiccode.yml",), "asks-more has-valid-publiccode"),
        ((".github/CODEOWNERS",), "asks-more codeowners-is-valid"),
        (("security.txt", ".well-known/security.txt"), "asks-more has-valid-security-txt"),
        (("SECURITY-INSIGHTS.yml",), "asks-more security-insights-is-valid"),
        (("SUPPORT*",), "no-check"),
        (("COMMUNITY*",), "no-check"),
        (("LICENSE*", "README*"), "no-check"),
        (("licenses-of-others.txt",), "no-check"),
        ((), "no-check"),
    ],
)
def test_a_file_that_must_exist(globs: tuple[str, ...], expected: str) -> None:
    assert one(rule("file-existence", *globs)) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (rule("license-detectable-by-licensee"), "licence-text-is-known"),
        (rule("file-type-exclusion", type=["**/*.exe", "**/*.dll", "!node_modules/**"]), "has-no-generated-binaries"),
        (rule("file-not-exists", "*.exe"), "has-no-generated-binaries"),
        (rule("file-not-exists", "*.exe", "*.log"), "no-check"),
        (rule("file-not-exists", "id_rsa"), "no-check"),
        (rule("directory-existence", "**/test*"), "no-check"),
        (rule("file-starts-with", "**/*.js"), "asks-more files-carry-reuse-information"),
        (rule("file-contents", "CODE_OF_CONDUCT*", content=".+@.+"), "code-of-conduct-names-contact"),
        (rule("file-contents", "CODE_OF_CONDUCT*", content="pledge"), "words"),
        (rule("file-contents", "README*", content="license"), "words"),
        (rule("file-not-contents", "README*"), "words"),
        (rule("json-schema-passes"), "words"),
        (rule("file-hash"), "fixed"),
        (rule("file-hashes-not-exist"), "fixed"),
        (rule("file-no-broken-links"), "links"),
        (rule("git-grep-commits"), "log"),
        (rule("git-grep-log"), "log"),
        (rule("git-list-tree"), "log"),
        (rule("git-working-tree"), "state"),
        (rule("large-file"), "size"),
        (rule("apache-notice"), "no-check"),
        (rule("best-practices-badge-present"), "forge"),
        (rule("something-new"), "no-check"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.type,
)
def test_each_type_of_rule(found: Rule, expected: str) -> None:
    assert one(found) == expected


@pytest.mark.parametrize("kind", TYPES)
def test_no_type_of_rule_is_lost(kind: str) -> None:
    found = repolinter.take_over(RuleSet({"rule": rule(kind, "x")}))

    assert len(found.taken) + len(found.refused) == 1


def test_the_level_becomes_the_importance_and_off_stays_behind() -> None:
    rules = {level: Rule(level, level, "file-existence", {"globsAny": [glob]}) for level, glob in LEVELS.items()}
    found = repolinter.take_over(RuleSet(rules))

    assert (found.checks(Importance.MUST), found.checks(Importance.SHOULD)) == (
        ("has-licence-file",),
        ("has-changelog",),
    )
    assert [r.reason for r in found.refused] == [Reason.OFF]


LEVELS = {"error": "LICENSE", "warning": "CHANGELOG", "off": "SECURITY"}


def test_a_check_by_two_rules_is_asked_once_and_as_a_must() -> None:
    two = {
        "a": Rule("a", "warning", "file-existence", {"globsAny": "LICENSE"}),
        "b": Rule("b", "error", "file-existence", {"globsAny": "COPYING"}),
    }
    found = repolinter.take_over(RuleSet(two))

    assert (len(found.taken), found.checks(Importance.MUST), found.checks(Importance.SHOULD)) == (
        2,
        ("has-licence-file",),
        (),
    )


def test_a_condition_keeps_a_rule_out_unless_it_always_holds() -> None:
    assert one(rule("file-existence", "LICENSE", where=("language=python",))) == "condition"
    assert one(rule("license-detectable-by-licensee", where=("license=*",))) == "licence-text-is-known"


def test_a_rule_of_a_set_that_was_not_read_is_known_by_its_name_or_not_at_all() -> None:
    named = repolinter.take_over(RuleSet({"security-file-exists": Rule("security-file-exists", "error")}))

    assert [(t.check, t.by_name) for t in named.taken] == [("has-security-policy", True)]
    assert one(Rule("readme-contains-project-vision", "error")) == "elsewhere"


def test_every_check_that_may_come_of_a_rule_exists() -> None:
    answers = [answer for _, answer in repolinter._FILES] + list(repolinter._TYPES.values())
    named = {answer[1] if isinstance(answer, tuple) else answer for answer in answers} - {None}

    assert named | {"has-ci", "has-no-generated-binaries", "code-of-conduct-names-contact"} <= set(checks.check_ids())


def test_a_glob_of_a_stranger_is_read_in_one_go() -> None:
    assert one(rule("file-existence", "{" * 50_000 + "LICENSE")) == "no-check"
    assert one(rule("file-not-exists", "*." * 50_000 + "exe")) in {"has-no-generated-binaries", "no-check"}
