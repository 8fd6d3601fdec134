/** The public surface of the add-on: whatever Google, the menu or the sidebar can call. */

import { CLOCK_HANDLER } from '../services/clock-trigger.ts';
import { addMenu, menuFunctions } from './menu.ts';
import { sidebarFunctions } from './sidebar-functions.ts';
import { markChanged } from './tab/mark-changed.ts';
import { workByTrigger } from './triggers.ts';
import { doGet, doPost } from './webhook.ts';

/**
 * What Google calls by itself: the simple triggers when a spreadsheet is opened and after an installation, in every
 * authorisation mode, and the recurring trigger that carries on what nobody watches.
 *
 * @see https://developers.google.com/apps-script/guides/triggers "Simple triggers" (read 2026-11-29).
 */
const triggers = { onOpen: addMenu, onInstall: addMenu, onEdit: markChanged, [CLOCK_HANDLER]: workByTrigger };

/**
 * What Google calls when somebody asks for the script's web app, where one is deployed.
 *
 * @see https://developers.google.com/apps-script/guides/web (read 2026-11-29).
 */
const webApp = { doGet, doPost };

/** Every public function by its name: the build writes a top-level function for each into the script file. */
export const publicFunctions = { ...triggers, ...webApp, ...menuFunctions, ...sidebarFunctions };
