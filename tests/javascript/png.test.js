"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const zlib = require("node:zlib");
const { load } = require("./load.js");

const { png } = load("png");

// One white pixel.
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==",
  "base64",
);

function chunks(bytes) {
  const found = [];
  for (let at = 8; at < bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + size);
    assert.equal(png.checksum(body), bytes.readUInt32BE(at + 8 + size));
    found.push({ name: body.toString("latin1", 0, 4), content: body.subarray(4) });
    at += size + 12;
  }
  return found;
}

test("the checksum is that of PNG", () => {
  assert.equal(png.checksum(Buffer.from("IEND")), 0xae426082);
  assert.equal(png.checksum(Buffer.from("123456789")), 0xcbf43926);
});

test("texts stand in chunks of their own, and the picture stays as it was", () => {
  const made = Buffer.from(
    png.withTexts(PIXEL, [
      ["Title", "日本から見た協力"],
      ["Description", "部内限り"],
    ]),
  );
  const all = chunks(made);
  assert.deepEqual(
    all.map((each) => each.name),
    ["IHDR", "iTXt", "iTXt", "IDAT", "IEND"],
  );
  assert.equal(all[1].content.toString("utf-8"), "Title\0\0\0\0\0日本から見た協力");
  assert.ok(zlib.inflateSync(all[3].content).length > 0);
});
