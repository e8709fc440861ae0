# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every public function that reads what strangers wrote gives an answer or a `ParseError`, whatever they wrote.

The functions are found, not listed: a new module is tested when it is there. How an argument is made follows from its
type and name (`MAKERS`); what takes the result of another function (`MADE_HERE`) is left to the tests of its module.
"""

import dataclasses
import importlib
import inspect
import itertools
import pkgutil
import re
import types
import typing
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import untrusted
from ospo import formats
from ospo.domain.claim import SourceFile
from ospo.domain.snapshot import Commit, Entry, Signature, Snapshot, Tag, Unreadable
from ospo.errors import ParseError
from ospo.formats import (
    forges,
    licence_declared,
    mailmap,
    maintainer_fields,
    manifest_licences,
    manifest_links,
    releases,
    tree,
    updaters,
    yaml,
)
from ospo.formats.guides import Guide
from snapshots import COMMITTED

Key = tuple[str, Any]
# Arguments of these names are paths; other texts are anything.
PATHS = {"path", "paths", "link", "at", "folder", "name", "nearby", "manifests", "names"}
ADDRESSES = {"remotes", "remote", "hosts"}
WHOLE = {"text", "content", "body", "raw", "source"}  # of a text by one of these names a line is told

ANYTHING = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | st.lists(st.text(max_size=3))
MAKERS: Mapping[Any, Callable[[str], st.SearchStrategy[Any]]] = {
    bytes: untrusted.contents,
    int: lambda module: st.integers(-1, 4),
    bool: lambda module: st.booleans(),
    object: lambda module: ANYTHING,
    Any: lambda module: ANYTHING,
    type(None): lambda module: st.none(),
    Callable[[str], str]: lambda module: st.just(str.upper),
    datetime: lambda module: st.just(COMMITTED),
    Commit: untrusted.commits,
    Entry: untrusted.entries,
    Signature: untrusted.signatures,
    Snapshot: untrusted.snapshots,
    SourceFile: lambda module: st.builds(
        SourceFile, untrusted.paths(module), untrusted.texts(module), st.just(COMMITTED.date())
    ),
    Tag: untrusted.tags,
    Unreadable: lambda module: st.builds(Unreadable, st.sampled_from(["missing", "too-large", "too-slow"])),
    forges.Forge: lambda module: st.sampled_from([forges.GITHUB, forges.GITLAB]),
    mailmap.Mailmap: lambda module: untrusted.texts("mailmap").map(mailmap.parse),
    tree.Entries: lambda module: st.lists(untrusted.entries(module), max_size=8).map(tree.entries),
    tree.Paths: lambda module: st.lists(untrusted.paths(module), max_size=8).map(tree.of),
    yaml.Document: untrusted.documents,
    Guide: lambda module: st.builds(Guide, untrusted.paths(module), untrusted.texts(module)),
}
# Types that functions of ours make out of something that is tested here.
MADE_HERE = {
    *("architecture.Place", "ci_calls.Call", "ci_reach.Part", "ci_tools.Tool", "codeowners.CodeOwners"),
    *("codeowners_people.Owners", "dco.Settings", "gitattributes.Rule", "licence_expressions.Written"),
    *(
        "expression.Expression",
        "licence_names.Name",
        "licence_pattern.Pattern",
        "licence_policy.Used",
        "licences.Licences",
    ),
    *("organisation_fields.Field", "organisation_names.Name"),
    *("manifests.Ecosystem", "outline.Block", "outline.Section", "plain_links.Found", "policies.Policy"),
    *("policies.Sentence", "reuse.Table", "sign_off_checks.Check", "translations.Shape", "workflow.Workflow"),
    *("web_page.WebPage", "language.Language"),
    *("ContentKind", "FileKind", "ForgeFact", "Keeper", "Verdict", "Pattern[str]"),
}
EXCEPTIONS = {
    "tree.once": "takes a function",
    "tree.once_per_tree": "takes a function",
    "community_files.is_dangling": "takes an entry of the tree; `licences.read` and others feed it",
    "community_files.text": "takes an entry of the tree; `licences.read` and others feed it",
    "guides.read": "takes paths of the tree; `guidance` and others are fed with what it makes",
    "licence_texts.eupl_pattern": "takes a language that we carry",
    "licence_texts.eupl_words": "takes a language that we carry",
    "publiccode_values.one_of": "takes the name of a list that we carry",
    "expression.words_of": "reads our own expressions",
    "licence_pattern.of_words": "the words are those of our own texts",
    "licence_pattern.parse": "reads the notation of the licence library and of our own list",
    "importers.load": "takes a kind that we carry",
    "forge_lists.page.entries": "takes the form of an entry; the lists of every forge are fed to `read`",
    "plain_links.links": "takes the line on which its text begins, which the lines it tells go on from",
    "readability.of": "takes sentences of `running_text`, and a language that we have",
    "readability.syllables": "takes a word of `running_text`, and a language that we have",
    "people.absence_factor": "takes numbers",
    "reuse.sources": "takes entries of the tree; `reuse.coverage` feeds it",
    "reuse.tables": "takes entries of the tree; `reuse.coverage` feeds it",
    "stretches.with_words": "the words and the ends are our own; its test splits any text",
    "release_rhythm.longest_silence": "takes dates that `days` gives, one at least",
    "release_rhythm.usual": "takes dates that `days` gives, one at least",
}
# What a function asks of the path it is given, as its text says.
ASKED: Mapping[str, Callable[[str], object]] = {
    "licence_declared.in_manifest": licence_declared.is_manifest,
    "maintainer_fields.line": maintainer_fields.may_name,
    "manifest_licences.read": lambda path: manifest_licences.is_manifest(path.rpartition("/")[2]),
    "manifest_links.in_manifest": manifest_links.is_manifest,
    "releases.stated": lambda path: releases.sources([path]),
    "releases.written": lambda path: releases.sources([path]),
    "updaters.parse": lambda path: updaters.locate([path]),
}


def public_functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every function of `ospo.formats` by module and name, in order."""
    for found in pkgutil.walk_packages(formats.__path__, "ospo.formats."):
        module = importlib.import_module(found.name)
        for name, value in sorted(vars(module).items()):
            function = inspect.unwrap(value) if callable(value) else None
            if not name.startswith("_") and inspect.isfunction(function) and function.__module__ == found.name:
                yield f"{found.name.removeprefix('ospo.formats.')}.{name}", value


FUNCTIONS = {name: function for name, function in public_functions() if name not in EXCEPTIONS}


def strategy(module: str, key: Key) -> st.SearchStrategy[Any] | None:
    """How an argument of this name and type is made; None when it is not."""
    name, kind = key
    if kind in MAKERS:
        return MAKERS[kind](module)
    if kind is str:
        return untrusted.paths(module) if name in PATHS else untrusted.texts(module)
    inside, outside = typing.get_args(kind), typing.get_origin(kind)
    if outside in (typing.Union, types.UnionType):
        known = [made for one in inside if (made := strategy(module, (name, one))) is not None]
        return st.one_of(known) if known else None
    if outside is Mapping and inside[0] is str:
        values = strategy(module, ("", inside[1]))
        return None if values is None else st.dictionaries(untrusted.paths(module), values, max_size=3)
    if outside is tuple and inside[-1] is not ...:
        each = [made for one in inside if (made := strategy(module, (name, one))) is not None]
        return st.tuples(*each) if len(each) == len(inside) else None
    if outside in (Iterable, Sequence, Collection, Container, tuple):
        one = untrusted.addresses() if name in ADDRESSES else strategy(module, (name, inside[0]))
        return None if one is None else st.lists(one, max_size=4).map(tuple)
    return None


def parameters(function: Callable[..., Any]) -> dict[Key, bool]:
    """The parameters of a function, and whether they may be left out."""
    hints = typing.get_type_hints(inspect.unwrap(function))
    given_by = inspect.signature(function).parameters.values()
    return {(p.name, hints[p.name]): p.default is not p.empty for p in given_by}


def feeders() -> Iterator[tuple[str, dict[str, dict[Key, bool]], set[Key]]]:
    """Per module the functions that can be fed, with what they take of all that is made for that module."""
    for module, names in itertools.groupby(FUNCTIONS, key=lambda name: name.rpartition(".")[0]):
        takes, makes = {}, set()
        for name in names:
            wanted = parameters(FUNCTIONS[name])
            made = {key for key in wanted if strategy(module, key) is not None}
            if all(key in made or optional for key, optional in wanted.items()) and made:
                takes[name] = {key: wanted[key] for key in made}
                makes |= made
        if takes:
            yield module, takes, makes


FEEDERS = {module: (takes, makes) for module, takes, makes in feeders()}


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")  # that what failed is long to print
@pytest.mark.parametrize("module", FEEDERS)
def test_whatever_is_read_ends_in_an_answer_or_a_parse_error(module: str) -> None:
    takes, makes = FEEDERS[module]
    made = {key: strategy(module, key) for key in sorted(makes, key=str)}

    many = 15 if any(kind is Snapshot for _, kind in makes) else 50

    @settings(max_examples=many, derandomize=True, database=None, phases=[Phase.generate])
    @given(st.fixed_dictionaries(made))
    def holds(values: dict[Key, Any]) -> None:
        for name, keys in takes.items():
            arguments = {key[0]: values[key] for key in keys}
            if name in ASKED and not ASKED[name](arguments["path"]):
                continue
            lines = [number_of_lines(value, module) for value in texts_in(arguments)]
            try:
                result = call(FUNCTIONS[name], arguments)
                told = list(lines_in(result, name))
            except ParseError as error:
                told = [] if error.line is None else [error.line]
            if lines:
                assert all(1 <= line <= lines[0] for line in told), (name, told, lines)

    holds()


def call(function: Callable[..., Any], arguments: Mapping[str, Any]) -> Any:
    """Call by name; what is kept per tree takes its one argument by place."""
    return function(*arguments.values()) if len(arguments) == 1 else function(**arguments)


def texts_in(arguments: Mapping[str, Any]) -> list[str | bytes]:
    """The text that lines are counted in, when there is one."""
    found = [value for name, value in arguments.items() if name in WHOLE and isinstance(value, str | bytes)]
    return found if len(found) == 1 else []


def number_of_lines(text: str | bytes, module: str) -> int:
    """How many lines a text has: the parser of YAML has an opinion of its own about that."""
    if isinstance(text, bytes):
        return text.count(b"\n") + 1
    reads_yaml = hasattr(importlib.import_module(f"ospo.formats.{module}"), "yaml")
    return len(re.split("\r\n|[\n\r\x85\u2028\u2029]" if reads_yaml else "\n", text))


def lines_in(result: Any, name: str) -> Iterator[int]:
    """Every line that a result tells; everything in it is looked at, so that what is lazy is done."""
    if isinstance(result, int) and not isinstance(result, bool):
        returned = typing.get_type_hints(inspect.unwrap(FUNCTIONS[name]))["return"]
        if returned == int | None:
            yield result
    yield from fields_named_line(result, 0)


def fields_named_line(value: Any, depth: int) -> Iterator[int]:
    """The lines in the fields of a value, down to a sensible depth."""
    if depth > 6:
        return
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            found = getattr(value, field.name)
            if field.name == "line" and isinstance(found, int):
                yield found
            yield from fields_named_line(found, depth + 1)
        for known, member in vars(type(value)).items():
            if isinstance(member, property):
                yield from fields_named_line(getattr(value, known), depth + 1)
    elif isinstance(value, Mapping):
        yield from fields_named_line([*value.keys(), *value.values()], depth)
    elif isinstance(value, Iterable) and not isinstance(value, str | bytes):
        for item in itertools.islice(value, 2000):
            yield from fields_named_line(item, depth + 1)
    elif isinstance(value, ParseError | Exception):
        str(value)


def test_no_function_that_reads_is_forgotten() -> None:
    fed = {name for takes, _ in FEEDERS.values() for name in takes}
    left = {}
    for name in FUNCTIONS.keys() - fed:
        kinds = {str(kind) for (_, kind), optional in parameters(FUNCTIONS[name]).items() if not optional}
        if kinds and not any(made in kind for kind in kinds for made in MADE_HERE):
            left[name] = kinds

    assert left == {}
    assert len(fed) > 250
    assert EXCEPTIONS.keys() <= dict(public_functions()).keys()
