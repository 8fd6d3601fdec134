/** Setting the webhook up, trying it, and taking in what it has brought. */
import type { EventsPublished } from '../../../core/contract/events-view.ts';
import type { WebhookChange, WebhookInput } from '../../../core/contract/webhook-view.ts';
import type { Answer, ServerBridge } from '../../bridge/server-bridge.ts';
import type { AutomationVerbs } from '../automate/automation-verbs.ts';
import type { OverviewVerbs } from '../overview/overview-verbs.ts';
import { isRunBusy } from '../run/run-state.ts';
import type { SidebarStore } from '../sidebar-state.ts';
import { askToEnd } from './ask-to-end.ts';

/** What can be done about the webhook. */
export interface WebhookVerbs {
  /** Makes or changes it, for the tab at hand. */
  readonly saveWebhook: (input: Omit<WebhookInput, 'tabId'>) => Promise<void>;
  readonly changeWebhook: (change: WebhookChange['change']) => Promise<void>;
  /** Has a test message arrive, and takes it in. */
  readonly testWebhook: () => Promise<void>;
  /** Takes in what it has brought. */
  readonly takeArrived: () => Promise<void>;
  /** Looks at what runs by itself, and takes in what the webhook has brought unless a run is going on. */
  readonly lookAround: () => Promise<void>;
}

/** What else of the sidebar they need. */
export interface WebhookNeeds
  extends Pick<OverviewVerbs, 'refreshAfterChange'>,
    Pick<AutomationVerbs, 'readAutomation'> {
  /** Does something, and says what came of it. */
  readonly act: (ask: () => Promise<Answer<EventsPublished>>) => Promise<void>;
}

const DONE: { readonly [Change in WebhookChange['change']]: string } = {
  newAddress: 'Give the new address to the sender.',
  takeOver: 'Your clock takes in what arrives.',
  seen: '',
  remove: 'The webhook is removed.',
};

/** The verbs. */
export function webhookVerbs(
  store: SidebarStore,
  bridge: ServerBridge,
  { act, refreshAfterChange, readAutomation }: WebhookNeeds,
): WebhookVerbs {
  /** The webhook is shown with what runs by itself. */
  async function actAndLook(ask: () => Promise<Answer<EventsPublished>>): Promise<void> {
    await act(ask);
    await readAutomation();
  }

  const takeToEnd = () => askToEnd(bridge.takeArrived);

  return {
    saveWebhook: (input) =>
      actAndLook(async () => {
        const tab = store.getState().overview.value?.tab;
        const answer = await bridge.saveWebhook({ ...input, ...(tab !== undefined && { tabId: tab.tabId }) });
        return answer.ok ? said('Saved. Give the address to the sender, and send a test message.') : answer;
      }),
    changeWebhook: (change) =>
      actAndLook(async () => {
        const answer = await bridge.changeWebhook({ change });
        return answer.ok ? said(DONE[change]) : answer;
      }),
    testWebhook: () =>
      actAndLook(async () => {
        const tested = await bridge.testWebhook();
        if (!tested.ok) return tested;
        const taken = await takeToEnd();
        return taken.ok ? tested : taken;
      }),
    takeArrived: () => actAndLook(takeToEnd),
    lookAround: async () => {
      await readAutomation();
      const { automation, run } = store.getState();
      const webhook = automation.value?.webhook;
      if (webhook?.kind !== 'there' || webhook.waiting === 0 || isRunBusy(run)) return;
      // Who may only look is not shown the address, and can write nothing.
      if (webhook.senderAddress === '') return;
      const answer = await takeToEnd();
      // Nobody asked for it: what cannot be taken in just now is told by the count of what waits.
      if (!answer.ok) return;
      store.dispatch({ kind: 'eventsDone', answer });
      void refreshAfterChange();
      await readAutomation();
    },
  };
}

function said(message: string): Answer<EventsPublished> {
  return { ok: true, value: { message } };
}
