/** Knows the texts that people, exports and scrapers write where there is nothing: `N/A`, `[]`, `— sq ft`, `Price not found`. */

/** Words for nothing. `nd` and `n.d.` are not among them: North Dakota. */
const BLANK_WORDS: ReadonlySet<string> = new Set(
  (
    '.,..,...,…,?,??,???,*,/,n/a,na,n.a.,n.a,n/d,s/d,k.a.,n/k,null,none,nil,nan,undefined,unknown,tba,t.b.a.,tbd,' +
    't.b.d.,tbc,error,no data,no info,no information,blank,empty,(blank),(none),(empty),[object object],desconocido,' +
    'desconhecido,inconnu,unbekannt,sconosciuto,onbekend,sin datos,sin información,sem informação,keine angabe,' +
    'not set,unspecified,missing,xxx,sin dato,sin especificar,no especificado,no informado,não informado,nao informado,' +
    'non renseigné,non renseigne,non spécifié,non specificato,niet bekend,brak danych,belirtilmemiş,b\'\',b"",' +
    'k. a.,non disponible,no disponible,não disponível,nicht verfügbar,non disponibile,niet beschikbaar'
  ).split(','),
);

const LONGEST_PLACEHOLDER = 60;
const CODE_OF_0 = 48;
const CODE_OF_9 = 57;

/** Nothing but brackets, quotes, dashes and what separates list items: `[]`, `{}`, `""`, `[ , ]`, `--`, `$—`. */
const ONLY_SIGNS = /^(?:[[\](){}<>"'“”‘’`,;|\s]+|[$€£¥₹]?[-–—‐‒―\s]+)$/;
/** What a template left behind where its value was missing: `— beds`, `N/A baths`, `null sqft`, `-- /mo`. */
const VALUELESS =
  /^[$€£¥₹]?(?:[-–—]+|n\/?a|null|none|nan|undefined|unknown|\?+)[ ,]*(?:sq\.? ?(?:ft|feet|m|yd)s?\.?|sqft|sqm|sf|ft²|ft2|m²|m2|acres?|ac|ha|hectares?|lot|bed(?:room)?s?|bds?|brs?|bath(?:room)?s?|ba|rooms?|cars?|spaces?|garages?|parking|days?|years?|\/ ?(?:mo|month|wk|week|yr|year|sq ?ft|m²|m2)|per (?:month|week|year|sq ?ft)|usd|eur|gbp|cad|aud)(?: (?:lot|living|total))?$/;
/** What the next two have in common: patterns that know the letters of all alphabets take a millisecond to get ready. */
const DENIES = /\bnot? |\bisn't /;
/** `Property type not found`, `Description not available`, `Not specified`. */
const SAID_TO_BE_MISSING =
  /^(?:[\p{L}\d]+ ){0,4}(?:not|is not|isn't) (?:found|available|provided|specified|disclosed|known|applicable|given|stated|set)\.?$/u;
/** `No description available`, `No image found`. */
const NONE_THERE = /^no (?:[\p{L}]+ ){1,3}(?:available|found|provided|specified|given)\.?$/u;

/** `No image`, `No photos`, `None listed`. */
const NONE_AT_ALL =
  /^(?:no (?:image|photo|picture|video|url|link|address|description|remark|neighbou?rhood|subdivision|city|location)s?|none (?:listed|given|provided|available|found|specified|stated))\.?$/;
/** `Property type: N/A`, `Neighborhood unavailable`, `City unknown`. */
const NAMED_AS_MISSING =
  /^(?:property |home |listing |street |zip |postal )?(?:type|status|city|town|state|address|location|neighbou?rhood|subdivision|zip|code|country|description|price|area|size|bed(?:room)?s?|bath(?:room)?s?|parking|year)(?: ?: ?(?:n\/?a|none|null|nan|undefined|unknown|unavailable|tb[acd]|[-–—]+)| (?:unavailable|unknown|unspecified|undefined))$/;
/** `(not set)`, `[None]`, `<unknown>`: the brackets say no more. */
const IN_BRACKETS = /^(?:\(([^()]+)\)|\[([^[\]]+)\]|<([^<>]+)>)$/;
/** What a form shows before anything is chosen, and a template before it is filled: `Select…`, `Choose one`, `{{city}}`. */
const NOT_CHOSEN =
  /^(?:[-–—]+ ?)?(?:please )?(?:select|choose|pick)(?: (?:one|an? \p{L}+|type|option|status|city|state))?[.…]*(?: ?[-–—]+)?$|^(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|\[\[[^[\]]*\]\])$/u;
/** `Unknown type`, `Address withheld by seller`, `(Undisclosed address)`. */
const KEPT_BACK =
  /^\(?(?:(?:unknown|unspecified) (?:property )?(?:type|status|city|state|address|location|zip|country)|(?:undisclosed|hidden|confidential) (?:address|location|street)|(?:street )?(?:address|location) (?:is )?(?:undisclosed|withheld|hidden|confidential|(?:available )?(?:up)?on request|on application)(?: by (?:the )?(?:seller|owner|agent))?)\)?$/;

/** `N/A type`, `null Elm St`: a template whose first value was missing. There are streets called *Null Street* and *Unknown Road*. */
const OPENS_WITH_NOTHING = /^(?:#?[nN]\/[aA]|null|undefined)\s+\S/;

/** Whether a text opens with a word for nothing, so that what follows it is not all that was meant. */
export function opensWithNothing(text: string): boolean {
  return OPENS_WITH_NOTHING.test(text);
}

/** Whether a text, cleaned and trimmed, stands for nothing at all. */
export function isBlankText(text: string): boolean {
  if (text.length > LONGEST_PLACEHOLDER) return false;
  // No such text ends with a digit, as IDs and numbers do: those need not be looked up.
  const lastCode = text.charCodeAt(text.length - 1);
  if (lastCode >= CODE_OF_0 && lastCode <= CODE_OF_9 && !text.endsWith('m2') && !text.endsWith('ft2')) return false;
  const lower = text.toLowerCase();
  if (BLANK_WORDS.has(lower) || ONLY_SIGNS.test(lower) || VALUELESS.test(lower)) return true;
  if (NOT_CHOSEN.test(lower) || KEPT_BACK.test(lower)) return true;
  if (NONE_AT_ALL.test(lower) || NAMED_AS_MISSING.test(lower)) return true;
  if (DENIES.test(lower) && (SAID_TO_BE_MISSING.test(lower) || NONE_THERE.test(lower))) return true;
  const inner = IN_BRACKETS.exec(lower)
    ?.slice(1)
    .find((text) => text !== undefined);
  return inner !== undefined && isBlankText(inner.trim());
}
