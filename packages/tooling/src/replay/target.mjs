// @ts-check
import { readPlatformFile } from '../start/platform-file.mjs';

const MQTT_PORT = 1883;

/**
 * Which gateway: the one named, or that of the platform that runs on this data folder, whose port may have moved.
 * @param {{ host: string | null, port: number | null }} named
 * @param {string} dataDir
 * @returns {{ host: string, port: number }}
 */
export function targetOf({ host, port }, dataDir) {
  const running = host === null ? readPlatformFile(dataDir)?.mqttUrl : undefined;
  const url = running ? new URL(running) : null;
  return { host: host ?? url?.hostname ?? 'localhost', port: port ?? (Number(url?.port) || MQTT_PORT) };
}
