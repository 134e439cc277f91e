// How long a built page (its folder is the argument) takes from opening to the box that takes a query, hosted and as
// one file, each in a fresh browser profile. Prints figures; judges nothing.

import { box, launch, oneFile, serve } from "./harness.mjs";

const RUNS = 5;
const folder = process.argv[2];
const site = await serve(folder);
for (const [form, address] of [["hosted", site.address], ["one file", oneFile(folder)]]) {
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const browser = await launch();
    const page = await browser.newPage();
    const started = performance.now();
    await page.goto(address);
    await box(page).waitFor();
    times.push(performance.now() - started);
    await browser.close();
  }
  times.sort((a, b) => a - b);
  console.log(`${form.padEnd(10)} ${Math.round(times[RUNS >> 1])} ms to the search box (middle of ${RUNS} cold starts, ${Math.round(times[0])} to ${Math.round(times.at(-1))})`);
}
await site.close();
