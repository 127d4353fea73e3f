// The server of the page that fetches: prints its port, and answers everything with a few bytes.
import http from 'node:http';

const page = '<!doctype html><link rel="icon" href="data:,"><title>fetches</title>';
const server = http.createServer((request, response) => {
  const isPage = request.url === '/';
  const body = isPage ? page : '{"ok":true}';
  response.writeHead(200, {
    'content-type': isPage ? 'text/html' : 'application/json',
    'content-length': body.length,
  });
  response.end(body);
});
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
