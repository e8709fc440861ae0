# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""How well the search answers the judged questions: nDCG@10 of ours, of pagefind, and of PostgreSQL.

Usage: ./dev bench judged

All three get the same documents, the words by which readers look for a page too. pagefind gets each document as a page
of its own in the language of the question, and is asked in Chromium; PostgreSQL has the text search configuration
`dutch` or `english`, title and question weighing more, any of the words enough, and the better of its two rankings.
The questions and what we found relevant stand in tests/corpus/questions/; only the tuning half is to be tuned on.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from bench.measure import python_tool
from ospo.app import App
from ospo.domain.language import Language
from ospo.domain.site import Document
from ospo.engine import documents, synonyms
from ospo.settings import Settings
from ospo.store.search import SearchIndex

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
POSTGRES = Path("/usr/lib/postgresql/15/bin")
CHROMIUM = "/usr/bin/chromium"
PAGEFIND = "pagefind[extended]==1.5.2"
Documents = dict[Language, list[Document]]
Find = Callable[[str, Language], list[str]]


def main(arguments: list[str]) -> None:
    """Ask each of the three every question, and print how well they did."""
    from judged_questions import HALVES, ndcg, questions  # type: ignore[import-not-found] # the tests are no package

    app = App(Settings.read({}))
    found = {n: documents.of(app.library, app.catalogue, app.observations, n) for n in Language}
    asked = {half: questions(half) for half in HALVES}
    print(f"{'nDCG@10':<34}" + "".join(f"{name:>9}" for name in (*HALVES, "nl", "en", "all")))
    for name, make in (("ours", _ours), ("pagefind 1.5.2", _pagefind), ("PostgreSQL", _postgres)):
        for kind, find in make(app, found).items():
            scores = {h: [(q.language, ndcg(q, find(q.ask, q.language))) for q in some] for h, some in asked.items()}
            every = [score for some in scores.values() for score in some]
            columns = [[s for _, s in some] for some in scores.values()]
            columns += [[s for n, s in every if n is language] for language in Language]
            columns.append([s for _, s in every])
            figures = "".join(f"{sum(some) / len(some):>9.3f}" for some in columns)
            print(f"{(name + kind):<34}{figures}", flush=True)


def _ours(app: App, found: Documents) -> dict[str, Find]:
    tables = {language: synonyms.table(app.library, language) for language in Language}
    index = SearchIndex((d for some in found.values() for d in some), tables)
    return {"": lambda query, language: [documents.name(d.route) for d in index.find(query, language)]}


def _pagefind(app: App, found: Documents) -> dict[str, Find]:
    """pagefind over a page for each document, asked as a site does it."""
    from playwright.sync_api import sync_playwright

    folder = Path(tempfile.mkdtemp(prefix="ospo-pagefind-"))
    for language, some in found.items():
        for number, document in enumerate(some):
            place = folder / language / str(number)
            place.mkdir(parents=True)
            (place / "index.html").write_text(_page(document), "utf-8")
    program = python_tool(PAGEFIND, "python")
    subprocess.run([program, "-m", "pagefind", "--site", folder], check=True, stdout=subprocess.DEVNULL)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    playwright = sync_playwright().start()
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    pages = {}
    for language in Language:
        pages[language] = browser.new_page()
        pages[language].goto(f"http://127.0.0.1:{server.server_address[1]}/{language}/0/")

    def find(query: str, language: Language) -> list[str]:
        script = """async (query) => {
          const pagefind = await import('/pagefind/pagefind.js');
          const answer = await pagefind.search(query);
          return Promise.all(answer.results.slice(0, 10).map(async (one) => (await one.data()).url));
        }"""
        addresses = pages[language].evaluate(script, query)
        return [documents.name(found[language][int(a.strip("/").split("/")[1])].route) for a in addresses]

    return {"": find}


def _page(document: Document) -> str:
    words = f"{document.text} {document.mixed}"
    title, question, text, asked = map(escape, (document.title, document.question, words, document.asked))
    body = f"<h1>{title}</h1><h2>{question}</h2><p data-pagefind-weight='5'>{asked}</p><p>{text}</p>"
    head = f"<!doctype html><html lang='{document.route.language}'><head><meta charset='utf-8'><title>{title}</title>"
    return f"{head}</head><body><main data-pagefind-body>{body}</main></body></html>"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing of each request."""


def _postgres(app: App, found: Documents) -> dict[str, Find]:
    """PostgreSQL in a cluster of its own, which is thrown away."""
    import psycopg

    folder = Path(tempfile.mkdtemp(prefix="ospo-pg-"))
    user = "postgres" if os.getuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    run = partial(subprocess.run, check=True, stdout=subprocess.DEVNULL, user=user, cwd="/")
    data = str(folder / "data")
    run([POSTGRES / "initdb", "-D", data, "-A", "trust", "-U", "bench", "-E", "UTF8", "--locale=C.UTF-8"])
    options = f"-c listen_addresses= -c unix_socket_directories={folder}"
    run([POSTGRES / "pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start"])
    try:
        connection = psycopg.connect(f"host={folder} user=bench dbname=postgres")
        _fill(connection, found)
        answers = {rank: _asked(connection, rank, found) for rank in ("ts_rank", "ts_rank_cd")}
        connection.close()
    finally:
        run([POSTGRES / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)
    return {f" ({rank})": partial(_look_up, answers[rank]) for rank in answers}


def _look_up(answers: dict[tuple[str, Language], list[str]], query: str, language: Language) -> list[str]:
    return answers[query, language]


def _configuration(language: Language) -> str:
    return "dutch" if language is Language.NL else "english"


def _fill(connection: Any, found: Documents) -> None:
    connection.execute("CREATE TABLE page (language text, number int, words tsvector)")
    sql = """INSERT INTO page VALUES (%s, %s, setweight(to_tsvector(%s::regconfig, %s), 'A') ||
        setweight(to_tsvector(%s::regconfig, %s), 'B') || to_tsvector(%s::regconfig, %s))"""
    for language, some in found.items():
        name = _configuration(language)
        for number, d in enumerate(some):
            row = (str(language), number, name, d.title, name, f"{d.question} {d.asked}", name, f"{d.text} {d.mixed}")
            connection.execute(sql, row)


def _asked(connection: Any, rank: str, found: Documents) -> dict[tuple[str, Language], list[str]]:
    from judged_questions import HALVES, questions

    sql = f"""SELECT number FROM page, (SELECT replace(plainto_tsquery(%s::regconfig, %s)::text, '&', '|')::tsquery q) a
        WHERE language = %s AND words @@ q ORDER BY {rank}(words, q, 1) DESC, number LIMIT 10"""  # noqa: S608
    asked: Sequence[Any] = [q for half in HALVES for q in questions(half)]
    return {
        (q.ask, q.language): [
            documents.name(found[q.language][n].route)
            for (n,) in connection.execute(sql, (_configuration(q.language), q.ask, str(q.language)))
        ]
        for q in asked
    }
