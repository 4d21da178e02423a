// The picture: vis-network draws what is visible. Where things stand follows from the state alone.
(function (enishi) {
  "use strict";

  const { boxAt } = enishi;
  const { drawFrames, drawSigns } = enishi.drawing;
  const { drawThrough, throughAt } = enishi.through;
  const { nodeItem, lineItem, sync } = enishi.visItems;
  const CLOSEST = 1.4,
    MARGIN = 24,
    BUTTONS = { wide: 150, high: 44 }; // room of those that change the scale, at the lower left

  class Picture {
    constructor(container, app, data) {
      this.app = app;
      this.container = container;
      this.labels = new Map(); // boxes of the labels as last drawn, so that a test can measure them
      this.first = new Map(data.nodes.filter((node) => "x" in node).map(({ id, x, y }) => [id, { x, y }]));
      this.positions = new enishi.Positions(app, this.first);
      this.signs = [];
      this.lineLook = `${app.dark} ${app.state.focus}`;
      // vis-network is much faster with what it begins with than with what comes later.
      const { drawn } = app.visible();
      this.places = this.positions.of(drawn);
      this.nodes = new vis.DataSet(drawn.nodes.map((id) => nodeItem(this, id)));
      this.edges = new vis.DataSet(drawn.lines.map((line) => lineItem(this, line)));
      this.network = new vis.Network(container, { nodes: this.nodes, edges: this.edges }, JSON.parse(data.options));
      this.network.on("beforeDrawing", (ctx) => {
        drawFrames(ctx, this);
        drawThrough(ctx, this);
      });
      this.network.on("afterDrawing", (ctx) => drawSigns(ctx, this));
      this.network.on("click", (event) => this.#click(event));
      this.network.on("dragEnd", (event) => this.#dragged(event));
      this.network.on("zoom", () => this.#looked());
      new ResizeObserver(() => this.#resized()).observe(container);
    }

    /** Show what the state shows. */
    draw() {
      const { drawn } = this.app.visible(),
        pinned = new Set(this.app.state.pinned);
      this.signs = [];
      const { emitter } = this.network.body; // what vis-network itself does where it changes much at once
      emitter.emit("_blockRedraw");
      this.places = this.positions.of(drawn);
      sync(this.nodes, drawn.nodes, (id) => nodeItem(this, id));
      const look = `${this.app.dark} ${this.app.state.focus}`;
      if (this.lineLook !== look) this.edges.clear(); // they keep their colours and bends
      this.lineLook = look;
      sync(this.edges, drawn.lines, (line) => lineItem(this, line));
      for (const id of drawn.nodes) {
        const { x, y } = this.places.get(id),
          now = this.network.getPosition(id);
        if (now.x !== x || now.y !== y) this.network.moveNode(id, x, y);
      }
      const repinned = drawn.nodes.filter((id) => this.nodes.get(id).fixed !== pinned.has(id));
      if (repinned.length) this.nodes.update(repinned.map((id) => ({ id, fixed: pinned.has(id) })));
      for (const id of [...this.labels.keys()]) if (!this.nodes.get(id)) this.labels.delete(id);
      this.signs = this.#signs(drawn.lines);
      this.mark();
      emitter.emit("_allowRedraw");
      this.look();
    }

    /** Signs on ties on which sources differ; those of the layout where its nodes stand in their places. */
    #signs(lines) {
      const { model, state, data } = this.app;
      const disputed = lines.filter(({ ties }) => ties.some((tie) => this.app.item(tie).disputed));
      if (!disputed.length) return [];
      const still = ({ tie }) => !state.focus && model.ends.get(tie).every((end) => !state.moved[end]);
      const ties = disputed.map((line) => ({
        id: line.id,
        from: this.places.get(line.from),
        to: this.places.get(line.to),
        smooth: this.smooth(line),
      }));
      const boxes = [...this.nodes.getIds().map((id) => this.box(id)), ...this.headings()];
      return enishi.signs(ties, data.marks.filter(still), boxes);
    }

    /** Whether both ends of a line stand where they belong: none is being dragged. */
    stands(id) {
      const edge = this.edges.get(id);
      return (
        Boolean(edge) &&
        [edge.from, edge.to].every((end) => {
          const { x, y } = this.network.getPosition(end);
          const place = this.places.get(end);
          return Math.abs(x - place.x) < 1 && Math.abs(y - place.y) < 1;
        })
      );
    }

    /** Boxes of the headings of frames. */
    headings() {
      const high = (frame) => frame.heading.length * this.app.data.line_height + 2 * MARGIN;
      return this.frames().map((f) => ({ left: f.left, top: f.top, right: f.left + f.width, bottom: f.top + high(f) }));
    }

    /** Mark what is chosen. */
    mark() {
      const { chosen, focus } = this.app.state;
      if (chosen && chosen === focus) this.network.setSelection({ nodes: [chosen], edges: [] });
      else if (this.nodes.get(chosen)) {
        this.network.setSelection(
          { nodes: [chosen], edges: this.network.getConnectedEdges(chosen) },
          { highlightEdges: false },
        );
      } else if (this.edges.get(chosen)) {
        this.network.setSelection(
          { nodes: [...this.app.model.ends.get(chosen)], edges: [chosen] },
          { highlightEdges: false },
        );
      } else {
        const path = this.app.showing.path(this.app.state);
        this.network.setSelection(
          {
            nodes: path.filter((id) => this.nodes.get(id)),
            edges: path.filter((id) => this.edges.get(id)),
          },
          { highlightEdges: false },
        );
      }
    }

    position(id) {
      return this.nodes.get(id) ? this.network.getPosition(id) : undefined;
    }

    /** Look where the state says, else at all of it. */
    look() {
      const [x, y, scale] = this.app.state.camera.map(Number),
        { clientWidth, clientHeight } = this.container;
      if (!clientWidth || !clientHeight) return;
      this.size = `${clientWidth} ${clientHeight}`;
      if (scale > 0) this.network.moveTo({ position: { x, y }, scale });
      else {
        const whole = this.#fitted(clientWidth, clientHeight);
        this.network.moveTo(this.#covered(whole) ? this.#fitted(clientWidth, clientHeight, BUTTONS.high) : whole);
      }
      this.network.redraw();
    }

    /** Where to look from to see everything in a room, of which some is kept free at the bottom. */
    #fitted(width, height, free = 0) {
      const [left, top, right, bottom] = this.bounds();
      const scale = Math.min(width / (right - left), (height - free) / (bottom - top), CLOSEST);
      return { position: { x: (left + right) / 2, y: (top + bottom + free / scale) / 2 }, scale };
    }

    /** Whether the buttons at the lower left would then lie on a label. */
    #covered({ position, scale }) {
      const { clientWidth, clientHeight } = this.container;
      const right = position.x + (BUTTONS.wide - clientWidth / 2) / scale,
        top = position.y + (clientHeight / 2 - BUTTONS.high) / scale;
      return this.nodes.getIds().some((id) => {
        const box = this.box(id);
        return box.left < right && box.bottom > top;
      });
    }

    /** Look anew; not where an observer begins with a call and the size is that of the first look. */
    #resized() {
      const { clientWidth, clientHeight } = this.container,
        first = !this.observed;
      this.observed = true;
      if (!first || this.size !== `${clientWidth} ${clientHeight}`) this.look();
    }

    whole() {
      this.app.change({ camera: [] }, { undo: false });
      this.look();
    }

    zoom(factor) {
      this.network.moveTo({ scale: this.network.getScale() * factor });
      this.#looked();
    }

    /** Bring a node into the middle. */
    flyTo(id) {
      const at = this.position(id);
      if (!at) return;
      this.network.moveTo({ position: at, scale: Math.max(this.network.getScale(), 1) });
      this.#looked();
    }

    #looked() {
      const { x, y } = this.network.getViewPosition(),
        scale = this.network.getScale();
      this.app.change({ camera: [Math.round(x), Math.round(y), Number(scale.toFixed(3))] }, { undo: false });
    }

    /** Left, top, right and bottom of all that is shown. */
    bounds() {
      const all = this.nodes.getIds().map((id) => this.box(id));
      for (const f of this.frames())
        all.push({ left: f.left, top: f.top, right: f.left + f.width, bottom: f.top + f.height });
      if (!all.length) return [-100, -100, 100, 100];
      return [
        Math.min(...all.map((b) => b.left)) - MARGIN,
        Math.min(...all.map((b) => b.top)) - MARGIN,
        Math.max(...all.map((b) => b.right)) + MARGIN,
        Math.max(...all.map((b) => b.bottom)) + MARGIN,
      ];
    }

    /** The box of a node with its label. */
    box(id) {
      return boxAt(this.network.getPosition(id), this.app.box(id));
    }

    /** Frames behind the nodes. */
    frames() {
      return enishi.framesOf(this.app, this.first);
    }

    /** How a line is bent: as its tie, unless it stands for several or is seen from elsewhere. */
    smooth({ id, ties }) {
      const { data, state } = this.app;
      const { sideways, through, bend } = this.app.item(ties[0]);
      if (id !== ties[0]) return false;
      return enishi.lines.smoothing({ sideways: sideways && !state.focus, through, bend }, data.bend, data.lanes);
    }

    /** The node whose shape or label is at a point of the picture. */
    #nodeAt({ x, y }) {
      return this.nodes.getIds().find((id) => {
        const { left, top, right, bottom } = this.box(id);
        return left <= x && x <= right && top <= y && y <= bottom;
      });
    }

    #click(event) {
      const { app } = this,
        { canvas, DOM } = event.pointer,
        id = this.#nodeAt(canvas) ?? this.network.getEdgeAt(DOM) ?? throughAt(canvas, this);
      if (id && app.bundle(id)) app.focusing.unfold(id);
      else if (id && app.state.path.length === 1 && app.model.isNode(id)) app.focusing.path(id);
      else app.choose(id && app.item(id) ? id : "");
      this.mark();
    }

    #dragged(event) {
      const { state } = this.app,
        moved = { ...state.moved };
      for (const id of event.nodes) {
        const { x, y } = this.network.getPosition(id);
        moved[id] = [Math.round(x), Math.round(y)];
      }
      if (event.nodes.length) this.app.change({ moved });
      else this.#looked();
    }
  }

  enishi.Picture = Picture;
})((globalThis.enishi ??= {}));
