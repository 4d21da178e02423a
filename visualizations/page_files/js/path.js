// A path between two nodes, told in words: what ties each to the next, when, and where that stands.
(function (enishi) {
  "use strict";

  const { element, within, button } = enishi.dom;

  /** The steps of a path: [{from, tie, to, forward}]. */
  function steps(path, model) {
    const found = [];
    for (let i = 0; i + 2 < path.length; i += 2) {
      const [from, tie, to] = path.slice(i, i + 3);
      found.push({ from, tie, to, forward: model.ends.get(tie)[0] === from });
    }
    return found;
  }

  class Path {
    constructor(app) {
      this.app = app;
    }

    /** The path of the state, for the panel. */
    draw() {
      const { app } = this,
        [from, to] = app.state.path,
        path = app.showing.path(app.state);
      const box = element("div", undefined, "path");
      if (!to) {
        return within(
          box,
          element("p", app.word("path_from", { what: app.title(from) })),
          element("p", app.word("path_to")),
          this.#end(),
        );
      }
      within(box, element("h3", app.word("path_title", { from: app.title(from), to: app.title(to) }), "name"));
      if (!path.length) return within(box, element("p", app.word("no_path")), this.#end());
      const items = steps(path, app.model).map((step) => this.#step(step));
      return within(
        box,
        element("p", app.word("path_n", { n: items.length })),
        within(element("ol"), ...items),
        this.#end(),
      );
    }

    #end() {
      return button(this.app.word("path_end"), () => this.app.change({ path: [] }), "act");
    }

    #step({ tie, to, forward }) {
      const { app } = this,
        [start, end] = app.model.ends.get(tie);
      const item = element("li"),
        say = button(app.lang === "ja" ? `${app.title(tie)}（${app.kind(tie)}）` : app.title(tie), () =>
          app.choose(tie),
        );
      within(item, say);
      for (const node of [start, end]) {
        const day = app.item(node).day;
        if (day && (node === to || forward))
          within(item, element("small", `${app.title(node)}${app.lang === "ja" ? "：" : ": "}${app.said(day.text)}`));
        if (day) break;
      }
      const cites = app.item(tie).cites ?? [];
      return within(item, ...cites.map((cite) => element("small", this.#cite(cite), "cite")));
    }

    #cite([id, place]) {
      const { publisher, title, day } = enishi.sourceOf(this.app, id);
      const said = [publisher, title, day, place].filter(Boolean);
      return said.join(this.app.lang === "ja" ? "、" : ", ");
    }
  }

  enishi.pathSteps = steps;
  enishi.Path = Path;
})((globalThis.enishi ??= {}));
