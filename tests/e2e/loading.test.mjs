// Before the program has arrived, and when it cannot run: what a reader sees must stay readable.

import assert from "node:assert/strict";
import { test } from "node:test";
import { box, oneFile, pages, seedPage, serve } from "./harness.mjs";

const visit = pages(seedPage);

/** What the embedded collection begins with. */
const MAGIC = "DOSSIER\0";

/** A server of the seed's page that treats one of its files in a way of its own. */
async function serveOddly(t, options) {
  const site = await serve(seedPage, options);
  t.after(() => site.close());
  return site.address;
}

test("title, count and progress are there while the program is on its way", async (t) => {
  let arrive;
  const held = new Promise((resolve) => (arrive = resolve));
  const at = await serveOddly(t, { hold: (name) => name.endsWith(".wasm") && held });
  const page = await visit(t, "", { at });
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.match(await page.getByRole("main").textContent(), /1 document/);
  arrive();
  await box(page).waitFor();
  assert.equal(await page.getByRole("progressbar").count(), 0, "the loading view is gone");
});

test("progress is told in text and by a bar", async (t) => {
  let arrive;
  const held = new Promise((resolve) => (arrive = resolve));
  // The answer begins, and its bytes wait.
  const change = async (name, read) => {
    if (!name.endsWith(".wasm")) return undefined;
    const bytes = await read();
    await held;
    return bytes;
  };
  const at = await serveOddly(t, { change });
  const page = await visit(t, "", { at });
  await page.getByRole("status").filter({ hasText: /Loading the index, 0\.0 of \d\.\d MB/ }).waitFor();
  assert.ok(await page.getByRole("progressbar", { name: "Loading" }).isVisible());
  arrive();
  await box(page).waitFor();
});

for (const [feature, hosted] of [["WebAssembly", true], ["WebAssembly", false], ["DecompressionStream", false]]) {
  test(`without ${feature}, ${hosted ? "the hosted page" : "the single file"} says so and lists the documents`, async (t) => {
    const prepare = (context) => context.addInitScript(`delete globalThis.${feature}`);
    const page = await visit(t, "", hosted ? { prepare } : { prepare, at: oneFile(seedPage) });
    const alert = page.getByRole("alert");
    await alert.waitFor();
    assert.match(await alert.textContent(), new RegExp(`no ${feature}`));
    const document = page.getByRole("listitem").first();
    assert.match(await document.textContent(), /ISIS Forbids Its Fighters To Use Social Media/);
    await document.locator("summary").click();
    assert.ok(await document.getByText("issued a decree").isVisible());
  });
}

test("a program that does not arrive is told in a sentence", async (t) => {
  const at = await serveOddly(t, { change: (name) => name.endsWith(".wasm") && Buffer.from("no wasm at all") });
  const page = await visit(t, "", { at });
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").textContent(), /could not start/);
  assert.ok(await page.getByRole("listitem").first().isVisible());
});

test("a damaged collection is told in a sentence", async (t) => {
  let flipped = false;
  const change = async (name, read) => {
    if (!name.endsWith(".wasm")) return undefined;
    const bytes = await read();
    // The same letters stand in the code that compares them; in the blob a small version number follows.
    let start = bytes.indexOf(MAGIC, 0, "latin1");
    while (start >= 0 && bytes.readUInt32LE(start + MAGIC.length) > 0xff) start = bytes.indexOf(MAGIC, start + 1, "latin1");
    assert.ok(start > 0, "the blob is in the wasm");
    bytes[start + 64] ^= 0xff;
    flipped = true;
    return bytes;
  };
  const page = await visit(t, "", { at: await serveOddly(t, { change }) });
  await page.getByText(/damaged/).first().waitFor();
  assert.ok(flipped);
});

test("without JavaScript the documents are listed", async (t) => {
  for (const at of [undefined, oneFile(seedPage)]) {
    const page = await visit(t, "", { javaScriptEnabled: false, ...(at && { at }) });
    assert.match(await page.getByRole("main").textContent(), /needs JavaScript/);
    assert.equal(await page.getByRole("progressbar").count(), 0);
    await page.getByRole("listitem").first().locator("summary").click();
    assert.match(await page.getByRole("listitem").first().locator("p").innerText(), /recently issued a decree/);
  }
});
