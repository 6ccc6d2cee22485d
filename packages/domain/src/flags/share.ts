/** @see draft-eastlake-fnv: offset basis and prime of FNV-1a with 32 bits. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a of a text's UTF-16 units, which are its bytes where it is ASCII, as keys and ids are. @returns an unsigned number of 32 bits */
export function fnv1a(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  return hash >>> 0;
}

/** The last step of MurmurHash3 for 32 bits: FNV alone leaves texts that differ in their last letters close to each other. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/**
 * Where a company stands with a flag, from 0 to 99: it is among a share of p per cent where this is below p. It is the same in
 * every process and release, so a greater share keeps all that a smaller one had; for each flag companies stand otherwise.
 * @param companyId in small letters, as the database writes it
 */
export function shareSlot(key: string, companyId: string): number {
  return Math.floor((mixed(fnv1a(`${key} ${companyId}`)) / 2 ** 32) * 100);
}
