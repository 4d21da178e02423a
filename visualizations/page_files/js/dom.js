// Elements made from text. Text goes in as text, never as HTML, and carries its language where it is not the page's.
(function (enishi) {
  "use strict";

  const JAPANESE = /[\u3041-\u30ff\u3400-\u9fff]/,
    KOREAN = /[\uac00-\ud7af]/,
    LATIN = /[A-Za-z]/;

  /** The language that a text is in, as far as its script tells; `otherwise` where it does not. */
  function languageOf(text, otherwise) {
    if (JAPANESE.test(text)) return "ja";
    if (KOREAN.test(text)) return "ko";
    return LATIN.test(text) ? "en" : otherwise;
  }

  /** Put text into an element, marked with its language where that is not the page's. */
  function setText(target, text) {
    target.textContent = text;
    const page = document.documentElement.lang,
      lang = languageOf(text, page);
    if (lang === page) target.removeAttribute("lang");
    else target.lang = lang;
    return target;
  }

  /** A new element: its tag, its text if any, its class if any. */
  function element(tag, text, name) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    return text === undefined ? made : setText(made, text);
  }

  /** A parent with children put into it; those that are empty are passed over. */
  function within(parent, ...children) {
    parent.append(...children.filter((child) => child !== undefined && child !== null && child !== ""));
    return parent;
  }

  /** Say what something is that shows only a sign: to a screen reader, and to a pointer that rests on it. */
  function label(target, text) {
    target.setAttribute("aria-label", text);
    target.title = text;
  }

  /** A button that does something. */
  function button(text, run, name) {
    const made = element("button", text, name);
    made.type = "button";
    made.addEventListener("click", run);
    return made;
  }

  /** A box to tick, with its words. */
  function tick(text, checked, change, name) {
    const box = element("input");
    box.type = "checkbox";
    box.checked = checked;
    box.addEventListener("change", () => change(box.checked));
    return within(element("label", undefined, name), box, element("span", text));
  }

  /** A link that opens beside the page; nothing unless it is http or https. */
  function link(address) {
    if (!/^https?:\/\//i.test(address || "")) return undefined;
    const made = element("a", address);
    made.href = address;
    made.rel = "noopener noreferrer";
    made.target = "_blank";
    return made;
  }

  enishi.dom = { languageOf, setText, element, within, label, button, tick, link };
})((globalThis.enishi ??= {}));
