/** The network as an SVG file: the same places, shapes and colours as on the screen. */

import { svg } from "../dom.js";
import { colours, CORNERS, diameter, KINDS, thickness, TIES } from "./look.js";

const MARGIN = 90;

/** Return the file as text. All names are set as text nodes; the serialiser escapes them. */
export function svgOf(network, places) {
  const colour = colours();
  const box = bounds(network.nodes, places);
  const root = svg(
    "svg",
    { viewBox: box.join(" "), width: box[2], height: box[3], "font-family": "system-ui, sans-serif", "font-size": 14 },
    svg("title", null, `${TIES[network.kind].title} between actors`),
    svg("rect", { x: box[0], y: box[1], width: box[2], height: box[3], fill: colour("--paper") }),
    network.edges.map((edge) => tie(edge, network.kind, places, colour)),
    network.nodes.map((node) => actor(node, places.get(node.id), colour)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}

function bounds(nodes, places) {
  const all = nodes.map((node) => places.get(node.id));
  const xs = all.map(({ x }) => x);
  const ys = all.map(({ y }) => y);
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  return [left, top, Math.max(...xs) + MARGIN - left, Math.max(...ys) + MARGIN - top];
}

function tie({ source, target, weight }, kind, places, colour) {
  const [a, b] = [places.get(source), places.get(target)];
  const { ink, dash } = TIES[kind];
  return svg("line", {
    x1: a.x, y1: a.y, x2: b.x, y2: b.y,
    stroke: colour(ink), "stroke-width": thickness(weight), "stroke-opacity": 0.75, "stroke-dasharray": dash?.join(" "),
  });
}

function actor(node, { x, y }, colour) {
  const look = KINDS[node.kind];
  const half = diameter(node.statements) / 2;
  const paint = {
    fill: colour(look.ground), stroke: colour(look.ink), "stroke-width": 2,
    "stroke-dasharray": node.kind === "AnonymousSource" && "4 2",
  };
  const corners = CORNERS[look.shape];
  const points = corners?.map(([dx, dy]) => `${x + dx * half},${y + dy * half}`).join(" ");
  return svg(
    "g",
    null,
    svg("title", null, `${node.name}, ${look.title}, ${node.statements} statements`),
    corners ? svg("polygon", { points, ...paint }) : svg("circle", { cx: x, cy: y, r: half, ...paint }),
    svg(
      "text",
      { "text-anchor": "middle", fill: colour("--ink") },
      lines(node.name).map((text, i) => svg("tspan", { x, y: y + half + 16 + 16 * i }, text)),
    ),
  );
}

/** A name in lines of no more than 18 letters, where its words allow. */
function lines(name) {
  const found = [];
  for (const word of name.split(" ")) {
    const last = found.at(-1);
    if (last !== undefined && last.length + word.length < 18) found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
}
