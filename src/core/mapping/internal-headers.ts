/** Tells columns that are internal by their names: what is written there is for colleagues and must not reach visitors. */
import type { FieldName } from '../listing/fields.ts';
import { lazily } from '../terms/lazily.ts';
import { meaningsOf } from './header-meanings.ts';
import { normalizeHeader } from './normalize-header.ts';
import { isInternalName } from './synonyms/internal-names.ts';

/** What people write for each other. */
const REMARKS =
  'remarks?|notes?|comments?|instructions?|memos?|notas?|notiz(?:en)?|bemerkung(?:en)?|observac(?:ion|iones|oes|ao)|observacoes|remarques?|comentarios?|anmerkung(?:en)?';
/** Whom it is for, or that it is for nobody else. */
const FOR_FEW =
  'private|privat(?:e[ns]?|i)?|privad[oa]s?|privee?s?|confidential|confidencia(?:l|is|les)|vertraulich(?:e[nrs]?)?|internal|intern(?:e[nrs]?|[oa]s?|i)?|agents?|brokers?|realtors?|office|staff|showing|appointment|non public';
const LOCKS =
  'gate|alarms?|disarm|doors?|entry|entrance|access|security|garage|keypad|key pad|lock|padlock|call box|callbox|elevator|alarma|puerta|porta|portail|porte|tur|tor|haustur';
const CODES = 'codes?|pins?|passwords?|passcodes?|combos?|combinations?|codigos?|kode|kombination';
/** Who lives there, or sells it. */
const PEOPLE =
  'owners?|homeowners?|sellers?|landlords?|tenants?|occupants?|lessees?|lessors?|renters?|propietari[oa]s?|proprietari[oa]s?|proprietaires?|eigentumer|vermieter|mieter|inquilin[oa]s?|locataires?|vendedor(?:es)?|duen[oa]s?';
const CONTACTS =
  'names?|phones?|mobiles?|cells?|tel|telephones?|e ?mails?|emails?|mailing|address(?:es)?|contacts?|contact info|nombres?|nomes?|noms?|telefonos?|telefones?|telefon|telefonnummer|handy|movil|celular|correo|contactos?|contatos?|kontakte?|adressen?|direccion|endereco|coordonnees';

const either = (...words: readonly string[]) => `\\b(?:${words.join('|')})\\b`;

/** Two words in whichever order, as `agent notes` and `notes for agents`. */
const together = (one: string, other: string) => [
  new RegExp(`${either(one)}.*${either(other)}`),
  new RegExp(`${either(other)}.*${either(one)}`),
];

const GRAMMAR = lazily((): readonly RegExp[] => [
  ...together(FOR_FEW, REMARKS),
  ...together(LOCKS, CODES),
  ...together(PEOPLE, CONTACTS),
  ...together(PEOPLE, REMARKS),
  /\b(?:lock ?box(?:es)?|key ?safe|supra|key ?box(?:es)?|how to show|showing (?:contact|phone|service|requirements))\b/,
  /\b(?:passwords?|passcodes?)\b/,
  /\b(?:schlussel|tur|tor|haustur|alarm|zugangs)codes?\b/,
  // Where a key hangs, and why and for how little somebody sells.
  /\bkeys? (?:location|holder|pickup)\b|\bwhere (?:is )?(?:the )?keys?\b|^(?:keys|llaves|schlussel|chaves|cles|chiavi)$/,
  /\b(?:reasons? for (?:selling|sale|moving)|motivation|bottom (?:line|price)|lowest (?:price|offer)|minimum acceptable)\b/,
  /\bvendors? (?:comments?|notes?|remarks?|motivation|names?|phones?|e ?mails?|contacts?)\b/,
  // What agents pay each other is for agents.
  /\b(?:commissions?|comision(?:es)?|comissao|provvigione|courtage|innenprovision|provision intern|(?:agency|agent|broker|buyers?|co ?op|bac) compensation)\b/,
]);

/** `Owners Association Phone` is the association's, `Owner Financing` nobody's. */
const PUBLIC_AFTER_ALL = /\b(?:association|hoa|public|management company)\b/;

/** Bare *Notes*, *Owner* and *Alarm* are for colleagues in a list of homes; in other tabs they are what the rows are about. */
const BARE_NAMES =
  /^(?:notes?|comments?|(?:property |home )?owners?|homeowners?|landlords?|tenants?|sellers?|propietari[oa]s?|proprietari[oa]s?|proprietaires?|eigentumer|vermieter|mieter|inquilin[oa]s?|duen[oa]s?|alarms?|bac(?: (?:%|amount|comp|percent(?:age)?|rate|type))?)$/;
const OF_HOMES = /\b(?:mls|listing (?:id|number|key|status)|list price|bedrooms|beds)\b/;

/**
 * Whether a column is internal by its name alone.
 *
 * @param headers All headers of the tab.
 */
export function isInternalHeader(header: string, headers: readonly string[]): boolean {
  const words = normalizeHeader(header);
  if (BARE_NAMES.test(words)) return headers.some(tellsOfHomes) || nameHomes(headers);
  return isInternalName(header) || soundsInternal(words);
}

function tellsOfHomes(header: string): boolean {
  const words = normalizeHeader(header);
  return OF_HOMES.test(words) || soundsInternal(words);
}

/** What only homes have, in every language that columns are mapped in; of what other things have as well it takes two. */
const ONLY_OF_HOMES: readonly FieldName[] = ['Bedrooms', 'Bathrooms', 'MLSNumber'];
const ALSO_OF_HOMES: readonly FieldName[] = [
  'BuildingArea',
  'LotArea',
  'SalePrice',
  'RentPrice',
  'YearBuilt',
  'ParkingSpots',
];

function nameHomes(headers: readonly string[]): boolean {
  const named = headers.flatMap((header) =>
    meaningsOf(header).flatMap(({ field, strength }) => (strength === 'proposal' ? [] : [field])),
  );
  const fields = new Set(named);
  return (
    ONLY_OF_HOMES.some((field) => fields.has(field)) || ALSO_OF_HOMES.filter((field) => fields.has(field)).length > 1
  );
}

function soundsInternal(words: string): boolean {
  return !PUBLIC_AFTER_ALL.test(words.replace('non public', '')) && GRAMMAR().some((pattern) => pattern.test(words));
}
