/** The table of a deal board, and its orders. */

import { draftLabel } from "./changes.js";
import { h } from "./dom.js";
import { actWord, chip } from "./evidence.js";
import { toActor, toTerm } from "./links.js";
import { amount, count } from "./sections.js";

const STALE = 30; // Days after which a stance is drawn as an old one.
const RANK = ["rejects", "mixed", "accepts_if", "demands", "supports"]; // Orders by stance; none comes last.

/**
 * The table. options: `order` {rows, columns}, `reorder(change)` when a heading's button is pressed,
 * `open(cell)` when a cell is.
 */
export function board({ plan, terms, actors, cells }, { order, reorder, open }) {
  const at = new Map(cells.map((cell) => [key(cell.term, cell.actor), cell]));
  const rows = sorted(terms, order.rows, orders(cells, "term", (term, actor) => at.get(key(term, actor))));
  const columns = sorted(actors, order.columns, orders(cells, "actor", (actor, term) => at.get(key(term, actor))));
  const head = h("tr", null, h("th", { scope: "col", class: "corner" }, "Term"), columns.map((actor) => columnHead(actor, order, reorder)));
  const body = rows.map((term) =>
    h("tr", null, rowHead(term, order, reorder), columns.map((actor) => cellOf(at.get(key(term.id, actor.id)), term, actor, open))),
  );
  const caption = `Stances on the terms of the ${plan.name}, by actor`;
  const table = h("table", { class: "board", onkeydown: move }, h("caption", { class: "visually-hidden" }, caption), h("thead", null, head), h("tbody", null, body));
  return h("div", { class: "scroll board-scroll", role: "region", "aria-label": caption, tabindex: "0" }, table);
}

const key = (term, actor) => `${term} ${actor}`;

function columnHead(actor, order, reorder) {
  const by = `by:${actor.id}`;
  const on = order.rows === by;
  return h(
    "th",
    { scope: "col", "aria-sort": on ? "ascending" : "none" },
    h(
      "div",
      { class: "board-name" },
      h("a", { href: toActor(actor.id) }, actor.name),
      sortButton(on, "↓", `terms by the stance of ${actor.name}`, () => reorder({ rows: on ? "" : by }), `rows-${actor.id}`),
    ),
  );
}

function rowHead(term, order, reorder) {
  const by = `by:${term.id}`;
  const on = order.columns === by;
  const detail = [term.number && `no. ${term.number}`, amount(term.amount, term.unit), term.topic].filter(Boolean).join(" · ");
  return h(
    "th",
    { scope: "row" },
    h(
      "div",
      { class: "board-name" },
      h("a", { href: toTerm(term.id), title: term.text }, term.name),
      sortButton(on, "→", `actors by their stance on ${term.name}`, () => reorder({ columns: on ? "" : by }), `columns-${term.id}`),
    ),
    detail && h("span", { class: "board-detail" }, detail),
  );
}

function sortButton(on, sign, what, onclick, id) {
  const name = on ? `Undo the order of ${what}` : `Order ${what}`;
  return h("button", { type: "button", id, class: ["sort", on && "sort-on"], title: name, "aria-label": name, "aria-pressed": String(on), onclick }, sign);
}

/**
 * The stances that a cell tells of: those on the term itself, else all.
 * Whoever demands what a claim about the term says may well reject the term.
 */
function told({ own, stances }) {
  return own ? stances.filter(({ target_kind: kind }) => kind === "Term") : stances;
}

function cellOf(cell, term, actor, open) {
  if (!cell) return h("td", { class: "none" }, h("span", { class: "visually-hidden" }, "no stance"));
  const on = onClaims(cell);
  const stance = cell.own ?? cell.stance;
  const what = on ? `“${on}”, which bears on ${term.name}` : term.name;
  const past = cell.status === "stale" ? `; stale: ${cell.step}` : "";
  const name = `${actor.name} ${actWord(stance)} ${what}: ${strength(cell)}, ${age(cell)}${past}. Show the words`;
  const old = cell.days_old === null || cell.days_old > STALE;
  return h(
    "td",
    null,
    h(
      "button",
      { type: "button", class: ["cell", `cell-${on ? "claim" : stance}`, old && "cell-old", cell.status === "stale" && "cell-stale"], "aria-label": name, "aria-haspopup": "dialog", onclick: () => open(cell) },
      chip(stance),
      on && h("span", { class: "cell-target" }, on),
      draftLabel(cell),
      h("span", { class: "cell-detail" }, strength(cell)),
      h("span", { class: "cell-detail" }, age(cell)),
    ),
  );
}

/** What a cell is on where no stance in it is on the term itself: who demands something else does not demand the term. */
export function onClaims({ own, stances }) {
  if (own) return null;
  return [...new Set(stances.map(({ target }) => target))].join("; ");
}

/** How much a stance rests on: “3 statements, 2 in own words, more on claims”. */
export function strength(cell) {
  const shown = told(cell);
  const statements = number(shown);
  const direct = number(shown.filter(({ mode }) => mode === "direct"));
  const more = cell.stances.length > shown.length && "more on claims";
  return [count(statements, "statement"), direct && `${direct} in own words`, more].filter(Boolean).join(", ");
}

const number = (stances) => new Set(stances.map(({ statement }) => statement)).size;

/** How old a stance is, measured from the newest publication on the board. */
export function age({ days_old: days }) {
  if (days === null) return "date unknown";
  return days === 0 ? "newest" : `${count(days, "day")} older`;
}

function orders(cells, side, cellAt) {
  const of = (id) => cells.filter((cell) => cell[side] === id);
  const camps = (id) => {
    const against = of(id).filter(({ own }) => own === "rejects" || own === "mixed").length;
    return Math.min(against, of(id).filter(({ own }) => own).length - against);
  };
  return {
    name: (a, b) => a.name.localeCompare(b.name, "en"),
    topic: (a, b) => (a.topic ?? "\uffff").localeCompare(b.topic ?? "\uffff", "en"),
    kind: (a, b) => a.kind.localeCompare(b.kind, "en"),
    stances: (a, b) => of(b.id).length - of(a.id).length,
    contested: (a, b) => camps(b.id) - camps(a.id) || of(b.id).length - of(a.id).length,
    by: (other) => (a, b) => rank(cellAt(a.id, other)) - rank(cellAt(b.id, other)),
  };
}

const rank = (cell) => (cell?.own ? RANK.indexOf(cell.own) : RANK.length);

function sorted(things, order, known) {
  const compare = order.startsWith("by:") ? known.by(order.slice(3)) : known[order];
  return typeof compare === "function" ? things.toSorted(compare) : things;
}

const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

/** Arrow keys lead from one filled cell to the next. */
function move(event) {
  const step = STEPS[event.key];
  const td = event.target.closest("td");
  if (!step || !td) return;
  const rows = [...td.closest("tbody").rows];
  let [row, column] = [rows.indexOf(td.parentElement), td.cellIndex];
  for (;;) {
    [row, column] = [row + step[0], column + step[1]];
    const next = rows[row]?.cells[column];
    if (!next || next.tagName === "TH") return;
    const button = next.querySelector("button");
    if (!button) continue;
    event.preventDefault();
    return button.focus();
  }
}
