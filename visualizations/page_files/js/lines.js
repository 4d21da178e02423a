// How ties run: bent as vis-network bends them, for the canvas as its options and for SVG as path data.
(function (enishi) {
  "use strict";

  const STEP = 0.1;
  const TURN = 0.12;

  /**
   * How vis-network is told to bend a tie; false for a straight one. `bend` is how far sideways ties swing at least.
   * What runs through lanes first, vis-network has no word for: it is drawn by us.
   */
  function smoothing(item, bend, lanes = []) {
    if (item.sideways) {
      const roundness = bend + STEP * (item.bend ?? 0);
      if (item.through && lanes.length) return { type: "through", roundness, corners: lanes.flatMap(edges) };
      return { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness };
    }
    return item.bend ? { enabled: true, type: "curvedCW", roundness: TURN * item.bend } : false;
  }

  function edges([x, y, width]) {
    return [
      { x: x - width / 2, y },
      { x: x + width / 2, y },
    ];
  }

  function at({ x, y }) {
    return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
  }

  /** The path between the middles of two nodes as path data, its middle, and from where it comes in at its end. */
  function course(from, to, smooth) {
    if (!smooth) {
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      return { d: `M${at(from)}L${at(to)}`, before: from, middle };
    }
    if (smooth.type === "through") {
      const swing = course(smooth.corners.at(-1), to, { type: "cubicBezier", roundness: smooth.roundness });
      const straight = [from, ...smooth.corners].map(at).join("L");
      return { ...swing, d: `M${straight}${swing.d.slice(swing.d.indexOf("C"))}` };
    }
    if (smooth.type === "cubicBezier") {
      const reach = smooth.roundness * (from.x - to.x);
      const [one, two] = [
        { x: from.x - reach, y: from.y },
        { x: to.x + reach, y: to.y },
      ];
      const middle = { x: (from.x + 3 * one.x + 3 * two.x + to.x) / 8, y: (from.y + to.y) / 2 };
      return { d: `M${at(from)}C${at(one)} ${at(two)} ${at(to)}`, before: two, middle };
    }
    const [dx, dy, factor] = [to.x - from.x, from.y - to.y, smooth.roundness / 2 + 0.5];
    const angle = Math.atan2(dy, dx) + factor * Math.PI;
    const reach = factor * Math.hypot(dx, dy);
    const via = { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
    const middle = { x: (from.x + 2 * via.x + to.x) / 4, y: (from.y + 2 * via.y + to.y) / 4 };
    return { d: `M${at(from)}Q${at(via)} ${at(to)}`, before: via, middle };
  }

  /** Where a line that comes from a point meets the box around the middle of a node. */
  function border(from, middle, w, h) {
    const [dx, dy] = [from.x - middle.x, from.y - middle.y];
    const reach = Math.min(w / 2 / Math.abs(dx || 1e-9), h / 2 / Math.abs(dy || 1e-9), 1);
    return { x: middle.x + dx * reach, y: middle.y + dy * reach };
  }

  enishi.lines = { smoothing, course, border };
})((globalThis.enishi ??= {}));
