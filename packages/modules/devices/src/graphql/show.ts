import { connectionState, type ConnectionState } from '@tenon/domain/devices';
import type { Annotation, ConnectionState as ShownConnection } from '@tenon/graphql/resolvers';
import { instantText } from '@tenon/kernel';
import type { AnnotationRow } from '../persistence/annotation.repository.js';
import type { DeviceRow } from '../persistence/device-row.js';
import type { RefusalRow } from '../persistence/refusal.repository.js';

/** A connection state in the domain's words. */
export function readConnection(shown: ShownConnection | null | undefined): ConnectionState | null {
  return (shown?.toLowerCase() as ConnectionState | undefined) ?? null;
}

/** A machine in the words of the schema. */
export function showDevice(device: DeviceRow) {
  const { presence, tokens } = device;
  const lastSeenAt = presence?.lastSeenAt ?? null;
  const token = tokens[0];
  return {
    id: device.id,
    name: device.name,
    kind: device.kind.toUpperCase(),
    connection: connectionState(lastSeenAt?.getTime() ?? null, presence?.isConnected ?? false, Date.now()).toUpperCase(),
    lastSeenAt: lastSeenAt && instantText(lastSeenAt),
    createdAt: instantText(device.createdAt),
    token: token ? { prefix: token.prefix, issuedAt: instantText(token.issuedAt) } : null,
    attributes: device.attributes,
    // For the field of its type, which is asked for apart.
    typeId: device.typeId,
  };
}

/** A refusal in the words of the schema. */
export function showRefusal(refusal: RefusalRow) {
  return { ...refusal, id: refusal.id.toString(), at: instantText(refusal.at) };
}

/** A note in the words of the schema. */
export function showNote({ id, fromAt, toAt, text, authorId, authorName, createdAt, editedAt }: AnnotationRow): Annotation {
  return { id, from: instantText(fromAt), to: toAt && instantText(toAt), text, authorId, authorName, createdAt: instantText(createdAt), editedAt: editedAt && instantText(editedAt) };
}
