// The picture as SVG: nodes, ties, frames and signs where the canvas has them, as text that any program can open.
(function (enishi) {
  "use strict";

  const FONT = '"Yu Gothic UI", Meiryo, "Hiragino Sans", "Noto Sans CJK JP", sans-serif';
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const NO_CHARACTERS = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu; // XML 1.0 has no way to write them
  const ARROW = 9;

  function escaped(text) {
    return String(text)
      .replace(NO_CHARACTERS, "\ufffd")
      .replace(/[&<>"]/g, (char) => ESCAPES[char]);
  }

  function number(value) {
    return typeof value === "number" ? Math.round(value * 100) / 100 : value;
  }

  /** An element as text. Children are elements already; attributes without a value are left out. */
  function tag(name, attributes = {}, ...children) {
    const written = Object.entries(attributes)
      .filter(([, value]) => value !== undefined && value !== "")
      .map(([key, value]) => ` ${key}="${escaped(number(value))}"`)
      .join("");
    const inside = children.flat().join("");
    return inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`;
  }

  /** Lines of text, the first at a height; `anchor` is start, middle or end. */
  function lines(texts, { x, y, size, high, fill, anchor = "start", weight, lang }) {
    return texts.map((text, i) =>
      tag(
        "text",
        {
          x,
          y: y + (i + 0.5) * high,
          "font-size": size,
          "font-weight": weight,
          fill,
          "text-anchor": anchor,
          "dominant-baseline": "central",
          "xml:lang": lang,
        },
        escaped(text),
      ),
    );
  }

  /** A node's shape around a point. */
  function shape(look, x, y, w, h, { dark, slope }) {
    const { fill, border } = enishi.colours.node(look, dark);
    const { outline, inner, DASHES, INNER_WIDTH } = enishi.outlines;
    const at = `translate(${number(x)} ${number(y)})`;
    const within = inner(look.shape, w, h);
    return [
      tag("path", {
        d: outline(look.shape, w, h, slope),
        transform: at,
        fill,
        stroke: border,
        "stroke-width": look.thickness,
        "stroke-dasharray": look.dashed ? DASHES.join(" ") : undefined,
      }),
      within
        ? tag("path", { d: within, transform: at, fill: "none", stroke: border, "stroke-width": INNER_WIDTH })
        : "",
    ];
  }

  /** The path of a tie between the middles of two nodes, bent as vis-network bends it; and where it comes from at its end. */
  function course(from, to, smooth) {
    const straight = { d: `M${number(from.x)} ${number(from.y)}L${number(to.x)} ${number(to.y)}`, before: from };
    if (!smooth?.enabled) return straight;
    const start = `M${number(from.x)} ${number(from.y)}`;
    const end = `${number(to.x)} ${number(to.y)}`;
    if (smooth.type === "cubicBezier") {
      const reach = smooth.roundness * (from.x - to.x);
      const [one, two] = [from.x - reach, to.x + reach].map(number);
      return { d: `${start}C${one} ${number(from.y)} ${two} ${number(to.y)} ${end}`, before: { x: two, y: to.y } };
    }
    const [dx, dy, factor] = [to.x - from.x, from.y - to.y, smooth.roundness / 2 + 0.5];
    const angle = Math.atan2(dy, dx) + factor * Math.PI;
    const reach = factor * Math.hypot(dx, dy);
    const via = { x: from.x + reach * Math.sin(angle), y: from.y + reach * Math.cos(angle) };
    return { d: `${start}Q${number(via.x)} ${number(via.y)} ${end}`, before: via };
  }

  // Where a line from a point to the middle of a node meets the box around its shape.
  function border(from, node, w, h) {
    const [dx, dy] = [from.x - node.x, from.y - node.y];
    const reach = Math.min(w / 2 / Math.abs(dx || 1e-9), h / 2 / Math.abs(dy || 1e-9), 1);
    return { x: node.x + dx * reach, y: node.y + dy * reach };
  }

  function arrow(from, to, colour) {
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const side = (turn) =>
      `${number(to.x - ARROW * Math.cos(angle + turn))} ${number(to.y - ARROW * Math.sin(angle + turn))}`;
    return tag("path", { d: `M${number(to.x)} ${number(to.y)}L${side(0.5)}L${side(-0.5)}Z`, fill: colour });
  }

  function tie(each, nodes, drawing) {
    const [from, to] = [nodes.get(each.from), nodes.get(each.to)];
    const colour = enishi.colours.line(each.colour, drawing.dark);
    const { d, before } = course(from, to, each.smooth);
    const dashes = each.dashes ? each.dashes.join(" ") : undefined;
    const line = tag("path", {
      d,
      fill: "none",
      stroke: colour,
      "stroke-width": each.width,
      "stroke-dasharray": dashes,
    });
    if (!each.arrow) return line;
    const [w, h] = size(to, drawing);
    return line + arrow(before, border(before, to, w, h), colour);
  }

  function size(node, drawing) {
    return node.inside ? node.box : [drawing.glyph, drawing.glyph];
  }

  function node(each, drawing, palette) {
    const [w, h] = size(each, drawing);
    const high = drawing.line_height;
    const tall = each.lines.length * high;
    const top = each.inside ? each.y - tall / 2 : each.y + drawing.glyph / 2 + 4;
    const [wide] = each.box;
    const veil = { x: each.x - wide / 2, y: top, width: wide, height: tall, fill: palette.paper, "fill-opacity": 0.8 };
    return tag(
      "g",
      { id: `node:${each.id}`, "xml:lang": drawing.lang },
      tag("title", {}, escaped(each.title)),
      shape(each.look, each.x, each.y, w, h, drawing),
      each.inside ? "" : tag("rect", veil),
      lines(each.lines, { x: each.x, y: top, size: drawing.font_size, high, fill: palette.ink, anchor: "middle" }),
    );
  }

  function frame(each, drawing, palette) {
    const { left, top, width, height } = each;
    const heading = { x: left + width / 2, y: top + 9, size: drawing.font_size, high: drawing.line_height };
    return [
      tag("rect", { x: left, y: top, width, height, fill: palette.wash, stroke: palette.line }),
      lines(each.heading, { ...heading, fill: palette.ink, anchor: "middle" }),
    ];
  }

  /** All that is drawn, in the picture's own units; the caller says where on a page. */
  function picture(drawing) {
    const palette = enishi.colours.palette(drawing.dark);
    const nodes = new Map(drawing.nodes.map((each) => [each.id, each]));
    const sign = { size: drawing.font_size, high: drawing.line_height, fill: palette.ink, anchor: "middle" };
    return [
      drawing.frames.map((each) => frame(each, drawing, palette)),
      drawing.ties.map((each) => tie(each, nodes, drawing)),
      drawing.nodes.map((each) => node(each, drawing, palette)),
      drawing.marks.map((mark) => lines(["▲"], { ...sign, x: mark.x, y: mark.y - drawing.line_height / 2 })),
    ]
      .flat(2)
      .join("");
  }

  enishi.svg = { FONT, escaped, tag, lines, shape, picture };
})((globalThis.enishi ??= {}));
