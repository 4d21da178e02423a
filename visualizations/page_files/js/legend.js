// What looks mean, how many of each are shown, and a tick to hide them.
(function (enishi) {
  "use strict";

  const { element, within, tick } = enishi.dom;
  const { drawShape, drawText, drawLine } = enishi.shapes;

  class Legend {
    constructor(container, app) {
      this.container = container;
      this.app = app;
    }

    draw() {
      const { app } = this, counts = this.#counts();
      this.container.replaceChildren(
        ...app.text().legend.map((entry) => {
          const item = within(element("li"), this.#sample(entry));
          if (!entry.key) return within(item, element("span", entry.text));
          const shown = !app.state.kinds.includes(entry.key);
          const text = `${entry.text} ${counts.get(entry.key) ?? 0}`;
          const box = tick(text, shown, (on) => this.#hide(entry, !on));
          box.dataset.key = entry.key;
          return within(item, box);
        })
      );
    }

    /** How many nodes and ties of each entry would be shown if none were hidden. */
    #counts() {
      const { model, state } = this.app, counts = new Map();
      const all = model.visible({ ...state, kinds: [] });
      for (const id of [...all.nodes, ...all.edges]) {
        const key = model.items[id].key;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return counts;
    }

    #hide(entry, hidden) {
      const { app } = this, kinds = enishi.state.toggled(app.state.kinds, entry.key, hidden);
      app.change({ kinds }, { say: app.word(hidden ? "hidden" : "shown", { what: entry.text }) });
      this.container.querySelector(`[data-key="${CSS.escape(entry.key)}"] input`)?.focus();
    }

    #sample(entry) {
      const canvas = element("canvas"), ctx = canvas.getContext("2d"), { data, dark } = this.app;
      canvas.width = 44;
      canvas.height = 26;
      canvas.setAttribute("aria-hidden", "true");
      if (entry.node) {
        const small = !data.inside.includes(entry.node.shape);
        drawShape(ctx, entry.node, 22, 13, small ? 18 : 38, small ? 18 : 20, { slope: data.slope, dark });
      } else if (entry.line) drawLine(ctx, entry.line, 13, dark);
      else {
        ctx.fillStyle = enishi.colours.palette(dark).ink;
        drawText(ctx, [entry.sign], 22, 13 - data.line_height / 2, 40, data);
      }
      return canvas;
    }
  }

  enishi.Legend = Legend;
})((globalThis.enishi ??= {}));
