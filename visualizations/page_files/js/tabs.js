// The row of tabs: the picture, and the other views of the same data.
(function (enishi) {
  "use strict";

  const { element, setText, within } = enishi.dom;

  class Tabs {
    #made = new Set();
    #drawn = new Map();

    constructor(row, panels, app) {
      this.app = app;
      this.panels = panels;
      this.buttons = app.tabs.map((tab) => this.#button(tab));
      within(row, ...this.buttons);
      row.hidden = app.tabs.length < 2;
      row.addEventListener("keydown", (event) => this.#arrow(event));
    }

    draw() {
      const { app } = this;
      app.tabs.forEach((tab, i) => {
        const on = tab.id === app.state.tab,
          button = this.buttons[i];
        setText(button, app.word(tab.key));
        button.setAttribute("aria-selected", String(on));
        button.tabIndex = on ? 0 : -1;
        const panel = this.#panel(tab);
        panel.hidden = !on;
        if (on) this.#show(tab, panel);
      });
    }

    #show(tab, panel) {
      if (!this.#made.has(tab.id)) tab.make(panel, this.app);
      this.#made.add(tab.id);
      if (this.#drawn.get(tab.id) === this.app.state) return;
      this.#drawn.set(tab.id, this.app.state);
      tab.draw(panel, this.app);
    }

    #button(tab) {
      const button = element("button");
      button.type = "button";
      button.id = `tab-${tab.id}`;
      button.setAttribute("role", "tab");
      button.setAttribute("aria-controls", `panel-${tab.id}`);
      button.addEventListener("click", () => this.app.change({ tab: tab.id }));
      return button;
    }

    #panel(tab) {
      const known = document.getElementById(`panel-${tab.id}`);
      if (known) return known;
      const panel = element("section", undefined, "panel");
      panel.id = `panel-${tab.id}`;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", `tab-${tab.id}`);
      panel.tabIndex = -1; // what is searched for brings the focus here
      panel.hidden = true;
      within(this.panels, panel);
      return panel;
    }

    #arrow(event) {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const at = this.buttons.indexOf(document.activeElement);
      if (!step || at < 0) return;
      event.preventDefault();
      const next = (at + step + this.buttons.length) % this.buttons.length;
      this.buttons[next].focus();
      this.app.change({ tab: this.app.tabs[next].id });
    }
  }

  enishi.Tabs = Tabs;
})((globalThis.enishi ??= {}));
