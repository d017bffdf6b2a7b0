/** Words in column names that mark a row as gone: `init` leaves such rows out, and `check` finds those that are served. */
export const goneWords = [
  ...['deleted', 'delete', 'del', 'void', 'voided', 'removed', 'erased', 'archived', 'obsolete', 'retired', 'invalid'],
  ...['inactive', 'hidden', 'purged', 'struck out', 'in error', 'entered in error', 'geloescht'],
] as const;
/** Words for "merged into another row". "Survivor" alone does not count: it may be a person who survived violence. */
export const mergedWords = [
  ...['merged', 'merge', 'mrg', 'superseded', 'duplicate', 'dup'],
  ...['survivor id', 'survivor no', 'survivor number', 'survivor record', 'surviving id', 'surviving record'],
] as const;
/** Words for "not gone". */
export const hereWords = ['active', 'actv', 'current', 'valid', 'enabled', 'aktiv'] as const;
/** Words for "for the agency only", of a row or of an address or a number in it. */
export const keptBackWords = [
  'confidential',
  'private',
  'restricted',
  'unlisted',
  'secret',
  'silent',
  'suppressed',
] as const;
/** Words in the names of columns beside a mark, which say who set it or why, not whether. */
export const aboutMarkWords = ['by', 'reason', 'rsn', 'user', 'why', 'comment'] as const;
