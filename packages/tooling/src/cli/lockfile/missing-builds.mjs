// @ts-check

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {Record<string, LockEntry>} LockEntries By folder, as in `packages` of a lock file.
 */

/** What the names of builds say, in npm's own words for systems and processors. */
const SYSTEMS = new Map([['darwin', 'darwin'], ['linux', 'linux'], ['win32', 'win32'], ['windows', 'win32'], ['android', 'android'], ['freebsd', 'freebsd'], ['openharmony', 'openharmony']]);
const PROCESSORS = new Map([['x64', 'x64'], ['64', 'x64'], ['arm64', 'arm64'], ['arm', 'arm'], ['ia32', 'ia32'], ['ppc64', 'ppc64'], ['riscv64', 'riscv64'], ['s390x', 's390x'], ['loong64', 'loong64'], ['wasm32', 'wasm32']]);
const LIBRARIES = new Map([['gnu', 'glibc'], ['musl', 'musl']]);

/**
 * The builds for other systems that a lock file should list and does not.
 * @param {LockEntries} packages
 * @returns {LockEntries}
 */
export function missingBuilds(packages) {
  /** @type {LockEntries} */
  const missing = {};
  for (const [folder, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isListed(packages, folder, name) || !/^\d+\.\d+\.\d+/.test(version)) continue;
      missing[`node_modules/${name}`] = { version, ...systemOf(name), optional: true };
    }
  }
  return missing;
}

/**
 * Looks where Node.js would: in the package's own node_modules, then in those above.
 * @param {LockEntries} packages
 * @param {string} folder
 * @param {string} name
 */
function isListed(packages, folder, name) {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    if (packages[at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

/**
 * `@swc/core-linux-arm64-musl` runs on Linux, arm64, with musl.
 * @param {string} name
 * @returns {LockEntry}
 */
function systemOf(name) {
  const words = name.split(/[/-]/);
  const find = (/** @type {Map<string, string>} */ known) => words.map((word) => known.get(word)).find((found) => found !== undefined);
  const [os, cpu, libc] = [find(SYSTEMS), find(PROCESSORS), find(LIBRARIES)];
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(os === 'linux' && libc && { libc: [libc] }) };
}
