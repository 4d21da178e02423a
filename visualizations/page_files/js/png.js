// Text in a PNG file: what it shows, as of when, who may see it. It stays with the file when its name is changed.
(function (enishi) {
  "use strict";

  const AFTER_HEADER = 33; // signature, and the chunk that comes first
  const POLYNOMIAL = 0xedb88320;

  /** The checksum of PNG (ISO 15948, annex D). */
  function checksum(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) {
      // biome-ignore-start lint/suspicious/noBitwiseOperators: a checksum is made of bits
      sum ^= byte;
      for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
    }
    return (sum ^ 0xffffffff) >>> 0;
    // biome-ignore-end lint/suspicious/noBitwiseOperators: a checksum is made of bits
  }

  function chunk(name, content) {
    const made = new Uint8Array(content.length + 12);
    const view = new DataView(made.buffer);
    view.setUint32(0, content.length);
    made.set(new TextEncoder().encode(name), 4);
    made.set(content, 8);
    view.setUint32(made.length - 4, checksum(made.subarray(4, -4)));
    return made;
  }

  /** A PNG file with texts in it: [[keyword, text], …], in UTF-8, uncompressed. */
  function withTexts(bytes, texts) {
    const chunks = texts.map(([key, text]) => chunk("iTXt", new TextEncoder().encode(`${key}\0\0\0\0\0${text}`)));
    const size = chunks.reduce((sum, each) => sum + each.length, bytes.length);
    const made = new Uint8Array(size);
    made.set(bytes.subarray(0, AFTER_HEADER));
    let at = AFTER_HEADER;
    for (const each of chunks) {
      made.set(each, at);
      at += each.length;
    }
    made.set(bytes.subarray(AFTER_HEADER), at);
    return made;
  }

  enishi.png = { checksum, withTexts };
})((globalThis.enishi ??= {}));
