// What runs inside the page of an engine: it opens the engine, asks the first query, and times the others when told to.

/** A sample lasts so long at least, which is a hundred times what the clock of an isolated page can tell apart. */
const SAMPLE_MS = 0.5;

/** How long one query takes, in milliseconds: asked again until a sample is full. */
async function sample(ask, query) {
  const started = performance.now();
  let now = started;
  let times = 0;
  while (now - started < SAMPLE_MS) {
    const answer = ask(query);
    // Only what has to be waited for is: waiting is not free.
    if (answer instanceof Promise) await answer;
    times++;
    now = performance.now();
  }
  return (now - started) / times;
}

/** `open` gives an engine: `search`, `ids` and perhaps `answer` take a query. */
export async function run(open) {
  const read = (name) => fetch(new URL(name, location.href));
  globalThis.failure = undefined;
  try {
    const engine = await open(read, new URL(".", location.href).href);
    const first = new URLSearchParams(location.search).get("first");
    const ids = first ? await engine.ids(JSON.parse(first), 10) : [];
    globalThis.bench = {
      engine,
      first: { ms: performance.now(), ids, opening: engine.opening },
      ids: (query, k) => engine.ids(query, k),
      matches: (queries) => queries.map(engine.matches),
      sample: (call, query) => sample(engine[call], query),
      askAll: async (queries) => {
        for (const query of queries) await (engine.answer ?? engine.search)(query);
      },
    };
  } catch (error) {
    globalThis.failure = String(error?.stack ?? error);
  }
}
