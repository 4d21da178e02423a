// The marks of a timeline: a shape for each kind, a bar where only the period is known, hollow where it is to come.
(function (enishi) {
  "use strict";

  const { draw } = enishi.vector;

  /** What tells one kind of event from another; whatever is neither is a call or project. */
  function kindOf(event) {
    if (event.expected || event.kind === "Meeting") return "meeting";
    return event.kind === "Agreement" ? "instrument" : "other";
  }

  /** The mark of an event around its place. Never a point where the day is not known. */
  function mark({ event, x1, x2, y, point }, size) {
    const name = ["mark", kindOf(event), event.planned && "planned", event.expected && "expected"]
      .filter(Boolean)
      .join(" ");
    const half = size / 2,
      x = (x1 + x2) / 2;
    if (!point) {
      const round = kindOf(event) === "meeting" ? 4 : 0;
      return draw("rect", { x: x1, y: y - 4, width: x2 - x1, height: 8, rx: round, class: `${name} span` });
    }
    if (kindOf(event) === "meeting") return draw("circle", { cx: x, cy: y, r: half, class: name });
    if (kindOf(event) === "instrument") {
      return draw("rect", { x: x - half, y: y - half, width: size, height: size, class: name });
    }
    return draw("path", {
      d: `M${x} ${y - half - 1}L${x + half + 1} ${y}L${x} ${y + half + 1}L${x - half - 1} ${y}Z`,
      class: name,
    });
  }

  const SAMPLES = {
    meeting: { event: { kind: "Meeting" }, point: true },
    instrument: { event: { kind: "Agreement" }, point: true },
    other: { event: { kind: "Call" }, point: true },
    span: { event: { kind: "Meeting" }, point: false },
    planned: { event: { kind: "Meeting", planned: true }, point: true },
    expected_mark: { event: { expected: true }, point: false },
  };

  /** A small drawing of a mark, for the legend. */
  function sample(key) {
    const { event, point } = SAMPLES[key];
    const [x1, x2] = point ? [13.5, 24.5] : [4, 34];
    return draw("svg", { width: 38, height: 16, "aria-hidden": "true" }, mark({ event, point, x1, x2, y: 8 }, 11));
  }

  enishi.marks = { draw: mark, sample, kindOf };
})((globalThis.enishi ??= {}));
