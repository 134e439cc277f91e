// axe-core on every view, in both themes, on a desktop and on a phone: no violations at all.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { assertLanded, box, count, desktop, pages, phone, results, search, seedPage, themes } from "./harness.mjs";

const visit = pages(seedPage);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const VIEWS = {
  "the start page": (page) => box(page).waitFor(),
  "search results": (page) => find(page, '"social media"'),
  "search results narrowed by a name": async (page) => {
    await page.goto(`${page.url().split("#")[0]}#/search?q=social`);
    await count(page);
    const open = page.getByRole("button", { name: /^Filters/ });
    if (await open.isVisible()) await open.click();
    await page.getByRole("group", { name: "People" }).getByRole("checkbox", { name: /Stalinsky/ }).check();
    await count(page);
  },
  "an article at its hit": async (page) => {
    await find(page, '"social media"');
    await results(page).first().getByRole("heading").getByRole("link").click();
    await assertLanded(page);
  },
  "an article with everything unfolded": async (page) => {
    await VIEWS["an article at its hit"](page);
    await page.locator("article details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
    for (const fold of await page.locator("article button[aria-expanded=false]").all()) await fold.click();
  },
  "nothing found": async (page) => {
    await search(page, "zeppelin");
    await count(page, /no|0 /i);
  },
  "a slip, and a filter in the way": async (page) => {
    await page.goto(`${page.url().split("#")[0]}#/search?q=haveprovn+decree&outlet=Nobody`);
    await page.getByRole("link", { name: "haveproven", exact: true }).waitFor();
  },
  "an address that leads nowhere": async (page) => {
    await page.goto(`${page.url().split("#")[0]}#/nowhere`);
    await box(page).waitFor();
  },
};

async function find(page, query) {
  await search(page, query);
  await count(page);
}

for (const colorScheme of themes) {
  for (const [device, viewport] of Object.entries({ desktop, phone })) {
    for (const [view, open] of Object.entries(VIEWS)) {
      test(`axe finds nothing in ${view} (${colorScheme}, ${device})`, async (t) => {
        // The policy is lifted for axe alone; every other test runs under it.
        const page = await visit(t, "", { colorScheme, viewport, bypassCSP: true, reducedMotion: "reduce" });
        await open(page);
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join("\n")}`), []);
      });
    }
  }
}

test("axe finds nothing in the page as it is without a program", async (t) => {
  const page = await visit(t, "", { bypassCSP: true, prepare: (context) => context.addInitScript("delete globalThis.WebAssembly") });
  await page.getByRole("alert").waitFor();
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), []);
});
