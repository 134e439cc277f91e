// Reading: the article view, its hits, names, quotations, what was cut from the page, and the keys.

import assert from "node:assert/strict";
import { test } from "node:test";
import { article, assertLanded, assertQuiet, box, count, currentMark, eventually, pages, phone, results, search, seedPage } from "./harness.mjs";

const visit = pages(seedPage);

/** Opens the article from a search, as a reader does. */
async function read(t, query, options) {
  const page = await visit(t, "", options);
  await search(page, query);
  await count(page);
  await results(page).first().getByRole("heading").getByRole("link").click();
  await assertLanded(page);
  return page;
}

/** The place of the current mark among all marks of the article. */
const place = (page) => page.locator("article mark").evaluateAll((marks) => marks.findIndex((mark) => mark.ariaCurrent === "true" || mark.getAttribute("aria-current") === "true"));

test("the article opens with its headline, its text and every hit marked", async (t) => {
  const page = await read(t, '"social media"');
  assert.equal((await article(page).first().getByRole("heading").first().textContent()).trim(), "ISIS Forbids Its Fighters To Use Social Media");
  const text = (await article(page).first().textContent()).replace(/\s+/g, " ");
  assert.match(text, /haveproven useful in connecting the dots/, "typing errors of the source are kept");
  const marks = await page.locator("article mark").allTextContents();
  assert.equal(marks.filter((mark) => /^social media$/i.test(mark)).length, 11);
  assertQuiet(page);
});

test("next and previous hit step by buttons and by n and N", async (t) => {
  const page = await read(t, '"social media"');
  const first = await place(page);
  await page.getByRole("button", { name: "Next hit" }).click();
  await eventually(page, "one further", async () => (await place(page)) === first + 1);
  await assertLanded(page);
  await page.keyboard.press("n");
  await eventually(page, "two further", async () => (await place(page)) === first + 2);
  await assertLanded(page);
  await page.keyboard.press("Shift+N");
  await page.getByRole("button", { name: "Previous hit" }).click();
  await eventually(page, "back at the first", async () => (await place(page)) === first);
  await assertLanded(page);
  assert.match(await page.getByRole("main").textContent(), /\d+ of 11/);
  assertQuiet(page);
});

test("every hit can be stepped through and is in view when it is the current one", async (t) => {
  const page = await read(t, '"social media"', { viewport: phone });
  const seen = new Set();
  for (let step = 0; step < 11; step++) {
    await assertLanded(page);
    const here = await place(page);
    seen.add(here);
    await page.keyboard.press("n");
    await eventually(page, "another hit", async () => (await place(page)) !== here);
  }
  assert.equal(seen.size, 11);
});

test("no publication date is claimed where the file gives none", async (t) => {
  const page = await read(t, "decree");
  const header = (await article(page).first().textContent()).slice(0, 400);
  assert.doesNotMatch(header, /published (on )?\w+day/i);
});

test("names in the text can be followed", async (t) => {
  const page = await read(t, "decree");
  const name = article(page).first().getByRole("button", { name: /Stalinsky/ }).or(article(page).first().getByRole("link", { name: /Stalinsky/ }));
  await name.first().click();
  await eventually(page, "something about the name", async () => /Steve Stalinsky/.test(await page.locator("body").textContent()));
  assertQuiet(page);
});

test("quotations stand with their speaker", async (t) => {
  const page = await read(t, "decree");
  const text = await page.locator("body").textContent();
  for (const speaker of [/memo/i, /Steve Stalinsky/, /Godfrey Garner/]) assert.match(text, speaker);
  assertQuiet(page);
});

test("what was cut stands folded at its place with the reason, and opens", async (t) => {
  const page = await read(t, "decree");
  const cut = article(page).first().getByText("- Advertisement -");
  assert.equal(await cut.isVisible(), false);
  const folds = article(page).first().locator("details");
  await folds.first().locator("summary").click();
  await cut.waitFor();
  for (const part of ["53 F", "Washington D.C.", "Related Articles"]) {
    assert.ok(await article(page).first().getByText(part).first().isVisible(), part);
  }
  assert.match(await folds.first().textContent(), /weather|date|place/i, "the reason");
  await folds.first().locator("summary").click();
  await cut.waitFor({ state: "hidden" });
  assertQuiet(page);
});

test("Escape returns to the results, and back restores the query", async (t) => {
  const page = await read(t, '"social media"');
  for (let press = 0; press < 4 && !(await results(page).count()); press++) {
    await page.keyboard.press("Escape");
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await results(page).first().waitFor();
  assert.equal(await box(page).inputValue(), '"social media"');
});

test("the whole way goes by keyboard alone", async (t) => {
  const page = await visit(t);
  await box(page).waitFor();
  await box(page).blur();
  await page.keyboard.press("/");
  await eventually(page, "the box has the focus", () => box(page).evaluate((box) => box === document.activeElement));
  await page.keyboard.type("social");
  await count(page);
  await page.keyboard.press("Enter");
  await box(page).blur();
  const focused = () => results(page).evaluateAll((all) => all.findIndex((one) => one.contains(document.activeElement)));
  await page.keyboard.press("j");
  await eventually(page, "the first result has the focus", async () => (await focused()) === 0);
  await page.keyboard.press("j");
  await eventually(page, "the second result has the focus", async () => (await focused()) === 1);
  await page.keyboard.press("k");
  await eventually(page, "the first result has the focus again", async () => (await focused()) === 0);
  await page.keyboard.press("Enter");
  await assertLanded(page);
  const here = await place(page);
  await page.keyboard.press("n");
  await eventually(page, "the next hit", async () => (await place(page)) === here + 1);
  await page.keyboard.press("Escape");
  await eventually(page, "the results", async () => {
    if (await results(page).count()) return true;
    await page.keyboard.press("Escape");
    return false;
  });
  assertQuiet(page);
});

test("nothing scrolls sideways on a narrow phone", async (t) => {
  for (const address of ["", "#/search?q=social"]) {
    const page = await visit(t, address, { viewport: { width: 320, height: 640 } });
    await box(page).waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), address);
  }
  const page = await read(t, "decree", { viewport: { width: 320, height: 640 } });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "article");
});
