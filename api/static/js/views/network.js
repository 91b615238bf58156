/** Who agrees and who conflicts: actors as a network, in a picture and in words. */

import { address, get, getAll } from "../api.js";
import { fill, h } from "../dom.js";
import { actorLink } from "../evidence.js";
import { filters } from "../filters.js";
import { to } from "../links.js";
import { positions, SHAPES } from "../network/layout.js";
import { KINDS, TIES } from "../network/look.js";
import { save } from "../network/save.js";
import { slider } from "../network/slider.js";
import { svgOf } from "../network/svg.js";
import { actorTable, onWhat, tieTable } from "../network/table.js";
import { announce } from "../router.js";
import { empty, problem } from "../states.js";

const TITLES = { congruence: "Who agrees with whom", conflict: "Who is in conflict with whom" };

/** Show the network that the filters in the address leave. */
export async function show(main, { params }) {
  const kind = params.get("kind") === "congruence" ? "congruence" : "conflict";
  document.title = `${TITLES[kind]} · Counterclaim`;
  const asked = Object.fromEntries(params);
  delete asked.kind;
  const path = ["networks", kind];
  const narrowed = ["since", "until", "minimum"].some((name) => params.get(name));
  const [network, whole, terms, documents] = await Promise.all([
    get(path, asked),
    narrowed ? get(path, { ...asked, since: null, until: null, minimum: null }) : null,
    getAll("terms", {}),
    getAll("documents", {}),
  ]);
  const days = [...new Set(documents.items.map((d) => d.published?.slice(0, 10)).filter(Boolean))].sort();
  const shape = matchMedia("(max-width: 40rem)").matches ? SHAPES.narrow : SHAPES.wide;
  const view = { kind, path, asked, params, places: positions(whole ?? network, shape), stage: h("div", { class: "network-view" }), turn: 0 };
  main.append(h("h1", null, TITLES[kind]), lead(kind), filters("network", fields(terms.items), params));
  main.append(slider(days, params, (period) => void move(view, period)) ?? "");
  if (documents.more) main.append(h("p", { class: "meta" }, `The sliders reach over the newest ${documents.items.length} articles; an earlier day can stand in the address as since=.`));
  main.append(view.stage);
  await draw(view, network);
  addEventListener("hashchange", () => view.drawn?.close(), { once: true });
}

/** Show another period in the same picture: actors keep their places, and the reader what is looked at. */
async function move(view, period) {
  const turn = (view.turn += 1);
  for (const [name, value] of Object.entries(period)) value ? view.params.set(name, value) : view.params.delete(name);
  Object.assign(view.asked, period);
  try {
    const network = await get(view.path, view.asked);
    if (turn !== view.turn || !view.stage.isConnected) return; // The slider has moved on, or the reader has.
    await draw(view, network);
    history.replaceState(history.state, "", to("network", Object.fromEntries(view.params)));
    announce(`${network.nodes.length} actors, ${network.edges.length} ties`);
  } catch (error) {
    if (error.name !== "AbortError") fill(view.stage, problem(error));
  }
}

async function draw(view, network) {
  const seen = view.drawn?.viewport();
  view.drawn?.close();
  view.drawn = null;
  view.stage.replaceChildren();
  if (!network.nodes.length) return view.stage.append(none(view.kind, view.params));
  await body(view, network, seen);
}

const lead = (kind) =>
  h("p", { class: "lead" }, kind === "conflict" ? "Two actors are joined when one denies what the other claims, or when they hold opposed stances." : "Two actors are joined when they claim or deny the same, or hold the same stance on a term.");

function fields(terms) {
  const topics = [...new Set(terms.map((term) => term.topic).filter(Boolean))].sort();
  return [
    { name: "kind", label: "Show", options: [["", "Conflict"], ["congruence", "Agreement"]] },
    { name: "plan", label: "Plan", suggest: "plans" },
    { name: "topic", label: "Topic", options: [["", "All topics"], ...topics.map((topic) => [topic, topic.replaceAll("-", " ")])] },
    { name: "term", label: "Term", suggest: "terms" },
    { name: "actor", label: "Around the actor", suggest: "actors" },
    { name: "minimum", label: "On at least", placeholder: "1", pattern: "[1-9][0-9]{0,3}" },
  ];
}

async function body(view, network, seen) {
  const { stage: main, places, asked } = view;
  const names = new Map(network.nodes.map((node) => [node.id, node]));
  const canvas = h("div", { class: "network-canvas", role: "img", "aria-label": `A picture of ${network.nodes.length} actors and ${network.edges.length} ties. The tables below tell the same.` });
  const told = h("aside", { class: "network-told", "aria-label": "What is chosen in the picture", "aria-live": "polite" });
  const bar = h("div", { class: "actions network-bar" });
  main.append(h("div", { class: "network" }, h("div", { class: "network-stage" }, canvas, legend(network)), told), bar);
  const { picture } = await import("../network/picture.js");
  if (!canvas.isConnected) return;
  const choose = chooser(network, names, told, () => drawn);
  const drawn = picture(canvas, network, places, choose, seen);
  view.drawn = drawn;
  choose.onnothing();
  bar.append(...buttons(network, places, asked, drawn));
  const up = (act) => (what) => {
    act(what);
    canvas.scrollIntoView({ block: "nearest" });
    announce(told.textContent);
  };
  main.append(h("section", { class: "network-words" }, h("h2", null, "The same in words"), tieTable(network, names, up(choose.onedge)), actorTable(network, up(choose.onnode))));
}

function chooser(network, names, told, drawn) {
  const touching = (id) => network.edges.filter((edge) => edge.source === id || edge.target === id);
  const other = (edge, id) => names.get(edge.source === id ? edge.target : edge.source);
  return {
    onnothing() {
      fill(told, h("p", { class: "meta" }, "Choose an actor or a tie in the picture, or in the tables below."));
      drawn()?.select([]);
    },
    onnode(id) {
      const node = names.get(id);
      const edges = touching(id);
      drawn().select([id, ...edges.map((edge) => other(edge, id).id)]);
      fill(
        told,
        h("h2", null, actorLink(node)),
        h("p", { class: "meta" }, `${KINDS[node.kind].title} · ${node.statements} statement${node.statements === 1 ? "" : "s"}`),
        h("dl", null, edges.map((edge) => [h("dt", null, `${TIES[network.kind].verb}s with `, actorLink(other(edge, id)), ` on ${edge.weight}`), h("dd", null, onWhat(edge))])),
      );
    },
    onedge({ source, target }) {
      const edge = network.edges.find((one) => one.source === source && one.target === target);
      const [a, b] = [names.get(source), names.get(target)];
      drawn().select([source, target]);
      fill(told, h("h2", null, actorLink(a), " and ", actorLink(b)), h("p", { class: "meta" }, `${TIES[network.kind].verb} on ${edge.weight}`), h("ul", null, edge.on.map((one) => h("li", null, onWhat({ on: [one] })))));
    },
  };
}

function buttons(network, places, asked, drawn) {
  const button = (text, onclick) => h("button", { type: "button", onclick }, text);
  const file = (format) => h("a", { class: "button", href: address(["networks", network.kind], { ...asked, format }), download: `${network.kind}.${format}` }, format === "csv" ? "CSV" : "GraphML");
  return [
    button("Closer", () => drawn.zoom(1.3)),
    button("Farther", () => drawn.zoom(1 / 1.3)),
    button("Whole", () => drawn.fit()),
    h("span", { class: "network-save" }, "Save as"),
    button("PNG", async () => save(`${network.kind}.png`, await drawn.png())),
    button("SVG", () => save(`${network.kind}.svg`, svgOf(network, places), "image/svg+xml")),
    file("graphml"),
    file("csv"),
  ];
}

function legend(network) {
  const present = new Set(network.nodes.map((node) => node.kind));
  const kinds = Object.entries(KINDS).filter(([kind]) => present.has(kind));
  return h("ul", { class: "network-legend" }, kinds.map(([kind, { title, shape }]) => h("li", null, h("span", { class: ["shape", `shape-${shape}`, `kind-${kind}`], "aria-hidden": "true" }), title)));
}

function none(kind, params) {
  const clear = params.size ? h("a", { href: to("network", { kind: kind === "conflict" ? "" : kind }) }, "Take all filters away") : h("a", { href: to("add"), class: "button primary" }, "Add an article");
  return empty(`No two actors ${TIES[kind].verb} on anything here.`, clear);
}
