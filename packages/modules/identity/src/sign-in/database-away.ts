import { unavailable } from '@tenon/kernel';

/** For a question by which a caller is known: whoever cannot be looked up is told that the database is away, and not that they are unknown. */
export function sayDatabaseIsAway(): never {
  throw unavailable('DB.UNAVAILABLE', 'The database cannot be reached just now.');
}
