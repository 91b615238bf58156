/** What a picker offers: actors and claims of the graph. */

import { get } from "../api.js";

const MOST = 20;

/** Actors with these letters in their names; without letters, the ones given. `skip`: ids to leave out. */
export const findActors = (near, skip = []) => async (words) => {
  const found = words ? (await get("actors", { text: words, limit: MOST })).items : near;
  return found.filter((actor) => !skip.includes(actor.id)).map((actor) => item(actor.id, `${actor.name} · ${actor.kind} · ${actor.id}`, actor));
};

/** As `findActors`; when something is typed, also an actor that the graph does not hold yet, of the kind told. */
export const findOrName = (near, skip, kind) => async (words) => {
  const found = await findActors(near, skip)(words);
  const id = slug(words);
  if (!id || found.some(({ value }) => value.id === id || value.name === words)) return found;
  return [...found, item(id, [`New actor: ${words}`, kind].filter(Boolean).join(" · "), { id, name: words, isNew: true })];
};

/** Claims in which these words stand. */
export async function findClaims(words) {
  if (!words) return [];
  const { items } = await get("search", { q: words, kind: "Claim", limit: MOST });
  return items.map((hit) => item(hit.id, hit.text, hit));
}

/** The id of an actor of this name, made as the graph makes it: letters, marks and digits, joined by hyphens. */
export const slug = (name) =>
  name.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{M}\p{Nd}]+/gu, "-").replace(/^-+|-+$/g, "");

const item = (id, text, value) => ({ id, text, value });
