// Where the parts of the map stand: coastline, points, lines and labels. No drawing and no document.
(function (enishi) {
  "use strict";

  const EUROPE = { west: -12, east: 34, south: 34, north: 67 }; // what the enlarged part shows
  const WORLD = { south: -58, north: 82 };
  const INSET = 0.42; // share of the width that the enlarged part takes
  const TALL = 0.45; // share of the width that the rest of the world may take as its height
  const MARGIN = 18; // degrees that are shown beyond the outermost point
  const GAP = 14;
  const POINT = 4.5; // radius of a point
  const LINE = 16; // height of a label
  const BOX = 24; // height of the box of what has no point
  const SAMPLES = 32; // points by which the course of a line is tested

  const miller = (latitude) => 1.25 * Math.log(Math.tan(Math.PI / 4 + (0.4 * latitude * Math.PI) / 180));

  /** Degrees east of a meridian: all round for the whole world, else also a little to the west of it. */
  function eastOf(longitude, west, span) {
    const east = (((longitude - west) % 360) + 360) % 360;
    return span < 360 && east > (span + 360) / 2 ? east - 360 : east;
  }

  /** A projection of a part of the world into a box: from latitude and longitude to [x, y]. */
  function projection({ west, span, south, north }, { left, top, width }) {
    const scale = width / ((span * Math.PI) / 180),
      high = (miller(north) - miller(south)) * scale;
    const at = (latitude, longitude) => {
      const east = eastOf(longitude, west, span);
      return [left + ((east * Math.PI) / 180) * scale, top + (miller(north) - miller(latitude)) * scale];
    };
    const holds = (longitude, margin) => {
      const east = eastOf(longitude, west, span);
      return east >= -margin && east <= span + margin;
    };
    return { at, holds, box: { left, top, width, height: high } };
  }

  /** What is shown of the world: as far from the middle of the Pacific as there are points, alike to both sides. */
  function shownOf(cut, width, tall, longitudes) {
    const middle = cut + 180;
    const far = longitudes.map((longitude) => Math.abs(eastOf(longitude, cut, 360) - 180) + MARGIN);
    const least = (((miller(WORLD.north) - miller(WORLD.south)) * width) / tall) * (90 / Math.PI);
    const reach = Math.min(180, Math.max(least, ...far));
    return { ...WORLD, west: middle - reach, span: 2 * reach };
  }

  /** Points of a line of the coast in degrees; steps are in tenths of a degree, east of the cut. */
  function degrees([x0, y0, ...steps], cut) {
    const points = [[x0, y0]];
    for (let i = 0; i < steps.length; i += 2) {
      const [x, y] = points.at(-1);
      points.push([x + steps[i], y + steps[i + 1]]);
    }
    return points.map(([east, north]) => [north / 10, Math.min(cut + east / 10, cut + 359.999)]);
  }

  /** The parts of a line whose points are kept. */
  function kept(points, keeps) {
    const parts = [[]];
    for (const point of points) {
      if (keeps(point)) parts.at(-1).push(point);
      else parts.push([]);
    }
    return parts.filter((part) => part.length > 1);
  }

  /** The coastline as paths in a projection. */
  function coast({ cut, lines }, { at }, keeps) {
    const parts = lines.flatMap((line) => kept(degrees(line, cut), keeps));
    return parts.map(
      (part) =>
        `M${part
          .map((point) =>
            at(...point)
              .map(round)
              .join(" "),
          )
          .join("L")}`,
    );
  }

  function inEurope(latitude, longitude, margin = 0) {
    return (
      latitude >= EUROPE.south - margin &&
      latitude <= EUROPE.north + margin &&
      longitude >= EUROPE.west - margin &&
      longitude <= EUROPE.east + margin
    );
  }

  function round(value) {
    return Math.round(value * 10) / 10;
  }

  /** The course of a line: bent to the north, so that it keeps clear of what lies between. */
  function course([x1, y1], [x2, y2]) {
    const far = Math.hypot(x2 - x1, y2 - y1),
      top = Math.min(y1, y2) - far * 0.18;
    const control = [(x1 + x2) / 2, Math.max(6, top)];
    const points = Array.from({ length: SAMPLES + 1 }, (_, i) => {
      const t = i / SAMPLES,
        u = 1 - t;
      return [u * u * x1 + 2 * u * t * control[0] + t * t * x2, u * u * y1 + 2 * u * t * control[1] + t * t * y2];
    });
    return { d: `M${round(x1)} ${round(y1)}Q${control.map(round).join(" ")} ${round(x2)} ${round(y2)}`, points };
  }

  function hits(box, other) {
    return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
  }

  /** Whether a line passes through a box. */
  function crosses(box, points) {
    return points.some(([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom);
  }

  /** Places for the label of a point with what speaks against each: the farther from the point, the more. */
  function* around([x, y], width) {
    for (const far of [0, LINE, 2 * LINE, 3 * LINE, 4 * LINE, 6 * LINE]) {
      const side = POINT + 4 + far / 2;
      const places = [
        [x + side, y + far],
        [x - side - width, y + far],
        [x - width / 2, y + LINE * 0.9 + far],
        [x - width / 2, y - LINE * 0.9 - far],
        [x + side, y - far],
        [x - side - width, y - far],
      ];
      for (const [i, [left, middle]] of places.entries()) {
        const box = { left, right: left + width, top: middle - LINE / 2, bottom: middle + LINE / 2 };
        yield { box, cost: i / 10 + (3 * far) / LINE };
      }
    }
  }

  /** The distance of a point from a box. */
  function distance(box, [x, y]) {
    const dx = Math.max(box.left - x, 0, x - box.right),
      dy = Math.max(box.top - y, 0, y - box.bottom);
    return Math.hypot(dx, dy);
  }

  /**
   * Labels that touch no other label and no point, and stand nearer to their own point than to any other where there
   * is room. The first (our own side's) is crossed by no line; the others by none if that costs little.
   */
  function labels(points, lines, size) {
    const dots = points.map(({ at: [x, y] }) => ({
      left: x - POINT,
      right: x + POINT,
      top: y - POINT,
      bottom: y + POINT,
    }));
    const placed = [];
    points.forEach(({ id, at, width, frame }, rank) => {
      const fits = (box) =>
        box.left >= Math.max(2, frame.left) &&
        box.right <= Math.min(size.width - 2, frame.left + frame.width) &&
        box.top >= 2 &&
        box.bottom <= size.height - 2 &&
        !placed.some((other) => hits(box, other)) &&
        !dots.some((dot) => hits(box, dot));
      const against = (box) => {
        const crossed = lines.some((line) => crosses(box, line.points)) ? (rank ? 2 : 100) : 0;
        const misread = points.some((other) => other.id !== id && distance(box, other.at) < distance(box, at) + 3)
          ? 4
          : 0;
        return crossed + misread;
      };
      const found = [...around(at, width)].filter(({ box }) => fits(box));
      const best = found
        .map(({ box, cost }) => ({ box, cost: cost + against(box) }))
        .sort((a, b) => a.cost - b.cost)[0];
      if (best) placed.push({ id, ...best.box, led: distance(best.box, at) > POINT + 6 });
    });
    return placed;
  }

  /**
   * Places of everything.
   * @param {object} data coastline, places, beside: in the shape of the page's data
   * @param {object} view width; parties in their order, our own first: { id, width of the label }; ties: { one, other }
   */
  function place(data, { width, parties, ties }) {
    const standing = parties.filter(({ id }) => data.places[id]);
    const apart = standing.filter(({ id }) => inEurope(...data.places[id]));
    const left = apart.length ? Math.round(width * INSET) : -GAP;
    const europe = projection({ ...EUROPE, span: EUROPE.east - EUROPE.west }, { left: 0, top: 20, width: left });
    const room = { left: left + GAP, top: 20, width: width - left - GAP };
    const others = standing.filter((party) => !apart.includes(party)).map(({ id }) => data.places[id][1]);
    const world = projection(shownOf(data.coastline.cut, room.width, width * TALL, others), room);
    const below = world.box.top + world.box.height + GAP;
    const inset = apart.length ? europe.box.top + europe.box.height : 0;
    const size = { width, height: Math.max(inset, below + BOX) + 4 };
    const beside = parties.filter(({ id }) => data.beside.includes(id));
    let x = left + GAP;
    const boxes = beside.map(({ id, width: wide }) => {
      const box = { id, left: x, width: wide + 20, top: below, height: BOX };
      x += box.width + GAP;
      return box;
    });
    const points = standing.map((party) => {
      const inset = apart.includes(party),
        part = inset ? europe : world;
      return { ...party, inset, at: part.at(...data.places[party.id]), frame: part.box };
    });
    const ends = new Map([
      ...points.map(({ id, at }) => [id, at]),
      ...boxes.map((box) => [box.id, [box.left + box.width / 2, box.top]]),
    ]);
    const lines = ties
      .filter(({ one, other }) => ends.has(one) && ends.has(other))
      .map((tie) => ({ ...tie, ...course(ends.get(tie.one), ends.get(tie.other)) }));
    return {
      size,
      parts: { europe: apart.length ? europe.box : undefined, world: world.box },
      coast: {
        europe: apart.length
          ? coast(data.coastline, europe, ([latitude, longitude]) => inEurope(latitude, longitude, 4))
          : [],
        world: coast(data.coastline, world, ([, longitude]) => world.holds(longitude, 4)),
      },
      points,
      boxes,
      lines,
      labels: labels(points, lines, size),
    };
  }

  enishi.map = { place, miller, course, crosses, hits, POINT, LINE, EUROPE };
})((globalThis.enishi ??= {}));
