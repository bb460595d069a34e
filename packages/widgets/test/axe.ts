import type { AxeResults } from 'axe-core';

declare global {
  interface Window {
    axe?: { run(context: Element, options: object): Promise<AxeResults> };
  }
}

/** Fails with a readable list when axe finds anything wrong in an element. */
export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await (
    await loadAxe()
  ).run(element, {
    // A fragment has no landmarks and headings of the page around it.
    rules: { region: { enabled: false }, 'heading-order': { enabled: false } },
    resultTypes: ['violations'],
  });
  if (violations.length) {
    throw new Error(
      violations
        .map(
          ({ id, help, nodes }) =>
            `${id}: ${help}\n${nodes.map((n) => `  ${n.html}\n  ${n.failureSummary}`).join('\n')}`
        )
        .join('\n')
    );
  }
}

async function loadAxe(): Promise<NonNullable<Window['axe']>> {
  if (!window.axe) {
    // axe-core has no ES module; a script tag takes it as it is.
    const script = document.createElement('script');
    script.src = '/node_modules/axe-core/axe.min.js';
    await new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }
  return window.axe!;
}
