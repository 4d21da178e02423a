// Two matrices: who is in which forum, and between whom there are documents.
(function (enishi) {
  "use strict";

  const { button, element, tick, within } = enishi.dom;
  const { choice, cited, fixedNote, partiesInView, passes, sources, words } = enishi.parts;

  const OWN = ["matrix", "others", "between", "about"]; // settings that are this tab's own

  class Matrix {
    constructor(panel, app) {
      this.app = app;
      this.data = app.data.tabs.matrix;
      this.controls = element("div", undefined, "controls");
      this.box = element("div", undefined, "scrolled");
      this.notes = element("div", undefined, "rest");
      this.detail = element("div", undefined, "detail");
      this.detail.setAttribute("aria-live", "polite");
      within(panel, this.controls, this.box, this.notes, this.detail);
      panel.classList.add("matrix");
    }

    /** Drawn anew only if what the picture shows has changed: what is chosen leaves the tables as they are. */
    draw() {
      const { app } = this,
        set = JSON.stringify(OWN.map((key) => app.state[key]));
      if (this.seen === app.visible() && this.lang === app.lang && this.set === set) return;
      this.set = set;
      this.#all();
    }

    #all() {
      const say = words(this.app, "matrix");
      this.say = say;
      [this.seen, this.lang] = [this.app.visible(), this.app.lang];
      this.visible = new Set([...this.seen.nodes, ...partiesInView(this.app)]);
      this.detail.replaceChildren();
      this.detail.hidden = true;
      const what = this.#choice("matrix", "what", ["fora", "pairs"]);
      if (this.app.state.matrix === "fora") this.#fora(what);
      else this.#pairs(what);
    }

    /** A choice of one of several words of this tab. */
    #choice(key, word, values) {
      const { app, say } = this,
        options = values.map((each) => [each, say(each)]);
      const made = choice(say(word), options, app.state[key], (value) => {
        app.change({ [key]: value });
        this.controls.querySelector(`[data-choice="${word}"] select`).focus();
      });
      made.dataset.choice = word;
      return made;
    }

    // Countries and fora -------------------------------------------------------------------------------------------

    #fora(what) {
      const { app, data, say } = this,
        hidden = data.fora.filter((forum) => forum.ours && !this.visible.has(forum.id)).length;
      const more = tick(say("more", { count: hidden }), app.state.others, (others) => {
        app.change({ others });
        this.controls.querySelector("input").focus();
      });
      this.controls.replaceChildren(what, ...(hidden ? [more] : []));
      within(this.controls, fixedNote(app, say));
      const { columns, rows, disputed } = enishi.cells.fora(data, this.visible, { more: app.state.others });
      this.shown = rows.flatMap((row) => row.cells);
      if (!columns.length) {
        this.box.replaceChildren(element("p", say("no_fora")));
        this.notes.replaceChildren();
        return;
      }
      const heads = columns.map((forum, i) => {
        const name = app.said(forum.name),
          head = this.#head(forum.short || name, "col");
        head.title = name;
        return within(head, disputed[i] ? element("span", "▲", "sign") : "");
      });
      const body = rows.map((row) =>
        within(
          element("tr"),
          this.#head(app.said(row.party.name), "row"),
          ...row.cells.map((cell, i) => this.#cell(row.party, columns[i], cell)),
        ),
      );
      this.#table("fora", [this.#head(say("party"), "col"), ...heads], body);
      const told = columns
        .filter((forum, i) => disputed[i] && data.notes[forum.id])
        .flatMap((forum) =>
          data.notes[forum.id][app.lang].map((text) =>
            element("p", `${forum.short || app.said(forum.name)} ${text}`, "note"),
          ),
        );
      this.notes.replaceChildren(
        this.#values(rows),
        element("p", say("fora_note"), "note"),
        ...told,
        element("p", say("hint"), "note hint"),
      );
    }

    #cell(party, forum, cell) {
      const { app, data, say } = this,
        { sign, word } = data.values[cell.value];
      const box = element("td", undefined, cell.value);
      const said = `${app.said(word)}${cell.disputed ? "▲" : ""}`;
      if (cell.value === "no_source") return within(box, element("span", app.said(word), "word"));
      const name = say("cell", { one: app.said(party.name), other: app.said(forum.name), what: said });
      const press = button(undefined, () => this.#tell(name, cell), "cell");
      within(press, element("span", sign, "sign"), element("span", said, "word"));
      press.setAttribute("aria-label", name);
      return within(box, press);
    }

    #tell(name, { since, sources: cited }) {
      const { app, say } = this;
      const when = since ? element("p", `${say("since")}${app.lang === "ja" ? "：" : ": "}${app.said(since)}`) : "";
      this.#show(element("p", name, "name"), when, element("h2", say("sources")), sources(app, cited));
    }

    /** What the signs mean; those that are used. */
    #values(rows) {
      const used = new Set(rows.flatMap((row) => row.cells.map((cell) => cell.value)));
      const list = element("ul", undefined, "legend");
      for (const [value, { sign, word }] of Object.entries(this.data.values)) {
        if (used.has(value))
          within(list, within(element("li"), element("span", sign, "sign"), element("span", this.app.said(word))));
      }
      return list;
    }

    // Countries and countries ----------------------------------------------------------------------------------------

    #pairs(what) {
      const { app, data, say } = this;
      this.controls.replaceChildren(
        what,
        this.#choice("between", "level", ["government", "any_level"]),
        this.#choice("about", "scope", ["dedicated", "includes"]),
      );
      within(this.controls, fixedNote(app, say));
      const { parties, cell } = enishi.cells.pairs(data, this.visible, (each) => this.#keeps(each));
      const pairs = parties.flatMap((one) => parties.map((other) => cell(one.id, other.id)));
      this.shown = pairs.flat().flatMap(({ documents }) => documents);
      const heads = parties.map((party) => this.#head(app.said(party.name), "col"));
      const body = parties.map((one) =>
        within(
          element("tr"),
          this.#head(app.said(one.name), "row"),
          ...parties.map((other) => this.#count(one, other, cell(one.id, other.id))),
        ),
      );
      this.#table("pairs", [this.#head(say("party"), "col"), ...heads], body);
      const said = {
        level: say(app.state.between),
        scope: say(app.state.about),
        as_of: enishi.dayText(app.data.as_of, app.lang),
      };
      this.notes.replaceChildren(element("p", say("pairs_note", said), "note"));
    }

    /** Whether a document passes the choices of this tab and the filters of the page. */
    #keeps(document_) {
      const { state } = this.app;
      if (state.between === "government" && document_.level !== "government") return false;
      if (document_.scope === "context" || (state.about === "dedicated" && document_.scope !== "dedicated"))
        return false;
      return passes(document_, state);
    }

    #count(one, other, kinds) {
      const { app, data, say } = this,
        box = element("td");
      if (one.id === other.id) {
        box.className = "same";
        return within(box, element("span", say("same"), "unseen"));
      }
      if (!kinds.length) return within(box, element("span", say("no_source"), "unseen"));
      const said = kinds.map(
        // The number stays with the last word.
        ({ type, documents }) => `${enishi.cells.short(data.types[type], app.lang)}\u00a0${documents.length}`,
      );
      const names = { one: app.said(one.name), other: app.said(other.name) };
      const press = button(undefined, () => this.#list(names, kinds), "cell");
      within(press, ...said.map((text) => element("span", text, "kind-count")));
      press.setAttribute("aria-label", say("cell", { ...names, what: said.join(app.lang === "ja" ? "、" : ", ") }));
      return within(box, press);
    }

    #list(names, kinds) {
      const { say } = this;
      const all = kinds.flatMap(({ type, documents }) => documents.map((each) => ({ ...each, type })));
      const list = within(element("ul"), ...all.map((each) => this.#document(each)));
      this.#show(element("p", say("documents", { ...names, count: all.length }), "name"), list);
    }

    /** A document: chosen if the page holds it, told with its sources if not. */
    #document({ id, type, level, scope, name, date, sources: cited = [] }) {
      const { app, data } = this,
        known = app.item(id),
        ja = app.lang === "ja";
      const day = known ? known.day?.text[app.lang] : app.said(date);
      const text = [day, known ? app.title(id) : app.said(name)].filter(Boolean).join(ja ? "　" : ": ");
      const said = [data.types[type], data.levels[level], data.scopes[scope]].map((each) => app.said(each));
      const head = known ? button(text, () => app.choose(id)) : element("span", text);
      const rest = element("small", said.filter(Boolean).join(ja ? "、" : ", "));
      return within(element("li"), head, " ", rest, known ? "" : sources(app, cited));
    }

    // Both ---------------------------------------------------------------------------------------------------------

    #head(text, scope) {
      const head = element("th", text);
      head.scope = scope;
      return head;
    }

    #table(what, heads, body) {
      const table = within(
        element("table", undefined, what),
        element("caption", this.say(what)),
        within(element("thead"), within(element("tr"), ...heads)),
      );
      this.box.replaceChildren(within(table, within(element("tbody"), ...body)));
    }

    #show(...children) {
      this.detail.hidden = false;
      this.detail.replaceChildren();
      within(this.detail, ...children);
    }
  }

  enishi.tab({
    id: "matrix",
    key: "tab_matrix",
    make(panel, app) {
      panel.matrix = new Matrix(panel, app);
    },
    draw(panel) {
      panel.matrix.draw();
    },
    sources(panel) {
      const { app, shown } = panel.matrix;
      return cited(app, shown);
    },
  });
})((globalThis.enishi ??= {}));
