// The colours of what is drawn, on light and on dark paper. The record's own colours are declared once, for light paper; on
// dark paper a colour keeps its hue and is moved until it stands out as much as the rules of accessibility want.
(function (enishi) {
  "use strict";

  const LIGHT = {
    paper: "#FFFFFF",
    ink: "#1F2933",
    soft: "#52606D",
    wash: "#F5F7F9",
    line: "#D5DBE1",
    veil: "rgba(255, 255, 255, 0.8)",
    chosen: "#CFE0F1",
    mark: "#0B5394",
  };
  const DARK = {
    paper: "#14191F",
    ink: "#E8ECF0",
    soft: "#AAB5C0",
    wash: "#1C232B",
    line: "#3A4550",
    veil: "rgba(20, 25, 31, 0.8)",
    chosen: "#24476B",
    mark: "#8AB8E6",
  };
  const GRAPHIC = 3; // WCAG 2.2, 1.4.11: what is needed to understand a picture
  const TINT = 0.2;

  function channels(colour) {
    return [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
  }

  function hex(parts) {
    return `#${parts
      .map((part) => Math.round(part).toString(16).padStart(2, "0"))
      .join("")
      .toUpperCase()}`;
  }

  /** One colour with a share of another in it. */
  function mix(colour, other, share) {
    const [a, b] = [channels(colour), channels(other)];
    return hex(a.map((part, i) => part + (b[i] - part) * share));
  }

  function luminance(colour) {
    const [r, g, b] = channels(colour).map((part) => {
      const s = part / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /** Contrast of two colours by WCAG 2.2: 1 to 21. */
  function contrast(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  // Adds white until the colour stands out against dark paper.
  function lifted(colour) {
    for (let share = 0; share < 1; share += 0.05) {
      const found = mix(colour, "#FFFFFF", share);
      if (contrast(found, DARK.paper) >= GRAPHIC) return found;
    }
    return "#FFFFFF";
  }

  const known = new Map();

  /** A line's colour on the paper that is used. */
  function line(colour, dark) {
    if (!dark) return colour;
    if (!known.has(colour)) known.set(colour, lifted(colour));
    return known.get(colour);
  }

  /** Fill and border of a node on the paper that is used; what is hollow stays so. */
  function node(look, dark) {
    if (!dark) return { fill: look.fill, border: look.border };
    const border = line(look.border, true);
    const hollow = look.fill.toUpperCase() === LIGHT.paper;
    return { fill: hollow ? DARK.paper : mix(DARK.paper, border, TINT), border };
  }

  enishi.colours = { LIGHT, DARK, palette: (dark) => (dark ? DARK : LIGHT), line, node, mix, contrast };
})((globalThis.enishi ??= {}));
