// The rows of a batch: sorted, filtered, page by page, each opening its full answer.

import { api } from "./api.js";
import { answerView } from "./answer.js";
import { el, field, icon, replace } from "./dom.js";
import { busyNote, failureNote } from "./shell.js";
import { count, noteInWords, plural, ROLES, roleLabel, roleMark, shortPercent } from "./words.js";

const COLUMNS = [
  ["row", "Row"],
  ["title", "Title"],
  ["role", "The work says"],
  ["probability", "Probability"],
  ["dsShare", "Place"],
  [null, "Required skills"],
];
const PAGE = 50;
const SKILLS_SHOWN = 4;
const TYPING_MS = 250;
const DEFAULTS = { role: "", skill: "", minProbability: "", search: "", sort: "row", order: "asc", offset: 0 };

/**
 * @param id the job's
 * @param skills names to offer when typing a skill
 * @param kept what an earlier page remembered of the filters
 * @param keep called with the filters whenever they change
 */
export function resultsTable({ id, skills, kept = {}, keep }) {
  const query = { ...DEFAULTS, ...kept };
  const body = el("tbody", { role: "rowgroup" });
  const summary = el("p", { class: "count", role: "status" });
  const trouble = el("div", {});
  const pager = el("nav", { class: "pager", "aria-label": "Pages of rows" });
  const headers = COLUMNS.map(([key, label]) => header(key, label));
  let asking = null;

  const controls = {
    search: el("input", { type: "search", placeholder: "Title, company or id", value: query.search }),
    role: select([["", "Every role"], ...ROLES.map((role) => [role, roleLabel(role)])], query.role),
    skill: el("input", { type: "search", list: "skill-names", placeholder: "Any", value: query.skill }),
    minProbability: select([["", "Any"], ["0.5", "50 % or more"], ["0.7", "70 % or more"], ["0.9", "90 % or more"]], query.minProbability),
    sort: select(COLUMNS.filter(([key]) => key).map(([key, label]) => [key, label]), query.sort),
  };
  const labels = { search: "Search", role: "The work says", skill: "Requires the skill", minProbability: "Probability", sort: "Sort by" };
  const clear = el("button", { class: "button quiet", type: "button", on: { click: () => reset() } }, "Clear");

  const node = el(
    "section",
    { class: "results", "aria-label": "Rows" },
    el("div", { class: "results-head" }, el("h2", {}, "Rows"), summary),
    el(
      "form",
      { class: "filters", on: { submit: (event) => event.preventDefault() } },
      Object.entries(controls).map(([name, control]) => field(labels[name], control, `by-${name}`)),
      clear,
      el("datalist", { id: "skill-names" }, skills.map((name) => el("option", { value: name }))),
    ),
    trouble,
    el(
      "table",
      { class: "rows", role: "table" },
      el("caption", { class: "visually-hidden" }, "Answers by row"),
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, headers)),
      body,
    ),
    pager,
  );

  function header(key, label) {
    if (!key) return el("th", { scope: "col", role: "columnheader" }, label);
    return el("th", { scope: "col", role: "columnheader", data: { key } }, el("button", { class: "sort", type: "button", on: { click: () => sortBy(key) } }, label, icon("up")));
  }

  function sortBy(key) {
    const descendsFirst = key === "probability" || key === "dsShare";
    if (query.sort === key) query.order = query.order === "asc" ? "desc" : "asc";
    else Object.assign(query, { sort: key, order: descendsFirst ? "desc" : "asc" });
    controls.sort.value = key;
    query.offset = 0;
    load();
  }

  function reset() {
    Object.assign(query, DEFAULTS);
    for (const [name, control] of Object.entries(controls)) control.value = DEFAULTS[name];
    load();
  }

  function filter(name, value) {
    query[name] = value;
    query.offset = 0;
    load();
  }

  let typing = 0;
  for (const name of ["search", "skill"]) {
    controls[name].addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(() => filter(name, controls[name].value.trim()), TYPING_MS);
    });
  }
  for (const name of ["role", "minProbability", "sort"]) {
    controls[name].addEventListener("change", () => filter(name, controls[name].value));
  }

  function asked() {
    const { offset, sort, order, ...filters } = query;
    const set = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
    return { offset, limit: PAGE, sort, order, failed: "false", ...set };
  }

  async function load() {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    keep(Object.fromEntries(Object.entries(query).filter(([name, value]) => value !== DEFAULTS[name])));
    show();
    node.setAttribute("aria-busy", "true");
    try {
      const { total, items } = await api.results(id, asked(), signal);
      replace(trouble);
      replace(body, items.map(row));
      counted(total, items.length);
    } catch (error) {
      if (signal.aborted) return;
      replace(trouble, failureNote(error, load));
    }
    node.removeAttribute("aria-busy");
  }

  function show() {
    for (const th of headers) {
      const active = th.dataset.key === query.sort;
      th.setAttribute("aria-sort", active ? (query.order === "asc" ? "ascending" : "descending") : "none");
    }
    clear.hidden = ["search", "role", "skill", "minProbability"].every((name) => query[name] === "");
  }

  function counted(total, shown) {
    const from = query.offset + 1;
    summary.textContent = total === 0 ? "No row fits these filters." : `${count(from)} to ${count(query.offset + shown)} of ${plural(total, "row")}`;
    const turn = (by) => {
      query.offset = Math.max(0, query.offset + by * PAGE);
      load().then(() => node.scrollIntoView({ block: "start" }));
    };
    replace(
      pager,
      total > PAGE && [
        el("button", { class: "button", type: "button", disabled: query.offset === 0, on: { click: () => turn(-1) } }, icon("back"), "Before"),
        el("span", { class: "num" }, `Page ${count(Math.floor(query.offset / PAGE) + 1)} of ${count(Math.ceil(total / PAGE))}`),
        el("button", { class: "button", type: "button", disabled: query.offset + PAGE >= total, on: { click: () => turn(1) } }, "Next", icon("forth")),
      ],
    );
  }

  function row(item) {
    const role = item.role ?? null;
    const apart = item.titleRole && item.titleRole !== "other" && role && item.titleRole !== role;
    const more = (item.required?.length ?? 0) - SKILLS_SHOWN;
    return el(
      "tr",
      { role: "row" },
      el("td", { role: "cell", class: "num of-row" }, count(item.row)),
      el(
        "th",
        { scope: "row", role: "rowheader", class: "of-title" },
        el("button", { class: "open", type: "button", on: { click: () => openDetail(id, item) } }, item.title || "Without a title"),
        item.company && el("span", { class: "company" }, item.company),
      ),
      el(
        "td",
        { role: "cell", class: "of-role" },
        el("span", { class: `role-name role-${role ?? "none"}` }, roleMark(role), roleLabel(role)),
        apart && el("span", { class: "apart" }, `title: ${roleLabel(item.titleRole)}`),
        item.warnings?.length > 0 && el("span", { class: "apart warned" }, icon("alert"), noteInWords(item.warnings[0]).heading ?? "see the note"),
      ),
      el("td", { role: "cell", class: "num of-probability" }, item.probability === null || item.probability === undefined ? "" : shortPercent(item.probability)),
      el("td", { role: "cell", class: "of-place" }, item.dsShare === null || item.dsShare === undefined ? null : miniScale(item.dsShare)),
      el(
        "td",
        { role: "cell", class: "of-skills" },
        (item.required ?? []).slice(0, SKILLS_SHOWN).join(", "),
        more > 0 && el("span", { class: "more" }, ` and ${more} more`),
      ),
    );
  }

  load();
  return {
    node,
    /** Filters by a role and, if given, a skill. */
    filter: (role, skill = "") => {
      Object.assign(query, { ...DEFAULTS, role, skill });
      for (const [name, control] of Object.entries(controls)) control.value = query[name];
      load();
      node.scrollIntoView({ block: "start" });
    },
  };
}

function miniScale(share) {
  const said = `${shortPercent(share)} data-scientist work`;
  return el("span", { class: "mini", role: "img", "aria-label": said, title: said }, el("i", { vars: { left: `${(1 - share) * 100}%` } }));
}

function select(options, value) {
  return el("select", {}, options.map(([option, label]) => el("option", { value: option, ...(option === value && { selected: true }) }, label)));
}

/** The full answer of one row over the page. */
async function openDetail(id, item) {
  const content = el("div", { class: "detail-content" }, busyNote("Fetching the answer"));
  const dialog = el(
    "dialog",
    { class: "detail", "aria-label": `Row ${item.row}: ${item.title || "without a title"}` },
    el(
      "div",
      { class: "detail-head" },
      el("p", { class: "eyebrow" }, `Row ${count(item.row)}`, item.id && String(item.id) !== String(item.row) ? ` · ${item.id}` : ""),
      el("button", { class: "button quiet", type: "button", on: { click: () => dialog.close() } }, icon("close"), "Close"),
    ),
    content,
  );
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  const load = async () => {
    try {
      const answer = await api.result(id, item.row);
      replace(content, answerView({ ...answer, title: answer.title ?? item.title }, answer.text ?? ""));
    } catch (error) {
      replace(content, failureNote(error, load));
    }
  };
  await load();
}
