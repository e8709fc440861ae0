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

  const search = ({ limit, share, whole, saturation, length, least, pages, forms, most, read, longest, synonyms }) => {
    const [TITLE, LENGTH, FACTOR, COUNTS] = [4, 5, 6, 7];
    const own = (found, name) => (Object.hasOwn(found, name) ? found[name] : undefined);
    const average = pages.reduce((sum, page) => sum + page[LENGTH], 0) / pages.length || 1;
    const asked = wordsOf(query);
    const folded = asked.slice(0, read).map(fold);
    const named = (start, size) => own(synonyms, folded.slice(start, start + size).join(" ")) ?? [];
    const sizes = Array.from({ length: longest }, (_, size) => size + 1);
    const besides = folded.flatMap((_, start) => sizes.flatMap((size) => named(start, size)));
    const terms = asked.flatMap((word) => own(forms, word) ?? [fold(word)]);
    const wanted = [...new Set([...terms, ...besides])].slice(0, most);
    const scored = (names) => {
      const scores = new Map();
      for (const name of names) {
        const found = [...pages.keys()].filter((page) => Object.hasOwn(pages[page][COUNTS], name));
        const rarity = Math.max(Math.log((pages.length - found.length + 0.5) / (found.length + 0.5)), least);
        for (const page of found) {
          const count = pages[page][COUNTS][name];
          const room = saturation * (1 - length + (length * pages[page][LENGTH]) / average);
          const weight = ((rarity * count * (saturation + 1)) / (count + room)) * pages[page][FACTOR];
          scores.set(page, (scores.get(page) ?? 0) + weight);
        }
      }
      return scores;
    };
    let scores = scored(wanted);
    if (!scores.size) {
      const beginnings = wanted.filter((word) => word.length > 2);
      const every = new Set(pages.flatMap((page) => Object.keys(page[COUNTS])));
      scores = scored([...every].filter((name) => beginnings.some((word) => name.startsWith(word))));
    }
    for (const [page, score] of scores) {
      const title = pages[page][TITLE];
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
