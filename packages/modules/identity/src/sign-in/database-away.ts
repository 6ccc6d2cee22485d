import { databaseUnavailable } from '@tenon/db';

/** For a question by which a caller is known: whoever cannot be looked up is told that the database is away, and not that they are unknown. */
export function sayDatabaseIsAway(error?: unknown): never {
  throw databaseUnavailable(error);
}
