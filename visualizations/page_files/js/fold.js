// One key for the many ways in which a name is typed; the same rules as graphmodel/names.py.
(function (enishi) {
  "use strict";

  /** A folder of names, with the tables that Python has: old and new kanji, legal forms, legal words. */
  function makeFold(tables) {
    const kanji = new Map([...tables.old].map((from, i) => [from, [...tables.new][i]]));
    const forms = new RegExp(tables.forms, "gu");
    const words = new RegExp(tables.words, "gu");

    function alike(char) {
      const code = char.codePointAt(0);
      if (code >= 0x3041 && code < 0x3097) return String.fromCodePoint(code + 0x60);
      return kanji.get(char) ?? char;
    }

    /** The key of a name: width, case, accents, kana, old kanji, legal forms and punctuation make no difference. */
    return function fold(name) {
      let text = name.normalize("NFKC").toLowerCase().replaceAll("ß", "ss");
      text = text
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/gu, "")
        .normalize("NFC");
      text = [...text].map(alike).join("").replace(forms, "");
      const bare = (value) => value.replace(/[^\p{L}\p{N}]+/gu, "");
      return bare(text.replace(words, " ")) || bare(text);
    };
  }

  enishi.makeFold = makeFold;
})((globalThis.enishi ??= {}));
