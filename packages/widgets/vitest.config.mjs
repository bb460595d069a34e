/** What needs no browser; the elements themselves are tested by web-test-runner. */
export default { test: { include: ['test/*.test.ts'], root: import.meta.dirname } };
