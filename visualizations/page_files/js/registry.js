// What the parts of the page register with it when they are loaded. Nothing runs before the page stands.
(function (enishi) {
  "use strict";

  const registered = { tabs: [], actions: [], starts: [] };

  /** Register a tab: `make` fills its panel once, `draw` runs when it is shown and state or language changed. */
  enishi.tab = (tab) => registered.tabs.push(tab);

  /** Register an entry of the menu. */
  enishi.action = (action) => registered.actions.push(action);

  /** Register what runs once, when the page stands. */
  enishi.start = (run) => registered.starts.push(run);

  enishi.registered = registered;
})((globalThis.enishi ??= {}));
