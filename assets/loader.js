// Starts the page's program, tells how far it has come, and says in plain words what stopped it.
// It is placed inside the page, hosted or in one file, and must not need anything beyond it.

const app = document.getElementById("app");
const asWritten = app.innerHTML;

/** Starts `init` (the module made by wasm-bindgen) with the wasm at `source`: an address, or `#id` of a block in the page. */
async function load(init, source) {
  addEventListener("error", (event) => stopped(event.error));
  addEventListener("unhandledrejection", (event) => stopped(event.reason));
  try {
    const missing = missingFeature(source);
    if (missing) return fail(`This browser has no ${missing}, which this page needs to search. A newer browser will show it.`);
    const module_or_path = source.startsWith("#") ? await unpack(source) : await download(source);
    await init({ module_or_path });
    // A page of one file needs no network anyway, and a browser may refuse.
    if (!source.startsWith("#")) navigator.serviceWorker?.register("./offline.mjs").catch(() => {});
  } catch (error) {
    fail(`The page could not start in this browser (${error.message || error}). Reload it, or try a newer browser.`);
  }
}

function missingFeature(source) {
  if (typeof WebAssembly !== "object") return "WebAssembly";
  if (source.startsWith("#") && typeof DecompressionStream !== "function") return "DecompressionStream";
  return null;
}

/** The wasm from a file beside the page, counted as it comes in. */
async function download(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.split("/").pop()}: ${response.status} ${response.statusText}`);
  let loaded = 0;
  show(0);
  const counted = response.body.pipeThrough(new TransformStream({
    transform(chunk, stream) {
      show(loaded += chunk.byteLength);
      stream.enqueue(chunk);
    },
  }));
  return new Response(counted, { headers: { "content-type": "application/wasm" } });
}

/** The wasm from a block of the page itself: gzip in base64. */
async function unpack(selector) {
  show(0);
  const packed = Uint8Array.from(atob(document.querySelector(selector).textContent), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked).arrayBuffer();
}

function show(loaded) {
  const bar = app.querySelector("progress");
  if (!bar) return;
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  const status = `Loading the index, ${megabytes(loaded)} of ${megabytes(bar.max)} MB`;
  const line = app.querySelector("[role=status]");
  if (line.textContent !== status) line.textContent = status;
  bar.hidden = false;
  bar.value = loaded;
}

/** A program that stopped leaves nothing usable behind; an error that left the page standing is not the reader's. */
function stopped(error) {
  const trapped = typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  if (trapped || !app.hasChildNodes()) fail("The page met a mistake of its own and stopped. Reload it to go on.");
}

/** Shows what a reader without JavaScript sees, the plain list of documents, under a sentence that says what went wrong. */
function fail(sentence) {
  const page = new DOMParser().parseFromString(asWritten, "text/html").body;
  for (const list of page.querySelectorAll("noscript")) list.replaceWith(...list.childNodes);
  const line = page.querySelector(".failure");
  line.textContent = `${sentence} These are the documents:`;
  line.setAttribute("role", "alert");
  app.replaceChildren(...page.childNodes);
}
