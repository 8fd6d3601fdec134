/** The nouns that people write behind a count, as alternatives of a pattern: `3 habitaciones`, `2 baños`, `1 Stellplatz`. */

/** Words for bedrooms; words for rooms of any kind are not among them. */
export const BED_NOUNS = alternatives(
  'bed ?rooms?,bed ?rms?,beds?,bdrms?,bdr,bds?,brs?,bhk,b',
  'habitaci[oó]n(?:es)?,dormitorios?,dormit[oó]rios?,dorms?,rec[aá]maras?,alcobas?,hab,habs',
  'quartos?,su[ií]tes?,chambres?(?: [aà] coucher)?,ch,schlafzimmer,slaapkamers?,slpk,camere? da letto,camer[ae]',
  'sovrum,soverom,sovev[aæ]relser?,makuuhuonett?a?,sypialni[ae]?,lo[zž]nic[ei],h[aá]l[oó]szob[aá]k?,yatak odas[ıi]',
);

/** Words for bathrooms. */
export const BATH_NOUNS = alternatives(
  'bath ?rooms?,bath ?rms?,baths?,bths?,ba,wc,wcs,washrooms?,toilets?',
  "ba[nñ]os?,banheiros?,casas? de banho,salles? de bains?,salles? d['’]eau,sdb,sde",
  'badezimmer,b[aä]der,bad,badkamers?,bagn[oi],badrum,baderom,badev[aæ]relser?,kylpyhuonett?a?,[lł]azienk[aią],koupeln[aiy],banyo',
);

/** Words for parking spots. */
export const PARKING_NOUNS = alternatives(
  'cars?,garages?,spaces?,spots?,stalls?,bays?,covered,uncovered,parking,assigned,reserved,deeded,attached,detached,open',
  'carports?,lots?,places?,underground,tandem,vehicles?,autos?,coches?,carros?,slots?',
  'plazas?,garajes?,cocheras?,estacionamientos?,parqueaderos?,aparcamientos?,cajon(?:es)?,cajones,vagas?,garagens?',
  'stellpl[aä]tze?,stellplatz,parkpl[aä]tze?,parkplatz,garagen,tiefgarage(?:npl[aä]tze)?,parkings?,box,posti?,auto,parkeerplaats(?:en)?',
  'de garaje,de garage,de garagem,de parking,de estacionamiento,cubiertos?,cubiertas?,cobertas?',
);

function alternatives(...lists: readonly string[]): string {
  const words = lists.flatMap((list) => list.split(','));
  // The longest first, so that a word is not taken for the beginning of another.
  return [...new Set(words)].sort((one, other) => other.length - one.length).join('|');
}
