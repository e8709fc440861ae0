# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Continuous integration runs tests: a pipeline has a step that does, itself or by what it calls in the tree."""

from collections import defaultdict

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met, unknown
from ospo.domain.snapshot import Snapshot, Unreadable
from ospo.formats import ci, ci_calls, ci_tests, manifests, program_code, tree, workflow
from ospo.formats.ci_tests import Hit, Strength

_DEPTH = 2
_MOST_FILES = 60
_MOST_CALLS = 300
_LARGEST = 200_000
_FEW = 10  # files of code; without anything that makes a package of them they are scripts


def check(repository: Snapshot) -> Verdict:
    """Met when a test step is found; unknown when pipelines of another repository may hold it."""
    paths = tree.paths(repository.entries())
    pipelines = ci.locate(paths)
    texts, unread = _read(repository, [pipeline.path for pipeline in pipelines])
    hits = [(hit, path) for path, text in texts.items() if (hit := _find(path, text))]
    best, path = min(hits, key=lambda found: found[0].strength, default=(None, ""))
    if best and best.strength < Strength.STEP:
        return met("runs", Evidence(path, best.line), path=path)
    if called := _follow(repository, paths, texts):
        return met("called", *called, path=called[0].path or "")
    if best and best.strength is Strength.STEP:
        return met("named", Evidence(path, best.line), path=path)
    if not program_code.is_program(paths):
        return not_applicable("no-program")
    if not pipelines:
        code = len(program_code.files(paths))
        if code < _FEW and not manifests.projects(paths):
            return not_applicable("only-scripts", count=code)
        return not_met("no-ci")
    if unread:
        raise unread[0]
    away = [Evidence(place, line) for place, text in texts.items() if (line := ci_calls.elsewhere(text))]
    if away:
        return unknown("elsewhere", *away[:5], path=away[0].path or "")
    if best:
        return unknown("only-a-name", Evidence(path, best.line), path=path)
    if _are_only_called(texts):
        return not_met("no-ci")
    return not_met("no-test-step", *(Evidence(pipeline.path) for pipeline in pipelines[:5]), count=len(pipelines))


def _are_only_called(texts: dict[str, str]) -> bool:
    """True when all pipelines are workflows for others to call, so that nothing runs for this repository itself."""
    found = workflow.read((path, text.encode("utf-8")) for path, text in texts.items()).workflows
    return len(found) == len(texts) == len(workflow.locate(texts)) and all(file.is_only_called for file in found)


def _find(path: str, text: str) -> Hit | None:
    """The surest test step of a pipeline, with what Travis CI does of itself."""
    hit = ci_tests.find(text)
    if hit is None and ".travis." in path and (line := ci_tests.by_default(text)):
        return Hit(line, Strength.RUNNER)
    return hit


def _read(repository: Snapshot, paths: list[str]) -> tuple[dict[str, str], list[Unreadable]]:
    texts: dict[str, str] = {}
    unread: list[Unreadable] = []
    for path, content in repository.read_all(paths):
        if isinstance(content, Unreadable):
            unread.append(Unreadable(content.reason, path))
        elif len(content) > _LARGEST:
            unread.append(Unreadable("too-large", path))
        else:
            texts[path] = content.decode("utf-8", errors="replace")
    return texts, unread


def _follow(repository: Snapshot, paths: tree.Paths, pipelines: dict[str, str]) -> tuple[Evidence, ...]:
    """Look for tests in what the pipelines call: build files, scripts and actions of the tree, two steps deep."""
    files: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        files[path.rpartition("/")[2]].append(path)
    seen: dict[str, str] = dict(pipelines)
    todo = [
        (Evidence(path, call.line), call) for path, text in pipelines.items() for call in ci_calls.calls(text, files)
    ]
    done = set()
    for _ in range(_DEPTH):
        following = []
        for start, call in todo[:_MOST_CALLS]:
            if (call.tool, call.name) in done:
                continue
            done.add((call.tool, call.name))
            places = ci_calls.where(call, paths)
            new = [place for place in places if place not in seen][: max(0, _MOST_FILES - len(seen))]
            seen.update(dict.fromkeys(new, "") | _read(repository, new)[0])
            for place in places:
                before, text = ci_calls.body(call, seen.get(place, ""))
                if hit := ci_tests.find(text):
                    stage = ci_calls.test_stage(pipelines.get(start.path or "", "")) if call.tool == "docker" else None
                    return Evidence(start.path, stage or start.line), Evidence(place, before + hit.line)
                following += [(start, inner) for inner in ci_calls.calls(text, files)]
        todo = following
    return ()
