// The timeline as a drawing: years, lanes, links and events where the layout has put them.
(function (enishi) {
  "use strict";

  const { within } = enishi.dom;
  const { draw, text, pressed } = enishi.vector;

  function arrows() {
    const head = draw("path", { d: "M0 0L8 4L0 8Z", class: "head" });
    const shape = { id: "timeline-arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 7, markerHeight: 7 };
    return draw("defs", {}, draw("marker", { ...shape, orient: "auto-start-reverse" }, head));
  }

  function grid(places, say) {
    const made = places.ticks.flatMap(({ x, year }) => [
      draw("line", { x1: x, x2: x, y1: places.head - 4, y2: places.height, class: "year" }),
      text([String(year)], { x: x + 3, y: 10, high: 0, name: "years" }),
    ]);
    if (places.now === undefined) return made;
    const { now } = places;
    return [
      ...made,
      draw("line", { x1: now, x2: now, y1: 4, y2: places.height, class: "now" }),
      text([say("as_of")], { x: now - 4, y: 10, high: 0, name: "years", anchor: "end" }),
    ];
  }

  function lane({ top, height, label }, places) {
    const box = { x: 0, y: top, width: places.width, height, class: "lane" };
    const name = text(label, { x: 6, y: top + 4 + places.line / 2, high: places.line, name: "lane-name" });
    return draw("g", {}, draw("rect", box), name);
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
    const said = [date, app.said(known.name), app.said(known.kind_name)].filter(Boolean);
    return pressed(group, said.join(app.lang === "ja" ? "、" : ", "), () => choose(known));
  }

  /** The drawing of a timeline; `choose` is told which event was pressed. */
  enishi.drawTimeline = (places, { app, say, choose }) => {
    const { width, height } = places;
    const sheet = draw("svg", {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "group",
      "aria-label": say("title"),
    });
    sheet.lang = app.lang;
    return within(
      sheet,
      arrows(),
      ...grid(places, say),
      ...places.lanes.map((each) => lane(each, places)),
      ...places.links.map((each) => link(each, say)),
      ...places.marks.map((mark) => event(mark, places, { app, choose })),
    );
  };
})((globalThis.enishi ??= {}));
