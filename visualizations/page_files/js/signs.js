// Where a sign stands on a tie on which sources differ: as the layout has it, else on the line, clear of everything.
(function (enishi) {
  "use strict";

  const SIZE = 14;
  const CLEAR = 2;

  /** Shares of a line, the middle first. */
  const SHARES = Array.from({ length: 61 }, (_, i) => 0.5 + (i % 2 ? 1 : -1) * Math.ceil(i / 2) * 0.0125);

  function free({ x, y }, boxes) {
    const reach = SIZE / 2 + CLEAR;
    return boxes.every(
      (box) => x + reach <= box.left || box.right <= x - reach || y + reach <= box.top || box.bottom <= y - reach,
    );
  }

  /** Points of a line, those in its middle first; of a bent one only its middle is known. */
  function points(from, to, smooth) {
    if (smooth) return [enishi.lines.course(from, to, smooth).middle];
    return SHARES.map((share) => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }));
  }

  /**
   * Signs: [{tie, x, y}].
   *
   * @param {object[]} ties those that need a sign: {id, from, to, smooth}, `from` and `to` being places
   * @param {object[]} given signs of the layout, which stand
   * @param {object[]} taken boxes that stay clear: {left, top, right, bottom}
   */
  function signs(ties, given, taken) {
    const known = new Map(given.map((mark) => [mark.tie, mark]));
    const boxes = [...taken];
    const found = [];
    const add = (tie, { x, y }) => {
      found.push({ tie, x, y });
      boxes.push({ left: x - SIZE / 2, right: x + SIZE / 2, top: y - SIZE / 2, bottom: y + SIZE / 2 });
    };
    for (const { id } of ties) if (known.has(id)) add(id, known.get(id));
    for (const { id, from, to, smooth } of ties) {
      const at = known.has(id) ? undefined : points(from, to, smooth).find((point) => free(point, boxes));
      if (at) add(id, { x: Math.round(at.x), y: Math.round(at.y) });
    }
    return found;
  }

  enishi.signs = signs;
})((globalThis.enishi ??= {}));
