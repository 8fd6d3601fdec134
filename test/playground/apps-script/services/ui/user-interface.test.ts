/** Menus, sidebars, dialogs and toasts. */
import { expect, test } from 'vitest';
import type { DialogRequest, EmulatorEvent } from '../../../../../playground/apps-script/emulator.ts';
import { emulatorFor, thrownBy, valueFrom } from '../../emulator-fixture.ts';

async function watched(files: Readonly<Record<string, string>> = {}) {
  const events: EmulatorEvent[] = [];
  const emulator = await emulatorFor({ files, onEvent: (event) => events.push(event) });
  return { emulator, events };
}

test('a menu is drawn with its items in order', async () => {
  const { emulator, events } = await watched();
  await emulator.evaluate(
    `SpreadsheetApp.getUi().createMenu('Tools').addItem('Push', 'push').addSeparator().addToUi();`,
  );
  expect(events).toEqual([
    {
      kind: 'menu',
      name: 'Tools',
      items: [{ kind: 'item', caption: 'Push', functionName: 'push' }, { kind: 'separator' }],
    },
  ]);
});

test('a sidebar shows a file of the project', async () => {
  const { emulator, events } = await watched({ 'Sidebar.html': '<p>hello</p>' });
  await emulator.evaluate(
    `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Listings').append('<i></i>'));`,
  );
  expect(events).toEqual([{ kind: 'sidebar', title: 'Listings', html: '<p>hello</p><i></i>' }]);
});

test('reading a file takes its time', async () => {
  const files = { 'Page.html': '<p>' };
  const emulator = await emulatorFor({ files, latency: { startMs: 0, objectMs: 0, fileReadMs: 40 } });
  expect((await emulator.evaluate(`HtmlService.createHtmlOutputFromFile('Page');`)).virtualMs).toBe(40);
});

test('a file that is missing is named', async () => {
  const { emulator } = await watched();
  expect(await thrownBy(emulator, `HtmlService.createHtmlOutputFromFile('Nope');`)).toBe(
    'Exception: No HTML file named Nope was found.',
  );
});

test('a modal dialog has a size', async () => {
  const { emulator, events } = await watched();
  const html = `HtmlService.createHtmlOutput('x').setWidth(300).setHeight(200)`;
  await emulator.evaluate(`SpreadsheetApp.getUi().showModalDialog(${html}, 'Title');`);
  expect(events).toEqual([{ kind: 'modalDialog', title: 'Title', html: 'x', width: 300, height: 200 }]);
});

test('a toast stays five seconds unless told otherwise', async () => {
  const { emulator, events } = await watched();
  await emulator.evaluate(`SpreadsheetApp.getActive().toast('one'); SpreadsheetApp.getActive().toast('two', 'T', 9);`);
  expect(events).toEqual([
    { kind: 'toast', message: 'one', title: '', timeoutSeconds: 5 },
    { kind: 'toast', message: 'two', title: 'T', timeoutSeconds: 9 },
  ]);
});

test('an alert asks the person and gives the button', async () => {
  const asked: DialogRequest[] = [];
  const emulator = await emulatorFor({
    onDialog: (dialog) => {
      asked.push(dialog);
      return { button: 'YES' };
    },
  });
  const body = `const ui = SpreadsheetApp.getUi(); return ui.alert('Delete?', 'Two rows', ui.ButtonSet.YES_NO) === ui.Button.YES;`;
  expect(await valueFrom(emulator, body)).toBe(true);
  expect(asked).toEqual([{ kind: 'alert', title: 'Delete?', message: 'Two rows', buttons: 'YES_NO' }]);
});

test('a prompt gives the text, and a dialog nobody answers is closed', async () => {
  const emulator = await emulatorFor({
    onDialog: ({ kind }) => (kind === 'prompt' ? { button: 'OK', text: 'typed' } : { button: 'CLOSE' }),
  });
  const body = `const ui = SpreadsheetApp.getUi(); const answer = ui.prompt('Key?');
    return [answer.getResponseText(), String(answer.getSelectedButton()), String(ui.alert('done'))];`;
  expect(await valueFrom(emulator, body)).toEqual(['typed', 'OK', 'CLOSE']);
});

test('an open dialog does not use up the running time', async () => {
  const emulator = await emulatorFor({ latency: { dialogMs: 200_000 } });
  const body = `for (let n = 0; n < 3; n++) SpreadsheetApp.getUi().alert('wait'); return 'done';`;
  expect(await valueFrom(emulator, body)).toBe('done');
});
