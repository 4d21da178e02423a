// The map: a coastline, a point for each country or region in the picture, lines for the documents between two of them.
(function (enishi) {
  "use strict";

  const { button, element, within } = enishi.dom;
  const { draw, text, pressed } = enishi.vector;
  const { cited, partiesInView, partyName, words } = enishi.parts;
  const SIZE = 13; // of the font of labels

  /** Documents of the picture between two parties, each pair once; one side is ours or what the page is about. */
  function documents(app) {
    const pairs = new Map(),
      near = [app.data.own, app.data.focus, app.state.focus],
      rank = (side) => (near.includes(side) ? near.indexOf(side) : near.length); // our side first
    for (const id of app.visible().nodes) {
      const sides = app.data.tabs.map.sides[id] ?? [];
      if (sides.length !== 2 || !sides.some((side) => near.includes(side))) continue;
      const [one, other] = [...sides].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
      const key = `${one} ${other}`;
      pairs.set(key, { one, other, ids: [...(pairs.get(key)?.ids ?? []), id] });
    }
    return [...pairs.values()];
  }

  class WorldMap {
    constructor(panel, app) {
      this.panel = panel;
      this.app = app;
      this.sheet = element("div", undefined, "sheet");
      this.rest = element("div", undefined, "rest");
      this.detail = element("div", undefined, "detail");
      this.detail.setAttribute("aria-live", "polite");
      this.detail.hidden = true;
      within(panel, this.sheet, this.rest, this.detail);
      panel.classList.add("map");
      new ResizeObserver(() => {
        if (panel.clientWidth && Math.abs(panel.clientWidth - this.width) > 4) this.draw(true);
      }).observe(panel);
    }

    draw(again = false) {
      const { app } = this,
        visible = app.visible();
      if (!again && this.seen === visible && this.lang === app.lang) {
        this.mark();
        return;
      }
      [this.seen, this.lang, this.width] = [visible, app.lang, this.panel.clientWidth];
      this.say = words(app, "map");
      this.detail.hidden = true;
      const parties = partiesInView(app);
      parties.sort((a, b) => (b === app.data.own) - (a === app.data.own));
      const ties = documents(app);
      const places = enishi.map.place(app.data.tabs.map, {
        width: Math.max(640, this.width - 32),
        parties: parties.map((id) => ({ id, width: this.#width(partyName(app, id)) })),
        ties,
      });
      this.sheet.replaceChildren(this.#drawing(places));
      this.rest.replaceChildren(element("p", this.say("note"), "note"), element("p", this.say("coast"), "note"));
      if (ties.length) within(this.rest, ...this.#told(ties));
      this.mark();
    }

    /** Show what is chosen. */
    mark() {
      for (const each of this.sheet.querySelectorAll("[data-id]")) {
        each.classList.toggle("chosen", each.dataset.id === this.app.state.chosen);
      }
    }

    #width(name) {
      const context = (this.context ??= document.createElement("canvas").getContext("2d"));
      context.font = `${SIZE}px ${getComputedStyle(this.panel).fontFamily}`;
      return Math.ceil(context.measureText(name).width) + 4;
    }

    #drawing({ size, parts, coast, points, boxes, lines, labels }) {
      const sheet = draw("svg", {
        width: size.width,
        height: size.height,
        viewBox: `0 0 ${size.width} ${size.height}`,
        role: "group",
        "aria-label": this.say("title"),
      });
      sheet.lang = this.app.lang;
      const clips = Object.entries(parts)
        .filter(([, box]) => box)
        .map(([name, box]) => draw("clipPath", { id: `map-${name}` }, draw("rect", this.#box(box))));
      const shore = (name) =>
        draw("path", { d: coast[name].join(""), class: "coast", "clip-path": `url(#map-${name})` });
      const inset = parts.europe
        ? [
            draw("rect", { ...this.#box(parts.europe), class: "inset" }),
            shore("europe"),
            text([this.say("europe")], { x: 4, y: 10, high: 0, name: "part" }),
          ]
        : [];
      within(
        sheet,
        draw("defs", {}, ...clips),
        shore("world"),
        ...inset,
        ...lines.map((line) => this.#line(line)),
        ...labels.filter((label) => label.led).map((label) => this.#leader(label, points)),
        ...points.map((point) => this.#point(point, labels)),
        ...boxes.map((box) => this.#boxed(box)),
      );
      return sheet;
    }

    #box({ left, top, width, height }) {
      return { x: left, y: top, width, height };
    }

    #line(line) {
      const { app } = this,
        name = this.say("line", {
          one: partyName(app, line.one),
          other: partyName(app, line.other),
          count: line.ids.length,
        });
      const group = draw(
        "g",
        { class: "tie" },
        draw("path", { d: line.d, class: "reach" }),
        draw("path", { d: line.d, class: "line" }),
      );
      if (line.ids.length === 1) group.dataset.id = line.ids[0];
      return pressed(group, name, () => (line.ids.length === 1 ? app.choose(line.ids[0]) : this.#list(name, line.ids)));
    }

    /** Several documents between the same two: which one? */
    #list(name, ids) {
      const { app } = this,
        items = ids.map((id) =>
          within(
            element("li"),
            button(app.title(id), () => app.choose(id)),
          ),
        );
      this.detail.hidden = false;
      this.detail.replaceChildren(element("p", name, "name"), within(element("ul"), ...items));
    }

    /** The documents that the lines stand for, by pair, in words. */
    #told(ties) {
      const { app } = this,
        apart = app.lang === "ja" ? "―" : " – ";
      const rows = ties.map(({ one, other, ids }) => {
        const dated = (id) => [app.item(id)?.day?.text[app.lang], app.title(id)].filter(Boolean);
        const said = ids.map((id) =>
          within(
            element("li"),
            button(dated(id).join(app.lang === "ja" ? "　" : ": "), () => app.choose(id)),
          ),
        );
        const pair = element("dt", `${partyName(app, one)}${apart}${partyName(app, other)}`);
        return within(element("div"), pair, within(element("dd"), within(element("ul"), ...said)));
      });
      return [element("h3", this.say("told")), within(element("dl"), ...rows)];
    }

    #leader(label, points) {
      const [x, y] = points.find((point) => point.id === label.id).at;
      const [tx, ty] = [Math.min(Math.max(x, label.left), label.right), (label.top + label.bottom) / 2];
      return draw("line", { x1: x, y1: y, x2: tx, y2: ty, class: "leader" });
    }

    #point(point, labels) {
      const { app } = this,
        [x, y] = point.at,
        own = point.id === app.data.own;
      const box = labels.find((label) => label.id === point.id);
      const group = draw(
        "g",
        { class: own ? "party own" : "party" },
        draw("circle", { cx: x, cy: y, r: enishi.map.POINT }),
      );
      if (box)
        group.append(
          text([partyName(app, point.id)], { x: box.left + 2, y: (box.top + box.bottom) / 2, high: 0, name: "label" }),
        );
      group.dataset.id = point.id;
      return this.#chosenBy(group, point.id);
    }

    /** A party is chosen where it is pressed, if the page holds it. */
    #chosenBy(group, id) {
      const { app } = this;
      return app.item(id) ? pressed(group, partyName(app, id), () => app.choose(id)) : group;
    }

    #boxed(box) {
      const { app } = this,
        middle = box.top + box.height / 2;
      const group = draw(
        "g",
        { class: "party beside" },
        draw("rect", this.#box(box)),
        text([partyName(app, box.id)], {
          x: box.left + box.width / 2,
          y: middle,
          high: 0,
          name: "label",
          anchor: "middle",
        }),
      );
      group.dataset.id = box.id;
      return this.#chosenBy(group, box.id);
    }
  }

  enishi.tab({
    id: "map",
    key: "tab_map",
    make(panel, app) {
      panel.map = new WorldMap(panel, app);
    },
    draw(panel) {
      panel.map.draw();
    },
    sources(panel) {
      const { app } = panel.map;
      const shown = [...partiesInView(app), ...documents(app).flatMap(({ ids }) => ids)];
      return cited(
        app,
        shown.map((id) => ({ id })),
      );
    },
  });
})((globalThis.enishi ??= {}));
