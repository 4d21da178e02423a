// A dialog: a heading, what it says, and a way out by button, by Escape and back to where the reader was.
(function (enishi) {
  "use strict";

  const { element, within, button } = enishi.dom;

  /** Open a dialog that says something. */
  function open(app, heading, ...children) {
    const dialog = element("dialog");
    const title = element("h2", heading);
    title.id = "dialog-title";
    dialog.setAttribute("aria-labelledby", title.id);
    const close = button(app.word("close"), () => dialog.close(), "close");
    within(dialog, title, ...children, close);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    close.focus();
    return dialog;
  }

  /** A line for a shell, with a button that copies it. */
  function command(app, line) {
    const said = element("p");
    said.setAttribute("role", "status");
    const copy = button(app.word("copy"), async () => {
      if (await enishi.copy(line)) said.textContent = app.word("copied");
    });
    const code = element("code", line);
    code.lang = "en";
    return within(element("div", undefined, "command"), code, copy, said);
  }

  enishi.dialog = { open, command };
})((globalThis.enishi ??= {}));
