// The picture as a tree of SVG elements: nodes, ties, frames and signs where the canvas has them. A tree becomes the text of a
// file, or elements of the page.
(function (enishi) {
  "use strict";

  const NAMESPACE = "http://www.w3.org/2000/svg";
  const FONT = '"Yu Gothic UI", Meiryo, "Hiragino Sans", "Noto Sans CJK JP", sans-serif';
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const NO_CHARACTERS = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu; // XML 1.0 has no way to write them
  const ARROW = 9;

  function round(value) {
    return typeof value === "number" ? Math.round(value * 100) / 100 : value;
  }

  /** An element of the tree. Children are elements or text; attributes without a value are left out. */
  function tag(name, attributes = {}, ...children) {
    const given = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== "");
    return { name, attributes: given.map(([key, value]) => [key, String(round(value))]), children: children.flat(9) };
  }

  function escaped(text) {
    return text.replace(NO_CHARACTERS, "\ufffd").replace(/[&<>"]/g, (char) => ESCAPES[char]);
  }

  /** A tree as text. */
  function toText(tree) {
    if (typeof tree === "string") return escaped(tree);
    const written = tree.attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
    const inside = tree.children.map(toText).join("");
    return inside ? `<${tree.name}${written}>${inside}</${tree.name}>` : `<${tree.name}${written}/>`;
  }

  /** A tree as an element of the page. */
  function toElement(tree) {
    const made = document.createElementNS(NAMESPACE, tree.name);
    for (const [key, value] of tree.attributes) if (key !== "xmlns") made.setAttribute(key.replace("xml:", ""), value);
    made.append(...tree.children.map((child) => (typeof child === "string" ? child : toElement(child))));
    return made;
  }

  /** Lines of text under one another; `y` is the top of the first. */
  function lines(texts, { x, y, size, high, fill, anchor = "start", weight, lang }) {
    return texts.map((text, i) => {
      const place = { x, y: y + (i + 0.5) * high, "dominant-baseline": "central", "text-anchor": anchor };
      return tag("text", { ...place, "font-size": size, "font-weight": weight, fill, "xml:lang": lang }, text);
    });
  }

  /** A node's shape around a point. */
  function shape(look, x, y, w, h, { dark, slope }) {
    const { fill, border } = enishi.colours.node(look, dark);
    const { outline, inner, DASHES, INNER_WIDTH } = enishi.outlines;
    const transform = `translate(${round(x)} ${round(y)})`;
    const dashes = look.dashed ? DASHES.join(" ") : undefined;
    const outer = { d: outline(look.shape, w, h, slope), transform, fill, stroke: border };
    const within = { d: inner(look.shape, w, h), transform, fill: "none", stroke: border, "stroke-width": INNER_WIDTH };
    return [
      tag("path", { ...outer, "stroke-width": look.thickness, "stroke-dasharray": dashes }),
      within.d ? tag("path", within) : [],
    ];
  }

  function arrow(from, to, fill) {
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const side = (turn) =>
      `${round(to.x - ARROW * Math.cos(angle + turn))} ${round(to.y - ARROW * Math.sin(angle + turn))}`;
    return tag("path", { d: `M${round(to.x)} ${round(to.y)}L${side(0.5)}L${side(-0.5)}Z`, fill });
  }

  function size(node, drawing) {
    return node.inside ? node.box : [drawing.glyph, drawing.glyph];
  }

  function tie(each, nodes, drawing) {
    const { course, border } = enishi.lines;
    const [from, to] = [nodes.get(each.from), nodes.get(each.to)];
    const stroke = enishi.colours.line(each.look.colour, drawing.dark);
    const { d, before } = course(from, to, each.smooth);
    const dashes = each.look.dashes.join(" ");
    const line = tag("path", { d, fill: "none", stroke, "stroke-width": each.look.width, "stroke-dasharray": dashes });
    return each.look.arrow ? [line, arrow(before, border(before, to, ...size(to, drawing)), stroke)] : [line];
  }

  function node(each, drawing, palette) {
    const [w, h] = size(each, drawing);
    const high = drawing.line_height;
    const tall = each.lines.length * high;
    const y = each.inside ? each.y - tall / 2 : each.y + drawing.glyph / 2 + 4;
    const width = each.box[0];
    const veil = { x: each.x - width / 2, y, width, height: tall, fill: palette.paper, "fill-opacity": 0.8 };
    return tag(
      "g",
      { "xml:lang": drawing.lang },
      tag("title", {}, each.title),
      each.bundle ? shape(each.look, each.x + 5, each.y - 5, w - 8, h - 6, drawing) : [],
      shape(each.look, each.x, each.y, w, h, drawing),
      each.inside ? [] : tag("rect", veil),
      lines(each.lines, { x: each.x, y, size: drawing.font_size, high, fill: palette.ink, anchor: "middle" }),
    );
  }

  function frame({ left, top, width, height, heading }, drawing, palette) {
    const text = { x: left + width / 2, y: top + 9, size: drawing.font_size, high: drawing.line_height };
    return [
      tag("rect", { x: left, y: top, width, height, fill: palette.wash, stroke: palette.line }),
      lines(heading, { ...text, fill: palette.ink, anchor: "middle" }),
    ];
  }

  /** All that is drawn, in the picture's own units; the caller says where on a sheet. */
  function picture(drawing) {
    const palette = enishi.colours.palette(drawing.dark);
    const nodes = new Map(drawing.nodes.map((each) => [each.id, each]));
    const sign = { size: drawing.font_size, high: drawing.line_height, fill: palette.ink, anchor: "middle" };
    return [
      drawing.frames.map((each) => frame(each, drawing, palette)),
      drawing.ties.map((each) => tie(each, nodes, drawing)),
      drawing.nodes.map((each) => node(each, drawing, palette)),
      drawing.marks.map(({ x, y, text }) => lines([text], { ...sign, x, y: y - drawing.line_height / 2 })),
    ];
  }

  enishi.svg = { NAMESPACE, FONT, tag, toText, toElement, lines, shape, picture };
})((globalThis.enishi ??= {}));
