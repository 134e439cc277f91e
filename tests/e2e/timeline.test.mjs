// When articles were published, and which days their texts speak of: by bars, by words, by keyboard.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { article, assertQuiet, collectionPage, desktop, pages, phone, seedPage, themes } from "./harness.mjs";

const visit = pages(collectionPage);
const visitSeed = pages(seedPage);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const main = (page) => page.getByRole("main");
const chart = (page, name) => main(page).getByRole("group", { name });
const PUBLISHED = "Articles by day of publication";
const MENTIONED = "Days that the texts speak of";
const moments = (page) => main(page).getByRole("list", { name: "Dates in the texts" }).getByRole("listitem");

async function open(t, address = "#/timeline", options) {
  const page = await visit(t, address, options);
  await main(page).getByRole("heading", { level: 1, name: "Timeline" }).waitFor();
  await moments(page).first().waitFor();
  return page;
}

test("the tab leads there, and the dates of the texts come in their order, each with its sentence", async (t) => {
  const page = await visit(t);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Timeline" }).click();
  await moments(page).first().waitFor();
  assert.equal(await page.title(), "Timeline - The Lindholm ferry");
  const marks = await moments(page).locator("mark").allTextContents();
  assert.ok(marks.includes("14 January 2003") && marks.includes("14 January 2017"), marks.join("; "));
  assert.ok(marks.indexOf("14 January 2003") < marks.indexOf("14 January 2017"));
  const first = moments(page).filter({ hasText: "14 January 2003" });
  await first.getByRole("link").click();
  await article(page).getByRole("heading", { level: 1, name: "A chronology of the channel" }).waitFor();
  await page.goBack();
  await moments(page).first().waitFor();
  assertQuiet(page);
});

test("a bar narrows to its days, the words beside it do the same, and all dates come back", async (t) => {
  const page = await open(t);
  await main(page).getByRole("link", { name: /^1 article without|^2 articles without/ }).waitFor();
  const bars = chart(page, PUBLISHED);
  await bars.getByText("The same in words").click();
  await bars.getByRole("link", { name: /2022/ }).first().click();
  await page.waitForURL(/date=2022/);
  await page.getByRole("list", { name: "Chosen filters" }).getByText(/published: .*2022/).waitFor();
  await main(page).getByRole("link", { name: "All dates" }).first().click();
  await page.waitForURL(/#\/timeline$/);
  const mentioned = chart(page, MENTIONED);
  await mentioned.getByText("The same in words").click();
  await mentioned.getByRole("link", { name: /^2010: 1 mention$/ }).click();
  await page.waitForURL(/when=2010/);
  await page.waitForFunction(() => document.querySelectorAll(".moment").length === 1);
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll(".moment").length > 1);
  assertQuiet(page);
});

test("what can be read in two ways is said to be so", async (t) => {
  const page = await open(t, "#/timeline?q=surveyed");
  await moments(page).filter({ hasText: "03/04/2015" }).getByText(/probably: it can be read in two ways/).waitFor();
  assertQuiet(page);
});

test("one document has the days that it speaks of", async (t) => {
  const page = await visitSeed(t, "#/timeline");
  await main(page).getByRole("status").getByText(/dates? in the text$/).waitFor();
  await main(page).getByRole("heading", { level: 2, name: /^Days that the texts speak of/ }).waitFor();
  assert.equal(await main(page).getByRole("heading", { level: 2, name: /^Published/ }).count(), 0);
  assertQuiet(page);
});

for (const colorScheme of themes) {
  for (const [device, viewport] of Object.entries({ desktop, phone, narrow: { width: 320, height: 700 } })) {
    test(`axe finds nothing in the timeline, and nothing reaches over the edge (${colorScheme}, ${device})`, async (t) => {
      const page = await open(t, "#/timeline", { colorScheme, viewport, bypassCSP: true, reducedMotion: "reduce" });
      await main(page).getByText("The same in words").first().click();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${over} pixels`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join("\n")}`), []);
    });
  }
}
