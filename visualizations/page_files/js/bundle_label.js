// What stands on a bundle, and how large that is.
(function (enishi) {
  "use strict";

  const NAMED = 2; // of those that it is tied to, how many are named
  let context;

  /** Kind and number of what it stands for, and whom that is with. */
  function bundleLabel(bundle, app) {
    const count = app.word("count_lines", { what: app.text().kinds[bundle.kind], n: bundle.members.length });
    const others = bundle.with.filter((id) => id !== app.data.own || bundle.with.length < 2);
    const names = others.slice(0, NAMED).map((id) => app.text().labels[id].join(app.lang === "ja" ? "" : " "));
    const whom = names.join(app.lang === "ja" ? "、" : ", ") + (others.length > NAMED ? app.word("and_others") : "");
    return [...count.split("\n"), ...(whom ? [whom] : [])];
  }

  /** Width and height, and how far the middle of shape and label lies below that of the shape. */
  function bundleBox(lines, look, { font_size, line_height, glyph, inside }) {
    context ??= document.createElement("canvas").getContext("2d");
    context.font = `${font_size}px ${enishi.shapes.FONT}`;
    const wide = Math.max(...lines.map((line) => context.measureText(line).width));
    const high = lines.length * line_height;
    if (inside.includes(look.shape)) return [Math.round(wide + 44), high + 14, 0];
    return [Math.round(Math.max(wide, glyph) + 6), glyph + 4 + high, Math.round((4 + high) / 2)];
  }

  Object.assign(enishi, { bundleLabel, bundleBox });
})((globalThis.enishi ??= {}));
