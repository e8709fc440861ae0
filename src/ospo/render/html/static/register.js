// SPDX-FileCopyrightText: 2026 OSPO-NL contributors
// SPDX-License-Identifier: EUPL-1.2
// Narrows a list while somebody types, where no server answers. Without JavaScript the whole list stays.
"use strict";
(() => {
  const form = document.querySelector("[data-find]");
  const list = document.querySelector("[data-list]");
  if (!form || !list) return;
  const field = form.querySelector("input");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const items = [...list.children].map((item) => [item, plain(`${item.textContent} ${item.dataset.key || ""}`)]);
  const head = document.querySelector("[data-found]");
  const narrow = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [item, text] of items) {
      item.hidden = !words.every((word) => text.includes(word));
      shown += !item.hidden;
    }
    if (head) head.textContent = head.dataset.found.replace("%", shown);
  };
  const asked = new URLSearchParams(location.search).get("q");
  if (asked && !field.value) {
    field.value = asked.slice(0, 200);
    narrow();
  }
  field.addEventListener("input", narrow);
})();
