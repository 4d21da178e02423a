// Where an arrow key leads from a node: to the one of its neighbours that lies most in that direction. No document.
(function (enishi) {
  "use strict";

  const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const WIDEST = Math.cos((75 * Math.PI) / 180); // what lies farther aside belongs to another arrow

  /**
   * The nearest place in the direction of an arrow; undefined if none lies there.
   *
   * @param {{x: number, y: number}} from
   * @param {Array<{id: string, x: number, y: number}>} places
   * @param {string} key name of the arrow key
   */
  function towards(from, places, key) {
    const [dx, dy] = ARROWS[key];
    let best;
    let least = Number.POSITIVE_INFINITY;
    for (const place of places) {
      const [x, y] = [place.x - from.x, place.y - from.y];
      const far = Math.hypot(x, y);
      const straight = far ? (x * dx + y * dy) / far : 0; // the cosine of the angle to the arrow
      const cost = far * (2 - straight);
      if (straight > WIDEST && cost < least) [best, least] = [place, cost];
    }
    return best?.id;
  }

  enishi.directions = { ARROWS, towards };
})((globalThis.enishi ??= {}));
