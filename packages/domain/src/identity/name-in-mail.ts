const LONGEST = 60;
/** What a sign may be, whatever its width: a full-width dot is a dot. */
const PLAIN = /^[\p{L}\p{M}\p{N} ()&'’·-]+$/u;

/**
 * A name that somebody chose, as it may stand in a mail of ours: letters, digits, spaces, and what joins them within a
 * name. Whoever names their company `Click evil.example` would else have us send their link to strangers, as mail
 * programs make links of whatever has a dot, a slash, a colon or an at sign.
 * @returns at most 60 characters; empty where nothing is left
 */
export function nameInMail(name: string): string {
  const signs = [...name.normalize('NFC')].map((sign) => (PLAIN.test(sign.normalize('NFKC')) ? sign : ' '));
  return [...signs.join('').replace(/ +/g, ' ').trim()].slice(0, LONGEST).join('').trim();
}
