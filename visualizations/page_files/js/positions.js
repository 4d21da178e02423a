// Where things stand follows from the state alone: of the layout, by hand, else near what they are tied to.
(function (enishi) {
  "use strict";

  const UNRANKED = 1e6;
  const [NARROWEST, WIDEST, EACH, WIDER] = [260, 560, 17, 1.45]; // of the ring around what is in focus, in pixels
  const UNFILTERED = { kinds: [], levels: [], scopes: [], stages: [], fields: [], day: "", range: [] };

  /** A place on an ellipse that has room for some nodes, from above and clockwise. */
  function onRing(i, n) {
    const across = Math.min(WIDEST, Math.max(NARROWEST, n * EACH));
    const angle = (2 * Math.PI * i) / n - Math.PI / 2;
    return { x: Math.round(across * Math.cos(angle)), y: Math.round((across / WIDER) * Math.sin(angle)) };
  }

  class Positions {
    #key;
    #places = new Map();

    /** @param {Map<string, {x: number, y: number}>} first places that the page came with */
    constructor(app, first) {
      this.app = app;
      this.first = first;
    }

    /** Places of all that is drawn, and of what would be if nothing were filtered: a filter moves nothing. */
    of(drawn) {
      const { state, lang } = this.app;
      const key = JSON.stringify([drawn.nodes, state.moved, state.focus, lang]);
      if (key !== this.#key) this.#places = this.#place(drawn);
      this.#key = key;
      return this.#places;
    }

    #place(drawn) {
      const { app } = this;
      const free = { ...app.state, ...UNFILTERED };
      const all = app.showing.visible(free);
      const whole = app.bundles.drawn(all, app.bundles.fold(all, free));
      const near = this.#near([...whole.lines, ...drawn.lines]);
      const wanted = [...whole.nodes.filter((id) => app.model.isNode(id)), ...drawn.nodes];
      return enishi.place(
        this.#known(),
        this.#ranked(wanted),
        (id) => this.#size(id),
        (id) => [...(near.get(id) ?? [])],
        this.#taken(),
        this.#ring(near),
      );
    }

    /** Places that are given: in focus, a picture of its own begins around it. */
    #known() {
      const { focus, moved } = this.app.state;
      const known = focus ? new Map([[focus, { x: 0, y: 0 }]]) : new Map(this.first);
      for (const [id, [x, y]] of Object.entries(moved)) known.set(id, { x, y });
      return known;
    }

    #near(lines) {
      const near = new Map();
      const add = (id, other) => {
        if (!near.has(id)) near.set(id, new Set());
        near.get(id).add(other);
      };
      for (const { from, to } of lines) {
        add(from, to);
        add(to, from);
      }
      return near;
    }

    /** In focus, the nearest first; else in the order of the page. */
    #ranked(ids) {
      const { focus } = this.app.state;
      const order = focus ? [...this.app.model.within(focus, 3).keys()] : [];
      const rank = new Map(order.map((id, i) => [id, i]));
      return ids.sort((a, b) => (rank.get(a) ?? UNRANKED) - (rank.get(b) ?? UNRANKED));
    }

    /** In focus, what is tied to it begins on a ring around it, in the order of the page, so that its lines part. */
    #ring(near) {
      const { focus } = this.app.state;
      if (!focus) return undefined;
      const around = this.app.model.sorted([...(near.get(focus) ?? [])].filter((id) => this.app.model.isNode(id)));
      const bundles = [...(near.get(focus) ?? [])].filter((id) => !this.app.model.isNode(id));
      const places = new Map([...around, ...bundles].map((id, i, all) => [id, onRing(i, all.length)]));
      return (id) => places.get(id);
    }

    /** The size that serves all languages. */
    #size(id) {
      const { langs, text } = this.app.data;
      const sizes = langs.map((lang) => text[lang].boxes[id]).filter(Boolean);
      return sizes.length ? [0, 1, 2].map((i) => Math.max(...sizes.map((size) => size[i]))) : this.app.box(id);
    }

    /** Frames and lanes stay free of what comes in. */
    #taken() {
      if (this.app.state.focus) return [];
      const { lanes = [] } = this.app.data;
      const box = ({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height });
      const gaps = lanes.map(([x, y, width, height]) => ({ left: x - width / 2, top: y - height / 2, width, height }));
      return [...this.app.text().frames, ...gaps].map(box);
    }
  }

  enishi.Positions = Positions;
})((globalThis.enishi ??= {}));
