// @ts-check

const LEAST = { major: 20, minor: 19 };

/**
 * Why this Node.js cannot run Tenon, or null when it can. Written in old syntax, so that an old Node.js can still say it.
 * @param {string} version For example `20.19.0`.
 * @returns {string | null}
 */
export function nodeVersionProblem(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  const isEnough = major > LEAST.major || (major === LEAST.major && minor >= LEAST.minor);
  if (isEnough) return null;
  return 'Tenon needs Node.js ' + LEAST.major + '.' + LEAST.minor + ' or newer; this is ' + version + '. Get it from https://nodejs.org or your version manager.';
}
