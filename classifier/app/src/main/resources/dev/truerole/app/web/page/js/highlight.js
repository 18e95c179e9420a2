// The posting's text as lines of runs, each knowing which evidence, skill or ask it belongs to.

/** Under this weight a segment says too little to be marked. */
export const LEAST_WEIGHT = 0.5;
const CLEAR_WEIGHT = 2;
const STRONG_WEIGHT = 5;

export const STRENGTHS = ["", "slightly", "clearly", "strongly"];

export function strength(weight) {
  const size = Math.abs(weight);
  if (size >= STRONG_WEIGHT) return 3;
  return size >= CLEAR_WEIGHT ? 2 : 1;
}

/**
 * One entry for each marked segment, in the order of the text: the side it speaks for most, and how much. What speaks against
 * the field is marked only where nothing else is said of the segment and the answer is that it lies outside.
 */
export function markedSegments(answer) {
  const bySpan = new Map();
  for (const item of answer.evidence ?? []) {
    const key = `${item.start}-${item.end}`;
    const segment = bySpan.get(key) ?? { start: item.start, end: item.end, text: item.text, weights: {} };
    segment.weights[item.side] = item.weight;
    bySpan.set(key, segment);
  }
  const outside = answer.role === "other";
  const marked = [];
  for (const segment of bySpan.values()) {
    const { data_scientist: ds = 0, ml_engineer: ml = 0, out_of_scope: out = 0 } = segment.weights;
    if (outside && -out >= LEAST_WEIGHT && -out >= Math.max(ds, ml) / 2) marked.push({ ...segment, side: "other", weight: -out });
    else if (Math.max(ds, ml) >= LEAST_WEIGHT) {
      marked.push({ ...segment, side: ds >= ml ? "data_scientist" : "ml_engineer", weight: Math.max(ds, ml) });
    }
  }
  marked.sort((a, b) => a.start - b.start || b.weight - a.weight);
  const apart = [];
  for (const segment of marked) {
    if (apart.length === 0 || segment.start >= apart.at(-1).end) apart.push({ ...segment, strength: strength(segment.weight) });
  }
  return apart;
}

function skillSpans(answer) {
  const spans = [];
  (answer.skills ?? []).forEach((skill, index) => {
    skill.mentions.forEach((mention, place) => spans.push({ start: mention.start, end: mention.end, skill: index, place }));
  });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return spans;
}

function askSpans(answer) {
  return Object.entries(answer.asks ?? {})
    .filter(([, ask]) => ask)
    .map(([name, ask]) => ({ start: ask.start, end: ask.end, ask: name }));
}

/** The index of the span that holds the position, for spans sorted by start; the longest where several do. */
function holding(spans, position) {
  return spans.findIndex((span) => span.start <= position && position < span.end);
}

/**
 * Lines of the text: {kind: "heading" | "item" | "text", gap, lead, runs: [{text, segment, skills, ask}]}. Positions are UTF-16, as
 * JavaScript's own. `lead` is
 * true where the first run is only a bullet or the like. The runs together are the text without its empty lines.
 */
export function lines(text, answer) {
  const segments = markedSegments(answer);
  const skills = skillSpans(answer);
  const asks = askSpans(answer);
  const cuts = new Set();
  for (const span of [...segments, ...skills, ...asks]) cuts.add(span.start).add(span.end);
  const sortedCuts = [...cuts].sort((a, b) => a - b);

  const result = [];
  let gap = false;
  let from = 0;
  let next = 0;
  while (from <= text.length) {
    let to = text.indexOf("\n", from);
    if (to < 0) to = text.length;
    const line = text.slice(from, to);
    if (line.trim() === "") {
      gap = result.length > 0;
    } else {
      const runs = [];
      let start = from;
      while (next < sortedCuts.length && sortedCuts[next] <= from) next++;
      const cut = (end) => {
        if (end <= start) return;
        const segment = holding(segments, start);
        const named = skills.filter((span) => span.start <= start && start < span.end);
        const ask = asks.find((span) => span.start <= start && start < span.end);
        runs.push({
          text: text.slice(start, end),
          start,
          segment: segment < 0 ? null : segment,
          skills: named.map(({ skill, place }) => ({ skill, place })),
          ask: ask?.ask ?? null,
        });
        start = end;
      };
      const kind = kindOf(line);
      const lead = LEADS[kind]?.exec(line)?.[0].length ?? 0;
      cut(from + lead);
      for (; next < sortedCuts.length && sortedCuts[next] < to; next++) cut(sortedCuts[next]);
      cut(to);
      result.push({ kind, gap, lead: lead > 0, runs });
      gap = false;
    }
    from = to + 1;
  }
  return { segments, lines: result };
}

/** What stands before an item's or a heading's words. */
const LEADS = { item: /^\s*(?:[-*•·–‣▪◦]|\d{1,2}[.)])\s+/u, heading: /^\s*#{1,6}\s+/ };

function kindOf(line) {
  const trimmed = line.trim();
  if (LEADS.item.test(line)) return "item";
  if (LEADS.heading.test(line)) return "heading";
  const letters = trimmed.replace(/[^\p{L}]/gu, "");
  const short = trimmed.length <= 60;
  if (short && letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return "heading";
  return short && /:$/.test(trimmed) && trimmed.split(/\s+/).length <= 6 ? "heading" : "text";
}
