import { Kind, parse } from 'graphql';
import type { NamedDocument } from '../http/operations.ts';

/**
 * Operations counted under their own names: those that people at every agency use all day.
 *
 * Other named operations are left out on purpose. In a small partnership, a count of emergency access taken, consents withdrawn or own
 * files read shows what one person did at that moment; other operations belong to a single role. Whatever is not listed is counted
 * together.
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

/** What any named mutation is counted as, and anything that is neither that nor listed. */
const [change, other] = ['change', 'other'];

/** Returns the name to count an operation under, by its `documentId`. Undefined: it was sent as text, or refused before its id was read. */
export type OperationCounted = (documentId: string | undefined) => string;

/** Classifies these operations once. Names of the dashboard's operations end in a digest, which changes with every release. */
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
