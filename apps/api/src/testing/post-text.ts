import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

/** Posts JSON and gives the answer's text, whatever its status: what thousands of questions need of `fetch`, at a quarter of its work. */
export function postText(url: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<string> {
  const sent = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(sent)), ...headers } }, (answer) => {
      answer.setEncoding('utf8');
      let text = '';
      answer.on('data', (part: string) => (text += part));
      answer.on('end', () => resolve(text));
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(sent);
  });
}
