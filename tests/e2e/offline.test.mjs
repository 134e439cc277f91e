// A hosted page that was visited once opens without a network; the single file never needed one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertQuiet, box, count, oneFile, pages, search, seedPage, serve } from "./harness.mjs";

const visit = pages(seedPage);

/** Waits until the page's files are kept and what keeps them answers for it. */
const kept = (page) => page.evaluate(async () => {
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) {
    await new Promise((taken) => navigator.serviceWorker.addEventListener("controllerchange", taken, { once: true }));
  }
  const names = await caches.keys();
  return (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((file) => file.url)))).flat();
});

test("a page that was visited opens and searches without a network", async (t) => {
  const site = await serve(seedPage);
  const page = await visit(t, "#/search?q=decree", { at: site.address });
  await count(page);
  const files = await kept(page);
  assert.equal(files.length, 4, "the page, its style, its script and its program");
  assert.ok(files.every((url) => url.startsWith(site.address)), "nothing of anybody else");
  await site.close();
  await page.reload();
  assert.match(await count(page), /^1 article, 1 hit\b/);
  await search(page, "twitter");
  await page.getByRole("list", { name: "Results" }).getByRole("article").first().waitFor();
});

test("a newer page on the host is shown as soon as there is a network", async (t) => {
  let isNewer = false;
  const change = async (name, read) =>
    isNewer && name === "index.html" ? String(await read()).replace("<html ", '<html data-newer="yes" ') : undefined;
  const site = await serve(seedPage, { change });
  t.after(() => site.close());
  const page = await visit(t, "", { at: site.address });
  await box(page).waitFor();
  await kept(page);
  isNewer = true;
  await page.reload();
  await box(page).waitFor();
  assert.equal(await page.locator("html").getAttribute("data-newer"), "yes");
});

test("the single file keeps nothing", async (t) => {
  const page = await visit(t, "", { at: oneFile(seedPage) });
  await box(page).waitFor();
  assert.equal(await page.evaluate(async () => "caches" in window ? (await caches.keys().catch(() => [])).length : 0), 0);
  assertQuiet(page);
});
