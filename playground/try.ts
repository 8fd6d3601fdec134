/** `npm run try -- file.csv`: the add-on over a CSV file, without Google. */
import { tryFile } from './try/try-file.ts';

// A reader such as `head` may have seen enough; the files are written all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await tryFile(process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
}).catch((error: unknown) => {
  console.error(`Something unexpected went wrong: ${error instanceof Error ? error.message : String(error)}`);
  return 1;
});
