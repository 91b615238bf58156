/** One actor: who it is, its positions, claims, denials, allies and opponents. */

import { get } from "../api.js";
import { fill, h, joined } from "../dom.js";
import { actorLink, chip, evidences, label, quote } from "../evidence.js";
import { to, toActor, toKind } from "../links.js";
import { byTarget, count, facts, section, table } from "../sections.js";
import { retraction, shift } from "../shifts.js";
import { qualified, where } from "../stances.js";
import { empty } from "../states.js";
import { kindWord } from "./actors.js";

const STANCES = ["supports", "rejects", "demands", "accepts_if"];

/** Show the actor of that id. */
export async function showActor(main, id) {
  const reads = ["positions", "allies", "opponents", "shifts"].map((part) => get(["actors", id, part], { limit: 200 }));
  const lists = ["retractions", "consistency"].map((path) => get(path, { actor: id, limit: 200 }));
  const [actor, positions, allies, opponents, moved, taken, kept] = await Promise.all([get(["actors", id]), ...reads, ...lists]);
  document.title = `${actor.name} · Counterclaim`;
  const said = actor.statements;
  fill(
    main,
    h("p", { class: "kicker" }, kindWord(actor.kind)),
    h("h1", null, actor.name),
    who(actor),
    related(actor),
    !said.length && empty(`${actor.name} says nothing in the graph.`, "Others may speak of it: search for the name."),
    positions.items.length ? positionsOf(positions) : stances(said),
    shifted(moved, kept),
    taken.items.length > 0 && section("Taken back", taken.items.map(retraction)),
    group("Claims", byTarget(said, ["asserts"])),
    group("Denials", byTarget(said, ["denies"])),
    group("Questions, and what is taken back", byTarget(said, ["questions", "retracts"])),
    rest(said),
    relations(allies, opponents),
  );
}

function who(actor) {
  return facts([
    ["Posts", actor.roles.map(role).join("; ")],
    ["Also called", actor.aliases.join(", ")],
    ["Misspelt as", actor.misspellings.join(", ")],
    ["Of", actor.affiliation && h("a", { href: toActor(actor.affiliation.id) }, actor.affiliation.name)],
    ["Member of", names(actor.member_of)],
    ["Members", names(actor.members)],
    ["Judged to be the same", names(actor.merged_from)],
  ]);
}

function role({ post, organization, since, until }) {
  const interval = since || until ? ` (${since ?? "?"} – ${until ?? "?"})` : "";
  return `${post}${organization ? `, ${organization}` : ""}${interval}`;
}

const names = (list) => joined(list.map((each) => h("a", { href: toActor(each.id) }, each.name)), ", ");

function related({ id }) {
  const links = [
    h("a", { href: to("disputes", { actor: id }) }, "Disputes"),
    h("a", { href: to("contradictions", { actor: id }) }, "Contradictions"),
    h("a", { href: to("timeline", { actor: id }) }, "Timeline"),
    h("a", { href: to("network", { actor: id }) }, "Network"),
  ];
  return h("p", { class: "related" }, joined(links, " · "));
}

function positionsOf({ items, next }) {
  const rows = items.map((position) => [targetLink(position), history(position), lastWords(position), lastWhere(position)]);
  const more = next && h("p", { class: "meta" }, "Only the first 200 are shown.");
  return section("Positions", table("Positions, with the latest words", ["On", "Stance", "Latest words", "Where"], rows), more);
}

function shifted({ items, next }, { items: [kept] }) {
  if (!kept) return null;
  const told = `Of ${count(kept.compared, "pair")} of neighbouring days on which it spoke of one thing, it shifted between ${kept.shifted}: it kept to what it had said in ${Math.round(kept.score * 100)}%.`;
  return section("Shifts", h("p", { class: "meta" }, told), items.map(shift), next && h("p", { class: "meta" }, "Only the first 200 are shown."));
}

function targetLink({ target, kind }) {
  const href = toKind(kind, target.id);
  return href ? h("a", { href }, target.name) : target.name;
}

/** The stances in order, where they shifted; the last one is the position. */
function history({ stance, stances: list }) {
  const steps = list.map((each) => each.stance).filter((each, i, all) => each !== all[i - 1]);
  if (steps.length < 2) return chip(stance);
  return [joined(steps.map((step) => chip(step)), " → "), " ", label("shifted", "The stance changed from one statement to a later one")];
}

function lastWords({ stances: list }) {
  const last = list.at(-1);
  return last ? [quote(last.words), qualified(last)] : "";
}

const lastWhere = ({ stances: list }) => (list.length ? where(list.at(-1)) : "");

function stances(said) {
  return group("Positions", byTarget(said, STANCES), true);
}

function group(heading, groups, acts = false) {
  if (!groups.length) return null;
  return section(heading, h("div", { class: "cards" }, groups.map((each) => card(each, acts))));
}

function card({ target, statements }, acts) {
  const href = toKind(target.kind, target.id);
  const speakers = statements.some((s) => s.speakers.length > 1 || s.chain.length);
  return h(
    "article",
    { class: "card" },
    h("h3", null, href ? h("a", { href, class: "card-title" }, target.text) : target.text),
    evidences(statements, { acts, speakers }),
  );
}

function rest(said) {
  const loose = said.filter((statement) => !statement.acts.length);
  if (!loose.length) return null;
  return section("Without a named claim", evidences(loose, { acts: true, wide: true }));
}

function relations(allies, opponents) {
  if (!allies.items.length && !opponents.items.length) return null;
  return section(
    "Who agrees, who conflicts",
    h(
      "div",
      { class: "camps" },
      side("Agrees with", "claims", allies, "agreements"),
      side("Conflicts with", "denies", opponents, "conflicts"),
    ),
  );
}

function side(heading, kind, page, key) {
  const items = page?.items ?? [];
  return h(
    "section",
    { class: ["camp", `camp-${kind}`] },
    h("h3", null, heading),
    items.length ? h("ul", { class: "plain" }, items.map((item) => relation(item, key))) : h("p", { class: "meta" }, "Nobody."),
  );
}

function relation(item, key) {
  const on = item.on.filter((each) => each.same === (key === "agreements"));
  return h(
    "li",
    null,
    actorLink(item.actor),
    h(
      "details",
      null,
      h("summary", { class: "meta" }, count(item[key], key.slice(0, -1))),
      h("ul", null, on.map((each) => h("li", null, targetLink({ target: each, kind: each.kind })))),
    ),
  );
}
