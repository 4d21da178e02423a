// Shapes of nodes, lines of labels and looks of ties on a canvas: the picture and its legend draw with these.
(function (enishi) {
  "use strict";

  const FONT = '"Yu Gothic UI", Meiryo, "Hiragino Sans", "Noto Sans CJK JP", sans-serif';

  function polygon(ctx, points) {
    ctx.beginPath();
    points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.closePath();
  }

  function ellipse(ctx, x, y, w, h) {
    ctx.beginPath();
    ctx.ellipse(x, y, w / 2, h / 2, 0, 0, 2 * Math.PI);
  }

  function rounded(ctx, l, t, r, b, k) {
    ctx.beginPath();
    ctx.moveTo(l + k, t);
    ctx.arcTo(r, t, r, b, k);
    ctx.arcTo(r, b, l, b, k);
    ctx.arcTo(l, b, l, t, k);
    ctx.arcTo(l, t, r, t, k);
    ctx.closePath();
  }

  /** Corners of the shapes that have straight sides: middle, half of width and height, and slope. */
  const CORNERS = {
    hexagon: (l, t, r, b, x, y) => {
      const k = (b - t) / 2;
      return [[l + k, t], [r - k, t], [r, y], [r - k, b], [l + k, b], [l, y]];
    },
    bevelled: (l, t, r, b) => {
      const k = Math.min(9, (b - t) / 3);
      return [[l + k, t], [r - k, t], [r, t + k], [r, b - k], [r - k, b], [l + k, b], [l, b - k], [l, t + k]];
    },
    folded: (l, t, r, b) => {
      const k = Math.min(12, (b - t) / 2.5);
      return [[l, t], [r - k, t], [r, t + k], [r, b], [l, b]];
    },
    diamond: (l, t, r, b, x, y) => [[x, t], [r, y], [x, b], [l, y]],
    triangle: (l, t, r, b, x) => [[x, t], [r, b], [l, b]],
    inverted: (l, t, r, b, x) => [[l, t], [r, t], [x, b]],
    pentagon: (l, t, r, b, x) => {
      const w = r - l, h = b - t;
      return [[x, t], [r, t + 0.4 * h], [r - 0.2 * w, b], [l + 0.2 * w, b], [l, t + 0.4 * h]];
    },
    cross: (l, t, r, b) => {
      const p = (r - l) / 3, q = (b - t) / 3;
      return [
        [l + p, t], [r - p, t], [r - p, t + q], [r, t + q], [r, b - q], [r - p, b - q],
        [r - p, b], [l + p, b], [l + p, b - q], [l, b - q], [l, t + q], [l + p, t + q],
      ];
    },
    trapezium: (l, t, r, b, x, y, k) => [[l + k, t], [r - k, t], [r, b], [l, b]],
    kite: (l, t, r, b, x) => [[x, t], [r, t + 0.35 * (b - t)], [x, b], [l, t + 0.35 * (b - t)]],
    hourglass: (l, t, r, b, x, y) => {
      const w = r - l;
      return [[l, t], [r, t], [x + 0.1 * w, y], [r, b], [l, b], [x - 0.1 * w, y]];
    },
    house: (l, t, r, b, x) => {
      const h = b - t;
      return [[x, t], [r, t + 0.4 * h], [r, b], [l, b], [l, t + 0.4 * h]];
    },
    octagon: (l, t, r, b) => {
      const p = 0.3 * (r - l), q = 0.3 * (b - t);
      return [[l + p, t], [r - p, t], [r, t + q], [r, b - q], [r - p, b], [l + p, b], [l, b - q], [l, t + q]];
    },
    star: (l, t, r, b, x, y) =>
      Array.from({ length: 10 }, (_, i) => {
        const radius = i % 2 ? 0.22 : 0.55, angle = (i * Math.PI) / 5;
        return [x + radius * (r - l) * Math.sin(angle), y - radius * (b - t) * Math.cos(angle)];
      }),
    slanted: (l, t, r, b, x, y, k) => [[l + k, t], [r, t], [r - k, b], [l, b]],
    chevron: (l, t, r, b, x, y, k) => [[l, t], [r - k, t], [r, y], [r - k, b], [l, b], [l + k, y]],
  };

  function outline(ctx, shape, x, y, w, h, slope) {
    const l = x - w / 2, r = x + w / 2, t = y - h / 2, b = y + h / 2;
    if (["ellipse", "dot", "ring"].includes(shape)) ellipse(ctx, x, y, w, h);
    else if (shape === "rounded") rounded(ctx, l, t, r, b, Math.min(16, h / 2));
    else if (CORNERS[shape]) polygon(ctx, CORNERS[shape](l, t, r, b, x, y, slope));
    else polygon(ctx, [[l, t], [r, t], [r, b], [l, b]]);
  }

  /** Draw a shape: its look, its middle, its size, and how far slanting sides come in. */
  function drawShape(ctx, look, x, y, w, h, slope) {
    outline(ctx, look.shape, x, y, w, h, slope);
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
      const k = Math.min(12, h / 2.5), r = x + w / 2, t = y - h / 2;
      ctx.beginPath();
      ctx.moveTo(r - k, t);
      ctx.lineTo(r - k, t + k);
      ctx.lineTo(r, t + k);
      ctx.stroke();
    }
  }

  /** Draw lines of text under one another, in the middle of `x`, from `top` downwards. */
  function drawText(ctx, lines, x, top, width, metrics) {
    ctx.font = `${metrics.font_size}px ${FONT}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    lines.forEach((line, i) => ctx.fillText(line, x, top + (i + 0.5) * metrics.line_height, width));
  }

  /** Draw a sample of a tie, 40 pixels long. */
  function drawLine(ctx, look, y) {
    ctx.strokeStyle = look.colour;
    ctx.lineWidth = look.width;
    ctx.setLineDash(look.dashes);
    ctx.beginPath();
    ctx.moveTo(2, y);
    ctx.lineTo(42, y);
    ctx.stroke();
    ctx.setLineDash([]);
    if (look.arrow) {
      polygon(ctx, [[42, y], [33, y - 5], [33, y + 5]]);
      ctx.fillStyle = look.colour;
      ctx.fill();
    }
  }

  enishi.shapes = { FONT, drawShape, drawText, drawLine };
})((globalThis.enishi ??= {}));
