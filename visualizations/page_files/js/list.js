// Everything that is shown as a list of buttons, by kind: the picture for those who use a keyboard or a reader.
(function (enishi) {
  "use strict";

  const { element, within, button } = enishi.dom;

  class List {
    constructor(container, app) {
      this.container = container;
      this.app = app;
    }

    draw() {
      const { app } = this,
        groups = new Map();
      for (const id of app.visible().nodes) {
        const kind = app.kind(id);
        if (!groups.has(kind)) groups.set(kind, []);
        groups.get(kind).push(id);
      }
      this.container.replaceChildren();
      for (const [kind, ids] of groups) {
        const items = ids.map((id) => within(element("li"), this.#entry(id)));
        within(this.container, element("h3", kind), within(element("ul"), ...items));
      }
      this.mark();
    }

    mark() {
      for (const each of this.container.querySelectorAll("button")) {
        if (each.dataset.id === this.app.state.chosen) each.setAttribute("aria-current", "true");
        else each.removeAttribute("aria-current");
      }
    }

    #entry(id) {
      const entry = button(this.app.title(id), () => this.app.choose(id));
      entry.dataset.id = id;
      return entry;
    }
  }

  enishi.List = List;
})((globalThis.enishi ??= {}));
