/** The hub's id of a person. Opaque, stable. */
export type ClientId = string & { readonly __brand: 'ClientId' };
/** The hub's opaque handle of an agency's record. */
export type RecordHandle = string & { readonly __brand: 'RecordHandle' };
/** An agency's own number of a record. It never leaves the hub and that agency. */
export type RecordNumber = string & { readonly __brand: 'RecordNumber' };
/** An agency's short name. */
export type AgencyId = string & { readonly __brand: 'AgencyId' };

const printable = /^[\x21-\x7e]{1,200}$/;

const parse =
  <Id extends string>(kind: string) =>
  (text: string): Id => {
    if (!printable.test(text))
      throw new Error(`This is not ${kind}: 1 to 200 printable characters without spaces are needed.`);
    return text as Id;
  };

/** Makes a client id of a string; throws where it cannot be one. */
export const parseClientId = parse<ClientId>('a client id');
/** Makes a record handle of a string; throws where it cannot be one. */
export const parseRecordHandle = parse<RecordHandle>('a record handle');
/** Makes a record number of a string; throws where it cannot be one. */
export const parseRecordNumber = parse<RecordNumber>('a record number');
/** Makes an agency id of a string; throws where it cannot be one. */
export const parseAgencyId = parse<AgencyId>('an agency id');
