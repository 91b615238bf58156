/** Pieces of the views of one thing: sections, facts, what may be missing. */

import { h } from "./dom.js";

let made = 0;

/** A section with a heading that names it. */
export function section(heading, ...children) {
  const id = `section-${++made}`;
  return h("section", { "aria-labelledby": id }, h("h2", { id }, heading), children);
}

/** A list of facts from [name, value] pairs; those without a value are left out; null if none is left. */
export function facts(pairs) {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== "" && value.length !== 0);
  if (!known.length) return null;
  return h("dl", { class: "facts" }, known.map(([name, value]) => h("div", null, h("dt", null, name), h("dd", null, value))));
}

/**
 * A table from headings and rows of cells; it scrolls by itself where it is too wide, and on a phone
 * its rows become blocks. The roles keep it a table for screen readers then.
 */
export function table(caption, headings, rows) {
  const row = { role: "row" };
  const head = h("tr", row, headings.map((heading) => h("th", { scope: "col", role: "columnheader" }, heading)));
  const body = rows.map(([first, ...rest]) =>
    h("tr", row, h("th", { scope: "row", role: "rowheader" }, first), rest.map((cell) => h("td", { role: "cell" }, cell))),
  );
  const parts = [h("thead", { role: "rowgroup" }, head), h("tbody", { role: "rowgroup" }, body)];
  const content = h("table", { role: "table", class: "stacking", "aria-label": caption }, parts);
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption }, content);
}

/** A number with its unit, every digit as it is. */
export function amount(value, unit) {
  if (value === null || value === undefined) return null;
  const digits = new Intl.NumberFormat("en", { maximumFractionDigits: 20 }).format(value);
  return unit ? `${digits} ${unit}` : digits;
}

/** “1 statement”, “2 statements”. */
export const count = (n, noun, nouns = `${noun}s`) => `${n} ${n === 1 ? noun : nouns}`;

/** Statements that do one of `acts`, by what they do it to: [{target: {id, kind, text}, statements}]. */
export function byTarget(statements, acts) {
  const groups = new Map();
  for (const statement of statements) {
    for (const deed of statement.acts.filter((each) => acts.includes(each.act))) {
      if (!groups.has(deed.id)) groups.set(deed.id, { target: deed, statements: [] });
      groups.get(deed.id).statements.push(statement);
    }
  }
  return [...groups.values()];
}
