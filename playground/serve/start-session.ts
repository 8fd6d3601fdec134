/** One life of the playground: a stand-in, an emulator with the built add-on, and the demo spreadsheet, connected. */
import type { CallReport, DialogAnswer, DialogRequest, Emulator, EmulatorEvent } from '../apps-script/emulator.ts';
import { startEmulator } from '../apps-script/start-emulator.ts';
import { DEMO_CHATBOT_ID, DEMO_SECRET_KEY, DEMO_TABS, demoListings, demoRows } from '../demo-data.ts';
import type { Platform } from '../platform/platform.ts';
import { startPlatform } from '../platform/start-platform.ts';
import { createDemoInbox, DEMO_POD_HOST, DEMO_POD_KEY } from '../pod/demo-inbox.ts';
import type { Pod } from '../pod/pod.ts';
import { startPod } from '../pod/start-pod.ts';
import { createDemoSender, type DemoSender } from '../webapp/demo-sender.ts';
import { deployWebApp } from '../webapp/deploy-web-app.ts';
import { COLLEAGUE, OWNER } from './clock-desk.ts';

/** A running stand-in and emulator. */
export interface Session {
  readonly emulator: Emulator;
  readonly platform: Platform;
  readonly pod: Pod;
  /** Sends messages about listings. */
  readonly sender: DemoSender;
  close(): Promise<void>;
}

/** What a session starts with. */
export interface SessionOptions {
  /** The built add-on: file name → content. */
  readonly files: Readonly<Record<string, string>>;
  readonly onEvent: (event: EmulatorEvent) => void;
  readonly onDialog: (dialog: DialogRequest) => Promise<DialogAnswer>;
}

/** The host the add-on talks to, and the emulator leads to the stand-in. */
const PLATFORM_HOST = 'usapi.hottask.com';

/** Starts everything and connects the add-on as a person would. Throws when the add-on refuses the demo connection. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const platform = await startPlatform({
    secretKey: DEMO_SECRET_KEY,
    chatbotId: DEMO_CHATBOT_ID,
    listings: demoListings(),
    rows: demoRows(),
  });
  // The spreadsheet's clock runs ahead of ours, and "from now on" is asked by it.
  const now = () => emulator.now();
  const pod = await startPod({ apiKey: DEMO_POD_KEY, publicOrigin: `https://${DEMO_POD_HOST}`, now });
  const webApp = await deployWebApp(() => emulator);
  const emulator = await startEmulator({
    ...options,
    owner: OWNER,
    editors: [COLLEAGUE],
    hosts: { [PLATFORM_HOST]: platform.origin, [DEMO_POD_HOST]: pod.origin, 'script.google.com': webApp.origin },
    spreadsheetName: 'Lakeside Realty – listings',
  });
  const session: Session = {
    emulator,
    platform,
    pod,
    sender: createDemoSender(createDemoInbox(pod, now), webApp),
    async close() {
      await emulator.close();
      await webApp.close();
      await pod.close();
      await platform.close();
    },
  };
  try {
    loadDemoTabs(emulator);
    returnedValue(await emulator.evaluate(FORMAT_HEADERS), 'Formatting the header rows');
    await connect(emulator);
    // What is shown are the requests of whoever plays, not those of getting ready.
    platform.journal.clear();
    returnedValue(await emulator.call('onOpen', [], { source: 'open' }), 'onOpen');
  } catch (error) {
    await session.close();
    throw error;
  }
  return session;
}

/** Apps Script that does what people do to a header row: it stays in view and stands out. */
const FORMAT_HEADERS = `
  for (const sheet of SpreadsheetApp.getActiveSpreadsheet().getSheets()) {
    sheet.setFrozenRows(1);
    sheet.getRange(1, 1, 1, sheet.getLastColumn()).setFontWeight('bold').setBackground('#eef3fb');
  }
`;

/** The first tab takes the place of the empty one that a new spreadsheet has. */
function loadDemoTabs({ hands }: Emulator): void {
  for (const { name, rows } of DEMO_TABS) {
    hands.addTab(name, rows);
  }
  const [first] = DEMO_TABS;
  if (first !== undefined) {
    hands.select(first.name, ['A1']);
  }
}

async function connect(emulator: Emulator): Promise<void> {
  const connection = {
    key: DEMO_SECRET_KEY,
    chatbotId: DEMO_CHATBOT_ID,
    authHeader: 'Authorization',
    sharing: 'me',
  };
  const report = await emulator.call('saveConnection', [connection], { source: 'sidebar' });
  const reply = returnedValue(report, 'saveConnection');
  if (typeof reply !== 'object' || reply === null || !('ok' in reply) || reply.ok !== true) {
    throw new Error(`The add-on refused the demo connection: ${JSON.stringify(reply)}`);
  }
}

function returnedValue({ outcome }: CallReport, functionName: string) {
  switch (outcome.kind) {
    case 'returned':
      return outcome.value;
    case 'threw':
      throw new Error(`${functionName} threw: ${outcome.stack}`);
    case 'killed':
      throw new Error(`${functionName} was killed: ${outcome.reason}`);
    default:
      return outcome satisfies never;
  }
}
