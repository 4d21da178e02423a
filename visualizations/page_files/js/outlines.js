// The outlines of all shapes as SVG path data: one geometry for canvas (as Path2D), legend and SVG files.
(function (enishi) {
  "use strict";

  const BEVEL = 9;
  const FOLD = 12;
  const ROUND = 16;

  // A closed path through points: x, y, x, y, …
  function polygon(numbers) {
    const points = [];
    for (let i = 0; i < numbers.length; i += 2) points.push(`${round(numbers[i])} ${round(numbers[i + 1])}`);
    return `M${points.join("L")}Z`;
  }

  // A box with its corners cut off: by p across and by q down.
  function cut(r, b, p, q = p) {
    return [p - r, -b, r - p, -b, r, q - b, r, b - q, r - p, b, p - r, b, -r, b - q, -r, q - b];
  }

  function round(number) {
    return Math.round(number * 100) / 100;
  }

  function ellipse(w, h) {
    const [a, b] = [round(w / 2), round(h / 2)];
    return `M${-a} 0A${a} ${b} 0 1 1 ${a} 0A${a} ${b} 0 1 1 ${-a} 0Z`;
  }

  function rounded(w, h) {
    const k = Math.min(ROUND, h / 2, w / 2);
    const [r, b, arc] = [w / 2, h / 2, `A${round(k)} ${round(k)} 0 0 1 `];
    const at = (x, y) => `${round(x)} ${round(y)}`;
    return [
      `M${at(k - r, -b)}L${at(r - k, -b)}${arc}${at(r, k - b)}L${at(r, b - k)}${arc}${at(r - k, b)}`,
      `L${at(k - r, b)}${arc}${at(-r, b - k)}L${at(-r, k - b)}${arc}${at(k - r, -b)}Z`,
    ].join("");
  }

  function fold(h) {
    return Math.min(FOLD, h / 2.5);
  }

  // Left, top, right and bottom of a shape around the origin are -r, -b, r and b.
  const OUTLINES = {
    bevelled: (r, b) => cut(r, b, Math.min(BEVEL, (2 * b) / 3)),
    box: (r, b) => [-r, -b, r, -b, r, b, -r, b],
    chevron: (r, b, k) => [-r, -b, r - k, -b, r, 0, r - k, b, -r, b, k - r, 0],
    cross(r, b) {
      const [p, q] = [r / 3, b / 3];
      return [-p, -b, p, -b, p, -q, r, -q, r, q, p, q, p, b, -p, b, -p, q, -r, q, -r, -q, -p, -q];
    },
    diamond: (r, b) => [0, -b, r, 0, 0, b, -r, 0],
    folded(r, b) {
      const k = fold(2 * b);
      return [-r, -b, r - k, -b, r, k - b, r, b, -r, b];
    },
    hexagon: (r, b) => [b - r, -b, r - b, -b, r, 0, r - b, b, b - r, b, -r, 0],
    hourglass: (r, b) => [-r, -b, r, -b, 0.2 * r, 0, r, b, -r, b, -0.2 * r, 0],
    house: (r, b) => [0, -b, r, -0.2 * b, r, b, -r, b, -r, -0.2 * b],
    inverted: (r, b) => [-r, -b, r, -b, 0, b],
    kite: (r, b) => [0, -b, r, -0.3 * b, 0, b, -r, -0.3 * b],
    octagon: (r, b) => cut(r, b, 0.6 * r, 0.6 * b),
    pentagon: (r, b) => [0, -b, r, -0.2 * b, 0.6 * r, b, -0.6 * r, b, -r, -0.2 * b],
    slanted: (r, b, k) => [k - r, -b, r, -b, r - k, b, -r, b],
    star: (r, b) =>
      Array.from({ length: 10 }, (_, i) => {
        const [radius, angle] = [i % 2 ? 0.44 : 1.1, (i * Math.PI) / 5];
        return [radius * r * Math.sin(angle), -radius * b * Math.cos(angle)];
      }).flat(),
    trapezium: (r, b, k) => [k - r, -b, r - k, -b, r, b, -r, b],
    triangle: (r, b) => [0, -b, r, b, -r, b],
  };
  const ROUND_ONES = new Set(["dot", "ellipse", "ring"]);

  /**
   * Path data of a shape's outline around the origin; a shape without an outline of its own is a box.
   *
   * @param {number} slope how far slanting sides come in
   */
  function outline(shape, w, h, slope) {
    if (ROUND_ONES.has(shape)) return ellipse(w, h);
    if (shape === "rounded") return rounded(w, h);
    return polygon((OUTLINES[shape] ?? OUTLINES.box)(w / 2, h / 2, slope));
  }

  /** Path data of the thin lines inside of a shape, or nothing. */
  function inner(shape, w, h) {
    if (shape === "double") return outline("box", w - 7, h - 7);
    if (shape === "ring") return outline("dot", w / 2, h / 2);
    if (shape !== "folded") return "";
    const k = fold(h);
    const [x, top] = [round(w / 2 - k), round(-h / 2)];
    return `M${x} ${top}L${x} ${round(top + k)}L${round(w / 2)} ${round(top + k)}`;
  }

  enishi.outlines = { outline, inner, DASHES: [5, 4], INNER_WIDTH: 1.2 };
})((globalThis.enishi ??= {}));
