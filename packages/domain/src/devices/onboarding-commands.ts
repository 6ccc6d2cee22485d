import { shellQuote } from './shell-quote.js';

/** Where a new machine is to send to, and as whom. */
export interface OnboardingTarget {
  /** Host name or address of the MQTT gateway, as the machine sees it. */
  readonly host: string;
  readonly mqttPort: number;
  /** Where the HTTP device API answers, such as `https://iot.example.com`. */
  readonly httpBaseUrl: string;
  readonly token: string;
}

/** Commands to paste into a POSIX shell; each sends one telemetry message and shows whether it arrived. */
export interface OnboardingCommands {
  /** Sends once and does not ask (QoS 0). */
  readonly mosquittoPub: string;
  /** Sends with QoS 1 and prints the gateway's acknowledgement. */
  readonly mosquittoPubQos1: string;
  readonly curl: string;
  /** Node 18 or later, nothing installed. */
  readonly node: string;
  /** Python 3, nothing installed. */
  readonly python: string;
}

const TELEMETRY_TOPIC = 'v1/devices/me/telemetry';
const EXAMPLE = { temperature: 23.4 };

const command = (...words: readonly string[]): string => words.map(shellQuote).join(' ');

function nodeScript(url: string): string {
  const options = `{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(${JSON.stringify(EXAMPLE)}) }`;
  return `fetch(${JSON.stringify(url)}, ${options}).then(async (r) => console.log(r.status, await r.text()))`;
}

function pythonScript(url: string): string {
  // A JSON string or object of strings is a Python literal too.
  const request = `u.Request(${JSON.stringify(url)}, ${JSON.stringify(JSON.stringify(EXAMPLE))}.encode(), {"content-type": "application/json"})`;
  return `import urllib.request as u; r = u.urlopen(${request}); print(r.status, r.read().decode())`;
}

/**
 * The commands with which a person sends a machine's first message, ready to paste: every part is quoted for a POSIX shell.
 * They speak ThingsBoard's device API: MQTT with the token as user name, and `POST /api/v1/<token>/telemetry`.
 */
export function onboardingCommands(target: OnboardingTarget): OnboardingCommands {
  const { host, mqttPort, httpBaseUrl, token } = target;
  const payload = JSON.stringify(EXAMPLE);
  const url = `${httpBaseUrl.replace(/\/+$/, '')}/api/v1/${encodeURIComponent(token)}/telemetry`;
  const mqtt = ['-h', host, '-p', String(mqttPort), '-u', token, '-t', TELEMETRY_TOPIC, '-m', payload];
  return {
    mosquittoPub: command('mosquitto_pub', ...mqtt),
    mosquittoPubQos1: command('mosquitto_pub', '-d', '-q', '1', ...mqtt),
    curl: command('curl', '-i', '-H', 'Content-Type: application/json', '-d', payload, url),
    node: command('node', '-e', nodeScript(url)),
    python: command('python3', '-c', pythonScript(url)),
  };
}
