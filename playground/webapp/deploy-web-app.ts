/** Deploys the web app of an emulated script, as *Deploy › New deployment › Web app* does with what the manifest says. */
import * as v from 'valibot';
import type { CallReport, Disturbance, Emulator, WebAppPage } from '../apps-script/emulator.ts';
import { DEMO_DEPLOYMENT_ID } from './demo-address.ts';
import { startWebApp } from './start-web-app.ts';
import type { ScriptEnding, WebApp } from './web-app.ts';

/** What may be wanted otherwise. */
export interface DeployOptions {
  readonly access?: () => NonNullable<Emulator['webApp']>['access'] | undefined;
  /** What goes wrong in an execution; asked before each. */
  readonly disturb?: () => Disturbance | undefined;
}

/**
 * Deploys it.
 *
 * @param script Asked at each request: the emulator needs the web app's origin before it can start.
 */
export function deployWebApp(
  script: () => Pick<Emulator, 'webApp' | 'request'>,
  options: DeployOptions = {},
): Promise<WebApp> {
  return startWebApp({
    deploymentId: DEMO_DEPLOYMENT_ID,
    access: options.access ?? (() => script().webApp?.access),
    run: async (request) => endingOf(await script().request(request, options.disturb?.())),
  });
}

/** What the emulator hands over of a page. */
const pageSchema: v.GenericSchema<unknown, WebAppPage> = v.variant('kind', [
  v.strictObject({ kind: v.literal('html'), title: v.string(), content: v.string() }),
  v.strictObject({ kind: v.literal('text'), mediaType: v.string(), content: v.string() }),
]);

function endingOf({ outcome }: CallReport): ScriptEnding {
  switch (outcome.kind) {
    case 'returned':
      return v.parse(pageSchema, outcome.value);
    case 'threw':
      return { kind: 'threw', message: outcome.message };
    case 'killed':
      return { kind: 'killed' };
    default:
      return outcome satisfies never;
  }
}
