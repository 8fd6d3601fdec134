/** Recognises checkboxes and the words people use for them. */
import type { Entry } from './entry.ts';

const YES: ReadonlySet<string> = new Set(
  'yes,y,true,t,x,✓,✔,✅,☑,1,on,si,sí,sim,oui,ja,tak,evet,sì,wahr,verdadero,vrai'.split(','),
);
const NO: ReadonlySet<string> = new Set(
  'no,n,false,f,✗,✘,❌,☐,0,off,não,nao,non,nein,nee,nie,hayır,falsch,falso,faux'.split(','),
);

/** Whether an entry says yes or no; `undefined` when it says neither. */
export function yesOrNo(entry: Entry): boolean | undefined {
  if (entry.kind === 'boolean') return entry.value;
  if (entry.kind !== 'text' && entry.kind !== 'number') return undefined;
  const word = entry.kind === 'text' ? entry.text.toLowerCase() : String(entry.value);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}
