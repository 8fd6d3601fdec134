/** Recognises the street of an address in other texts: a description, a page's address, the name of a picture. */

/** What tells a street: its name in lower case, word by word, and the number of the house. */
export interface Street {
  readonly name: readonly string[];
  readonly houseNumber: string | undefined;
}

const KINDS = new Set(
  (
    'street st avenue ave av road rd drive dr lane ln court ct place pl boulevard blvd way circle cir terrace ter trail trl ' +
    'parkway pkwy highway hwy square sq loop plaza alley aly crescent cres close row walk pike path cove cv run pass point pt ' +
    'rue allee chemin impasse quai calle avenida carrera paseo plaza camino rua travessa via viale corso piazza strasse straße ' +
    'weg platz gasse straat laan'
  ).split(' '),
);
const DIRECTIONS = new Set(
  'n s e w ne nw se sw north south east west northeast northwest southeast southwest'.split(' '),
);
const UNITS = new Set('unit apt apartment ste suite no floor fl lot bldg building room rm trlr spc'.split(' '));
/** Words that stand in any description; alone they name no street. */
const EVERYDAY = new Set(
  (
    'main park lake high church center centre garden market school mill bridge river spring springs hill hills ocean beach sunset ' +
    'view forest valley college university union central front water grand summit maple cedar cherry orchard meadow harbor station ' +
    'mountain country village broadway island shore mayor grande nueva real'
  ).split(' '),
);
const LEAST_TELLING_LENGTH = 5;
const NUMBER = /^\d+[a-z]?$/;

/** The street of an address such as `1616 W Montrose Ave Unit 2G`; `undefined` where it names none. */
export function streetOf(address: string): Street | undefined {
  const [line = ''] = address.split(/[,\n]/, 1);
  const all = wordsOf(line.replace(/#.*$/, ''));
  const unitIndex = all.findIndex((word, index) => index > 1 && UNITS.has(word));
  const words = unitIndex === -1 ? all : all.slice(0, unitIndex);
  const houseNumber = words.find((word) => NUMBER.test(word));
  const named = words.filter((word) => word !== houseNumber && !DIRECTIONS.has(word));
  const bare = named.filter((word) => !KINDS.has(word));
  const name = bare.length > 0 ? bare : named;
  return name.length === 0 ? undefined : { name, houseNumber };
}

/** Whether a text names the street: with the number or the kind of street beside its name, or by a name that is no everyday word. */
export function namesStreet(text: string, { name, houseNumber }: Street): boolean {
  const words = wordsOf(text).filter((word) => !DIRECTIONS.has(word));
  return words.some((_word, index) => {
    if (!name.every((part, offset) => words[index + offset] === part)) return false;
    const [before = '', behind = ''] = [words[index - 1], words[index + name.length]];
    const isBeside = before === houseNumber || behind === houseNumber || KINDS.has(before) || KINDS.has(behind);
    return isBeside || isTelling(name);
  });
}

function isTelling(name: readonly string[]): boolean {
  return name.length > 1 || name.some((word) => word.length >= LEAST_TELLING_LENGTH && !EVERYDAY.has(word));
}

function wordsOf(text: string): readonly string[] {
  return text
    .replace(/%20|\+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
