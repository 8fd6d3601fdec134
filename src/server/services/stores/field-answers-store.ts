/** Keeps, for the whole file, what its chatbots have answered to listings without some of the required fields. */
import { type FieldAnswers, formatFieldAnswers, parseFieldAnswers } from '../../../core/actions/field-answers.ts';
import { documentProperties } from './document-store.ts';

const PROPERTY = 'requiredFields';

/** The answers of a chatbot. */
export function readFieldAnswers(chatbotId: string): FieldAnswers {
  return parseFieldAnswers(documentProperties().getProperty(PROPERTY), chatbotId, Date.now());
}

/** Keeps the answers of a chatbot. Where the store is full they are forgotten, and asked for again. */
export function saveFieldAnswers(chatbotId: string, answers: FieldAnswers): void {
  try {
    const stored = documentProperties().getProperty(PROPERTY);
    documentProperties().setProperty(PROPERTY, formatFieldAnswers(stored, chatbotId, answers));
  } catch (exception) {
    console.warn({ message: 'answers about required fields could not be kept', error: String(exception) });
  }
}
