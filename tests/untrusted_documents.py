# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small sound files of many kinds, from which the tests make unsound ones."""

import json

from publiccode_documents import VALID as PUBLICCODE

# Written apart, since tools look for them in this file too.
_ID, _COPYRIGHT, _IGNORE = "SPDX-" + "License-Identifier", "SPDX-" + "FileCopyrightText", "REUSE-" + "Ignore"
_SECRET, _KEY = "pass" + "word", "-----BEGIN " + "RSA PRIVATE KEY-----"
_README = """\
---
title: Kaart
---
# Kaart
[![REUSE](https://api.reuse.software/badge/voorbeeld.example/kaart)](https://api.reuse.software/info/voorbeeld.example/kaart)

Kaart shows [parcels](docs/kaart.md "all") on a map. See <https://voorbeeld.example/kaart> and `http://localhost:8080/`.

## Installation
1. Clone it:
   ```sh
   git clone https://voorbeeld.example/kaart.git && pip install -e . && pytest
   ```

## Contributing & support
* Report a bug in the [issue tracker](https://github.com/voorbeeld/kaart/issues).
* Sign off your commits; we answer within 5 working days.

| version | supported |
|---------|-----------|
| 1.2.x   | yes       |

## Licence
EUPL-1.2, see [LICENSE](LICENSE). Copyright (c) 2026 Voorbeeld.

Roadmap
-------
- [ ] Q3 2026: a legend <!-- hidden -->
"""
_WORKFLOW = """\
name: CI
on:
  push: {branches: [main]}
  pull_request_target:
  schedule: [{cron: "0 1 * * *"}]
permissions: {contents: read, id-token: write}
jobs:
  test:
    runs-on: ubuntu-latest
    if: github.ref == 'refs/heads/main'
    uses: ./.github/workflows/other.yml
    steps:
      - uses: actions/checkout@v4
        with: {ref: "${{ github.event.pull_request.head.sha }}"}
      - uses: docker://alpine:3
      - name: test
        run: |
          make test && ./scripts/test.sh; npm run lint
          echo "${{ github.event.issue.title }}" | sh
        continue-on-error: true
"""
_SECURITY = """\
# Security policy
## Reporting a vulnerability
Mail security@voorbeeld.example, or use https://github.com/voorbeeld/kaart/security/advisories/new.
We follow coordinated disclosure and answer within two working days. Advisories appear in GHSA.
## Supported versions
Only the latest release gets fixes.
"""
_INSIGHTS = """\
header:
  schema-version: 2.2.0
  last-updated: '2026-03-01'
  last-reviewed: '2026-04-01'
  url: https://voorbeeld.example/kaart/raw/main/security-insights.yml
repository:
  url: https://github.com/voorbeeld/kaart
  status: active
  accepts-change-request: true
  core-team: [{name: Team een, primary: true}]
  license: {url: "https://voorbeeld.example/LICENSE", expression: EUPL-1.2}
  security: {assessments: {self: {comment: Not yet.}}}
"""
_DECLARATION = """\
waivers:
  - check: has-governance
    reason: We are two people; a page about deciding would be longer than the code.
    role: product owner
    until: 2027-06-30
statements:
  - check: has-a-roadmap
    outcome: met
    reason: The plans stand on our site.
    role: product owner
    date: 2026-11-01
profile: rijk
kind: application
"""
_FORGE_FACTS = """\
observed: 2026-11-20
source: https://forge.example/api
repositories:
  https://forge.example/team/project:
    issues-enabled: true
    required-status-checks: [test, DCO]
"""
_LADDER = """\
# Overwegingen
## Transparantie & Vertrouwen
### Ambitie 1. Eerst
* **Groep** \\
    * [ ] Dit *blijft* staan, zie [hier](https://voorbeeld.example/x).
    * [ ] <span class="oud">Dit vervalt.</span>
    * [ ] Alles is:
        * [ ] Van hout.
"""
_PACKAGE = {
    "name": "kaart",
    "version": "1.2.3",
    "license": "EUPL-1.2",
    "licenses": [{"type": "MIT"}],
    "repository": {"type": "git", "url": "git+https://github.com/voorbeeld/kaart.git"},
    "maintainers": [{"name": "Team Kaart"}],
    "scripts": {"test": "jest --ci", "lint": "eslint ."},
    "files": ["dist/**", "!LICENSE"],
    "jest": {"coverageThreshold": {"global": {"lines": 80}}},
    "dependencies": {"react": "^18"},
}
_PYPROJECT = """\
[project]
name = "kaart"
version = "1.2.3"
license = {text = "EUPL-1.2"}
classifiers = ["Development Status :: 3 - Alpha", "License :: OSI Approved :: MIT License"]
maintainers = [{name = "Team Kaart"}]
[project.urls]
Homepage = "http://kaart.voorbeeld.example"
[tool.coverage.report]
fail_under = 90
"""
_POM = """\
<project><groupId>a</groupId><version>1.2.3</version><url>http://voorbeeld.example</url>
<licenses><license><name>EUPL-1.2</name></license></licenses>
<scm><url>https://github.com/voorbeeld/kaart</url></scm><developers><developer><name>x</name></developer></developers>
</project>
"""
_MIT = """\
MIT License

Copyright (c) 2026 Voorbeeld

Permission is hereby granted, free of charge, to any person obtaining a copy of this software.
"""
_CODEOWNERS = """\
# who
* @voorbeeld/team-kaart @dev-one dev@voorbeeld.example
/docs/**/*.md @@developer # x
[Documentation][2] @voorbeeld/docs
^[Optional]
\\#a/[b-c]?.py
"""
_REPOLINTER = {
    "version": 2,
    "extends": "base.json",
    "rules": {
        "license-file-exists": {
            "level": "error",
            "where": ["language=python"],
            "rule": {"type": "file-existence", "options": {"globsAny": ["LICENSE*"], "nocase": True}},
        }
    },
}
_TOML = f"""\
version = 1
[[annotations]]
path = ["src/**", "a\\\\*b"]
precedence = "aggregate"
{_COPYRIGHT} = "2026 Voorbeeld"
{_ID} = "EUPL-1.2 OR MIT"
"""
_DEP5 = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: kaart

Files: src/* docs/?.md
 more/*
Copyright: 2026 Voorbeeld
License: EUPL-1.2
 text
"""
_TAGS = f"""\
# {_COPYRIGHT}: 2026 Voorbeeld
# {_ID}: (EUPL-1.2 OR GPL-2.0-only WITH Classpath-exception-2.0) AND MIT
# {_IGNORE}Start
x = "{_ID}: x"  # {_IGNORE}End
# SPDX-SnippetBegin
# SPDX-SnippetEnd
{_SECRET} = "hunter2-and-more-1a2b3c4d5e6f"
key = "{_KEY}"
URL = "https://kaart.intra.voorbeeld.nl/api", "http://10.3.4.5/x"
"""

FILES: dict[str, str] = {
    ".gitattributes": "* text=auto\n*.min.js linguist-vendored -diff export-ignore\n",
    ".github/CODEOWNERS": _CODEOWNERS,
    ".github/ISSUE_TEMPLATE/bug.yml": "name: Bug\nbody: [{type: textarea}]\n",
    ".github/dco.yml": "require: {members: false}\nallowRemediationCommits: {individual: true}\n",
    ".github/dependabot.yml": "version: 2\nupdates:\n  - package-ecosystem: pip\n    directory: /\n",
    ".github/settings.yml": "branches: [{name: main, protection: {required_status_checks: {contexts: [DCO]}}}]\n",
    ".github/workflows/ci.yml": _WORKFLOW,
    ".gitignore": "*.pyc\npackage-lock.json\n",
    ".gitlab-ci.yml": "include: [{local: ci/x.yml}]\ntest:\n  stage: test\n  script: [make test]\n",
    ".gitmodules": '[submodule "x"]\n\tpath = vendor/x\n\turl = ../x.git\n',
    ".mailmap": "# who\nDev One <dev@voorbeeld.example> Old <OLD@voorbeeld.example>\n<a@b.example> <c@d.example>\n",
    ".pre-commit-config.yaml": "repos:\n  - repo: https://github.com/gitleaks/gitleaks\n    hooks: [{id: gitleaks}]\n",
    ".reuse/dep5": _DEP5,
    ".well-known/security.txt": "Contact: mailto:sec@voorbeeld.example\nExpires: 2027-01-01T00:00:00Z\nPolicy: https://x\n",
    "CHANGELOG.md": "# Changelog\n## [Unreleased]\n### Added\n- x\n\n## [1.2.3] - 2026-11-01\n- y\n",
    "CODE_OF_CONDUCT.md": "# Code of conduct\nReport to conduct@voorbeeld.example.\n[contact method]\n",
    "CONTRIBUTING.md": f"{_README}\n## Pull requests\nAdd tests with every change. Sign the CLA. Run `make test`.\n",
    "Dockerfile": "# escape=`\nARG V=3\nFROM --platform=x python:${V}-slim@sha256:0a AS build\nRUN curl x | sh\n",
    "GOVERNANCE.md": "# Governance\nThe maintainers decide on releases by lazy consensus.\n",
    "Jenkinsfile": "pipeline { stages { stage('Test') { steps { sh 'make test' } } } }\n",
    "LICENSE": _MIT,
    "LICENSES/MIT.txt": _MIT,
    "MAINTAINERS.md": "# Maintainers\n- Team Kaart (@voorbeeld/kaart)\n",
    "Makefile": "test: build\n\tpytest -q --cov-fail-under=80\n",
    "README.md": _README,
    "REUSE.toml": _TOML,
    "ROADMAP.md": "# Roadmap\n## 2027\n- A legend\n",
    "SECURITY.md": _SECURITY,
    "codecov.yml": "coverage: {status: {project: {default: {target: 80%}}}}\n",
    "docs/architecture.md": "# Architecture\n```mermaid\ngraph TD\n```\n",
    "docs/threat-model.md": "# Threat model\nLast reviewed: 2026-10-01. STRIDE: spoofing, tampering.\n",
    "package.json": json.dumps(_PACKAGE, indent=1),
    "pom.xml": _POM,
    "publiccode.yml": PUBLICCODE,
    "pyproject.toml": _PYPROJECT,
    "renovate.json": '{"extends": ["config:base"], "enabledManagers": ["npm"]}\n',
    "requirements.txt": "a==1 --hash=sha256:0a\nb>=2\n-r other.txt\n",
    "sbom.spdx.json": '{"spdxVersion": "SPDX-2.3", "packages": []}\n',
    "security-insights.yml": _INSIGHTS,
    "setup.cfg": "[metadata]\nversion = 1.2.3\nclassifiers =\n  License :: OSI Approved :: MIT License\n",
    "src/kaart/main.py": _TAGS,
}
# By how the name of the module begins.
DOCUMENTS: dict[str, str] = {
    "address": "git@github.com:voorbeeld/kaart.git",
    "changelog": FILES["CHANGELOG.md"],
    "ci_calls": FILES[".gitlab-ci.yml"],
    "code": _CODEOWNERS,
    "dco": FILES[".github/dco.yml"] + "Signed-off-by: Dev One <dev@voorbeeld.example>\n",
    "declaration": _DECLARATION,
    "dep5": _DEP5,
    "dockerfile": FILES["Dockerfile"],
    "forge_facts": _FORGE_FACTS,
    "gitattributes": FILES[".gitattributes"],
    "inside_addresses": _TAGS,
    "licence": _MIT,
    "licence_expr": "(EUPL-1.2 OR GPL-2.0-only WITH Classpath-exception-2.0) AND MIT",
    "licence_pattern": "((a||b c))?? d __5__ e?? //** remark **//",
    "mailmap": FILES[".mailmap"],
    "maintainer_fields": _PYPROJECT,
    "manifest": json.dumps(_PACKAGE, indent=1),
    "manifest_l": _POM,
    "manifest_li": _PYPROJECT,
    "norm_texts": _LADDER,
    "organisation_ids": "urn:x-italian-pa:r_lombar https://organisaties.overheid.nl/28212263/Gemeente_Voorbeeld",
    "private_keys": _TAGS,
    "publiccode": PUBLICCODE,
    "publiccode_values": "https://voorbeeld.example/x 2026-11-01 nl-NL EUPL-1.2 team@voorbeeld.example",
    "repolinter": json.dumps(_REPOLINTER, indent=1),
    "reuse_tags": _TAGS,
    "reuse_toml": _TOML,
    "sbom": FILES["sbom.spdx.json"],
    "secrets": _TAGS,
    "security_insights": _INSIGHTS,
    "security_policy": _SECURITY,
    "security_txt": FILES[".well-known/security.txt"],
    "spdx": "(EUPL-1.2 OR GPL-2.0-only WITH Classpath-exception-2.0) AND MIT",
    "updaters": FILES[".github/dependabot.yml"],
    "versions": "project/v1.2.3-rc.1+build",
    "workflow": _WORKFLOW,
    "yaml": PUBLICCODE,
    "yaml_places": _DECLARATION,
}
