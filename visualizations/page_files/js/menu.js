// The "…" menu: what can be done with the view, as the other files have registered it.
(function (enishi) {
  "use strict";

  const { element, button, setText, within } = enishi.dom;

  class Menu {
    constructor(details, app) {
      this.details = details;
      this.app = app;
      details.hidden = !app.actions.length;
      details.addEventListener("keydown", (event) => {
        if (event.key === "Escape") this.#close();
      });
      document.addEventListener("click", (event) => {
        if (!details.contains(event.target)) details.open = false;
      });
    }

    draw() {
      const { app, details } = this,
        list = details.querySelector("ul");
      setText(details.querySelector("summary"), app.word("menu"));
      list.replaceChildren(
        ...app.actions.map((action) => {
          const entry = button(app.word(action.key), () => {
            this.#close();
            action.run(app);
          });
          entry.dataset.action = action.id;
          return within(element("li"), entry);
        }),
      );
    }

    #close() {
      this.details.open = false;
      this.details.querySelector("summary").focus();
    }
  }

  enishi.Menu = Menu;
})((globalThis.enishi ??= {}));
