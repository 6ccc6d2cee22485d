// @ts-check
/** `npm run audit-packages`: whether a weakness is known of a package that the platform runs, or is made and tested with. */
import path from 'node:path';
import { REPOSITORY } from '../../cli/repository.mjs';
import { ACCEPTED } from '../accepted.mjs';
import { advisoriesIn, openAdvisories } from '../advisories.mjs';
import { askNpm } from '../ask-npm.mjs';

const HELP = `Asks the registry for known weaknesses of all packages of package-lock.json, the journeys' too, and names those from moderate upwards.

  npm run audit-packages
  npm run audit-packages -- <folder>...     of these folders' package-lock.json alone

Ends with 0 when there is none, with 1 when there is one that packages/tooling/src/supply/accepted.mjs does not accept with a reason
and a day, and with 2 when nobody could be asked: without a network, or where a mirror has no advisories.
`;
const NOT_ASKED = 2;

const args = process.argv.slice(2);
if (args.some((each) => each === '--help' || each === '-h')) process.stdout.write(HELP);
else {
  const folders = args.length > 0 ? args : [REPOSITORY, path.join(REPOSITORY, 'e2e')];
  const answers = await Promise.all(folders.map((folder) => askNpm(['audit', '--json', '--package-lock-only'], folder)));
  const found = answers.map(advisoriesIn);
  const open = openAdvisories(found.flatMap((each) => each ?? []), ACCEPTED, new Date().toISOString().slice(0, 10));
  for (const { severity, name, range, title, url } of open) process.stdout.write(`${severity}  ${name} ${range}: ${title}\n  ${url}\n`);
  const isAsked = !found.includes(null);
  process.stdout.write(open.length > 0 ? `${open.length} to look at.\n` : isAsked ? 'No known weakness.\n' : 'The registry could not be asked for advisories.\n');
  process.exitCode = open.length > 0 ? 1 : isAsked ? 0 : NOT_ASKED;
}
