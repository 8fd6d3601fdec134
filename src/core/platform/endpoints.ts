/** The platform's endpoints as data, and the calls the add-on makes to them. */
import type { KeyType } from '../listing/fields.ts';

/** Address of the documented platform; a white-label host can be set instead by whoever deploys. */
export const DEFAULT_BASE_URL = 'https://usapi.hottask.com';

/** An endpoint; all of them are `POST`. */
interface EndpointFacts {
  readonly name: string;
  readonly path: string;
  /** The header of the key where the document names no other one, whatever the connection says. */
  readonly authHeader?: 'chatrobot-sessionkey';
  /** Whether a request must never be sent a second time by itself: it would do a second time what it does. */
  readonly isOnce?: true;
}

/**
 * Each endpoint with its path.
 *
 * The examples of "Update Google Sheet Data" post to `GetSource`; its endpoint section is right and its examples are not.
 *
 * @see "Update Real Estate", "Create Real Estate", "Delete Real Estate", "Get Real Estate List", "Update Google Sheet Data" and
 * "Get chatbot knowledge" of the NewOaks developer guide, https://www.newoaks.ai/guides/developer/api (read 2026-11-21).
 */
export const ENDPOINTS = {
  updateListing: { name: 'RealEstateUpdate', path: '/chat/Chatbot/RealEstateUpdate' },
  createListing: { name: 'RealEstateCreate', path: '/chat/Chatbot/RealEstateCreate', isOnce: true },
  listListings: {
    name: 'RealEstateList',
    path: '/chat/Chatbot/RealEstateList',
    authHeader: 'chatrobot-sessionkey',
  },
  deleteListings: { name: 'RealEstateDelete', path: '/chat/Chatbot/RealEstateDelete' },
  updateRows: { name: 'UpdateGoogleSheetData', path: '/chat/Chatbot/UpdateGoogleSheetData' },
  getSource: { name: 'GetSource', path: '/chat/Chatbot/GetSource' },
} as const satisfies Readonly<Record<string, EndpointFacts>>;

/** Names an endpoint. */
export type Endpoint = keyof typeof ENDPOINTS;

/** What is known of an endpoint. */
export function factsOf(endpoint: Endpoint): EndpointFacts {
  return ENDPOINTS[endpoint];
}

/** A JSON scalar, which is all that a chatbot row's columns may hold. */
export type Scalar = string | number | boolean;

/** One chatbot row as the document spells it. */
export interface ChatbotRow {
  readonly ID: number;
  readonly Data: Readonly<Record<string, Scalar>>;
}

/** The body of `UpdateGoogleSheetData`; `serialNumber` is lower case here and only here. */
export interface UpdateRowsBody {
  readonly serialNumber: string;
  readonly rows: readonly ChatbotRow[];
}

/** The body of `RealEstateDelete`. */
export interface DeleteListingsBody {
  readonly SerialNumber: string;
  readonly Keys: readonly string[];
  readonly KeyType: KeyType;
}

/** The body of `RealEstateList`. */
export interface ListListingsBody {
  readonly SerialNumber: string;
  readonly MLSNumber?: string;
  readonly PageNumber?: number;
  readonly PageSize?: number;
}

/**
 * One call to the platform. The body of an update or a create is checked against the field catalogue where it is built, and comes
 * as the JSON text that its fingerprint covers.
 */
export type ApiCall =
  | { readonly endpoint: 'updateListing'; readonly bodyText: string }
  | { readonly endpoint: 'createListing'; readonly bodyText: string }
  | { readonly endpoint: 'listListings'; readonly body: ListListingsBody }
  | { readonly endpoint: 'deleteListings'; readonly body: DeleteListingsBody }
  | { readonly endpoint: 'updateRows'; readonly body: UpdateRowsBody }
  | { readonly endpoint: 'getSource'; readonly body: { readonly serialNumber: string } };
