import type { Frame, TableHead, TelemetryTable } from '../../application/query/frame.js';
import { isoInstant } from '../../instant.js';
import { labelColumns, TIME } from './label-columns.js';

/** One document, `{ "columns": […], "frames": […] }`, each frame in columns. It is closed only when all was told: what broke off does not parse. */
export async function* writeJson({ head, frames }: TelemetryTable): AsyncGenerator<string, void, void> {
  yield `{"columns":${JSON.stringify([...labelColumns(head).map(({ name }) => name), TIME, ...head.columns])},"frames":[`;
  let comma = '';
  for await (const frame of frames) {
    const columns = head.columns.map((name, place) => `${JSON.stringify(name)}:[${Array.from(frame.atMs, (_, row) => valueText(frame, place, row)).join(',')}]`);
    yield `${comma}{${[...labelTexts(frame, head), `"${TIME}":[${Array.from(frame.atMs, timeText).join(',')}]`, ...columns].join(',')}}`;
    comma = ',';
  }
  yield ']}\n';
}

/** A row a line, each an object of its own (https://github.com/ndjson/ndjson-spec). */
export async function* writeNdjson({ head, frames }: TelemetryTable): AsyncGenerator<string, void, void> {
  for await (const frame of frames) {
    const start = labelTexts(frame, head).join(',');
    let text = '';
    for (let row = 0; row < frame.atMs.length; row += 1) {
      text += `{${start},"${TIME}":${timeText(frame.atMs[row] as number)},${head.columns.map((name, place) => `${JSON.stringify(name)}:${valueText(frame, place, row)}`).join(',')}}\n`;
    }
    yield text;
  }
}

function labelTexts({ labels }: Frame, head: TableHead): string[] {
  return labelColumns(head).map(({ name, label }) => `"${name}":${JSON.stringify(labels[label])}`);
}

const timeText = (atMs: number): string => `"${isoInstant(atMs)}"`;

function valueText({ values, rich }: Frame, place: number, row: number): string {
  return rich?.[row] ?? JSON.stringify(values[place]?.[row] ?? null);
}
