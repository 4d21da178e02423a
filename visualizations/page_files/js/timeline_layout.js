// Where the parts of a timeline stand. No drawing and no document: the same events give the same places.
(function (enishi) {
  "use strict";

  const LINE = 15; // distance of lines of a label
  const MARK = 11; // size of the mark of a day
  const GAP = 4; // between labels
  const HEAD = 26; // height of the row of years
  const LANE = 128; // width of the names of lanes
  const EDGE = 12; // free at the left of the time line
  const LEAST = 260; // width of the time line at least
  const YEAR = 40; // between two years that are named, at least
  const STEPS = [1, 2, 5, 10, 20, 50, 100]; // years from one that is named to the next

  /** Days since 1970 of an ISO day. */
  function dayNumber(iso) {
    return Date.parse(`${iso}T00:00:00Z`) / 86400000;
  }

  /** Whether an event is on the time line at all, or known without a date. */
  function dated(event) {
    return event.min !== undefined;
  }

  /** Height of the label of an event: its lines, and one for its date. */
  function heightOf(event, lang) {
    return LINE * (event.label[lang].lines.length + 1) + GAP;
  }

  /** Width of the label of an event, at the size at which it is drawn. */
  function widthOf(event, lang) {
    return Math.max(event.label[lang].width, event.date_width[lang]);
  }

  /** First and last day that are drawn: years where nothing else is asked for. */
  function extent(events, range, asOf) {
    if (range.length === 2) return range.map(dayNumber);
    const days = events.filter(dated);
    const first = Math.min(dayNumber(asOf), ...days.map((event) => dayNumber(event.min)));
    const last = Math.max(dayNumber(asOf), ...days.map((event) => dayNumber(event.max)));
    return [dayNumber(`${yearOf(first)}-01-01`), last + 15];
  }

  function yearOf(day) {
    return new Date(day * 86400000).getUTCFullYear();
  }

  /** From days to pixels, so that no label reaches beyond the right edge. */
  function scale(events, [first, last], width, lang) {
    const left = LANE + EDGE;
    let long = width - left - EDGE;
    for (const event of events.filter(dated)) {
      const share = (Math.min(dayNumber(event.max), last) - first) / (last - first);
      const free = width - left - widthOf(event, lang) - 2 * MARK - GAP;
      if (share > 0) long = Math.min(long, free / share);
    }
    long = Math.max(LEAST, long);
    const at = (day) => left + (long * (Math.min(Math.max(day, first), last) - first)) / (last - first);
    return { at, left, right: left + long };
  }

  /** The mark of an event: its middle where the day is known, else from its first to its last possible day. */
  function markOf(event, at) {
    const from = at(dayNumber(event.min)),
      to = at(dayNumber(event.max) + 1);
    if (event.exact && to - from <= MARK) {
      const middle = (from + to) / 2;
      return { x1: middle - MARK / 2, x2: middle + MARK / 2, point: event.min === event.max || to - from < MARK };
    }
    return { x1: from, x2: Math.max(to, from + 3), point: false };
  }

  /** Events that belong together by links, in time, each group by itself. */
  function chains(events, links) {
    const group = new Map(events.map((event) => [event.id, new Set([event.id])]));
    for (const { from, to } of links) {
      const joined = new Set([...group.get(from), ...group.get(to)]);
      for (const id of joined) group.set(id, joined);
    }
    const byTime = [...events].sort((a, b) => dayNumber(a.min) - dayNumber(b.min) || (a.id < b.id ? -1 : 1));
    return [...new Set(byTime.map((event) => group.get(event.id)))].map((ids) =>
      byTime.filter((event) => ids.has(event.id)),
    );
  }

  /** The boxes of a chain, one below the other; each reaches left to the lines that come down through it. */
  function boxes(chain, links, at, lang) {
    const row = new Map(chain.map((event, i) => [event.id, i]));
    const marks = chain.map((event) => markOf(event, at));
    const own = links.filter((link) => row.has(link.from) && row.has(link.to));
    let y = 0;
    return chain.map((event, i) => {
      const passing = own.map(({ from, to }) => [row.get(from), row.get(to)].sort((a, b) => a - b));
      const trunks = passing.filter(([upper, lower]) => upper < i && i <= lower).map(([upper]) => middle(marks[upper]));
      const high = heightOf(event, lang);
      const box = {
        event,
        mark: marks[i],
        left: Math.min(marks[i].x1, ...trunks) - GAP,
        right: marks[i].x2 + 2 * GAP + widthOf(event, lang),
        top: y,
        bottom: y + high,
      };
      y += high;
      return box;
    });
  }

  function middle(mark) {
    return mark.point ? (mark.x1 + mark.x2) / 2 : mark.x1 + Math.min(MARK / 2, (mark.x2 - mark.x1) / 2);
  }

  function collide(one, other, down) {
    return (
      one.left < other.right && other.left < one.right && one.top + down < other.bottom && other.top < one.bottom + down
    );
  }

  /** Put chains into a lane, each as high as it fits without touching what is there. */
  function pack(lane) {
    const placed = [];
    for (const group of lane) {
      const steps = [0, ...placed.map((box) => box.bottom)].sort((a, b) => a - b);
      const down = steps.find((step) => !group.some((box) => placed.some((other) => collide(box, other, step))));
      placed.push(...group.map((box) => ({ ...box, top: box.top + down, bottom: box.bottom + down })));
    }
    return placed;
  }

  /** The course of a link: down from the earlier, then on to the later; straight down where they are close. */
  function course(link, places) {
    const ends = [places.get(link.from), places.get(link.to)];
    const [upper, lower] = ends[0].y <= ends[1].y ? ends : [ends[1], ends[0]];
    const x = middle(upper),
      start = [x, upper.y + MARK / 2 + 1];
    if (lower.x1 - x < MARK) return [start, [x, lower.y - MARK / 2 - 1]];
    return [start, [x, lower.y], [lower.x1 - 1, lower.y]];
  }

  /**
   * Places of everything.
   * @param {object} data events, links and lanes that are shown, in the shape of the page's data
   * @param {object} view lang, width, range (two ISO days or none), asOf
   * @returns width, height, ticks, lanes, marks (with their labels), links (with their points), undated, now
   */
  function place({ lanes, events, links }, { lang, width, range = [], asOf }) {
    const shown = events.filter(dated),
      ids = new Set(shown.map((event) => event.id));
    const kept = links.filter((link) => ids.has(link.from) && ids.has(link.to));
    const span = extent(shown, range, asOf),
      { at, left, right } = scale(shown, span, width, lang);
    const marks = [],
      rows = [];
    let top = HEAD;
    for (const lane of lanes) {
      const own = shown.filter((event) => event.lane === lane.id);
      if (!own.length) continue;
      const placed = pack(
        chains(
          own,
          kept.filter((link) => inLane(link, own)),
        ).map((chain) => boxes(chain, kept, at, lang)),
      );
      const high = Math.max(LINE * lane.label[lang].lines.length + 2 * GAP, ...placed.map((box) => box.bottom + GAP));
      rows.push({ id: lane.id, top, height: high, label: lane.label[lang].lines });
      for (const box of placed) {
        const y = top + GAP + box.top + LINE / 2;
        marks.push({
          ...box.mark,
          event: box.event,
          y,
          text: { x: box.mark.x2 + GAP, y, width: widthOf(box.event, lang) },
        });
      }
      top += high + GAP;
    }
    const places = new Map(marks.map((mark) => [mark.event.id, mark]));
    return {
      width: Math.max(width, right + EDGE, ...marks.map((mark) => mark.text.x + mark.text.width + GAP)),
      height: top,
      left,
      line: LINE,
      size: MARK,
      head: HEAD,
      gap: GAP,
      ticks: ticks(span, at),
      lanes: rows,
      marks,
      links: kept.map((link) => ({ ...link, lane: places.get(link.from).event.lane, points: course(link, places) })),
      undated: events.filter((event) => !dated(event)),
      now: dayNumber(asOf) >= span[0] && dayNumber(asOf) <= span[1] ? at(dayNumber(asOf)) : undefined,
    };
  }

  function inLane(link, events) {
    return [link.from, link.to].every((id) => events.some((event) => event.id === id));
  }

  /** The years, each at its first day; where they are narrow, only every second, fifth or tenth. */
  function ticks([first, last], at) {
    const found = [],
      wide = (365 * (at(last) - at(first))) / (last - first),
      step = STEPS.find((years) => years * wide >= YEAR) ?? STEPS.at(-1);
    for (let year = yearOf(first); year <= yearOf(last); year += 1) {
      const day = dayNumber(`${year}-01-01`);
      if (year % step === 0 && day >= first && day <= last) found.push({ x: at(day), year });
    }
    return found;
  }

  enishi.timeline = { place, dayNumber, LINE, MARK, LANE };
})((globalThis.enishi ??= {}));
