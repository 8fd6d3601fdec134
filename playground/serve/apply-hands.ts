/** Does in the emulator what a person did in the grid. */
import type { SpreadsheetHands } from '../apps-script/emulator.ts';
import type { HandsRequest } from './wire.ts';

/** Applies a person's request to the spreadsheet. Throws what the spreadsheet would complain about, in its words. */
export function applyHands(hands: SpreadsheetHands, request: HandsRequest, user: string): void {
  switch (request.verb) {
    case 'select':
      hands.select(...request.args, user);
      break;
    case 'addTab':
      hands.addTab(request.args[0], []);
      hands.activateTab(request.args[0], user);
      break;
    case 'type':
      hands.type(...request.args);
      break;
    case 'paste':
      hands.paste(...request.args);
      break;
    case 'sort':
      hands.sort(...request.args);
      break;
    case 'activateTab':
      hands.activateTab(request.args[0], user);
      break;
    case 'deleteTab':
      hands.deleteTab(request.args[0]);
      break;
    case 'renameTab':
    case 'clear':
      hands[request.verb](request.args[0], request.args[1]);
      break;
    case 'insertRows':
    case 'insertColumns':
    case 'deleteRows':
    case 'deleteColumns':
    case 'hideRows':
    case 'showRows':
      hands[request.verb](request.args[0], request.args[1], request.args[2]);
      break;
    case 'filter':
      hands.filter(request.args[0], request.args[1] ?? undefined);
      break;
    default:
      request satisfies never;
  }
}
