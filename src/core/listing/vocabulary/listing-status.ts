/** What words in a status column ask for, from RESO's statuses to the abbreviations of local systems. */
import { SEEN_IN } from './sources.ts';
import { type VocabularyEntry, vocabulary } from './vocabulary.ts';

/**
 * What a row's status means for the platform. `underContract` is an accepted offer on a listing that is still shown
 * (contingent); `pending` is one that is no longer shown; `hold` comes back, `offMarket` does not; `private` must never
 * be published.
 */
export type StatusIntent =
  | 'active'
  | 'comingSoon'
  | 'sold'
  | 'pending'
  | 'underContract'
  | 'hold'
  | 'offMarket'
  | 'incomplete'
  | 'private';

const entries = (): readonly VocabularyEntry<StatusIntent>[] => [
  { meaning: 'active', source: SEEN_IN.reso, words: ['Active', 'Active Listing'] },
  {
    meaning: 'active',
    source: SEEN_IN.mls,
    words: ['Act', 'A', 'ACTV', 'New', 'New Listing', 'Just listed', 'Back on market', 'BOM'],
  },
  {
    meaning: 'active',
    source: SEEN_IN.mls,
    words: ['Price change', 'Price changed', 'PCH', 'Extended', 'Reactivated'],
  },
  { meaning: 'active', source: SEEN_IN.mls, words: ['Price reduced', 'Price reduction', 'Relisted', 'On market'] },
  { meaning: 'active', source: SEEN_IN.rentals, words: ['ONMARKET', 'For rent', 'For lease', 'To let', 'To lease'] },
  { meaning: 'active', source: SEEN_IN.usual, words: ['For sale', 'Available', 'Available now', 'Live'] },
  { meaning: 'active', source: SEEN_IN.zillow, words: ['FOR_SALE', 'FOR_RENT', 'House for sale', 'New construction'] },
  { meaning: 'active', source: SEEN_IN.german, words: ['Aktiv', 'Verfügbar', 'Frei', 'Zu verkaufen', 'Zu vermieten'] },
  { meaning: 'active', source: SEEN_IN.spanish, words: ['Activo', 'Activa', 'Disponible', 'En venta', 'En alquiler'] },
  { meaning: 'active', source: SEEN_IN.portuguese, words: ['Ativo', 'Ativa', 'Disponível', 'À venda'] },
  { meaning: 'active', source: SEEN_IN.french, words: ['Actif', 'À vendre', 'À louer', 'En vente'] },
  {
    meaning: 'active',
    source: SEEN_IN.italian,
    words: ['Attivo', 'Attiva', 'Disponibile', 'In vendita', 'In affitto'],
  },
  { meaning: 'active', source: SEEN_IN.dutch, words: ['Actief', 'Beschikbaar', 'Te koop', 'Te huur'] },
  {
    meaning: 'active',
    source: SEEN_IN.polish,
    words: ['Aktywne', 'Aktywna', 'Aktualne', 'Aktualna', 'Dostępne', 'Na sprzedaż', 'Na wynajem', 'Do wynajęcia'],
  },
  { meaning: 'active', source: SEEN_IN.turkish, words: ['Aktif', 'Yayında', 'Satışta', 'Satılık', 'Kiralık'] },

  { meaning: 'underContract', source: SEEN_IN.reso, words: ['Active Under Contract', 'AUC'] },
  { meaning: 'underContract', source: SEEN_IN.resoSynonym, words: ['Contingent', 'Backup Offer', 'Backup'] },
  { meaning: 'underContract', source: SEEN_IN.resoSynonym, words: ['Active With Accepted Offer', 'Active with offer'] },
  {
    meaning: 'underContract',
    source: SEEN_IN.mls,
    words: ['Active with contract', 'Active Contingent', 'Cont', 'Ctg'],
  },
  { meaning: 'underContract', source: SEEN_IN.mls, words: ['Accepting backups', 'Accepting backup offers', 'ABO'] },
  {
    meaning: 'underContract',
    source: SEEN_IN.mls,
    words: ['Taking backups', 'Active taking backups', 'Active backup'],
  },
  { meaning: 'underContract', source: SEEN_IN.mls, words: ['Kick-out', 'Active Kick Out', 'Contingent Kick Out'] },
  {
    meaning: 'underContract',
    source: SEEN_IN.mls,
    words: ['Option', 'Active Option', 'Active Option Contract', 'Option pending'],
  },
  {
    meaning: 'underContract',
    source: SEEN_IN.mls,
    words: ['Under contract show', 'Contingent show', 'Contingent no show', 'Continue to show', 'CTS'],
  },
  {
    meaning: 'underContract',
    source: SEEN_IN.uk,
    words: ['Under offer', 'UO', 'Sold STC', 'SSTC', 'Sold subject to contract'],
  },

  {
    meaning: 'underContract',
    source: SEEN_IN.dutch,
    words: ['Onder bod', 'Verkocht onder voorbehoud', 'Verhuurd onder voorbehoud', 'Onder optie'],
  },
  { meaning: 'underContract', source: SEEN_IN.italian, words: ['Sotto proposta', 'Proposta accettata'] },

  { meaning: 'pending', source: SEEN_IN.reso, words: ['Pending'] },
  { meaning: 'pending', source: SEEN_IN.resoSynonym, words: ['Offer Accepted', 'Under Contract', 'Accepted Offer'] },
  {
    meaning: 'pending',
    source: SEEN_IN.mls,
    words: ['P', 'Pend', 'PND', 'U/C', 'In escrow', 'Pending sale', 'Pending continue to show'],
  },
  {
    meaning: 'pending',
    source: SEEN_IN.mls,
    words: ['Pending taking backups', 'Pending backup', 'Pending inspection', 'Pending short sale', 'Offer pending'],
  },
  {
    meaning: 'pending',
    source: SEEN_IN.rentals,
    words: ['APP', 'Application pending', 'Application received', 'Reserved'],
  },
  { meaning: 'pending', source: SEEN_IN.meta, words: ['sale_pending'] },
  {
    meaning: 'pending',
    source: SEEN_IN.usual,
    words: ['Accepted', 'Lease pending', 'Rental pending', 'Deposit taken', 'Sold conditional', 'Conditionally sold'],
  },
  { meaning: 'pending', source: SEEN_IN.uk, words: ['Sale agreed', 'Let agreed', 'STC', 'Exchanged'] },
  { meaning: 'pending', source: SEEN_IN.german, words: ['Reserviert'] },
  { meaning: 'pending', source: SEEN_IN.spanish, words: ['Reservado', 'Reservada', 'Pendiente', 'Bajo contrato'] },
  { meaning: 'pending', source: SEEN_IN.french, words: ['Sous compromis', 'Sous offre', 'Conditionnel', 'En attente'] },
  { meaning: 'pending', source: SEEN_IN.french, words: ['Réservé', 'Réservée', 'Sous promesse', 'Offre acceptée'] },
  { meaning: 'pending', source: SEEN_IN.italian, words: ['Riservato', 'Prenotato', 'Compromesso'] },
  { meaning: 'pending', source: SEEN_IN.dutch, words: ['Gereserveerd'] },
  { meaning: 'pending', source: SEEN_IN.polish, words: ['Zarezerwowane', 'Zarezerwowana', 'Rezerwacja'] },
  { meaning: 'pending', source: SEEN_IN.turkish, words: ['Rezerve', 'Kapora alındı', 'Opsiyonlu'] },

  { meaning: 'sold', source: SEEN_IN.reso, words: ['Closed'] },
  { meaning: 'sold', source: SEEN_IN.resoSynonym, words: ['Sold', 'Leased', 'Rented', 'Closed Sale'] },
  {
    meaning: 'sold',
    source: SEEN_IN.mls,
    words: ['S', 'SLD', 'CLSD', 'Sold Inner Office', 'Sold off MLS', 'Settled', 'Closed Lease'],
  },
  { meaning: 'sold', source: SEEN_IN.redfin, words: ['PAST SALE'] },
  { meaning: 'sold', source: SEEN_IN.zillow, words: ['RECENTLY_SOLD', 'Recently sold'] },
  { meaning: 'sold', source: SEEN_IN.usual, words: ['Completed'] },
  { meaning: 'sold', source: SEEN_IN.uk, words: ['Let'] },
  { meaning: 'sold', source: SEEN_IN.german, words: ['Verkauft', 'Vermietet'] },
  {
    meaning: 'sold',
    source: SEEN_IN.spanish,
    words: ['Vendido', 'Vendida', 'Alquilado', 'Alquilada', 'Rentado', 'Rentada'],
  },
  { meaning: 'sold', source: SEEN_IN.portuguese, words: ['Alugado', 'Alugada', 'Arrendado'] },
  { meaning: 'sold', source: SEEN_IN.french, words: ['Vendu', 'Vendue', 'Loué', 'Louée'] },
  { meaning: 'sold', source: SEEN_IN.italian, words: ['Venduto', 'Venduta', 'Affittato', 'Affittata'] },
  { meaning: 'sold', source: SEEN_IN.dutch, words: ['Verkocht', 'Verhuurd'] },
  { meaning: 'sold', source: SEEN_IN.polish, words: ['Sprzedane', 'Sprzedana', 'Wynajęte', 'Wynajęta'] },
  { meaning: 'sold', source: SEEN_IN.turkish, words: ['Satıldı', 'Kiralandı'] },

  { meaning: 'comingSoon', source: SEEN_IN.reso, words: ['Coming Soon'] },
  { meaning: 'comingSoon', source: SEEN_IN.resoSynonym, words: ['Delayed Showings', 'Delayed Showing'] },
  { meaning: 'comingSoon', source: SEEN_IN.meta, words: ['available_soon'] },
  { meaning: 'comingSoon', source: SEEN_IN.redfin, words: ['Pre On-Market', 'Pre-market'] },
  { meaning: 'comingSoon', source: SEEN_IN.platform, words: ['PreOnMarket'] },
  { meaning: 'comingSoon', source: SEEN_IN.event, words: ['Prelisted'] },
  {
    meaning: 'comingSoon',
    source: SEEN_IN.mls,
    words: ['Pre-listing', 'Coming Soon No Show', 'Active No Show', 'CS', 'CSN'],
  },
  { meaning: 'comingSoon', source: SEEN_IN.spanish, words: ['Próximamente'] },
  { meaning: 'comingSoon', source: SEEN_IN.portuguese, words: ['Em breve'] },

  { meaning: 'offMarket', source: SEEN_IN.reso, words: ['Canceled', 'Withdrawn', 'Expired', 'Delete'] },
  { meaning: 'offMarket', source: SEEN_IN.resoSynonym, words: ['Terminated', 'Kill', 'Zap'] },
  { meaning: 'offMarket', source: SEEN_IN.event, words: ['OffMarket'] },
  {
    meaning: 'offMarket',
    source: SEEN_IN.mls,
    words: ['X', 'W', 'E', 'Exp', 'WDN', 'CAN', 'CANC', 'Deleted', 'Killed', 'Cancelled'],
  },
  {
    meaning: 'offMarket',
    source: SEEN_IN.mls,
    words: ['Withdrawn Conditional', 'Withdrawn Unconditional', 'Lapsed', 'Rescinded'],
  },
  {
    meaning: 'offMarket',
    source: SEEN_IN.usual,
    words: ['Off market', 'Inactive', 'Unavailable', 'Not available', 'Not active'],
  },
  {
    meaning: 'offMarket',
    source: SEEN_IN.usual,
    words: ['Not for sale', 'No longer available', 'Archived', 'Removed', 'Off the market', 'Not listed', 'Delisted'],
  },
  { meaning: 'offMarket', source: SEEN_IN.spanish, words: ['Cancelado', 'Cancelada', 'Retirado', 'Inactivo'] },
  { meaning: 'offMarket', source: SEEN_IN.spanish, words: ['No disponible'] },
  { meaning: 'offMarket', source: SEEN_IN.portuguese, words: ['Não disponível', 'Indisponível'] },
  { meaning: 'offMarket', source: SEEN_IN.french, words: ['Non disponible', 'Indisponible'] },
  { meaning: 'offMarket', source: SEEN_IN.german, words: ['Inaktiv', 'Zurückgezogen', 'Nicht verfügbar'] },
  { meaning: 'offMarket', source: SEEN_IN.italian, words: ['Non disponibile', 'Ritirato'] },
  { meaning: 'offMarket', source: SEEN_IN.dutch, words: ['Niet beschikbaar', 'Ingetrokken', 'Teruggetrokken'] },
  { meaning: 'offMarket', source: SEEN_IN.polish, words: ['Nieaktualne', 'Nieaktualna', 'Wycofane', 'Niedostępne'] },
  { meaning: 'offMarket', source: SEEN_IN.turkish, words: ['Pasif', 'Yayından kaldırıldı'] },

  // RESO gives Temp Off Market to Hold and to Withdrawn; hold is the reading that deletes nothing.
  { meaning: 'hold', source: SEEN_IN.reso, words: ['Hold'] },
  {
    meaning: 'hold',
    source: SEEN_IN.resoSynonym,
    words: ['Hold Do Not Show', 'Temp Off Market', 'Temporarily off market', 'Temporarily unavailable'],
  },
  {
    meaning: 'hold',
    source: SEEN_IN.mls,
    words: ['On hold', 'TOM', 'T', 'TEMP', 'Suspended', 'Paused', 'Temporarily withdrawn'],
  },
  { meaning: 'hold', source: SEEN_IN.spanish, words: ['Suspendido', 'Suspendida', 'Pausado', 'Pausada'] },
  { meaning: 'hold', source: SEEN_IN.italian, words: ['Sospeso'] },
  { meaning: 'hold', source: SEEN_IN.polish, words: ['Wstrzymane', 'Wstrzymana'] },

  { meaning: 'incomplete', source: SEEN_IN.reso, words: ['Incomplete'] },
  { meaning: 'incomplete', source: SEEN_IN.resoSynonym, words: ['Draft'] },
  {
    meaning: 'incomplete',
    source: SEEN_IN.usual,
    words: ['Partial', 'In progress', 'Not ready', 'Unpublished', 'Borrador', 'Entwurf'],
  },

  { meaning: 'private', source: SEEN_IN.event, words: ['Private'] },
  {
    meaning: 'private',
    source: SEEN_IN.mls,
    words: ['Pocket', 'Pocket listing', 'Office exclusive', 'Whisper', 'Whisper listing'],
  },
  {
    meaning: 'private',
    source: SEEN_IN.mls,
    words: ['Do not advertise', 'Do not publish', 'Private exclusive', 'Confidential', 'Off MLS', 'Hidden', 'Unlisted'],
  },
];

/** Words of status columns. Taught words are kept under `listingStatus`. */
export const LISTING_STATUS = vocabulary('listingStatus', entries);

/** The platform's status for an intent; `undefined` where it has no equal and the tab's policy decides. */
export function platformStatus(intent: StatusIntent): 'Active' | 'PreOnMarket' | 'Sold' | undefined {
  switch (intent) {
    case 'active':
      return 'Active';
    case 'comingSoon':
      return 'PreOnMarket';
    case 'sold':
      return 'Sold';
    case 'pending':
    case 'underContract':
    case 'hold':
    case 'offMarket':
    case 'incomplete':
    case 'private':
      return undefined;
    default:
      return intent satisfies never;
  }
}
