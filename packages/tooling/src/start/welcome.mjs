// @ts-check
import { formatDuration } from '../cli/duration.mjs';

/**
 * @typedef {object} Welcome
 * @property {import('./config.mjs').Ports} ports
 * @property {string} publicUrl
 * @property {string} dataDir
 * @property {number} tookMs
 * @property {import('./demo.mjs').DemoAccess | null} demo
 */

/**
 * What the person sees when all is up: where things are, how to get in, how to send a first value.
 * @param {Welcome} welcome
 * @param {(text: string) => string} bold
 * @returns {readonly string[]}
 */
export function welcomeLines({ ports, publicUrl, dataDir, tookMs, demo }, bold) {
  return [
    '',
    bold(`Tenon is running (${formatDuration(tookMs)}).`),
    '',
    `  Portal         ${bold(publicUrl)}`,
    `  GraphQL        http://localhost:${ports.API_PORT}/graphql`,
    `  MQTT           mqtt://localhost:${ports.MQTT_PORT}`,
    `  Device HTTP    http://localhost:${ports.DEVICE_HTTP_PORT}`,
    `  Data, logs     ${dataDir}`,
    '',
    ...(demo ? demoLines(demo, ports, bold) : [
          'Sign up in the portal, add a machine, and it shows the command that sends its first value.',
          'Staff of the platform office are appointed by: npm run appoint-staff -- --email <address>',
        ]),
    '',
    'Ctrl-C stops everything.',
    '',
  ];
}

/**
 * @param {import('./demo.mjs').DemoAccess} demo
 * @param {import('./config.mjs').Ports} ports
 * @param {(text: string) => string} bold
 */
function demoLines({ email, password, staffEmail, staffPassword, token, deviceName }, ports, bold) {
  const message = '{"temperature": 21.5}';
  return [
    bold('Sign in'),
    `  Demo company     ${email}   ${password}`,
    `  Platform office  ${staffEmail}   ${staffPassword}`,
    '',
    bold(`Send a value, as machine "${deviceName}"`),
    `  curl -sS -X POST http://localhost:${ports.DEVICE_HTTP_PORT}/api/v1/${token}/telemetry -H 'Content-Type: application/json' -d '${message}'`,
    `  mosquitto_pub -h localhost -p ${ports.MQTT_PORT} -u ${token} -q 1 -t v1/devices/me/telemetry -m '${message}'`,
  ];
}
