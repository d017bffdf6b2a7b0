/** A need or reason of a record: the national code, and which of the two national lists it is of. */
export type CodedNeed = Readonly<{ list: 'REASON' | 'SERVICE_GROUP'; code: string }>;

/**
 * What national codes alone say: reason 9 (domestic and family violence) and service group 5 (assistance for family and
 * domestic violence) are evidence; reason 8 (sexual abuse) does not say by whom, so it is abstained from.
 */
const CODES: ReadonlyMap<string, 'EVIDENCE' | 'ABSTAIN'> = new Map([
  ['REASON 9', 'EVIDENCE'],
  ['SERVICE_GROUP 5', 'EVIDENCE'],
  ['REASON 8', 'ABSTAIN'],
]);

/** Of FAMILY_VIOLENCE_EXPERIENCING; NONE for every other code, and for one that is not stated. Leading zeros do not count. */
export const evidenceOfNeed = ({ list, code }: CodedNeed): 'EVIDENCE' | 'ABSTAIN' | 'NONE' =>
  CODES.get(`${list} ${code.trim().replace(/^0+(?=\d)/, '')}`) ?? 'NONE';
