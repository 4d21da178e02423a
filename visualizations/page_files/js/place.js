// Places for nodes that come into a picture: near what they are tied to, the same each time, over nothing else.
(function (enishi) {
  "use strict";

  const GAP = 12,
    CELL = 160,
    ACROSS = 44,
    DOWN = 22,
    WIDER = 1.45;

  /** Boxes on a grid, so that what is near is found fast. */
  class Boxes {
    #cells = new Map();

    add(box) {
      for (const key of this.#keys(box)) {
        if (!this.#cells.has(key)) this.#cells.set(key, []);
        this.#cells.get(key).push(box);
      }
    }

    /** Whether a box has room where it is. */
    free(box) {
      return this.#keys(box).every((key) =>
        (this.#cells.get(key) ?? []).every(
          (other) =>
            box.right + GAP <= other.left ||
            other.right + GAP <= box.left ||
            box.bottom + GAP <= other.top ||
            other.bottom + GAP <= box.top,
        ),
      );
    }

    #keys({ left, top, right, bottom }) {
      const keys = [];
      for (let x = Math.floor((left - GAP) / CELL); x <= Math.floor((right + GAP) / CELL); x += 1) {
        for (let y = Math.floor((top - GAP) / CELL); y <= Math.floor((bottom + GAP) / CELL); y += 1)
          keys.push(x * 65536 + y);
      }
      return keys;
    }
  }

  /** Offsets from a point, nearest first, on a page wider than high. They grow as they are asked for. */
  const offsets = { ring: 0, list: [[0, 0]] };

  function offset(i) {
    while (i >= offsets.list.length) {
      offsets.ring += 1;
      const ring = [],
        r = offsets.ring;
      for (let x = -r; x <= r; x += 1) {
        for (let y = -r; y <= r; y += 1)
          if (Math.max(Math.abs(x), Math.abs(y)) === r) ring.push([x * ACROSS, y * DOWN]);
      }
      ring.sort(
        (a, b) => Math.hypot(a[0] / WIDER, a[1]) - Math.hypot(b[0] / WIDER, b[1]) || a[0] - b[0] || a[1] - b[1],
      );
      offsets.list.push(...ring);
    }
    return offsets.list[i];
  }

  /** The box of a node: its place, and its width, height and drop. */
  function boxAt({ x, y }, [width, height, drop]) {
    return { left: x - width / 2, right: x + width / 2, top: y + drop - height / 2, bottom: y + drop + height / 2 };
  }

  /**
   * Places for nodes that have none.
   *
   * @param {Map<string, {x: number, y: number}>} known places that stay
   * @param {string[]} wanted nodes in the order in which they are placed
   * @param {(id: string) => number[]} sizeOf width, height and drop of a node
   * @param {(id: string) => string[]} nearOf nodes that it should stand near
   * @param {object[]} taken boxes that must stay free: {left, top, right, bottom}
   * @param {(id: string) => {x: number, y: number} | undefined} startOf where to begin, instead of near others
   * @returns {Map<string, {x: number, y: number}>} all places, known ones included
   */
  function place(known, wanted, sizeOf, nearOf, taken = [], startOf = () => undefined) {
    const places = new Map(known),
      boxes = new Boxes();
    for (const box of taken) boxes.add(box);
    for (const [id, at] of known) boxes.add(boxAt(at, sizeOf(id)));
    const centre = mean([...known.values()]),
      tried = new Map(); // where a start was left off: what was full stays so
    for (const id of wanted) {
      if (places.has(id)) continue;
      const near = nearOf(id)
        .map((other) => places.get(other))
        .filter(Boolean);
      const start = startOf(id) ?? from(near, centre),
        size = sizeOf(id);
      const key = `${Math.round(start.x)} ${Math.round(start.y)}`;
      let at,
        i = (tried.get(key) ?? 0) - 1;
      do {
        i += 1;
        const [x, y] = offset(i);
        at = { x: Math.round(start.x + x), y: Math.round(start.y + y) };
      } while (!boxes.free(boxAt(at, size)));
      tried.set(key, i);
      places.set(id, at);
      boxes.add(boxAt(at, size));
    }
    return places;
  }

  function mean(points) {
    if (!points.length) return { x: 0, y: 0 };
    const sum = (pick) => points.reduce((total, point) => total + pick(point), 0) / points.length;
    return { x: sum((point) => point.x), y: sum((point) => point.y) };
  }

  /** Where to begin: the middle of the neighbours; beside a single one, away from the middle of the picture. */
  function from(near, centre) {
    const start = mean(near.length ? near : [centre]);
    if (near.length !== 1) return start;
    const x = start.x - centre.x,
      y = start.y - centre.y,
      far = Math.hypot(x, y);
    return far < 1 ? start : { x: start.x + (x / far) * 110, y: start.y + (y / far) * 70 };
  }

  enishi.place = place;
  enishi.boxAt = boxAt;
})((globalThis.enishi ??= {}));
