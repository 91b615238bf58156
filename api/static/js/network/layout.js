/** Where the actors of a network stand: the same network, the same picture. No chance is in it. */

const APART = 110; // How far apart two tied actors like to be.
const GAP = 100; // Between groups that nothing joins.
/** The picture's shape: how wide a row of groups may get, and how much wider than high a group is. */
export const SHAPES = { wide: { widest: 800, stretch: 1.4 }, narrow: { widest: 380, stretch: 0.75 } };

/**
 * Return a Map id → {x, y}. Each group of joined actors is laid out by forces (Fruchterman and Reingold),
 * from a circle in order of id and in a fixed number of steps; the groups then stand in rows, largest first.
 */
export function positions({ nodes, edges }, { widest, stretch } = SHAPES.wide) {
  const groups = groupsOf(nodes.map((node) => node.id).sort(), edges);
  return rows(groups.map((ids) => boxed(layOut(ids, edges.filter((edge) => ids.includes(edge.source)), stretch))), widest);
}

/** Return the ids in groups that ties join, the largest first, then by id. */
function groupsOf(ids, edges) {
  const near = new Map(ids.map((id) => [id, []]));
  for (const { source, target } of edges) {
    near.get(source).push(target);
    near.get(target).push(source);
  }
  const left = new Set(ids);
  const groups = [];
  for (const id of ids) {
    if (!left.delete(id)) continue;
    const group = [id];
    for (const one of group) for (const next of near.get(one)) if (left.delete(next)) group.push(next);
    groups.push(group.sort());
  }
  return groups.sort((a, b) => b.length - a.length || (a[0] < b[0] ? -1 : 1));
}

function layOut(ids, edges, stretch) {
  const index = new Map(ids.map((id, i) => [id, i]));
  const ties = edges.map(({ source, target, weight }) => [index.get(source), index.get(target), 1 + Math.log2(weight) / 4]);
  const radius = (APART * ids.length) / 6;
  const places = ids.map((_, i) => onCircle((2 * Math.PI * i) / ids.length, radius, stretch));
  const steps = ids.length > 400 ? 80 : 300;
  for (let step = 0; step < steps; step += 1) move(places, forces(places, ties, stretch), APART * (1 - step / steps) + 0.5);
  return new Map(ids.map((id, i) => [id, places[i]]));
}

const onCircle = (angle, radius, stretch) => ({ x: stretch * radius * Math.cos(angle), y: radius * Math.sin(angle) });

function forces(places, ties, stretch) {
  const pull = places.map(({ x, y }) => ({ x: (-x * 0.2) / stretch, y: -y * 0.2 * stretch }));
  for (let i = 0; i < places.length; i += 1) {
    for (let j = i + 1; j < places.length; j += 1) push(places, pull, i, j, (length) => (APART * APART) / length);
  }
  for (const [i, j, weight] of ties) push(places, pull, i, j, (length) => (-length * length * weight) / APART);
  return pull;
}

function push(places, pull, i, j, strength) {
  const x = places[i].x - places[j].x || (i - j) * 0.01; // Two in one place part in order.
  const y = places[i].y - places[j].y;
  const length = Math.max(Math.hypot(x, y), 1);
  const by = strength(length) / length;
  pull[i].x += x * by;
  pull[i].y += y * by;
  pull[j].x -= x * by;
  pull[j].y -= y * by;
}

function move(places, pull, heat) {
  places.forEach((place, i) => {
    const length = Math.max(Math.hypot(pull[i].x, pull[i].y), 1e-9);
    const by = Math.min(length, heat) / length;
    place.x += pull[i].x * by;
    place.y += pull[i].y * by;
  });
}

/** A group moved to the corner: {places, width, height}. */
function boxed(places) {
  const all = [...places.values()];
  const [left, top] = [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))];
  for (const place of all) Object.assign(place, { x: place.x - left, y: place.y - top });
  return { places, width: Math.max(...all.map(({ x }) => x)), height: Math.max(...all.map(({ y }) => y)) };
}

/** The groups in rows, from left to right and from top to bottom. */
function rows(groups, most) {
  const found = new Map();
  const widest = Math.max(most, ...groups.map((group) => group.width));
  let [x, y, height] = [0, 0, 0];
  for (const group of groups) {
    if (x > 0 && x + group.width > widest) [x, y, height] = [0, y + height + GAP, 0];
    for (const [id, place] of group.places) found.set(id, { x: Math.round(x + place.x), y: Math.round(y + place.y) });
    x += group.width + GAP;
    height = Math.max(height, group.height);
  }
  return found;
}
