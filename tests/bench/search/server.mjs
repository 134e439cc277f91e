// Serves a folder with gzip, packed once and beforehand, and counts what goes over the wire. The pages are isolated from
// others, for which a browser lets them tell the time to 5 µs.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
/** What gzip makes hardly smaller is packed already. */
const WORTH_PACKING = 0.95;

const pack = promisify(gzip);

async function packed(file) {
  const bytes = await readFile(file);
  const small = await pack(bytes, { level: 9 });
  return small.length < bytes.length * WORTH_PACKING ? { body: small, encoding: "gzip" } : { body: bytes };
}

export async function serve(folder) {
  const files = new Map();
  const load = (path) => {
    if (!files.has(path)) files.set(path, packed(join(folder, path)).catch(() => undefined));
    return files.get(path);
  };
  let sent = 0;
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const file = path === "/" ? { body: Buffer.from("<!doctype html><title>empty</title>") } : await load(path.endsWith("/") ? `${path}index.html` : path);
    if (!file) {
      response.writeHead(404, ISOLATED).end();
      return;
    }
    sent += file.body.length;
    const encoding = file.encoding && { "content-encoding": file.encoding };
    const type = TYPES[path.endsWith("/") ? ".html" : extname(path)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-length": file.body.length, ...encoding, ...ISOLATED }).end(file.body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    /** Bytes that went over the wire since this was asked last. */
    taken() {
      const bytes = sent;
      sent = 0;
      return bytes;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
