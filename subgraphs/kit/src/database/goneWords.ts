/** Words by which columns say that a row is gone: for `init`, which leaves such rows out, and for `check`, which finds those that are told. */
export const goneWords = [
  ...['deleted', 'delete', 'del', 'void', 'voided', 'removed', 'erased', 'archived', 'obsolete', 'retired', 'invalid'],
  ...['inactive', 'hidden', 'purged', 'struck out', 'in error', 'entered in error', 'geloescht'],
] as const;
/** That it was merged into another row. A survivor alone is no merge: it may be whoever survived violence. */
export const mergedWords = [
  ...['merged', 'merge', 'mrg', 'superseded', 'duplicate', 'dup'],
  ...['survivor id', 'survivor no', 'survivor number', 'survivor record', 'surviving id', 'surviving record'],
] as const;
/** That it is not gone. */
export const hereWords = ['active', 'actv', 'current', 'valid', 'enabled', 'aktiv'] as const;
