/** Talks to the playground server. */
import type {
  ArrivalAnswer,
  ArrivalRequest,
  CallRequest,
  ClockMove,
  DialogReply,
  FaultSetting,
  FileAnswer,
  HandsRequest,
  PageState,
  RequestDetail,
  RouteError,
  ServerEvent,
  SheetChanges,
} from '../../serve/wire.ts';

/** The server's routes. Every method rejects with the server's sentence when it refuses. */
export interface ServerClient {
  state(): Promise<PageState>;
  /** What changed in the tab on screen after `mark`. */
  sheet(mark: number): Promise<SheetChanges>;
  requestDetail(number: number): Promise<RequestDetail>;
  hands(request: HandsRequest): Promise<void>;
  call(request: CallRequest): Promise<void>;
  answerDialog(reply: DialogReply): Promise<void>;
  closeFrame(kind: 'sidebar' | 'modal'): Promise<void>;
  setFault(setting: FaultSetting): Promise<void>;
  /** Has a message sent. */
  arrive(request: ArrivalRequest): Promise<ArrivalAnswer>;
  clearRequests(): Promise<void>;
  moveClock(move: ClockMove): Promise<void>;
  /** Makes tabs of a CSV or XLSX file. */
  openFile(file: File): Promise<FileAnswer>;
  /** Adds a tab to start listings in. */
  addListingsTab(): Promise<void>;
  /** What the list of a cell offers; none where anything may be typed. */
  choices(tabName: string, a1: string): Promise<readonly string[]>;
  reset(): Promise<void>;
  /** Listens until the page goes away; `onLost` is called when the stream breaks (the browser reconnects by itself). */
  listen(onEvent: (event: ServerEvent) => void, onLost: () => void): void;
}

/** A client of the server the page came from. */
export function createServerClient(): ServerClient {
  return {
    state: () => ask('GET', '/api/state'),
    sheet: (mark) => ask('GET', `/api/sheet/${mark}`),
    requestDetail: (number) => ask('GET', `/api/requests/${number}`),
    hands: (request) => ask('POST', '/api/hands', request),
    call: (request) => ask('POST', '/api/call', request),
    answerDialog: (reply) => ask('POST', '/api/dialog-answer', reply),
    closeFrame: (kind) => ask('POST', '/api/close-frame', { kind }),
    setFault: (setting) => ask('POST', '/api/faults', setting),
    moveClock: (move) => ask('POST', '/api/clock', { move }),
    arrive: (request) => ask('POST', '/api/arrivals', request),
    clearRequests: () => ask('DELETE', '/api/requests'),
    openFile: (file) => ask('POST', `/api/open/${encodeURIComponent(file.name)}`, file),
    addListingsTab: () => ask('POST', '/api/listings-tab'),
    choices: (tabName, a1) => ask('GET', `/api/choices?${new URLSearchParams({ tab: tabName, cell: a1 })}`),
    reset: () => ask('POST', '/api/reset'),
    listen(onEvent, onLost) {
      const source = new EventSource('/api/events');
      source.onmessage = ({ data }) => onEvent(JSON.parse(data) as ServerEvent);
      source.onerror = onLost;
    },
  };
}

/** Both ends are built together from `wire.ts`, so an answer is taken at its word. */
async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const content = body instanceof File ? { body } : jsonContent(body);
  const response = await fetch(path, { method, ...content });
  const answer: unknown = await response.json();
  if (!response.ok) {
    throw new Error((answer as RouteError).message);
  }
  return answer as T;
}

function jsonContent(body: unknown): Pick<RequestInit, 'body' | 'headers'> {
  return body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
