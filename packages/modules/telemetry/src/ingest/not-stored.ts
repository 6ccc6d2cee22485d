import { bug, type AppError } from '@tenon/kernel';

/** The refusal of a message that we failed to store, though nothing says that it is wrong. */
export function notStored(): AppError {
  return bug('TELEMETRY.NOT_STORED', 'The message could not be stored; this is a fault on our side.');
}
