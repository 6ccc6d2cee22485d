// @ts-check
/** @typedef {import('./run-load.mjs').LoadResult} LoadResult */

/** @param {string} name @param {string} value */
const line = (name, value) => `${name.padEnd(52)}${value}\n`;

/** @param {LoadResult} result @param {string} name */
function lines(result, name) {
  const cpu = Object.entries(result.cpuUsPerMessage);
  const all = cpu.reduce((sum, [part, us]) => sum + (part === 'load' ? 0 : us), 0);
  return [
    line(`${name}: messages acknowledged`, `${Math.round(result.perSecond).toLocaleString('en')} /s`),
    line(`${name}: acknowledged after`, `p50 ${result.p50Ms.toFixed(1)} ms, p99 ${result.p99Ms.toFixed(1)} ms`),
    line(`${name}: most memory held`, Object.entries(result.peakMb).map(([part, mb]) => `${part} ${mb.toFixed(0)} MB`).join(', ')),
    line(`${name}: processor a message`, `${all.toFixed(1)} µs (${cpu.map(([part, us]) => `${part} ${us.toFixed(1)}`).join(', ')})`),
  ].join('');
}

/**
 * One line a figure.
 * @param {{ load: import('./run-load.mjs').LoadOptions, tenon: (LoadResult & { stored: number, bytesPerMessage: number }) | undefined, mosquitto: LoadResult | null | undefined }} results
 */
export function report({ load, tenon, mosquitto }) {
  let text = line('load', `${load.connections} connections, ${load.window} in flight each, QoS 1, 4 numbers a message, ${load.seconds} s`);
  if (tenon) {
    text += lines(tenon, 'tenon');
    text += line('tenon: acknowledged and stored', `${tenon.acknowledged.toLocaleString('en')} and ${tenon.stored.toLocaleString('en')}`);
    text += line('tenon: bytes a message, index too', tenon.bytesPerMessage.toFixed(0));
  }
  if (mosquitto) text += lines(mosquitto, 'mosquitto (stores nothing)');
  if (mosquitto === null) text += line('mosquitto', 'not installed');
  if (tenon && mosquitto) text += line('tenon to mosquitto', `${(tenon.perSecond / mosquitto.perSecond).toFixed(2)} × the rate`);
  return text;
}
