// Text to the clipboard, where the browser allows it.
(function (enishi) {
  "use strict";

  /** Copy a text by the old way, from a field that is selected. */
  function byField(text) {
    const field = enishi.dom.element("textarea", undefined, "unseen"),
      before = document.activeElement;
    field.value = text;
    (document.querySelector("dialog[open]") ?? document.body).append(field); // what is behind a dialog cannot be selected
    field.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      done = false;
    }
    field.remove();
    before?.focus();
    return done;
  }

  /** Copy a text; whether that was possible. Pages opened from a file may be refused the new way. */
  enishi.copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return byField(text);
    }
  };
})((globalThis.enishi ??= {}));
