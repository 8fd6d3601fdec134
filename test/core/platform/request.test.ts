import { describe, expect, test } from 'vitest';
import { updateOf } from '../../../src/core/actions/sync-listings/update-operation.ts';
import { buildRequest, toCurl } from '../../../src/core/platform/request.ts';

const address = { baseUrl: 'https://usapi.hottask.com', authHeader: 'Authorization' } as const;

describe('buildRequest', () => {
  test('sends a delete to the documented address with the documented names', () => {
    const body = {
      SerialNumber: '3254a9d0424c4806b9ea3d0763abcdef',
      Keys: ['PROP123456'],
      KeyType: 'NewOaks',
    } as const;
    expect(buildRequest({ endpoint: 'deleteListings', body }, address)).toEqual({
      url: 'https://usapi.hottask.com/chat/Chatbot/RealEstateDelete',
      method: 'post',
      contentType: 'application/json',
      authHeader: 'Authorization',
      payload: '{"SerialNumber":"3254a9d0424c4806b9ea3d0763abcdef","Keys":["PROP123456"],"KeyType":"NewOaks"}',
    });
  });

  test('sends rows to UpdateGoogleSheetData, although the document’s examples post them to GetSource', () => {
    const body = { serialNumber: '3254', rows: [{ ID: 1, Data: { url: 'x', price: 111 } }] };
    const request = buildRequest({ endpoint: 'updateRows', body }, address);
    expect(request.url).toBe('https://usapi.hottask.com/chat/Chatbot/UpdateGoogleSheetData');
    expect(request.payload).toBe('{"serialNumber":"3254","rows":[{"ID":1,"Data":{"url":"x","price":111}}]}');
  });

  test('sends an update with the very text its fingerprint covers', () => {
    const { bodyText } = updateOf({
      SerialNumber: '3254',
      Key: 'K1',
      KeyType: 'URL',
      City: undefined,
      ZIP: '02139',
    });
    const request = buildRequest({ endpoint: 'updateListing', bodyText }, address);
    expect(request.url).toBe('https://usapi.hottask.com/chat/Chatbot/RealEstateUpdate');
    expect(request.payload).toBe('{"SerialNumber":"3254","Key":"K1","KeyType":"URL","ZIP":"02139"}');
  });

  test('sends the text of an update as it is, not written a second time', () => {
    const bodyText = '{ "SerialNumber": "3254", "Key": "K1", "KeyType": "URL" }';
    expect(buildRequest({ endpoint: 'updateListing', bodyText }, address).payload).toBe(bodyText);
  });

  test('refuses an empty list of keys or rows, which may mean everything', () => {
    const noKeys = { SerialNumber: '3254', Keys: [], KeyType: 'URL' } as const;
    expect(() => buildRequest({ endpoint: 'deleteListings', body: noKeys }, address)).toThrow('empty list');
    const noRows = { serialNumber: '3254', rows: [] };
    expect(() => buildRequest({ endpoint: 'updateRows', body: noRows }, address)).toThrow('empty list');
  });
});

test('a request as cURL masks the key and survives a quote in the text', () => {
  const body = { serialNumber: '3254', rows: [{ ID: 1, Data: { name: "O'Hara" } }] };
  expect(toCurl(buildRequest({ endpoint: 'updateRows', body }, address))).toBe(
    [
      "curl 'https://usapi.hottask.com/chat/Chatbot/UpdateGoogleSheetData' \\",
      '  -X POST \\',
      "  -H 'Authorization: <your key>' \\",
      "  -H 'Content-Type: application/json' \\",
      `  -d '{"serialNumber":"3254","rows":[{"ID":1,"Data":{"name":"O'\\''Hara"}}]}'`,
    ].join('\n'),
  );
});
