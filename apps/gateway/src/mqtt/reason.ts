/** Reason codes of MQTT 5 that this server sends. @see MQTT 5.0, section 2.4 */
export const REASON = {
  success: 0x00,
  noSubscription: 0x11,
  malformed: 0x81,
  protocolError: 0x82,
  implementation: 0x83,
  unsupportedVersion: 0x84,
  badClientId: 0x85,
  badCredential: 0x86,
  notAuthorized: 0x87,
  unavailable: 0x88,
  busy: 0x89,
  banned: 0x8a,
  shuttingDown: 0x8b,
  badAuthMethod: 0x8c,
  keepAliveTimeout: 0x8d,
  takenOver: 0x8e,
  badTopicName: 0x90,
  noSuchPacketId: 0x92,
  receiveMaximumExceeded: 0x93,
  badTopicAlias: 0x94,
  packetTooLarge: 0x95,
  quotaExceeded: 0x97,
  administrative: 0x98,
  badPayload: 0x99,
  connectionRate: 0x9f,
} as const;

/** Client's DISCONNECT: keep the will. */
export const DISCONNECT_WITH_WILL = 0x04;

/** CONNACK codes of MQTT 3.1 and 3.1.1, which know six. @see MQTT 3.1.1, table 3.1 */
const RETURN_CODES: Readonly<Record<number, number>> = {
  [REASON.success]: 0,
  [REASON.unsupportedVersion]: 1,
  [REASON.badClientId]: 2,
  [REASON.unavailable]: 3,
  [REASON.busy]: 3,
  [REASON.connectionRate]: 3,
  [REASON.quotaExceeded]: 3,
  [REASON.badCredential]: 4,
};

/** The older versions' word for a reason to refuse a connection; "not authorized" where they have none. */
export function returnCode(reason: number): number {
  return RETURN_CODES[reason] ?? 5;
}

/** A packet that breaks the protocol; the connection ends with this reason. */
export class ProtocolFault extends Error {
  constructor(
    readonly reason: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ProtocolFault';
  }
}
