/**
 * Every reason with which a device's connection or message is refused and counted. The tenant sees these codes, so a code once given is never renamed.
 * AUTH, TOPIC, PAYLOAD, RATE, QUOTA and MQTT come from the door the message knocked at; CALL and COMMAND from what a machine asks and answers; GATEWAY from how a gateway writes, CHILD from which machines it speaks for; INGEST from what it names to be sent again; SPARKPLUG from what an edge node says of itself and its devices, of which SEQUENCE_GAP and RULE_BROKEN are told of messages that were taken; TELEMETRY and ATTRIBUTE from reading it, but for what only
 * storing it shows: TELEMETRY.MACHINE_FULL, ATTRIBUTE.TOO_LARGE_TOGETHER, and NOT_STORED, a fault of the platform's that the message's owner should hear of.
 */
export const REFUSAL_REASONS = [
  'AUTH.UNKNOWN_TOKEN',
  'AUTH.TOKEN_REVOKED',
  'AUTH.DEVICE_RETIRED',
  'AUTH.TENANT_SUSPENDED',
  'AUTH.UNKNOWN_CERTIFICATE',
  'AUTH.CERTIFICATE_REVOKED',
  'AUTH.CERTIFICATE_EXPIRED',
  'AUTH.CERTIFICATE_EARLY',
  'AUTH.CERTIFICATE_OTHER_USE',
  'TOPIC.UNKNOWN',
  'TOPIC.NOT_LISTENING',
  'PAYLOAD.TOO_LARGE',
  'PAYLOAD.BAD_ENCODING',
  'PAYLOAD.UNKNOWN_ENCODING',
  'INGEST.KEY',
  'INGEST.KEY_USED',
  'INGEST.KEY_WITH_LINES',
  'RATE.LIMITED',
  'RATE.TOO_MANY_WAITING',
  'QUOTA.REACHED',
  'MQTT.PROTOCOL_ERROR',
  'CALL.BAD_QUESTION',
  'CALL.BAD_JSON',
  'CALL.UNKNOWN_METHOD',
  'COMMAND.NOT_SENT',
  'COMMAND.ANSWER_TOO_LARGE',
  'GATEWAY.BAD_JSON',
  'GATEWAY.TOO_MANY_MACHINES',
  'CHILD.BAD_NAME',
  'CHILD.NOT_A_GATEWAY',
  'CHILD.NOT_LISTED',
  'CHILD.NAME_TAKEN',
  'CHILD.NO_ROOM',
  'CHILD.REFUSED',
  'CHILD.TOO_MANY_AT_ONCE',
  'SPARKPLUG.BAD_PAYLOAD',
  'SPARKPLUG.TOO_MUCH',
  'SPARKPLUG.OTHER_NODE',
  'SPARKPLUG.NOT_BORN',
  'SPARKPLUG.SEQUENCE_GAP',
  'SPARKPLUG.UNKNOWN_METRIC',
  'SPARKPLUG.TYPE_MISMATCH',
  'SPARKPLUG.POOR_QUALITY',
  'SPARKPLUG.RULE_BROKEN',
  'SPARKPLUG.TOO_MANY_DEVICES',
  'TELEMETRY.BAD_JSON',
  'TELEMETRY.WRONG_SHAPE',
  'TELEMETRY.BAD_TIMESTAMP',
  'TELEMETRY.EMPTY',
  'TELEMETRY.TOO_MANY_METRICS',
  'TELEMETRY.KEY_INVALID',
  'TELEMETRY.VALUE_INVALID',
  'TELEMETRY.VALUE_TOO_LARGE',
  'TELEMETRY.NOT_FINITE',
  'TELEMETRY.NESTED_TOO_DEEP',
  'TELEMETRY.CLOCK_AHEAD',
  'TELEMETRY.CLOCK_BEHIND',
  'TELEMETRY.TOO_OLD',
  'TELEMETRY.MACHINE_FULL',
  'TELEMETRY.NOT_STORED',
  'ATTRIBUTE.BAD_JSON',
  'ATTRIBUTE.WRONG_SHAPE',
  'ATTRIBUTE.EMPTY',
  'ATTRIBUTE.TOO_MANY_METRICS',
  'ATTRIBUTE.KEY_INVALID',
  'ATTRIBUTE.VALUE_INVALID',
  'ATTRIBUTE.VALUE_TOO_LARGE',
  'ATTRIBUTE.NOT_FINITE',
  'ATTRIBUTE.NESTED_TOO_DEEP',
  'ATTRIBUTE.TOO_LARGE_TOGETHER',
] as const;

/** One of {@link REFUSAL_REASONS}. */
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

const KNOWN: ReadonlySet<string> = new Set(REFUSAL_REASONS);

/** Whether an error's code is a reason that is counted against the device that sent the message; anything else has nothing to do with its messages. */
export function isRefusalReason(code: string): code is RefusalReason {
  return KNOWN.has(code);
}
