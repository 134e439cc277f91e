// How long connections take in a browser: `node links.mjs FOLDER`, where FOLDER holds the blob of a collection and, beside
// it, the engine that `cargo xtask bench --links` has built. Pairs of names look random and are the same each time.
// Prints figures; judges nothing.

import { join, resolve } from "node:path";
import { openPages } from "./search/browser.mjs";
import { prepareOurs } from "./search/prepare.mjs";
import { percentile } from "./search/report.mjs";
import { serve } from "./search/server.mjs";

const N_PAIRS = 1_000;
const N_FAMOUS = 50;

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("name the folder that `cargo xtask bench --links` has built");
const own = resolve(folder);
prepareOurs(own, join(own, "../engine"));
const site = await serve(own);
const { pages, close } = await openPages(site, ["dossier"]);

/** In the page: the times of pairs among the `n` names that stand in most sentences, and how many pairs are connected. */
async function timePairs({ n, nPairs }) {
  const { engine, sample } = globalThis.bench;
  const names = engine.names().slice(0, n);
  // Park and Miller's generator.
  let state = 1;
  const next = () => names[(state = (state * 48271) % 2147483647) % names.length];
  const figures = { n: names.length, together: [], chains: [], linked: 0, chained: 0 };
  while (figures.together.length < nPairs) {
    const pair = [next(), next()];
    if (pair[0] === pair[1]) continue;
    figures.linked += engine.together(pair) > 0;
    figures.chained += engine.chains(pair) > 0;
    for (const call of ["together", "chains"]) figures[call].push(await sample(call, pair));
  }
  return figures;
}

try {
  for (const n of [Infinity, N_FAMOUS]) {
    const figures = await pages.get("dossier").evaluate(timePairs, { n, nPairs: N_PAIRS });
    console.log(`${N_PAIRS} pairs of ${figures.n} names: ${figures.linked} in one sentence, ${figures.chained} by chains`);
    for (const [call, what] of [["together", "what both share"], ["chains", "chains"]]) {
      const [median, high, most] = [0.5, 0.95, 1].map((share) => percentile(figures[call], share).toFixed(2));
      console.log(`  ${what.padEnd(16)} median ${median} ms, 95 % ${high}, most ${most}`);
    }
  }
} finally {
  await close();
  site.close();
}
