/** The states of the US and the provinces of Canada: names, postal codes and the abbreviations people still write. */
import { lazily } from '../../terms/lazily.ts';

/** One state or province. `alsoWritten` holds traditional abbreviations and other spellings. */
export interface StateEntry {
  readonly code: string;
  readonly name: string;
  readonly country: 'US' | 'CA';
  readonly alsoWritten: readonly string[];
}

/**
 * Every state, district, territory and province with a two-letter code.
 *
 * @see https://pe.usps.com/text/pub28/28apb.htm "Two-Letter State and Possession Abbreviations" (read 2026-11-21).
 * @see https://www.canadapost-postescanada.ca "Addressing guidelines", symbols of provinces and territories
 * (read 2026-11-21).
 */
export const states = (): readonly StateEntry[] => [
  us('AL', 'Alabama', 'Ala'),
  us('AK', 'Alaska'),
  us('AZ', 'Arizona', 'Ariz'),
  us('AR', 'Arkansas', 'Ark'),
  us('CA', 'California', 'Calif', 'Cal'),
  us('CO', 'Colorado', 'Colo'),
  us('CT', 'Connecticut', 'Conn'),
  us('DE', 'Delaware', 'Del'),
  us('DC', 'District of Columbia', 'Washington DC', 'Washington D.C.', 'D.C.'),
  us('FL', 'Florida', 'Fla'),
  us('GA', 'Georgia'),
  us('HI', 'Hawaii', "Hawai'i"),
  us('ID', 'Idaho'),
  us('IL', 'Illinois', 'Ill'),
  us('IN', 'Indiana', 'Ind'),
  us('IA', 'Iowa'),
  us('KS', 'Kansas', 'Kans', 'Kan'),
  us('KY', 'Kentucky'),
  us('LA', 'Louisiana'),
  us('ME', 'Maine'),
  us('MD', 'Maryland'),
  us('MA', 'Massachusetts', 'Mass'),
  us('MI', 'Michigan', 'Mich'),
  us('MN', 'Minnesota', 'Minn'),
  us('MS', 'Mississippi', 'Miss'),
  us('MO', 'Missouri'),
  us('MT', 'Montana', 'Mont'),
  us('NE', 'Nebraska', 'Nebr', 'Neb'),
  us('NV', 'Nevada', 'Nev'),
  us('NH', 'New Hampshire', 'N.H.'),
  us('NJ', 'New Jersey', 'N.J.'),
  us('NM', 'New Mexico', 'N.M.', 'N. Mex.'),
  us('NY', 'New York', 'N.Y.'),
  us('NC', 'North Carolina', 'N.C.', 'N. Carolina'),
  us('ND', 'North Dakota', 'N.D.', 'N. Dak.'),
  us('OH', 'Ohio'),
  us('OK', 'Oklahoma', 'Okla'),
  us('OR', 'Oregon', 'Ore', 'Oreg'),
  us('PA', 'Pennsylvania', 'Penn', 'Penna'),
  us('RI', 'Rhode Island', 'R.I.'),
  us('SC', 'South Carolina', 'S.C.', 'S. Carolina'),
  us('SD', 'South Dakota', 'S.D.', 'S. Dak.'),
  us('TN', 'Tennessee', 'Tenn'),
  us('TX', 'Texas', 'Tex'),
  us('UT', 'Utah'),
  us('VT', 'Vermont'),
  us('VA', 'Virginia'),
  us('WA', 'Washington', 'Wash', 'Washington State'),
  us('WV', 'West Virginia', 'W. Va.', 'W. Virginia'),
  us('WI', 'Wisconsin', 'Wis', 'Wisc'),
  us('WY', 'Wyoming', 'Wyo'),
  us('AS', 'American Samoa'),
  us('GU', 'Guam'),
  us('MP', 'Northern Mariana Islands'),
  us('PR', 'Puerto Rico', 'P.R.'),
  us('VI', 'Virgin Islands', 'U.S. Virgin Islands', 'US Virgin Islands', 'USVI'),
  us('AA', 'Armed Forces Americas'),
  us('AE', 'Armed Forces Europe'),
  us('AP', 'Armed Forces Pacific'),
  ca('AB', 'Alberta', 'Alta'),
  ca('BC', 'British Columbia', 'B.C.', 'Colombie-Britannique'),
  ca('MB', 'Manitoba', 'Man'),
  ca('NB', 'New Brunswick', 'N.B.', 'Nouveau-Brunswick'),
  ca('NL', 'Newfoundland and Labrador', 'Newfoundland', 'Newfoundland & Labrador', 'N.L.', 'Nfld'),
  ca('NT', 'Northwest Territories', 'N.W.T.', 'NWT'),
  ca('NS', 'Nova Scotia', 'N.S.', 'Nouvelle-Écosse'),
  ca('NU', 'Nunavut'),
  ca('ON', 'Ontario', 'Ont'),
  ca('PE', 'Prince Edward Island', 'P.E.I.', 'PEI'),
  ca('QC', 'Quebec', 'Québec', 'Que', 'PQ'),
  ca('SK', 'Saskatchewan', 'Sask'),
  ca('YT', 'Yukon', 'Yukon Territory', 'YK'),
];

const usCodes = lazily(
  (): ReadonlySet<string> =>
    new Set(
      states()
        .filter((state) => state.country === 'US')
        .map((state) => state.code),
    ),
);

/** Whether a text is the two-letter code of a US state, district or territory, in capitals. */
export function isUsState(code: string): boolean {
  return usCodes().has(code);
}

function us(code: string, name: string, ...alsoWritten: readonly string[]): StateEntry {
  return { code, name, country: 'US', alsoWritten };
}

function ca(code: string, name: string, ...alsoWritten: readonly string[]): StateEntry {
  return { code, name, country: 'CA', alsoWritten };
}
