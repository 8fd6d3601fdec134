import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ACTIONS } from '../../src/core/actions/actions.ts';
import { ACTION_NAMES, ACTION_WORDS } from '../../src/core/words/actions.ts';

test.each(ACTION_NAMES)('the user guide has a line for the action %s that says what the add-on does', async (name) => {
  const guide = await readFile(new URL('../../docs/user-guide.md', import.meta.url), 'utf8');
  const { menuItem, statuses } = ACTIONS[name];
  const { command, explanation } = ACTION_WORDS[name];
  const line = `| ${menuItem.caption} · *${command}* | ${explanation} | ${statuses.join(', ')} |`;
  expect(guide.split('\n').includes(line), `docs/user-guide.md lacks the line\n${line}`).toBe(true);
});
