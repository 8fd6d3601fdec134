#!/bin/sh
# OData metadata may annotate a field within its own element, such as with its name for people. @sap-ux/edmx-parser keeps an annotation within
# a member of an enumeration, and one that stands apart and names the field; within a field it is gone. Exits with an error once that is no
# longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @sap-ux/edmx-parser@0.10.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from '@sap-ux/edmx-parser';

const { version } = JSON.parse(readFileSync('node_modules/@sap-ux/edmx-parser/package.json', 'utf8'));
const name = (text) => `<Annotation Term="RESO.OData.Metadata.StandardName" String="${text}"/>`;
const metadata = (within, apart) => `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="homes" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EnumType Name="Status"><Member Name="Active">${name('For sale')}</Member></EnumType>
<EntityType Name="Property"><Property Name="BedroomsTotal" Type="Edm.Int32">${within}</Property></EntityType>${apart}
</Schema></edmx:DataServices></edmx:Edmx>`;
const targets = (xml) => Object.values(parse(xml).schema.annotations).flat().map(({ target }) => target).sort().join(' and ');
const apart = `<Annotations Target="homes.Property/BedroomsTotal">${name('Bedrooms')}</Annotations>`;
const seen = [targets(metadata(name('Bedrooms'), '')), targets(metadata('', apart))];
console.log(`@sap-ux/edmx-parser ${version}: what is annotated, with the field's annotation within it and apart from it`);
console.log('expected: homes.Property/BedroomsTotal and homes.Status/Active, twice');
console.log(`seen:     ${seen.join(' | ')}`);
process.exit(seen.join('|') === 'homes.Status/Active|homes.Property/BedroomsTotal and homes.Status/Active' ? 0 : 1);
JS
node run.mjs
