// @ts-check
/** The limit: a bare file server of Node's own, which knows no machine and asks for no token. */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';

const file = process.argv[2] ?? '';
const { size } = statSync(file);
const server = createServer((request, response) => {
  const query = new URL(request.url ?? '', 'http://localhost').searchParams;
  const [bytes, chunk] = [Number(query.get('size')), Number(query.get('chunk'))];
  const [from, to] = [Math.min(size, bytes * chunk), Math.min(size, bytes * (chunk + 1))];
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': to - from });
  if (from === to) response.end();
  else createReadStream(file, { start: from, end: to - 1 }).pipe(response);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : 0);
});
