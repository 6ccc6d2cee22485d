/** The mail with the certificate of an erasure, in both languages; what it says of the company stands in the certificate alone. */
export function erasureMail(certificate: string, signature: string): { subject: string; text: string } {
  const text = `您好：

企业在榫卯上的数据已经删除。下面是证明：删除了什么、依法保留什么、备份中的副本到何时为止。
证明由平台用 Ed25519 签名，公钥见平台的 /.well-known/tenon-keys.json。

Hello,

The company's data on Tenon has been erased. Below is the certificate: what was erased, what the law keeps, and until when backups hold
copies. It is signed by the platform (Ed25519); the public key is at the platform's /.well-known/tenon-keys.json.

----- certificate -----
${certificate}----- signature (base64) -----
${signature}

榫卯 Tenon
`;
  return { subject: '数据删除证明 · Certificate of erasure', text };
}
