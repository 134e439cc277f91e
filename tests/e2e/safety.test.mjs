// What the page may do: nothing beyond its own files, hosted or in one file, with the network on or off.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertLanded, assertQuiet, box, count, fileNames, oneFile, pages, results, search, seedPage } from "./harness.mjs";

const visit = pages(seedPage);

test("the hosted page asks for its own files only, each once; what keeps them for later asks for the same", async (t) => {
  const page = await visit(t);
  await search(page, "decree");
  await count(page);
  assertQuiet(page);
  const names = ["", ...(await Promise.all([".js", ".css", ".wasm"].map((ending) => fileNames(seedPage, ending)))).flat()];
  const own = names.map((name) => page.url().split("#")[0] + name);
  const asked = page.seen.requests.filter((url) => !url.startsWith("data:") && !url.endsWith("/offline.mjs"));
  for (const url of page.seen.byWorker.filter((url) => !url.endsWith("/offline.mjs"))) {
    assert.ok(own.includes(url), url);
    asked.splice(asked.indexOf(url), 1);
  }
  assert.deepEqual(asked.sort(), own.sort());
});

test("the single file works from disk with the network off and asks for nothing", async (t) => {
  const page = await visit(t, "", { at: oneFile(seedPage), prepare: (context) => context.setOffline(true) });
  await box(page).pressSequentially("decree");
  assert.match(await count(page), /^1 article, 1 hit\b/);
  await results(page).first().getByRole("heading").getByRole("link").click();
  assert.match(await assertLanded(page), /decree/i);
  await page.reload();
  assert.match(await assertLanded(page), /decree/i);
  assertQuiet(page);
  const file = oneFile(seedPage);
  assert.deepEqual([...new Set(page.seen.requests.filter((url) => !url.startsWith("data:")).map((url) => url.split("#")[0]))], [file]);
});

for (const hosted of [true, false]) {
  test(`the content policy of ${hosted ? "the hosted page" : "the single file"} stops scripts, styles and connections that are not the page's`, async (t) => {
    const page = await visit(t, "", hosted ? {} : { at: oneFile(seedPage) });
    await box(page).waitFor();
    const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    assert.match(policy, /^default-src 'none'; script-src .*'wasm-unsafe-eval'/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
    const violations = await page.evaluate(async () => {
      const blocked = [];
      document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "window.__pwned = 1";
      document.body.append(script);
      const style = document.createElement("style");
      style.textContent = "body { display: none }";
      document.body.append(style);
      const picture = document.createElement("img");
      picture.src = "http://127.0.0.1:9/x.png";
      document.body.append(picture);
      await fetch("http://127.0.0.1:9/").catch(() => {});
      setTimeout("window.__pwned = 1");
      await new Promise((done) => setTimeout(done, 1));
      return blocked;
    });
    assert.equal(await page.evaluate(() => window.__pwned), undefined);
    for (const directive of ["script-src-elem", "style-src-elem", "img-src", "connect-src"]) assert.ok(violations.includes(directive), `${directive} in ${violations}`);
    assert.ok(await page.locator("body").isVisible());
    // The browser names what it would have asked for; that the policy refused it is what counts.
    const wanted = page.seen.requests.filter((url) => url.includes(":9/"));
    assert.deepEqual(page.seen.refused, wanted.map((url) => `${url}: csp`));
  });
}
