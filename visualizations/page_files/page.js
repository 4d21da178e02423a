// Draws the picture and shows the evidence. All text goes in as text, never as HTML.
(function () {
  "use strict";

  const data = JSON.parse(document.getElementById("data").textContent);
  const page = data.page;
  const FONT = '"Yu Gothic UI", Meiryo, "Hiragino Sans", "Noto Sans CJK JP", sans-serif';
  const INK = "#1f2933";
  const GLYPH = page.glyph;
  const byId = new Map(data.nodes.map((node) => [node.id, node]));
  const edgeById = new Map(data.edges.map((edge) => [edge.id, edge]));

  // Shapes ----------------------------------------------------------------------------------------------------

  function polygon(ctx, points) {
    ctx.beginPath();
    points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.closePath();
  }

  function outline(ctx, shape, x, y, w, h) {
    const l = x - w / 2, r = x + w / 2, t = y - h / 2, b = y + h / 2;
    if (["ellipse", "dot", "ring"].includes(shape)) {
      ctx.beginPath();
      ctx.ellipse(x, y, w / 2, h / 2, 0, 0, 2 * Math.PI);
    } else if (shape === "hexagon") {
      const k = h / 2;
      polygon(ctx, [[l + k, t], [r - k, t], [r, y], [r - k, b], [l + k, b], [l, y]]);
    } else if (shape === "bevelled") {
      const k = Math.min(9, h / 3);
      polygon(ctx, [[l + k, t], [r - k, t], [r, t + k], [r, b - k], [r - k, b], [l + k, b], [l, b - k], [l, t + k]]);
    } else if (shape === "folded") {
      const k = Math.min(12, h / 2.5);
      polygon(ctx, [[l, t], [r - k, t], [r, t + k], [r, b], [l, b]]);
    } else if (shape === "rounded") {
      const k = Math.min(16, h / 2);
      ctx.beginPath();
      ctx.moveTo(l + k, t);
      ctx.arcTo(r, t, r, b, k);
      ctx.arcTo(r, b, l, b, k);
      ctx.arcTo(l, b, l, t, k);
      ctx.arcTo(l, t, r, t, k);
      ctx.closePath();
    } else if (shape === "diamond") {
      polygon(ctx, [[x, t], [r, y], [x, b], [l, y]]);
    } else if (shape === "triangle") {
      polygon(ctx, [[x, t], [r, b], [l, b]]);
    } else if (shape === "inverted") {
      polygon(ctx, [[l, t], [r, t], [x, b]]);
    } else if (shape === "pentagon") {
      polygon(ctx, [[x, t], [r, t + 0.4 * h], [r - 0.2 * w, b], [l + 0.2 * w, b], [l, t + 0.4 * h]]);
    } else if (shape === "cross") {
      const p = w / 3, q = h / 3;
      polygon(ctx, [
        [l + p, t], [r - p, t], [r - p, t + q], [r, t + q], [r, b - q], [r - p, b - q],
        [r - p, b], [l + p, b], [l + p, b - q], [l, b - q], [l, t + q], [l + p, t + q],
      ]);
    } else if (shape === "trapezium") {
      const k = page.slope;
      polygon(ctx, [[l + k, t], [r - k, t], [r, b], [l, b]]);
    } else if (shape === "kite") {
      polygon(ctx, [[x, t], [r, t + 0.35 * h], [x, b], [l, t + 0.35 * h]]);
    } else if (shape === "hourglass") {
      polygon(ctx, [[l, t], [r, t], [x + 0.1 * w, y], [r, b], [l, b], [x - 0.1 * w, y]]);
    } else if (shape === "house") {
      polygon(ctx, [[x, t], [r, t + 0.4 * h], [r, b], [l, b], [l, t + 0.4 * h]]);
    } else if (shape === "octagon") {
      const p = 0.3 * w, q = 0.3 * h;
      polygon(ctx, [[l + p, t], [r - p, t], [r, t + q], [r, b - q], [r - p, b], [l + p, b], [l, b - q], [l, t + q]]);
    } else if (shape === "star") {
      polygon(ctx, Array.from({ length: 10 }, (_, i) => {
        const radius = i % 2 ? 0.22 : 0.55, angle = (i * Math.PI) / 5;
        return [x + radius * w * Math.sin(angle), y - radius * h * Math.cos(angle)];
      }));
    } else if (shape === "slanted") {
      const k = page.slope;
      polygon(ctx, [[l + k, t], [r, t], [r - k, b], [l, b]]);
    } else if (shape === "chevron") {
      const k = page.slope;
      polygon(ctx, [[l, t], [r - k, t], [r, y], [r - k, b], [l, b], [l + k, y]]);
    } else {
      polygon(ctx, [[l, t], [r, t], [r, b], [l, b]]);
    }
  }

  function drawShape(ctx, look, x, y, w, h) {
    outline(ctx, look.shape, x, y, w, h);
    ctx.fillStyle = look.fill;
    ctx.fill();
    ctx.strokeStyle = look.border;
    ctx.lineWidth = look.thickness;
    ctx.setLineDash(look.dashed ? [5, 4] : []);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.lineWidth = 1.2;
    if (look.shape === "double") {
      outline(ctx, "box", x, y, w - 7, h - 7);
      ctx.stroke();
    } else if (look.shape === "ring") {
      outline(ctx, "dot", x, y, w / 2, h / 2);
      ctx.stroke();
    } else if (look.shape === "folded") {
      const k = Math.min(12, h / 2.5);
      ctx.beginPath();
      ctx.moveTo(x + w / 2 - k, y - h / 2);
      ctx.lineTo(x + w / 2 - k, y - h / 2 + k);
      ctx.lineTo(x + w / 2, y - h / 2 + k);
      ctx.stroke();
    }
  }

  function drawText(ctx, lines, x, top, width) {
    ctx.font = `${page.font_size}px ${FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    lines.forEach((line, i) => {
      ctx.fillText(line, x, top + (i + 0.5) * page.line_height, width);
    });
  }

  // A node and its label; the label of the last drawing is kept, so that a test can measure it.
  const labels = new Map();

  function drawNode(node, ctx, x, y, selected) {
    const look = node.look, lines = node.label.split("\n"), high = lines.length * page.line_height;
    const w = node.inside ? node.box[0] : GLYPH, h = node.inside ? node.box[1] : GLYPH;
    if (selected) {
      ctx.fillStyle = "#cfe0f1";
      ctx.beginPath();
      ctx.rect(x - node.box[0] / 2 - 5, y + node.drop - node.box[1] / 2 - 5, node.box[0] + 10, node.box[1] + 10);
      ctx.fill();
    }
    drawShape(ctx, look, x, y, w, h);
    const top = node.inside ? y - high / 2 : y + GLYPH / 2 + 4;
    const room = node.inside ? w - 6 : node.box[0];
    if (!node.inside && !selected) {
      ctx.fillStyle = "rgba(255, 255, 255, 0.8)";
      ctx.fillRect(x - room / 2, top, room, high);
    }
    ctx.fillStyle = INK;
    drawText(ctx, lines, x, top, room);
    const wide = Math.max(...lines.map((line) => ctx.measureText(line).width));
    labels.set(node.id, { left: x - wide / 2, right: x + wide / 2, top: top, bottom: top + high, room: room });
  }

  // The picture -----------------------------------------------------------------------------------------------

  const nodes = data.nodes.map((node) =>
    Object.assign({}, node, {
      ctxRenderer: ({ ctx, x, y, state }) => ({
        drawNode: () => drawNode(node, ctx, x, y, state.selected),
        nodeDimensions: node.inside ? { width: node.box[0], height: node.box[1] } : { width: GLYPH, height: GLYPH },
      }),
    })
  );
  const container = document.getElementById("picture");
  const network = new vis.Network(
    container,
    { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(data.edges) },
    JSON.parse(data.options)
  );

  network.on("beforeDrawing", (ctx) => {
    for (const frame of page.frames) {
      ctx.fillStyle = "#f5f7f9";
      ctx.strokeStyle = "#d5dbe1";
      ctx.lineWidth = 1;
      ctx.fillRect(frame.left, frame.top, frame.width, frame.height);
      ctx.strokeRect(frame.left, frame.top, frame.width, frame.height);
    }
  });
  network.on("afterDrawing", (ctx) => {
    for (const frame of page.frames) {
      const x = frame.left + frame.width / 2, high = frame.heading.length * page.line_height;
      ctx.fillStyle = "#f5f7f9";
      ctx.fillRect(frame.left + 1, frame.top + 1, frame.width - 2, high + 14);
      ctx.fillStyle = INK;
      drawText(ctx, frame.heading, x, frame.top + 9, frame.width - 8);
    }
    ctx.fillStyle = INK;
    for (const mark of page.marks) {
      const edge = edgeById.get(mark.tie);
      const moved = moves.has(edge.from) || moves.has(edge.to);
      if (!moved) drawText(ctx, ["▲"], mark.x, mark.y - page.line_height / 2, 20);
    }
  });

  const moves = new Set();
  network.on("dragEnd", (event) => event.nodes.forEach((id) => moves.add(id)));

  function whole() {
    const [left, top, right, bottom] = page.bounds;
    const scale = Math.min(container.clientWidth / (right - left), container.clientHeight / (bottom - top), 1.4);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: scale });
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor });
  }

  // The evidence ----------------------------------------------------------------------------------------------

  const panel = document.getElementById("evidence");

  function languageOf(text) {
    if (/[\u3041-\u30ff\u3400-\u9fff]/.test(text)) return "ja";
    if (/[\uac00-\ud7af]/.test(text)) return "ko";
    return /[A-Za-z]/.test(text) ? "en" : page.lang;
  }

  function element(tag, text, name) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) {
      made.textContent = text;
      const lang = languageOf(text);
      if (lang !== page.lang) made.lang = lang;
    }
    return made;
  }

  function within(parent, ...children) {
    children.forEach((child) => child && parent.appendChild(child));
    return parent;
  }

  function source(cite) {
    const known = page.sources[cite.source];
    const item = element("li");
    if (!known) return within(item, element("span", cite.source === page.ours ? page.words.ours : cite.source));
    [known.publisher, known.title, known.day, known.kind, cite.place].filter(Boolean).forEach((text, i) => {
      if (i) item.appendChild(document.createTextNode(page.lang === "ja" ? "、" : ", "));
      item.appendChild(element("span", text));
    });
    if (/^https?:\/\//.test(known.url)) {
      const link = element("a", known.url);
      link.href = known.url;
      link.rel = "noopener noreferrer";
      link.target = "_blank";
      within(item, element("br"), link);
    }
    return item;
  }

  function place(cite) {
    const known = page.sources[cite.source];
    const name = known ? known.publisher : cite.source;
    return element("small", [name, known && known.day, cite.place].filter(Boolean).join(page.lang === "ja" ? "、" : ", "));
  }

  function difference(differs) {
    const box = element("div", undefined, "differs");
    within(box, element("p", `▲ ${page.words.differs}${page.lang === "ja" ? "：" : ": "}${differs.label}`));
    const row = element("tr");
    for (const rival of differs.rivals) {
      const cell = element("td");
      within(cell, element("span", rival.value, rival.used ? "used" : ""));
      if (rival.used) within(cell, element("small", `● ${page.words.used}`));
      within(cell, ...rival.cites.map(place));
      row.appendChild(cell);
    }
    within(box, within(element("table"), within(element("tbody"), row)));
    return within(box, element("small", `${page.words.why}${page.lang === "ja" ? "：" : ": "}${differs.why}`));
  }

  function allCites(evidence) {
    const found = new Map();
    const rivals = evidence.differences.flatMap((differs) => differs.rivals);
    for (const cite of [...evidence.cites, ...rivals.flatMap((rival) => rival.cites)]) {
      const known = found.get(cite.source);
      if (!known || (!known.place && cite.place)) found.set(cite.source, cite);
    }
    return [...found.values()];
  }

  function show(id) {
    const evidence = page.evidence[id];
    panel.replaceChildren();
    within(panel, element("p", evidence.kind, "kind"), element("h3", evidence.title, "name"));
    if (evidence.other_title) within(panel, element("p", evidence.other_title, "other"));
    const list = element("dl");
    evidence.details.forEach((detail) => within(list, element("dt", detail.label), element("dd", detail.value)));
    if (evidence.details.length) panel.appendChild(list);
    if (evidence.agreed.length) {
      const items = element("ul", undefined, "agreed");
      within(panel, element("h3", page.words.agreed), within(items, ...evidence.agreed.map((text) => element("li", text))));
    }
    evidence.differences.forEach((differs) => panel.appendChild(difference(differs)));
    const cites = allCites(evidence);
    within(panel, element("h3", page.words.sources));
    if (cites.length) within(panel, within(element("ol"), ...cites.map(source)));
    else within(panel, element("p", page.words.no_sources));
    const ties = data.edges.filter((edge) => edge.from === id || edge.to === id);
    if (ties.length) {
      const box = within(element("div", undefined, "ties"), element("h3", page.words.ties));
      const items = element("ul");
      for (const edge of ties) {
        const other = byId.get(edge.from === id ? edge.to : edge.from);
        const button = element("button", `${page.evidence[edge.id].kind}${page.lang === "ja" ? "：" : ": "}${page.evidence[other.id].title}${edge.disputed ? " ▲" : ""}`);
        button.type = "button";
        button.addEventListener("click", () => chooseEdge(edge.id));
        items.appendChild(within(element("li"), button));
      }
      panel.appendChild(within(box, items));
    }
    if (evidence.not_drawn.length) {
      const rest = element("dl");
      evidence.not_drawn.forEach((detail) => within(rest, element("dt", detail.label), element("dd", detail.value)));
      within(panel, element("h3", page.words.not_drawn), rest);
    }
    panel.parentElement.scrollTop = 0;
  }

  function mark(id) {
    document.querySelectorAll("button[data-id]").forEach((button) => {
      if (button.dataset.id === id) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    });
  }

  function chooseNode(id) {
    network.setSelection({ nodes: [id], edges: network.getConnectedEdges(id) }, { highlightEdges: false });
    mark(id);
    show(id);
  }

  function chooseEdge(id) {
    const edge = edgeById.get(id);
    network.setSelection({ nodes: [edge.from, edge.to], edges: [id] }, { highlightEdges: false });
    mark("");
    show(id);
  }

  function nodeAt(point) {
    const at = network.getPositions();
    return data.nodes.find(
      (node) =>
        Math.abs(point.x - at[node.id].x) <= node.box[0] / 2 &&
        Math.abs(point.y - at[node.id].y - node.drop) <= node.box[1] / 2
    );
  }

  network.on("click", (event) => {
    const node = nodeAt(event.pointer.canvas);
    const edge = node ? undefined : network.getEdgeAt(event.pointer.DOM);
    if (node) chooseNode(node.id);
    else if (edge !== undefined) chooseEdge(edge);
    else network.unselectAll();
  });
  document.querySelectorAll("button[data-id]").forEach((button) => {
    button.addEventListener("click", () => chooseNode(button.dataset.id));
  });
  document.getElementById("closer").addEventListener("click", () => zoom(1.25));
  document.getElementById("farther").addEventListener("click", () => zoom(0.8));
  document.getElementById("whole").addEventListener("click", whole);
  window.addEventListener("resize", whole);

  // The legend ------------------------------------------------------------------------------------------------

  function legend() {
    document.querySelectorAll("canvas[data-legend]").forEach((canvas) => {
      const entry = page.legend[Number(canvas.dataset.legend)];
      const ctx = canvas.getContext("2d");
      if (entry.node) {
        const small = !page.inside.includes(entry.node.shape);
        drawShape(ctx, entry.node, 22, 13, small ? 18 : 38, small ? 18 : 20);
      } else if (entry.line) {
        ctx.strokeStyle = entry.line.colour;
        ctx.lineWidth = entry.line.width;
        ctx.setLineDash(entry.line.dashes);
        ctx.beginPath();
        ctx.moveTo(2, 13);
        ctx.lineTo(42, 13);
        ctx.stroke();
        ctx.setLineDash([]);
        if (entry.line.arrow) {
          polygon(ctx, [[42, 13], [33, 8], [33, 18]]);
          ctx.fillStyle = entry.line.colour;
          ctx.fill();
        }
      } else {
        ctx.fillStyle = INK;
        drawText(ctx, [entry.sign], 22, 13 - page.line_height / 2, 40);
      }
    });
  }

  whole();
  legend();
  if (page.focus) {
    mark(page.focus);
    show(page.focus);
  }
  window.enishi = { network, labels, nodes: data.nodes, frames: page.frames, marks: page.marks };
})();
