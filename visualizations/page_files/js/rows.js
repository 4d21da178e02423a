// Rows of a table: sorted, searched and as CSV. No document.
(function (enishi) {
  "use strict";

  const RISKY = /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/; // what a spreadsheet would take for a formula, full width too

  /** Rows in the order of one of their cells: { sort, text }; what is empty comes last, either way. */
  function sorted(rows, column, { down = false, lang = "ja" } = {}) {
    const compare = new Intl.Collator(lang, { numeric: true }).compare;
    const value = (row) => row.cells[column].sort ?? row.cells[column].text;
    return rows
      .map((row, i) => ({ row, i }))
      .sort((a, b) => {
        const one = value(a.row),
          other = value(b.row);
        if (!one || !other) return (one ? 0 : 1) - (other ? 0 : 1) || a.i - b.i;
        return (down ? -1 : 1) * compare(one, other) || a.i - b.i;
      })
      .map(({ row }) => row);
  }

  /** Rows of which some cell holds every word that is looked for, whatever the script of its letters. */
  function searched(rows, text, fold) {
    const words = text
      .split(/[\s\u3000]+/)
      .map(fold)
      .filter(Boolean);
    if (!words.length) return rows;
    return rows.filter((row) => {
      const all = fold(row.cells.map((cell) => cell.text).join(" \n"));
      return words.every((word) => all.includes(word));
    });
  }

  /** One value of a CSV: in quotes where needed, and never a formula. */
  function csvCell(value) {
    const text = String(value),
      safe = RISKY.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  /** Headings and rows as CSV (RFC 4180), with the line ends that spreadsheets expect. */
  function csv(headings, rows) {
    const lines = [headings, ...rows.map((row) => row.cells.map((cell) => cell.text))];
    return `${lines.map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n`;
  }

  enishi.rows = { sorted, searched, csv, csvCell };
})((globalThis.enishi ??= {}));
