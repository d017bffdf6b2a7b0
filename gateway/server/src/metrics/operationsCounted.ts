import { Kind, parse } from 'graphql';
import type { NamedDocument } from '../http/operations.ts';

/**
 * Operations that are counted by their own names: what people of every agency ask all day long.
 *
 * Not all that have a name: that somebody took emergency access, withdrew a consent or read their own file is, in a small partnership,
 * what one person did at that moment; others belong to one role. What is not listed is not told apart.
 */
export const countedByName: ReadonlySet<string> = new Set([
  ...[
    'client-view',
    'alert-board',
    'caseload',
    'find-clients',
    'consents',
    'link-review',
    'notices',
    'vocabulary',
    'partnership',
  ],
  ...['Frame', 'FrameNotices', 'Notices', 'BoardAlerts', 'ClientFirst', 'ClientRest', 'ClientNotes', 'PeopleCaseload'],
  ...['PeopleFound', 'MatchingPairs', 'PartnershipWords'],
]);

/** What any named change is counted as, and whatever is neither that nor listed. */
const [change, other] = ['change', 'other'];

/** As what an operation that was asked by this `documentId` is counted; undefined: it was asked by its text, or refused before that was read. */
export type OperationCounted = (documentId: string | undefined) => string;

/** Reads once what each of these operations is. The dashboard's carry a digest behind their names, which changes with every release. */
export function operationsCounted(operations: readonly NamedDocument[]): OperationCounted {
  const counted = new Map(
    operations.map(({ name, document }) => {
      const [word = ''] = name.split('.');
      return [name, isChange(document) ? change : countedByName.has(word) ? word : other] as const;
    }),
  );
  return (documentId) => (documentId === undefined ? other : (counted.get(documentId) ?? other));
}

const isChange = (document: string): boolean =>
  parse(document, { noLocation: true }).definitions.some(
    (one) => one.kind === Kind.OPERATION_DEFINITION && one.operation === 'mutation',
  );
