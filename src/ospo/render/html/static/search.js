// SPDX-FileCopyrightText: 2026 OSPO-NL contributors
// SPDX-License-Identifier: EUPL-1.2
// Search on the static site: reads the index that was made with the pages. Without it, the list on the page remains.
(() => {
  const list = document.getElementById("results");
  const status = document.getElementById("status");
  const query = new URLSearchParams(location.search).get("q")?.slice(0, 200) ?? "";
  if (!list || !query.trim()) return;
  document.getElementById("q").value = query;

  const fold = (word) => word.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");

  const wordsOf = (text) =>
    (text.normalize("NFC").toLowerCase().replaceAll("_", " ").match(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu) ?? []).flatMap(
      (word) => (/[.'’-]/.test(word) ? [word, ...word.split(/[.'’-]/).filter((part) => part.length > 1)] : [word]),
    );

  const search = ({ limit, share, whole, saturation, least, pages, terms, forms }) => {
    const wanted = [...new Set(wordsOf(query).flatMap((word) => forms[word] ?? [fold(word)]))].slice(0, 20);
    const scored = (names) => {
      const scores = new Map();
      for (const name of names) {
        const found = terms[name] ?? [];
        const rarity = Math.max(Math.log((pages.length - found.length + 0.5) / (found.length + 0.5)), least);
        for (const [page, count] of found) {
          const [room, factor] = pages[page].slice(5);
          const weight = ((rarity * count * (saturation + 1)) / (count + room)) * factor;
          scores.set(page, (scores.get(page) ?? 0) + weight);
        }
      }
      return scores;
    };
    let scores = scored(wanted);
    if (!scores.size) {
      const beginnings = wanted.filter((word) => word.length > 2);
      scores = scored(Object.keys(terms).filter((name) => beginnings.some((word) => name.startsWith(word))));
    }
    for (const [page, score] of scores) {
      const title = pages[page][4];
      if (title.length && title.every((term) => wanted.includes(term))) scores.set(page, score * whole);
    }
    const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit);
    return best.filter(([, score]) => score >= share * best[0][1]).map(([page]) => pages[page]);
  };

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    made.className = className;
    made.append(...content);
    return made;
  };

  const show = (found) => {
    for (const [href, title, question, kind] of found) {
      const link = element("a", "utrecht-link utrecht-link--html-a", title);
      link.href = href;
      const text = element("p", "quiet", question ? `${kind} · ${question}` : kind);
      list.append(element("li", "results__item", element("h2", "utrecht-heading-4", link), text));
    }
    list.hidden = !found.length;
    document.getElementById("everything").hidden = Boolean(found.length);
    status.textContent = found.length ? list.dataset.found.replace("{n}", found.length) : list.dataset.none;
    document.title = `${query} · ${document.title}`;
  };

  fetch(list.dataset.index)
    .then((answer) => answer.json())
    .then((index) => show(search(index)))
    .catch(() => {
      status.textContent = list.dataset.failed;
    });
})();
