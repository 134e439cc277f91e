// Writes pictures of the views into the folder named on the command line: `node screenshots.mjs FOLDER [BUILT PAGE]`.
// A script to look at the page with, not a test.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { assertLanded, box, count, desktop, launch, phone, results, search, seedPage, serve, themes } from "./harness.mjs";

const [folder, page_folder = seedPage] = process.argv.slice(2);
if (!folder) throw new Error("name a folder for the pictures");
await mkdir(folder, { recursive: true });
const browser = await launch();
const site = await serve(page_folder);
for (const colorScheme of themes) {
  for (const [device, viewport] of Object.entries({ desktop, phone })) {
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: "reduce", deviceScaleFactor: device === "phone" ? 2 : 1 });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const shoot = (name) => page.screenshot({ path: join(folder, `${name}-${device}-${colorScheme}.png`) });
    await page.goto(site.address);
    await box(page).waitFor();
    await shoot("start");
    await search(page, '"social media"');
    await count(page);
    await shoot("search");
    const filters = page.getByRole("button", { name: /^Filters/ });
    if (await filters.isVisible()) await filters.click();
    await page.getByRole("group", { name: "People" }).getByRole("checkbox", { name: /Stalinsky/ }).check();
    await shoot("filters");
    await page.goto(`${site.address}#/search?q=${encodeURIComponent('"social media"')}`);
    await page.reload();
    await results(page).nth(4).getByRole("heading").getByRole("link").click();
    await assertLanded(page);
    await shoot("article");
    await page.goto(`${site.address}#/search?q=${encodeURIComponent("haveprovn decree")}&outlet=Nobody`);
    await page.getByRole("link", { name: "haveproven" }).waitFor();
    await shoot("slip");
    await page.goto(`${site.address}#/search?q=${encodeURIComponent("decree date:1999")}`);
    await page.getByRole("link", { name: /^Without/ }).first().waitFor();
    await shoot("nothing");
    await context.close();
  }
}
await browser.close();
await site.close();
