// What a tab has drawn as SVG, taken as it looks: style sheets stay with the page, so that what they say is written out.
(function (enishi) {
  "use strict";

  const { tag } = enishi.svg;
  const INHERITED = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor"];
  const OWN = ["opacity", "fill-opacity", "dominant-baseline", "paint-order"];
  const PLAIN = { opacity: "1", "fill-opacity": "1", "dominant-baseline": "auto", "paint-order": "normal" };
  const OF_THE_PAGE = /^(class|style|tabindex|role|aria-.*|data-.*|xmlns)$/;

  function styles(element) {
    const style = getComputedStyle(element);
    return Object.fromEntries([...INHERITED, ...OWN].map((name) => [name, style.getPropertyValue(name)]));
  }

  /** An element of the page as a tree of SVG elements; what is hidden is left out. */
  function trace(element, above = {}) {
    if (getComputedStyle(element).display === "none") return [];
    const own = styles(element);
    const differs = ([name, value]) => value && value !== (INHERITED.includes(name) ? above[name] : PLAIN[name]);
    const attributes = {
      ...Object.fromEntries(
        [...element.attributes].map(({ name, value }) => [name === "lang" ? "xml:lang" : name, value]),
      ),
      ...Object.fromEntries(Object.entries(own).filter(differs)),
    };
    for (const name of Object.keys(attributes)) if (OF_THE_PAGE.test(name)) attributes[name] = undefined;
    const children = [...element.childNodes].flatMap((child) => {
      if (child.nodeType === Node.TEXT_NODE) return element.closest("text, title") ? [child.data] : [];
      return trace(child, own);
    });
    return [tag(element.tagName, attributes, children)];
  }

  /** All drawings of a tab's panel in one, as they stand to each other; undefined where it has none. */
  function traced(panel) {
    const drawings = [...panel.querySelectorAll("svg:not([aria-hidden])")].filter((each) => each.clientWidth);
    if (!drawings.length) return undefined;
    const boxes = drawings.map((each) => each.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const content = drawings.flatMap((each, i) => {
      const [drawing] = trace(each);
      const place = [
        ["x", boxes[i].left - left],
        ["y", boxes[i].top - top],
      ].map(([key, value]) => [key, String(value)]);
      return [{ ...drawing, attributes: [...drawing.attributes, ...place] }];
    });
    const bounds = [
      0,
      0,
      Math.max(...boxes.map((box) => box.right - left)),
      Math.max(...boxes.map((box) => box.bottom - top)),
    ];
    return { content, bounds };
  }

  /** The legend of a tab's panel, sample by sample. */
  function samples(panel) {
    return [...panel.querySelectorAll(".legend li")].map((item) => {
      const sample = item.querySelector("svg");
      return { text: item.textContent.trim(), drawing: sample ? trace(sample) : [], sign: "" };
    });
  }

  enishi.traced = { traced, samples };
})((globalThis.enishi ??= {}));
