/** `npm run deploy`: a version of the add-on from a clean tree, and what is left to be done by hand. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { deploy, type World } from './deploy/deploy.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const world: World = {
  run: (command, args) =>
    new Promise((resolve) => {
      const child = execFile(command, [...args], { cwd: root, maxBuffer: 10_000_000 }, (error, stdout, stderr) =>
        resolve({ isOk: error === null, output: `${stdout}${stderr}` }),
      );
      if (command === 'npm') child.stdout?.pipe(process.stdout);
    }),
  readProject: () => readFile(`${root}/.clasp.json`, 'utf8').catch(() => undefined),
  say: (line) => console.log(line),
};

process.exitCode = (await deploy(world)) ? 0 : 1;
