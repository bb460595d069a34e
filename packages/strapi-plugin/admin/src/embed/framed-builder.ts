/** The builder is a page of the site, which the server of the panel sends too; Thai or English. */
export function builderPath(locale: string): string {
  return locale === 'th' ? '/embed' : '/en/embed';
}

/** Whether the frame shows the builder; a server without the site answers something else. */
export function holdsBuilder({ contentDocument }: HTMLIFrameElement): boolean {
  return !!contentDocument?.getElementById('embed-form');
}

/** Makes the frame as high as what it shows, so that the panel alone scrolls. */
export function fitToContent(frame: HTMLIFrameElement): void {
  const body = frame.contentDocument?.body;
  if (!body) return;
  new ResizeObserver(() => {
    const edges = frame.offsetHeight - frame.clientHeight;
    frame.style.height = `${body.scrollHeight + edges}px`;
  }).observe(body);
}
