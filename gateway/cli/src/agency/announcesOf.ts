import type { AgencyRow } from '@accord/server/store/agencies';

/** A sentence that says whose records an agency announces; it follows one about its records. */
export function announcesOf({ participation = 'ALL' }: Pick<AgencyRow, 'participation'>): string {
  switch (participation) {
    case 'ALL':
      return 'It announces all of them.';
    case 'CONSENTED':
      return 'It announces only those of people who agreed.';
    case 'NONE':
      return 'It announces none of them.';
    default:
      return participation satisfies never;
  }
}
