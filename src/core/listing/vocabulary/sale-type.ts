/** Words that tell whether a listing is for sale or for rent. */
import { SEEN_IN } from './sources.ts';
import { type VocabularyEntry, vocabulary } from './vocabulary.ts';

/** The platform's two kinds of listing. */
export type SaleType = 'for_sale' | 'for_rent';

const entries = (): readonly VocabularyEntry<SaleType>[] => [
  { meaning: 'for_sale', source: SEEN_IN.platform, words: ['for_sale'] },
  { meaning: 'for_rent', source: SEEN_IN.platform, words: ['for_rent'] },
  { meaning: 'for_rent', source: SEEN_IN.reso, words: ['Residential Lease', 'Commercial Lease', 'ResidentialLease'] },
  {
    meaning: 'for_sale',
    source: SEEN_IN.reso,
    words: ['Residential', 'Residential Income', 'Land', 'Farm', 'Manufactured In Park', 'Business Opportunity'],
    givesWay: true,
  },
  { meaning: 'for_sale', source: SEEN_IN.reso, words: ['Commercial Sale', 'CommercialSale'] },
  { meaning: 'for_rent', source: SEEN_IN.event, words: ['RLSE', 'COML'] },
  { meaning: 'for_sale', source: SEEN_IN.event, words: ['RESI', 'RINC', 'MOBI', 'COMS', 'BUSO'] },
  {
    meaning: 'for_rent',
    source: SEEN_IN.usual,
    words: ['Rent', 'Rental', 'Rentals', 'For lease', 'Lease', 'Leasing', 'Renting'],
  },
  { meaning: 'for_rent', source: SEEN_IN.uk, words: ['To let', 'To rent', 'Let', 'Letting', 'Lettings'] },
  {
    meaning: 'for_sale',
    source: SEEN_IN.usual,
    words: ['Sale', 'Sales', 'Buy', 'Resale', 'Selling', 'Purchase', 'Sell'],
  },
  {
    meaning: 'for_sale',
    source: SEEN_IN.usual,
    words: ['FSBO', 'For sale by owner', 'Auction', 'Foreclosure', 'Short sale'],
  },
  {
    meaning: 'for_sale',
    source: SEEN_IN.zillow,
    words: ['New Construction', 'New home', 'For sale by agent', 'House for sale'],
  },
  { meaning: 'for_rent', source: SEEN_IN.zillow, words: ['House for rent', 'Apartment for rent'] },
  { meaning: 'for_rent', source: SEEN_IN.spanish, words: ['Alquiler', 'En alquiler', 'Renta', 'En renta', 'Arriendo'] },
  { meaning: 'for_sale', source: SEEN_IN.spanish, words: ['Venta', 'En venta'] },
  { meaning: 'for_rent', source: SEEN_IN.german, words: ['Miete', 'Zu vermieten', 'Vermietung', 'Mieten'] },
  { meaning: 'for_sale', source: SEEN_IN.german, words: ['Kauf', 'Zu verkaufen', 'Verkauf', 'Kaufen'] },
  { meaning: 'for_rent', source: SEEN_IN.french, words: ['Location', 'À louer', 'Louer'] },
  { meaning: 'for_sale', source: SEEN_IN.french, words: ['Vente', 'À vendre', 'Achat'] },
  {
    meaning: 'for_rent',
    source: SEEN_IN.portuguese,
    words: ['Aluguel', 'Aluguer', 'Arrendamento', 'Locação', 'Para alugar'],
  },
  { meaning: 'for_sale', source: SEEN_IN.portuguese, words: ['Venda', 'À venda'] },
  { meaning: 'for_rent', source: SEEN_IN.italian, words: ['Affitto', 'In affitto'] },
  { meaning: 'for_sale', source: SEEN_IN.italian, words: ['Vendita', 'In vendita'] },
  { meaning: 'for_rent', source: SEEN_IN.dutch, words: ['Huur', 'Te huur'] },
  { meaning: 'for_sale', source: SEEN_IN.dutch, words: ['Koop', 'Te koop'] },
  {
    meaning: 'for_rent',
    source: SEEN_IN.polish,
    words: ['Wynajem', 'Na wynajem', 'Do wynajęcia', 'Najem'],
  },
  { meaning: 'for_sale', source: SEEN_IN.polish, words: ['Sprzedaż', 'Na sprzedaż'] },
  { meaning: 'for_rent', source: SEEN_IN.turkish, words: ['Kiralık'] },
  { meaning: 'for_sale', source: SEEN_IN.turkish, words: ['Satılık'] },
];

/** What is sold or let, for how long, and by whom: `Apartment for rent`, `Commercial lease`, `Long term rental`. */
const SAYS_WHAT =
  'commercial residential land lot farm ranch house houses home homes apartment apartments flat flats condo condos ' +
  'condominium townhouse townhome villa office retail industrial warehouse property properties unit room rooms garage ' +
  'parking business multi single family long short term holiday vacation seasonal furnished unfurnished agent owner ' +
  'piso pisos casa casas apartamento apartamentos vivienda wohnung wohnungen haus maison appartement';

/** Words of sale-or-rent columns. Taught words are kept under `saleType`. */
export const SALE_TYPE = vocabulary('saleType', entries, SAYS_WHAT);
