// The batch page: a file in, columns matched, progress watched, results read. The job's id stands in the address, so that a
// reload finds it again.

import { api, Failure } from "./api.js";
import { roleChart, shareChart, skillCharts, titleMatrix } from "./charts.js";
import { el, field, icon, replace } from "./dom.js";
import { dropsOn } from "./input.js";
import { resultsTable } from "./results.js";
import { busyNote, failureNote } from "./shell.js";
import { count, duration, plural, size } from "./words.js";

const desk = document.getElementById("desk");
const PREVIEW_BYTES = 1 << 20;
const POLL_MS = 2000;
/** A stream that is silent for so long is taken for one that something on the way holds back. */
const SILENCE_MS = 6000;
const FAILURES_SHOWN = 50;
const FIELDS = [
  ["text", "The posting’s text", true],
  ["title", "Title", false],
  ["company", "Company", false],
  ["id", "Id", false],
];

let events = null;

function state() {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
}

function remember(next) {
  const hash = new URLSearchParams(next).toString();
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname);
}

function show(...content) {
  events?.close();
  events = null;
  const first = !desk.hasChildNodes();
  replace(desk, ...content);
  scrollTo({ top: 0, behavior: "instant" });
  const heading = desk.querySelector("h1");
  if (first || !heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/* Choosing a file */

function choosing(failure = null) {
  remember({});
  document.title = "Batch · TrueRole";
  const trouble = el("div", { class: "trouble" }, failure);
  const earlier = el("section", { class: "earlier" });
  const chooser = el("input", { type: "file", accept: ".csv,.tsv,.jsonl,.ndjson,.json,.gz", class: "visually-hidden", tabindex: "-1", "aria-label": "Choose a file of postings" });
  const take = (file) => file && previewing(file, trouble);
  chooser.addEventListener("change", () => {
    take(chooser.files[0]);
    chooser.value = "";
  });
  const drop = el(
    "div",
    { class: "drop" },
    el("p", { class: "drop-words" }, "Drop a CSV or JSONL file here"),
    el("p", { class: "eyebrow" }, "One posting a row, with a column or field that holds its text."),
    chooser,
    el("button", { class: "button primary", type: "button", on: { click: () => chooser.click() } }, icon("file"), "Choose a file"),
  );
  dropsOn(drop, take);
  show(
    el(
      "section",
      { class: "page-head" },
      el("h1", {}, "A whole file at once"),
      el("p", { class: "lead" }, "Every row gets an answer or the reason for none. You see the roles, the skills they require and where titles and work part."),
    ),
    drop,
    trouble,
    earlier,
  );
  loadEarlier(earlier);
}

const STATUS = { queued: "Waiting", running: "Running", done: "Done", cancelled: "Cancelled", failed: "Failed" };

async function loadEarlier(node) {
  let jobs;
  try {
    jobs = await api.jobs();
  } catch (error) {
    replace(node, failureNote(error, () => loadEarlier(node)));
    return;
  }
  if (jobs.length === 0) return;
  replace(
    node,
    el("h2", {}, "Earlier files"),
    el(
      "ul",
      {},
      jobs.map((job) =>
        el(
          "li",
          {},
          el("a", { href: `#${new URLSearchParams({ job: job.id })}` }, job.name || "Without a name"),
          el("span", { class: "num" }, plural(job.done, "row")),
          el("span", { class: `status status-${job.status}` }, STATUS[job.status] ?? job.status),
          el("span", { class: "when" }, when(job.createdAt)),
          el(
            "button",
            { class: "link", type: "button", on: { click: (event) => removeJob(job, event.currentTarget.closest("li"), node) } },
            job.status === "running" || job.status === "queued" ? "Cancel" : "Remove",
            el("span", { class: "visually-hidden" }, ` ${job.name}`),
          ),
        ),
      ),
    ),
  );
}

async function removeJob(job, item, node) {
  try {
    await api.end(job.id);
    await loadEarlier(node);
    if (item.isConnected) item.remove();
  } catch (error) {
    item.append(failureNote(error));
  }
}

function when(instant) {
  if (!instant) return "";
  return new Date(instant).toLocaleString("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

/* Matching columns */

/** The first rows are enough to preview where a row is a line or so: not in packed files or JSON arrays. */
async function firstRows(file) {
  if (file.size <= PREVIEW_BYTES || !/\.(csv|tsv|jsonl|ndjson)$/i.test(file.name)) return file;
  const bytes = new Uint8Array(await file.slice(0, PREVIEW_BYTES).arrayBuffer());
  const end = bytes.lastIndexOf(0x0a);
  return end > 0 ? new File([bytes.subarray(0, end + 1)], file.name, { type: file.type }) : file;
}

async function previewing(file, trouble) {
  replace(trouble, busyNote(`Looking into ${file.name}`));
  try {
    if (file.size === 0) throw new Failure("That file is empty", `${file.name} has no rows.`);
    const preview = await api.preview(await firstRows(file));
    replace(trouble);
    matching(file, preview);
  } catch (error) {
    replace(trouble, failureNote(error, () => previewing(file, trouble)));
  }
}

function matching(file, preview) {
  const chosen = { ...preview.guessed };
  const trouble = el("div", { class: "trouble" });
  const table = el("div", { class: "scroll preview", tabindex: "0", role: "region", "aria-label": "The first rows" });
  const start = el("button", { class: "button primary start", type: "button", on: { click: () => begin() } }, "Judge every row");
  const missing = el("p", { class: "missing", role: "status" });
  const lists = FIELDS.map(([name, label, needed]) =>
    field(
      label,
      el(
        "select",
        {
          on: {
            change: (event) => {
              chosen[name] = event.currentTarget.value || null;
              refresh();
            },
          },
        },
        el("option", { value: "" }, needed ? "Choose a column" : "None"),
        preview.columns.map((column) => el("option", { value: column, ...(column === chosen[name] && { selected: true }) }, column)),
      ),
    ),
  );

  function refresh() {
    start.disabled = !chosen.text;
    missing.textContent = chosen.text ? "" : "Say which column holds the posting’s text.";
    replace(table, previewTable(preview, chosen));
  }

  async function begin() {
    replace(trouble, busyNote(`Sending ${file.name}, ${size(file.size)}`));
    start.disabled = true;
    try {
      const job = await api.start(file, {
        idColumn: chosen.id,
        titleColumn: chosen.title,
        companyColumn: chosen.company,
        textColumn: chosen.text,
      });
      location.hash = new URLSearchParams({ job: job.id }).toString();
    } catch (error) {
      start.disabled = false;
      replace(trouble, failureNote(error, begin));
    }
  }

  refresh();
  show(
    el("div", { class: "toolbar" }, el("button", { class: "button quiet", type: "button", on: { click: () => choosing() } }, icon("back"), "Another file")),
    el(
      "section",
      { class: "mapping" },
      el("h1", {}, "Which column is what?"),
      el("p", { class: "lead" }, el("b", {}, preview.name ?? file.name), `, ${size(file.size)}. We guessed from the names; mend it where we are wrong.`),
      el("div", { class: "mapping-fields" }, lists),
      table,
      missing,
      el("div", { class: "mapping-go" }, start),
      trouble,
    ),
  );
}

const CELL_LENGTH = 160;

function previewTable({ columns, rows }, chosen) {
  const uses = new Map(FIELDS.filter(([field]) => chosen[field]).map(([field, label]) => [chosen[field], label]));
  const cell = (value) => {
    const words = value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
    return words.length > CELL_LENGTH ? `${words.slice(0, CELL_LENGTH)}…` : words;
  };
  const ordered = [...uses.keys(), ...columns.filter((column) => !uses.has(column))];
  return el(
    "table",
    {},
    el("caption", { class: "visually-hidden" }, "The first rows of the file, the chosen columns first"),
    el(
      "thead",
      {},
      el("tr", {}, ordered.map((column) => el("th", { scope: "col", class: uses.has(column) ? "used" : null }, el("span", {}, column), uses.has(column) && el("span", { class: "use" }, uses.get(column))))),
    ),
    el("tbody", {}, rows.map((row) => el("tr", {}, ordered.map((column) => el("td", { class: uses.has(column) ? "used" : null }, el("div", {}, cell(row[column]))))))),
  );
}

/* A job */

async function opening(id) {
  show(busyNote("Looking for the job"));
  try {
    const job = await api.job(id);
    if (job.status === "running" || job.status === "queued") watching(job);
    else await finished(job);
  } catch (error) {
    if (error instanceof Failure && error.status === 404) {
      choosing(failureNote(new Failure("That job is not there any more", "It was removed, or the server was started anew. Give the file again.")));
    } else {
      show(failureNote(error, () => opening(id)), el("p", {}, el("button", { class: "link", type: "button", on: { click: () => choosing() } }, "Start with another file")));
    }
  }
}

function watching(first) {
  document.title = `Running · ${first.name} · TrueRole`;
  const bar = el("progress", { "aria-label": "Rows judged" });
  const figures = el("p", { class: "progress-figures num" });
  const spoken = el("p", { class: "visually-hidden", role: "status" });
  const trouble = el("div", { class: "trouble" });
  const cancel = el("button", { class: "button", type: "button", on: { click: () => stop() } }, "Cancel");
  let tenth = -1;
  let over = false;

  function progress(job) {
    const { done, total, failed, ratePerSecond, secondsLeft, status } = job;
    if (total) {
      bar.max = total;
      bar.value = done;
    } else {
      bar.removeAttribute("value");
    }
    const parts = [status === "queued" ? "Waiting for its turn" : total ? `${count(done)} of ${plural(total, "row")}` : plural(done, "row")];
    if (failed > 0) parts.push(`${count(failed)} failed`);
    if (ratePerSecond > 0) parts.push(`${count(Math.round(ratePerSecond))} a second`);
    if (secondsLeft > 0) parts.push(`about ${duration(secondsLeft)} left`);
    figures.textContent = parts.join(" · ");
    const now = total ? Math.floor((10 * done) / total) : -1;
    if (now !== tenth) spoken.textContent = parts[0];
    tenth = now;
  }

  async function end(job) {
    if (over) return;
    over = true;
    events?.close();
    await finished(job).catch((error) => replace(trouble, failureNote(error, () => opening(first.id))));
  }

  async function stop() {
    cancel.disabled = true;
    try {
      await api.end(first.id);
      replace(trouble, busyNote("Stopping"));
    } catch (error) {
      cancel.disabled = false;
      replace(trouble, failureNote(error, stop));
    }
  }

  /** Where the stream of events breaks or is silent, the job is asked again and again until it says it is over. */
  async function poll() {
    if (over || !bar.isConnected) return;
    try {
      const job = await api.job(first.id);
      replace(trouble);
      if (job.status === "running" || job.status === "queued") {
        progress(job);
        setTimeout(listen, POLL_MS);
      } else {
        await end(job);
      }
    } catch (error) {
      if (error instanceof Failure && error.status === 404) {
        opening(first.id);
        return;
      }
      replace(trouble, failureNote(new Failure("The connection is lost", "The job goes on if the server does. Trying again.")));
      setTimeout(poll, POLL_MS);
    }
  }

  function listen() {
    if (over || !bar.isConnected) return;
    events?.close();
    const stream = api.events(first.id);
    events = stream;
    let heard = Date.now();
    stream.addEventListener("progress", (event) => {
      heard = Date.now();
      progress(JSON.parse(event.data));
    });
    const watch = setInterval(() => {
      if (over || events !== stream || !bar.isConnected) clearInterval(watch);
      else if (Date.now() - heard > SILENCE_MS) {
        clearInterval(watch);
        stream.close();
        poll();
      }
    }, POLL_MS);
    stream.addEventListener("end", async (event) => {
      stream.close();
      let job = null;
      try {
        job = JSON.parse(event.data);
      } catch {
        // The last event may be bare.
      }
      if (job?.id) await end(job);
      else await poll();
    });
    stream.addEventListener("error", () => {
      stream.close();
      poll();
    });
  }

  show(
    el(
      "section",
      { class: "job running" },
      el("p", { class: "eyebrow" }, "Judging"),
      el("h1", {}, first.name || "The file"),
      bar,
      figures,
      spoken,
      el("div", { class: "job-actions" }, cancel, el("p", { class: "eyebrow" }, "You may close or reload this page; the job goes on.")),
      trouble,
    ),
  );
  progress(first);
  listen();
}

const VERDICTS = { done: "Done", cancelled: "Cancelled: these are the rows judged until then", failed: "The job broke off: these are the rows judged until then" };

async function finished(job) {
  const summary = await api.summary(job.id);
  document.title = `${job.name} · TrueRole`;
  const { job: _, ...kept } = state();
  const names = [...new Set(Object.values(summary.skills ?? {}).flatMap((list) => list.map(({ name }) => name)))].sort();
  const table = resultsTable({ id: job.id, skills: names, kept: { ...kept, offset: Number(kept.offset ?? 0) }, keep: (query) => remember({ job: job.id, ...query }) });
  const failed = summary.failed ?? job.failed ?? 0;
  const judged = Object.values(summary.roles ?? {}).reduce((sum, number) => sum + number, 0);
  show(
    el(
      "section",
      { class: "job" },
      el("p", { class: `eyebrow status status-${job.status}` }, VERDICTS[job.status] ?? job.status),
      el("h1", {}, job.name || "The file"),
      el(
        "p",
        { class: "lead" },
        plural(job.done, "row"),
        failed > 0 ? [", ", el("a", { href: "#failures", on: { click: toFailures } }, `${count(failed)} of them failed`)] : "",
        job.finishedAt && job.createdAt ? `, in ${duration((new Date(job.finishedAt) - new Date(job.createdAt)) / 1000)}.` : ".",
      ),
      job.error && failureNote(new Failure("The job broke off", typeof job.error === "string" ? job.error : (job.error.message ?? ""))),
      el(
        "div",
        { class: "job-actions" },
        el("a", { class: "button primary", href: api.downloadAddress(job.id, "csv"), download: "" }, icon("down"), "CSV"),
        el("a", { class: "button primary", href: api.downloadAddress(job.id, "jsonl"), download: "" }, icon("down"), "JSONL"),
        el("button", { class: "button", type: "button", on: { click: () => choosing() } }, "Another file"),
        el("button", { class: "button quiet", type: "button", on: { click: (event) => forget(job, event.currentTarget) } }, "Remove from the server"),
      ),
      el("p", { class: "eyebrow" }, "Both keep your own columns beside the answers."),
    ),
    judged > 0 &&
      el(
        "div",
        { class: "charts" },
        roleChart(summary.roles, table.filter),
        shareChart(summary.dsShare),
        titleMatrix(summary.titleAgainstContent ?? {}),
        skillCharts(summary.skills ?? {}, summary.roles, table.filter),
      ),
    judged > 0 && table.node,
    failures(summary.failures ?? [], failed),
  );
}

function toFailures(event) {
  event.preventDefault();
  document.getElementById("failures")?.scrollIntoView();
}

async function forget(job, button) {
  try {
    await api.end(job.id);
    choosing();
  } catch (error) {
    button.after(failureNote(error));
  }
}

function failures(list, failed) {
  if (failed === 0) return null;
  const rows = el("tbody", {}, list.slice(0, FAILURES_SHOWN).map(failureRow));
  const rest = list.length - FAILURES_SHOWN;
  const more =
    rest > 0 &&
    el(
      "button",
      {
        class: "button",
        type: "button",
        on: {
          click: (event) => {
            rows.append(...list.slice(FAILURES_SHOWN).map(failureRow));
            event.currentTarget.remove();
          },
        },
      },
      `Show ${plural(rest, "more row")}`,
    );
  return el(
    "section",
    { class: "failures", id: "failures" },
    el("h2", {}, `${count(failed)} failed`),
    el("p", { class: "eyebrow" }, list.length < failed ? `The first ${count(list.length)}; the download has all of them.` : "Each row and why it has no answer."),
    el(
      "table",
      { class: "figures" },
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Row"), el("th", { scope: "col" }, "Why"))),
      rows,
    ),
    more,
  );
}

function failureRow({ row, code, message }) {
  return el("tr", {}, el("td", {}, row === null || row === undefined ? "–" : count(row)), el("td", {}, message || code));
}

function start() {
  const { job } = state();
  if (job) opening(job);
  else choosing();
}

addEventListener("hashchange", start);
start();
