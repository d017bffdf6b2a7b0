/** A need or reason in a record: the national code, and which of the two national lists it is from. */
export type CodedNeed = Readonly<{ list: 'REASON' | 'SERVICE_GROUP'; code: string }>;

/**
 * What national codes say on their own. Reason 9 (domestic and family violence) and service group 5 (assistance for family and
 * domestic violence) are evidence. Reason 8 (sexual abuse) does not say by whom, so the answer is to abstain.
 */
const CODES: ReadonlyMap<string, 'EVIDENCE' | 'ABSTAIN'> = new Map([
  ['REASON 9', 'EVIDENCE'],
  ['SERVICE_GROUP 5', 'EVIDENCE'],
  ['REASON 8', 'ABSTAIN'],
]);

/**
 * Returns the verdict for FAMILY_VIOLENCE_EXPERIENCING; NONE for every other code, including "not stated". Leading zeros do not
 * count.
 */
export const evidenceOfNeed = ({ list, code }: CodedNeed): 'EVIDENCE' | 'ABSTAIN' | 'NONE' =>
  CODES.get(`${list} ${code.trim().replace(/^0+(?=\d)/, '')}`) ?? 'NONE';
