// The page's scripts as a page has them: classic scripts that add to one object, loaded in the order given.
"use strict";

const path = require("node:path");

const FOLDER = path.join(__dirname, "..", "..", "visualizations", "page_files", "js");

/** Loads scripts of the page by name, without a document, and gives what they add to. */
function load(...names) {
  for (const name of names) require(path.join(FOLDER, `${name}.js`));
  return globalThis.enishi;
}

module.exports = { load };
