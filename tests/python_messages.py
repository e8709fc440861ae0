# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finds the messages in our Python: a message may be a constant, a table, one of two branches, or passed on."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]

# Which argument of a call is a message.
SPEAKING = {"say": 0, "_say": 0, "tell": 0, "hint": 0}
# The same for classes, when they come from the module named.
CLASSES = {
    "ospo.errors": {
        "OspoError": 0,
        "UserError": 0,
        "NotARepository": 0,
        "ParseError": 0,
        "SettingsError": 0,
        "UnknownId": 0,
        "SourceError": 0,
        "Problem": 2,
    },
    "ospo.app.tasks": {"Failure": 0},
    "ospo.domain.crawl": {"Refused": 0, "Trouble": 1},
    "ospo.knowledge.validation": {"Fault": 1},
    "ospo.store.jobs": {"LeaseLost": 0},
}
# The same for methods of a class from the module named, whoever holds one; they may give values of their own.
METHODS = {"ospo.render.html.views.trust_words": {"part": 0, "between": 0}}
# Tables that hold signs or codes, and no words.
SIGNS = {"MARKS", "VIEWS", "_COLOURS", "_BLACK_AND_WHITE"}
# Arguments by name that hold a message, in the command line.
NAMED = ("help", "metavar", "subcommand_metavar")


@dataclass(frozen=True)
class Message:
    """A message, and where it stands; `values` are the names that the call gives its braces, when that can be read."""

    text: str
    place: str
    values: frozenset[str] | None = None

    @property
    def braces(self) -> frozenset[str]:
        """The names between braces."""
        return braces(self.text)


@dataclass
class Found:
    """What a reading gave: messages, and the expressions that could not be followed to a literal text."""

    messages: list[Message] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)


def braces(text: str) -> frozenset[str]:
    """The names between braces, and those of %-formatting (which Click uses)."""
    return frozenset(first or second for first, second in re.findall(r"\{(\w+)(?:![rs])?\}|%\((\w+)\)s", text))


def in_python(path: Path) -> Found:
    """Every message in one module."""
    reader = Reader(ast.parse(path.read_text("utf-8")), path.relative_to(ROOT).as_posix())
    reader.read()
    return reader.found


class Reader:
    """Reads one module."""

    def __init__(self, tree: ast.Module, name: str) -> None:
        self.found = Found()
        self._tree = tree
        self._name = name
        self._constants = {**_imported(tree), **_assignments(tree.body)}
        self._calls = dict(SPEAKING)
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                known = CLASSES.get(node.module or "", {})
                self._calls |= {alias.name: known[alias.name] for alias in node.names if alias.name in known}
            elif isinstance(node, ast.ClassDef):
                module = name.removeprefix("src/").removesuffix(".py").replace("/", ".")
                self._calls |= {k: v for k, v in CLASSES.get(module, {}).items() if k == node.name}

        self._known = frozenset(self._calls) - {"Fault"}
        for node in tree.body:
            self._calls |= METHODS.get(node.module or "", {}) if isinstance(node, ast.ImportFrom) else {}

    def read(self) -> None:
        # A function that passes its own argument on as a message makes every call of it a place with a message.
        known = 0
        while known != len(self._calls):
            known = len(self._calls)
            for function in _functions(self._tree):
                for call in _own_calls(function):
                    self._learn(function, call)
        for scope in (self._tree, *_functions(self._tree)):
            for call in _own_calls(scope):
                self._call(scope, call)

    def _learn(self, function: ast.FunctionDef | ast.Lambda, call: ast.Call) -> None:
        argument = self._message_of(call)
        if isinstance(function, ast.FunctionDef) and isinstance(argument, ast.Name):
            parameters = [a.arg for a in (*function.args.posonlyargs, *function.args.args) if a.arg != "self"]
            if argument.id in parameters and argument.id not in _assignments(function.body):
                self._calls.setdefault(function.name, parameters.index(argument.id))

    def _message_of(self, call: ast.Call) -> ast.expr | None:
        position = self._calls.get(_name_of(call))
        if position is None or len(call.args) <= position or isinstance(call.args[0], ast.Starred):
            return None
        return call.args[position]

    def _call(self, scope: ast.AST, call: ast.Call) -> None:
        place = f"{self._name}:{call.lineno}"
        argument = self._message_of(call)
        if argument is not None:
            self._take(scope, argument, place, self._given(call, argument))
        if "/cli/" in self._name:
            for keyword in call.keywords:
                if keyword.arg in NAMED and not _is_lookup(keyword.value):
                    self._take(scope, keyword.value, place, None)
                elif keyword.arg == "examples" and isinstance(keyword.value, ast.List):
                    for line in keyword.value.elts:
                        assert isinstance(line, ast.Tuple)
                        self._take(scope, line.elts[1], place, None)

    def _given(self, call: ast.Call, argument: ast.expr) -> frozenset[str] | None:
        """The names of the values that a call gives to the message it writes out; None when that cannot be read."""
        name = _name_of(call)
        if not _is_text(argument) or name not in self._known or any(keyword.arg is None for keyword in call.keywords):
            return None
        if name == "Problem":
            values = call.args[3] if len(call.args) > 3 else ast.Dict([], [])
            if not isinstance(values, ast.Dict):
                return None
            return frozenset(key.value for key in values.keys if isinstance(key, ast.Constant))
        return frozenset(str(keyword.arg) for keyword in call.keywords)

    def _take(self, scope: ast.AST, argument: ast.expr, place: str, values: frozenset[str] | None) -> None:
        texts = self._texts(scope, argument)
        if texts is None:
            self.found.unclear.append(f"{self._name}: {ast.unparse(argument)}")
        for paragraph in (paragraph for text in texts or () for paragraph in text.split("\n\n")):
            if paragraph:
                self.found.messages.append(Message(paragraph, place, values))

    def _texts(self, scope: ast.AST, node: ast.expr) -> list[str] | None:
        """The texts that an expression can have; None when that cannot be read."""
        match node:
            case ast.Constant(value=str(text)):
                return [text]
            case ast.IfExp():
                return self._all(scope, [node.body, node.orelse])
            case ast.BoolOp():
                return self._all(scope, node.values)
            case ast.BinOp(op=ast.Add()):
                left, right = self._texts(scope, node.left), self._texts(scope, node.right)
                return None if left is None or right is None else [a + b for a in left for b in right]
            case ast.Name():
                return self._named(scope, node.id)
            case ast.Subscript(value=ast.Name(id=name)):
                return self._named(None, name)
            case ast.Dict():
                return self._all(scope, node.values)
            case ast.Call(func=ast.Name(id=name)):
                return self._returned(name)
            case ast.Tuple() | ast.List():
                return self._all(scope, node.elts)
        return None

    def _named(self, scope: ast.AST | None, name: str) -> list[str] | None:
        if isinstance(scope, ast.FunctionDef):
            parameters = [a.arg for a in (*scope.args.posonlyargs, *scope.args.args)]
            own = _assignments(scope.body)
            if name in own:
                return self._all(scope, own[name])
            if name in parameters and scope.name in self._calls:
                return []  # every call of this function is read instead
        walked = self._walked(scope, name)
        if walked is not None:
            return walked
        return self._all(self._tree, self._constants[name]) if name in self._constants else None

    def _walked(self, scope: ast.AST | None, name: str) -> list[str] | None:
        """The texts in the table that a loop walks, when the name is one of its variables."""
        for loop in ast.walk(scope) if scope is not None else ():
            if isinstance(loop, ast.For | ast.comprehension):
                table = _table(loop.iter)
                names = {node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)}
                if name in names and isinstance(table, ast.Name) and table.id in self._constants:
                    return self._all(self._tree, self._constants[table.id])
        return None

    def _returned(self, name: str) -> list[str] | None:
        """The texts that a function of this module can give."""
        functions = [function for function in _functions(self._tree) if function.name == name]
        given = [(f, r.value) for f in functions for r in _own(f) if isinstance(r, ast.Return) and r.value is not None]
        found = [self._texts(function, value) for function, value in given]
        return None if not given or None in found else [text for texts in found for text in texts or ()]

    def _all(self, scope: ast.AST, nodes: list[ast.expr]) -> list[str] | None:
        texts: list[str] = []
        for node in nodes:
            found = self._texts(scope, node)
            if found is None:
                return None
            texts += found
        return texts


def tables(path: Path) -> Iterator[Message]:
    """The texts of every table of words: a constant that maps to texts, or a mapping from members of an enum."""
    place = path.relative_to(ROOT).as_posix()
    tree = ast.parse(path.read_text("utf-8"))
    signs = [node for name, values in _assignments(tree.body).items() if name in SIGNS for node in values]
    words = [node for name, values in _assignments(tree.body).items() if name[0].isupper() for node in values]
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict) and node.values and all(map(_is_text, node.values)) and node not in signs:
            of_an_enum = all(isinstance(key, ast.Attribute) for key in node.keys)
            if of_an_enum or node in words:
                yield from (Message(ast.literal_eval(value), f"{place}:{node.lineno}") for value in node.values)


def _imported(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """The constants that a module takes from another of ours."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("ospo."):
            names = [alias.name for alias in node.names if alias.name.isupper()]
            path = ROOT / "src" / f"{(node.module or '').replace('.', '/')}.py"
            if names and path.is_file():
                theirs = _assignments(ast.parse(path.read_text("utf-8")).body)
                found |= {name: theirs[name] for name in names if name in theirs}
    return found


def _table(walked: ast.expr) -> ast.expr:
    """What a loop walks: the table itself, also when it asks for its items or values."""
    if isinstance(walked, ast.Call) and isinstance(walked.func, ast.Attribute) and not walked.args:
        return walked.func.value
    return walked


def _name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _is_lookup(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute | ast.Call)


def _assignments(body: list[ast.stmt]) -> Mapping[str, list[ast.expr]]:
    """What is assigned to each name, in these statements and in the blocks below them (not in functions)."""
    found: dict[str, list[ast.expr]] = {}
    for statement in body:
        for node in _own(statement):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name):
                        found.setdefault(target.id, []).append(node.value)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
                found.setdefault(node.target.id, []).append(node.value)
    return found


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """A node and everything below it, but not what belongs to a function inside it."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef):
            yield from _own(child)


def _own_calls(scope: ast.AST) -> Iterator[ast.Call]:
    """The calls in a function or module, its decorators included, those of functions inside it left out."""
    for node in _own(scope):
        if isinstance(node, ast.Call):
            yield node
