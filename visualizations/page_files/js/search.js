// Finds what the page holds by any of its names, in either script, and brings it into the middle.
(function (enishi) {
  "use strict";

  const { element, within } = enishi.dom;
  const MOST = 12,
    PARTY = /^(country|union):/;

  /** The words of a text, folded. */
  function wordsOf(text, fold) {
    return text
      .split(/[\s、,・]+/u)
      .map(fold)
      .filter(Boolean);
  }

  /**
   * Ids that a text may mean, nearest first: named so, beginning so, containing it. A country or union of whose names
   * it has whole words stands with those that begin so: Korea is looked for more often than what begins with it.
   *
   * @param {function} titles names of an id as they are written
   */
  function hits(text, model, fold, titles = () => []) {
    const key = fold(text),
      words = wordsOf(text, fold),
      ranked = [];
    if (!key) return [];
    const isParty = (id) =>
      PARTY.test(id) && titles(id).some((title) => words.every((word) => wordsOf(title, fold).includes(word)));
    const rankOf = (name) => {
      if (name === key) return 0;
      if (name.startsWith(key)) return 1;
      return words.every((word) => name.includes(word)) ? 2 : 9;
    };
    for (const id of model.nodes) {
      const rank = Math.min(isParty(id) ? 1 : 9, ...(model.items[id].search ?? []).map(rankOf));
      if (rank < 9) ranked.push([rank, model.items[id].first ? 0 : 1, model.order.get(id), id]);
    }
    ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    return ranked.map((each) => each[3]);
  }

  class Search {
    constructor(input, list, app) {
      Object.assign(this, { input, list, app, at: -1, found: [] });
      this.fold = enishi.makeFold(app.data.folding);
      input.addEventListener("input", () => this.find());
      input.addEventListener("focus", () => this.find());
      input.addEventListener("keydown", (event) => this.#key(event));
      document.addEventListener("click", (event) => {
        if (!list.contains(event.target) && event.target !== input) this.close();
      });
    }

    find() {
      const { app, input } = this,
        titles = (id) => Object.values(app.data.text).map(({ evidence }) => evidence[id].title),
        all = hits(input.value, app.model, this.fold, titles);
      this.found = all.slice(0, MOST);
      this.at = this.found.length ? 0 : -1;
      this.list.replaceChildren(...this.found.map((id, i) => this.#hit(id, i)));
      if (input.value.trim() && !all.length) within(this.list, element("li", app.word("no_hit"), "none"));
      if (all.length > MOST) within(this.list, element("li", app.word("more_hits", { n: all.length - MOST }), "none"));
      this.list.hidden = !this.list.children.length;
      input.setAttribute("aria-expanded", String(!this.list.hidden));
      this.#mark();
    }

    close() {
      this.list.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.input.removeAttribute("aria-activedescendant");
    }

    #hit(id, i) {
      const { app } = this,
        item = within(element("li"), element("span", app.title(id)), element("small", app.kind(id)));
      const day = app.item(id).day;
      if (day) within(item.lastChild, document.createTextNode(` ${app.said(day.text)}`));
      item.id = `hit-${i}`;
      item.setAttribute("role", "option");
      item.addEventListener("click", () => this.#choose(id));
      return item;
    }

    #key(event) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && this.found.length) {
        event.preventDefault();
        this.at = (this.at + step + this.found.length) % this.found.length;
        this.#mark();
      } else if (event.key === "Enter" && this.found[this.at]) {
        event.preventDefault();
        this.#choose(this.found[this.at]);
      } else if (event.key === "Escape") {
        event.stopPropagation();
        this.input.value = "";
        this.close();
      }
    }

    #mark() {
      [...this.list.children].forEach((item, i) => {
        if (item.id) item.setAttribute("aria-selected", String(i === this.at));
      });
      if (this.at >= 0) this.input.setAttribute("aria-activedescendant", `hit-${this.at}`);
    }

    #choose(id) {
      this.close();
      this.input.value = "";
      this.app.focusing.reveal(id);
      this.app.picture?.flyTo(id);
      const { tab } = this.app.state;
      document.getElementById(tab === "picture" ? tab : `panel-${tab}`).focus();
      this.app.say(this.app.title(id));
    }
  }

  enishi.hits = hits;
  enishi.Search = Search;
})((globalThis.enishi ??= {}));
