// How well other engines rank: `node relevance.mjs SET [FOLDER]`, where SET is a folder with `docs.jsonl`, `queries.jsonl`
// and `qrels.tsv`. Every engine is run in several settings, with queries that any of their words answers; each run is
// written into FOLDER (target/bench/relevance unless told) for tools that read TREC runs, and scored here.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { averagePrecision, ndcg } from "./relevance/measures.mjs";
import { settings } from "./relevance/settings.mjs";

/** As deep as evaluations of rankings look. */
const DEPTH = 1000;

const [set, out = fileURLToPath(new URL("../../target/bench/relevance", import.meta.url))] = process.argv.slice(2);
if (!set) throw new Error("name a folder with docs.jsonl, queries.jsonl and qrels.tsv");
const lines = (name) => readFileSync(join(set, name), "utf8").split("\n").filter((line) => line.trim());
const documents = lines("docs.jsonl").map((line) => JSON.parse(line)).map(({ id, title, text }) => ({ id: String(id), title: title ?? "", text }));
const queries = lines("queries.jsonl").map((line) => JSON.parse(line));
const judged = new Map();
for (const [query, document, grade] of lines("qrels.tsv").map((line) => line.split(/\s+/))) {
  if (Number(grade) <= 0) continue;
  if (!judged.has(query)) judged.set(query, new Map());
  judged.get(query).set(document, Number(grade));
}

const folder = join(resolve(out), basename(resolve(set)));
mkdirSync(folder, { recursive: true });
const rows = [];
for (const { engine, setting, open } of settings) {
  const search = await open(documents, DEPTH);
  const rankings = new Map();
  for (const { id, text } of queries) rankings.set(String(id), (await search(text)).slice(0, DEPTH));
  const name = `${engine} ${setting}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  // Tools sort by score; the scale of an engine's own says nothing, so the rank is all that is written.
  const run = [...rankings].flatMap(([query, ids]) => ids.map((id, index) => `${query} Q0 ${id} ${index + 1} ${DEPTH - index} ${name}\n`));
  writeFileSync(join(folder, `${name}.trec`), run.join(""));
  const mean = (measure) => [...judged].reduce((sum, [query, grades]) => sum + measure(rankings.get(query) ?? [], grades), 0) / judged.size;
  rows.push({ engine, setting, ndcg: mean((ranking, grades) => ndcg(ranking, grades, 10)), map: mean(averagePrecision) });
}
console.log(`${basename(resolve(set))}: ${judged.size} judged queries, ${documents.length} documents; the best setting of each engine by MAP first\n`);
console.log("| engine | setting | nDCG@10 | MAP |\n| --- | --- | --: | --: |");
const best = (engine) => Math.max(...rows.filter((row) => row.engine === engine).map(({ map }) => map));
rows.sort((a, b) => best(b.engine) - best(a.engine) || b.map - a.map);
for (const { engine, setting, ndcg, map } of rows) console.log(`| ${engine} | ${setting} | ${ndcg.toFixed(4)} | ${map.toFixed(4)} |`);
console.log(`\nThe runs are in ${folder}`);
