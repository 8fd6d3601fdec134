import { describe, expect, test } from 'vitest';
import { meaningsOf } from '../../../src/core/mapping/header-meanings.ts';
import { matchColumns } from '../../../src/core/mapping/match-columns.ts';
import { appliedSources, sheet } from './columns.ts';
import { readSheet } from './read-sheet.ts';

const fieldOf = (header: string) => meaningsOf(header).find(({ strength }) => strength !== 'proposal')?.field;

test('whose status it is may stand behind the name', () => {
  expect(meaningsOf('Listing Status (MLS)')).toContainEqual({ field: 'Status', strength: 'usual' });
});

describe('a known name with words around it is still known', () => {
  test.each([
    ['Approx SqFt', 'BuildingArea'],
    ['Apx. Sq Ft', 'BuildingArea'],
    ['Total SqFt', 'BuildingArea'],
    ['SqFt Total', 'BuildingArea'],
    ['Bldg SqFt', 'BuildingArea'],
    ['Floor Size', 'BuildingArea'],
    ['Property Size', 'BuildingArea'],
    ['Carpet Area', 'BuildingArea'],
    ['Super Built-up Area', 'BuildingArea'],
    ['Size in m²', 'BuildingArea'],
    ['Area_SqFt__c', 'BuildingArea'],
    ['Lot_SqFt__c', 'LotArea'],
    ['attributes.floorArea', 'BuildingArea'],
    ['02. Bedrooms', 'Bedrooms'],
    ['3) Baths', 'Bathrooms'],
    ['Total Land Area', 'LotArea'],
    ['Approx. Lot Size', 'LotArea'],
    ['Plot Area (sq yd)', 'LotArea'],
    ['Approx Year Built', 'YearBuilt'],
    ['Total Parking Spaces', 'ParkingSpots'],
    ['Number of Beds', 'Bedrooms'],
    ['Bedrooms (total)', 'Bedrooms'],
    ['Current Price', 'SalePrice'],
    ['Price in USD', 'SalePrice'],
    ['Price PKR', 'SalePrice'],
    ['property_price', 'SalePrice'],
    ['property_size', 'BuildingArea'],
    ['property_bedrooms', 'Bedrooms'],
    ['property_bathrooms', 'Bathrooms'],
    ['property_garage', 'ParkingSpots'],
    ['property_year', 'YearBuilt'],
    ['fave_property_price', 'SalePrice'],
    ['REAL_HOMES_property_bedrooms', 'Bedrooms'],
    ['pba__Bedrooms_pb__c', 'Bedrooms'],
    ['Price__c', 'SalePrice'],
    ['object.numberOfBedrooms', 'Bedrooms'],
    ['object.livingArea.value', 'BuildingArea'],
    ['object.lotSize.value', 'LotArea'],
    ['object.listingPrice.price', 'SalePrice'],
    ['data.object.addressLocality', 'City'],
    ['object.addressRegion', 'State'],
    ['object.postalCode', 'ZIP'],
    ['Location City', 'City'],
    ['Superficie construida', 'BuildingArea'],
    ['Surface habitable', 'BuildingArea'],
    ['Área útil (m²)', 'BuildingArea'],
    ['Construcción m2', 'BuildingArea'],
    ['Precio alquiler', 'RentPrice'],
    ['Preço de venda', 'SalePrice'],
  ])('%s', (header, field) => {
    expect(fieldOf(header)).toBe(field);
  });

  test.each([
    ...['listingAgent.name', 'listing_agent_city', 'listingOffice.address', 'buyerAgent.email', 'Home Phone'],
    ...['Property Tax', 'Total Taxes', 'Total Rooms', 'Land Value', 'Land Use', 'Building Name', 'Area Code'],
    ...[
      'Est. Rent',
      'property_original_price',
      'Basement SqFt',
      'Price Change Date',
      'Lot Size Unit',
      'Floor Area Ratio',
    ],
    ...['Property Notes', 'Number of Photos', 'Number of Units', 'Status Date', 'Building', 'Floors', 'House Number'],
  ])('%s is not', (header) => {
    expect(fieldOf(header)).toBeUndefined();
  });

  test('is applied where the cells confirm it, and never over the name itself', () => {
    expect(appliedSources(matchColumns(sheet(['Approx SqFt'], [1500], [1700])))).toMatchObject({
      BuildingArea: 'Approx SqFt',
    });
    expect(appliedSources(matchColumns(sheet(['Approx SqFt'], ['about'], ['see text'])))).toEqual({});
    const both = sheet(['Approx SqFt', 'Living Area'], [1500, 1480], [1700, 1690]);
    expect(appliedSources(matchColumns(both)).BuildingArea).toBe('Living Area');
  });

  test('two sizes that may both be meant are left to the person', () => {
    expect(
      appliedSources(matchColumns(sheet(['Carpet Area', 'Floor Size'], [900, 1100], [800, 1000]))).BuildingArea,
    ).toBeUndefined();
  });

  test('the members of a listing’s message stand for themselves, their units beside them', () => {
    const headers = [
      'object.listingId',
      'object.lotSize.value',
      'object.lotSize.unitText',
      'object.listingPrice.price',
      'object.listingPrice.priceCurrency',
    ];
    const [row] = readSheet(headers, ['A1', 0.5, 'Acres', 425_000, 'EUR'], ['A2', 1, 'Acres', 425_000, 'EUR']);
    expect(row?.values).toMatchObject({ LotArea: 21_780, SalePrice: 425_000, CurrencySymbol: '€' });
  });
});
