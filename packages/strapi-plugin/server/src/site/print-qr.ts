/**
 * A sign that leads a telephone from paper back to the page, as an SVG without a name: the address
 * stands beside it in letters.
 */
export async function drawQr(address: string): Promise<string> {
  if (!address) return '';
  const { encodeQR } = await import('qr');
  // Cameras want four modules of white around the sign.
  const rows = encodeQR(address, 'raw', { border: 4 });
  const size = rows.length;
  const path = rows.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
  );
  return `<svg class="print-qr" viewBox="0 0 ${size} ${size}" aria-hidden="true"><path d="${path.join('')}"/></svg>`;
}

/** Where dark modules begin in a row, and how many follow: a third of the bytes of single ones. */
function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
