/**
 * The page's side of `/embed/<element>`, for pages that take one script beside their frames: gives
 * each frame the height of what is in it. A page without it keeps the height its markup says.
 */
const { origin } = new URL(import.meta.url);
const [least, most] = [80, 20_000];

addEventListener('message', ({ data, origin: from, source }: MessageEvent<unknown>) => {
  const { type, height } = (data ?? {}) as { type?: unknown; height?: unknown };
  // Only of the knowledge bank, about a frame of its own: anything can send messages.
  if (from !== origin || type !== 'km-height' || typeof height !== 'number') return;
  const frame = [...document.querySelectorAll('iframe')].find(
    ({ contentWindow }) => contentWindow === source
  );
  if (!frame || !(height >= least && height <= most)) return;
  frame.style.height = `${Math.ceil(height)}px`;
});
