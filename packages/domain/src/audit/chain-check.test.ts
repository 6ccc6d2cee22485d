import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { auditForm, ChainCheck, exportLine, GENESIS_HASH, readExportLine, type AuditEntry, type ChainAnchor } from './index.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const START: ChainAnchor = { seq: 0, hash: GENESIS_HASH };

function entryAfter({ seq, hash }: ChainAnchor, change: Partial<AuditEntry> = {}): AuditEntry {
  const entry = {
    tenantId: '00000000-0000-4000-8000-000000000001', seq: seq + 1, at: '2026-01-05T08:00:00.000Z', action: 'device.renamed', actorKind: 'user', actorId: null,
    actor: '王工@example.com', via: 'session', viaId: null, address: '10.0.0.1', userAgent: null, subjectId: 'd', details: '{"after": "冲床"}', prevHash: hash, hash: '', ...change,
  };
  return { ...entry, hash: change.hash ?? sha256(auditForm(entry)) };
}

function chainOf(length: number): AuditEntry[] {
  const chain: AuditEntry[] = [];
  for (let n = 0; n < length; n += 1) chain.push(entryAfter(chain.at(-1) ?? START));
  return chain;
}

function faultsOf(entries: readonly AuditEntry[], anchor = START, head?: ChainAnchor): readonly object[] {
  const check = new ChainCheck(anchor, sha256);
  for (const entry of entries) check.add(entry);
  return check.faults(head);
}

describe('a chain of audit entries', () => {
  const chain = chainOf(5);
  const with3 = (change: Partial<AuditEntry>): AuditEntry[] => chain.map((entry) => (entry.seq === 3 ? { ...entry, ...change } : entry));

  it('holds as it was made, from its beginning and from an anchor', () => {
    expect(faultsOf(chain, START, chain[4])).toEqual([]);
    expect(faultsOf(chain.slice(2), chain[1], chain[4])).toEqual([]);
  });

  it.each([
    ['who', { actor: '别人' }],
    ['when', { at: '2026-01-05T08:00:01.000Z' }],
    ['from where', { address: null }],
    ['what', { details: '{"after": "铣床"}' }],
    ['a field for another', { actorId: 'session', via: null }],
  ])('tells that one entry says %s otherwise', (_what, change) => {
    expect(faultsOf(with3(change))).toEqual([{ kind: 'altered', seq: 3 }]);
  });

  it('tells an entry that was hashed anew from one that belongs there', () => {
    expect(faultsOf(with3(entryAfter(chain[1]!, { actor: '别人' })))).toEqual([{ kind: 'unlinked', seq: 4 }]);
  });

  it('tells what is gone: from the beginning, the middle and the end', () => {
    expect(faultsOf(chain.slice(1), START, chain[4])).toEqual([{ kind: 'missing', seq: 1 }]);
    expect(faultsOf(chain.filter(({ seq }) => seq !== 3), START, chain[4])).toEqual([{ kind: 'missing', seq: 3 }]);
    expect(faultsOf(chain.slice(0, 4), START, chain[4])).toEqual([{ kind: 'cut', seq: 5 }]);
  });
});

it('forms differ wherever fields differ, though their texts run into one another', () => {
  const [a, b] = [entryAfter(START, { actor: 'ab', via: 'c' }), entryAfter(START, { actor: 'a', via: 'bc' })];
  expect(auditForm(a)).not.toBe(auditForm(b));
  expect(auditForm(entryAfter(START, { actor: '🏭' }))).toContain(',4:🏭,');
});

describe('an exported line', () => {
  const odd = entryAfter(START, { actor: 'x","details":"y', details: '{"many": 1000000000000000000000, "exact": 1.50, "text": "a } b"}' });

  it('is read as it was written, whatever stands in it', () => {
    expect(readExportLine(exportLine(odd))).toEqual(odd);
    expect(sha256(auditForm(readExportLine(exportLine(odd))))).toBe(odd.hash);
    expect(JSON.parse(exportLine(odd))).toMatchObject({ seq: 1, details: { exact: 1.5 } });
  });

  it.each(['', 'nothing', '{}', '[1]', '{"seq":1,"details":{}}'])('is not %j', (line) => {
    expect(() => readExportLine(line)).toThrow(expect.objectContaining({ code: 'AUDIT.LINE' }));
  });
});
