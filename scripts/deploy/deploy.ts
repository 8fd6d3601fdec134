/** The steps of a deployment, in order; the first that fails ends it and says what to do. */

/** What a command said. */
export interface Said {
  readonly isOk: boolean;
  readonly output: string;
}

/** What the steps need of the machine. */
export interface World {
  readonly run: (command: string, args: readonly string[]) => Promise<Said>;
  /** The text of `.clasp.json`; `undefined` where there is none. */
  readonly readProject: () => Promise<string | undefined>;
  readonly say: (line: string) => void;
}

/** Deploys; whether all went well. What costs minutes comes after what can be known at once. */
export async function deploy(world: World): Promise<boolean> {
  const { say } = world;
  const obstacle = (await treeObstacle(world)) ?? (await projectObstacle(world)) ?? (await loginObstacle(world));
  if (obstacle !== undefined) {
    say(obstacle);
    return false;
  }
  say('Checking and building; this takes some minutes.');
  if (!(await world.run('npm', ['run', 'check'])).isOk) {
    say('The check failed, so nothing was copied to Google. What failed is above.');
    return false;
  }
  const pushed = await clasp(world, 'push', '--force');
  if (!pushed.isOk) return failed(world, 'Nothing was changed at Google', pushed);
  const name = (await world.run('git', ['log', '-1', '--format=%h %s'])).output.trim();
  const made = await clasp(world, 'create-version', name);
  const number = /version (\d+)/i.exec(made.output)?.[1];
  if (!made.isOk || number === undefined)
    return failed(world, 'The code was copied, but no version was made of it', made);
  for (const line of nextSteps(number, name)) say(line);
  return true;
}

async function treeObstacle({ run }: World): Promise<string | undefined> {
  const { isOk, output } = await run('git', ['status', '--porcelain']);
  if (!isOk) return 'This is no git checkout, so nobody could say later what the version is made of.';
  const changed = output.split('\n').filter((line) => line !== '');
  if (changed.length === 0) return undefined;
  const more = changed.length > 3 ? ` and ${changed.length - 3} more` : '';
  return `Commit or put away what was changed first: ${changed.slice(0, 3).join(', ').trim()}${more}.`;
}

async function projectObstacle({ readProject }: World): Promise<string | undefined> {
  const text = await readProject();
  if (text === undefined)
    return 'There is no .clasp.json, which names the script project. The install guide says how to get one.';
  return text.includes('REPLACE_WITH_YOUR_SCRIPT_ID')
    ? 'Put the script ID into .clasp.json in place of REPLACE_WITH_YOUR_SCRIPT_ID.'
    : undefined;
}

async function loginObstacle(world: World): Promise<string | undefined> {
  const { output } = await clasp(world, 'show-authorized-user', '--json');
  return /"loggedIn":\s*true/.test(output) ? undefined : 'Nobody is signed in: run npx clasp login, then this again.';
}

function clasp({ run }: World, ...args: readonly string[]): Promise<Said> {
  return run('npx', ['clasp', ...args]);
}

function failed({ say }: World, what: string, { output }: Said): false {
  say(`${what}. clasp said: ${output.trim()}`);
  return false;
}

function nextSteps(number: string, name: string): readonly string[] {
  return [
    `Version ${number} is made of ${name}.`,
    'Bound to a spreadsheet: nothing is left to do. Who has the file open reloads it.',
    'With a webhook, besides: npx clasp update-deployment <deployment ID>, since a web app keeps the version it was deployed with.',
    `Add-on of a domain: enter ${number} as the version of the Sheets editor add-on (Google Workspace Marketplace SDK › App configuration) and save.`,
    'To go back, enter the number of an earlier version there; npx clasp list-versions lists them.',
  ];
}
