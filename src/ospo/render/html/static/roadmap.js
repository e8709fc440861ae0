// SPDX-FileCopyrightText: 2026 OSPO-NL contributors
// SPDX-License-Identifier: EUPL-1.2
// Progress on the roadmap: kept in the reader's own browser, saved to a file and read from one. Nothing is sent.
(() => {
  const KEY = "ospo-nl-roadmap";
  const LARGEST = 100_000; // bytes of a file with progress
  const STEP = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const words = document.getElementById("progress").dataset;
  const tally = document.getElementById("tally");
  const boxes = [...document.querySelectorAll("input[data-step]")];
  // A step with what it was called before, under which a reader may have ticked it.
  const names = (box) => [box.dataset.step, ...(box.dataset.was?.split(" ") ?? [])];

  // The steps that are done, each with its day; whatever else is in it is left out.
  const progress = (held) => {
    if (held?.[KEY] !== 1 || typeof held.done !== "object" || held.done === null) return null;
    const done = Object.entries(held.done).filter(([step, day]) => STEP.test(step) && DAY.test(day));
    return new Map(done);
  };

  const parsed = (text) => {
    try {
      return progress(JSON.parse(text));
    } catch {
      return null;
    }
  };

  const written = () => JSON.stringify({ [KEY]: 1, done: Object.fromEntries(done) }, null, 2);

  const recalled = () => {
    try {
      return parsed(localStorage.getItem(KEY));
    } catch {
      return null; // a browser that keeps nothing for pages
    }
  };

  const told = (text, values) => text.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap);

  const show = () => {
    for (const box of boxes) box.checked = names(box).some((name) => done.has(name));
    tally.textContent = told(words.done, { n: boxes.filter((box) => box.checked).length, total: boxes.length });
  };

  const keep = () => {
    show();
    try {
      localStorage.setItem(KEY, written());
    } catch {
      tally.textContent = words.full;
    }
  };

  let done = recalled() ?? new Map();
  show();
  for (const box of boxes) {
    box.addEventListener("change", () => {
      if (box.checked) done.set(box.dataset.step, new Date().toISOString().slice(0, 10));
      else for (const name of names(box)) done.delete(name);
      keep();
    });
  }

  const button = (id, act) => {
    const found = document.getElementById(id);
    found.hidden = false;
    found.addEventListener("click", act);
  };
  const file = document.getElementById("file");
  button("save", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([written()], { type: "application/json" }));
    link.download = `${KEY}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  button("open", () => file.click());
  button("print", () => print());
  file.addEventListener("change", async () => {
    const given = file.files[0];
    const read = given && given.size <= LARGEST ? parsed(await given.text()) : null;
    file.value = "";
    if (!read) {
      tally.textContent = words.wrong;
      return;
    }
    done = read;
    keep();
    tally.textContent = told(words.read, { n: done.size });
  });
  document.getElementById("kept").hidden = false;
  addEventListener("storage", (event) => {
    if (event.key !== KEY) return;
    done = recalled() ?? new Map();
    show();
  });
})();
