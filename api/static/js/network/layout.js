/** Where the actors of a network stand: the same network, the same picture. No chance is in it. */

const WIDTH = 1000;
const HEIGHT = 700;
const GRAVITY = 0.06;

/**
 * Return a Map id → {x, y} by forces (Fruchterman and Reingold): tied actors attract one another by the
 * weight of the tie, all repel; they start on a circle, in order of id, and cool down in a fixed number of steps.
 */
export function positions({ nodes, edges }) {
  const ids = nodes.map((node) => node.id).sort();
  const places = ids.map((id, i) => onCircle(i, ids.length));
  const index = new Map(ids.map((id, i) => [id, i]));
  const ties = edges.map(({ source, target, weight }) => [index.get(source), index.get(target), 1 + Math.log2(weight)]);
  const distance = Math.sqrt((WIDTH * HEIGHT) / Math.max(ids.length, 1)) * 0.9;
  const steps = ids.length > 400 ? 80 : 300;
  for (let step = 0; step < steps; step += 1) {
    const heat = (WIDTH / 10) * (1 - step / steps) + 0.5;
    move(places, forces(places, ties, distance), heat);
  }
  return new Map(ids.map((id, i) => [id, { x: Math.round(places[i].x), y: Math.round(places[i].y) }]));
}

function onCircle(i, count) {
  const angle = (2 * Math.PI * i) / Math.max(count, 1);
  return { x: WIDTH / 2 + (WIDTH / 3) * Math.cos(angle), y: HEIGHT / 2 + (HEIGHT / 3) * Math.sin(angle) };
}

function forces(places, ties, distance) {
  const pull = places.map(({ x, y }) => ({ x: (WIDTH / 2 - x) * GRAVITY, y: (HEIGHT / 2 - y) * GRAVITY * (WIDTH / HEIGHT) }));
  for (let i = 0; i < places.length; i += 1) {
    for (let j = i + 1; j < places.length; j += 1) push(places, pull, i, j, (length) => (distance * distance) / length);
  }
  for (const [i, j, weight] of ties) push(places, pull, i, j, (length) => (-length * length * weight) / (distance * 3));
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
