// @ts-check
/** `npm run sbom`: writes what the platform consists of. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describeFailure } from '../../cli/problem.mjs';
import { CACHE_FOLDER } from '../../cli/repository.mjs';
import { billOfMaterials } from '../bill-of-materials.mjs';

const HELP = `Writes what the platform consists of when it runs, each package with version, licence and SHA-512, in CycloneDX (JSON).

  npm run sbom
  npm run sbom -- <file>

Without a file it writes .cache/tooling/sbom.cdx.json. It reads package-lock.json and needs no network.
`;

const [file = path.join(CACHE_FOLDER, 'sbom.cdx.json')] = process.argv.slice(2);
if (file === '--help' || file === '-h') process.stdout.write(HELP);
else {
  try {
    const bill = await billOfMaterials();
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
    process.stdout.write(`${bill.components.length} packages: ${file}\n`);
  } catch (failure) {
    process.stderr.write(`${describeFailure(failure)}\n`);
    process.exitCode = 1;
  }
}
