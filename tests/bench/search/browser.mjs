// Drives the browser: cold loads, memory, and the times of warm queries. What is measured is said in report.mjs.

import { readFileSync } from "node:fs";
import { box, launch, results } from "../../e2e/harness.mjs";

const TIMEOUT_MS = 120_000;

/** The most memory that the browser's busiest page process has held, in bytes; undefined where there is no /proc. */
async function peakOf(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const peaks = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => {
    try {
      return 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]);
    } catch {
      return NaN;
    }
  });
  return Math.max(...peaks.filter(Number.isFinite), -Infinity);
}

/** In every page, before its own code: keeps the memories of all WebAssembly, which the heap does not count. */
function keepMemories() {
  globalThis.memories = new Set();
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.apply(WebAssembly, given);
      for (const value of Object.values((made.instance ?? made).exports)) {
        if (value instanceof WebAssembly.Memory) globalThis.memories.add(value);
      }
      return made;
    };
  }
}

/** JavaScript's heap, its buffers and WebAssembly's memory, after garbage is collected. */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  const memories = await page.evaluate(() => [...globalThis.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  return usedSize + backingStorageSize + memories;
}

/** The engine of a page, once it has answered its first query. */
async function whenOpen(page) {
  await page.waitForFunction(() => globalThis.bench || globalThis.failure, undefined, { timeout: TIMEOUT_MS });
  const failure = await page.evaluate(() => globalThis.failure);
  if (failure) throw new Error(`${page.url()}: ${failure}`);
  return page.evaluate(() => globalThis.bench.first);
}

const engineAddress = (site, engine, query) =>
  `${site.address}/engines/${engine}/${query ? `?first=${encodeURIComponent(JSON.stringify(query))}` : ""}`;

/** A new browser with one empty page; `work` gets the page and gives figures, to which the peak of memory is added. */
async function inNewBrowser(site, work) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(TIMEOUT_MS);
    await page.addInitScript(keepMemories);
    await page.goto(`${site.address}/`);
    const empty = await peakOf(browser);
    site.taken();
    const figures = await work(page);
    return { ...figures, peak: (await peakOf(browser)) - empty };
  } finally {
    await browser.close();
  }
}

/** From nothing to the right answer of an engine: time, bytes, memory. */
export function coldEngine(site, engine, { query, document }) {
  return inNewBrowser(site, async (page) => {
    await page.goto(engineAddress(site, engine, query), { waitUntil: "commit" });
    const { ms, ids, opening } = await whenOpen(page);
    if (!ids.includes(document.id)) throw new Error(`${engine} does not find ${document.id} by ${query.typed}`);
    return { ms, bytes: site.taken(), heap: await heapOf(page), opening };
  });
}

/** From nothing to the right answer of the built page, typed into its box. The time includes that of the driver. */
export function coldPage(site, { query, document }) {
  return inNewBrowser(site, async (page) => {
    const started = performance.now();
    await page.goto(`${site.address}/page/`, { waitUntil: "commit" });
    await box(page).fill(query.typed);
    await results(page).getByRole("heading").filter({ hasText: document.title }).first().waitFor();
    return { ms: performance.now() - started, bytes: site.taken(), heap: await heapOf(page) };
  });
}

/** All queries once, in a new browser: what was loaded and held by the end. */
export function everyQuery(site, engine, queries) {
  return inNewBrowser(site, async (page) => {
    await page.goto(engineAddress(site, engine), { waitUntil: "commit" });
    await whenOpen(page);
    await page.evaluate((queries) => globalThis.bench.askAll(queries), queries);
    return { bytes: site.taken(), heap: await heapOf(page) };
  });
}

/** One open page for each engine, in a browser of its own: no engine's garbage is collected in another's time. */
export async function openPages(site, engines) {
  const browsers = [];
  const pages = new Map();
  for (const engine of engines) {
    const browser = await launch();
    browsers.push(browser);
    const page = await browser.newPage();
    await page.goto(engineAddress(site, engine), { waitUntil: "commit" });
    await whenOpen(page);
    pages.set(engine, page);
  }
  return { pages, close: () => Promise.all(browsers.map((browser) => browser.close())) };
}

/**
 * The times of all queries by all entries (`{ engine, call }`), by entry and query: one query after another, each asked of
 * every entry in turn, with another one first each time; the middle of `rounds` rounds.
 */
export async function timeQueries(pages, entries, queries, rounds) {
  for (const { engine } of entries) await pages.get(engine).evaluate((queries) => globalThis.bench.askAll(queries), queries);
  const samples = entries.map(() => queries.map(() => []));
  for (let round = 0; round < rounds; round++) {
    for (const [number, query] of queries.entries()) {
      for (let turn = 0; turn < entries.length; turn++) {
        const which = (turn + number + round) % entries.length;
        const { engine, call } = entries[which];
        const ask = ({ call, query }) => globalThis.bench.sample(call, query);
        samples[which][number].push(await pages.get(engine).evaluate(ask, { call, query }));
      }
    }
  }
  return samples.map((ofEntry) => ofEntry.map((times) => times.sort((a, b) => a - b)[rounds >> 1]));
}

/** The best ids of each query. */
export const idsOf = (page, queries, k) =>
  page.evaluate(async ({ queries, k }) => {
    const all = [];
    for (const query of queries) all.push(await globalThis.bench.ids(query, k));
    return all;
  }, { queries, k });

/** How many documents match each query, as our engine counts them. */
export const matchesOf = (page, queries) => page.evaluate((queries) => globalThis.bench.matches(queries), queries);
