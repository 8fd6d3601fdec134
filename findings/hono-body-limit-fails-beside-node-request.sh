#!/bin/sh
# @hono/node-server can leave the global Request to Node (overrideGlobalObjects: false), which code that fetches in the same
# process needs. Hono's body-limit then answers a DELETE without a body with 500: it makes a new Request of one that Node does
# not take for a Request. A POST that states its length never gets that far. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . hono@4.13.19 @hono/node-server@2.1.8 >/dev/null
cat >run.mjs <<'JS'
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

const versionOf = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const app = new Hono();
app.use(bodyLimit({ maxSize: 1000 }));
app.onError((error, context) => context.text(error.message, 500));
app.all('/rows', (context) => context.text('done'));

async function ask(options, call) {
  const server = createAdaptorServer({ fetch: app.fetch, ...options });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${server.address().port}/rows`, call);
  const text = await answer.text();
  server.close();
  server.closeAllConnections();
  return `${answer.status} ${text}`;
}

const own = { overrideGlobalObjects: false };
const post = { method: 'POST', body: '[]' };
const seen = {
  'POST with a body': await ask(own, post),
  'DELETE without one': await ask(own, { method: 'DELETE' }),
};
const replaced = await ask({}, { method: 'DELETE' });
console.log(`hono ${versionOf('hono')}, @hono/node-server ${versionOf('@hono/node-server')}, Node ${process.version}`);
console.log('expected: 200 done for both');
console.log(`seen with Node's Request: ${JSON.stringify(seen)}`);
console.log(`seen where the server replaces it: DELETE ${replaced}`);
const isStillSo =
  seen['POST with a body'] === '200 done' && seen['DELETE without one'].startsWith('500') && replaced === '200 done';
process.exit(isStillSo ? 0 : 1);
JS
node run.mjs
