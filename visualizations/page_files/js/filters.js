// The panel that brings groups in and filters what is shown, each with how many there are.
(function (enishi) {
  "use strict";

  const { element, within, tick, button } = enishi.dom;
  const { toggled } = enishi.state;

  /** Filters: the setting that holds what is hidden, and what of an item it looks at. */
  const FILTERS = [
    { key: "levels", of: (item) => (item.level ? [item.level] : []) },
    { key: "scopes", of: (item) => (item.scope ? [item.scope] : []) },
    { key: "stages", of: (item) => (item.stage ? [item.stage] : []) },
    { key: "fields", of: (item) => item.fields ?? [] },
  ];

  class Filters {
    constructor(panel, app) {
      this.panel = panel;
      this.app = app;
    }

    draw() {
      if (this.panel.hidden) return;
      const { app } = this,
        focused = document.activeElement?.closest("label")?.dataset.tick;
      const open = new Set([...this.panel.querySelectorAll("details[open]")].map((each) => each.dataset.key));
      if (!this.panel.children.length) for (const key of ["more", "kinds", "levels", "scopes"]) open.add(key);
      const filters = FILTERS.map((filter) => this.#filter(filter));
      this.panel.replaceChildren();
      within(this.panel, this.#more(), this.#kinds(), ...filters);
      for (const each of this.panel.querySelectorAll("details")) each.open = open.has(each.dataset.key);
      within(
        this.panel,
        button(app.word("reset"), () => app.reset(), "reset"),
      );
      if (focused) this.panel.querySelector(`[data-tick="${CSS.escape(focused)}"] input`)?.focus();
    }

    /** Groups that the page holds and does not show at first. */
    #more() {
      const { app } = this,
        rows = [];
      for (const [group, name] of Object.entries(app.text().groups)) {
        const n = app.showing.size(group, app.state);
        if (n) rows.push(this.#tick("more", group, name, n, app.state.more.includes(group)));
      }
      return this.#section("more", rows, app.state.focus ? app.word("more_focused") : "");
    }

    /** The legend of the picture, which does not stand below the other tabs: what it hides is hidden there too. */
    #kinds() {
      if (this.app.state.tab === "picture") return undefined;
      const list = element("ul");
      new enishi.Legend(list, this.app).draw();
      const section = this.#section("kinds", [list], "");
      section.classList.add("legend");
      return section;
    }

    #filter({ key, of }) {
      const { app } = this,
        counts = new Map();
      const all = app.showing.visible({ ...app.state, [key]: [] });
      for (const id of all.nodes) for (const code of of(app.item(id))) counts.set(code, (counts.get(code) ?? 0) + 1);
      const words = key === "fields" ? app.text().fields : app.text().codes[key];
      const rows = Object.keys(words)
        .filter((code) => counts.has(code) || app.state[key].includes(code))
        .map((code) => this.#tick(key, code, words[code], counts.get(code) ?? 0, !app.state[key].includes(code), true));
      return this.#section(key, rows, key === "fields" ? app.word("fields_help") : "");
    }

    #tick(key, code, name, count, on, hides = false) {
      const { app } = this;
      const row = tick(`${name} ${count}`, on, (ticked) => {
        const say = app.word(ticked ? "shown" : "hidden", { what: name });
        app.change({ [key]: toggled(app.state[key], code, hides ? !ticked : ticked), camera: [] }, { say });
      });
      row.dataset.tick = `${key} ${code}`;
      return row;
    }

    #section(key, rows, help) {
      const section = element("details"),
        { app } = this;
      section.dataset.key = key;
      section.hidden = !rows.length;
      return within(section, element("summary", app.word(`filter_${key}`)), help && element("p", help), ...rows);
    }
  }

  enishi.Filters = Filters;
})((globalThis.enishi ??= {}));
