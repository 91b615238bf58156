/** What a person can correct at a statement or an actor, and take back at the same place. */

import { Problem } from "../api.js";
import { fill, h } from "../dom.js";
import { announce } from "../router.js";
import { folded, linkForm, mergeForm, speakerForm } from "./forms.js";
import { judge, ofActor, ofStatement, undo } from "./judge.js";

/** Judgements in the words that do beside the statement itself, where its id need not be told. */
export const HERE = {
  accept: () => "Accepted",
  reject: () => "Rejected",
  link: ({ claim }) => (claim ? "Linked by judgement" : "Judged to mean no claim of the graph"),
  split: ({ actor, into, name }) => `Said by ${name || into}, not ${actor}`,
};

/**
 * Corrections of a statement.
 *
 * `standing`: all judgements; `near`: actors offered first; `candidates()` promises the claims it may
 * mean; `open`: show the form of links at once;
 * `changed(message)` is awaited after each change, and shows what the graph says then.
 */
export function statementCorrections(e, { standing, near, candidates, open: shown = false, changed }) {
  const mine = ofStatement(standing, e.id);
  const told = h("p", { class: "form-told", role: "alert" });
  const send = sender(told, changed);
  const open = e.unlinked || mine.some((j) => j.kind === "link");
  return h(
    "div",
    { class: "corrections" },
    h(
      "div",
      { class: "actions" },
      verdict(e, mine, "accept", "Accept", send),
      verdict(e, mine, "reject", "Reject", send),
      e.unlinked && e.acts.length > 0 && !mine.some((j) => j.kind === "link") && dismissal(e, send),
      open && folded("Link to a claim", () => linkForm(e, candidates, send), shown),
      e.speakers.length > 0 && folded("Change the speaker", () => speakerForm(e, near, send)),
    ),
    mine.length > 0 && h("ul", { class: "standing" }, mine.map((j) => h("li", null, standingLine(j, changed, HERE[j.kind]?.(j))))),
    told,
  );
}

/** Corrections of an actor: merge it into another. Options as for statements. */
export function actorCorrections(actor, { standing, near, changed }) {
  const mine = ofActor(standing, actor.id);
  const told = h("p", { class: "form-told", role: "alert" });
  return h(
    "div",
    { class: "corrections" },
    folded("Merge", () => mergeForm(actor, near, sender(told, changed))),
    mine.length > 0 && h("ul", { class: "standing" }, mine.map((j) => h("li", null, standingLine(j, changed)))),
    told,
  );
}

/**
 * A judgement in words, with the button that takes it back. `words` say it shorter where the place tells
 * what it is about.
 */
export function standingLine(judgement, changed, words = judgement.told) {
  const told = h("span", { class: "form-told", role: "alert" });
  const back = async () => {
    button.disabled = true;
    try {
      await undo(judgement.id);
      await changed(`Undone: ${words}`);
    } catch (error) {
      button.disabled = false;
      fill(told, refusal(error));
    }
  };
  const button = h("button", { type: "button", class: "small", onclick: back, "aria-label": `Undo: ${words}` }, "Undo");
  return h(
    "span",
    { class: "standing-line" },
    h("span", null, words, judgement.by && ` (${judgement.by})`, judgement.reason && `: ${judgement.reason}`),
    judgement.waits && h("span", { class: "label" }, "waits for what the graph lacks"),
    " ",
    button,
    told,
  );
}

/** Return a function that sends a judgement and tells in `told` what stands against it. */
export function sender(told, changed) {
  return async (judgement) => {
    // One judgement at a time: a second press would send it again.
    const buttons = [...(told.parentElement?.querySelectorAll("button:enabled") ?? [])];
    for (const button of buttons) button.disabled = true;
    fill(told, "Judging …");
    try {
      const made = await judge(judgement);
      announce(`Judged: ${made.told}`);
      await changed(made.told, made);
    } catch (error) {
      fill(told, refusal(error));
    } finally {
      for (const button of buttons) button.disabled = false;
    }
  };
}

/** A rule linked it: the button that says it does not mean that claim, nor another of the graph. */
function dismissal(e, send) {
  const onclick = () => send({ kind: "link", statement: e.id, claim: "" });
  return h("button", { type: "button", class: "small", onclick }, "It does not mean that claim");
}

function verdict(e, mine, kind, text, send) {
  const stands = mine.some((j) => j.kind === kind);
  const other = kind === "accept" ? "reject" : "accept";
  if (stands || mine.some((j) => j.kind === other)) return null; // Undo is shown instead.
  return h("button", { type: "button", class: ["small", kind], onclick: () => send({ kind, statement: e.id }) }, text);
}

function refusal(error) {
  if (!(error instanceof Problem)) throw error;
  return [error.message, ...error.errors.map((one) => one.detail).filter((detail) => detail !== error.message)].filter(Boolean).join(" ");
}
