/** Shifts of position on the timeline: told at the words that shifted, and tied to what the same actor did before. */

import { getAll, Problem } from "../api.js";
import { h, joined } from "../dom.js";
import { chip, label, time } from "../evidence.js";
import { to } from "../links.js";

const MOST = 500;
const ASKED = ["actor", "plan", "term", "claim", "since", "until"]; // What both lists take.

/** The shifts that the filters of the timeline leave, or what kept them from being told: {shifts, told}. */
export async function shiftsOf(params) {
  try {
    const asked = Object.fromEntries(ASKED.map((name) => [name, params.get(name)]));
    const { items, more } = await getAll("shifts", asked, { most: MOST });
    return { shifts: items, told: more ? `Of the shifts only the latest ${items.length} are marked. ` : "" };
  } catch (error) {
    if (!(error instanceof Problem) && error.name !== "AbortError") throw error;
    return { shifts: [], told: error.name === "AbortError" ? "" : `Shifts are not marked: ${error.message} ` };
  }
}

/** By the id of a statement among those shown, what it shifts: [{shift, before}], `before` being the last words then. */
export function byStatement(shifts, shown) {
  const found = new Map();
  for (const shift of shifts) {
    const before = shift.before.words.map((stance) => stance.statement).findLast((id) => shown.has(id)) ?? null;
    for (const { statement } of shift.after.words) {
      if (shown.has(statement)) found.set(statement, [...(found.get(statement) ?? []), { shift, before }]);
    }
  }
  return found;
}

/** The line that tells a shift at its words; `jump(id, text)` makes the way to the words before. */
export function shiftLine({ shift: { actor, before, after }, before: id }, jump) {
  const then = id ? jump(id, before.day) : time(before.day);
  const all = h("a", { href: to("shifts", { actor: actor.id }) }, "both quotes");
  return h("p", { class: "answers shifted" }, label("shift", "The actor did otherwise on the day before on which it spoke of this"), " ", chips(before), " (", then, ") → ", chips(after), " · ", all);
}

const chips = ({ acts }) => joined(acts.map((act) => chip(act)), " ");
