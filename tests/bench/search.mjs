// Search in a browser, side by side with others: `node search.mjs FOLDER [--sizes N,N] [--rounds N] [--loads N]`, where
// FOLDER is what `cargo xtask bench --search` has built: `engine` and, for each size, the documents, the blob and the
// page. Writes search.md, search.svg and search.json into it. Judges nothing.

import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { coldEngine, coldPage, everyQuery, idsOf, matchesOf, openPages, timeQueries } from "./search/browser.mjs";
import { chart } from "./search/chart.mjs";
import { read } from "./search/collection.mjs";
import { PEERS, prepareOurs, preparePeer } from "./search/prepare.mjs";
import { isPlausible, knownItem, makeQueries } from "./search/queries.mjs";
import { percentile, report } from "./search/report.mjs";
import { serve } from "./search/server.mjs";

const NAMES = { dossier: "Dossier, engine", flexsearch: "FlexSearch", minisearch: "MiniSearch", orama: "Orama", lunr: "Lunr", pagefind: "Pagefind" };
/** What is asked for its time; the first two are what the others are divided by. */
const ENTRIES = [
  { name: "Dossier, ranking alone", engine: "dossier", call: "search" },
  { name: "Dossier, full answer", engine: "dossier", call: "answer" },
  ...PEERS.map((engine) => ({ name: NAMES[engine], engine, call: "search" })),
];

const { values: options, positionals: [folder] } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: "string" }, rounds: { type: "string", default: "5" }, loads: { type: "string", default: "3" } },
});
if (!folder) throw new Error("name the folder that `cargo xtask bench --search` has built");
const root = resolve(folder);
const sizes = options.sizes?.split(",") ?? readdirSync(root).filter((name) => /^\d+$/.test(name));
const started = performance.now();
const say = (what) => console.log(`${Math.round((performance.now() - started) / 1000).toString().padStart(5)} s  ${what}`);

/** The opening that took the middle of all times. */
const middle = (openings) => openings.sort((a, b) => a.ms - b.ms)[openings.length >> 1];

/** Everything that is measured of one collection. */
async function measure(size) {
  const own = join(root, size);
  const documents = read(join(own, "documents/documents.jsonl"));
  prepareOurs(own, join(root, "engine"));
  for (const name of PEERS) {
    say(`${size} documents: the index of ${NAMES[name]}`);
    await preparePeer(own, name, documents);
  }
  const site = await serve(own);
  try {
    const queries = makeQueries(documents);
    const loads = await measureLoads(site, own, size, queries, knownItem(documents));
    return { n_docs: documents.length, blob: statSync(join(own, "collection.blob")).size, opening: middle(loads[0].cold.map((load) => load.opening)),
      queries, loads, ...(await measureQueries(site, size, queries, documents)) };
  } finally {
    site.close();
  }
}

async function measureLoads(site, own, size, queries, known) {
  const engines = ["dossier", ...PEERS].map((engine) => ({
    name: NAMES[engine],
    load: () => coldEngine(site, engine, known),
    after: () => everyQuery(site, engine, queries),
  }));
  const pages = existsSync(join(own, "page/index.html")) ? [{ name: "Dossier, whole page", isPage: true, load: () => coldPage(site, known) }] : [];
  const loads = [...engines, ...pages].map((what) => ({ ...what, cold: [] }));
  // The first load of each is not counted: the server packs its files then.
  for (let run = 0; run <= Number(options.loads); run++) {
    say(`${size} documents: cold load ${run} of ${options.loads}`);
    for (const { load, cold } of loads) {
      const figures = await load();
      if (run > 0) cold.push(figures);
    }
  }
  for (const what of loads) what.after = await what.after?.();
  return loads;
}

async function measureQueries(site, size, queries, documents) {
  const { pages, close } = await openPages(site, ["dossier", ...PEERS]);
  try {
    say(`${size} documents: ${queries.length} queries, ${options.rounds} rounds`);
    const warm = await timeQueries(pages, ENTRIES, queries, Number(options.rounds));
    const byId = new Map(documents.map((document) => [document.id, document]));
    const entries = [];
    for (const entry of ENTRIES) {
      const ids = await idsOf(pages.get(entry.engine), queries, 1);
      const right = queries.filter((query, index) => ids[index][0] !== undefined && isPlausible(query, byId.get(ids[index][0])));
      entries.push({ ...entry, right: right.length / queries.length });
    }
    return { warm, entries, matches: await matchesOf(pages.get("dossier"), queries) };
  } finally {
    await close();
  }
}

const runs = [];
for (const size of sizes.sort((a, b) => a - b)) runs.push(await measure(size));
const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const versions = Object.fromEntries(PEERS.map((name) => [NAMES[name], dependencies[name] ?? dependencies[`@${name}/${name}`]]));
const text = report(runs, versions);
const panels = runs.map(({ n_docs, entries, warm }) => ({
  title: `${n_docs} documents`,
  bars: entries.map(({ name, engine }, which) => ({ name, value: percentile(warm[which], 0.95), isOwn: engine === "dossier" })),
}));
writeFileSync(join(root, "search.md"), text);
writeFileSync(join(root, "search.svg"), chart("Warm queries, 95th percentile over all sets, in milliseconds (logarithmic)", panels, "ms"));
writeFileSync(join(root, "search.json"), JSON.stringify(runs));
console.log(`\n${text}`);
say(`done; the table, the chart and all figures are in ${folder}/search.md, .svg and .json`);
