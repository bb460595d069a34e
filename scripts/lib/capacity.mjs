/**
 * What was measured, on which everything else is reckoned. Change a figure where yours is another.
 *
 * @typedef {object} Measured
 * @property {number} instanceHits - Ready answers a second of one instance on one core.
 * @property {number} instanceMisses - Answers a second that one instance reads from the database.
 * @property {number} nginxHits - Answers a second of nginx from its cache, on one core.
 * @property {number} answerBytes - Bytes of a usual answer as it leaves, compressed.
 * @property {number} notModifiedBytes - Bytes of a 304 with its headers.
 * @property {number} scriptFiles - Files a first visit loads: loader, what elements share, one element.
 * @property {number} scriptBytes - Their bytes, compressed, with headers.
 */
/**
 * How readers behave.
 *
 * @typedef {object} Behaviour
 * @property {number} firstVisits - Share of element loads whose browser has nothing yet.
 * @property {number} unchanged - Share of the others whose answer has not changed: a 304.
 * @property {number} peak - The busiest second over the average one.
 * @property {number} cdnHits - Share a CDN answers; 0 without one.
 * @property {number} addresses - Different answers that are asked for within a cache's two seconds at the peak.
 */

/** @type {Measured} */
export const measured = {
  instanceHits: 21_500,
  instanceMisses: 160,
  nginxHits: 26_700,
  answerBytes: 3_900,
  notModifiedBytes: 360,
  scriptFiles: 5,
  scriptBytes: 22_000,
};

/** @type {Behaviour} */
export const usual = {
  firstVisits: 0.3,
  unchanged: 0.95,
  peak: 10,
  cdnHits: 0,
  addresses: 400,
};

/** Share of what was measured that is planned with; the rest is for the bad hour. */
const planned = 0.5;
/** Seconds nginx and a CDN keep an answer, as its headers say (`s-maxage`). */
const kept = 2;

/**
 * What a number of element loads a day comes to.
 *
 * @param {number} loads
 * @param {Partial<Measured>} [figures]
 * @param {Partial<Behaviour>} [behaviour]
 */
export function reckon(loads, figures = {}, behaviour = {}) {
  const m = { ...measured, ...figures };
  const b = { ...usual, ...behaviour };
  // A first visit asks for the scripts and the data; another one for the data alone.
  const requests = loads * (b.firstVisits * m.scriptFiles + 1);
  const bytes =
    loads *
    (b.firstVisits * (m.scriptBytes + m.answerBytes) +
      (1 - b.firstVisits) * (b.unchanged * m.notModifiedBytes + (1 - b.unchanged) * m.answerBytes));
  const average = requests / 86_400;
  const peak = average * b.peak;
  const atNginx = peak * (1 - b.cdnHits);
  // nginx asks an instance at most once in two seconds for each different answer.
  const atInstances = Math.min(atNginx, b.addresses / kept);
  // An instance asks the database when a revision has moved: each different answer once an edit.
  // At the worst an edit a second, which concerns a tenth of the answers.
  const atDatabase = Math.min(atInstances, b.addresses * 0.1);
  const cores = (/** @type {number} */ need, /** @type {number} */ can) =>
    Math.max(1, Math.ceil(need / (can * planned)));
  // From a million on two at least, so that one may fail or be upgraded.
  const least = loads >= 1_000_000 ? 2 : 1;
  const together = (/** @type {number} */ hits) =>
    Math.max(
      least,
      Math.ceil(hits / (m.instanceHits * planned) + atDatabase / (m.instanceMisses * planned))
    );
  return {
    requests,
    bytes,
    average,
    peak,
    peakMegabits: ((bytes / 86_400) * b.peak * (1 - b.cdnHits) * 8) / 1e6,
    atNginx,
    atInstances,
    atDatabase,
    nginxCores: cores(atNginx, m.nginxHits),
    instances: together(atInstances),
    instancesWithoutNginx: together(peak),
  };
}
