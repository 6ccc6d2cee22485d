import type { TelemetryQuestionText } from '@tenon/contracts/telemetry';
import { asUnreachable, readRest } from '../../api/answer';

/** The forms in which readings are handed out as a file. */
export type ReadingsFormat = 'csv' | 'parquet';

interface Fetching {
  readonly question: TelemetryQuestionText;
  readonly format: ReadingsFormat;
  readonly onBytes: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** A file of readings as it comes, piece by piece: how much has come is told on the way. The browser keeps it where there is room, which is on disk when it is long. @throws ApiError */
export async function fetchReadings({ question, format, onBytes, signal }: Fetching): Promise<Blob> {
  const response = await fetch('/api/telemetry/export', { method: 'POST', signal, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ format, question }) }).catch(asUnreachable);
  if (!response.ok || !response.body) return (await readRest(response)) as never;
  let bytes = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, out) {
        bytes += piece.length;
        onBytes(bytes);
        out.enqueue(piece);
      },
    }),
  );
  return new Response(counted, { headers: { 'content-type': response.headers.get('content-type') ?? '' } }).blob().catch(asUnreachable);
}

/** Gives a file to the browser to keep. */
export function keepFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The click is taken up after this turn.
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 60_000);
}
