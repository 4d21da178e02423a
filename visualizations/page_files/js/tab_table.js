// The table: the same items and ties as the picture shows, for those who read, search, sort and copy.
(function (enishi) {
  "use strict";

  const { button, element, setText, within } = enishi.dom;
  const { choice, words } = enishi.parts;
  const { csv, searched, sorted } = enishi.rows;

  const ITEM_COLUMNS = ["kind", "name", "other_name", "date", "level", "scope", "stage", "differs", "sources"];
  const TIE_COLUMNS = ["from", "tie", "to", "date", "differs", "sources"];

  /** The cells of a node, in the order of its columns. */
  function itemCells(app, id) {
    const item = app.item(id),
      codes = app.text().codes;
    return [
      { text: app.kind(id) },
      { text: app.title(id), choose: id },
      { text: app.evidence(id).other_title ?? "", name: "other-name" },
      { text: item.day?.text[app.lang] ?? "", sort: item.day?.min ?? "", name: "when" },
      { text: codes.levels[item.level] ?? "" },
      { text: codes.scopes[item.scope] ?? "" },
      { text: codes.stages[item.stage] ?? "" },
      { text: item.differs ? "▲" : "" },
      cited(item),
    ];
  }

  /** The cells of a tie. */
  function tieCells(app, id) {
    const item = app.item(id),
      [from, to] = app.model.ends.get(id);
    return [
      { text: app.title(from), choose: from },
      { text: app.text().ties[item.kind].name, choose: id, name: "short" },
      { text: app.title(to), choose: to },
      { text: item.day?.text[app.lang] ?? "", sort: item.day?.min ?? "", name: "when" },
      { text: item.disputed || item.differs ? "▲" : "" },
      cited(item),
    ];
  }

  function cited(item) {
    const count = new Set((item.cites ?? []).map(([source]) => source)).size;
    return { text: count ? String(count) : "", name: "number" };
  }

  class Table {
    constructor(panel, app) {
      this.app = app;
      this.fold = enishi.makeFold(app.data.folding);
      this.controls = element("div", undefined, "controls");
      this.search = element("input");
      this.search.type = "search";
      this.search.addEventListener("input", () => app.change({ find: this.search.value }, { together: "find" }));
      this.kept = element("span", undefined, "left");
      this.kept.setAttribute("role", "status");
      this.box = element("div", undefined, "scrolled");
      this.copied = element("div", undefined, "by-hand");
      this.copied.hidden = true;
      within(panel, this.controls, this.copied, this.box);
      panel.classList.add("table");
    }

    draw() {
      const { app } = this,
        { rows, sort, find } = app.state;
      if (this.seen !== app.visible() || this.lang !== app.lang || this.what !== rows) this.#all();
      else if (this.sort !== sort || this.find !== find) this.#fill();
      this.#mark();
    }

    /** Show what is chosen. */
    #mark() {
      for (const row of this.box.querySelectorAll("tbody tr")) {
        if (row.dataset.id === this.app.state.chosen) row.setAttribute("aria-current", "true");
        else row.removeAttribute("aria-current");
      }
    }

    #all() {
      const { app } = this,
        say = words(app, "table");
      [this.seen, this.lang, this.what] = [app.visible(), app.lang, app.state.rows];
      this.say = say;
      this.copied.hidden = true;
      const visible = app.visible(),
        ids = this.what === "items" ? visible.nodes : app.model.told(visible.edges);
      const cells = this.what === "items" ? itemCells : tieCells;
      const columns = this.what === "items" ? ITEM_COLUMNS : TIE_COLUMNS;
      const rows = ids.map((id) => ({ id, cells: cells(app, id) }));
      const used = columns.map((_, i) => rows.some((row) => row.cells[i].text));
      this.columns = columns.filter((_, i) => used[i]);
      this.rows = rows.map((row) => ({ ...row, cells: row.cells.filter((_, i) => used[i]) }));
      const what = choice(
        say("what"),
        ["items", "ties"].map((key) => [key, say(key)]),
        this.what,
        (rows) => {
          app.change({ rows });
          this.controls.querySelector("select").focus();
        },
      );
      const find = within(element("label", undefined, "choice"), element("span", say("filter")), this.search);
      this.controls.replaceChildren(
        what,
        find,
        button(say("copy"), () => this.#copy(), "copy"),
        this.kept,
      );
      this.#fill();
    }

    /** By which column it is sorted, and whether from the last to the first. */
    get #order() {
      const { sort } = this.app.state,
        down = sort.startsWith("-");
      return { column: down ? sort.slice(1) : sort, down };
    }

    /** The rows that are kept, in their order. */
    #kept() {
      const { column, down } = this.#order,
        rows = searched(this.rows, this.app.state.find, this.fold);
      const at = this.columns.indexOf(column);
      return at < 0 ? rows : sorted(rows, at, { down, lang: this.app.lang });
    }

    #fill() {
      const { say } = this,
        { sort, find } = this.app.state,
        rows = this.#kept(),
        total = this.rows.length;
      [this.sort, this.find] = [sort, find];
      if (this.search.value !== find) this.search.value = find;
      const key = this.what === "items" ? "caption" : "ties_caption";
      const table = element("table");
      within(table, element("caption", say(key, { count: total })), this.#head());
      within(table, within(element("tbody"), ...rows.map((row) => this.#row(row))));
      setText(this.kept, rows.length === total ? "" : say("kept", { count: rows.length, total }));
      this.box.replaceChildren(table, ...(rows.length ? [] : [element("p", say("nothing"))]));
    }

    #head() {
      const order = this.#order;
      const cells = this.columns.map((column) => {
        const head = element("th");
        head.scope = "col";
        const name = this.say(column),
          on = order.column === column;
        if (on) head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
        const press = button(name, () => this.#sort(column));
        press.title = this.say("sort", { what: name });
        const sign = element("span", on ? (order.down ? " ▼" : " ▲") : "", "order");
        sign.setAttribute("aria-hidden", "true");
        return within(head, within(press, sign));
      });
      return within(element("thead"), within(element("tr"), ...cells));
    }

    #sort(column) {
      const known = this.#order,
        down = known.column === column && !known.down;
      const say = this.say(down ? "sorted_down" : "sorted_up", { what: this.say(column) });
      this.app.change({ sort: `${down ? "-" : ""}${column}` }, { say });
      this.box.querySelectorAll("thead button")[this.columns.indexOf(column)].focus();
    }

    #row(row) {
      const made = element("tr"),
        naming = Math.max(0, this.columns.indexOf("name"));
      made.dataset.id = row.id;
      row.cells.forEach((cell, i) => {
        const box = element(i === naming ? "th" : "td", undefined, cell.name);
        if (i === naming) box.scope = "row";
        if (cell.choose)
          within(
            box,
            button(cell.text, () => this.app.choose(cell.choose)),
          );
        else setText(box, cell.text);
        within(made, box);
      });
      return made;
    }

    async #copy() {
      const rows = this.#kept(),
        text = csv(
          this.columns.map((column) => this.say(column)),
          rows,
        );
      const done = await enishi.copy(text);
      this.copied.hidden = done;
      if (done) {
        this.app.say(this.say("copied", { count: rows.length }));
        setText(this.kept, this.say("copied", { count: rows.length }));
        return;
      }
      const area = element("textarea");
      area.value = text;
      area.readOnly = true;
      area.setAttribute("aria-label", this.say("csv"));
      this.copied.replaceChildren(element("p", this.say("copy_by_hand")), area);
      area.focus();
      area.select();
    }
  }

  enishi.tab({
    id: "table",
    key: "tab_table",
    make(panel, app) {
      panel.table = new Table(panel, app);
    },
    draw(panel) {
      panel.table.draw();
    },
  });
})((globalThis.enishi ??= {}));
