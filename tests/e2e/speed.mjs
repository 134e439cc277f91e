// How long a built page (its folder is the argument) works for a keystroke, a click on a filter and the opening of an
// article, and until it is painted; long tasks and layout shifts meanwhile. What is typed and clicked is taken from the
// page itself: its most mentioned names and the words of its latest headlines. Prints figures; judges nothing.

import { article, box, desktop, eventually, launch, results, serve } from "./harness.mjs";

const MAX_QUERIES = 12;
const LONGEST_QUERY = 24;
const CLICKS = 20;
/** Milliseconds from one letter to the next, as a fast hand types. */
const BETWEEN_LETTERS = 80;

const site = await serve(process.argv[2]);
const browser = await launch();
const page = await browser.newPage({ viewport: desktop });
await page.addInitScript(() => {
  window.seen = { long: [], shifts: [] };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.seen.long.push(duration);
  }).observe({ type: "longtask" });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) window.seen.shifts.push([value, hadRecentInput]);
  }).observe({ type: "layout-shift" });
  // Resolves once what an event has changed is painted.
  window.painted = (type) => new Promise((done) => {
    addEventListener(type, () => {
      const begun = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - begun);
        port2.postMessage(0);
      });
    }, { capture: true, once: true });
  });
});
const session = await page.context().newCDPSession(page);
await session.send("Performance.enable");

/** Seconds that the page has worked: script, style, layout and paint of its main thread. */
async function worked() {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value;
}

/** What `act`, which causes an event of `type`, costs: milliseconds of work, and until it is painted. */
async function cost(type, act, settled = async () => {}) {
  await page.evaluate((type) => { window.waiting = window.painted(type); }, type);
  const before = await worked();
  await act();
  const painted = await page.evaluate(() => window.waiting);
  await settled();
  return { work: (await worked() - before) * 1000, painted };
}

const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? NaN;

function tell(what, costs) {
  const said = (key) => [0.5, 0.95, 1].map((q) => quantile(costs.map((own) => own[key]), q).toFixed(1).padStart(7)).join("");
  console.log(`${what.padEnd(22)}${String(costs.length).padStart(5)} ${said("work")}   ${said("painted")}`);
}

async function seen() {
  const { long, shifts } = await page.evaluate(() => window.seen);
  await page.evaluate(() => { window.seen.long.length = 0; window.seen.shifts.length = 0; });
  const sum = (own) => own.reduce((total, [value]) => total + value, 0);
  const worst = Math.round(Math.max(0, ...long));
  console.log(`  tasks over 50 ms: ${long.length} (longest ${worst} ms); layout shift ${sum(shifts.filter(([, recent]) => !recent)).toFixed(4)}, within half a second of a key or click ${sum(shifts.filter(([, recent]) => recent)).toFixed(4)}`);
}

await page.goto(site.address);
await page.getByRole("navigation", { name: "Views" }).waitFor();
const names = await page.locator(".start__names .name").allTextContents();
const words = (await page.locator(".hit__heading").allTextContents()).map((headline) => headline.split(/\s+/).slice(0, 3).join(" "));
const queries = [...names.filter((_, at) => at % 2 === 0), ...words].map((query) => query.slice(0, LONGEST_QUERY)).slice(0, MAX_QUERIES);
await seen();

console.log(`${"".padEnd(22)}${"n".padStart(5)} work ms: median, 95 %, most; until painted: the same`);
const strokes = { 1: [], all: [] };
for (const query of queries) {
  await box(page).fill("");
  for (const [at, letter] of [...query].entries()) {
    const own = await cost("input", () => page.keyboard.type(letter));
    await page.waitForTimeout(BETWEEN_LETTERS);
    strokes.all.push(own);
    if (at === 0) strokes[1].push(own);
  }
}
tell("keystroke", strokes.all);
tell("  the first of a word", strokes[1]);
await seen();

const clicks = [];
for (const query of queries.slice(0, 4)) {
  await box(page).fill(query);
  await box(page).press("Enter");
  await results(page).or(page.locator(".nothing")).first().waitFor();
  const boxes = await page.getByRole("navigation", { name: "Filters" }).getByRole("checkbox").evaluateAll((all) => all.map(({ id }) => id));
  for (const id of boxes.slice(0, CLICKS / 4)) {
    for (let twice = 0; twice < 2; twice++) clicks.push(await cost("click", () => page.locator(`[id="${id}"]`).click()));
  }
}
tell("click on a filter", clicks);
await seen();

const opened = [];
for (const query of queries) {
  await box(page).fill(query);
  await box(page).press("Enter");
  await results(page).or(page.locator(".nothing")).first().waitFor();
  const first = page.getByRole("list", { name: "Results", exact: true }).getByRole("link").first();
  if (!(await first.count())) continue;
  opened.push(await cost("click", () => first.click(), () => article(page).first().waitFor()));
  await page.goBack();
  await eventually(page, "the results are back", async () => (await first.count()) > 0);
}
tell("opening an article", opened);
await seen();
await browser.close();
await site.close();
