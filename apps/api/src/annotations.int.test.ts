import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import type { Client } from 'graphql-ws';
import { colleague, whoIs, type Colleague } from './testing/colleagues.js';
import { liveClient } from './testing/live-client.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let owner: TestPerson;
let operator: Colleague;
let other: Colleague;
let viewer: Colleague;
let device: string;
let listener: Client;
beforeAll(async () => {
  api = await testApi();
  owner = await api.newcomer('Notes');
  const tenant = (await whoIs(owner)).tenant!.id;
  [operator, other, viewer] = [await colleague(api, tenant, 'operator'), await colleague(api, tenant, 'operator'), await colleague(api, tenant, 'viewer')];
  device = (await owner.get<{ createDevice: { device: { id: string } } }>('mutation { createDevice(input: { name: "Press" }) { device { id } } }')).createDevice.device.id;
  listener = liveClient(api.url, viewer.cookie);
});
afterAll(async () => {
  await listener.dispose();
  await api.close();
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });

interface Note {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly text: string;
  readonly authorId: string;
  readonly editedAt: string | null;
}

const FACTS = '{ id from to text authorId editedAt }';
const ADD = `mutation ($input: AddAnnotationInput!) { addAnnotation(input: $input) ${FACTS} }`;
const UPDATE = `mutation ($input: UpdateAnnotationInput!) { updateAnnotation(input: $input) ${FACTS} }`;
const EIGHT = '2026-03-01T08:00:00.000Z';
const NINE = '2026-03-01T09:00:00.000Z';
const TEN = '2026-03-01T10:00:00.000Z';

const add = async (person: TestPerson, input: object): Promise<Note> => (await person.get<{ addAnnotation: Note }>(ADD, { input: { deviceId: device, from: EIGHT, text: '换模', ...input } })).addAnnotation;
const codeOf = async (person: TestPerson, query: string, input: object): Promise<string | undefined> => (await person.ask(query, { input })).errors?.[0]?.extensions.code;
const between = async (person: TestPerson, from: string, to: string): Promise<string[]> =>
  (await person.get<{ device: { annotations: Note[] } }>(`query ($id: ID!, $from: DateTime!, $to: DateTime!) { device(id: $id) { annotations(from: $from, to: $to) ${FACTS} } }`, { id: device, from, to })).device.annotations.map(({ text }) => text);

describe('notes of a machine', () => {
  it('are written by who may, read by whoever sees the machine, and told to others as it happens', async () => {
    const told = listener.iterate({ query: `subscription { deviceChanged(id: "${device}") { id } }` });
    await told.next();
    const next = told.next();
    const note = await add(operator, { text: ' 换模 ', to: NINE });
    await next;
    await told.return?.();
    expect(note).toEqual({ id: note.id, from: EIGHT, to: NINE, text: '换模', authorId: operator.id, editedAt: null });
    expect(await codeOf(viewer, ADD, { deviceId: device, from: EIGHT, text: 'x' })).toBe('AUTH.FORBIDDEN');
    await add(owner, { text: 'at ten', from: TEN });
    // A span counts where any of it lies in the range; newest first.
    expect(await between(viewer, '2026-03-01T08:30:00Z', '2026-03-01T10:30:00Z')).toEqual(['at ten', '换模']);
    expect(await between(viewer, TEN, '2026-03-01T10:00:01Z')).toEqual(['at ten']);
    expect(await between(viewer, '2026-03-01T09:00:01Z', TEN)).toEqual([]);
  });

  it('are changed and deleted by their author and by who sees to all, and that is on record', async () => {
    const { id } = await add(operator, { text: 'mine' });
    expect(await codeOf(other, UPDATE, { id, text: 'not mine' })).toBe('ANNOTATION.NOT_YOURS');
    const remove = `mutation { deleteAnnotation(id: "${id}") }`;
    expect((await other.ask(remove)).errors?.[0]?.extensions.code).toBe('ANNOTATION.NOT_YOURS');
    const { updateAnnotation } = await operator.get<{ updateAnnotation: Note }>(UPDATE, { input: { id, to: NINE } });
    expect(updateAnnotation).toMatchObject({ text: 'mine', from: EIGHT, to: NINE, editedAt: expect.any(String) });
    expect((await owner.get<{ updateAnnotation: Note }>(UPDATE, { input: { id, text: 'seen to', to: null } })).updateAnnotation).toMatchObject({ text: 'seen to', to: null, authorId: operator.id });
    await owner.get(remove);
    expect((await owner.ask(remove)).errors?.[0]?.extensions.code).toBe('ANNOTATION.NOT_FOUND');
    const { auditTrail } = await owner.get<{ auditTrail: { nodes: { action: string; subjectId: string }[] } }>('{ auditTrail(first: 4) { nodes { action subjectId } } }');
    expect(auditTrail.nodes).toEqual(['deleted', 'changed', 'changed', 'added'].map((verb) => ({ action: `device.note-${verb}`, subjectId: device })));
  });

  it('have a text and a time that can be, and go with the machine', async () => {
    expect(await codeOf(owner, ADD, { deviceId: device, from: EIGHT, text: ' ' })).toBe('ANNOTATION.TEXT_REQUIRED');
    expect(await codeOf(owner, ADD, { deviceId: device, from: NINE, to: EIGHT, text: 'x' })).toBe('ANNOTATION.SPAN');
    expect(await codeOf(owner, ADD, { deviceId: device.replace(/^./, (sign) => (sign === '0' ? '1' : '0')), from: EIGHT, text: 'x' })).toBe('DEVICE.NOT_FOUND');
    await owner.get(`mutation { deleteDevice(id: "${device}") }`);
    expect(await api.database.sql('SELECT 1 FROM annotation WHERE device_id = $1', [device])).toEqual([]);
  });
});
