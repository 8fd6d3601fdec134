/**
 * What the hand-written contenders share: reading the sheet once, turning a row into the request the document asks for,
 * and reading the answer. It is the same for all of them, so that only their way of sending and recording differs.
 */

// biome-ignore-all lint/correctness/noUnusedVariables: Apps Script files share one scope, and Google calls `run` by its name.

const BASE_URL = 'https://usapi.hottask.com/chat/Chatbot/';
const STATUS_HEADER = 'Status';
const DONE = 'Done';

/** Platform's words for the sheet's. */
const STATUS_WORDS = { Active: 'Active', 'Coming Soon': 'PreOnMarket', Sold: 'Sold' };

/** Reads the active sheet in one go; rows that say Done are left out, so that running again goes on. */
function readSheet_() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const [headers, ...rows] = sheet.getDataRange().getValues();
  const found = headers.indexOf(STATUS_HEADER);
  const statusIndex = found === -1 ? headers.length : found;
  if (found === -1) sheet.getRange(1, statusIndex + 1).setValue(STATUS_HEADER);
  const statuses = rows.map((row) => row[statusIndex] || '');
  const todo = rows
    .map((cells, index) => ({ index, cells: Object.fromEntries(headers.map((header, i) => [header, cells[i]])) }))
    .filter((row) => statuses[row.index] !== DONE);
  return { sheet, statusColumn: statusIndex + 1, statuses, todo };
}

/** Writes every status in one go. */
function writeStatuses_(table) {
  table.sheet
    .getRange(2, table.statusColumn, table.statuses.length, 1)
    .setValues(table.statuses.map((status) => [status]));
}

/** How the rows of an action become requests: how many a request carries at most, and what it says. */
function actionNamed_(name) {
  const { KEY, CHATBOT } = PropertiesService.getScriptProperties().getProperties();
  const request = (endpoint, body) => ({
    url: BASE_URL + endpoint,
    method: 'post',
    contentType: 'application/json',
    headers: { Authorization: KEY },
    payload: JSON.stringify(body),
    muteHttpExceptions: true,
  });
  const actions = {
    sync: {
      rowsPerRequest: 1,
      requestOf: ([row]) => request('RealEstateUpdate', listingBody_(row.cells, CHATBOT)),
      isDone: (answer) => answer.Data >= 1,
    },
    push: {
      rowsPerRequest: 100,
      requestOf: (rows) =>
        request('UpdateGoogleSheetData', { serialNumber: CHATBOT, rows: rows.map((row) => chatbotRow_(row.cells)) }),
      isDone: (answer, rows) => answer.Data.length === rows.length,
    },
    delete: {
      rowsPerRequest: 50,
      requestOf: (rows) =>
        request('RealEstateDelete', {
          SerialNumber: CHATBOT,
          Keys: rows.map((row) => row.cells['MLS number']),
          KeyType: 'MLSNumber',
        }),
      isDone: (answer, rows) => answer.Data.SuccessCount === rows.length,
    },
  };
  return actions[name];
}

/** The status of the rows of a request, from its answer. */
function statusOf_(action, rows, response) {
  if (response.getResponseCode() !== 200) return `HTTP ${response.getResponseCode()}`;
  const answer = JSON.parse(response.getContentText());
  if (!answer.Success) return answer.Message;
  return action.isDone(answer, rows) ? DONE : 'Not found';
}

function listingBody_(cells, chatbotId) {
  return {
    SerialNumber: chatbotId,
    Key: cells['MLS number'],
    KeyType: 'MLSNumber',
    SaleType: 'for_sale',
    Status: STATUS_WORDS[cells['Listing status']],
    CurrencySymbol: cells['Currency symbol'],
    PropertyType: cells['Property type'],
    Bedrooms: cells.Bedrooms,
    Bathrooms: cells.Bathrooms,
    Url: cells['Listing URL'],
    MLSNumber: cells['MLS number'],
    YearBuilt: cells['Year built'],
    DaysOnMarket: cells['Days on market'],
    LotArea: cells['Lot area'],
    BuildingArea: cells['Building area'],
    AreaUnit: cells['Area unit'],
    Images: cells.Images.split(', '),
    ParkingSpots: cells['Parking spots'],
    Description: cells.Description,
    Address: cells.Address,
    City: cells.City,
    State: cells.State,
    ZIP: String(cells.ZIP),
    Latitude: cells.Latitude,
    Longitude: cells.Longitude,
    SalePrice: cells['Sale price'],
  };
}

function chatbotRow_({ ID, ...cells }) {
  const { Status, Reviewed, ...data } = cells;
  return { ID, Data: { ...data, Reviewed: Reviewed.toISOString().slice(0, 10) } };
}
