#!/bin/sh
# A home has several features at once, so OData metadata may declare them as flags: an enumeration with IsFlags="true". @sap-ux/edmx-parser
# compares that text with true, and says of every enumeration that it has no flags. Exits with an error once that is no longer so.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . @sap-ux/edmx-parser@0.10.0 >/dev/null
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from '@sap-ux/edmx-parser';

const { version } = JSON.parse(readFileSync('node_modules/@sap-ux/edmx-parser/package.json', 'utf8'));
const metadata = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="homes" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EnumType Name="Features" IsFlags="true">
<Member Name="Pool" Value="1"/><Member Name="Spa" Value="2"/><Member Name="Dock" Value="4"/></EnumType></Schema>
</edmx:DataServices></edmx:Edmx>`;
const [features] = parse(metadata).schema.enumTypes;
console.log(`@sap-ux/edmx-parser ${version}: isFlags of <EnumType Name="Features" IsFlags="true">`);
console.log('expected: true');
console.log(`seen:     ${features.isFlags}`);
process.exit(features.isFlags === false && features.members.map(({ value }) => value).join() === '1,2,4' ? 0 : 1);
JS
node run.mjs
