// A page built from hostile documents (xtask/src/hostile.rs makes them): nothing in them runs, asks or gets lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { article, assertQuiet, box, count, hostilePage, oneFile, pages, results, search } from "./harness.mjs";

const visit = pages(hostilePage);

/** Addresses of all articles, by the word that ends every document. */
async function addresses(page) {
  await search(page, "lanternfish");
  await count(page);
  const links = await results(page).getByRole("heading").getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.ok(links.length >= 7, `${links.length} documents found`);
  return [...new Set(links)];
}

// What has to be readable, literally, in the article that holds it.
const KEPT = [
  "<script>window.__pwned=1</script> inside",
  '"><script>window.__pwned=1;alert(1)</script>',
  "</title></style></noscript></pre><img src=x onerror=\"window.__pwned=1\">",
  "&lt;b&gt; &amp;amp; {{title}}",
  "JaVaScRiPt:alert(1)",
  '<a href="javascript:window.__pwned=1">Click</a>',
  "\u202egnp.exe\u202c",
  "after the NUL",
  "A lone",
  "and half a pair",
  "constructor and toString and __proto__",
  "boundless boundless",
];

for (const hosted of [true, false]) {
  test(`hostile documents are shown as text by ${hosted ? "the hosted page" : "the single file"}`, async (t) => {
    const page = await visit(t, "", hosted ? {} : { at: oneFile(hostilePage) });
    let text = "";
    for (const address of await addresses(page)) {
      await page.evaluate((hash) => (location.hash = hash), address.replace(/^[^#]*/, ""));
      await article(page).first().getByText("The lanternfish ends this").first().waitFor();
      text += await article(page).first().textContent();
    }
    for (const part of KEPT) assert.ok(text.includes(part), `lost: ${part}`);
    assert.ok(text.split("boundless").length > 105_000, "the long line is whole");
    assert.equal(await page.evaluate(() => window.__pwned), undefined);
    assert.equal(await page.locator("article script, article img, article iframe, article svg[onload], a[href^='javascript' i], a[href^='data' i]").count(), 0);
    assert.equal(page.seen.pages, 0, "a window was opened");
    assertQuiet(page);
  });
}

test("a hostile query is only a query", async (t) => {
  for (const query of ["<img src=x onerror=window.__pwned=1>", "javascript:alert(1)", "((((((((((", "\u202e", '"'.repeat(99), "a".repeat(5000)]) {
    const page = await visit(t, `#/search?q=${encodeURIComponent(query)}`);
    await box(page).waitFor();
    assert.equal(await box(page).inputValue(), query);
    assert.equal(await page.evaluate(() => window.__pwned), undefined);
    assertQuiet(page);
  }
});

test("the list for readers without JavaScript is text as well", async (t) => {
  const page = await visit(t, "", { javaScriptEnabled: false });
  for (const summary of await page.locator("summary").all()) await summary.click();
  assert.equal(await page.locator("#app script, #app img, #app iframe, #app svg, #app a").count(), 0);
  assert.match(await page.title(), /^[^<]*$/);
  const source = await readFile(join(hostilePage, "index.html"), "utf8");
  assert.ok(source.includes("&lt;script&gt;window.__pwned=1&lt;/script&gt;"));
  assertQuiet(page);
});
