/** What was said when, which denial answers what, and who shifted. */

import { getAll } from "../api.js";
import { fill, h, joined, svg } from "../dom.js";
import { evidence, time } from "../evidence.js";
import { dated, filters } from "../filters.js";
import { to, toDocument } from "../links.js";
import { chart, counts, told } from "../timeline/chart.js";
import { drawLinks } from "../timeline/links.js";
import { byStatement, shiftLine, shiftsOf } from "../timeline/shifts.js";
import { empty } from "../states.js";

const MOST = 500;
const FIELDS = [
  { name: "actor", label: "Actor", suggest: "actors" },
  { name: "plan", label: "Plan", suggest: "plans" },
  { name: "term", label: "Term", suggest: "terms" },
  { name: "claim", label: "Claim", suggest: "claims" },
  { name: "since", label: "Since", placeholder: "2025-11", ...dated },
  { name: "until", label: "Until", placeholder: "2025-11-22", ...dated },
  { name: "order", label: "Order", options: [["", "Oldest first"], ["desc", "Newest first"]] },
];
const CLOCKS = { said: "said", published: "published", happened: "happened" };

/** Show the moments that the filters in the address leave. */
export async function show(main, { params }) {
  document.title = "Timeline · Counterclaim";
  main.append(h("h1", null, "What was said when"), filters("timeline", FIELDS, params));
  const { items, more } = await getAll("timeline", Object.fromEntries(params), { most: MOST });
  if (!items.length) return main.append(none(params.size > 0));
  const days = byDay(items);
  if (more) main.append(h("p", { class: "notice" }, `These are ${items.length} of more. Narrow them by a filter or by dates.`));
  const shown = new Map(items.map((moment) => [moment.id, moment]));
  const { element, tie } = list(days, shown);
  const figure = h("div", null, figureOf(days));
  const note = h("p", { class: "meta" });
  main.append(figure, note, element);
  void shiftsOf(params).then((found) => element.isConnected && mark(found, { days, shown, figure, note, tie })); // It waits for nothing.
}

/** Tell the shifts at their words, in the chart, and by lines in the margin. */
function mark({ shifts, told: kept }, { days, shown, figure, note, tie }) {
  const found = byStatement(shifts, shown);
  const lines = [...found].flatMap(([id, all]) => all.map((each) => [id, each]));
  fill(note, kept, lines.length ? "Dashed lines lead from a shift to what the same actor did before." : "");
  if (!lines.length) return;
  for (const [id, each] of lines) document.getElementById(`moment-${id}`)?.append(shiftLine(each, jumpTo));
  fill(figure, figureOf(days, (id) => found.get(id)?.length ?? 0));
  tie(lines.filter(([, { before }]) => before).map(([id, { before }]) => ({ from: `moment-${id}`, to: `moment-${before}`, kind: "shift" })));
}

const figureOf = (days, shifted = () => 0) => chart([...days].sort(([a], [b]) => (a < b ? -1 : 1)), toDay, shifted) ?? "";

const toDay = (date) => document.getElementById(`day-${date}`).scrollIntoView({ block: "start" });

function byDay(items) {
  const days = new Map();
  for (const moment of items) {
    const day = moment.at?.slice(0, 10) ?? "date unknown";
    days.set(day, [...(days.get(day) ?? []), moment]);
  }
  return [...days];
}

function list(days, shown) {
  const margin = svg("svg", { class: "ties", "aria-hidden": "true" });
  const inner = h("div", { class: "days" }, days.map(([date, moments]) => day(date, moments, shown)));
  const ties = [...shown.values()].flatMap((moment) => moment.answers.filter((id) => shown.has(id)).map((id) => ({ from: `moment-${moment.id}`, to: `moment-${id}`, kind: "denial" })));
  const tie = drawLinks(inner, margin, ties);
  return { element: h("div", { class: "timeline" }, margin, inner), tie };
}

function day(date, moments, shown) {
  const known = /^\d/.test(date);
  return h(
    "section",
    { class: "day", id: `day-${date}`, "aria-label": date },
    h("h2", { class: "day-date" }, known ? time(date) : date, h("span", { class: "meta" }, ` ${told(counts(moments))}`)),
    h("ul", { class: "moments" }, moments.map((moment) => item(moment, shown))),
  );
}

function item(moment, shown) {
  return h(
    "li",
    { class: ["moment", `moment-of-${moment.kind}`, moment.evidence && `act-${moment.evidence.acts[0]?.act ?? moment.evidence.unlinked ?? "says"}`], id: `moment-${moment.id}`, tabindex: -1 },
    moment.evidence ? evidence(moment.evidence, { acts: true, extra: answers(moment, shown) }) : happening(moment),
  );
}

function happening({ kind, id, title, clock }) {
  if (kind === "document") return h("p", null, h("span", { class: "label" }, "article"), " ", h("a", { href: toDocument(id) }, title));
  return h("p", null, h("span", { class: "label" }, kind), " ", title, h("span", { class: "meta" }, ` ${CLOCKS[clock] ?? ""}`));
}

/** What a denial answers: ways to the statements above or below, and how many are not among these. */
function answers({ answers: ids, evidence }, shown) {
  if (!ids.length) return null;
  const here = ids.filter((id) => shown.has(id));
  const away = ids.length - here.length;
  return h(
    "p",
    { class: "answers" },
    here.length > 0 && ["Answers ", joined(here.map((id) => jump(shown.get(id))), "; ")],
    away > 0 && [here.length > 0 ? " and " : "Answers ", h("a", { href: elsewhere(evidence) }, `${away} statement${away === 1 ? "" : "s"} not shown here`)],
  );
}

/** The claim on the timeline: what a denial answers stands there with it. */
const elsewhere = ({ acts }) => to("timeline", { claim: acts.find(({ act }) => act === "denies")?.id });

function jump({ id, at, evidence: e }) {
  const who = e.speakers.map((speaker) => speaker.name).join(", ") || "nobody named";
  return jumpTo(id, `${who}, ${at ?? "date unknown"}`);
}

function jumpTo(id, text) {
  const onclick = () => {
    const target = document.getElementById(`moment-${id}`);
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  };
  return h("button", { type: "button", class: "as-link", onclick }, text);
}

function none(filtered) {
  if (filtered) return empty("Nothing passes these filters.", h("a", { href: to("timeline") }, "Show everything"));
  return empty("Nothing has been said yet.", h("a", { href: to("add"), class: "button primary" }, "Add an article"));
}
