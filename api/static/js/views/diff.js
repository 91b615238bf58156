/** Two drafts of a plan side by side: what each provision became, which words changed, which stances that leaves behind. */

import { get } from "../api.js";
import { fill, h, joined } from "../dom.js";
import { label, time } from "../evidence.js";
import { filters } from "../filters.js";
import { to, toPlan } from "../links.js";
import { pairs, relations } from "../pairs.js";
import { announce } from "../router.js";
import { empty } from "../states.js";

const SHOWN = [["", "All provisions"], ["changed", "What changed"], ["stances", "With stances"]];

/** Show the drafts in the address, or the two newest. */
export async function show(main, { path: [, id], params }) {
  const versions = await get(["plans", id, "versions"]);
  const drafts = versions.drafts.filter((draft) => draft.provisions);
  document.title = `Drafts of the ${versions.plan.name} · Counterclaim`;
  const head = [
    h("p", { class: "kicker" }, "Drafts side by side"),
    h("h1", null, "What became of each provision of the ", h("a", { href: toPlan(id) }, versions.plan.name)),
  ];
  if (drafts.length < 2) {
    return fill(main, head, empty("Fewer than two drafts of this plan have provisions: there is nothing to compare."));
  }
  const place = h("div", null);
  const load = async () => {
    const found = await get(["plans", id, "diff"], { old: params.get("old"), new: params.get("new") });
    fill(place, content(found, params.get("show") ?? "", changed));
    return found;
  };
  const changed = async (message) => {
    announce(message);
    await load();
  };
  const found = await load();
  document.title = `${versions.plan.name}: ${found.old.name} and ${found.new.name} · Counterclaim`;
  fill(main, head, filters(["plans", id, "diff"], fields(drafts, found), asked(params, found)), place);
}

/** The drafts that are shown stand in the form, also when the address names none. */
function asked(params, found) {
  const given = new URLSearchParams(params);
  given.set("old", found.old.id);
  given.set("new", found.new.id);
  return given;
}

function fields(drafts, found) {
  const place = Object.fromEntries(drafts.map((draft, n) => [draft.id, n]));
  const option = (draft) => [draft.id, [draft.name, draft.dated ?? draft.published].filter(Boolean).join(", ")];
  return [
    { name: "old", label: "Older draft", options: drafts.filter((d) => place[d.id] < place[found.new.id]).map(option) },
    { name: "new", label: "Newer draft", options: drafts.filter((d) => place[d.id] > place[found.old.id]).map(option) },
    { name: "show", label: "Show", options: SHOWN },
  ];
}

function content(found, shown, changed) {
  const touched = new Set(found.stances.map((each) => each.term));
  const has = (pair) => [...pair.old, ...pair.new].some((side) => touched.has(side.id));
  const kept = { "": () => true, changed: (pair) => pair.relation !== "kept", stances: has }[shown] ?? (() => true);
  const list = found.pairs.filter(kept);
  return [
    h("p", { class: "labels" }, relations(found.counts)),
    h("p", { class: "meta" }, stale(found), " A stance is carried as long as the text of its provision stays the same."),
    list.length ? [heads(found), pairs(found, list, changed)] : empty("No provision passes this filter."),
  ];
}

function stale(found) {
  const fates = found.stances.flatMap((each) => each.fates);
  if (!fates.length) return "No stance on the older draft is known.";
  const number = fates.filter((fate) => fate.status === "stale").length;
  return `Of ${fates.length} stances on the older draft ${number} ${number === 1 ? "is" : "are"} stale in the newer.`;
}

/** The columns' headings; on a phone each side tells its draft itself. */
const heads = (found) => h("div", { class: "pair-sides pair-heads", "aria-hidden": "true" }, [found.old, found.new].map(head));

function head(draft) {
  const date = draft.dated ?? draft.published;
  return h("p", { class: "pair-head" }, joined([h("strong", null, draft.name), date && time(date)].filter(Boolean), ", "), " ", label(`${draft.provisions} provisions`));
}

/** The address of the newest two drafts of a plan. */
export const toDiff = (id) => to(["plans", id, "diff"]);
