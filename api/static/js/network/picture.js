/** The network on the screen, drawn by Cytoscape.js. */

import cytoscape from "../../vendor/cytoscape-3.34.4.esm.min.js";
import { h } from "../dom.js";
import { colours, diameter, KINDS, thickness, TIES } from "./look.js";

const SMALL = 500; // Pixels of width.
const LEGIBLE = 0.85; // Names are 14 pixels high, times the zoom.

/**
 * Draw a network into an element that is on the page.
 *
 * `places`: Map id → {x, y}; `onnode(id)`, `onedge({source, target})`, `onnothing()` are called for what is
 * clicked; `seen` is the `viewport()` of the picture before. Returns {png(), select(ids), fit(), zoom(by), viewport(),
 * close()}: `png` gives a Blob.
 */
export function picture(container, network, places, { onnode, onedge, onnothing }, seen) {
  keepStylesOut();
  const cy = cytoscape({
    container,
    elements: elements(network, places),
    layout: { name: "preset", padding: 40 },
    style: style(network.kind),
    userZoomingEnabled: matchMedia("(pointer: coarse)").matches, // By two fingers; a wheel scrolls the page, and buttons zoom.
    boxSelectionEnabled: false,
    autounselectify: true,
    minZoom: 0.1,
    maxZoom: 4,
  });
  if (seen) cy.viewport(seen);
  else beginLegibly(cy);
  cy.on("tap", "node", (event) => onnode(event.target.id()));
  cy.on("tap", "edge", (event) => onedge(event.target.data()));
  cy.on("tap", (event) => event.target === cy && onnothing());
  cy.on("mouseover", "node, edge", () => container.classList.add("is-pointing"));
  cy.on("mouseout", "node, edge", () => container.classList.remove("is-pointing"));
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const redraw = () => cy.style(style(network.kind));
  scheme.addEventListener("change", redraw);
  return {
    png: () => cy.png({ output: "blob-promise", full: true, scale: 2, bg: colours()("--paper") }),
    select: (ids) => select(cy, ids),
    fit: () => cy.fit(undefined, 40),
    zoom: (by) => cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    viewport: () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } }),
    close: () => {
      scheme.removeEventListener("change", redraw);
      cy.destroy();
    },
  };
}

/** On a small screen, begin where names can be read: at the largest group, which stands on top. */
function beginLegibly(cy) {
  if (cy.width() >= SMALL || cy.zoom() >= LEGIBLE) return;
  const box = cy.elements().boundingBox();
  cy.viewport({ zoom: LEGIBLE, pan: { x: (cy.width() - box.w * LEGIBLE) / 2 - box.x1 * LEGIBLE, y: 16 - box.y1 * LEGIBLE } });
}

/** Cytoscape puts a <style> into the page unless this id is taken; the policy of the page forbids that. */
function keepStylesOut() {
  const id = "__________cytoscape_stylesheet";
  if (!document.getElementById(id)) document.head.append(h("meta", { id, name: "cytoscape", content: "styled by picture.css" }));
}

function elements({ nodes, edges }, places) {
  return [
    ...nodes.map((node) => ({
      data: { id: node.id, name: node.name, kind: node.kind, size: diameter(node.statements) },
      position: { ...places.get(node.id) },
    })),
    ...edges.map(({ source, target, weight }) => ({
      data: { id: `${source} ${target}`, source, target, width: thickness(weight) },
    })),
  ];
}

/** Dim all but the given actors and the ties between them; nothing given, nothing dimmed. */
function select(cy, ids) {
  cy.elements().removeClass("dim");
  if (!ids.length) return;
  const kept = cy.nodes().filter((node) => ids.includes(node.id()));
  cy.elements().not(kept).not(kept.edgesWith(kept)).addClass("dim");
}

function style(kind) {
  const colour = colours();
  const tie = TIES[kind];
  return [
    {
      selector: "node",
      style: {
        label: "data(name)",
        width: "data(size)",
        height: "data(size)",
        "border-width": 2,
        "font-family": "system-ui, sans-serif",
        "font-size": 14,
        color: colour("--ink"),
        "text-valign": "bottom",
        "text-margin-y": 3,
        "text-wrap": "wrap",
        "text-max-width": 130,
        "text-background-color": colour("--paper"),
        "text-background-opacity": 0.8,
        "text-background-padding": 1,
      },
    },
    ...Object.entries(KINDS).map(([name, look]) => ({
      selector: `node[kind = "${name}"]`,
      style: { shape: look.shape, "background-color": colour(look.ground), "border-color": colour(look.ink) },
    })),
    { selector: 'node[kind = "AnonymousSource"]', style: { "border-style": "dashed" } },
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "line-color": colour(tie.ink),
        "curve-style": "straight",
        opacity: 0.75,
        ...(tie.dash && { "line-style": "dashed", "line-dash-pattern": tie.dash }),
      },
    },
    { selector: ".dim", style: { opacity: 0.12 } },
  ];
}
