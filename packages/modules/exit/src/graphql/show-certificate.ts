import type { CheckedCertificate } from '../application/read-certificates.js';

/** A certificate in the words of the schema. */
export function showCertificate({ id, text, signature, said, verdict }: CheckedCertificate) {
  const { company, startedAt, finishedAt, backupsUntil, keyId, erased, kept } = said;
  return {
    id,
    companyName: company.name,
    startedAt,
    finishedAt,
    backupsUntil,
    keyId,
    erased: Object.entries(erased).map(([table, rows]) => ({ table, rows })),
    kept: kept.map(({ because, ...of }) => ({ ...of, becauseZh: because.zh, becauseEn: because.en })),
    verdict: verdict.toUpperCase().replace('-', '_'),
    text,
    signature,
  };
}
