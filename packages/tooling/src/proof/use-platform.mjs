// @ts-check
import { Problem } from '../cli/problem.mjs';
import { waitUntil } from '../cli/sleep.mjs';

/** @typedef {import('../start/platform-file.mjs').PlatformFile} PlatformFile */

const PATIENCE_MS = 60_000;
const QUERY = `{ devices(first: 100) { nodes { name latestValues { series { key } value } } } }`;

/**
 * Sends a value as the demo's machine, and reads it as its company, through the portal.
 * @param {PlatformFile} platform
 * @param {number} value
 */
export async function sendAndRead(platform, value) {
  await sendValue(platform, value);
  await readBack(platform, value);
}

/**
 * @param {PlatformFile} platform
 * @param {number} value
 */
export async function sendValue(platform, value) {
  const { status, text } = await trySendValue(platform, value);
  if (status !== 200) throw new Problem(`The gateway answered ${status} to a value: ${text}`);
}

/**
 * @param {PlatformFile} platform
 * @param {number} value
 */
export async function trySendValue({ deviceHttpUrl, demo }, value) {
  const response = await fetch(`${deviceHttpUrl}/api/v1/${demo?.token}/telemetry`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ proof: value }) });
  return { status: response.status, text: await response.text() };
}

/**
 * Signs in to the demo company and waits for the value: the portal, the api and the database all work.
 * @param {PlatformFile} platform
 * @param {number} value
 */
export async function readBack({ portalUrl, demo }, value) {
  const signedIn = await post(`${portalUrl}/api/auth/sign-in`, { email: demo?.email, password: demo?.password });
  const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const isThere = async () => (await (await post(`${portalUrl}/graphql`, { query: QUERY }, { cookie })).text()).includes(`{"series":{"key":"proof"},"value":${value}}`);
  if (!(await waitUntil(isThere, { timeoutMs: PATIENCE_MS, everyMs: 500 }))) throw new Problem(`The value ${value} is not among the latest ones of the demo company.`);
}

/**
 * @param {string} url
 * @param {object} body
 * @param {Record<string, string>} [headers]
 */
function post(url, body, headers = {}) {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
}

/**
 * @param {boolean} isTrue
 * @param {string} claim What was to be shown.
 * @param {readonly string[]} [lines]
 */
export function mustHold(isTrue, claim, lines = []) {
  if (!isTrue) throw new Problem(`This does not hold: ${claim}`, { lines });
}
