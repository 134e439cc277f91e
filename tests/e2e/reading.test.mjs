// What helps reading an article: the size of its text, the strip of hits, and what is done with selected words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { article, assertQuiet, currentMark, eventually, pages, results, seedPage } from "./harness.mjs";

const visit = pages(seedPage);
const tools = (page) => page.getByRole("toolbar", { name: "Selected text" });

/** Opens the seed's article at the hits of a query. */
async function read(t, query, options) {
  const page = await visit(t, `#/search?q=${query}`, options);
  await results(page).first().getByRole("heading").getByRole("link").click();
  await article(page).getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** Selects the words of the current mark as a reader's hand would. */
const select = (page) => currentMark(page).first().evaluate((mark) => getSelection().selectAllChildren(mark));

test("the text grows and shrinks, and stays so after a reload", async (t) => {
  const page = await read(t, "decree");
  const size = () => article(page).evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  const usual = await size();
  await page.getByRole("button", { name: "Larger text" }).click();
  await eventually(page, "the text is larger", async () => (await size()) > usual);
  const larger = await size();
  await page.reload();
  await article(page).getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await size(), larger);
  for (let n = 0; n < 2; n++) await page.getByRole("button", { name: "Smaller text" }).click();
  await eventually(page, "the text is smaller", async () => (await size()) < usual);
  assert.ok(await page.getByRole("button", { name: "Smaller text" }).isDisabled());
  assertQuiet(page);
});

test("selected words are copied with their source and a link to their sentence", async (t) => {
  const page = await read(t, "decree", { permissions: ["clipboard-read", "clipboard-write"] });
  await select(page);
  await tools(page).getByRole("button", { name: "Copy with source" }).click();
  await tools(page).getByText("Copied.").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^“decree” \(ISIS Forbids Its Fighters To Use Social Media.*, 30 September 2022, date on the saved page\) http:\/\/127\.0\.0\.1:\d+\/some\/where\/#\/a\/[^?]+\?s=[0-9a-f]+$/);
  await page.goto(copied.split(") ").at(-1));
  await page.locator("[aria-current=location]").first().waitFor();
  assert.match((await page.locator("[aria-current=location]").allTextContents()).join(""), /decree/);
  assertQuiet(page);
});

test("where the clipboard is refused the words stand in a field to copy from", async (t) => {
  const prepare = (context) => context.addInitScript("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
  const page = await read(t, "decree", { prepare });
  await select(page);
  await tools(page).getByRole("button", { name: "Copy with source" }).click();
  const field = tools(page).getByRole("textbox", { name: /refused the clipboard/ });
  await field.waitFor();
  assert.match(await field.inputValue(), /^“decree” \(/);
  await field.selectText();
  assert.ok(await field.isVisible(), "it stays while it is copied from");
  await tools(page).getByRole("button", { name: "Close" }).click();
  await field.waitFor({ state: "detached" });
  assertQuiet(page);
});

test("selected words are searched for as they stand", async (t) => {
  const page = await read(t, "%22social%20media%22");
  await select(page);
  const words = (await currentMark(page).first().textContent()).trim();
  await tools(page).getByRole("link", { name: "Search for this" }).click();
  await results(page).first().waitFor();
  assert.equal(new URL(page.url().replace("#/", "")).searchParams.get("q"), `"${words}"`);
  assertQuiet(page);
});

test("with nothing selected there is no such toolbar", async (t) => {
  const page = await read(t, "decree");
  await select(page);
  await tools(page).waitFor();
  await page.evaluate(() => getSelection().removeAllRanges());
  await tools(page).waitFor({ state: "detached" });
  assertQuiet(page);
});

test("the strip shows every hit, and a click goes to it", async (t) => {
  const page = await read(t, "social");
  const lines = page.locator("svg.strip rect");
  const n = await lines.count();
  assert.ok(n > 1);
  assert.match(await page.getByRole("toolbar", { name: "Article tools" }).textContent(), new RegExp(`hit 1 of ${n}`));
  await lines.last().click();
  await page.getByRole("toolbar", { name: "Article tools" }).getByText(`hit ${n} of ${n}`).waitFor();
  assertQuiet(page);
});

test("y copies a link to the sentence that is shown, Y the sentence with its source", async (t) => {
  const page = await read(t, "decree", { permissions: ["clipboard-read", "clipboard-write"] });
  await currentMark(page).first().waitFor();
  const told = page.locator(".told");
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press("y");
  await told.getByText("A link to the sentence was copied.").waitFor();
  const link = await copied();
  assert.match(link, /#\/a\/[^?]+\?s=[0-9a-f]+$/);
  await page.keyboard.press("Shift+Y");
  await told.getByText("The sentence was copied with its source.").waitFor();
  assert.match(await copied(), /^“.*decree.*” \(.+Homeland Security Today.*\) http/is);
  await page.keyboard.press("Escape");
  await told.waitFor({ state: "hidden" });
  await page.goto(link);
  await page.locator("span.sentence[aria-current=location]").getByText(/decree/i).waitFor();
  assertQuiet(page);
});
