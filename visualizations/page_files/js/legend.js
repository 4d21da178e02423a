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
        { nodes, edges } = app.visible();
      this.container.replaceChildren(
        ...enishi.legendOf(app, [...nodes, ...edges], this.#hidden()).map((entry) => {
          const item = within(element("li"), this.#sample(entry));
          if (!entry.key) return within(item, element("span", entry.text));
          const shown = !app.state.kinds.includes(entry.key);
          const box = tick(`${entry.text} ${entry.n}`, shown, (on) => this.#hide(entry, !on));
          box.dataset.key = entry.key;
          box.dataset.tick = `kinds ${entry.key}`;
          return within(item, box);
        }),
      );
    }

    /** What each tick that is off would bring back. */
    #hidden() {
      const { app } = this,
        { showing, state } = app;
      return state.kinds.flatMap((key) => {
        const { nodes, edges } = showing.visible({ ...state, kinds: state.kinds.filter((each) => each !== key) });
        return [...nodes, ...edges].filter((id) => app.item(id).key === key);
      });
    }

    #hide({ key, text: what }, hidden) {
      const { app } = this,
        kinds = enishi.state.toggled(app.state.kinds, key, hidden);
      app.change({ kinds }, { say: app.word(hidden ? "hidden" : "shown", { what }) });
      this.container.querySelector(`[data-key="${CSS.escape(key)}"] input`)?.focus();
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
