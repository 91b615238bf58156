/** Judgements: made, listed, undone. What documents say is not changed by any of them. */

import { del, getAll, post } from "../api.js";

const BY = "counterclaim.by";

/** All judgements that stand, in order of id. */
export const judgements = async () => (await getAll("judgements", {}, { most: 10_000, limit: 500 })).items;

/**
 * Make a judgement: {kind, statement, claim, actor, into, name, statements, reason}; returns it as it
 * stands. What is empty is not sent: a link without a claim means no claim of the graph.
 */
export function judge(judgement) {
  const all = Object.entries({ ...judgement, by: by() });
  return post("judgements", Object.fromEntries(all.filter(([, value]) => value)));
}

/** Take a judgement back. */
export const undo = (id) => del(["judgements", id]);

/** Who judges: the name given last on this machine, or ''. */
export function by() {
  try {
    return localStorage.getItem(BY) ?? "";
  } catch {
    return ""; // Storage is switched off.
  }
}

/** Keep the name of who judges. */
export function keepBy(name) {
  try {
    localStorage.setItem(BY, name.trim());
  } catch {
    // Storage is switched off; the name is asked again.
  }
}

/** Those judgements that concern a statement. */
export const ofStatement = (list, id) => list.filter((j) => j.statement === id || (j.statements ?? []).includes(id));

/** Those judgements that merge an actor into another, or others into it. */
export const ofActor = (list, id) => list.filter((j) => j.kind === "merge" && (j.actor === id || j.into === id));
