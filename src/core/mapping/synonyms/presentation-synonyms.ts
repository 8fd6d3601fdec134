/** Headers that people use for what visitors see: pictures, tours, description. */
import { type Synonym, synonyms } from './synonym.ts';

/**
 * Synonyms of the presentation fields. Numbered picture columns (`Image 1`, `image[0].url`) are recognised by their
 * pattern instead. A name that tells the kind of tour is sure, since any address or tick below it means that kind.
 */
export const presentationSynonyms = (): readonly Synonym[] => [
  ...synonyms('Images', 'sure', 'RESO', 'Media.MediaURL', 'MediaURL'),
  ...synonyms('Images', 'sure', 'Zillow-style', 'imgSrc', 'photos', 'hiResImageLink'),
  ...synonyms('Images', 'fallback', 'Realtor-style', 'primary_photo', 'alt_photos'),
  ...synonyms('Images', 'sure', 'ad feed', 'Image URL', 'image[0].url', 'image_link'),
  ...synonyms(
    'Images',
    'sure',
    'common',
    'Photos',
    'Image URLs',
    'Image URL(s)',
    'Pictures',
    'Photo URLs',
    'Photo URL',
  ),
  ...synonyms(
    'Images',
    'sure',
    'common',
    'Picture URLs',
    'Image Links',
    'Photo Links',
    'Listing Photos',
    'Gallery Images',
  ),
  ...synonyms(
    'Images',
    'usual',
    'common',
    'Photo',
    'Picture',
    'Image',
    'Gallery',
    'Pics',
    'Image Link',
    'Photo Link',
    'Media',
  ),
  ...synonyms('Images', 'usual', 'common', 'Main Photo', 'Main Image', 'Featured Image', 'Cover Photo', 'Thumbnail'),
  ...synonyms('Images', 'usual', 'other language', 'Fotos', 'Imágenes', 'Bilder', 'Imagens', 'Immagini'),

  ...synonyms('Tours', 'usual', 'RESO', 'VirtualTourURLUnbranded', 'VirtualTourURLBranded'),
  ...synonyms('Tours', 'sure', 'Redfin', 'NEXT OPEN HOUSE START TIME'),
  ...synonyms('Tours', 'usual', 'Zillow-style', 'has3DModel', 'virtualTourUrl', 'thirdPartyVirtualTour'),
  ...synonyms('Tours', 'usual', 'Zillow-style', 'openHouseSchedule'),
  ...synonyms('Tours', 'sure', 'common', '3D Tour', '3D Walkthrough', 'Matterport', 'Virtual Tour', 'Virtual Tour URL'),
  ...synonyms('Tours', 'sure', 'common', 'Open House', 'Open Houses', 'Open House Date', 'Next Open House'),
  ...synonyms('Tours', 'usual', 'common', 'Tour URL', 'Tour', 'Tour Type'),

  ...synonyms('Description', 'sure', 'RESO', 'PublicRemarks', 'PropertyDescription', 'InternetRemarks'),
  ...synonyms('Description', 'usual', 'RESO', 'Remarks'),
  ...synonyms('Description', 'sure', 'Zillow-style', 'description'),
  ...synonyms('Description', 'usual', 'Realtor-style', 'text'),
  ...synonyms(
    'Description',
    'sure',
    'common',
    'Public Remarks',
    'Marketing Text',
    'Listing Description',
    'Property Details',
  ),
  ...synonyms(
    'Description',
    'sure',
    'common',
    'Marketing Remarks',
    'Marketing Description',
    'Public Description',
    'Desc',
  ),
  ...synonyms('Description', 'usual', 'common', 'Details', 'Body', 'Overview', 'About', 'Summary', 'Long Description'),
  ...synonyms('Description', 'sure', 'misspelling', 'Discription', 'Decription', 'Descripton', 'Desciption'),
  ...synonyms('Description', 'usual', 'other language', 'Descripción', 'Beschreibung', 'Descrição', 'Descrizione'),
];
