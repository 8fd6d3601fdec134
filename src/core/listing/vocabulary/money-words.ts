/** Words around a sum: thousands and millions, remarks, lower bounds, and words that stand where no price is given. */

/** Factors written after a number, lower case. `mil` is not here: it is a million in English, a thousand in Spanish. */
export const MAGNITUDES: readonly { readonly factor: number; readonly words: readonly string[] }[] = [
  { factor: 1e3, words: ['k', 'thousand', 'tsd', 'tys', 'mille', 'thsd'] },
  { factor: 1e5, words: ['lakh', 'lakhs', 'lac', 'lacs', 'l'] },
  {
    factor: 1e6,
    words: ['m', 'mm', 'mn', 'mio', 'mln', 'mill', 'million', 'millions', 'millones', 'millón', 'millon'],
  },
  { factor: 1e6, words: ['milhões', 'milhão', 'milhoes', 'milioni', 'milione', 'miljoen', 'millionen', 'mi'] },
  { factor: 1e7, words: ['cr', 'crs', 'crore', 'crores'] },
  { factor: 1e9, words: ['b', 'bn', 'billion', 'mrd', 'mld', 'md', 'milliarde', 'milliarden', 'milliard'] },
];

/** What `mil` after a number means, by language. */
export const MIL_BY_LANGUAGE: Readonly<Record<string, number | undefined>> = {
  en: 1e6,
  es: 1e3,
  pt: 1e3,
  gl: 1e3,
  ca: 1e3,
};

/** Remarks after a price that leave it a price. */
export const PRICE_REMARKS: readonly string[] = [
  ...['obo', 'or best offer', 'ono', 'or nearest offer', 'neg', 'negotiable', 'firm', 'fixed', 'vb', 'vhb'],
  ...['fixed price', 'firm price', 'total price', 'asking price'],
  ...[
    'asking',
    'total',
    'cc',
    'hc',
    'kk',
    'charges comprises',
    'hors charges',
    'kosten koper',
    'plus utilities',
    '+ utilities',
    '+ util',
    '+ utils',
    'incl utilities',
    'excl utilities',
    'net',
    'gross',
    'nnn',
    'freehold',
    'leasehold',
  ],
];

/** Words before a number that make it the least of several prices. */
export const LOWER_BOUNDS: readonly string[] = [
  ...['from', 'starting', 'starting at', 'starting from', 'starts at', 'offers over', 'offers in excess of', 'oieo'],
  ...['offers from', 'guide price', 'min', 'minimum', 'over', 'above', '>', '>=', '≥', 'ab', 'desde', 'a partir de'],
  ...[
    'offers in the region of',
    'offers in region of',
    'oiro',
    'offers around',
    'in excess of',
    'price from',
    'starts from',
  ],
  ...[
    'bids over',
    'bids from',
    'vanaf',
    'a partire da',
    'à partir de',
    'up to',
    'max',
    'maximum',
    'under',
    '<',
    'bis',
    'hasta',
    'low',
    'mid',
    'high',
  ],
];

/** What stands in price columns where there is no price, in words separated by commas. */
export const WORDS_INSTEAD_OF_PRICES: readonly string[] = (
  'call,call for price,call for pricing,call agent,call us,please call,poa,price on application,price on request,por,' +
  'price upon request,upon request,on request,request price,on application,contact,contact agent,contact us,' +
  'contact for price,inquire,enquire,ask,ask agent,ask for price,auction,at auction,online auction,undisclosed,' +
  'not disclosed,price undisclosed,withheld,price withheld,hidden,confidential,private,negotiable,make offer,' +
  'make an offer,best offer,offers,offers invited,open to offers,tender,by negotiation,price by negotiation,tbd,varies,' +
  'market,market price,coming soon,sold,leased,rented,pending,under offer,under contract,sold stc,reserved,let agreed,a consultar,consultar,sob consulta,precio a consultar,' +
  'auf anfrage,preis auf anfrage,sur demande,prix sur demande,nous consulter,su richiesta,trattativa riservata,' +
  'op aanvraag,prijs op aanvraag,na zapytanie'
).split(',');
