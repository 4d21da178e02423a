"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const { test } = require("node:test");

const FILES = path.join(__dirname, "..", "..", "visualizations", "page_files", "js");

test("every script of the page adds to one object and to nothing else", () => {
  for (const file of fs.readdirSync(FILES)) {
    const text = fs.readFileSync(path.join(FILES, file), "utf-8");
    assert.match(text, /\(function \(enishi\) \{\n {2}"use strict";/, file);
    assert.match(text, /\}\)\(\(globalThis\.enishi \?\?= \{\}\)\);\n$/, file);
  }
});

test("no script of the page is longer than can be read in one sitting", () => {
  for (const file of fs.readdirSync(FILES)) {
    const lines = fs.readFileSync(path.join(FILES, file), "utf-8").split("\n").length;
    assert.ok(lines <= 260, `${file} has ${lines} lines`);
  }
});
