// Everything that is shown as a list of buttons, by kind: the picture for those who use a keyboard or a reader.
(function (enishi) {
  "use strict";

  const { element, within, button } = enishi.dom;
  const MOST_OPEN = 120; // entries up to which every kind is open; beyond, a kind fills when it is opened

  class List {
    constructor(container, app) {
      this.container = container;
      this.app = app;
    }

    draw() {
      const { nodes } = this.app.visible();
      const groups = new Map();
      for (const id of nodes) {
        const kind = this.app.kind(id);
        if (!groups.has(kind)) groups.set(kind, []);
        groups.get(kind).push(id);
      }
      const open = nodes.length <= MOST_OPEN;
      this.container.replaceChildren(...[...groups].map(([kind, ids]) => this.#group(kind, ids, open)));
      this.mark();
    }

    mark() {
      for (const each of this.container.querySelectorAll("button")) {
        if (each.dataset.id === this.app.state.chosen) each.setAttribute("aria-current", "true");
        else each.removeAttribute("aria-current");
      }
    }

    #group(kind, ids, open) {
      const list = element("ul");
      const group = within(element("details"), element("summary", `${kind} ${ids.length}`), list);
      const fill = () => {
        if (!list.children.length) within(list, ...ids.map((id) => within(element("li"), this.#entry(id))));
      };
      if (open) fill();
      group.open = open;
      group.addEventListener("toggle", () => {
        if (group.open) fill();
        this.mark();
      });
      return group;
    }

    #entry(id) {
      const entry = button(this.app.title(id), () => this.app.choose(id));
      entry.dataset.id = id;
      return entry;
    }
  }

  enishi.List = List;
})((globalThis.enishi ??= {}));
