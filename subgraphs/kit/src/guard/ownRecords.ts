import type { PermitRequester } from '@accord/contract/permit';
import type { Mapping } from '../mapping/Mapping.ts';
import type { Batch } from '../mapping/table.ts';

const leads: readonly string[] = ['TEAM_LEADER', 'PRACTICE_LEAD'];

/** True where the requester is a lead at their agency. */
export const leadsThere = ({ role }: Pick<PermitRequester, 'role'>): boolean => leads.includes(role);

/**
 * Says, for one request, who may see what is for a record's own agency only (`@ownAgency`): a lead of this agency, and the
 * worker in charge where the mapping says who that is. Nobody else may, whatever the permit releases.
 */
export const ownRecords =
  ({ id, inCharge }: Pick<Mapping, 'id' | 'inCharge'>, requester: PermitRequester, batch: Batch) =>
  async (record: string): Promise<boolean> => {
    if (requester.agency !== id) return false;
    if (leadsThere(requester)) return true;
    if (requester.role !== 'PRACTITIONER' || !inCharge) return false;
    return (await inCharge.of(record, batch))?.user === requester.user;
  };
