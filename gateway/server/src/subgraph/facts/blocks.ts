import type { BlockInput, QueryBlocksArgs } from '@accord/contract/generated/api';
import { CallerFault } from '../../CallerFault.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { FactRow } from '../../store/facts.ts';
import { assertCodes, said } from '../checkedInput.ts';
import { assertMayDo } from '../mayDo.ts';
import { assertMayDoTo, isKeptFrom } from '../ownClient.ts';
import { type Page, visiblePage } from '../pageOf.ts';
import type { Cursors } from '../sealCursor.ts';
import type { FactParts } from './FactParts.ts';
import { endOnFile, factView, ownFacts, putOnFile, textIn, textsIn } from './onFile.ts';

/**
 * Puts a block on file. Throws as `assertMayDoTo`, also for each person it is against; `ARGUMENT_REFUSED` if it would close
 * everything to everybody, or names records that are not the agency's own of this client.
 */
export async function addBlock(input: BlockInput, parts: FactParts, context: RequestContext): Promise<BlockView> {
  const { kind, categories, records } = input;
  const mayDoTo = (id: string) => assertMayDoTo(id, 'addBlock', parts.store.clients, context);
  const client = await mayDoTo(input.client);
  const against = input.against && (await Promise.all(input.against.map(mayDoTo)));
  // Trimmed: with a space before or after the name, the block would protect from nobody.
  const users = input.users?.map((user) => said('users', user));
  assertCodes({ categories, records, against, users }, { categories: parts.profile.categories });
  if (!categories && !against && !users)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      'The block would close everything to everyone, including your own agency. Give "categories", "against" or "users".',
    );
  if (against?.includes(client)) throw new CallerFault('ARGUMENT_REFUSED', '"against" names the client.');
  await assertOwnRecords({ ...input, client }, parts, context);
  const limits = { ...(categories && { categories }), ...(records && { records }) };
  const body = { kind, ...limits, ...(against && { against }), ...(users && { users }) };
  return blockView(await putOnFile({ kind: 'BLOCK', clientId: client, body }, parts, context));
}

async function assertOwnRecords(
  { client, records }: BlockInput,
  { store }: FactParts,
  { requester }: RequestContext,
): Promise<void> {
  if (!records) return;
  const [opened] = await store.clients.open([client]);
  const own = new Set(
    (opened?.records ?? []).filter(({ agencyId }) => agencyId === requester.agency.id).map(({ handle }) => handle),
  );
  if (!records.every((record) => own.has(record)))
    throw new CallerFault('ARGUMENT_REFUSED', '"records" may name only this client’s records at your own agency.');
}

/** Lifts a block of the requester's own agency. Throws as `endOnFile`, and `FACT_UNKNOWN` to a worker whom it names. */
export async function liftBlock(
  { id, why }: Readonly<{ id: string; why: string }>,
  parts: FactParts,
  context: RequestContext,
): Promise<BlockView> {
  const { requester } = context;
  assertMayDo('liftBlock', requester);
  const found = await parts.store.facts.find(id, requester.agency.id);
  if (found && names(found, requester)) throw new CallerFault('FACT_UNKNOWN');
  return blockView(await endOnFile({ id, kind: 'BLOCK', why, action: 'liftBlock' }, parts, context));
}

/** Whether the block names this very worker: to them it is as if it did not exist. */
const names = (block: FactRow, { user }: RequestContext['requester']): boolean =>
  textsIn(block, 'users')?.some((name) => name.trim() === user) ?? false;

/** Returns the blocks that the requester's own agency put on file about a client, newest first, except those that name the requester. */
export const blocksOf = async (
  client: string,
  parts: FactParts,
  context: RequestContext,
): Promise<readonly BlockView[]> =>
  (await ownFacts(client, 'BLOCK', parts, context)).filter((block) => !names(block, context.requester)).map(blockView);

/**
 * Returns every block in force of the requester's own agency, except about people whom a block keeps from the requester: another
 * block may hide its client even from those who could lift it.
 */
export async function standingBlocks(
  args: QueryBlocksArgs,
  { store, cursors }: FactParts & Readonly<{ cursors: Cursors }>,
  context: RequestContext,
): Promise<Page<BlockView>> {
  const { requester } = context;
  assertMayDo('blocks', requester);
  return visiblePage(
    args,
    { cursors, use: { requester, list: 'blocks' } },
    async (after, first) => {
      const rows = await store.facts.standing({ agencyId: requester.agency.id, kind: 'BLOCK', after, first });
      return rows.map((block) => ({ at: block.recordedAt, id: block.id, block }));
    },
    async ({ block }) =>
      names(block, requester) || (await isKeptFrom(block.clientId, store.clients, context)) ? null : blockView(block),
  );
}

export type BlockView = ReturnType<typeof blockView>;

const blockView = (fact: FactRow) => ({
  ...factView(fact),
  kind: textIn(fact, 'kind'),
  categories: textsIn(fact, 'categories'),
  records: textsIn(fact, 'records'),
  against: textsIn(fact, 'against'),
  users: textsIn(fact, 'users'),
});
