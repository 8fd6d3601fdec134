/** `npm start`: serves the playground until it is interrupted. */
import { startPlayground } from './serve/start-playground.ts';

const port = process.env.PORT === undefined ? undefined : Number(process.env.PORT);
if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
  console.error(`PORT must be a port number, not "${process.env.PORT}".`);
  process.exit(2);
}

try {
  const playground = await startPlayground(port === undefined ? {} : { port });
  console.log(`Listing Sync playground: ${playground.url}\nPress Ctrl+C to stop.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void playground.close().finally(() => process.exit(0)));
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
