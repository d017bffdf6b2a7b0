import { notSeen, type Served } from '@accord/server/store/agencies';

/** What an agency serves, in words. */
export const inWords = ({ contractVersion: version, modules }: Served): string =>
  version === notSeen
    ? 'a contract not seen yet'
    : `contract ${version}${modules.length > 0 ? ` with ${modules.join(', ')}` : ''}`;
