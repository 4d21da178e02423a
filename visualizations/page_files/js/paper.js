// Light or dark paper: as the system has it, or as the reader switches it.
(function (enishi) {
  "use strict";

  const { button, label } = enishi.dom;
  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)");

  function ofSystem() {
    return system.matches ? "dark" : "light";
  }

  // Before anything is drawn, so that a dark page never flashes white.
  root.dataset.paper = enishi.state.fromHash(location.hash).paper || ofSystem();

  /** Do something as on light paper, before anything is drawn on the screen. */
  function inLight(run) {
    const { paper } = root.dataset;
    root.dataset.paper = "light";
    try {
      return run();
    } finally {
      root.dataset.paper = paper;
    }
  }

  enishi.paper = { ofSystem, inLight };

  /** The switch, and what follows when the system changes. */
  enishi.paper.watch = (app) => {
    const toggle = button("◐", () => {
      const wanted = app.dark ? "light" : "dark";
      app.change({ paper: wanted === ofSystem() ? "" : wanted }, { undo: false });
    });
    toggle.id = "paper";
    toggle.className = "sign";
    document.getElementById("undo").before(toggle);

    function draw() {
      root.dataset.paper = app.dark ? "dark" : "light";
      label(toggle, app.word(app.dark ? "light" : "dark"));
    }

    app.on(draw);
    system.addEventListener("change", () => app.redraw());
    draw();
  };
})((globalThis.enishi ??= {}));
