import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DOCUMENT_FORMAT, readDocument, writeDocument } from './document.js';
import { DEVICE_TYPE_LIBRARY } from './library/index.js';
import { EMPTY_MODEL } from './model.js';

const codes = (text: string): string[] => (readDocument(text).faults ?? []).map(({ code, path }) => `${code} ${path}`);

describe('a document', () => {
  it.each(DEVICE_TYPE_LIBRARY.map((type) => [type.key, type] as const))('of %s is read back as it was written', (_key, { name, model }) => {
    const type = { name: name.zh, description: '', model };
    expect(readDocument(writeDocument(type))).toEqual({ type });
  });

  it('is as the documentation shows it', () => {
    const page = readFileSync(new URL('../../../../docs/device-types.md', import.meta.url), 'utf8');
    const { type, faults } = readDocument(/```json\n([^]*?)```/.exec(page)?.[1] ?? '');
    expect([faults, type?.model.metrics.length]).toEqual([undefined, 2]);
  });

  it('says nothing where there is nothing to say', () => {
    const model = { ...EMPTY_MODEL, metrics: [{ key: 't', name: { zh: '', en: '' }, kind: 'number' as const, unit: null, range: null, values: [], quantity: 'gauge' as const, intervalMs: null }] };
    expect(JSON.parse(writeDocument({ name: 'T', description: '', model }))).toEqual({ format: DOCUMENT_FORMAT, name: 'T', metrics: [{ key: 't', kind: 'number', quantity: 'gauge' }] });
  });

  it.each([
    ['{', ['not-json ']],
    ['[]', ['not-object ']],
    ['{"name":"T"}', ['missing /format']],
    ['{"format":"tenon.device-type/2","metric":1}', ['bad-format /format']],
    [JSON.stringify({ format: DOCUMENT_FORMAT, metrics: [{ key: 't' }], alarm: [] }), ['unknown-field /alarm', 'missing /name', 'missing /metrics/0/kind']],
    [`"${'x'.repeat(400_000)}"`, ['too-large ']],
  ])('%.60s', (text, faults) => {
    expect(codes(text)).toEqual(faults);
  });
});
