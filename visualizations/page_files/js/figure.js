// What is seen as one sheet: the picture with title, handling mark, legend, notes, sources, day and build baked in, so that it
// still says what it is when it has left the page.
(function (enishi) {
  "use strict";

  const WIDEST = 1600;
  const NARROWEST = 900;
  const EDGE = 28;
  const GAP = 18;
  const LEGEND_HIGH = 28;
  const LARGEST = 1.4;

  /** Collects what is written from the top down. */
  class Column {
    constructor(width, lang, palette) {
      Object.assign(this, { width, lang, palette, y: EDGE, parts: [] });
    }

    // Text broken into lines; gives its height.
    text(text, { size, x = EDGE, width = this.width - 2 * EDGE, fill = this.palette.ink, weight, y = this.y }) {
      const high = size * 1.45;
      const broken = enishi.fit.wrap(text, width, size, this.lang);
      this.parts.push(enishi.svg.lines(broken, { x, y, size, high, fill, weight, lang: this.lang }));
      return broken.length * high;
    }

    add(text, options) {
      this.y += this.text(text, options);
    }
  }

  function handling(column, mark) {
    const size = 13;
    const wide = enishi.fit.widthOf(mark, size) + 20;
    const x = column.width - EDGE - wide;
    const { ink } = column.palette;
    column.parts.push(
      enishi.svg.tag("rect", { x, y: EDGE - 6, width: wide, height: 26, fill: "none", stroke: ink }),
      enishi.svg.lines([mark], {
        x: x + wide / 2,
        y: EDGE - 3,
        size,
        high: 20,
        fill: ink,
        anchor: "middle",
        lang: column.lang,
      }),
    );
    return wide + GAP;
  }

  function sample(entry, x, y, drawing, palette) {
    const { tag, lines, shape } = enishi.svg;
    if (entry.drawing) return tag("g", { transform: `translate(${x} ${y + 4})` }, entry.drawing);
    if (entry.node) {
      const small = !entry.inside;
      return shape(entry.node, x + 20, y + 12, small ? 18 : 38, small ? 18 : 20, drawing);
    }
    if (entry.line) {
      const stroke = enishi.colours.line(entry.line.colour, drawing.dark);
      const dashes = entry.line.dashes.join(" ");
      const end = entry.line.arrow ? tag("path", { d: `M${x + 40} ${y + 12}l-9 -4.5v9z`, fill: stroke }) : "";
      const line = { d: `M${x} ${y + 12}h40`, stroke, "stroke-width": entry.line.width, "stroke-dasharray": dashes };
      return [tag("path", line), end];
    }
    return lines([entry.sign], { x: x + 20, y, size: 13, high: 24, fill: palette.ink, anchor: "middle" });
  }

  function legend(column, drawing) {
    let x = EDGE;
    for (const entry of drawing.legend) {
      const wide = 48 + enishi.fit.widthOf(entry.text, 12) + GAP;
      if (x > EDGE && x + wide > column.width - EDGE) {
        x = EDGE;
        column.y += LEGEND_HIGH;
      }
      column.parts.push(sample(entry, x, column.y, drawing, column.palette));
      column.text(entry.text, { size: 12, x: x + 48, y: column.y + 3, width: Number.POSITIVE_INFINITY });
      x += wide;
    }
    column.y += LEGEND_HIGH + GAP / 2;
  }

  function heading(column, text) {
    column.add(text, { size: 13, weight: 600 });
    column.y += 2;
  }

  // Numbered sources, down one column after the other.
  function sources(column, texts) {
    const count = Math.max(1, Math.min(3, Math.floor(column.width / 420)));
    const wide = (column.width - 2 * EDGE - (count - 1) * GAP) / count;
    const size = 11;
    const tall = texts.map((text) => enishi.fit.wrap(text, wide, size, column.lang).length * size * 1.45 + 3);
    const share = tall.reduce((sum, each) => sum + each, 0) / count;
    const top = column.y;
    const bottoms = new Array(count).fill(top);
    let at = 0;
    texts.forEach((text, i) => {
      if (at < count - 1 && bottoms[at] - top + tall[i] / 2 > share) at += 1;
      column.text(text, { size, x: EDGE + at * (wide + GAP), width: wide, y: bottoms[at], fill: column.palette.soft });
      bottoms[at] += tall[i];
    });
    column.y = Math.max(...bottoms);
  }

  /**
   * A sheet as a tree of SVG elements.
   *
   * @param drawing What is drawn (see drawing.js), with title, subtitle, notes, legend, sources, foot, handling and words.
   *   Without sources there is no heading for them.
   * @returns {{tree: object, width: number, height: number, said: string}} `said` is what it says of itself, for the file
   */
  function figure(drawing) {
    const { tag, picture } = enishi.svg;
    const palette = enishi.colours.palette(drawing.dark);
    const [left, top, right, bottom] = drawing.bounds;
    const width = Math.ceil(Math.min(Math.max(right - left + 2 * EDGE, NARROWEST), WIDEST));
    const scale = Math.min((width - 2 * EDGE) / (right - left), LARGEST);
    const column = new Column(width, drawing.lang, palette);
    const taken = drawing.handling ? handling(column, drawing.handling) : 0;
    column.add(drawing.title, { size: 19, weight: 600, width: width - 2 * EDGE - taken });
    column.y += 4;
    for (const text of drawing.subtitle) column.add(text, { size: 12, fill: palette.soft });
    column.y += GAP;
    const x = (width - (right - left) * scale) / 2 - left * scale;
    column.parts.push(
      tag(
        "g",
        { transform: `translate(${x} ${column.y - top * scale}) scale(${scale})` },
        drawing.content ?? picture(drawing),
      ),
    );
    column.y += (bottom - top) * scale + GAP;
    if (drawing.legend.length) heading(column, drawing.words.legend);
    legend(column, drawing);
    for (const note of drawing.notes) column.add(note, { size: 11.5, fill: palette.soft });
    column.y += GAP / 2;
    if (drawing.sources.length) {
      heading(column, drawing.words.sources);
      sources(column, drawing.sources);
      column.y += GAP;
    }
    if (drawing.foot) column.add(drawing.foot, { size: 11, fill: palette.soft });
    const height = Math.ceil(column.y + EDGE / 2);
    const said = [drawing.handling, ...drawing.subtitle, drawing.foot].filter(Boolean).join(" ");
    const tree = tag(
      "svg",
      {
        xmlns: enishi.svg.NAMESPACE,
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        "font-family": enishi.svg.FONT,
        role: "img",
        "xml:lang": drawing.lang,
      },
      tag("title", {}, drawing.title),
      tag("desc", {}, said),
      tag("rect", { width: "100%", height: "100%", fill: palette.paper }),
      column.parts,
    );
    return { tree, width, height, said };
  }

  enishi.figure = figure;
})((globalThis.enishi ??= {}));
