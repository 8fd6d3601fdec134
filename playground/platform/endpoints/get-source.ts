/** Lists what a chatbot knows. */
import type * as v from 'valibot';
import type { Records } from '../records.ts';
import { closedObject, filledText } from './body-schemas.ts';
import { endpoint, type Operation } from './endpoint.ts';

type SourceBody = v.InferOutput<typeof sourceBody>;

/**
 * `GetSource`: lists the knowledge of a chatbot. The examples of "Update Google Sheet Data" post rows here by mistake;
 * this reading refuses them.
 *
 * @see https://chat.smarterbot.ai/guides/developer/api/chatbot/knowledge/get-chatbot-knowledge (read 2026-11-21)
 */
const sourceBody = closedObject({ serialNumber: filledText });

/** `GetSource`, as its document has it. */
export const getSource = endpoint('GetSource', sourceBody, sourceOperation);

function sourceOperation(body: SourceBody): Operation {
  return {
    serialNumber: body.serialNumber,
    serialMember: 'serialNumber',
    carryOut: (records) => ({ data: knowledgeOf(records), isApplied: false }),
  };
}

/**
 * The chatbot's knowledge as `GetSource` lists it. An `ID` here names a knowledge item, never a row.
 *
 * @see https://docs.neoagent.co/en/API/chatbot/conoscenza-base for the members and `Status` 2 = Succeeded (read 2026-11-21)
 */
function knowledgeOf(records: Records): readonly object[] {
  return [
    knowledge(377631, 'Text', 'Office hours', 'We are open Monday to Saturday, 9 to 18.', ''),
    knowledge(377632, 'UrlList', 'Website', 'https://www.example.com/', 'https://www.example.com/'),
    knowledge(377633, 'QAList', 'Rows', `${records.rows().length} rows`, ''),
  ];
}

function knowledge(id: number, type: string, name: string, value: string, sourceLink: string): object {
  return {
    Type: type,
    Name: name,
    Value: value,
    Length: value.length,
    Status: 2,
    StatusMessage: 'Succeeded',
    ID: id,
    SourceLink: sourceLink,
  };
}
