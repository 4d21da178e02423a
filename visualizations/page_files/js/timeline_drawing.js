// The timeline as a drawing: years, lanes, links and events where the layout has put them.
(function (enishi) {
  "use strict";

  const { within } = enishi.dom;
  const { draw, text, pressed } = enishi.vector;
  const SIZE = 11; // of the font of the years

  function arrows() {
    const head = draw("path", { d: "M0 0L8 4L0 8Z", class: "head" });
    const shape = { id: "timeline-arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 7, markerHeight: 7 };
    return draw("defs", {}, draw("marker", { ...shape, orient: "auto-start-reverse" }, head));
  }

  /** A drawing of a part of the timeline, from a height on; the parts stand below one another, so that print can break. */
  function sheet({ width }, top, height, name) {
    return draw("svg", { width, height, viewBox: `0 ${top} ${width} ${height}`, class: name, role: "group" });
  }

  /** The years, which stay in sight above the lanes, but for those in the way of the day for which it is drawn. */
  function years(places, { app, say }) {
    const { day } = app.state;
    const name = day ? enishi.dayText(day, app.lang) : say("as_of"),
      right = places.now - 4,
      left = right - enishi.fit.widthOf(name, SIZE);
    const clear = ({ x }) => !(x < right && x + 3 + enishi.fit.widthOf("2000", SIZE) > left);
    const made = places.ticks
      .filter(clear)
      .map(({ x, year }) => text([String(year)], { x: x + 3, y: 10, high: 0, name: "years" }));
    if (places.now !== undefined) made.push(text([name], { x: right, y: 10, high: 0, name: "years", anchor: "end" }));
    return within(sheet(places, 0, places.head, "years-row"), ...made);
  }

  function grid(places, top, bottom) {
    const lines = places.ticks.map(({ x }) => draw("line", { x1: x, x2: x, y1: top, y2: bottom, class: "year" }));
    if (places.now === undefined) return lines;
    return [...lines, draw("line", { x1: places.now, x2: places.now, y1: top, y2: bottom, class: "now" })];
  }

  function lane({ id, top, height, label }, places, { app, say, choose }) {
    const below = top + height + places.gap;
    const made = sheet(places, top, height + places.gap, "lane-row");
    made.setAttribute("aria-label", label.join(app.lang === "ja" ? "" : " "));
    return within(
      made,
      id === places.lanes[0].id ? arrows() : undefined,
      ...grid(places, top, below),
      draw("rect", { x: 0.5, y: top + 0.5, width: places.width - 1, height: height - 1, class: "lane" }),
      text(label, { x: 6, y: top + places.gap + places.line / 2, high: places.line, name: "lane-name" }),
      ...places.links.filter((each) => each.lane === id).map((each) => link(each, say)),
      ...places.marks.filter((mark) => mark.event.lane === id).map((mark) => event(mark, places, { app, choose })),
    );
  }

  /** A line from what came first to what followed; without an arrow where both were announced together. */
  function link({ points, link: kind }, say) {
    const line = draw("polyline", {
      points: points.map((point) => point.join(",")).join(" "),
      class: `link ${kind}`,
      "marker-end": kind === "co_announced" ? undefined : "url(#timeline-arrow)",
    });
    const name = draw("title");
    name.textContent = say(kind);
    return draw("g", {}, name, line);
  }

  function event(mark, places, { app, choose }) {
    const known = mark.event,
      label = known.label[app.lang].lines,
      date = known.date[app.lang];
    const { x, y } = mark.text;
    const group = draw(
      "g",
      { class: "event" },
      enishi.marks.draw(mark, places.size),
      text(label, { x, y, high: places.line, name: "label" }),
      text([date], { x, y: y + label.length * places.line, high: 0, name: "date" }),
    );
    group.dataset.id = known.id;
    const said = [[...label, date].join(" "), known.title, known.kindName].filter(Boolean);
    return pressed(group, said.join(app.lang === "ja" ? "、" : ", "), () => choose(known));
  }

  /** The drawings of a timeline, from the years down; `choose` is told which event was pressed. */
  enishi.drawTimeline = (places, acts) => {
    const made = [years(places, acts), ...places.lanes.map((each) => lane(each, places, acts))];
    for (const each of made) each.lang = acts.app.lang;
    return made;
  };
})((globalThis.enishi ??= {}));
