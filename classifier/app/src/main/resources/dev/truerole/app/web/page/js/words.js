// How figures and codes are said.

import { svg } from "./dom.js";

export const ROLES = ["data_scientist", "ml_engineer", "hybrid", "other"];

const LABELS = {
  data_scientist: "Data Scientist",
  ml_engineer: "ML Engineer",
  hybrid: "Hybrid",
  other: "Other",
};

const THIN = "\u202f";

export function roleLabel(role) {
  return LABELS[role] ?? "No answer";
}

/** As in "the title says …". */
export function roleInWords(role) {
  return { hybrid: "a bit of both", other: "something else" }[role] ?? roleLabel(role);
}

/** The role's shape: disc, square, both halves, ring. The colour comes from the class. */
export function roleMark(role) {
  const shapes = {
    data_scientist: () => [svg("circle", { cx: 6, cy: 6, r: 5.5, fill: "currentColor" })],
    ml_engineer: () => [svg("rect", { x: 0.75, y: 0.75, width: 10.5, height: 10.5, rx: 1.5, fill: "currentColor" })],
    hybrid: () => [
      svg("path", { d: "M5.4 .5a5.5 5.5 0 0 0 0 11Z", fill: "currentColor" }),
      svg("path", { d: "M6.6 .75h3.2a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5H6.6Z", fill: "currentColor" }),
    ],
    other: () => [svg("circle", { cx: 6, cy: 6, r: 4.6, fill: "none", stroke: "currentColor", "stroke-width": 1.8 })],
  };
  const draw = shapes[role] ?? (() => [svg("path", { d: "M1.5 6h9", stroke: "currentColor", "stroke-width": 2 })]);
  return svg("svg", { class: "mark", viewBox: "0 0 12 12", "aria-hidden": "true" }, draw());
}

/** 0.9584 as "96 %"; what is not quite nothing or everything is said so. */
export function percent(share) {
  if (share > 0.995 && share < 1) return `over${THIN}99${THIN}%`;
  if (share > 0 && share < 0.005) return `under${THIN}1${THIN}%`;
  return `${Math.round(share * 100)}${THIN}%`;
}

/** The same where room is short. */
export function shortPercent(share) {
  if (share > 0.995 && share < 1) return `>99${THIN}%`;
  if (share > 0 && share < 0.005) return `<1${THIN}%`;
  return `${Math.round(share * 100)}${THIN}%`;
}

export function percentRange(low, high) {
  return `${Math.round(low * 100)} to ${Math.round(high * 100)}${THIN}%`;
}

const WHOLE = new Intl.NumberFormat("en");

export function count(number) {
  return WHOLE.format(number);
}

export function plural(number, one, many = `${one}s`) {
  return `${count(number)} ${number === 1 ? one : many}`;
}

export function duration(seconds) {
  if (seconds < 1.5) return "a second";
  if (seconds < 90) return `${Math.round(seconds)} seconds`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} minutes`;
  return `${(seconds / 3600).toFixed(1)} hours`;
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

const DEGREES = {
  high_school: "High school",
  associate: "Associate degree",
  bachelor: "Bachelor’s degree",
  master: "Master’s degree",
  doctorate: "Doctorate",
};

const PLACES = { remote: "Remote", hybrid: "Partly from home", onsite: "On site" };

const RANKS = { intern: "Intern", junior: "Junior", mid: "Mid-level", senior: "Senior", lead: "Lead", staff: "Staff", principal: "Principal" };

const SAYINGS = {
  yearsMin: (years) => (years === 1 ? "At least 1 year" : `At least ${years} years`),
  degree: (degree) => DEGREES[degree] ?? degree,
  seniority: (rank) => RANKS[rank] ?? rank,
  salary: money,
  workplace: (place) => PLACES[place] ?? place,
};

export const ASKS = { yearsMin: "Experience", degree: "Degree", seniority: "Seniority", salary: "Salary", workplace: "Workplace" };

export function askInWords(name, value) {
  return SAYINGS[name](value);
}

function money({ min, max, currency, period }) {
  const amount = (number) => {
    try {
      return new Intl.NumberFormat("en", { style: "currency", currency, maximumFractionDigits: 0 }).format(number);
    } catch {
      return `${count(number)} ${currency ?? ""}`.trim();
    }
  };
  const range = min === max ? amount(min) : `${amount(min)} to ${amount(max)}`;
  return period ? `${range} a ${period}` : range;
}

const NOTES = {
  not_english: "The text does not seem to be English",
  too_short: "Too short to judge",
  little_text: "Little text: take it as a guess",
  no_duties: "It hardly says what the work is",
  several_jobs: "This may be several jobs at once",
  unsure: "Not sure enough to name a role",
};

/** "too_short: too short to judge (words: 3); …" as a heading and a sentence. */
export function noteInWords(warning) {
  const cut = warning.indexOf(": ");
  const code = cut < 0 ? "" : warning.slice(0, cut);
  const message = cut < 0 ? warning : warning.slice(cut + 2);
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  return { code, heading: NOTES[code] ?? null, sentence: /[.!?]$/.test(sentence) ? sentence : `${sentence}.` };
}
