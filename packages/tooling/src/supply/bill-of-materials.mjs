// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { ANY_REGISTRY } from '../lock/complete-lock.mjs';
import { askNpm } from './ask-npm.mjs';

/**
 * @typedef {object} Component
 * @property {string} name
 * @property {string} version
 * @property {string} purl
 * @property {readonly { alg: string, content: string }[]} [hashes]
 * @property {readonly unknown[]} [licenses]
 * @property {readonly { url: string }[]} [externalReferences]
 *
 * @typedef {{ bomFormat: string, specVersion: string, metadata: { component: Record<string, unknown> }, components: readonly Component[] }} BillOfMaterials
 */

/**
 * What the platform consists of when it runs, by package-lock.json, in CycloneDX: each package with version, licence and SHA-512. No
 * network is needed.
 * @returns {Promise<BillOfMaterials>}
 */
export async function billOfMaterials() {
  const said = await askNpm(['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev', '--package-lock-only']);
  if (!said.startsWith('{')) throw new Problem('npm made no bill of materials. It takes npm 10 or newer.');
  const bill = JSON.parse(said);
  // npm calls the whole by the name of its folder.
  const { name } = JSON.parse(readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8'));
  const components = bill.components.map((/** @type {Component} */ each) => ({ ...each, externalReferences: each.externalReferences?.filter(({ url }) => !url.startsWith(ANY_REGISTRY)) }));
  return { ...bill, components, metadata: { ...bill.metadata, component: { ...bill.metadata.component, name } } };
}
