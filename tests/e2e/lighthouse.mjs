// Lighthouse's scores of a built page (its folder is the argument), served with gzip from a sub-path, as a phone sees
// it. Prints figures; judges nothing.

import { createRequire } from "node:module";
import { launch as launchChrome } from "chrome-launcher";
import lighthouse from "lighthouse";
import { serve } from "./harness.mjs";

const require = createRequire(import.meta.url);
console.log(`Lighthouse ${require("lighthouse/package.json").version}, mobile`);
const site = await serve(process.argv[2]);
const quiet = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const chrome = await launchChrome({
  chromePath: process.env.DOSSIER_CHROMIUM || "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", ...quiet],
});
try {
  const { lhr } = await lighthouse(site.address, { port: chrome.port, logLevel: "error" });
  for (const { title, score } of Object.values(lhr.categories)) console.log(`${title.padEnd(28)} ${Math.round(score * 100)}`);
  for (const id of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"]) {
    console.log(`${lhr.audits[id].title.padEnd(28)} ${lhr.audits[id].displayValue}`);
  }
  const short = Object.values(lhr.categories).filter(({ id, score }) => id !== "performance" && score < 1);
  for (const { auditRefs } of short) {
    for (const { id } of auditRefs) {
      const { score, title, scoreDisplayMode } = lhr.audits[id];
      if (score !== null && score < 1 && scoreDisplayMode !== "informative") console.log(`  ${id}: ${title}`);
    }
  }
} finally {
  await chrome.kill();
  await site.close();
}
