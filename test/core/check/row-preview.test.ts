import { describe, expect, test } from 'vitest';
import type { SendRow } from '../../../src/core/actions/batch.ts';
import { rowPreview } from '../../../src/core/check/row-preview.ts';
import { outcomeOf, plannedOutcome, plannedSend } from '../engine/planned-rows.ts';
import { deleteRow, pushRow, SERIAL, updateRow } from '../engine/rows.ts';

const address = { baseUrl: 'https://usapi.hottask.com', authHeader: 'Authorization' } as const;

describe('the preview of a row', () => {
  test('shows its request, indented and as cURL, what was computed and what a person should know', () => {
    const send: SendRow = {
      ...updateRow(2),
      derived: ['DaysOnMarket', 'UnitAreaPrice'],
      notes: ['The rent is per month.'],
    };
    expect(rowPreview(plannedSend(send), address)).toStrictEqual({
      rowNumber: 2,
      label: 'label of K2',
      request: {
        endpoint: 'RealEstateUpdate',
        body: ['{', `  "SerialNumber": "${SERIAL}",`, '  "Key": "K2",', '  "KeyType": "MLSNumber"', '}'].join('\n'),
        curl: [
          "curl 'https://usapi.hottask.com/chat/Chatbot/RealEstateUpdate' \\",
          '  -X POST \\',
          "  -H 'Authorization: <your key>' \\",
          "  -H 'Content-Type: application/json' \\",
          `  -d '{"SerialNumber":"${SERIAL}","Key":"K2","KeyType":"MLSNumber"}'`,
        ].join('\n'),
      },
      derived: ['Days on market', 'Price per area'],
      notes: ['The rent is per month.'],
    });
  });

  test.each([
    ['a delete', deleteRow(2, 'URL'), 'RealEstateDelete', { SerialNumber: SERIAL, Keys: ['K2'], KeyType: 'URL' }],
    [
      'a push',
      pushRow(1),
      'UpdateGoogleSheetData',
      { serialNumber: SERIAL, rows: [{ ID: 1, Data: { name: 'row 1' } }] },
    ],
  ])('shows %s of this row alone', (_, send, endpoint, body) => {
    const { request } = rowPreview(plannedSend(send), address);
    expect(request?.endpoint).toBe(endpoint);
    expect(JSON.parse(request?.body ?? '')).toEqual(body);
  });

  test('shows what a row that would not be sent would be told, without a request', () => {
    const outcome = outcomeOf('Invalid', { columnIndex: 4, causes: [{ kind: 'empty', words: 'ZIP is empty' }] });
    expect(rowPreview(plannedOutcome(3, outcome), address)).toStrictEqual({
      rowNumber: 3,
      label: 'label of K3',
      outcome: { status: 'Invalid', detail: 'It is Invalid.' },
      derived: [],
      notes: [],
    });
  });
});
