const PLAIN = /^[A-Za-z0-9_./:@%+=,-]+$/;

/** One argument of a POSIX shell command: as it is where no shell would read anything into it, else between single quotes. @see POSIX.1-2017, Shell, 2.2.2 */
export function shellQuote(argument: string): string {
  return PLAIN.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
