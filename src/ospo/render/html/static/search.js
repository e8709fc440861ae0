// SPDX-FileCopyrightText: 2026 OSPO-NL contributors
// SPDX-License-Identifier: EUPL-1.2
// Search on the static site: reads the index that was made with the pages. Without it, the list on the page remains.
(() => {
  const box = document.getElementById("results");
  const field = document.getElementById("q");
  const query = new URLSearchParams(location.search).get("q")?.slice(0, 200) ?? "";
  if (!box?.dataset.index || !query.trim()) return;
  field.value = query;

  const wordsOf = (text) => text.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu) ?? [];

  const search = ({ pages, terms, forms }) => {
    const names = Object.keys(terms);
    const scores = new Map();
    for (const word of wordsOf(query)) {
      const lemma = forms[word] ?? word;
      let found = terms[lemma] ?? terms[word];
      let share = 1;
      if (!found && word.length > 3) {
        share = 0.4;
        found = names.filter((name) => name.startsWith(word)).flatMap((name) => terms[name]);
      }
      for (const [page, weight] of found ?? []) scores.set(page, (scores.get(page) ?? 0) + weight * share);
    }
    return [...scores].sort((a, b) => b[1] - a[1]).slice(0, 20).map(([page]) => pages[page]);
  };

  const show = (found) => {
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    status.textContent = found.length ? box.dataset.found.replace("{n}", found.length) : box.dataset.none;
    const list = document.createElement("ol");
    list.className = "results";
    for (const [href, title, question] of found) {
      const item = document.createElement("li");
      item.className = "results__item";
      const heading = document.createElement("h2");
      heading.className = "utrecht-heading-4";
      const link = document.createElement("a");
      link.className = "utrecht-link utrecht-link--html-a";
      link.href = href;
      link.textContent = title;
      heading.append(link);
      const text = document.createElement("p");
      text.className = "quiet";
      text.textContent = question;
      item.append(heading, text);
      list.append(item);
    }
    box.replaceChildren(status, list);
  };

  fetch(box.dataset.index).then((answer) => answer.json()).then((index) => show(search(index)));
})();
