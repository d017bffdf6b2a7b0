/** The type of an agency's records behind the bare gateway. */
export const recordType = (id) => `${id[0].toUpperCase()}${id.slice(1)}Record`;
