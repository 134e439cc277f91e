// The figures of a benchmark as tables in Markdown. It measures nothing.

import { SETS } from "./queries.mjs";

const NOTES = `What is measured: every engine in a headless Chromium of its own on this machine, from a server on this machine.
\`Dossier, full answer\` does more than every other row: ranking, exact counts, the counts of all values of all facets, and
ten snippets with the spans of their marks, from texts and positions that its index holds. \`Dossier, ranking alone\` and the
others give the ids of the best documents; the others' indexes hold no positions and no texts (but for Pagefind, which
loads them by page), so that they have to be loaded besides to show a result.

- Queries are made from the collection. A time is the middle of all rounds of one query; the columns are the middle and the
  95th percentile of these over the queries of a set, in milliseconds. Queries are interleaved: each is asked of every
  engine in turn, in an order that rotates.
- All words have to match, and the last may be the beginning of a word (Orama: every word; Pagefind: as it comes). Phrases
  are asked as phrases of Dossier and Pagefind, as their words of the others. Broad filters are a common word in the month
  with the most documents, by what each engine offers for it.
- \`right\` is the share of queries whose best document has all the words, or words that begin alike, and is of that month.
  Stop words that an engine drops, and what it does not understand, lower it.
- Cold is a new browser: from the address to the first right answer. Bytes are what goes over the wire, with gzip, code and
  index. Held is JavaScript's heap with its buffers and WebAssembly's memory, after garbage was collected. Peak is the most
  resident memory of the page's process beyond that of an empty page.`;

const number = (value, digits) => (value === undefined || !Number.isFinite(value) ? "–" : value.toFixed(digits));
const time = (ms) => (ms < 1 ? ms.toPrecision(2) : number(ms, ms < 100 ? 2 : 0));
const megabytes = (bytes) => number(bytes / 1e6, 2);
const times = (ratio) => number(ratio, ratio < 10 ? 2 : 0);

/** The value below which `share` of a list lies. */
export function percentile(list, share) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

const table = (head, rows) =>
  [head, head.map((_, column) => (column ? "--:" : "---")), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Warm times: one row for each entry, two columns for each set of queries. */
function speedTable({ entries, queries, warm }) {
  const sets = SETS.filter((set) => queries.some((query) => query.set === set));
  const overall = warm.map((ofEntry) => percentile(ofEntry, 0.95));
  const rows = entries.map(({ name, right }, which) => {
    const ofSet = (set) => warm[which].filter((_, index) => queries[index].set === set);
    const both = (list) => `${time(percentile(list, 0.5))} / ${time(percentile(list, 0.95))}`;
    const ratios = [0, 1].map((ours) => times(overall[which] / overall[ours]));
    return [name, ...sets.map((set) => both(ofSet(set))), both(warm[which]), ...ratios, `${number(100 * right, 0)} %`];
  });
  return table(["ms, middle / p95", ...sets, "all", "p95 ÷ ranking", "p95 ÷ full answer", "right"], rows);
}

function loadTable(loads) {
  const rows = loads.map(({ name, cold, after }) => {
    const ofCold = (key) => percentile(cold.map((load) => load[key]), 0.5);
    return [name, number(ofCold("ms"), 0), megabytes(ofCold("bytes")), megabytes(after?.bytes),
      megabytes(ofCold("heap")), megabytes(after?.heap), megabytes(ofCold("peak")), megabytes(after?.peak)];
  });
  const head = ["", "cold, ms", "MB, gzipped", "after all queries", "MB held", "after all queries", "MB at peak", "after all queries"];
  return table(head, rows);
}

/** How the full answer grows beside the number of matches, from size to size. */
function growthTable(runs) {
  const sum = (list) => list.reduce((sum, value) => sum + value, 0);
  const ofPage = (loads, blob, key) => {
    const page = loads.find(({ isPage }) => isPage);
    return times(page && percentile(page.cold.map((load) => load[key]), 0.5) / blob);
  };
  const rows = runs.map(({ n_docs, warm, matches, opening, blob, loads }) => [
    n_docs, number(sum(matches) / matches.length, 1), time(sum(warm[1]) / warm[1].length),
    number((1000 * sum(warm[1])) / (sum(matches) || 1), 2), time(opening.ms), number(opening.grown / 1e6, 3), megabytes(blob),
    ofPage(loads, blob, "heap"), ofPage(loads, blob, "peak"),
  ]);
  const head = ["documents", "matches a query", "ms a full answer", "µs a match", "ms to open the blob", "MB allocated by it",
    "MB of the blob", "whole page: held ÷ blob", "peak ÷ blob"];
  return table(head, rows);
}

export function report(runs, versions) {
  const sections = runs.map((run) => `## ${run.n_docs} documents\n\n${speedTable(run)}\n\n${loadTable(run.loads)}`);
  const known = Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(", ");
  return `# Search beside others\n\n${known}.\n\n${NOTES}\n\n${sections.join("\n\n")}\n\n## From size to size\n\n${growthTable(runs)}\n`;
}
