"use strict";

const assert = require("node:assert/strict");
const { test } = require("node:test");
const { load } = require("./load.js");
const { network } = require("./network.js");

const enishi = load("dom", "fold", "model", "search");
const fold = enishi.makeFold({
  old: "國學澤髙",
  new: "国学沢高",
  forms: "国立研究開発法人|株式会社",
  words: "\\b(?:inc|ltd|the|co)\\b",
});

test("names fold as they do in Python", () => {
  assert.equal(fold("Ｑ－ＳＴＡＲ"), "qstar");
  assert.equal(fold("いぎりす"), "イギリス");
  assert.equal(fold("ｲｷﾞﾘｽ"), "イギリス");
  assert.equal(fold("國立研究開発法人 理化學研究所"), "理化学研究所");
  assert.equal(fold("The Quantum Co., Ltd."), "quantum");
  assert.equal(fold("Éirean"), "eirean");
  assert.equal(fold("!?"), "");
});

test("hits are those named so, then those that begin so, then those that contain every word", () => {
  const named = (...search) => ({ kind: "Organisation", key: "Organisation", search });
  const model = new enishi.Model(
    network({ a: named("quantumlab"), b: named("quantum"), c: named("ukquantumhub"), d: named("minorukiuchi") }),
  );
  assert.deepEqual(enishi.hits("Quantum", model, fold), ["b", "a", "c"]);
  assert.deepEqual(enishi.hits("KIUCHI Minoru", model, fold), ["d"]);
  assert.deepEqual(enishi.hits("  ", model, fold), []);
});

test("a country or union is found by a word of its name before what begins with it", () => {
  const titles = {
    "country:KR": "Republic of Korea",
    "org:kaist": "Korea Advanced Institute",
    "org:x": "South Korea Lab",
  };
  const named = Object.entries(titles).map(([id, title]) => [id, { kind: "Any", key: "Any", search: [fold(title)] }]);
  const model = new enishi.Model(network(Object.fromEntries(named)));
  const hits = (text) => enishi.hits(text, model, fold, (id) => [titles[id]]);
  assert.deepEqual(hits("korea"), ["country:KR", "org:kaist", "org:x"]);
  assert.deepEqual(hits("kore"), ["org:kaist", "country:KR", "org:x"], "half a word is none");
  assert.deepEqual(hits("Korea Advanced Institute"), ["org:kaist"]);
});
