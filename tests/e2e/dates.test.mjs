// The facet of dates: bars that are drawn over, sliders, written dates, and those without one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertQuiet, collectionPage, count, eventually, pages, phone, results } from "./harness.mjs";

const visit = pages(collectionPage);
const group = (page) => page.getByRole("navigation", { name: "Filters" }).getByRole("group", { name: "Date", exact: true });
const chips = (page) => page.getByRole("list", { name: "Chosen filters" });
const slider = (page, name) => group(page).getByRole("slider", { name });

/** Opens all articles that name the place; gives the number of them. */
async function open(t, options) {
  const page = await visit(t, "#/search?q=lindholm", options);
  await count(page);
  return page;
}

test("sliders choose a stretch of time by arrow keys and say which", async (t) => {
  const page = await open(t);
  const all = await results(page).count();
  const whole = [await slider(page, "From").getAttribute("aria-valuetext"), await slider(page, "To").getAttribute("aria-valuetext")];
  await slider(page, "From").focus();
  await page.keyboard.press("ArrowRight");
  await eventually(page, "dates are in the address", () => page.url().includes("date="));
  await eventually(page, "the slider says another time", async () => (await slider(page, "From").getAttribute("aria-valuetext")) !== whole[0]);
  assert.equal(await slider(page, "To").getAttribute("aria-valuetext"), whole[1]);
  assert.ok(await slider(page, "From").evaluate((one) => one === document.activeElement), "the hand stays where it is");
  await eventually(page, "fewer are left", async () => (await results(page).count()) < all);
  await page.keyboard.press("ArrowLeft");
  await eventually(page, "all of it is chosen again", async () => !page.url().includes("date=") && (await results(page).count()) === all);
  assertQuiet(page);
});

test("written dates choose what lies in them, and what is no date is said to be none", async (t) => {
  const page = await open(t);
  const field = group(page).getByRole("textbox", { name: "Dates, written as 2017-03..2018" });
  await field.fill("2021-03-03..2021-03-04");
  await field.press("Enter");
  await chips(page).getByText("published: 3 March 2021 to 4 March 2021").waitFor();
  const dates = await results(page).locator(".hit__date").allTextContents();
  assert.ok(dates.length > 0 && dates.every((date) => /[34] March 2021/.test(date)), dates.join());
  await field.fill("soon");
  await group(page).getByText(/Write dates as/).waitFor();
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  await field.press("Enter");
  assert.match(page.url(), /date=2021-03-03\.\.2021-03-04/);
  await field.fill("");
  await field.press("Enter");
  await eventually(page, "nothing is chosen", () => !page.url().includes("date="));
  assertQuiet(page);
});

test("a stretch is drawn over the bars", async (t) => {
  const page = await open(t);
  await group(page).locator("svg").scrollIntoViewIfNeeded();
  const bars = await group(page).locator("svg").boundingBox();
  await page.mouse.move(bars.x + bars.width - 2, bars.y + bars.height / 2);
  await page.mouse.down();
  await page.mouse.move(bars.x + bars.width * 0.6, bars.y + bars.height / 2, { steps: 4 });
  await page.mouse.up();
  await chips(page).getByText(/published: /).first().waitFor();
  assert.match(page.url(), /date=\d{4}-\d\d\.\.\d{4}-\d\d/);
  assertQuiet(page);
});

test("articles without a date have a box of their own", async (t) => {
  const page = await visit(t, "#/search");
  await group(page).getByRole("checkbox", { name: "no date" }).check();
  await chips(page).getByText("published: no date").waitFor();
  assert.ok((await results(page).count()) > 0);
  const dates = await results(page).locator(".hit__date").allTextContents();
  assert.ok(dates.every((date) => !date.includes("(published)")), dates.join());
  assertQuiet(page);
});

test("on a phone the sliders are in the tray", async (t) => {
  const page = await open(t, { viewport: phone, hasTouch: true, isMobile: true });
  await page.getByRole("banner").getByRole("button", { name: "Filters" }).click();
  await slider(page, "To").scrollIntoViewIfNeeded();
  await slider(page, "To").focus();
  await page.keyboard.press("ArrowLeft");
  await eventually(page, "dates are in the address", () => page.url().includes("date="));
  assertQuiet(page);
});
