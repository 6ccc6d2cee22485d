// @ts-check

/** From the least, as npm names them. */
const SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical'];
/** Below this a weakness is no reason to stop. */
const LEAST = SEVERITIES.indexOf('moderate');

/**
 * @typedef {object} Advisory
 * @property {string} url By which it is known.
 * @property {string} title
 * @property {string} severity
 * @property {string} name The package.
 * @property {string} range The versions that have it.
 *
 * @typedef {object} Acceptance A weakness that does not reach us.
 * @property {string} url
 * @property {string} because
 * @property {string} until `YYYY-MM-DD`, from which day on it is looked at anew.
 */

/**
 * The advisories in what npm answers, from moderate upwards, each once and the gravest first; null where npm could not ask for them.
 * @param {string} said
 * @returns {readonly Advisory[] | null}
 */
export function advisoriesIn(said) {
  const report = parsed(said);
  if (report?.auditReportVersion !== 2) return null;
  /** @type {Advisory[]} */
  const all = Object.values(report.vulnerabilities ?? {}).flatMap((/** @type {{ via: readonly (string | Advisory)[] }} */ { via }) => via.filter((each) => typeof each !== 'string'));
  const grave = all.filter(({ severity }) => SEVERITIES.indexOf(severity) >= LEAST);
  return [...new Map(grave.map((each) => [`${each.url} ${each.range}`, each])).values()].toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
}

/**
 * Those that nobody has accepted, or whose acceptance is over.
 * @param {readonly Advisory[]} advisories
 * @param {readonly Acceptance[]} accepted
 * @param {string} today `YYYY-MM-DD`
 */
export function openAdvisories(advisories, accepted, today) {
  return advisories.filter(({ url }) => !accepted.some((each) => each.url === url && today < each.until));
}

/**
 * @param {string} said
 * @returns {any}
 */
function parsed(said) {
  try {
    return JSON.parse(said);
  } catch {
    return null;
  }
}
