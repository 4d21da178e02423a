// Text that has to fit where nothing breaks lines for us: in SVG files. Widths are estimated on the wide side, since the
// file may be opened with other fonts.
(function (enishi) {
  "use strict";

  const WIDE =
    /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6▲●○△―…→]/u;
  const NARROW = new Set("fijlrtI.,:;'|!()[]-· ");
  const BROAD = new Set("mwMW%@—");
  const NEVER_FIRST =
    /^[、。，．・：；）」』］〕】｝〉》ー～…々ァィゥェォッャュョぁぃぅぇぉっゃゅょ,.:;)\]}!?！？%％]/u;
  const COUNTER = /^[年月日回期次件か頃]/u; // stays with the number before it
  const NEVER_LAST = /[（「『［〔【｛〈《([{]$/u;

  function em(char) {
    if (WIDE.test(char)) return 1;
    if (NARROW.has(char)) return 0.36;
    if (BROAD.has(char)) return 0.95;
    return /\p{Lu}/u.test(char) ? 0.72 : 0.6;
  }

  /** Estimated width of text at a size, in the unit of the size. */
  function widthOf(text, size) {
    let sum = 0;
    for (const char of text) sum += em(char);
    return sum * size;
  }

  // Whether a word stays with the one before it: marks, counters, and the parts of a date.
  function belongs(last, word) {
    if (NEVER_FIRST.test(word) || NEVER_LAST.test(last)) return true;
    return (COUNTER.test(word) && /\d$/.test(last)) || (/\d[年月]$/u.test(last) && /^\d/.test(word));
  }

  // Words as the language has them, with the marks that may not begin or end a line kept to their neighbours.
  function pieces(text, lang) {
    const found = [];
    for (const { segment } of new Intl.Segmenter(lang, { granularity: "word" }).segment(text)) {
      const last = found.at(-1);
      if (last !== undefined && belongs(last, segment)) found[found.length - 1] = last + segment;
      else found.push(segment);
    }
    return found;
  }

  // A piece that is wider than a line, such as a web address, is cut where it must be.
  function cut(piece, width, size) {
    const parts = [""];
    for (const char of piece) {
      if (parts.at(-1) && widthOf(parts.at(-1) + char, size) > width) parts.push("");
      parts[parts.length - 1] += char;
    }
    return parts;
  }

  /** Break text into lines of at most a width: between words, never before a closing mark. Nothing is left out. */
  function wrap(text, width, size, lang) {
    const lines = [];
    let line = "";
    for (const piece of pieces(text, lang).flatMap((each) => cut(each, width, size))) {
      if (line && widthOf((line + piece).trimEnd(), size) > width) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else line += piece;
    }
    if (line.trim()) lines.push(line.trimEnd());
    return lines;
  }

  enishi.fit = { widthOf, wrap };
})((globalThis.enishi ??= {}));
