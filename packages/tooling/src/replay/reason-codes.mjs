// @ts-check

/** What the gateway's reason codes mean to whoever replays. @see MQTT 5.0, section 2.4; below 0x80 those of MQTT 3.1.1, table 3.1 */
const WORDS = new Map([
  [0x01, 'it does not speak this version of MQTT'],
  [0x02, 'it does not accept the client identifier'],
  [0x03, 'it is not available just now'],
  [0x04, 'no machine has this access token'],
  [0x05, 'the access token was revoked, or the company is suspended'],
  [0x80, 'it does not say why'],
  [0x83, 'a fault on its side'],
  [0x84, 'it does not speak this version of MQTT'],
  [0x86, 'no machine has this access token'],
  [0x87, 'the access token was revoked'],
  [0x89, 'it is too busy just now'],
  [0x8a, 'the company is suspended'],
  [0x90, 'it does not know the topic'],
  [0x95, 'the message is too large'],
  [0x97, 'too many messages a second'],
  [0x99, 'it cannot read the payload, or its times are beyond what is kept'],
  [0x9f, 'too many connections a minute'],
]);

const QUOTA_EXCEEDED = 0x97;
/** Not yet, or not here: another connection may be let in. */
const PASSING = new Set([0x03, 0x88, 0x89, 0x8b, 0x97, 0x9f]);

/** @param {number} code */
export function reasonWords(code) {
  const words = WORDS.get(code);
  const name = `reason code 0x${code.toString(16).padStart(2, '0')}`;
  return words ? `${words}, ${name}` : name;
}

/** Whether a message with this answer may be taken when it is sent again. @param {number} code */
export function isLater(code) {
  return code === QUOTA_EXCEEDED;
}

/** Whether a connection refused with this code will be refused again. @param {number} code */
export function fatalReason(code) {
  return code > 0 && !PASSING.has(code);
}
