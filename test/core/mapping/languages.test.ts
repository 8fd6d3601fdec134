/** Sheets in languages other than English, from their headers to what is sent. */
import { describe, expect, test } from 'vitest';
import type { FieldName } from '../../../src/core/listing/fields.ts';
import { LISTING_STATUS, type StatusIntent } from '../../../src/core/listing/vocabulary/listing-status.ts';
import { matchWord } from '../../../src/core/listing/vocabulary/match-word.ts';
import type { CellValue } from '../../../src/core/sheet/table.ts';
import { readSheet } from './read-sheet.ts';

type Columns = Readonly<Record<string, readonly [CellValue, CellValue]>>;

/** A home for sale and a rented one. */
const SHEETS: Readonly<Record<string, Columns>> = {
  Dutch: {
    Status: ['Beschikbaar', 'Verhuurd'],
    'Koop/Huur': ['Koop', 'Huur'],
    'Soort woning': ['Tussenwoning', 'Appartement'],
    Vraagprijs: ['€ 450000', ''],
    Huurprijs: ['', '€ 1450 per maand'],
    Slaapkamers: [3, 1],
    Badkamers: [2, 1],
    'Woonoppervlakte (m²)': [120, 55],
    Perceeloppervlakte: ['250 m²', ''],
    Bouwjaar: [1998, 1930],
    Parkeerplaatsen: [2, 0],
    Woonplaats: ['Zwolle', 'Delft'],
    'Aantal kamers': [5, 2],
  },
  Italian: {
    Stato: ['Disponibile', 'Affittato'],
    Contratto: ['Vendita', 'Affitto'],
    Tipologia: ['Tussenwoning', 'Appartement'],
    'Prezzo richiesto': ['€ 450000', ''],
    'Canone mensile': ['', '€ 1450'],
    'Camere da letto': [3, 1],
    'Numero bagni': [2, 1],
    'Superficie calpestabile (mq)': [120, 55],
    'Superficie terreno': ['250 m²', ''],
    'Anno di costruzione': [1998, 1930],
    'Posti auto': [2, 0],
    Comune: ['Zwolle', 'Delft'],
    Locali: [5, 2],
  },
  Polish: {
    'Status oferty': ['Aktualne', 'Wynajęte'],
    'Rodzaj transakcji': ['Sprzedaż', 'Wynajem'],
    'Typ nieruchomości': ['Tussenwoning', 'Appartement'],
    Cena: ['450000 €', ''],
    'Czynsz najmu': ['', '1 450 €/mies.'],
    'Liczba sypialni': [3, 1],
    Lazienki: [2, 1],
    'Powierzchnia użytkowa (m²)': [120, 55],
    'Powierzchnia działki': ['250 m²', ''],
    'Rok budowy': [1998, 1930],
    'Miejsca parkingowe': [2, 0],
    Miasto: ['Zwolle', 'Delft'],
    'Liczba pokoi': [5, 2],
  },
  Turkish: {
    Durum: ['Yayında', 'KİRALANDI'],
    'Satılık/Kiralık': ['SATILIK', 'Kiralık'],
    'Emlak Tipi': ['Tussenwoning', 'Appartement'],
    Fiyat: ['450000 €', ''],
    Kira: ['', '1450 €'],
    'Yatak Odasi': [3, 1],
    'Banyo Sayısı': [2, 1],
    'Net m²': ['120 m²', '55 m²'],
    'Arsa Alanı': ['250 m²', ''],
    'Yapım Yılı': [1998, 1930],
    Otopark: [2, 0],
    Şehir: ['Zwolle', 'Delft'],
    'Oda Sayısı': [5, 2],
  },
};

describe.each(Object.entries(SHEETS))('a list in %s', (_, columns) => {
  const headers = Object.keys(columns);
  const readings = readSheet(
    ['MLS #', ...headers],
    ...[0, 1].map((row): readonly CellValue[] => [`A${row}`, ...headers.map((header) => columns[header]?.[row] ?? '')]),
  );
  const valuesOf = (row: number, ...fields: readonly FieldName[]) =>
    fields.map((field) => readings[row]?.values[field as keyof (typeof readings)[number]['values']]);

  test('holds what its headers say, and no rooms as bedrooms', () => {
    expect(readings.flatMap(({ problems }) => problems)).toEqual([]);
    const fields = ['SaleType', 'Status', 'Bedrooms', 'Bathrooms', 'YearBuilt', 'ParkingSpots', 'City'] as const;
    expect(valuesOf(0, ...fields)).toEqual(['for_sale', 'Active', 3, 2, 1998, 2, 'Zwolle']);
    expect(valuesOf(1, ...fields)).toEqual(['for_rent', 'Sold', 1, 1, 1930, 0, 'Delft']);
    expect(valuesOf(0, 'SalePrice', 'RentPrice', 'PropertyType')).toEqual([450_000, undefined, 'Tussenwoning']);
    expect(valuesOf(1, 'SalePrice', 'RentPrice', 'PropertyType')).toEqual([undefined, 1_450, 'Appartement']);
    expect(valuesOf(0, 'BuildingArea', 'LotArea', 'AreaUnit')).toEqual([120, 250, 'Square Meters']);
  });
});

test('a French list has the price with the fees, and the rent without the charges', () => {
  const headers = ['MLS #', 'Type de bien', 'Transaction', 'Prix FAI', 'Prix net vendeur', 'Loyer HC', 'Loyer CC'];
  const [sale, rent] = readSheet(
    headers,
    ['A1', 'Appartement', 'Vente', '315 000 €', '300 000 €', '', ''],
    ['A2', 'Maison', 'Location', '', '', '720 €', '790 €'],
    ['A3', 'Appartement', 'Vente', '228 000 €', '218 000 €', '', ''],
  );
  expect(sale?.values).toMatchObject({ PropertyType: 'Appartement', SalePrice: 315_000 });
  expect(rent?.values).toMatchObject({ PropertyType: 'Maison', RentPrice: 720 });
  const [only] = readSheet(
    ['MLS #', 'Transaction', 'Loyer CC'],
    ['A1', 'Location', '790 €'],
    ['A2', 'Location', '585 €'],
  );
  expect(only?.values.RentPrice).toBe(790);
});

test('a Spanish list has the built area, else the usable one, and its bedrooms', () => {
  const headers = ['MLS #', 'Sup. construida', 'Sup. útil', 'Hab.'];
  const [row] = readSheet(headers, ['A1', '100 m²', '88 m²', 3], ['A2', '120 m²', '104 m²', 4]);
  expect(row?.values).toMatchObject({ BuildingArea: 100, AreaUnit: 'Square Meters', Bedrooms: 3 });
  const [usable] = readSheet(['MLS #', 'Sup. útil'], ['A1', '88 m²'], ['A2', '104 m²']);
  expect(usable?.values.BuildingArea).toBe(88);
});

test.each<[string, StatusIntent]>([
  ...['Verkocht onder voorbehoud', 'Onder bod', 'Sotto proposta'].map((word): [string, StatusIntent] => [
    word,
    'underContract',
  ]),
  ...['Gereserveerd', 'Riservato', 'Zarezerwowane', 'Rezerve', 'Réservé', 'Sous promesse'].map(
    (word): [string, StatusIntent] => [word, 'pending'],
  ),
  ...['Ingetrokken', 'Ritirato', 'Wycofane', 'Pasif', 'Niet beschikbaar'].map((word): [string, StatusIntent] => [
    word,
    'offMarket',
  ]),
  ...['Sospeso', 'Wstrzymane', 'Suspendido'].map((word): [string, StatusIntent] => [word, 'hold']),
  ...['Verkocht', 'Venduta', 'Sprzedane', 'SATILDI'].map((word): [string, StatusIntent] => [word, 'sold']),
])('%s is %s', (word, intent) => {
  expect(matchWord(LISTING_STATUS, word)).toEqual({ kind: 'meaning', meaning: intent });
});

test.each(['Precio', 'Preis', 'Prix', 'Prijs', 'Cena', 'Fiyat'])(
  '%s is the rent where every row is for rent',
  (header) => {
    const rows = [1_200, 950, 1_450].map((rent, row) => [`A${row}`, 'For rent', rent]);
    expect(readSheet(['MLS #', 'Sale or rent', header], ...rows).map(({ values }) => values.RentPrice)).toEqual([
      1_200, 950, 1_450,
    ]);
  },
);
