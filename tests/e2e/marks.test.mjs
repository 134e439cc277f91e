// What a reader has done with the articles: opened, kept, tagged, not seen before; asked for in the box and in the filters.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { article, assertQuiet, box, collectionPage, desktop, eventually, pages, phone, results, search, themes } from "./harness.mjs";

const visit = pages(collectionPage);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const reading = (page) => page.getByRole("group", { name: "Your reading" });
const titles = (page) => results(page).getByRole("heading").getByRole("link").allTextContents();
const goTo = (page, fragment) => page.goto(`${page.url().split("#")[0]}${fragment}`);

async function open(page, slug) {
  await goTo(page, `#/a/${slug}`);
  await article(page).getByRole("heading", { level: 1 }).waitFor();
}

/** Makes the browser believe that it saw a build without these articles. */
async function withoutArticles(page, n) {
  await page.evaluate((n) => {
    const key = Object.keys(localStorage).find((key) => key.startsWith("dossier.articles "));
    const [all] = localStorage.getItem(key).split("|");
    localStorage.setItem(key, `${all.slice(8 * n)}|`);
  }, n);
  await page.goto("about:blank");
}

test("opened articles are told from others, in the box and in the filters", async (t) => {
  const page = await visit(t, "#/search?q=sandbank");
  await results(page).first().waitFor();
  assert.equal(await reading(page).count(), 0, "before anything is done there is nothing to filter by");
  const all = await titles(page);
  await open(page, "lighthouse");
  await results(page).first().waitFor({ state: "hidden" });
  await goTo(page, "#/search?q=sandbank");
  await results(page).first().getByRole("heading").getByRole("link").click();
  await article(page).getByRole("heading", { level: 1 }).waitFor();
  await goTo(page, "#/search?q=sandbank");
  await reading(page).getByRole("link", { name: "Not opened yet", exact: true }).click();
  await eventually(page, "one less", async () => (await results(page).count()) === all.length - 1);
  assert.equal(await box(page).inputValue(), "sandbank is:unread");
  assert.deepEqual(await titles(page), all.slice(1));
  assert.equal(await reading(page).getByRole("link", { name: "Not opened yet", exact: true }).getAttribute("aria-current"), "true");
  // What is opened from the list stays in it until it is asked again.
  await results(page).first().getByRole("heading").getByRole("link").click();
  await article(page).getByRole("heading", { level: 1 }).waitFor();
  await page.goBack();
  await results(page).first().getByText("✓ read").waitFor();
  assert.deepEqual(await titles(page), all.slice(1));
  await reading(page).getByRole("link", { name: "Not opened yet", exact: true }).click();
  await eventually(page, "all again", async () => (await results(page).count()) === all.length);
  await reading(page).getByRole("link", { name: "Opened", exact: true }).click();
  await eventually(page, "both that were opened", async () => (await results(page).count()) === 2);
  assert.equal(await box(page).inputValue(), "sandbank is:read");
  await reading(page).getByRole("link", { name: "Opened", exact: true }).click();
  await eventually(page, "all again", async () => (await results(page).count()) === all.length);
  // Marks are left out, and joined; what is counted does not change with what is chosen of them.
  const n = (name) => reading(page).getByRole("listitem").filter({ hasText: new RegExp(`^${name}`) }).locator(".facet-value__count").textContent();
  await reading(page).getByRole("link", { name: "not Opened", exact: true }).click();
  await eventually(page, "those that were not opened", async () => (await results(page).count()) === all.length - 2);
  assert.equal(await box(page).inputValue(), "sandbank -is:read");
  assert.equal(await n("Opened"), "2");
  await reading(page).getByRole("link", { name: "Opened", exact: true }).click();
  await eventually(page, "those that were opened", async () => (await results(page).count()) === 2);
  await reading(page).getByRole("link", { name: "Not opened yet", exact: true }).click();
  await eventually(page, "one or the other", async () => (await results(page).count()) === all.length);
  assert.equal(await box(page).inputValue(), "sandbank (is:read OR is:unread)");
  assert.deepEqual([await n("Opened"), await n("Not opened yet")], ["2", String(all.length - 2)]);
  await search(page, "is:read");
  await eventually(page, "the lighthouse too", async () => (await results(page).count()) === 3);
  assertQuiet(page);
});

test("kept articles and words behind # in notes are found", async (t) => {
  const page = await visit(t, "#/a/lighthouse");
  await article(page).getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("s");
  await page.getByRole("button", { name: "★ Kept", pressed: true }).waitFor();
  await goTo(page, "#/search?q=is%3Akept");
  assert.deepEqual(await titles(page), ["Keepers return to the lighthouse"]);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /^Notebook/ }).click();
  await page.getByRole("main").getByRole("textbox", { name: /^Note to/ }).fill("Ask the keeper. #Check");
  await page.getByRole("main").getByRole("textbox", { name: /^Note to/ }).blur();
  await search(page, "tag:check");
  await results(page).first().waitFor();
  assert.deepEqual(await titles(page), ["Keepers return to the lighthouse"]);
  await search(page, "tag:other");
  await page.getByRole("heading", { name: "No article has what was asked" }).waitFor();
  await page.getByText("tag: finds words behind # in the notes of your notebook.").waitFor();
  await search(page, "is:great");
  await page.getByText("is: knows unread, read, kept").waitFor();
  assertQuiet(page);
});

test("what an earlier build did not have is new until it is opened", async (t) => {
  const page = await visit(t);
  const address = page.url().split("#")[0];
  await page.getByRole("navigation", { name: "Views" }).waitFor();
  assert.equal(await page.getByText("since your last visit").count(), 0, "on a first visit nothing is new");
  await withoutArticles(page, 2);
  await page.goto(address);
  await page.getByRole("link", { name: "2 new articles since your last visit" }).click();
  await results(page).nth(1).waitFor();
  assert.equal(await results(page).count(), 2);
  await results(page).first().getByText("● new since your last visit").waitFor();
  await page.reload();
  await results(page).nth(1).waitFor();
  await results(page).first().getByRole("heading").getByRole("link").click();
  await article(page).getByRole("heading", { level: 1 }).waitFor();
  await page.goto(address);
  await page.getByRole("link", { name: "1 new article since your last visit" }).waitFor();
  assertQuiet(page);
});

for (const theme of themes) {
  for (const viewport of [desktop, phone]) {
    test(`the filter by reading has no barriers: ${theme}, ${viewport.width} wide`, async (t) => {
      const page = await visit(t, "#/a/lighthouse", { colorScheme: theme, viewport });
      await article(page).getByRole("heading", { level: 1 }).waitFor();
      await goTo(page, "#/search?q=is%3Aread");
      await results(page).first().waitFor();
      if (viewport === phone) await page.getByRole("button", { name: /^Filters/ }).click();
      await reading(page).getByRole("link", { name: "Opened", exact: true }).waitFor();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
      assertQuiet(page);
    });
  }
}
