// The panel that says what something is, where that stands, and where sources differ.
(function (enishi) {
  "use strict";

  const { element, within, button, link } = enishi.dom;

  class Evidence {
    constructor(panel, app) {
      this.panel = panel;
      this.app = app;
    }

    draw() {
      const { state, data } = this.app,
        id = state.chosen || state.focus || data.focus;
      this.panel.replaceChildren();
      if (state.path.length && !(state.path.length === 2 && state.chosen))
        within(this.panel, new enishi.Path(this.app).draw());
      if (state.path.length === 2 && !state.chosen) return;
      if (id) this.#show(id);
      else within(this.panel, element("p", this.app.word("hint")));
      this.panel.parentElement.scrollTop = 0;
    }

    #comma() {
      return this.app.lang === "ja" ? "、" : ", ";
    }

    #colon() {
      return this.app.lang === "ja" ? "：" : ": ";
    }

    #show(id) {
      const { app, panel } = this,
        evidence = app.evidence(id);
      within(panel, element("p", app.kind(id), "kind"), element("h3", app.title(id), "name"));
      if (evidence.other_title) within(panel, element("p", evidence.other_title, "other"));
      if (app.model.isNode(id)) within(panel, this.#acts(id));
      within(panel, this.#list(evidence.details ?? []));
      if (evidence.agreed) {
        const items = within(element("ul", undefined, "agreed"), ...evidence.agreed.map((text) => element("li", text)));
        within(panel, element("h3", app.word("agreed")), items);
      }
      within(panel, ...(evidence.differences ?? []).map((differs) => this.#difference(differs)));
      this.#sources(id, evidence);
      this.#ties(id);
      if (evidence.not_drawn) within(panel, element("h3", app.word("not_drawn")), this.#list(evidence.not_drawn));
    }

    /** What can be done with a node. */
    #acts(id) {
      const { app } = this,
        { focusing, state } = app,
        { all, shown } = focusing.reach(id);
      const acts = element("div", undefined, "acts");
      const add = (text, run, on) => {
        const act = button(text, run, "act");
        if (on !== undefined) act.setAttribute("aria-pressed", String(on));
        within(acts, act);
      };
      within(acts, element("span", app.word("act_focus")));
      for (const n of [1, 2, 3]) {
        const on = state.focus === id && state.steps === n;
        add(String(n), () => focusing.focus(id, on ? 0 : n), on);
        acts.lastChild.setAttribute("aria-label", app.word("act_steps", { n }));
      }
      within(acts, element("br"));
      if (shown < all) add(app.word("act_open", { n: all - shown }), () => focusing.open(id));
      if (shown && !state.closed.includes(id)) add(app.word("act_close"), () => focusing.close(id));
      add(app.word(state.path.length === 1 && state.path[0] !== id ? "act_path_to" : "act_path"), () =>
        focusing.path(id),
      );
      const bundle = app.bundles.opened(id, state);
      if (bundle) add(app.word("act_refold"), () => focusing.refold(bundle));
      const pinned = state.pinned.includes(id);
      add(app.word("act_pin"), () => app.change({ pinned: enishi.state.toggled(state.pinned, id, !pinned) }), pinned);
      return acts;
    }

    #list(details) {
      if (!details.length) return undefined;
      const list = element("dl");
      for (const { label, value } of details) within(list, element("dt", label), element("dd", value));
      return list;
    }

    #difference(differs) {
      const { app } = this,
        box = element("div", undefined, "differs"),
        row = element("tr");
      for (const rival of differs.rivals) {
        const cell = within(element("td"), element("span", rival.value, rival.used ? "used" : ""));
        if (rival.used) within(cell, element("small", `● ${app.word("used")}`));
        within(row, within(cell, ...rival.cites.map((cite) => this.#place(cite))));
      }
      return within(
        box,
        element("p", `▲ ${app.word("differs")}${this.#colon()}${differs.label}`),
        within(element("table"), within(element("tbody"), row)),
        element("small", `${app.word("why")}${this.#colon()}${differs.why}`),
      );
    }

    #place([id, place]) {
      const { publisher, day } = enishi.sourceOf(this.app, id);
      return element("small", [publisher, day, place].filter(Boolean).join(this.#comma()));
    }

    /** Every source of a node or tie, those of rival values too, each once. */
    #sources(id, evidence) {
      const found = new Map();
      const rivals = (evidence.differences ?? []).flatMap((differs) => differs.rivals);
      for (const [source, place] of [...(this.app.item(id).cites ?? []), ...rivals.flatMap((rival) => rival.cites)]) {
        if (!found.get(source)) found.set(source, place);
      }
      within(this.panel, element("h3", this.app.word("sources")));
      if (found.size) within(this.panel, within(element("ol"), ...[...found].map((cite) => this.#source(cite))));
      else within(this.panel, element("p", this.app.word("no_sources")));
    }

    #source([id, place]) {
      const { publisher, title, day, kind, url } = enishi.sourceOf(this.app, id),
        item = element("li");
      [publisher, title, day, kind, place].filter(Boolean).forEach((text, i) => {
        within(item, i ? document.createTextNode(this.#comma()) : "", element("span", text));
      });
      const address = link(url);
      return address ? within(item, element("br"), address) : item;
    }

    #ties(id) {
      const { app } = this,
        ties = app.model.told(app.visible().edges.filter((tie) => app.model.ends.get(tie).includes(id)));
      if (!ties.length) return;
      const says = (tie) => `${app.kind(tie)}${this.#colon()}${app.title(app.model.other(tie, id))}`;
      const said = ties.map(says);
      const items = ties.map((tie, i) => {
        // Where several say the same, each says besides what sets it apart.
        const alike = said.filter((each) => each === said[i]).length > 1;
        const details = alike ? (app.evidence(tie).details ?? []).map((detail) => detail.value) : [];
        const apart = details.length ? app.word("apart", { what: details.join(this.#comma()) }) : "";
        const text = `${said[i]}${apart}${app.item(tie).disputed ? " ▲" : ""}`;
        return within(
          element("li"),
          button(text, () => app.choose(tie)),
        );
      });
      const box = within(element("div", undefined, "ties"), element("h3", app.word("ties")));
      within(this.panel, within(box, within(element("ul"), ...items)));
    }
  }

  enishi.Evidence = Evidence;
})((globalThis.enishi ??= {}));
