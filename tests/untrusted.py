# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""What strangers may feed us, for the tests of everything that reads it: texts, bytes, paths and repositories.

A module is fed pieces of its own format: the words that stand in its source, between signs that mean something in
many formats, and the documents of `untrusted_documents` after some edits. So a new module is fed well on its first day.
"""

import ast
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from ospo.domain.snapshot import Commit, Entry, Kind, Signature, Tag
from ospo.errors import ParseError
from ospo.formats import publiccode, yaml
from snapshots import COMMITTED, MemorySnapshot
from untrusted_documents import DOCUMENTS, FILES

SOURCE = Path(yaml.__file__).parent
SIGNS = (
    *(
        "\n",
        "\n",
        "\n\n",
        "\n  ",
        "\n- ",
        "\n# ",
        "\n    ",
        "\r\n",
        "\r",
        "\t",
        " ",
        ": ",
        ":",
        "- ",
        "* ",
        "#",
        "[",
        "]",
    ),
    *("{", "}", "(", ")", "<", ">", '"', "'", '"""', "```\n", "---\n", "~~~", "===\n", "...", "|", "|-\n", "&a ", "*a"),
    *("\\", "\\\n", "/", "//", "**", "?", "!", "@", "$", "${{", "}}", "%", "%0a", "+", "=", ",", ";", ".", "..", "../"),
    *(
        "<!--",
        "-->",
        "<a href='",
        "](",
        "![",
        "https://voorbeeld.example/x",
        "http://[",
        "://",
        "dev@voorbeeld.example",
    ),
    *(
        "1.2.3",
        "v1",
        "2026-11-01",
        "2026-13-99",
        "0",
        "-1",
        "9" * 30,
        "9" * 5000,
        "1e999",
        "0x",
        ".inf",
        "null",
        "true",
    ),
    *("\0", "\x0b", "\x0c", "\x1b[2J", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffd", "é", "İ", "ı", "ſ", "ß", "ﬁ"),
    *("٣", "²", "\U0001f600", "\ud800", "\udcff"),
)
_LONG = 1500  # times that a piece is repeated
_PIECE = re.compile(r"\w+|\s+|.", re.DOTALL)
_WORD = re.compile(r"[\w.@/-]{2,40}")
_MOMENTS = st.sampled_from([COMMITTED, datetime(1970, 1, 1, tzinfo=UTC), datetime(2286, 11, 20, tzinfo=UTC)])


@cache
def words(module: str) -> tuple[str, ...]:
    """The words in the source of a module of `ospo.formats`, whole and as the pieces of its expressions."""
    tree = ast.parse((SOURCE / f"{module.replace('.', '/')}.py").read_text("utf-8"))
    found: dict[str, None] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
            text = node.value if isinstance(node.value, str) else node.value.decode("latin-1")
            if len(text) <= 60:
                found[text] = None
            found.update(dict.fromkeys(_WORD.findall(text)))
    return tuple(word for word in found if word)


@cache
def texts(module: str) -> st.SearchStrategy[str]:
    """Any text, and those that look like what the module reads, with every kind of line end."""
    pieces = st.sampled_from((*words(module), *SIGNS)) | st.sampled_from(SIGNS)
    grown = st.lists(pieces, max_size=30).map("".join)
    spaced = st.lists(pieces, max_size=20).map(" ".join)
    lined = st.lists(st.lists(pieces, max_size=4).map(" ".join), max_size=8).map("\n".join)
    long = st.builds(lambda before, piece, after: before + piece * _LONG + after, pieces, pieces, pieces)
    deep = st.builds(lambda first, last, n: first * n + last * n, pieces, pieces, st.sampled_from([70, 1100]))
    loose = st.text(max_size=60) | st.text(st.characters(), max_size=60)
    decoded = st.binary(max_size=60).map(lambda raw: raw.decode("utf-8", "replace"))
    documents = [text for start, text in DOCUMENTS.items() if module.startswith(start)] or [FILES["README.md"]]
    made = st.one_of(grown, spaced, lined, lined, edited(documents, pieces), edited(documents, pieces), long, deep)
    ends = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
    marks = st.sampled_from(["", "", "", "", "\ufeff"])
    dressed = st.builds(lambda text, end, mark: mark + text.replace("\n", end), made, ends, marks)
    return st.one_of(dressed, dressed, dressed, loose, decoded)


def edited(documents: Sequence[str], pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A document in which some stretches were left out, doubled, or replaced."""
    cut = [_PIECE.findall(text) for text in documents]
    edit = st.tuples(st.integers(0, 10_000), st.integers(0, 3), st.lists(pieces, max_size=2), st.booleans())
    return st.builds(_edit, st.sampled_from(cut), st.lists(edit, max_size=4))


def _edit(parts: list[str], edits: list[tuple[int, int, list[str], bool]]) -> str:
    parts = list(parts)
    for place, many, new, is_double in edits:
        at = place % (len(parts) + 1)
        parts[at : at + many] = [*parts[at : at + many], *new, *parts[at : at + many]] if is_double else new
    return "".join(parts)


def contents(module: str) -> st.SearchStrategy[bytes]:
    """The same texts as bytes in several encodings, and any bytes."""
    encodings = st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-16", "utf-16-le", "latin-1"])

    def encoded(text: str, encoding: str) -> bytes:
        return text.encode(encoding, "surrogatepass" if encoding != "latin-1" else "replace")

    return st.builds(encoded, texts(module), encodings) | st.binary(max_size=80)


def paths(module: str = "tree") -> st.SearchStrategy[str]:
    """Paths of files as git gives them: usual ones, those that the module speaks of, and any that git allows."""
    known = st.sampled_from((*FILES, *(word for word in words(module) if "\0" not in word)))
    odd = st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=12)
    strange = st.builds(lambda a, b: f"{a}/{b}", known, odd) | st.lists(known | odd, min_size=2, max_size=3).map(
        "/".join
    )
    return known | known | odd | strange | known.map(lambda path: f"{path}/" * 40 + "x")


def addresses() -> st.SearchStrategy[str]:
    """Addresses of repositories, sound and not."""
    sound = st.sampled_from(
        ["https://github.com/voorbeeld/kaart", "https://gitlab.com/a/b/c", "https://git.voorbeeld.example/x/y"]
    )
    return sound | sound | texts("address")


def documents(module: str) -> st.SearchStrategy[yaml.Document]:
    """What the readers make of texts; of those that they refuse, an empty document."""
    read = publiccode.read if "insights" not in module and module != "threat_model" else _read

    def loaded(content: bytes) -> yaml.Document:
        try:
            return read(content)
        except ParseError:
            return yaml.Document({})

    return contents(module).map(loaded)


def _read(content: bytes) -> yaml.Document:
    return yaml.load(content.decode("utf-8", "replace"))


def signatures(module: str = "people") -> st.SearchStrategy[Signature]:
    """Who made a commit."""
    name = st.sampled_from(("Dev One", "dev-one", "", "renovate[bot]", *words(module)[:40])) | st.text(max_size=12)
    mail = st.sampled_from(["dev-one@voorbeeld.example", "1+dev@users.noreply.github.com", "@", ""]) | name
    return st.builds(Signature, name, mail, _MOMENTS)


def commits(module: str) -> st.SearchStrategy[Commit]:
    """A commit with a message of that kind."""
    who = signatures(module)
    parents = st.sampled_from([(), ("p" * 40,), ("p" * 40, "q" * 40)])
    return st.builds(Commit, st.just("c" * 40), parents, who, who, texts(module), st.booleans())


def tags(module: str = "versions") -> st.SearchStrategy[Tag]:
    """A tag with any name."""
    name = st.sampled_from(["v1.2.3", "release-2", "x/v2.0-rc.1"]) | texts(module).map(lambda text: text[:100])
    moments = _MOMENTS | st.none() | st.integers(0, 4000).map(lambda days: COMMITTED - timedelta(days=days))
    return st.builds(Tag, name, st.just("c" * 40), moments, st.booleans())


def entries(module: str) -> st.SearchStrategy[Entry]:
    """A path in a tree."""
    return st.builds(Entry, paths(module), st.sampled_from(Kind))


def snapshots(module: str) -> st.SearchStrategy[MemorySnapshot]:
    """A repository in which some of the known files hold what they should not."""
    kinds = st.sampled_from(["own", "own", "sound", "sound", "any"])

    def content(path: str) -> st.SearchStrategy[bytes]:
        sound = st.just(FILES.get(path, "").encode())
        own = edited([FILES.get(path, "")], st.sampled_from((*words(module), *SIGNS)))
        by_kind: dict[str, Callable[[], st.SearchStrategy[bytes]]] = {
            "own": lambda: own.map(lambda text: text.encode("utf-8", "replace")),
            "sound": lambda: sound,
            "any": lambda: contents(module),
        }
        return kinds.flatmap(lambda kind: by_kind[kind]())

    def files(names: list[str]) -> st.SearchStrategy[dict[str, bytes]]:
        return st.fixed_dictionaries({name: content(name) for name in names})

    chosen = st.lists(st.sampled_from(sorted(FILES)) | paths(module), max_size=8, unique=True).flatmap(files)
    return st.builds(
        MemorySnapshot,
        files=chosen,
        history=st.lists(commits(module), max_size=3),
        tag_list=st.lists(tags(), max_size=3),
        remotes=st.lists(addresses(), max_size=2).map(tuple),
    )
