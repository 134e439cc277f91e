// The notebook: what is kept, written to it, saved, loaded, lost and found again.

import assert from "node:assert/strict";
import { readFile, writeFile, mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { article, assertQuiet, box, collectionPage, desktop, eventually, pages, phone, results, themes } from "./harness.mjs";

const visit = pages(collectionPage);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const main = (page) => page.getByRole("main");
const kept = (page) => main(page).getByRole("list", { name: "Kept" }).getByRole("listitem");
const tab = (page) => page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /^Notebook/ });
const told = (page) => main(page).getByRole("status").first();

/** Selects a sentence of the article as a reader's hand would. */
const select = (page, words) =>
  page.locator("span.sentence").filter({ hasText: words }).first().evaluate((sentence) => getSelection().selectAllChildren(sentence));

/** Keeps an article, a passage and a search. */
async function fill(t, page) {
  await page.goto(`${page.url().split("#")[0]}#/search?q=sandbank&sort=oldest`);
  await results(page).first().waitFor();
  await page.getByRole("button", { name: "☆ Keep this search" }).click();
  await page.getByRole("button", { name: "★ This search is kept" }).waitFor();
  await results(page).first().getByRole("heading").getByRole("link").click();
  await article(page).getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("s");
  await page.getByRole("button", { name: "★ Kept", pressed: true }).waitFor();
  await select(page, "Nobody ever answered");
  await page.getByRole("button", { name: "Keep in the notebook" }).click();
  await tab(page).getByText("Notebook (3)").waitFor();
  await tab(page).click();
  await kept(page).nth(2).waitFor();
}

async function save(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), main(page).getByRole("button", { name: "Save to file" }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

async function load(t, page, name, text) {
  const folder = await mkdtemp(join(tmpdir(), "dossier-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, name), text);
  await main(page).getByLabel("Load file", { exact: true }).setInputFiles(join(folder, name));
}

test("an article, words and a search are kept, written to, and there after a reload; the words lead to their place", async (t) => {
  const page = await visit(t);
  await tab(page).click();
  await main(page).getByText("Nothing is kept yet.").waitFor();
  await fill(t, page);
  const note = kept(page).nth(2).getByRole("textbox", { name: /^Note to/ });
  await note.fill("Ask her for the letters.");
  await kept(page).nth(2).getByRole("button", { name: /^Move up/ }).click();
  await page.reload();
  assert.equal(await kept(page).nth(1).getByRole("textbox").inputValue(), "Ask her for the letters.");
  await kept(page).nth(1).getByRole("link", { name: /Nobody ever answered/ }).click();
  await page.locator("span.sentence[aria-current=location]").getByText(/Nobody ever answered/).waitFor();
  assert.match((await page.locator("article .kept").allTextContents()).join(""), /Nobody ever answered my letters/);
  await page.goBack();
  await kept(page).nth(0).getByRole("link", { name: "sandbank" }).click();
  await page.waitForURL(/#\/search\?q=sandbank&sort=oldest$/);
  await results(page).first().getByText("✓ read").waitFor();
  assertQuiet(page);
});

test("what is removed can be taken back", async (t) => {
  const page = await visit(t);
  await fill(t, page);
  const before = await kept(page).allTextContents();
  await kept(page).nth(1).getByRole("button", { name: /^Remove/ }).click();
  await eventually(page, "one is gone", async () => (await kept(page).count()) === 2);
  await main(page).getByRole("button", { name: "Take it back" }).click();
  await eventually(page, "it is back", async () => (await kept(page).count()) === 3);
  assert.deepEqual(await kept(page).allTextContents(), before);
  assertQuiet(page);
});

test("a saved notebook is loaded elsewhere, twice without doubles, and says where entries came from", async (t) => {
  const page = await visit(t);
  await fill(t, page);
  const file = await save(page);
  assert.equal(file.name, "notebook-The-Lindholm-ferry.json");
  assert.equal(JSON.parse(file.text).entries.length, 3);
  const other = await visit(t, "#/notebook");
  await load(t, other, "from-anna.json", file.text);
  await told(other).getByText("from-anna.json: 3 entries added, 0 there already.").waitFor();
  assert.match(await kept(other).first().textContent(), /from from-anna\.json/);
  await load(t, other, "from-anna.json", file.text);
  await told(other).getByText("0 entries added, 3 there already.").waitFor();
  const disclosure = main(other).locator("details.take-away");
  await disclosure.locator("summary").click();
  const [download] = await Promise.all([other.waitForEvent("download"), disclosure.getByRole("button", { name: "Notebook (CSV)" }).click()]);
  const rows = parse(await readFile(await download.path(), "utf8"), { bom: true, columns: true });
  assert.deepEqual(rows.map((row) => row.kind), ["search", "article", "passage"]);
  const [brief] = await Promise.all([other.waitForEvent("download"), disclosure.getByRole("button", { name: "Brief (HTML)" }).click()]);
  const reader = await other.context().newPage();
  await reader.setContent(await readFile(await brief.path(), "utf8"));
  await reader.getByRole("heading", { level: 1, name: "From “The Lindholm ferry”" }).waitFor();
  assert.match(await reader.locator("blockquote").textContent(), /Nobody ever answered my letters/);
  assert.equal(await reader.getByRole("link").count(), 3);
  assertQuiet(other);
});

test("ten thousand notes are loaded, written to, kept by the browser and saved again", async (t) => {
  const page = await visit(t, "#/notebook");
  await main(page).getByText("Nothing is kept yet.").waitFor();
  const entries = Array.from({ length: 10_000 }, (_, at) => ({
    article: "lighthouse", title: "Keepers return to the lighthouse", source: "Skerry Review", words: `words ${at}`, note: `Note number ${at}`,
  }));
  const collection = await page.locator(".header__title").textContent();
  await load(t, page, "many.json", JSON.stringify({ format: "Dossier notebook 1", collection, entries }));
  await tab(page).getByText("Notebook (10,000)").waitFor();
  assert.equal(await kept(page).count(), 100);
  await main(page).getByRole("button", { name: "Show 100 more of 10,000" }).click();
  await kept(page).nth(199).waitFor();
  const note = kept(page).nth(150).getByRole("textbox", { name: /^Note to/ });
  await note.fill("Changed.");
  await note.blur();
  await page.reload();
  await tab(page).getByText("Notebook (10,000)").waitFor();
  const saved = JSON.parse((await save(page)).text);
  assert.equal(saved.entries[150].note, "Changed.");
  assert.deepEqual(saved.entries.map(({ words }) => words), entries.map(({ words }) => words));
  assertQuiet(page);
});

test("a damaged file changes nothing, and what is not in this collection keeps its words", async (t) => {
  const page = await visit(t);
  await fill(t, page);
  const { text } = await save(page);
  for (const damaged of ["", text.slice(0, 200), "[1]", '{"format":"Something else"}']) {
    await load(t, page, "damaged.json", damaged);
    await told(page).getByText(/^damaged\.json: .*Nothing was changed\.$/s).waitFor();
    assert.equal(await kept(page).count(), 3);
  }
  const other = JSON.parse(text);
  other.collection = "Another collection";
  other.entries = [
    { article: "no-such-article", title: "Gone", words: "Words that were there.", note: "Still mine." },
    { article: other.entries[1].article, title: "Changed", words: "Words that nobody wrote." },
    { search: "javascript:alert(1)", title: "A trap" },
  ];
  await load(t, page, "other.json", JSON.stringify(other));
  await told(page).getByText("It is of another collection, “Another collection”.").waitFor();
  await kept(page).filter({ hasText: "Words that were there." }).getByText("This article is not in the collection.").waitFor();
  assert.equal(await kept(page).filter({ hasText: "Words that were there." }).getByRole("link").count(), 0);
  await kept(page).filter({ hasText: "Words that nobody wrote." }).getByText("These words are no longer in the article.").waitFor();
  assert.match(await kept(page).filter({ hasText: "A trap" }).getByRole("link").getAttribute("href"), /^#\//);
  assertQuiet(page);
});

test("two tabs have one notebook", async (t) => {
  const page = await visit(t);
  const second = await page.context().newPage();
  await second.goto(`${page.url().split("#")[0]}#/notebook`);
  await main(second).getByText("Nothing is kept yet.").waitFor();
  // A tab behind another one draws seldom, and what is done in it takes long.
  await page.bringToFront();
  await fill(t, page);
  await second.bringToFront();
  await kept(second).nth(2).waitFor();
  await kept(second).nth(0).getByRole("button", { name: /^Remove/ }).click();
  await page.bringToFront();
  await eventually(page, "the first tab has heard", async () => (await kept(page).count()) === 2);
});

test("where the browser refuses to keep it, the page says so and keeps it until it is closed", async (t) => {
  const prepare = (context) => context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  const page = await visit(t, "", { prepare });
  await box(page).waitFor();
  await fill(t, page);
  await main(page).getByText("This browser refuses to keep them: save them to a file before you close the page.").waitFor();
  assert.equal(JSON.parse((await save(page)).text).entries.length, 3);
  assertQuiet(page);
});

for (const colorScheme of themes) {
  for (const [device, viewport] of Object.entries({ desktop, phone, narrow: { width: 320, height: 700 } })) {
    test(`axe finds nothing in the notebook, and nothing reaches over the edge (${colorScheme}, ${device})`, async (t) => {
      const page = await visit(t, "", { colorScheme, viewport, bypassCSP: true, reducedMotion: "reduce" });
      await box(page).waitFor();
      await fill(t, page);
      await main(page).locator("details.take-away summary").click();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${over} pixels`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `${node.html.slice(0, 200)} ${node.failureSummary}`).join("\n")}`), []);
    });
  }
}
