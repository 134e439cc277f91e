// Searching: what a reader types and what comes back. How an article is read is in article.test.mjs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { article, assertLanded, assertQuiet, box, count, currentMark, desktop, eventually, pages, phone, results, search, seedPage } from "./harness.mjs";

const visit = pages(seedPage);

test("the page has its landmarks and the box has the focus", async (t) => {
  const page = await visit(t);
  await box(page).waitFor();
  await eventually(page, "the box has the focus", () => box(page).evaluate((box) => box === document.activeElement));
  for (const role of ["banner", "main", "contentinfo"]) assert.equal(await page.getByRole(role).count(), 1, role);
  assert.equal(await page.getByRole("search", { name: "Search" }).count(), 1);
  assertQuiet(page);
});

test("hits come while one types", async (t) => {
  const page = await visit(t);
  await box(page).pressSequentially("decr");
  assert.match(await count(page), /^1 article, 1 hit\b/);
  await box(page).pressSequentially("ee");
  assert.match(await count(page), /^1 article, 1 hit\b/);
  assert.equal(await results(page).count(), 1);
  assert.ok(await results(page).first().getByRole("heading").getByRole("link").isVisible());
  assert.ok(await results(page).first().locator("mark").first().isVisible());
  assertQuiet(page);
});

// What each query has to find in the seed: the number of hits, and what every mark says.
const QUERIES = [
  ["decree", 1, /^decree$/i],
  ['"social media"', 11, /^social media$/i],
  ["person:Stalinsky", 2, /Stalinsky$/],
  ["telegram -twitter", undefined, /^telegram$/i],
  ["radicali", 2, /^radicalized$/i],
  ['"social media', 11, /^social media$/i],
  ["DÉCREE", 1, /^decree$/i],
];

for (const [query, hits, mark] of QUERIES) {
  test(`\`${query}\` gives its hits, and every one of them is marked where it leads`, async (t) => {
    const page = await visit(t);
    await search(page, query);
    const [, found] = (await count(page)).match(/^1 article, (\d+) hits?/);
    if (hits) assert.equal(Number(found), hits);
    const lines = await results(page).count();
    assert.ok(lines > 0);
    for (let line = 0; line < lines; line++) {
      if (query.includes("-twitter")) assert.doesNotMatch(await results(page).nth(line).textContent(), /twitter/i);
      await results(page).nth(line).getByRole("heading").getByRole("link").click();
      assert.match(await assertLanded(page), mark);
      await page.goBack();
      await results(page).nth(line).waitFor();
    }
    assertQuiet(page);
  });
}

test("a word that is not there is said to be not there, with the query kept", async (t) => {
  const page = await visit(t);
  await search(page, "zeppelin");
  await count(page, /no|0 /i);
  assert.equal(await box(page).inputValue(), "zeppelin");
  assert.equal(await results(page).count(), 0);
  assert.match(await page.getByRole("main").textContent(), /zeppelin/);
  assertQuiet(page);
});

test("a slip is met with a spelling of this collection, which one click puts in its place", async (t) => {
  const page = await visit(t);
  await search(page, '"haveprovn"');
  const main = page.getByRole("main");
  await main.getByRole("heading", { name: "“haveprovn” is not in this collection" }).waitFor();
  await main.getByRole("link", { name: "haveproven", exact: true }).click();
  assert.match(await count(page, /^1 article/), /^1 article, 1 hit$/);
  assert.equal(await box(page).inputValue(), '"haveproven"');
  assert.match(page.url(), /q=%22haveproven%22/);
  await page.goBack();
  await main.getByRole("heading", { name: "“haveprovn” is not in this collection" }).waitFor();
  assertQuiet(page);
});

test("what stands in the way can be left out, with the number of what is found then", async (t) => {
  for (const viewport of [desktop, phone]) {
    const page = await visit(t, "#/search?q=zeppelin+decree+date%3A1999", { viewport });
    const main = page.getByRole("main");
    await main.getByRole("heading", { name: "“zeppelin” is not in this collection" }).waitFor();
    assert.equal(await main.getByRole("link", { name: /^Without/ }).count(), 0, "nothing is offered that does not help");
    await search(page, "decree date:1999");
    const offer = main.getByRole("link", { name: "Without “dated 1999”: 1 paragraph" });
    await offer.click();
    await count(page, /^1 article/);
    assert.equal(await box(page).inputValue(), "decree");
    await page.goto(`${page.url().split("#")[0]}#/search?q=decree&outlet=Nobody`);
    await main.getByRole("link", { name: "Without “outlet: Nobody”: 1 paragraph" }).click();
    await count(page, /^1 article/);
    assert.match(page.url(), /#\/search\?q=decree$/);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the page");
    assertQuiet(page);
  }
});

test("back, reload and a new tab restore the search", async (t) => {
  const page = await visit(t);
  await search(page, '"social media"');
  const announced = await count(page);
  await results(page).nth(2).getByRole("heading").getByRole("link").click();
  await currentMark(page).first().waitFor();
  await page.goBack();
  assert.equal(await count(page), announced);
  assert.equal(await box(page).inputValue(), '"social media"');
  await page.reload();
  assert.equal(await count(page), announced);
  assert.equal(await box(page).inputValue(), '"social media"');
  const other = await page.context().newPage();
  await other.goto(page.url());
  assert.equal(await count(other), announced);
  assert.equal(await box(other).inputValue(), '"social media"');
  assertQuiet(page);
});

test("an article's address restores the article at its hit", async (t) => {
  const page = await visit(t);
  await search(page, "decree");
  await results(page).first().getByRole("heading").getByRole("link").click();
  const marked = await assertLanded(page);
  await page.reload();
  assert.equal(await assertLanded(page), marked);
  const other = await page.context().newPage();
  await other.goto(page.url());
  assert.equal(await assertLanded(other), marked);
  assert.match(await article(other).first().getByRole("heading").first().textContent(), /ISIS Forbids/);
});

test("typing does not fill the history", async (t) => {
  const page = await visit(t);
  await box(page).waitFor();
  const before = await page.evaluate(() => history.length);
  await box(page).pressSequentially("decree");
  await count(page);
  assert.ok((await page.evaluate(() => history.length)) <= before + 1);
});

test("an address that leads nowhere is answered with a sentence and a way on", async (t) => {
  for (const address of ["#/nowhere", "#/a/no-such-article", "#/a/%E0%A4%A", "#/search?q=%"]) {
    const page = await visit(t, address);
    await page.getByRole("main").waitFor();
    await box(page).waitFor();
    assert.ok((await page.getByRole("main").textContent()).trim().length > 10, address);
    assertQuiet(page);
  }
});
