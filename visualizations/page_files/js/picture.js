// The picture: vis-network draws what is visible, at the places that the page came with.
(function (enishi) {
  "use strict";

  const { FONT, drawShape, drawText } = enishi.shapes;
  const CLOSEST = 1.4;

  class Picture {
    constructor(container, app, data) {
      this.app = app;
      this.container = container;
      this.labels = new Map(); // boxes of the labels as last drawn, so that a test can measure them
      this.places = new Map(data.nodes.map((node) => [node.id, { x: node.x, y: node.y }]));
      this.nodes = new vis.DataSet();
      this.edges = new vis.DataSet();
      this.network = new vis.Network(container, { nodes: this.nodes, edges: this.edges }, JSON.parse(data.options));
      this.network.on("beforeDrawing", (ctx) => this.#frames(ctx));
      this.network.on("afterDrawing", (ctx) => this.#signs(ctx));
      this.network.on("click", (event) => this.#click(event));
      this.network.on("dragEnd", (event) => this.#dragged(event));
      new ResizeObserver(() => this.whole()).observe(container);
    }

    /** Show what the state shows. */
    draw() {
      const { nodes, edges } = this.app.visible();
      if (this.dark !== this.app.dark) this.edges.clear();
      this.dark = this.app.dark;
      this.#sync(this.nodes, nodes, (id) => this.#node(id));
      this.#sync(this.edges, edges, (id) => this.#edge(id));
      for (const id of nodes) {
        const place = this.place(id), now = this.network.getPosition(id);
        if (now.x !== place.x || now.y !== place.y) this.network.moveNode(id, place.x, place.y);
      }
      this.mark();
      this.network.redraw();
    }

    /** Mark what is chosen. */
    mark() {
      const id = this.app.state.chosen;
      if (this.nodes.get(id)) {
        this.network.setSelection({ nodes: [id], edges: this.network.getConnectedEdges(id) }, { highlightEdges: false });
      } else if (this.edges.get(id)) {
        const ends = this.app.model.ends.get(id);
        this.network.setSelection({ nodes: [...ends], edges: [id] }, { highlightEdges: false });
      } else this.network.unselectAll();
    }

    /** Where a node belongs: where it was dragged to, else where the layout puts it. */
    place(id) {
      const moved = this.app.state.moved[id];
      return moved ? { x: moved[0], y: moved[1] } : this.places.get(id);
    }

    position(id) {
      return this.nodes.get(id) ? this.network.getPosition(id) : undefined;
    }

    /** See all of it. */
    whole() {
      const [left, top, right, bottom] = this.bounds();
      const { clientWidth, clientHeight } = this.container;
      if (!clientWidth) return;
      const scale = Math.min(clientWidth / (right - left), clientHeight / (bottom - top), CLOSEST);
      this.network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
    }

    zoom(factor) {
      this.network.moveTo({ scale: this.network.getScale() * factor });
    }

    /** Bring a node into the middle. */
    flyTo(id) {
      const at = this.position(id);
      if (at) this.network.moveTo({ position: at, scale: Math.max(this.network.getScale(), 1), animation: false });
    }

    /** Left, top, right and bottom of all that is shown. */
    bounds() {
      const box = this.#box.bind(this), all = this.nodes.getIds().map(box);
      all.push(...this.shownFrames().map((f) => [f.left, f.top, f.left + f.width, f.top + f.height]));
      const margin = 24, edge = (i, pick) => pick(...all.map((each) => each[i]));
      if (!all.length) return [-100, -100, 100, 100];
      return [edge(0, Math.min) - margin, edge(1, Math.min) - margin, edge(2, Math.max) + margin, edge(3, Math.max) + margin];
    }

    #box(id) {
      const { x, y } = this.place(id), [width, height, drop] = this.app.text().boxes[id];
      return [x - width / 2, y + drop - height / 2, x + width / 2, y + drop + height / 2];
    }

    #sync(set, ids, make) {
      const wanted = new Set(ids);
      set.remove(set.getIds().filter((id) => !wanted.has(id)));
      set.add(ids.filter((id) => !set.get(id)).map(make));
    }

    #node(id) {
      const { x, y } = this.place(id), glyph = this.app.data.glyph;
      return {
        id, x, y, label: "", shape: "custom",
        ctxRenderer: ({ ctx, x, y, state }) => {
          const [width, height] = this.app.text().boxes[id], inside = this.#inside(id);
          return {
            drawNode: () => this.#drawNode(id, ctx, x, y, state.selected),
            nodeDimensions: inside ? { width, height } : { width: glyph, height: glyph },
          };
        },
      };
    }

    #palette() {
      return enishi.colours.palette(this.app.dark);
    }

    #inside(id) {
      return this.app.data.inside.includes(this.app.look(id).shape);
    }

    #edge(id) {
      const { data, dark } = this.app, item = this.app.item(id), line = data.lines[item.look];
      const [from, to] = this.app.model.ends.get(id);
      const colour = enishi.colours.line(line.colour, dark), highlight = this.#palette().mark;
      const edge = {
        id, from, to, width: line.width, smooth: enishi.lines.smoothing(item, data.bend),
        color: { color: colour, highlight, inherit: false },
        dashes: line.dashes.length ? line.dashes : false,
      };
      if (line.arrow) edge.arrows = { to: { enabled: true, scaleFactor: 0.6 } };
      return edge;
    }

    #drawNode(id, ctx, x, y, selected) {
      const { data, dark } = this.app, text = this.app.text(), look = this.app.look(id), palette = this.#palette();
      const lines = text.labels[id], [width, height, drop] = text.boxes[id], inside = this.#inside(id);
      const high = lines.length * data.line_height;
      const w = inside ? width : data.glyph, h = inside ? height : data.glyph;
      if (selected) {
        ctx.fillStyle = palette.chosen;
        ctx.fillRect(x - width / 2 - 5, y + drop - height / 2 - 5, width + 10, height + 10);
      }
      drawShape(ctx, look, x, y, w, h, { slope: data.slope, dark });
      const top = inside ? y - high / 2 : y + data.glyph / 2 + 4, room = inside ? w - 6 : width;
      if (!inside && !selected) {
        ctx.fillStyle = palette.veil;
        ctx.fillRect(x - room / 2, top, room, high);
      }
      ctx.fillStyle = palette.ink;
      drawText(ctx, lines, x, top, room, data);
      const wide = Math.max(...lines.map((line) => ctx.measureText(line).width));
      this.labels.set(id, { left: x - wide / 2, right: x + wide / 2, top, bottom: top + high, room });
    }

    /** Frames whose nodes are still in their places. */
    shownFrames() {
      return this.app.text().frames;
    }

    #frames(ctx) {
      const palette = this.#palette();
      ctx.fillStyle = palette.wash;
      ctx.strokeStyle = palette.line;
      ctx.lineWidth = 1;
      for (const frame of this.shownFrames()) {
        ctx.fillRect(frame.left, frame.top, frame.width, frame.height);
        ctx.strokeRect(frame.left, frame.top, frame.width, frame.height);
      }
    }

    #signs(ctx) {
      const { data, state, model } = this.app, palette = this.#palette();
      for (const frame of this.shownFrames()) {
        const x = frame.left + frame.width / 2, high = frame.heading.length * data.line_height;
        ctx.fillStyle = palette.wash;
        ctx.fillRect(frame.left + 1, frame.top + 1, frame.width - 2, high + 14);
        ctx.fillStyle = palette.ink;
        drawText(ctx, frame.heading, x, frame.top + 9, frame.width - 8, data);
      }
      ctx.fillStyle = palette.ink;
      for (const mark of data.marks) {
        const moved = model.ends.get(mark.tie).some((end) => state.moved[end]);
        if (!moved && this.edges.get(mark.tie)) drawText(ctx, ["▲"], mark.x, mark.y - data.line_height / 2, 20, data);
      }
    }

    /** The node whose shape or label is at a point of the picture. */
    #nodeAt({ x, y }) {
      return this.nodes.getIds().find((id) => {
        const [left, top, right, bottom] = this.#box(id);
        return left <= x && x <= right && top <= y && y <= bottom;
      });
    }

    #click(event) {
      const id = this.#nodeAt(event.pointer.canvas) ?? this.network.getEdgeAt(event.pointer.DOM);
      this.app.choose(id ?? "");
      if (id === undefined) this.network.unselectAll();
    }

    #dragged(event) {
      const moved = { ...this.app.state.moved };
      for (const id of event.nodes) {
        const { x, y } = this.network.getPosition(id);
        moved[id] = [Math.round(x), Math.round(y)];
      }
      if (event.nodes.length) this.app.change({ moved });
    }
  }

  Picture.FONT = FONT;
  enishi.Picture = Picture;
})((globalThis.enishi ??= {}));
