// A chart as plain SVG: bars on a logarithmic scale, one panel for each group. It knows nothing of what is charted.

const WIDTH = 760;
const LABEL = 190;
const END = 90;
const ROW = 20;
const HEAD = 46;

const escape = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** `panels` are `{ title, bars: [{ name, value, isOwn }] }`; `unit` stands behind each value. */
export function chart(title, panels, unit) {
  const values = panels.flatMap(({ bars }) => bars.map(({ value }) => value));
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const x = (value) => LABEL + ((Math.log10(value) - low) / (high - low)) * (WIDTH - LABEL - END);
  const text = (at, y, content, more = "") => `<text x="${at}" y="${y}"${more}>${escape(content)}</text>`;
  const parts = [text(8, 20, title, ' font-weight="bold"')];
  let top = 30;
  for (const { title, bars } of panels) {
    const bottom = top + HEAD + bars.length * ROW;
    parts.push(text(8, top + 20, title, ' font-weight="bold"'));
    for (let power = low; power <= high; power++) {
      const at = x(10 ** power);
      parts.push(`<line x1="${at}" x2="${at}" y1="${top + HEAD - 6}" y2="${bottom}" stroke="#ccc"/>`);
      parts.push(text(at, top + HEAD - 10, `${10 ** power}`.slice(0, 8), ' text-anchor="middle" fill="#555"'));
    }
    for (const [row, { name, value, isOwn }] of [...bars].sort((a, b) => a.value - b.value).entries()) {
      const y = top + HEAD + row * ROW;
      parts.push(text(LABEL - 8, y + 13, name, ' text-anchor="end"'));
      parts.push(`<rect x="${LABEL}" y="${y + 2}" width="${Math.max(1, x(value) - LABEL)}" height="${ROW - 5}" fill="${isOwn ? "#1d5fa8" : "#9aa5b1"}"/>`);
      parts.push(text(x(value) + 6, y + 13, `${value.toPrecision(3)} ${unit}`));
    }
    top = bottom + 10;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
${parts.join("\n")}
</svg>
`;
}
