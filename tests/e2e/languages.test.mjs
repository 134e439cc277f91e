// The page in the languages that it has tables for: taken from the browser, chosen by the reader, mirrored where it is
// written from right to left, with no word of English left between.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { assertQuiet, collectionPage, desktop, eventually, pages, phone, seedPage, themes } from "./harness.mjs";

const visit = pages(collectionPage);
const visitSeed = pages(seedPage);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The messages of a table that are on one line and have no variables, by id. */
async function table(tag) {
  const text = await readFile(new URL(`../../src/i18n/${tag}.ftl`, import.meta.url), "utf8");
  return new Map([...text.matchAll(/^([a-z-]+) = ([^{}\n]+)$/gm)].map(([, id, words]) => [id, words]));
}

const english = await table("en");
const LANGUAGES = { de: "Deutsch", fr: "Français", es: "Español", ar: "العربية" };

const VIEWS = {
  "the start page": "",
  "results": "#/search?q=ferry",
  "hits in context": "#/search?q=ferry&view=hits",
  "a table of results": "#/search?q=ferry&view=table",
  "nothing found": "#/search?q=zeppelin&outlet=Nobody",
  "a query with a notice": "#/search?q=ferry+foo:bar",
  "an article": "#/a/lighthouse?q=lighthouse",
  "names": "#/names",
  "a profile": "#/e/person/marta-kovalenko",
  "quotations": "#/quotes",
  "connections": "#/connect",
  "the timeline": "#/timeline",
  "the notebook": "#/notebook",
  "nowhere": "#/nowhere",
};

/** Opens a view in a language that the browser asks for. */
async function open(t, tag, address, options = {}) {
  const page = await visit(t, address, { locale: tag, ...options });
  await page.locator(`html[lang=${tag}]`).waitFor();
  await page.locator("h1").first().waitFor();
  return page;
}

/** Everything that the page says, seen or not. */
const said = (page) => page.evaluate(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
    else for (const name of ["aria-label", "title", "placeholder"]) texts.push(node.getAttribute(name) ?? "");
  }
  return texts.map((text) => text.trim()).filter(Boolean);
});

for (const [tag, own] of Object.entries(LANGUAGES)) {
  const words = await table(tag);

  test(`a browser that asks for ${tag} gets the page in it, with nothing in English`, async (t) => {
    const translated = new Set([...english].filter(([id, text]) => words.get(id) !== text).map(([, text]) => text));
    const kept = new Set(words.values());
    for (const [view, address] of Object.entries(VIEWS)) {
      const page = await open(t, tag, address);
      const left = (await said(page)).filter((text) => translated.has(text) && !kept.has(text));
      assert.deepEqual(left, [], `${view} in ${tag}`);
      assert.equal(await page.locator("html").getAttribute("dir"), tag === "ar" ? "rtl" : "ltr");
      assertQuiet(page);
      await page.context().close();
    }
  });

  test(`${own} is chosen at the foot of the page, stays, and leaves the address and the focus as they were`, async (t) => {
    const page = await visit(t, "#/names");
    const choice = page.getByRole("contentinfo").getByRole("combobox");
    await choice.waitFor();
    assert.equal(await page.getByRole("heading", { level: 1 }).textContent(), "Names");
    await choice.selectOption({ label: own });
    await page.getByRole("heading", { level: 1, name: words.get("names-title"), exact: true }).waitFor();
    await page.getByRole("contentinfo").getByText(words.get("footer-language"), { exact: true }).waitFor();
    await eventually(page, "the choice has the focus", () => choice.evaluate((list) => list === document.activeElement));
    assert.match(page.url(), /#\/names$/);
    assert.ok((await page.title()).includes(words.get("view-names")), await page.title());
    await page.reload();
    await page.getByRole("heading", { level: 1, name: words.get("names-title"), exact: true }).waitFor();
    await choice.selectOption({ label: "English" });
    await page.getByRole("heading", { level: 1, name: "Names", exact: true }).waitFor();
    assertQuiet(page);
  });
}

test("numbers, plurals and dates are those of the language", async (t) => {
  const german = await visitSeed(t, "#/search?q=media", { locale: "de-AT" });
  await german.getByRole("status").filter({ hasText: /^1 Artikel, \d+ Treffer$/ }).first().waitFor();
  const arabic = await visit(t, "#/search?q=harbour", { locale: "ar" });
  await arabic.getByRole("status").filter({ hasText: /مقال|مقالات|مقالان/ }).first().waitFor();
  const french = await visit(t, "#/a/lighthouse", { locale: "fr" });
  await french.getByText("5 novembre 2020").first().waitFor();
  const spanish = await visit(t, "#/a/lighthouse", { locale: "es" });
  await spanish.getByText("5 de noviembre de 2020").first().waitFor();
});

test("how a query was read is said in the language", async (t) => {
  const page = await open(t, "de", "#/search?q=ferry+NEAR/s+harbour+-storm");
  await page.getByText("ferry im selben Satz wie harbour; nicht storm").waitFor();
});

test("from right to left the page is mirrored, and what is written from left to right stays so", async (t) => {
  const page = await open(t, "ar", "#/search?q=ferry");
  const filters = await page.locator(".filters").boundingBox();
  const results = await page.locator("#results").boundingBox();
  assert.ok(filters.x > results.x + results.width - 1, "the filters stand at the right");
  const headline = page.locator(".hit__heading").first();
  assert.equal(await headline.evaluate((one) => getComputedStyle(one).direction), "ltr");
  await page.locator(".hit__link").first().click();
  await page.locator(".article__text").first().waitFor();
  assert.equal(await page.locator(".article__text").first().evaluate((one) => getComputedStyle(one).direction), "ltr");
});

for (const [view, address] of Object.entries(VIEWS)) {
  for (const colorScheme of themes) {
    for (const [device, viewport] of Object.entries({ desktop, phone })) {
      test(`axe finds nothing from right to left in ${view}, and nothing reaches over the edge (${colorScheme}, ${device})`, async (t) => {
        // The policy is lifted for axe alone; every other test runs under it.
        const page = await open(t, "ar", address, { colorScheme, viewport, bypassCSP: true, reducedMotion: "reduce" });
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join("\n")}`), []);
        const [whole, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(whole <= shown, `${whole} of ${shown} pixels`);
      });
    }
  }
}
