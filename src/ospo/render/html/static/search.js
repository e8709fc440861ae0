// SPDX-FileCopyrightText: 2026 OSPO-NL contributors
// SPDX-License-Identifier: EUPL-1.2
// Search on the static site: reads the index that was made with the pages. Without it, the list on the page remains.
// It does what engine/relevance, asked, synonyms, spelling, narrowing and snippets do on the server, with the same numbers.
(() => {
  const list = document.getElementById("results");
  const status = document.getElementById("status");
  const typed = new URLSearchParams(location.search).get("q")?.slice(0, 200) ?? "";
  if (!list || !typed.trim()) return;

  const [ADDRESS, NAME, QUESTION, KIND, TITLE, NEAR, FACTOR, COUNTS, SORT, PHASE, AUDIENCE, LEAD] = Array(12).keys();
  const own = (found, name) => (Object.hasOwn(found, name) ? found[name] : undefined);
  const unique = (some) => [...new Set(some)];
  const fold = (word) => word.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
  const wordsOf = (text, written = (word) => word.toLowerCase()) =>
    (written(text.normalize("NFC")).replaceAll("_", " ").match(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu) ?? []).flatMap(
      (word) => (/[.'’-]/.test(word) ? [word, ...word.split(/[.'’-]/).filter((part) => part.length > 1)] : [word]),
    );

  // Narrowing: `kind:practice` among the words chooses; what is no such word of ours is just a word.
  const narrowed = (filters) => {
    const chosen = {};
    const words = typed.split(/\s+/).filter((word) => {
      const [name, value] = word.split(/:(.*)/s);
      const filter = filters.find((one) => one[0] === name);
      if (!filter || !Object.hasOwn(filter[2], value ?? "")) return word !== "";
      chosen[name] = value;
      return false;
    });
    return { words: words.join(" "), chosen };
  };
  const valuesOf = (page, name) => (name === "kind" ? [page[SORT]] : name === "phase" ? [page[PHASE]].filter(Boolean) : page[AUDIENCE]);
  const fits = (page, chosen) => Object.entries(chosen).every(([name, value]) => valuesOf(page, name).includes(value));

  // Spelling: what a word that stands on no page was meant to be.
  const distance = (one, other, most) => {
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let i = 1; i <= one.length; i += 1) {
      const last = before;
      before = row;
      row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        let found = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) found = Math.min(found, last[j - 2] + 1);
        row.push(found);
      }
      if (Math.min(...row) > most) return most + 1;
    }
    return Math.min(row.at(-1), most + 1);
  };
  const spelling = (having, compounds, forms) => {
    const letters = /^\p{L}+$/u;
    const best = (some) => some.sort((a, b) => a[0] - b[0] || b[1] - a[1] || (a[2] < b[2] ? -1 : 1))[0]?.[2];
    const nearest = (word, errors) => {
      const kept = word.length >= 8 ? 3 : 2;
      const found = [];
      for (const [term, count] of having) {
        if (Math.abs(term.length - word.length) > errors || term[0] !== word[0] || !letters.test(term)) continue;
        if (!term.startsWith(word.slice(0, kept)) && !term.endsWith(word.slice(-kept))) continue;
        const wrong = distance(word, term, errors);
        if (wrong <= errors) found.push([wrong, count, term]);
      }
      return best(found);
    };
    const begun = (word) => best([...having].filter(([term]) => term.startsWith(word)).map(([term, count]) => [0, count, term]));
    const parts = (word) => {
      const ends = [];
      for (let place = word.length - 4; place >= 4; place -= 1) {
        const [head, rest] = [word.slice(0, place), word.slice(place)];
        if (!having.has(head)) continue;
        for (const link of ["", "s", "en", "e"]) {
          if (rest.startsWith(link) && rest.length - link.length >= 4) ends.push([head, rest.slice(link.length)]);
        }
      }
      const known = ends.find(([, end]) => having.has(end));
      if (known) return known;
      const inflected = ends.find(([, end]) => own(forms, end)?.length);
      if (inflected) return [inflected[0], ...forms[inflected[1]]];
      for (const [head, end] of ends.slice(0, 8)) {
        const found = nearest(end, 1);
        if (found) return [head, found];
      }
      return [];
    };
    return (word) => {
      if (word.length < 4 || word.length > 40 || !letters.test(word)) return [];
      const found = begun(word) ?? nearest(word, word.length >= 8 ? 2 : 1);
      if (found || !compounds) return found ? [found] : [];
      const two = parts(word);
      const one = !two.length && word.endsWith("heden") ? nearest(`${word.slice(0, -5)}heid`, 2) : undefined;
      return one ? [one] : two;
    };
  };

  // The terms of each word, itself first and then its parts; how much each term counts, in eighths.
  const lookFor = (words, having, { forms, compounds, read, longest, most, eighths, synonyms }) => {
    const meant = spelling(having, compounds, forms);
    const [WHOLE, PART, BESIDES] = eighths;
    const folded = [];
    const said = [];
    let bare = true;
    for (const word of wordsOf(words).slice(0, read)) {
      const plain = fold(word);
      const terms = (own(forms, word) ?? [plain]).filter(Boolean);
      const known = terms.filter((term) => having.has(term));
      const mended = terms.length && !known.length ? meant(plain) : known;
      const apart = (mended.length ? mended : terms).map((term) => [term]);
      const found = having.has(terms[0]) ? [terms] : apart;
      const every = found.flat();
      bare &&= terms.length > 0;
      folded.push(every.length === 1 && !terms.includes(every[0]) ? every[0] : plain);
      said.push(...found);
    }
    // An abbreviation that looks like an everyday word is meant when it has a capital, or when there is nothing else.
    const capitals = wordsOf(words, (text) => text).slice(1).filter((word) => /^\p{Lu}/u.test(word));
    const abbreviated = new Set(said.length ? capitals.map((word) => word.toLowerCase()) : folded);
    const besides = [
      ...folded.flatMap((_, start) =>
        Array.from({ length: longest }, (_, size) => own(synonyms, folded.slice(start, start + size + 1).join(" ")) ?? []).flat(),
      ),
      ...folded.filter((word) => abbreviated.has(word)).flatMap((word) => own(synonyms, word.toUpperCase()) ?? []),
    ];
    const weights = new Map();
    const weighed = (word) => word.map((term, place) => [term, place ? PART : WHOLE]);
    for (const [term, weight] of said.flatMap(weighed)) weights.set(term, Math.max(weights.get(term) ?? 0, weight));
    for (const term of besides) if (!weights.has(term)) weights.set(term, BESIDES);
    const different = [...new Map(said.map((word) => [word.join(" "), word])).values()];
    return { bare, said: unique(said.flat()), words: different.map(weighed), wanted: [...weights].slice(0, most) };
  };

  const search = (words, index) => {
    const { pages, saturation } = index;
    const whole = index.eighths[0];
    const having = new Map();
    for (const page of pages) for (const name of Object.keys(page[COUNTS])) having.set(name, (having.get(name) ?? 0) + 1);
    const rarity = (name) => Math.log(1 + (pages.length - having.get(name) + 0.5) / (having.get(name) + 0.5)) ** index.rarity;
    const { bare, said, words: asked, wanted: weighed } = lookFor(words, having, index);
    const wanted = weighed.map(([name]) => name);
    const scored = (names) => {
      const scores = new Map();
      for (const [name, weight] of names.filter(([name]) => having.has(name))) {
        const rare = rarity(name);
        pages.forEach((page, number) => {
          const count = own(page[COUNTS], name);
          if (count === undefined) return;
          const adds = ((rare * count) / (count + saturation)) * page[FACTOR];
          scores.set(number, (scores.get(number) ?? 0) + (adds * weight) / whole);
        });
      }
      return scores;
    };
    let scores = scored(weighed);
    if (!scores.size) {
      const beginnings = wanted.filter((word) => word.length > 2);
      const begun = [...having.keys()].filter((name) => beginnings.some((word) => name.startsWith(word)));
      scores = scored(begun.sort().map((name) => [name, whole]));
    }
    const says = asked
      .map((word) => word.filter(([name]) => wanted.includes(name) && having.has(name)).map(([name, weight]) => [name, (weight / whole) * rarity(name)]))
      .filter((word) => word.length);
    const most = (word) => word.reduce((best, [, value]) => Math.max(best, value), 0);
    const all = says.reduce((sum, word) => sum + most(word), 0);
    const covered = (page) => {
      const part = says.reduce((sum, word) => sum + most(word.filter(([name]) => Object.hasOwn(page[COUNTS], name))), 0);
      return all ? part / all : 1;
    };
    const ordered = (some) => some.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const raised = [...scores].map(([number, score]) => {
      const title = pages[number][TITLE];
      return [number, title.length && title.every((term) => wanted.includes(term)) ? score * index.whole : score];
    });
    const first = ordered(raised).slice(0, index.found).map(([number, score]) => {
      const title = pages[number][TITLE];
      const exact = bare && title.length && title.length === said.length && title.every((term) => said.includes(term));
      return [number, score * (1 - index.cover + index.cover * covered(pages[number])) * (exact ? index.exact : 1)];
    });
    const judged = ordered(first);
    // What belongs with the pages that fit best comes forward, as far as the one that lends it most.
    const lent = new Map();
    for (const [number, score] of judged.slice(0, index.leading)) {
      const near = pages[number][NEAR];
      for (let place = 0; place < near.length; place += 2) {
        lent.set(near[place], Math.max(lent.get(near[place]) ?? 0, (score * near[place + 1]) / 100));
      }
    }
    const every = new Map(judged);
    for (const [number, gift] of lent) every.set(number, (every.get(number) ?? 0) + gift);
    const best = ordered([...every]).slice(0, index.found);
    return { found: best.filter(([, score]) => score >= index.share * best[0][1]).map(([number]) => pages[number]), wanted };
  };

  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  // Highlights: always as text, so that whatever was typed or written stays text.
  const pattern = (terms) => {
    const starts = unique(terms.filter((term) => term.length >= 3).map((term) => term.slice(0, Math.max(4, term.length - 2)))).slice(0, 30);
    const escaped = starts.map((start) => start.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    return escaped.length ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})[\\p{L}\\p{N}]*`, "giu") : undefined;
  };
  const marked = (text, wanted) => {
    const pieces = [];
    let place = 0;
    for (const found of wanted ? text.matchAll(wanted) : []) {
      pieces.push(text.slice(place, found.index), element("mark", "", found[0]));
      place = found.index + found[0].length;
    }
    return [...pieces, text.slice(place)].filter((piece) => piece !== "");
  };
  const snippet = (lead, wanted, width) => {
    const places = wanted ? [...lead.matchAll(wanted)].map((found) => found.index) : [];
    if (!places.length) return [];
    const near = (start) => places.filter((place) => start <= place && place < start + width).length;
    const best = places.reduce((one, other) => (near(other) > near(one) ? other : one));
    const start = best - 30 > 0 ? lead.slice(0, best - 30).lastIndexOf(" ") + 1 : 0;
    const space = lead.indexOf(" ", start + width);
    const end = space < 0 ? lead.length : space;
    return [...(start ? ["… "] : []), ...marked(lead.slice(start, end), wanted), ...(end < lead.length ? [" …"] : [])];
  };

  const choices = (found, { words, chosen }, filters) => {
    const room = document.getElementById("filters");
    for (const [name, title, values] of filters) {
      const others = Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== name));
      const counted = new Map();
      for (const page of found) if (fits(page, others)) for (const value of valuesOf(page, name)) counted.set(value, (counted.get(value) ?? 0) + 1);
      if (chosen[name] && !counted.has(chosen[name])) counted.set(chosen[name], 0);
      if (counted.size < 2 && !chosen[name]) continue;
      const label = element("p", "chips__label", title);
      label.id = `by-${name}`;
      const items = [...counted].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value, count]) => {
        const kept = { ...chosen, [name]: value };
        if (chosen[name] === value) delete kept[name];
        const query = [words, ...filters.filter(([one]) => kept[one]).map(([one]) => `${one}:${kept[one]}`)].join(" ");
        const link = element("a", "chip", `${values[value] ?? value} `, element("span", "chip__count", String(count)));
        link.href = `${room.dataset.search}?q=${encodeURIComponent(query)}`;
        if (chosen[name] === value) link.setAttribute("aria-current", "true");
        return element("li", "", link);
      });
      const nav = element("nav", "chips", label, element("ul", "chips__list", ...items));
      nav.setAttribute("aria-labelledby", label.id);
      room.append(nav);
    }
    room.hidden = !room.children.length;
  };

  const show = (index) => {
    const asked = narrowed(index.filters);
    document.getElementById("q").value = asked.words;
    const { found, wanted } = asked.words ? search(asked.words, index) : { found: [], wanted: [] };
    const terms = pattern(wanted);
    const shown = found.filter((page) => fits(page, asked.chosen)).slice(0, index.limit);
    choices(found, asked, index.filters);
    for (const page of shown) {
      const link = element("a", "utrecht-link utrecht-link--html-a", ...marked(page[NAME], terms));
      link.href = page[ADDRESS];
      const question = page[QUESTION] ? [" · ", ...marked(page[QUESTION], terms)] : [];
      const part = snippet(page[LEAD], terms, index.width);
      const text = part.length ? [element("p", "results__part", ...part)] : [];
      list.append(element("li", "results__item", element("h2", "utrecht-heading-4", link), element("p", "quiet", page[KIND], ...question), ...text));
    }
    list.hidden = !shown.length;
    document.getElementById("everything").hidden = Boolean(shown.length);
    status.textContent = shown.length ? list.dataset.found.replace("{n}", shown.length) : list.dataset.none;
    document.title = `${asked.words} · ${document.title}`;
  };

  // A page that was opened from disk may not fetch: there a script has brought the index along.
  const index = self.ospoIndex ? Promise.resolve(self.ospoIndex) : fetch(list.dataset.index).then((answer) => answer.json());
  index.then(show).catch(() => {
    document.getElementById("q").value = typed;
    status.textContent = list.dataset.failed;
  });
})();
