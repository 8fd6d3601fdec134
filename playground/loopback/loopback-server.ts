/** Servers that only this machine reaches: begun, read from, and ended without waiting for anybody. */
import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';

const LOOPBACK = '127.0.0.1';

/** A server for what answers requests as `fetch` does; its own Request and Response stay inside, so that other code keeps Node's. */
export function serverOf(fetch: (request: Request) => Response | Promise<Response>): Server {
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false });
  if (!('closeAllConnections' in server)) throw new Error('Plain HTTP only is served on loopback.');
  return server;
}

/** Listens on loopback; 0 takes a free port. Answers with the origin. Rejects when the port is taken. */
export async function listenOnLoopback(server: Server, port: number): Promise<string> {
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no TCP address.');
  return `http://${LOOPBACK}:${address.port}`;
}

/** Ends a server with all its connections: a browser keeps its own open, and closing would wait for them. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // One that is only just being made is not among them yet.
  server.on('connection', (socket) => socket.destroy());
  server.closeAllConnections();
  await closed;
}

/** The body of a request, as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
