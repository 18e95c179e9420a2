// Charts of a batch, as lists and tables that look like charts: they read aloud as they are.

import { el } from "./dom.js";
import { count, plural, ROLES, roleLabel, roleMark, shortPercent } from "./words.js";

function card(heading, aside, ...content) {
  return el("section", { class: "card" }, el("div", { class: "card-head" }, el("h3", {}, heading), aside && el("p", { class: "eyebrow" }, aside)), content);
}

/** @param pick called with a role's id, to see its rows */
export function roleChart(roles, pick) {
  const total = Object.values(roles).reduce((sum, number) => sum + number, 0);
  const most = Math.max(1, ...Object.values(roles));
  const known = [...ROLES, ...Object.keys(roles).filter((role) => !ROLES.includes(role))];
  return card(
    "Roles",
    plural(total, "answer"),
    el(
      "ul",
      { class: "bars" },
      known
        .filter((role) => ROLES.includes(role) || roles[role] > 0)
        .map((role) => {
          const number = roles[role] ?? 0;
          const named = ROLES.includes(role);
          return el(
            "li",
            {},
            el(
              "button",
              { class: `bar-row role-${named ? role : "none"}`, type: "button", disabled: !named, on: { click: () => pick(role) } },
              el("span", { class: `role-name role-${named ? role : "none"}` }, roleMark(role), roleLabel(role)),
              el("span", { class: "bar thick" }, number > 0 && el("span", { class: `fill role-${named ? role : "other"}`, vars: { width: `${(number / most) * 100}%` } })),
              el("span", { class: "num" }, count(number), el("span", { class: "share" }, total > 0 ? shortPercent(number / total) : "")),
              named && el("span", { class: "visually-hidden" }, ", show these rows"),
            ),
          );
        }),
    ),
  );
}

/** Shares of data-scientist work, from Data Scientist on the left to ML Engineer on the right, as on every scale. */
export function shareChart({ edges, counts }) {
  const most = Math.max(1, ...counts);
  const bins = counts.map((number, index) => ({ number, low: edges[index], high: edges[index + 1] })).reverse();
  const said = (bin) => `${Math.round(bin.low * 100)} to ${Math.round(bin.high * 100)}\u202f%`;
  const fullest = bins.reduce((a, b) => (b.number > a.number ? b : a), bins[0]);
  return card(
    "Where they lie",
    "share of data-scientist work, without Other",
    el(
      "figure",
      { class: "histogram" },
      el(
        "div",
        { class: "columns", role: "img", "aria-label": `Histogram of the share of data-scientist work. Most answers, ${count(fullest.number)}, lie at ${said(fullest)}.` },
        bins.map((bin) =>
          el(
            "div",
            { class: "column", title: `${said(bin)}: ${count(bin.number)}` },
            el("span", { vars: { height: `${(bin.number / most) * 100}%`, "--lean": `${((bin.low + bin.high) / 2) * 100}%` }, class: bin.low >= 0.5 ? "ds" : "ml" }),
          ),
        ),
      ),
      el("div", { class: "histogram-ends", "aria-hidden": "true" }, el("span", {}, "100\u202f%"), el("span", {}, "50"), el("span", {}, "0\u202f%")),
      el(
        "div",
        { class: "scale-ends", "aria-hidden": "true" },
        el("span", { class: "role-name role-data_scientist" }, roleMark("data_scientist"), "Data Scientist"),
        el("span", { class: "role-name role-ml_engineer" }, "ML Engineer", roleMark("ml_engineer")),
      ),
      el(
        "details",
        { class: "as-table" },
        el("summary", {}, "As a table"),
        el(
          "table",
          { class: "figures" },
          el("thead", {}, el("tr", {}, el("th", { scope: "col" }, "Share"), el("th", { scope: "col" }, "Answers"))),
          el("tbody", {}, bins.map((bin) => el("tr", {}, el("th", { scope: "row" }, said(bin)), el("td", {}, count(bin.number))))),
        ),
      ),
    ),
  );
}

/** @param pick called with a role and a skill, to see the rows */
export function skillCharts(skills, roles, pick, shown = 10) {
  const present = ROLES.filter((role) => skills[role]?.length > 0);
  if (present.length === 0) return null;
  const share = (role, number) => number / (roles[role] || 1);
  const most = Math.max(...present.map((role) => share(role, skills[role][0].count)));
  return card(
    "Required most often",
    "share of the role’s postings that require it",
    el(
      "div",
      { class: "multiples" },
      present.map((role) => {
        return el(
          "div",
          {},
          el("h4", { class: `role-name role-${role}` }, roleMark(role), roleLabel(role)),
          el(
            "ol",
            { class: "bars small" },
            skills[role].slice(0, shown).map(({ name, count: number }) =>
              el(
                "li",
                {},
                el(
                  "button",
                  { class: "bar-row", type: "button", on: { click: () => pick(role, name) } },
                  el("span", { class: "bar-name" }, name),
                  el("span", { class: "bar" }, el("span", { class: `fill role-${role}`, vars: { width: `${(100 * share(role, number)) / most}%` } })),
                  el("span", { class: "num" }, shortPercent(share(role, number))),
                  el("span", { class: "visually-hidden" }, ", show these rows"),
                ),
              ),
            ),
          ),
        );
      }),
    ),
  );
}

/** What the titles say (rows) against what the work says (columns). */
export function titleMatrix(titleAgainstContent) {
  const titles = [...ROLES, ...Object.keys(titleAgainstContent).filter((title) => !ROLES.includes(title))].filter(
    (title) => Object.values(titleAgainstContent[title] ?? {}).reduce((sum, number) => sum + number, 0) > 0,
  );
  const extra = [...new Set(titles.flatMap((title) => Object.keys(titleAgainstContent[title])))].filter((role) => !ROLES.includes(role));
  const columns = [...ROLES, ...extra];
  const of = (title, role) => titleAgainstContent[title]?.[role] ?? 0;
  const named = titles.filter((title) => ROLES.includes(title) && title !== "other");
  const claims = named.reduce((sum, title) => sum + columns.reduce((row, role) => row + of(title, role), 0), 0);
  const wrong = claims - named.reduce((sum, title) => sum + of(title, title), 0);
  return card(
    "Title against work",
    claims > 0 ? `${shortPercent(wrong / claims)} of titles that name one of the roles are not what the work is` : null,
    el(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": "Title against work" },
      el(
        "table",
        { class: "matrix" },
        el(
          "thead",
          {},
          el("tr", {}, el("td", { class: "corner" }, "Title ↓ Work →"), columns.map((role) => el("th", { scope: "col" }, roleHead(role, true)))),
        ),
        el(
          "tbody",
          {},
          titles.map((title) => {
            const total = columns.reduce((sum, role) => sum + of(title, role), 0);
            return el(
              "tr",
              {},
              el("th", { scope: "row" }, ROLES.includes(title) ? roleHead(title) : "No role named"),
              columns.map((role) =>
                el(
                  "td",
                  { class: `cell role-${ROLES.includes(role) ? role : "none"}${title === role ? " same" : ""}`, vars: { "--part": `${((of(title, role) / total) * 55).toFixed(1)}%` } },
                  count(of(title, role)),
                ),
              ),
            );
          }),
        ),
      ),
    ),
  );
}

const SHORT = { data_scientist: "DS", ml_engineer: "ML", hybrid: "Hyb.", other: "Oth." };

function roleHead(role, shortens = false) {
  return el(
    "span",
    { class: `role-name role-${ROLES.includes(role) ? role : "none"}` },
    roleMark(role),
    shortens && SHORT[role] ? [el("span", { class: "long" }, roleLabel(role)), el("span", { class: "short", "aria-hidden": "true" }, SHORT[role])] : roleLabel(role),
  );
}
