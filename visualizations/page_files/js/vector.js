// Elements of a drawing (SVG) made in the document, so that text stays text and the page's style applies.
(function (enishi) {
  "use strict";

  const SPACE = "http://www.w3.org/2000/svg";

  /** A new element of a drawing: its tag, attributes (those undefined are left out) and children. */
  function draw(tag, attributes = {}, ...children) {
    const made = document.createElementNS(SPACE, tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined) made.setAttribute(name, String(value));
    }
    made.append(...children.filter(Boolean));
    return made;
  }

  /** Lines of text below one another; `y` is the middle of the first. */
  function text(lines, { x, y, high, name, anchor = "start", lang }) {
    return draw(
      "text",
      { x, y, class: name, "text-anchor": anchor, "dominant-baseline": "central", lang },
      ...lines.map((line, i) => {
        const row = draw("tspan", { x, y: y + i * high });
        row.textContent = anchor === "start" ? `${line} ` : line; // lines are read as words of their own
        return row;
      }),
    );
  }

  /** A group that acts as a button: reached by keyboard, named for a screen reader, pressed by click, Enter or space. */
  function pressed(group, label, run) {
    group.setAttribute("role", "button");
    group.setAttribute("tabindex", "0");
    group.setAttribute("aria-label", label);
    const title = draw("title");
    title.textContent = label;
    group.prepend(title);
    group.addEventListener("click", run);
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      run();
    });
    return group;
  }

  enishi.vector = { draw, text, pressed };
})((globalThis.enishi ??= {}));
