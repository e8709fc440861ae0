# SPDX-FileCopyrightText: 2026 OSPO-NL contributors
# SPDX-License-Identifier: EUPL-1.2
"""The links by which a project says where its site, repository and downloads are go over https."""

from collections.abc import Iterator

from ospo.domain.finding import Evidence, Verdict, met, not_applicable, not_met
from ospo.domain.snapshot import Snapshot
from ospo.formats import community_files, manifest_links, plain_links, publiccode, tree
from ospo.formats.community_files import FileKind
from ospo.formats.plain_links import Found

_TEXTS = (FileKind.README, FileKind.SECURITY, FileKind.CONTRIBUTING, FileKind.SUPPORT)
_MOST_MANIFESTS = 20
_SHOWN = 5
_LONGEST = 120


def check(repository: Snapshot) -> Verdict:
    """Links to sites of others do not decide: whether those can do https, is not for this repository to say."""
    named = list(_named(repository))
    linked = [(path, found) for path, text in _texts(repository) for found in plain_links.in_text(text, path)]
    if not named and not linked:
        return not_applicable("no-links")
    domains = plain_links.own_domains(repository.remotes, [found for _, found in named])
    plain = [(path, found) for path, found in named if found.is_plain]
    plain += [
        (path, found)
        for path, found in linked
        if found.is_plain and plain_links.is_own(found, domains, repository.remotes)
    ]
    if plain:
        path, first = plain[0]
        evidence = [Evidence(path, found.line) for path, found in plain[:_SHOWN]]
        return not_met("plain", *evidence, path=path, link=first.target[:_LONGEST], count=len(plain))
    others = sum(found.is_plain for _, found in linked)
    if others:
        return met("others-plain", count=others)
    return met("https")


def _named(repository: Snapshot) -> Iterator[tuple[str, Found]]:
    found = publiccode.fetch(repository)
    if found is not None:
        yield from ((found[0], link) for link in manifest_links.in_publiccode(publiccode.read(found[1])))
    manifests = [path for path in tree.paths(repository.entries()) if manifest_links.is_manifest(path)]
    for path, content in repository.read_all(manifests[:_MOST_MANIFESTS]):
        if isinstance(content, bytes):
            text = community_files.decode(content)
            yield from ((path, link) for link in manifest_links.in_manifest(path, text))


def _texts(repository: Snapshot) -> Iterator[tuple[str, str]]:
    for kind in _TEXTS:
        for entry in community_files.locate(repository.entries(), kind):
            yield entry.path, community_files.text(repository, entry)
