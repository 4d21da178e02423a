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
      const { app } = this,
        counts = this.#counts();
      this.container.replaceChildren(
        ...app
          .text()
          .legend.filter((entry) => this.#applies(entry, counts))
          .map((entry) => {
            const item = within(element("li"), this.#sample(entry)),
              text = this.#text(entry, counts);
            if (!entry.key) return within(item, element("span", text));
            const shown = !app.state.kinds.includes(entry.key);
            const box = tick(`${text} ${counts.get(entry.key)?.n ?? 0}`, shown, (on) => this.#hide(entry, text, !on));
            box.dataset.key = entry.key;
            box.dataset.tick = `kinds ${entry.key}`;
            return within(item, box);
          }),
      );
    }

    /** Whether an entry is about anything that is shown, or hidden by its tick. */
    #applies(entry, counts) {
      const { app } = this;
      if (entry.key) return counts.has(entry.key) || app.state.kinds.includes(entry.key);
      const { nodes, edges } = app.visible(),
        shown = [...nodes, ...edges].map((id) => app.item(id));
      if (entry.sign) return shown.some((item) => item.differs || item.disputed);
      return entry.node.dashed ? shown.some((item) => item.planned) : nodes.includes(app.data.own);
    }

    /** What an entry means; of several things that look alike, those that are shown. */
    #text(entry, counts) {
      const codes = counts.get(entry.key)?.codes,
        parts = entry.parts ?? [];
      const named = parts.filter(([code]) => codes?.has(code)).map(([, word]) => word);
      if (!named.length) return entry.text;
      const join = this.app.lang === "ja" ? "、" : ", ",
        words = (list) => [...new Set(list)].join(join);
      return entry.text.replace(words(parts.map(([, word]) => word)), words(named));
    }

    /** How many nodes and ties of each entry would be shown if none were hidden, and of which types. */
    #counts() {
      const { model, state, showing } = this.app,
        counts = new Map();
      const all = showing.visible({ ...state, kinds: [] });
      for (const id of [...all.nodes, ...all.edges]) {
        const { key, type, kind } = model.items[id];
        if (!counts.has(key)) counts.set(key, { n: 0, codes: new Set() });
        const known = counts.get(key);
        known.n += 1;
        known.codes.add(type ?? kind);
      }
      return counts;
    }

    #hide(entry, what, hidden) {
      const { app } = this,
        kinds = enishi.state.toggled(app.state.kinds, entry.key, hidden);
      app.change({ kinds }, { say: app.word(hidden ? "hidden" : "shown", { what }) });
      this.container.querySelector(`[data-key="${CSS.escape(entry.key)}"] input`)?.focus();
    }

    #sample(entry) {
      const canvas = element("canvas"),
        ctx = canvas.getContext("2d"),
        { data, dark } = this.app;
      canvas.width = 44;
      canvas.height = 26;
      canvas.setAttribute("aria-hidden", "true");
      if (entry.node) {
        const small = !data.inside.includes(entry.node.shape);
        drawShape(
          ctx,
          entry.node,
          { x: 22, y: 13, w: small ? 18 : 38, h: small ? 18 : 20 },
          { slope: data.slope, dark },
        );
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
