// The model page: what was measured, drawn so that people can judge it.

import { api } from "./api.js";
import { el, replace, svg } from "./dom.js";
import { busyNote, failureNote } from "./shell.js";
import { count, plural, ROLES, roleLabel, roleMark } from "./words.js";

const desk = document.getElementById("desk");
const PERCENT = "\u202f%";

const three = (number) => (Number.isFinite(number) ? number.toFixed(3) : "–");
const tenths = (share) => `${(share * 100).toFixed(1)}${PERCENT}`;

/** The figures are the model's metrics file; older servers give its inner part alone. */
function metricsOf(model) {
  const given = model.figures ?? {};
  return given.figures ? given : { figures: given };
}

function section(id, heading, words, ...content) {
  return el(
    "section",
    { id, class: "part" },
    el("div", { class: "part-head" }, el("h2", {}, heading), words && el("p", {}, words)),
    el("div", { class: "part-body" }, content),
  );
}

function view(model) {
  const metrics = metricsOf(model);
  const rows = Object.entries(metrics.figures);
  if (rows.length === 0) {
    return el("p", { class: "lead" }, "This model’s folder has no figures: it was trained without measuring. “truerole evaluate” makes them.");
  }
  const [[measured, main]] = rows;
  const title = metrics.figures["title rule"];
  return [
    headline(measured, main, title, metrics),
    section(
      "figures",
      "Against other ways",
      "Macro-F1 is the mean of the four roles’ F1, so that a rare role counts as much as a frequent one. The line is the 95 % interval.",
      dotPlot(rows.map(([name, row]) => dotRow(name, row)), { low: 0.4, high: 1 }),
      figuresTable(rows),
    ),
    section(
      "roles",
      "Role by role",
      "Of those it called so, how many are (precision); of those that are, how many it called so (recall). Hybrids are the hard case: they lie between the other two.",
      roleTable(main.byRole),
    ),
    main.confusion && section("confusion", "What it takes for what", "Rows are the labels, columns its answers. The framed ones are right.", confusion(main.confusion)),
    main.reliability?.length > 1 &&
      section(
        "reliability",
        "Does 90 % mean 90 %?",
        `Where the dots lie on the line, a probability means what it says. The mean distance (ECE) is ${three(main.calibrationError)}.`,
        reliability(main.reliability),
      ),
    metrics.slices && section("slices", "In parts", "The same figure for parts of the postings. Parts under 100 labels are pooled; a wide line means few labels.", slices(metrics.slices)),
    metrics.robustness &&
      section(
        "robustness",
        "Changes that must not matter",
        "Each posting was changed in a way that leaves the work as it is. So many got another answer.",
        robustness(metrics.robustness),
        metrics.faithfulness && faithfulness(metrics.faithfulness),
      ),
    metrics.mistakes?.length > 0 &&
      section("failures", "Where it was surest and wrong", `Of ${plural(metrics.probes ?? 0, "authored posting")} that it did not learn from.`, mistakes(metrics.mistakes)),
    section("limits", "Limits", null, limits()),
    section("made", "How it was made", null, made(model)),
  ];
}

function headline(measured, main, title, metrics) {
  const figure = (value, label, words) => el("div", { class: "headline" }, el("p", { class: "big num" }, value), el("p", { class: "label" }, label), el("p", { class: "eyebrow" }, words));
  return el(
    "div",
    { class: "headlines" },
    figure(three(main.macroF1), "macro-F1", `${three(main.macroF1Low)} to ${three(main.macroF1High)}, on ${plural(main.postings, "posting")} (${measured})`),
    Number.isFinite(main.accuracy) && figure(`${Math.round(main.accuracy * 100)}${PERCENT}`, "of answers right", title ? `the title alone: ${Math.round(title.accuracy * 100)}${PERCENT}` : "of four roles"),
    figure(three(main.shareError), "mean error of the place on the scale", `r = ${three(main.shareCorrelation)}`),
    metrics.faithfulness &&
      figure(`${(metrics.faithfulness.top / metrics.faithfulness.random).toFixed(1)}×`, "evidence counts", "how much more an answer moves without its three strongest sentences than without three others"),
  );
}

/* Dots with their intervals */

const WAYS = { "the same, uncalibrated": "The same, uncalibrated", "title rule": "Going by the title", "5-fold cross-validation": "The model, 5-fold cross-validation" };

function dotRow(name, row) {
  return { name: WAYS[name] ?? name, value: row.macroF1, low: row.macroF1Low, high: row.macroF1High, n: row.postings, said: three(row.macroF1) };
}

/** Rows of a name, a dot with its interval on a common axis, and the figure. */
function dotPlot(rows, { low, high, ticks = 4, label = (value) => value.toFixed(1) }) {
  const at = (value) => `${(100 * Math.min(1, Math.max(0, (value - low) / (high - low)))).toFixed(2)}%`;
  const steps = Array.from({ length: ticks }, (_, index) => low + ((high - low) * index) / (ticks - 1));
  return el(
    "div",
    { class: "dot-plot" },
    el(
      "ul",
      {},
      rows.map((row) =>
        el(
          "li",
          {},
          el("span", { class: "dot-name" }, row.name, row.n && el("span", { class: "of" }, ` ${count(row.n)}`)),
          el(
            "span",
            { class: "dot-line", "aria-hidden": "true" },
            steps.map((step) => el("i", { class: "tick", vars: { left: at(step) } })),
            el("i", { class: "range", vars: { left: at(row.low), right: `calc(100% - ${at(row.high)})` } }),
            el("i", { class: "dot", vars: { left: at(row.value) } }),
          ),
          el("span", { class: "num" }, row.said, el("span", { class: "visually-hidden" }, `, interval ${row.range ?? `${three(row.low)} to ${three(row.high)}`}`)),
        ),
      ),
    ),
    el("div", { class: "dot-axis", "aria-hidden": "true" }, el("span", {}), el("span", { class: "dot-line" }, steps.map((step) => el("span", { vars: { left: at(step) } }, label(step)))), el("span", {})),
  );
}

function table(heads, rows) {
  return el(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": heads[0] },
    el(
      "table",
      { class: "figures" },
      el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, rows.map(([first, ...rest]) => el("tr", {}, el("th", { scope: "row" }, first), rest.map((cell) => el("td", {}, cell))))),
    ),
  );
}

function figuresTable(rows) {
  return table(
    ["Measured on", "Postings", "Macro\u2011F1", "95 % interval", "Right", "ECE", "Place: error", "Place: r", "In the 80 % interval"],
    rows.map(([name, row]) => [
      WAYS[name] ?? name,
      count(row.postings),
      three(row.macroF1),
      `${three(row.macroF1Low)} to ${three(row.macroF1High)}`,
      Number.isFinite(row.accuracy) ? tenths(row.accuracy) : "–",
      three(row.calibrationError),
      three(row.shareError),
      three(row.shareCorrelation),
      Number.isFinite(row.shareCoverage) ? tenths(row.shareCoverage) : "–",
    ]),
  );
}

function named(role) {
  return el("span", { class: `role-name role-${role}` }, roleMark(role), roleLabel(role));
}

function roleTable(byRole) {
  if (!byRole) return null;
  return table(
    ["Role", "Precision", "Recall", "F1", "Labels"],
    ROLES.filter((role) => byRole[role]).map((role) => {
      const { precision, recall, f1, support } = byRole[role];
      return [named(role), three(precision), three(recall), three(f1), count(support)];
    }),
  );
}

function confusion(matrix) {
  const short = { data_scientist: "DS", ml_engineer: "ML", hybrid: "Hyb.", other: "Oth." };
  return el(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": "Confusion matrix" },
    el(
      "table",
      { class: "matrix confusion" },
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          el("td", { class: "corner" }, "Label ↓ Answer →"),
          ROLES.map((role) =>
            el("th", { scope: "col" }, el("span", { class: `role-name role-${role}` }, roleMark(role), el("span", { class: "long" }, roleLabel(role)), el("span", { class: "short", "aria-hidden": "true" }, short[role]))),
          ),
        ),
      ),
      el(
        "tbody",
        {},
        matrix.map((row, index) => {
          const total = row.reduce((sum, number) => sum + number, 0);
          return el(
            "tr",
            {},
            el("th", { scope: "row" }, named(ROLES[index])),
            row.map((number, column) =>
              el(
                "td",
                { class: `cell role-${ROLES[column]}${index === column ? " same" : ""}`, vars: { "--part": `${((number / total) * 55).toFixed(1)}%` } },
                el("span", {}, count(number)),
                el("span", { class: "of" }, `${Math.round((100 * number) / total)}${PERCENT}`),
              ),
            ),
          );
        }),
      ),
    ),
  );
}

/** Share of right answers over the probability given; the area of a dot is its number of answers. */
function reliability(bins) {
  const size = 400;
  const pad = 44;
  const low = 0.3;
  const at = (value) => pad + ((value - low) / (1 - low)) * (size - pad - 26);
  const up = (value) => size - at(value);
  const most = Math.max(...bins.map(({ answers }) => answers));
  const steps = [0.4, 0.6, 0.8, 1];
  return el(
    "div",
    { class: "beside" },
    el(
      "figure",
      { class: "reliability" },
      svg(
        "svg",
        { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": "Reliability diagram: the share of right answers by the probability given, close to the diagonal. The table beside has the figures." },
        steps.map((step) => [
          svg("line", { class: "grid", x1: at(step), x2: at(step), y1: up(low), y2: up(1) }),
          svg("line", { class: "grid", x1: at(low), x2: at(1), y1: up(step), y2: up(step) }),
          svg("text", { x: at(step), y: size - pad + 20, "text-anchor": "middle" }, `${Math.round(step * 100)}${PERCENT}`),
          svg("text", { x: pad - 8, y: up(step) + 4, "text-anchor": "end" }, `${Math.round(step * 100)}`),
        ]),
        svg("line", { class: "ideal", x1: at(low), y1: up(low), x2: at(1), y2: up(1) }),
        svg("polyline", { class: "curve", points: bins.map((bin) => `${at(bin.probability)},${up(bin.accuracy)}`).join(" ") }),
        bins.map((bin) => svg("circle", { class: "bin", cx: at(bin.probability), cy: up(bin.accuracy), r: 3.5 + 9 * Math.sqrt(bin.answers / most) })),
        svg("text", { class: "axis", x: size - 26, y: size - 4, "text-anchor": "end" }, "probability given"),
        svg("text", { class: "axis", x: at(low) + 6, y: up(1) + 4 }, "right"),
      ),
    ),
    table(
      ["Probability", "Right", "Answers"],
      bins.map((bin) => [tenths(bin.probability), tenths(bin.accuracy), count(bin.answers)]),
    ),
  );
}

const SLICES = { era: "By era", length: "By length", source: "By source" };

function slices(parts) {
  return Object.entries(parts).map(([name, rows]) =>
    el(
      "div",
      { class: "slice" },
      el("h3", {}, SLICES[name] ?? name),
      dotPlot(
        Object.entries(rows)
          .filter(([, row]) => row.postings >= 20)
          .map(([part, row]) => dotRow(part, row)),
        { low: 0.4, high: 1 },
      ),
    ),
  );
}

function robustness(changes) {
  const most = Math.max(0.06, ...changes.map(({ high }) => high));
  return dotPlot(
    changes.map(({ change, changed, postings, low, high }) => ({
      name: change,
      value: changed / postings,
      low,
      high,
      said: tenths(changed / postings),
      range: `${tenths(low)} to ${tenths(high)}`,
    })),
    { low: 0, high: most, label: (value) => `${Math.round(value * 100)}${PERCENT}` },
  );
}

function faithfulness({ top, random, postings }) {
  return el(
    "p",
    { class: "aside" },
    `Evidence, on ${plural(postings, "posting")}: without the three strongest sentences the place on the scale moves by ${three(top)}, without three random others by ${three(random)}.`,
  );
}

function mistakes(list) {
  return table(
    ["Title", "It is", "It said", "Probability"],
    list.map(({ title, label, answer, probability }) => [el("span", { class: "quote" }, title), label, answer, `${Math.round(probability * 100)}${PERCENT}`]),
  );
}

function limits() {
  return el(
    "ul",
    { class: "plain" },
    el("li", {}, "English only. Under 15 words there is no answer, under 40 it is a guess."),
    el("li", {}, "Hybrid is the hardest role. Read the place on the scale and its interval rather than the name alone."),
    el("li", {}, "It judges the text, not the job: what a posting does not say, it does not know."),
    el("li", {}, "Labels come from a large language model that read each posting by a rubric, with the title hidden. How far people would agree was not measured."),
    el("li", {}, "Not for judging people."),
  );
}

function made(model) {
  const labels = model.data?.labelsByRole ?? {};
  const entries = [
    ["Name", model.name],
    ["Architecture", model.architecture],
    ["Words and pairs it knows", model.features && count(model.features)],
    ["Postings read", model.data?.postings && count(model.data.postings)],
    [
      "Of them labelled",
      model.data?.labelled && `${count(model.data.labelled)}: ${ROLES.filter((role) => labels[role]).map((role) => `${roleLabel(role)} ${count(labels[role])}`).join(", ")}`,
    ],
    ["Seed", model.plan?.seed],
    ["Versions", model.versions && Object.entries(model.versions).map(([name, version]) => (name === "engine" ? version : `${name} ${version}`)).join(", ")],
    ["Weights", model.weightsSha256 && el("code", {}, model.weightsSha256)],
    ["Command", model.command && el("code", {}, model.command)],
  ].filter(([, value]) => value !== null && value !== undefined && value !== "");
  return [
    el("dl", { class: "made" }, entries.map(([label, value]) => el("div", {}, el("dt", {}, label), el("dd", {}, value)))),
    el("p", { class: "aside" }, el("a", { href: "api/v1/model/card" }, "The model card as Markdown"), " · ", el("a", { href: "api/v1/model" }, "all figures as JSON")),
  ];
}

async function load() {
  replace(desk, busyNote("Fetching the figures"));
  try {
    replace(desk, view(await api.model()));
  } catch (error) {
    replace(desk, failureNote(error, load));
  }
}

load();
