// Builds what each engine needs in a page: its code in one file, its index, and a page that starts it. What is there
// already and made from the same is left alone.

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const bench = dirname(here);
// It builds the page, too, and lies among the packages of the tests.
const { buildSync } = createRequire(join(bench, "../e2e/harness.mjs"))("esbuild");

export const PEERS = ["flexsearch", "minisearch", "orama", "lunr", "pagefind"];

/** One file of JavaScript from the module that an engine's page starts with. */
function bundle(start, outfile) {
  const shared = { bundle: true, format: "esm", minify: true, platform: "browser", logLevel: "error" };
  buildSync({ ...shared, stdin: { contents: start, resolveDir: bench }, outfile });
}

function writePage(folder, start) {
  mkdirSync(folder, { recursive: true });
  bundle(start, join(folder, "run.js"));
  writeFileSync(join(folder, "index.html"), '<!doctype html><title>bench</title><script type="module" src="run.js"></script>\n');
}

/** The folder of our engine, from what `cargo xtask bench` built: `engine` and the blob of this collection. */
export function prepareOurs(folder, engine) {
  const own = join(folder, "engines/dossier");
  writePage(own, `
    import init, * as engine from ${JSON.stringify(join(engine, "dossier_bench.js"))};
    import { openWith } from "./peers/dossier.mjs";
    import { run } from "./search/inside.mjs";
    run((read) => openWith(init, engine, read));`);
  copyFileSync(join(engine, "dossier_bench_bg.wasm"), join(own, "engine.wasm"));
  copyFileSync(join(folder, "collection.blob"), join(own, "collection.blob"));
}

/** The folder of another engine. Says how long its index took to build, if it had to be built. */
export async function preparePeer(folder, name, documents) {
  const own = join(folder, "engines", name);
  const [source] = [`peers/${name}_build.mjs`, `peers/${name}.mjs`].filter((file) => existsSync(join(bench, file)));
  const made_from = createHash("sha256").update(readFileSync(join(bench, source))).update(readFileSync(join(bench, "package.json")));
  const stamp = made_from.update(JSON.stringify(documents)).digest("hex");
  const note = join(own, "made-from");
  if (!existsSync(note) || readFileSync(note, "utf8") !== stamp) {
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own, { recursive: true });
    const { build } = await import(`../${source}`);
    for (const [file, content] of Object.entries(await build(documents, own))) writeFileSync(join(own, file), content);
    writeFileSync(note, stamp);
  }
  writePage(own, `
    import { open } from "./peers/${name}.mjs";
    import { run } from "./search/inside.mjs";
    run(open);`);
}
