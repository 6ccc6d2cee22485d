/** The list, once it was asked for. */
let list: Promise<ReadonlySet<string>> | undefined;

/** The most used passwords of many leaks, some 49,000, in small letters. They are read when the first password is set: no other request, process or page needs them. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  list ??= read();
  return list;
}

async function read(): Promise<ReadonlySet<string>> {
  const { MOST_USED } = await import('./password-list.js');
  return new Set(MOST_USED);
}
