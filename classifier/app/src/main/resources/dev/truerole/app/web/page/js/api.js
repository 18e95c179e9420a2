// The server's interface, and its failures in plain words.

const PATIENCE_MS = 90_000;

/** What went wrong, as a person should read it. */
export class Failure extends Error {
  constructor(heading, detail, { status = 0, code = null, again = false } = {}) {
    super(detail ? `${heading}: ${detail}` : heading);
    this.heading = heading;
    this.detail = detail;
    this.status = status;
    this.code = code;
    this.again = again;
  }
}

const HEADINGS = {
  400: "The server could not read that",
  404: "That is not there any more",
  405: "The server does not do that",
  408: "That took too long",
  409: "That does not fit what is going on",
  413: "That is too large",
  415: "This kind of file cannot be read",
  422: "There is nothing to judge in that",
  429: "Too much at once",
  500: "Something broke on the server",
  501: "This server cannot do that",
  502: "The address could not be reached",
  503: "The server is busy",
  504: "That took too long",
};

/** What the server's codes mean to people; first the ways in which an address brings no posting. */
const CODES = {
  BOT_WALL: "The site only shows this page to people",
  LOGIN_WALL: "The page asks for a login",
  JS_REQUIRED: "The page is empty until its scripts run",
  ROBOTS_DISALLOWED: "The site asks programs to stay away",
  TDM_RESERVED: "The site does not allow its text to be analysed",
  REFUSED_HOST: "This site’s terms forbid programs",
  RATE_LIMITED: "The site asks us to slow down",
  EXPIRED: "This job is no longer open",
  NOT_A_JOB: "That page is not a job posting",
  LISTING_PAGE: "That page lists many jobs",
  TOO_SHORT: "There is hardly any text on that page",
  HTTP_ERROR: "The site answered with an error",
  TIMEOUT: "The site took too long",
  SSRF_BLOCKED: "This address is not on the public internet",
  TOO_LARGE: "That page is too large",
  UNSUPPORTED_TYPE: "That address is not a web page",
  OFFLINE: "This server fetches no addresses",
  no_address: "That is no web address",
  unsupported_document: "This server cannot read PDF or Word",
  unreadable_document: "That file cannot be read",
  binary_file: "That file is not text",
  no_rows: "That file cannot be used",
  missing_column: "A column is missing",
  too_many_batches: "Too many files at once",
  too_many_rows: "That file has too many rows",
  not_done: "The job is still running",
  unknown_host: "The server does not know itself by this name",
};

const PASTE_INSTEAD = "Open the page in your browser, copy the text and paste it here.";
const PASTE_HELPS = new Set(["BOT_WALL", "LOGIN_WALL", "JS_REQUIRED", "ROBOTS_DISALLOWED", "RATE_LIMITED", "REFUSED_HOST"]);

async function failureOf(response) {
  let problem = {};
  try {
    if (/json/.test(response.headers.get("content-type") ?? "")) problem = await response.json();
  } catch {
    // A broken answer says no more than its status.
  }
  const { status } = response;
  const code = typeof problem.code === "string" ? problem.code : null;
  const heading = CODES[code] ?? HEADINGS[status] ?? problem.title ?? `The server answered ${status}`;
  let detail = typeof problem.detail === "string" ? problem.detail : (problem.title ?? "");
  if (PASTE_HELPS.has(code) && !/paste/i.test(detail)) detail = `${detail} ${PASTE_INSTEAD}`.trim();
  const wait = Number(response.headers.get("retry-after"));
  if ((status === 503 || status === 429) && wait > 0) detail = `${detail} Try again in ${wait === 1 ? "a second" : `${wait} seconds`}.`.trim();
  return new Failure(heading, detail, { status, code, again: status >= 500 || status === 429 || status === 408 });
}

async function request(path, options = {}) {
  const late = AbortSignal.timeout(PATIENCE_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, late]) : late;
  let response;
  try {
    response = await fetch(path, { ...options, signal });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    if (late.aborted) throw new Failure("That took too long", "The server has not answered for a minute and a half.", { again: true });
    throw new Failure(
      "The server does not answer",
      "TrueRole runs on this machine. See whether “truerole serve” is still running, then try again.",
      { again: true },
    );
  }
  if (!response.ok) throw await failureOf(response);
  return response;
}

async function json(path, options) {
  const response = await request(path, options);
  try {
    return await response.json();
  } catch {
    throw new Failure("The server’s answer makes no sense", "It was not the JSON this page expects. Reload the page; it may be older than the server.");
  }
}

function posted(body, signal) {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body), signal };
}

function form(file, fields = {}) {
  const data = new FormData();
  data.append("file", file, file.name ?? "postings");
  for (const [name, value] of Object.entries(fields)) if (value) data.append(name, value);
  return data;
}

const BASE = "/api/v1";

export const api = {
  classify: (posting, signal) => json(`${BASE}/classify?text=true&evidence=all`, posted(posting, signal)),
  classifyFile: (file, signal) => json(`${BASE}/classify/file?text=true&evidence=all`, { method: "POST", body: form(file), signal }),
  report: async (posting) => (await request(`${BASE}/report`, posted(posting))).blob(),
  examples: () => json(`${BASE}/examples`),
  model: () => json(`${BASE}/model`),
  preview: (file) => json(`${BASE}/batches/preview`, { method: "POST", body: form(file) }),
  start: (file, columns) => json(`${BASE}/batches`, { method: "POST", body: form(file, columns) }),
  jobs: () => json(`${BASE}/batches`),
  job: (id) => json(`${BASE}/batches/${encodeURIComponent(id)}`),
  end: (id) => request(`${BASE}/batches/${encodeURIComponent(id)}`, { method: "DELETE" }),
  summary: (id) => json(`${BASE}/batches/${encodeURIComponent(id)}/summary`),
  results: (id, query, signal) => json(`${BASE}/batches/${encodeURIComponent(id)}/results?${new URLSearchParams(query)}`, { signal }),
  result: (id, row) => json(`${BASE}/batches/${encodeURIComponent(id)}/results/${row}`),
  downloadAddress: (id, format) => `${BASE}/batches/${encodeURIComponent(id)}/download?format=${format}`,
  events: (id) => new EventSource(`${BASE}/batches/${encodeURIComponent(id)}/events`),
};
