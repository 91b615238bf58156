/** The service, asked by fetch: JSON in, JSON out, problems (RFC 9457) thrown. */

import { askForKey, keyHeaders } from "./key.js";

let reads = new AbortController();

/** What went wrong: `status` (0 when the service cannot be reached), `title`, `detail`, `errors`, `requestId`. */
export class Problem extends Error {
  constructor({ status = 0, title = "Unreachable", detail = "", type, errors, request_id: requestId }) {
    super(detail || title);
    Object.assign(this, { name: "Problem", status, title, detail, type, errors: errors ?? [], requestId });
  }
}

/** Give up all reads under way: whoever waits for them gets an AbortError. Called at each navigation. */
export function abandonReads() {
  reads.abort();
  reads = new AbortController();
}

/** Read `path` (a string, or a list of segments that are encoded here), with the params that hold a value. */
export function get(path, params, { headers } = {}) {
  return ask("GET", path, params, { headers, signal: reads.signal });
}

/**
 * Write. `body`: an object goes as JSON; a string goes as it is, with the `type` given. Answers JSON, or
 * null for 204. Where the server wants a key the user is asked for one, and it is tried again.
 */
export function post(path, body, { params, type = "application/json", headers = {} } = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return write("POST", path, params, { body: text, headers: { "Content-Type": type, ...headers } });
}

/** Delete what is at `path`; about keys as in `post`. */
export function del(path, { params, headers } = {}) {
  return write("DELETE", path, params, { headers });
}

/** Read all pages of a list, up to `most` items: {items, more}; `more` tells that some were left. */
export async function getAll(path, params, { most = 1000, limit = 200 } = {}) {
  const items = [];
  let after = null;
  do {
    const page = await get(path, { ...params, limit, after });
    items.push(...page.items);
    after = page.next;
  } while (after && items.length < most);
  return { items, more: after !== null };
}

/** Return the address of `path` with those params that hold a value, relative to this page. */
export function address(path, params) {
  const segments = Array.isArray(path) ? path.map((s) => encodeURIComponent(s)).join("/") : path.replace(/^\//, "");
  const given = Object.entries(params ?? {}).filter(([, v]) => v !== null && v !== undefined && v !== "" && v !== false);
  const query = new URLSearchParams(given).toString();
  return query ? `${segments}?${query}` : segments;
}

async function write(method, path, params, options) {
  for (;;) {
    try {
      return await ask(method, path, params, { ...options, headers: { ...options.headers, ...keyHeaders() } });
    } catch (error) {
      if (error.status !== 401 || !(await askForKey(error.detail))) throw error;
    }
  }
}

async function ask(method, path, params, options) {
  let response;
  try {
    const headers = { Accept: "application/json, application/problem+json", ...options.headers };
    response = await fetch(address(path, params), { method, ...options, headers });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem({ detail: "The service does not answer. Is it still running?" });
  }
  if (!response.ok) throw new Problem(await problemOf(response));
  return response.status === 204 ? null : response.json();
}

async function problemOf(response) {
  const told = { status: response.status, title: response.statusText || `Status ${response.status}` };
  try {
    return { ...told, ...(await response.json()) };
  } catch {
    return told; // Not ours: a proxy's page, say.
  }
}
