/**
 * What the documents require of each request body, read strictly: every required member is there, every type and
 * allowed value is met, and nothing undocumented is sent.
 */
import * as v from 'valibot';

/** What a listing's key is, as the documents name it. */
export type ListingKeyType = v.InferOutput<typeof keyType>;

/** The body of `RealEstateUpdate`. */
export type UpdateBody = v.InferOutput<typeof updateBody>;

/** The body of `RealEstateDelete`. */
export type DeleteBody = v.InferOutput<typeof deleteBody>;

/** The body of `UpdateGoogleSheetData`. */
export type SheetRowsBody = v.InferOutput<typeof sheetRowsBody>;

/** The body of `GetSource`. */
export type SourceBody = v.InferOutput<typeof sourceBody>;

const number = v.pipe(v.number('a number'), v.finite('a finite number'));
const text = v.string('a string');
const filledText = v.pipe(
  text,
  v.check((value) => value.trim() !== '', 'a string that is not empty'),
);
const webAddress = v.pipe(filledText, v.check(isWebAddress, 'an http or https URL'));
const keyType = oneOf(['NewOaks', 'MLSNumber', 'URL']);
const extensionItem = closedObject({ Key: filledText, value: text });

/**
 * `RealEstateUpdate`: 17 required and 18 optional members.
 *
 * @see https://chat.gaiagpt.me/guides/developer/api/realestate/update "Update Real Estate" (read 2026-11-21)
 */
export const updateBody = closedObject({
  SerialNumber: filledText,
  Key: filledText,
  KeyType: keyType,
  SaleType: oneOf(['for_sale', 'for_rent']),
  Status: oneOf(['Active', 'PreOnMarket', 'Sold']),
  CurrencySymbol: filledText,
  PropertyType: filledText,
  Bedrooms: number,
  Bathrooms: number,
  Url: webAddress,
  MLSNumber: filledText,
  YearBuilt: number,
  DaysOnMarket: number,
  LotArea: number,
  BuildingArea: number,
  AreaUnit: oneOf(['Square Feet', 'Square Meters']),
  Images: v.exactOptional(v.array(webAddress, 'an array of image URLs')),
  Tours: v.exactOptional(oneOf(['OpenHouse', '3D'])),
  ParkingSpots: number,
  Description: v.exactOptional(text),
  ExtensionColumn: v.exactOptional(v.array(extensionItem, 'an array of {Key, value}')),
  Location: v.exactOptional(text),
  Address: v.exactOptional(text),
  City: v.exactOptional(text),
  State: v.exactOptional(text),
  ZIP: v.exactOptional(text),
  Latitude: v.exactOptional(number),
  Longitude: v.exactOptional(number),
  SalePrice: v.exactOptional(number),
  UnitAreaPrice: v.exactOptional(number),
  HOAMonth: v.exactOptional(number),
  ZestimatePrice: v.exactOptional(number),
  RentPrice: v.exactOptional(number),
  SpaceType: v.exactOptional(oneOf(['Entire place', 'Room'])),
  DepositFee: v.exactOptional(number),
});

/**
 * `RealEstateDelete`. The document does not say what an empty `Keys` means; since it may mean *everything*, it is refused.
 *
 * @see https://chat.smarterbot.ai/guides/developer/api/realestate/delete "Delete Real Estate" (read 2026-11-21)
 */
export const deleteBody = closedObject({
  SerialNumber: filledText,
  Keys: v.pipe(v.array(filledText, 'an array of keys'), v.minLength(1, 'an array that names at least one key')),
  KeyType: keyType,
});

/**
 * `UpdateGoogleSheetData`. The same ID twice is refused, because the document does not say which of the two would win.
 *
 * @see https://chat.smarterbot.ai/guides/developer/api/chatbot/knowledge/source/googlesheet/update-googlesheet-data
 * "Update Google Sheet Data" (read 2026-11-21)
 */
export const sheetRowsBody = closedObject({
  serialNumber: filledText,
  rows: v.pipe(
    v.array(
      closedObject({ ID: v.pipe(number, v.safeInteger('an integer')), Data: flatObject() }),
      'an array of {ID, Data}',
    ),
    v.minLength(1, 'an array that holds at least one row'),
    v.check(
      (rows) => new Set(rows.map((row) => row.ID)).size === rows.length,
      'an array in which every ID occurs once',
    ),
  ),
});

/**
 * `GetSource`: lists the knowledge of a chatbot. The examples of "Update Google Sheet Data" post rows here by mistake;
 * this reading refuses them.
 *
 * @see https://chat.smarterbot.ai/guides/developer/api/chatbot/knowledge/get-chatbot-knowledge (read 2026-11-21)
 */
export const sourceBody = closedObject({ serialNumber: filledText });

/** An object with exactly these members; each other member is a problem of its own. */
function closedObject<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.objectWithRest(entries, v.never(), 'an object');
}

function oneOf<const Options extends readonly string[]>(options: Options) {
  return v.picklist(options, `one of ${options.join(', ')}`);
}

/** An object whose members are JSON scalars; each nested member is a problem of its own. */
function flatObject() {
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(isPlainObject, 'an object'),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      for (const [key, value] of Object.entries(dataset.value)) {
        if (isScalar(value)) continue;
        addIssue({
          message: 'a string, number, boolean or null',
          received: Array.isArray(value) ? 'Array' : String(typeof value === 'object' ? 'Object' : value),
          path: [{ type: 'object', origin: 'value', input: dataset.value, key, value }],
        });
      }
    }),
  );
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/\S+$/.test(value) && URL.canParse(value);
}
