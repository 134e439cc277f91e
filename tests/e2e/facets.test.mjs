// Narrowing by names: groups, counts, chips. The seed's one document makes passages the things counted.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertQuiet, count, eventually, pages, phone, results, search, seedPage } from "./harness.mjs";

const visit = pages(seedPage);
const filters = (page) => page.getByRole("navigation", { name: "Filters" });
const people = (page) => filters(page).getByRole("group", { name: "People" });
const hits = async (page) => Number((await count(page)).match(/(\d+) hits?/)[1]);

test("names stand in groups with a checkbox each", async (t) => {
  const page = await visit(t);
  await search(page, '"social media"');
  await count(page);
  for (const [group, name] of [["People", /Stalinsky/], ["Organizations", /ISIS|Islamic State/]]) {
    const choice = filters(page).getByRole("group", { name: group }).getByRole("checkbox", { name });
    assert.equal(await choice.count(), 1, `${group}: ${name}`);
  }
  assert.ok((await filters(page).getByRole("group", { name: "Places" }).count()) <= 1);
  assertQuiet(page);
});

test("ticking a name narrows, its chip says so, and Clear all undoes it", async (t) => {
  const page = await visit(t);
  await search(page, '"social media"');
  const all = await hits(page);
  const person = people(page).getByRole("checkbox", { name: /Stalinsky/ });
  await person.check();
  const narrowed = await eventually(page, "fewer hits", async () => (await hits(page)) < all && (await hits(page)));
  assert.ok(narrowed > 0);
  assert.match(decodeURIComponent(page.url()), /stalinsky/i);
  await page.reload();
  assert.equal(await hits(page), narrowed);
  assert.ok(await person.isChecked());
  await page.getByRole("link", { name: "Clear all" }).click();
  await eventually(page, "all hits again", async () => (await hits(page)) === all);
  assert.equal(await person.isChecked(), false);
  assertQuiet(page);
});

test("a name can be left out", async (t) => {
  const page = await visit(t);
  await search(page, '"social media"');
  const all = await hits(page);
  await people(page).getByRole("link", { name: /(exclude|not|without) .*Stalinsky/i }).click();
  await eventually(page, "fewer hits", async () => (await hits(page)) < all);
  for (const result of await results(page).allTextContents()) assert.doesNotMatch(result, /Stalinsky said/);
  assertQuiet(page);
});

test("a second name of one group widens, a name of another group narrows", async (t) => {
  const page = await visit(t);
  await search(page, "the");
  const all = await hits(page);
  await people(page).getByRole("checkbox", { name: /Stalinsky/ }).check();
  const one = await eventually(page, "fewer hits", async () => (await hits(page)) < all && (await hits(page)));
  await people(page).getByRole("checkbox", { name: /Garner/ }).check();
  await eventually(page, "more hits than with one", async () => (await hits(page)) > one);
});

test("on a phone the filters open as a tray and are closed again", async (t) => {
  const page = await visit(t, "#/search?q=social", { viewport: phone });
  await count(page);
  await page.getByRole("button", { name: /^Filters/ }).click();
  const person = people(page).getByRole("checkbox", { name: /Stalinsky/ });
  await person.waitFor();
  await person.check();
  await filters(page).getByRole("button", { name: /^Show \d+/ }).click();
  await person.waitFor({ state: "hidden" });
  assertQuiet(page);
});
