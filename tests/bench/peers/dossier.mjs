// Dossier's engine alone (crates/bench-page), opened and asked in a page as the others are.

const K = 10;

/** `init` and `engine` are what wasm-bindgen wrote. */
export async function openWith(init, engine, read) {
  const { memory } = await init({ module_or_path: read("engine.wasm") });
  const blob = new Uint8Array(await (await read("collection.blob")).arrayBuffer());
  engine.hold(blob);
  const started = performance.now();
  const room = memory.buffer.byteLength;
  engine.open();
  const opening = { ms: performance.now() - started, grown: memory.buffer.byteLength - room, blob: blob.length };
  return {
    opening,
    search: ({ typed }) => engine.rank(typed, K),
    answer: ({ typed }) => engine.answer(typed, K),
    matches: ({ typed }) => engine.answer(typed, K)[0],
    ids: ({ typed }, k) => engine.ids(typed, k),
    names: () => engine.names(),
    together: ([one, other]) => engine.together(one, other),
    chains: ([from, to]) => engine.chains(from, to),
  };
}
