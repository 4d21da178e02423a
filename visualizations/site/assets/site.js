/* The search of the published pages. Names are asked for when somebody begins to type; nothing else is loaded. */
(function () {
  "use strict";

  const MOST = 12;
  const PARTY = /^(country|union)\//;

  function wordsOf(text) {
    return text.split(/\s+/).map(fold).filter(Boolean);
  }

  /**
   * Entries that have a text in a name: whole names first, then beginnings, parts, and words in another order. A country
   * or union of whose names it has whole words stands with those that begin so.
   */
  function find(entries, text) {
    const key = fold(text);
    const words = wordsOf(text);
    if (!key) return [];
    const isParty = ([place, , ja, en]) =>
      PARTY.test(place) && [ja, en].some((title) => words.every((word) => wordsOf(title).includes(word)));
    const ranked = [[], [], [], []];
    for (const entry of entries) {
      const names = entry[4];
      if (names.includes(key)) ranked[0].push(entry);
      else if (names.some((name) => name.startsWith(key)) || isParty(entry)) ranked[1].push(entry);
      else if (names.some((name) => name.includes(key))) ranked[2].push(entry);
      else if (names.some((name) => words.every((word) => name.includes(word)))) ranked[3].push(entry);
    }
    return ranked.flat();
  }

  const input = document.getElementById("search");
  const list = document.getElementById("found");
  const said = document.body.dataset;
  const lang = document.documentElement.lang;
  let asked = false;
  let fold = null;
  let chosen = -1;

  function ask() {
    if (asked) return;
    asked = true;
    for (const address of [said.fold, said.names]) {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", ready);
      document.head.append(script);
    }
  }

  function ready() {
    if (!globalThis.enishiNames || !globalThis.enishi?.makeFold) return;
    fold = globalThis.enishi.makeFold(globalThis.enishiNames.folding);
    show();
  }

  function line(entry) {
    const [place, kind, ja, en] = entry;
    const item = document.createElement("li");
    const other = document.createElement("span");
    const [name, second] = lang === "ja" ? [ja, en] : [en, ja];
    item.textContent = name;
    item.setAttribute("role", "option");
    item.dataset.place = place;
    const kinds = globalThis.enishiNames.kinds[kind];
    other.textContent = [lang === "ja" ? kinds[0] : kinds[1], second === name ? "" : second]
      .filter(Boolean)
      .join(" · ");
    item.append(other);
    item.addEventListener("mousedown", (event) => {
      event.preventDefault();
      go(item);
    });
    return item;
  }

  function note(text) {
    const item = document.createElement("li");
    item.textContent = text;
    item.className = "soft";
    return item;
  }

  function show() {
    const text = input.value;
    list.replaceChildren();
    chosen = -1;
    if (!text.trim() || !fold) return close();
    const found = find(globalThis.enishiNames.entries, text);
    list.append(...found.slice(0, MOST).map(line));
    if (!found.length) list.append(note(said.none));
    if (found.length > MOST) list.append(note(said.more.replace("{count}", String(found.length - MOST))));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    move(found.length ? 1 : 0);
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function move(by) {
    const items = [...list.querySelectorAll("[role=option]")];
    if (!items.length) return;
    chosen = (chosen + by + items.length) % items.length;
    items.forEach((item, at) => {
      item.id = `found-${at}`;
      item.setAttribute("aria-selected", String(at === chosen));
    });
    input.setAttribute("aria-activedescendant", `found-${chosen}`);
    items[chosen].scrollIntoView({ block: "nearest" });
  }

  function go(item) {
    location.href = `${said.root}${item.dataset.place}.html`;
  }

  input.addEventListener("focus", ask);
  input.addEventListener("input", () => {
    ask();
    show();
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves) {
      event.preventDefault();
      move(moves[event.key]);
    } else if (event.key === "Escape") close();
  });
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const item = list.querySelector('[aria-selected="true"]');
    if (item) go(item);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      input.focus();
    }
  });
})();
