import { PAPERS_FOLDER } from './manifest.js';
import { EXPORTED_TABLES } from './records.js';

const OTHERS: readonly { path: string; zh: string; en: string }[] = [
  { path: `${PAPERS_FOLDER}/<number>.<language>.pdf`, zh: '每张账单和红字账单的 PDF，中英文各一份', en: 'Each invoice and credit note as PDF, in Chinese (zh-CN) and in English (en)' },
  { path: 'audit/trail.jsonl', zh: '审计记录，一行一条，每条含 SHA-256 链', en: 'The audit trail, an entry a line, each with the SHA-256 of the chain' },
  { path: 'telemetry/<machine>/<metric>.csv', zh: '每台机器每个指标一个文件', en: 'One file for each metric of each machine' },
];

const LINES = [...EXPORTED_TABLES.map(({ path, title }) => ({ path, ...title })), ...OTHERS];
const table = (language: 'zh' | 'en'): string => LINES.map((line) => `| \`${line.path}\` | ${line[language]} |`).join('\n');

/** The README of a bundle, in both languages: what is where, in which form, and how one sees that all of it is there. */
export function readmeText(): string {
  return `# 榫卯 Tenon：企业数据导出

本包含有企业在平台上的全部数据。密码、令牌、密钥及其摘要不在其中。

- JSON 文件是对象数组，字段名与平台相同；时间为 ISO 8601（UTC），日期为 \`YYYY-MM-DD\`，金额以分为单位，字段名以 \`_minor\` 结尾。JSON 文件取自同一时刻，彼此一致。
- PDF 写的是同一时刻的情况：付款、退款和红字账单与 JSON 一致。账单的 PDF 不是发票。
- 遥测为 CSV（UTF-8，RFC 4180），列为 \`time,type,value\`：\`time\` 是 UTC 时间，精确到微秒；\`type\` 是 number、string、boolean、object 或 array；\`value\` 是 JSON 值（文本带引号）。同一时间戳只有最后收到的值。文件与机器、指标的对应见 \`telemetry/index.json\`。申请导出之后收到的点不在其中。
- \`manifest.json\` 列出每个文件的字节数和 SHA-256；\`manifest.sig\` 是它的 Ed25519 签名，\`public-key.pem\` 是公钥。

| 文件 | 内容 |
|---|---|
${table('zh')}

核对：\`npm run verify-bundle -- <文件>\`。没有平台代码时，解包后：

    openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile manifest.sig

公钥应与平台 \`/.well-known/tenon-keys.json\` 公布的一致。

# Tenon: what a company takes along

This bundle holds everything that the company has on the platform. Passwords, tokens, keys and their digests are not in it.

- JSON files are arrays of objects, their fields named as on the platform. Times are ISO 8601 in UTC, days \`YYYY-MM-DD\`, amounts whole fen in fields that end with \`_minor\`. All JSON files are of one moment, and agree with each other.
- PDFs say what stood at that same moment: payments, refunds and credit notes are those of the JSON files. They are no tax documents (fapiao).
- Telemetry is CSV (UTF-8, RFC 4180) with the columns \`time,type,value\`: \`time\` in UTC to the microsecond; \`type\` number, string, boolean, object or array; \`value\` as JSON, texts in quotes. Of several with one time there is the one that came last. Which file is which machine and metric is in \`telemetry/index.json\`. Points that came after the export was asked for are not in it.
- \`manifest.json\` lists each file with its bytes and SHA-256; \`manifest.sig\` is its Ed25519 signature, \`public-key.pem\` the public key.

| file | holds |
|---|---|
${table('en')}

To see that it is whole: \`npm run verify-bundle -- <file>\`. Without the platform's code, unpacked:

    openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile manifest.sig

The key must be the one that the platform shows at \`/.well-known/tenon-keys.json\`.
`;
}
