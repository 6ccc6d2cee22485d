// @ts-check

/**
 * Stands in package-lock.json for whichever registry npm is configured with: `replace-registry-host=always` in .npmrc puts that one in its
 * place. The name can never be a host (RFC 2606).
 */
export const ANY_REGISTRY = 'https://registry.invalid';

const MODULES = 'node_modules/';

/** @typedef {{ name?: string, version?: string, resolved?: string, integrity?: string, link?: boolean }} LockedPackage */

/** @param {string} place `node_modules/a/node_modules/@b/c`, where a package lies. @param {LockedPackage} locked */
const nameOf = (place, locked) => locked.name ?? place.slice(place.lastIndexOf(MODULES) + MODULES.length);

/** Whether a package comes from the registry: our own are links or folders. @param {string} place @param {LockedPackage} locked */
const isFetched = (place, locked) => place.includes(MODULES) && !locked.link;

/**
 * The packages of a package-lock.json that come without a digest, `name@version`: npm leaves it out of what it did not download itself, such
 * as a package for another system.
 * @param {string} text
 * @returns {string[]}
 */
export function withoutDigest(text) {
  const packages = Object.entries(/** @type {Record<string, LockedPackage>} */ (JSON.parse(text).packages));
  return packages.filter(([place, locked]) => isFetched(place, locked) && !locked.integrity).map(([place, locked]) => `${nameOf(place, locked)}@${locked.version}`);
}

/**
 * A package-lock.json in which each package of the registry has its address, as npm needs it to take a package from its cache or fetch it
 * without asking the registry first what there is of it: half of the requests, and two thirds of the processor time of `npm ci`.
 * @param {string} text
 * @param {ReadonlyMap<string, string>} [digests] Of packages that come without one, by `name@version`.
 * @returns {string}
 */
export function completeLock(text, digests = new Map()) {
  const lock = JSON.parse(text);
  const complete = (/** @type {[string, LockedPackage]} */ [place, locked]) => {
    if (!isFetched(place, locked)) return [place, locked];
    const name = nameOf(place, locked);
    const { name: alias, version, resolved: _before, integrity = digests.get(`${name}@${version}`), ...rest } = locked;
    const resolved = `${ANY_REGISTRY}/${name}/-/${name.split('/').pop()}-${version}.tgz`;
    return [place, { ...(alias && { name: alias }), version, resolved, ...(integrity && { integrity }), ...rest }];
  };
  const packages = Object.entries(/** @type {Record<string, LockedPackage>} */ (lock.packages)).map(complete);
  return `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`;
}
