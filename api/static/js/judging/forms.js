/** The forms of corrections. Each calls `send(judgement)` with what is to be judged. */

import { fill, h } from "../dom.js";
import { findActors, findClaims, findOrName } from "./find.js";
import { by, keepBy } from "./judge.js";
import { picker } from "./picker.js";

/** Another speaker for one statement. `near`: actors offered first. */
export function speakerForm(e, near, send) {
  const known = e.speakers.map((speaker) => speaker.id);
  const kinds = new Set(e.speakers.map((speaker) => speaker.kind)); // Whoever is new is of the kind of whom it is instead of.
  const whom = h("select", null, e.speakers.map((speaker) => h("option", { value: speaker.id }, speaker.name)));
  const choice = picker({ label: "Said by", hint: "A name", find: findOrName(near, known, kinds.size === 1 ? [...kinds][0] : null) });
  const judged = () => {
    const to = choice.value()?.value;
    if (!to) return "Choose who said it.";
    return { kind: "split", actor: whom.value, into: to.id, name: to.isNew ? to.name : null, statements: [e.id] };
  };
  return form("Change the speaker", judged, send, [
    e.speakers.length > 1 && h("label", { class: "field" }, "Instead of", whom),
    choice.element,
  ]);
}

/** The claim that an unlinked statement means. `find()` promises the candidates of the review, the likeliest first. */
export async function linkForm(e, find, send) {
  const candidates = await find();
  const name = `claim-of-${e.id}`;
  const radio = (value, ...text) => h("label", { class: "choice" }, h("input", { type: "radio", name, value }), h("span", null, text));
  const other = picker({ label: "Words of that claim", hint: "Words", find: findClaims });
  const choices = h(
    "fieldset",
    { class: "choices" },
    h("legend", null, "It means"),
    candidates.map((c) => radio(c.claim, h("span", { class: "choice-text" }, c.text), h("span", { class: "meta" }, reasons(c)))),
    radio("", h("span", null, "no claim that the graph holds")),
    radio("?", h("span", null, "another claim")),
  );
  other.element.hidden = true;
  choices.addEventListener("change", () => (other.element.hidden = choices.querySelector("input:checked").value !== "?"));
  const judged = () => {
    const chosen = choices.querySelector("input:checked");
    if (!chosen) return "Choose a claim.";
    if (chosen.value !== "?") return { kind: "link", statement: e.id, claim: chosen.value };
    const found = other.value();
    return found ? { kind: "link", statement: e.id, claim: found.id } : "Find the claim by its words first.";
  };
  return form("Link", judged, send, [choices, other.element]);
}

/** Another actor that this one is. `near`: actors offered first. */
export function mergeForm(actor, near, send) {
  const choice = picker({ label: `${actor.name} is the same as`, hint: "A name", find: findActors(near, [actor.id]) });
  const judged = () => {
    const into = choice.value();
    return into ? { kind: "merge", actor: actor.id, into: into.id } : "Choose whom it is the same as.";
  };
  return form("Merge", judged, send, [choice.element]);
}

/** What became of provisions: those of both drafts, of which the pair's own are chosen. Of a PlanDiff. */
export function alignForm(pair, found, send) {
  const choice = (side, draft) => {
    const own = new Set(pair[side].map((each) => each.id));
    const all = found.pairs.flatMap((each) => each[side]).sort(inOrder);
    const text = (each) => `${each.number ? `${each.number}. ` : ""}${each.name}`;
    const options = all.map((each) => h("option", { value: each.id, selected: own.has(each.id) }, text(each)));
    return h("label", { class: "field" }, `Of the ${draft.name}`, h("select", { multiple: true, size: 6 }, options));
  };
  const sides = [choice("old", found.old), choice("new", found.new)];
  const judged = () => {
    const [older, newer] = sides.map((each) => [...each.querySelector("select").selectedOptions].map((option) => option.value));
    return older.length || newer.length ? { kind: "align", older, newer } : "Choose at least one provision.";
  };
  return form("They are one matter", judged, send, [
    h("p", { class: "meta" }, "Choose several where one was split or several were merged, none on one side for what was dropped or added."),
    h("div", { class: "form-row" }, sides),
  ]);
}

const inOrder = (one, other) => (parseInt(one.number, 10) || 1e9) - (parseInt(other.number, 10) || 1e9);

/** A form that is made when it is first opened, so that a long list costs nothing; `make` may be slow. */
export function folded(summary, make, open = false) {
  const place = h("div", null);
  const details = h("details", { class: "folded" }, h("summary", null, summary), place);
  const show = async () => {
    details.removeEventListener("toggle", show);
    fill(place, await make());
  };
  details.addEventListener("toggle", show);
  details.open = open;
  return details;
}

/** Why a claim is proposed, and who claims it. */
export const reasons = (candidate) =>
  [
    candidate.claimants.length ? `claimed by ${candidate.claimants.join(", ")}` : null,
    candidate.first ? `first ${candidate.first}` : null,
    ...candidate.why,
    `score ${candidate.score.toFixed(2)}`,
  ]
    .filter(Boolean)
    .join(" · ");

function form(verb, judged, send, fields) {
  const reason = h("input", { maxlength: 500, autocomplete: "off" });
  const who = h("input", { maxlength: 200, value: by(), autocomplete: "name" });
  const told = h("p", { class: "form-told", role: "alert" });
  const submit = async (event) => {
    event.preventDefault();
    const judgement = judged();
    if (typeof judgement === "string") return fill(told, judgement);
    fill(told);
    keepBy(who.value);
    await send({ ...judgement, reason: reason.value.trim() });
  };
  return h(
    "form",
    { class: "correction-form", onsubmit: submit },
    fields,
    h("div", { class: "form-row" }, h("label", { class: "field" }, "Why (optional)", reason), h("label", { class: "field" }, "Your name (optional)", who)),
    h("div", { class: "actions" }, h("button", { class: "primary" }, verb)),
    told,
  );
}
