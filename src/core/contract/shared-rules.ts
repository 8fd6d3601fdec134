/**
 * The rules of core that the sidebar runs as well, so that it can say what a draft means before the server has seen it.
 * Everything else it knows of core is types, and what the server answers.
 */
export { brake } from '../engine/brake.ts';
export { splitMessages } from '../events/split-messages.ts';
export { addCounts, addTaken, takenSentence, told } from '../events/taken-words.ts';
export { fieldDefinition } from '../listing/fields.ts';
export { canBeZero, emptyPolicyOf, isClearable } from '../listing/policies.ts';
export { listedName } from '../mapping/listed-headers.ts';
export { believedDaysOf, MOST_BELIEVED_DAYS, USUAL_BELIEVED_DAYS } from '../settings/believed-days.ts';
export { isRequestsAtOnce } from '../settings/requests-at-once.ts';
