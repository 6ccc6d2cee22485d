import { connectionState, type ConnectionState } from '@tenon/domain/devices';
import type { Annotation, ConnectionState as ShownConnection, DeviceFilterInput, GatewayMode as ShownMode, DeviceOrder as ShownOrder } from '@tenon/graphql/resolvers';
import { instantText, isUuid } from '@tenon/kernel';
import type { AnnotationRow } from '../persistence/annotation.repository.js';
import type { DeviceFilter } from '../persistence/device-conditions.js';
import type { DeviceOrder } from '../persistence/device-order.js';
import type { DeviceRow } from '../persistence/device-row.js';
import type { RefusalRow } from '../persistence/refusal.repository.js';

/** A connection state in the domain's words. */
export function readConnection(shown: ShownConnection | null | undefined): ConnectionState | null {
  return (shown?.toLowerCase() as ConnectionState | undefined) ?? null;
}

/** An order in the words of the repository: `NAME_DOWN`, `name-down`. */
export function readOrder(shown: ShownOrder | undefined): DeviceOrder {
  return (shown ?? 'NAME').toLowerCase().replace('_', '-') as DeviceOrder;
}

/** No thing has it, so nothing matches what is none's. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const idOf = (text: string): string => (isUuid(text) ? text : NOBODY);

/** What a list of machines is narrowed to, in the repository's words. */
export function readFilter({ placeId, isUnplaced, typeId, isUntyped, tagIds, gatewayId, isGateway, isRetired }: DeviceFilterInput): Omit<DeviceFilter, 'search'> {
  return {
    ...(isUnplaced ? { placeId: null } : placeId ? { placeId: idOf(placeId) } : {}),
    ...(isUntyped ? { typeId: null } : typeId ? { typeId: idOf(typeId) } : {}),
    tagIds: tagIds?.map(idOf),
    gatewayId: gatewayId ? idOf(gatewayId) : undefined,
    isGateway: isGateway ?? false,
    isRetired: isRetired ?? false,
  };
}

/** What a machine is to gateways. */
function showGateway({ gatewayMode, parentId, knownAs }: DeviceRow) {
  return { gatewayMode: gatewayMode.toUpperCase() as ShownMode, knownAs: parentId === null ? null : knownAs };
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
    ...showGateway(device),
    // For the fields of its type and its gateway, which are asked for apart.
    typeId: device.typeId,
    parentId: device.parentId,
    placeId: device.placeId,
    retiredAt: device.retiredAt && instantText(device.retiredAt),
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
