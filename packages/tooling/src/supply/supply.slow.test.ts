import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { environment } from '../cli/env.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { billOfMaterials } from './bill-of-materials.mjs';

describe('the bill of materials', () => {
  it('has what package-lock.json has, each package with its version, its licence and its digest', async () => {
    const { bomFormat, metadata, components } = await billOfMaterials();
    expect([bomFormat, metadata.component['name'], metadata.component['type']]).toEqual(['CycloneDX', 'tenon', 'application']);
    const pdfkit = components.find(({ purl }) => purl.startsWith('pkg:npm/pdfkit@'));
    expect(pdfkit).toMatchObject({ name: 'pdfkit', licenses: [expect.anything()], hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }] });
    expect(components.map(({ name }) => name)).not.toContain('jest');
  });
});

describe('the audit of packages', () => {
  /** What stands for the registry: it knows a weakness of pdfkit, or answers nothing of the kind. */
  let registry: Server;
  let url: string;
  let knows = true;
  beforeAll(async () => {
    registry = createServer((request, response) => {
      if (!knows) return void response.writeHead(405).end();
      if (request.method === 'GET') return void response.end(JSON.stringify({ name: 'pdfkit', 'dist-tags': { latest: '0.20.2' }, versions: { '0.20.2': { name: 'pdfkit', version: '0.20.2' } } }));
      request.on('data', () => undefined).on('end', () => response.end(JSON.stringify({ pdfkit: [{ id: 1, url: 'https://example.test/1', title: 'Draws what it should not', severity: 'high', vulnerable_versions: '<99' }] })));
    }).listen(0, '127.0.0.1');
    await once(registry, 'listening');
    url = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;
  });
  afterAll(() => void registry.close());

  const audit = (): Promise<{ code: unknown; said: string }> =>
    new Promise((resolve) => {
      const script = path.join(REPOSITORY, 'packages/tooling/src/supply/audit/main.mjs');
      const env = { ...environment(), npm_config_registry: url, npm_config_fetch_retries: '0' };
      execFile(process.execPath, [script, REPOSITORY], { env, encoding: 'utf8' }, (failure, said) => resolve({ code: failure?.code ?? 0, said }));
    });

  it('names a weakness and fails, and tells that from a registry that cannot be asked', async () => {
    expect(await audit()).toEqual({ code: 1, said: expect.stringMatching(/^high {2}pdfkit <99: Draws what it should not\n {2}https:\/\/example\.test\/1\n1 to look at\.\n$/) });
    knows = false;
    expect(await audit()).toEqual({ code: 2, said: 'The registry could not be asked for advisories.\n' });
  });
});
