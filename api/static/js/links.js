/** Addresses inside this page. All of them are shareable: what is shown is in the address. */

/** Return `#/a/b?x=1`; params without a value are left out. */
export function to(path, params) {
  const segments = [path].flat().map((segment) => encodeURIComponent(segment).replaceAll("%3A", ":"));
  const given = Object.entries(params ?? {}).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const query = new URLSearchParams(given).toString();
  return `#/${segments.join("/")}${query ? `?${query}` : ""}`;
}

export const toClaim = (id) => to(["claims", id]);
export const toActor = (id) => to(["actors", id]);
export const toTerm = (id) => to(["terms", id]);
export const toPlan = (id) => to(["plans", id]);
export const toBoard = (id, params) => to(["board", id], params);
export const toDocument = (id) => to(["documents", id]);

/** The words of a statement in their article. */
export const toWords = (evidence) =>
  to(["documents", evidence.document.id], { at: `${evidence.start}-${evidence.end}` });

const BY_KIND = {
  Claim: toClaim,
  Term: toTerm,
  Plan: toPlan,
  Document: toDocument,
  Statement: (id) => to(["statements", id]),
  Actor: toActor,
  Person: toActor,
  Organization: toActor,
  State: toActor,
  Collective: toActor,
  AnonymousSource: toActor,
};

/** The view of anything by kind and id, or null where there is none. */
export const toKind = (kind, id) => BY_KIND[kind]?.(id) ?? null;

/** Go there; `replace` leaves no step to go back to (a filter typed letter by letter). */
export function go(address, { replace = false } = {}) {
  if (replace) location.replace(address);
  else location.hash = address.slice(1);
}
