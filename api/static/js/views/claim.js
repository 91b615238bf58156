/** Everything on one claim: both camps in full, its parts, all else that is said of it, through whom. */

import { get } from "../api.js";
import { camps, parts, standing } from "../dispute.js";
import { fill, h, joined } from "../dom.js";
import { actorLink, evidences, label, source } from "../evidence.js";
import { to } from "../links.js";
import { origins } from "../origins.js";
import { section } from "../sections.js";

/** Show the claim of the address. */
export async function show(main, { path: [, id] }) {
  const [claim, chains, from] = await Promise.all([get(["claims", id]), get(["chains", id]), get(["claims", id, "origins"])]);
  document.title = `${claim.claim} · Counterclaim`;
  fill(
    main,
    h("p", { class: "kicker" }, "Claim"),
    h("h1", null, claim.claim),
    standing(claim),
    related(claim),
    parts(claim.parts),
    camps(claim),
  );
  if (claim.others.length) {
    main.append(section("What else is said of it", evidences(claim.others, { acts: true, wide: true })));
  }
  if (from.origins.length) main.append(section("Where it comes from", origins(from)));
  if (chains.chains.length) main.append(reported(chains));
}

function related({ id }) {
  const links = [
    h("a", { href: to("timeline", { claim: id }) }, "This claim on the timeline"),
    h("a", { href: to("shifts", { claim: id }) }, "Shifts"),
  ];
  return h("p", { class: "related" }, joined(links, " · "));
}

function reported(chains) {
  return section(
    "Who passed it on",
    h("ol", { class: "chains" }, chains.chains.map(chain)),
  );
}

function chain({ hops, document: article, anonymous, certainty }) {
  return h(
    "li",
    null,
    hops.map((hop) => [actorLink(hop), " → "]),
    source(article),
    " ",
    anonymous && label("anonymous"),
    certainty !== "plain" && label(certainty),
  );
}

