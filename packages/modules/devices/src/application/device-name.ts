import { invalid } from '@tenon/kernel';

/** A machine's name, trimmed. @throws AppError (invalid) DEVICE.NAME_REQUIRED, DEVICE.NAME_TOO_LONG */
export function readDeviceName(text: string): string {
  const name = text.trim();
  if (name.length === 0) throw invalid('DEVICE.NAME_REQUIRED', 'The machine needs a name.');
  if (name.length > 80) throw invalid('DEVICE.NAME_TOO_LONG', 'The name is longer than 80 characters.');
  return name;
}
