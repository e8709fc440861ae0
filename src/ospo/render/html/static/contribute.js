// SPDX-FileCopyrightText: 2026 OSPO-NL contributors
// SPDX-License-Identifier: EUPL-1.2
// A contribution made in the reader's own browser, as ospo.engine.contributing makes it: nothing is kept or sent.
(() => {
  const CONTEXT = 3;
  const LARGEST = 40_000; // pairs of lines that are compared
  const GAP = "INVULLEN";
  const UNSTAMPED = "000000000000";

  const lines = (text) => {
    const parts = text.split("\n");
    const last = parts.pop();
    return [...parts.map((part) => `${part}\n`), ...(last ? [last] : [])];
  };

  const middle = (old, now) => {
    if (old.length * now.length > LARGEST) return [...old.map((l) => ["-", l]), ...now.map((l) => ["+", l])];
    const shared = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
    for (let i = old.length - 1; i >= 0; i--)
      for (let j = now.length - 1; j >= 0; j--)
        shared[i][j] = old[i] === now[j] ? shared[i + 1][j + 1] + 1 : Math.max(shared[i + 1][j], shared[i][j + 1]);
    const found = [];
    let i = 0;
    let j = 0;
    while (i < old.length || j < now.length) {
      if (i < old.length && j < now.length && old[i] === now[j]) {
        found.push([" ", old[i++]]);
        j++;
      } else if (j === now.length || (i < old.length && shared[i + 1][j] >= shared[i][j + 1])) {
        found.push(["-", old[i++]]);
      } else found.push(["+", now[j++]]);
    }
    return found;
  };

  const edits = (old, now) => {
    const most = Math.min(old.length, now.length);
    let start = 0;
    while (start < most && old[start] === now[start]) start++;
    let end = 0;
    while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end++;
    const keep = (line) => [" ", line];
    return [
      ...old.slice(0, start).map(keep),
      ...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
      ...old.slice(old.length - end).map(keep),
    ];
  };

  const hunk = (all, start, end, first) => {
    const chosen = all.slice(start, end);
    const count = (list, not) => list.filter(([sign]) => sign !== not).length;
    const [old, now] = [count(chosen, "+"), count(chosen, "-")];
    const [oldLine, newLine] = [first + count(all.slice(0, start), "+"), first + count(all.slice(0, start), "-")];
    const ended = (line) => (line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`);
    const head = `@@ -${old ? oldLine : oldLine - 1},${old} +${now ? newLine : newLine - 1},${now} @@\n`;
    return head + chosen.map(([sign, line]) => sign + ended(line)).join("");
  };

  const diff = (path, before, after, first = 1) => {
    if (before === after) return "";
    const all = edits(lines(before), lines(after));
    const changed = all.flatMap(([sign], number) => (sign === " " ? [] : [number]));
    let made = `diff --git a/${path} b/${path}\n`;
    made += before ? `--- a/${path}\n` : "new file mode 100644\n--- /dev/null\n";
    made += `+++ b/${path}\n`;
    for (let number = 0; number < changed.length; number++) {
      const start = Math.max(changed[number] - CONTEXT, 0);
      while (number + 1 < changed.length && changed[number + 1] - changed[number] <= 2 * CONTEXT) number++;
      made += hunk(all, start, changed[number] + CONTEXT + 1, first);
    }
    return made;
  };

  const filled = (skeleton, values) => {
    const PLACE = /\{\{(\??)("?)([a-z0-9-]+)"?\}\}/g;
    const isLeftOut = (line) => [...line.matchAll(PLACE)].some(([, optional, , name]) => optional && !values[name]);
    const answer = (_, optional, quoted, name) => {
      const text = values[name] || GAP;
      if (/^brief-(nl|en)$/.test(name)) {
        const found = text.split("\n").map((part) => part.trim()).filter(Boolean);
        const bullets = values[name] ? found : [GAP, GAP, GAP];
        return bullets.map((part) => `- ${part.replace(/^- /, "")}`).join("\n");
      }
      return quoted ? JSON.stringify(text) : text;
    };
    return skeleton.split("\n").filter((line) => !isLeftOut(line)).map((line) => line.replace(PLACE, answer)).join("\n");
  };

  // The fingerprint of a Dutch text, for the translation beside it; where the browser cannot, an editor stamps it.
  const stamp = async (words) => {
    if (!globalThis.crypto?.subtle) return UNSTAMPED;
    const plain = words.split(/\s+/).filter(Boolean).join(" ");
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(plain));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 12);
  };

  const newFiles = async (data, answers, today) => {
    const known = Object.fromEntries(Object.entries(answers).filter(([, text]) => text));
    if (known["place-nl"]) known["place-en"] ||= known["place-nl"];
    const later = new Date(`${today}T00:00:00Z`);
    later.setUTCDate(later.getUTCDate() + 365);
    const day = { today, later: later.toISOString().slice(0, 10), start: today };
    const values = { ...data.first, ...day, ...known };
    const made = Object.entries(data.files).map(([path, text]) => [
      path.replaceAll("{{id}}", values.id),
      filled(text, values),
    ]);
    if (data.form === "practice") {
      const body = made[0][1].slice(made[0][1].indexOf("\n---\n") + 5);
      const mark = await stamp([values["title-nl"] || GAP, values["question-nl"] || GAP, body].join(" "));
      made[1][1] = made[1][1].replace(`original: "${UNSTAMPED}"`, `original: "${mark}"`);
    }
    return made;
  };

  const sections = (body) => {
    const found = [];
    let above = "";
    for (const part of body.split(/^(?=## )/m)) {
      if (!part.trim()) {
        above += part;
        continue;
      }
      const title = part.startsWith("## ") ? part.split("\n", 1)[0].slice(3).trim() : "";
      found.push({ title, text: above + part });
      above = "";
    }
    return found;
  };
  const core = (text) => text.replace(/^\n+|\n+$/g, "");

  const edited = (text, number, now, root) => {
    const parts = sections(text.body).map((part) => part.text);
    const old = parts[number];
    const lead = old.match(/^\n*/)[0];
    const tail = old.match(/\n*$/)[0] || "\n";
    parts[number] = lead + core(now) + tail;
    return diff(root + text.path, text.body, parts.join(""), text.line);
  };

  const cleaned = (data, form) => {
    const found = {};
    for (const [name, kind] of data.questions) {
      const field = form.elements[name];
      let text = kind === "yes" ? (field.checked ? "true" : "") : field.value;
      text = text.replace(/\r\n?/g, "\n").replace(/[^\P{C}\n]|[\u2028\u2029]|(?! )\p{Zs}/gu, "");
      found[name] = kind === "text" ? text.trimEnd() : text.split(/\s+/).filter(Boolean).join(" ");
    }
    return found;
  };

  const issue = (data, language, about, shown, change) => {
    const say = data.labels[language];
    const text = [`# ${say[data.form]}`, "", ...about.map(([name, value]) => `- ${say[name]}: \`${value}\``)];
    if (about.length) text.push("");
    for (const [name, value] of shown) {
      text.push(`**${say[name]}**`, "", ...value.split("\n").map((line) => `> ${line}`.trimEnd()), "");
    }
    if (change) {
      const fence = "`".repeat(Math.max(3, ...(change.match(/`+/g) ?? []).map((run) => run.length + 1)));
      text.push(say.change, "", `${fence}diff`, change.replace(/\n+$/, ""), fence, "");
    }
    return `${[...text, say.terms].join("\n")}\n`;
  };

  const proposal = async (data, answers, about, text, section, today) => {
    let change = "";
    const isEdit = ["improve", "translation"].includes(data.form);
    if (isEdit) change = edited(text, section, answers.text, data.root);
    else if (data.form !== "report") {
      for (const [path, content] of await newFiles(data, answers, today)) change += diff(data.root + path, "", content);
    }
    const told = (name) => isEdit || data.form === "report" || ["id", "source-title", "source-url"].includes(name);
    const shown = data.questions.map(([name]) => [name, answers[name]]);
    const chosen = shown.filter(([name, value]) => name !== "text" && value && told(name));
    const both = ["nl", "en"].map((language) => [language, issue(data, language, about, chosen, change)]);
    return { change, issue: Object.fromEntries(both) };
  };

  if (typeof document === "undefined") {
    globalThis.contribute = { diff, proposal, sections };
    return;
  }

  const data = JSON.parse(document.getElementById("data").textContent);
  const form = document.getElementById("form");
  const said = document.getElementById("said");
  const isEdit = ["improve", "translation"].includes(data.form);
  const here = document.documentElement.lang;
  const asked = new URLSearchParams(location.search);
  const page = [...(asked.get("page") ?? "").slice(0, 200)].filter((c) => !/[`\\\p{C}]/u.test(c)).join("");
  let text = null;

  const tell = (message) => {
    said.textContent = message;
    said.hidden = !message;
  };
  const read = async (language) => {
    const [kind, id] = page.split("/");
    const folder = { practice: "practices", page: "pages" }[kind];
    if (!folder || !/^[a-z0-9-]+$/.test(id ?? "")) throw new Error("no page of ours");
    const answer = await fetch(`${data.base}/${language}/${folder}/${id}/${data.texts}`);
    if (!answer.ok) throw new Error("not there");
    return answer.json();
  };

  const begin = async () => {
    if (!isEdit) {
      form.hidden = false;
      return;
    }
    if (!page) {
      document.getElementById("choose").hidden = false;
      return;
    }
    let dutch = null;
    try {
      text = await read(data.language);
      if (data.form === "translation") dutch = await read("nl");
    } catch {
      tell(said.dataset.failed);
      return;
    }
    document.getElementById("about").textContent = `${text.title} · ${data.root}${text.path}`;
    const select = document.getElementById("section");
    sections(text.body).forEach((part, number) => select.add(new Option(part.title || said.dataset.beginning, number)));
    const show = () => {
      form.elements.text.value = core(sections(text.body)[select.selectedIndex].text);
      if (dutch) {
        document.getElementById("dutch").textContent = core(sections(dutch.body)[select.selectedIndex]?.text ?? "");
      }
    };
    select.selectedIndex = Math.min(Math.max(Number(asked.get("section")) || 0, 0), select.length - 1);
    select.addEventListener("change", show);
    show();
    form.hidden = false;
  };

  const put = (id, words) => {
    document.getElementById(`${id}-text`).textContent = words;
    const file = document.getElementById(`${id}-file`);
    if (file) file.href = URL.createObjectURL(new Blob([words], { type: "text/plain" }));
  };

  const wrong = (answers) => {
    if (data.taken.includes(answers.id)) return `${data.labels[here].id}: ${said.dataset.taken}`;
    if (data.form === "event" && !answers["place-nl"] && !answers.online) {
      return `${data.labels[here]["place-nl"]}: ${said.dataset.place}`;
    }
    return "";
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const outcome = document.getElementById("outcome");
    outcome.hidden = true;
    const answers = cleaned(data, form);
    const section = isEdit ? document.getElementById("section").selectedIndex : 0;
    const trouble = wrong(answers);
    tell(trouble);
    if (trouble) return;
    const title = text ? sections(text.body)[section].title : "";
    const about = [["page", page], ["file", text ? data.root + text.path : ""], ["section", title]];
    const today = new Date().toISOString().slice(0, 10);
    const made = await proposal(data, answers, about.filter(([, value]) => value), text, section, today);
    if (isEdit && !made.change) {
      tell(`${data.labels[here].text}: ${said.dataset.same}`);
      return;
    }
    const gaps = made.change.split(GAP).length - 1;
    tell(gaps && !isEdit ? said.dataset.gaps.replace("{n}", gaps) : "");
    put("issue", made.issue[here]);
    put("issue-other", made.issue[here === "nl" ? "en" : "nl"]);
    put("patch", made.change);
    document.getElementById("with-patch").hidden = !made.change;
    outcome.hidden = false;
    outcome.focus();
  });
  begin();
})();
