/** The deal board: terms of a plan against actors; each cell says who stands where, how surely, how lately. */

import { get } from "../api.js";
import { board as grid } from "../board.js";
import { cellPanel } from "../cell.js";
import { fill, h, joined } from "../dom.js";
import { time } from "../evidence.js";
import { dated, filters } from "../filters.js";
import { go, to, toPlan } from "../links.js";
import { count } from "../sections.js";
import { empty } from "../states.js";

const ROWS = [["", "As in the plan"], ["name", "By name"], ["topic", "By topic"], ["stances", "Most stances first"], ["contested", "Most contested first"]];
const COLUMNS = [["", "Most statements first"], ["name", "By name"], ["kind", "By kind"]];

/** Show the board of the plan in the address. */
export async function show(main, { path: [, id], params }) {
  if (!id) return go(to("plans"), { replace: true });
  const asked = Object.fromEntries(["draft", "topic", "actor", "since", "until", "as_of"].map((name) => [name, params.get(name)]));
  const filtered = Object.values(asked).some(Boolean);
  const answer = await get(["plans", id, "board"], asked);
  const whole = filtered ? await get(["plans", id, "board"]) : answer;
  document.title = `Deal board: ${answer.plan.name} · Counterclaim`;
  fill(
    main,
    h("p", { class: "kicker" }, "Deal board"),
    h("h1", null, "Who stands where on the ", h("a", { href: toPlan(id) }, answer.plan.name)),
    filters(["board", id], fields(whole), params),
    answer.cells.length ? [summary(answer, id, params), table(answer, id, params), legend()] : none(filtered, id),
  );
}

function fields(whole) {
  const topics = [...new Set(whole.terms.map((term) => term.topic).filter(Boolean))].sort();
  const drafts = new Map(whole.terms.filter((term) => term.draft).map(({ draft }) => [draft.id, draft.name]));
  return [
    ...(drafts.size > 1 ? [{ name: "draft", label: "Draft", options: [["", "All drafts"], ...drafts] }] : []),
    { name: "topic", label: "Topic", options: [["", "All topics"], ...topics.map((topic) => [topic, topic])] },
    { name: "actor", label: "Actor", options: [["", "All actors"], ...whole.actors.map((actor) => [actor.id, actor.name])] },
    { name: "terms", label: "Terms", options: [["", "All terms"], ["taken", "With a position"]] },
    { name: "since", label: "Since", placeholder: "2025-11", ...dated },
    { name: "as_of", label: "As it stood on", placeholder: "2025-11-22", ...dated },
    { name: "rows", label: "Order of terms", options: withChosen(ROWS, whole.actors) },
    { name: "columns", label: "Order of actors", options: withChosen(COLUMNS, whole.terms) },
  ];
}

/** Orders by one column or row are chosen in the table; here they must have a name. */
const withChosen = (orders, things) => [...orders, ...things.map(({ id, name }) => [`by:${id}`, `By stance: ${name}`])];

function table(answer, id, params) {
  const taken = new Set(answer.cells.map((cell) => cell.term));
  const shown = params.get("terms") === "taken" ? { ...answer, terms: answer.terms.filter((term) => taken.has(term.id)) } : answer;
  const order = { rows: params.get("rows") ?? "", columns: params.get("columns") ?? "" };
  const given = Object.fromEntries(params);
  const panel = cellPanel(answer, (cell) => remember(id, given, cell));
  const reorder = (change) => go(to(["board", id], { ...given, ...change }));
  const content = grid(shown, { order, reorder, open: panel.open });
  const [term, actor] = (params.get("cell") ?? "").split("~");
  const chosen = answer.cells.find((cell) => cell.term === term && cell.actor === actor);
  if (chosen) setTimeout(() => panel.open(chosen));
  return [content, panel.dialog];
}

/** Keep the open cell in the address, for sharing, without a step to go back to. */
function remember(id, given, cell) {
  const address = to(["board", id], { ...given, cell: cell && `${cell.term}~${cell.actor}` });
  history.replaceState(history.state, "", address);
}

function summary(answer, id, params) {
  const taken = new Set(answer.cells.map((cell) => cell.term));
  const open = answer.terms.length - taken.size;
  const without = h("a", { href: to(["board", id], { ...Object.fromEntries(params), terms: "taken" }) }, "show only the others");
  const stale = answer.cells.filter(({ status }) => status === "stale").length;
  const parts = [count(answer.terms.length, "term"), count(answer.actors.length, "actor"), count(answer.cells.length, "position")];
  return h("p", { class: "meta" }, joined(parts, ", "), answer.newest && ["; the newest of ", time(answer.newest)], stale > 0 && `; ${stale} stale`, open > 0 && params.get("terms") !== "taken" && [`; on ${count(open, "term")} nobody takes a position: `, without], ".");
}

function legend() {
  return h(
    "p",
    { class: "meta" },
    "A cell tells the stance on the term itself, in how many statements, how many of them in the actor's own words, and how many days " +
      "before the newest publication the latest was published. Grey, with the words of a claim: a stance on a claim about the term, not for or against it. " +
      "Dashed: older than 30 days, or of unknown date. Struck through: stale, for the term changed in a later draft. Press one for the words.",
  );
}

function none(filtered, id) {
  if (filtered) return empty("No stance passes these filters.", h("a", { href: to(["board", id]) }, "Show the whole board"));
  return empty("Nobody in the graph takes a stance on a term of this plan.", h("a", { href: toPlan(id) }, "The plan itself"));
}
