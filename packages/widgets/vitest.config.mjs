/** What needs no browser; the elements themselves are tested by web-test-runner. */
export default {
  test: {
    include: ['test/*.test.ts'],
    root: import.meta.dirname,
    // Browsers on a busy machine take their time.
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
};
