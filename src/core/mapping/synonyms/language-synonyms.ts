/** Headers in Dutch, Italian, Polish and Turkish, whole ones only, and what German, French, Spanish and Portuguese sheets say besides. */
import type { FieldName } from '../../listing/fields.ts';
import { type Synonym, synonyms } from './synonym.ts';

/** Names of a field, separated by commas. Accents do not matter. */
type Names = { readonly [Name in FieldName]?: readonly string[] };

/** Names that mean the field and nothing else. */
const SURE: Names = {
  PropertyType: [
    'Woningtype,Type woning,Soort woning,Objecttype,Tipo immobile,Tipologia,Tipologia immobile,Typ nieruchomości,Rodzaj nieruchomości',
    'Emlak tipi,Konut tipi,Objektart,Immobilientyp,Tipo de inmueble,Tipo inmueble,Tipo de imóvel,Type de logement',
  ],
  Bedrooms: [
    'Slaapkamers,Aantal slaapkamers,Camere da letto,Numero camere da letto,Sypialnie,Liczba sypialni,Yatak odası',
    'Yatak odası sayısı,Anzahl Schlafzimmer,Número de habitaciones,Número de dormitorios,Nombre de chambres',
  ],
  Bathrooms: [
    'Badkamers,Aantal badkamers,Numero bagni,Łazienki,Liczba łazienek,Banyo sayısı,Anzahl Badezimmer,Número de baños',
    'Nombre de salles de bain',
  ],
  YearBuilt: ['Bouwjaar,Anno di costruzione,Rok budowy,Yapım yılı,İnşa yılı,Ano de construção'],
  BuildingArea: [
    'Woonoppervlakte,Gebruiksoppervlakte wonen,Superficie calpestabile,Powierzchnia użytkowa,Powierzchnia mieszkalna',
  ],
  LotArea: [
    'Perceeloppervlakte,Superficie terreno,Superficie del terreno,Powierzchnia działki,Arsa alanı,Área do terreno',
    'Superficie de parcela,Superficie parcela,Surface du terrain,Surface terrain',
  ],
  ParkingSpots: [
    'Parkeerplaatsen,Aantal parkeerplaatsen,Posti auto,Miejsca parkingowe,Liczba miejsc parkingowych,Plazas de garaje',
    'Plazas de parking,Vagas de garagem,Places de parking,Anzahl Stellplätze',
  ],
  ZIP: ['Kod pocztowy,Posta kodu'],
  Description: ['Omschrijving,Açıklama'],
  Latitude: ['Breedtegraad,Latitudine,Szerokość geograficzna,Enlem,Breitengrad'],
  Longitude: ['Lengtegraad,Longitudine,Długość geograficzna,Boylam,Längengrad'],
};

/** Names that other things share. */
const USUAL: Names = {
  SaleType: [
    'Koop/Huur,Koop of huur,Contratto,Tipo contratto,Tipologia contratto,Typ transakcji,Rodzaj transakcji,Satılık/Kiralık',
    'İlan tipi,Angebotsart,Kauf/Miete,Type de transaction,Tipo de transacción,Venta/Alquiler,Finalidade,Venda/Aluguel',
  ],
  Status: ['Durum,Stan oferty,Status oferty,Stato annuncio,Situação,Disponibilidade,Disponibilidad,Verfügbarkeit'],
  SalePrice: [
    'Prijs,Vraagprijs,Koopprijs,Prezzo richiesto,Cena,Cena ofertowa,Cena sprzedaży,Fiyat,Satış fiyatı,Verkaufspreis',
    'Valor de venda,Valor,Prix FAI,Prix HAI,Prix honoraires inclus',
  ],
  RentPrice: [
    'Huurprijs,Huur,Huur per maand,Canone mensile,Canone di locazione,Affitto mensile,Czynsz najmu,Cena najmu,Kira,Kira bedeli',
    'Kirası,Loyer mensuel,Loyer HC,Loyer hors charges,Precio de alquiler,Valor do aluguel',
  ],
  DepositFee: ['Waarborgsom,Borg,Cauzione,Deposito cauzionale,Kaucja,Depozito,Dépôt de garantie'],
  BuildingArea: [
    'Oppervlakte,Superficie commerciale,Metri quadri,Metri quadrati,Powierzchnia,Metraż,Net m²,Brüt m²,Metrekare',
    'Metros cuadrados,Área útil,Área construída,Sup. construida,Superficie construida',
  ],
  LotArea: ['Perceel,Grondoppervlakte,Działka,Arsa'],
  HOAMonth: ['VvE-bijdrage,Servicekosten VvE,Czynsz administracyjny,Aidat,Hausgeld,Gastos de comunidad,Condomínio'],
  ParkingSpots: ['Otopark,Cochera,Cocheras,Garaje,Stationnement'],
  Bedrooms: ['Camere,Hab.,Habs.,Nº hab.,Dorm.,Dorms.'],
  Bathrooms: ['Banyo'],
  Address: ['Adres,Straße,Straße und Hausnummer,Straße/Nr.,Straat,Calle,Rue,Rua,Logradouro,Ulica'],
  City: ['Plaats,Woonplaats,Città,Miasto,Miejscowość,Şehir'],
  State: ['Provincie,Województwo,Regione'],
  Location: ['Wijk,Buurt,Quartiere,Dzielnica,Semt,Mahalle,İlçe'],
  Images: ["Foto's,Foto,Afbeeldingen,Zdjęcia,Fotoğraflar,Resimler"],
  Description: ['Beschrijving,Opis'],
  CurrencySymbol: ['Valuta,Waluta,Para birimi'],
  DaysOnMarket: ['Listed On,Date on Market,Days Since Listed,Fecha de publicación,Data pubblicazione,Data dodania'],
};

/** Names of what is more or less than the field, for want of a better column: stairs, walls and garages, the land, charges. */
const FALLBACK: Names = {
  RentPrice: ['Loyer CC,Loyer charges comprises'],
  BuildingArea: [
    'Área total,Superficie total,Surface totale,Superficie totale,Gesamtfläche,Totale oppervlakte,Sup. útil,Superficie útil',
  ],
};

/** Synonyms in further languages. */
export const languageSynonyms = (): readonly Synonym[] => [
  ...entriesOf(SURE, 'sure'),
  ...entriesOf(USUAL, 'usual'),
  ...entriesOf(FALLBACK, 'fallback'),
];

function entriesOf(names: Names, strength: Synonym['strength']): readonly Synonym[] {
  return (Object.entries(names) as readonly (readonly [FieldName, readonly string[]])[]).flatMap(([field, lists]) =>
    synonyms(field, strength, 'other language', ...lists.flatMap((list) => list.split(','))),
  );
}
