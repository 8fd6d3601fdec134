/** What a listing that the platform does not have asks of it: to be looked up by its MLS number, and to be created. */
import type { ListingKey } from '../listing-key.ts';

/** A listing that an update did not find. */
interface MissingListing extends ListingKey {
  /** The chatbot's ID. */
  readonly serialNumber: string;
  /** By which it is looked up; without one nothing is ever created. */
  readonly mlsNumber: string;
  /** The body of the update that did not find it, as JSON. */
  readonly bodyText: string;
}

/** Looks a listing up. */
export interface LookUpOperation extends MissingListing {
  readonly kind: 'lookUp';
  /** Whether a create of it was sent that had no clear answer: then none is sent again. */
  readonly isAfterCreate?: true;
}

/** Creates a listing, after a look-up has found none. */
export interface CreateOperation extends MissingListing {
  readonly kind: 'create';
}
