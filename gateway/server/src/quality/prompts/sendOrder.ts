import { randomUUID } from 'node:crypto';
import type { TableRow } from '@accord/contract/generated/api';
import { mintWriteOrder, type WriteAct } from '@accord/contract/writeOrder';
import type { CryptoKey } from 'jose';
import { CallerFault } from '../../CallerFault.ts';
import type { Incoming, Transport } from '../../exchange/Transport.ts';
import { parseJson } from '../../parseJson.ts';
import { partOf } from '../../partOf.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { Released } from '../../release/ReleaseBook.ts';

/** An order on its way to the requester's own agency. `what` is in the worker's own words: it passes through and is not kept. */
export type OutgoingOrder = Readonly<{
  record: Released;
  act: WriteAct;
  order: string;
  dryRun: boolean;
  what: Readonly<Record<string, unknown>>;
}>;

/** What the agency says became of the order. */
export type OrderAnswer =
  | Readonly<{ outcome: 'WRITTEN' | 'WAITING' | 'RETURNED'; rows: null }>
  | Readonly<{ outcome: 'DRY_RUN'; rows: readonly TableRow[] }>;

/** Sends an order. Throws a `CallerFault` if the agency did not accept it, or did not answer. */
export type SendOrder = (order: OutgoingOrder, context: RequestContext) => Promise<OrderAnswer>;

/** Sends orders signed with the hub's key, to the requester's own agency and no other. */
export const ordersOver =
  (transport: Transport, deadlineMs: number, keys: Readonly<{ permit: CryptoKey; kid: string }>): SendOrder =>
  async ({ record, act, order, dryRun, what }, { requester, now, today }) => {
    const { user, role, agency, purpose } = requester;
    // INVARIANT: nobody writes in another agency's system.
    if (record.agency !== agency.id) throw new CallerFault('FACT_UNKNOWN');
    const body = JSON.stringify({ order, today, dryRun, what });
    const permit = await mintWriteOrder(
      { requester: { user, role, agency: agency.id, purpose }, record: record.number, act },
      {
        ...{ agency: agency.id, body, key: keys.permit, kid: keys.kid },
        ...{ now: Math.floor(now.getTime() / 1000), id: randomUUID() },
      },
    );
    const { id, url } = agency;
    return answerOf(await transport.send({ agency: id, url, path: '/writes', body, permit, deadlineMs }), act);
  };

function answerOf(incoming: Incoming, act: WriteAct): OrderAnswer {
  if (incoming.kind !== 'ANSWERED') throw new CallerFault('WRITE_UNCERTAIN');
  const said = parseJson(incoming.body);
  if (incoming.status === 200) {
    const outcome = outcomes.find((one) => one === partOf(said, 'outcome'));
    if (outcome === 'DRY_RUN') return { outcome, rows: parseRows(partOf(said, 'rows')) };
    if (outcome) return { outcome, rows: null };
  }
  if (incoming.status === 404) throw off(act);
  const [first]: unknown[] = [partOf(said, 'errors')].flat();
  const code = partOf(partOf(first, 'extensions'), 'code');
  const refusal = incoming.status === 409 && typeof code === 'string' ? refusals[code] : undefined;
  if (refusal) throw refusal();
  if ([400, 401, 403].includes(incoming.status)) throw new CallerFault('WRITE_REFUSED');
  throw new CallerFault('WRITE_UNCERTAIN');
}

const outcomes = ['WRITTEN', 'WAITING', 'RETURNED', 'DRY_RUN'] as const;

const off = (act: WriteAct): CallerFault =>
  act === 'ANSWER'
    ? new CallerFault('WRITE_REFUSED', 'It does not store answers to prompts.')
    : new CallerFault('WRITES_OFF');

const unknown = (): CallerFault => new CallerFault('FACT_UNKNOWN');
const refused = (found: string) => (): CallerFault => new CallerFault('WRITE_REFUSED', found);

/** An agency's own words are not passed on. These are the refusals that it may state. */
const refusals: Readonly<Record<string, () => CallerFault>> = {
  RECORD_UNKNOWN: unknown,
  ALERT_UNKNOWN: unknown,
  PROMPT_UNKNOWN: unknown,
  ORDER_UNKNOWN: unknown,
  ALERT_ENDED: refused('The alert has already ended.'),
  CODE_NOT_HELD: refused('It does not have this alert category.'),
  ORDER_USED: refused('The order id was used for something else. Use a new one.'),
  ORDER_DECIDED: refused('It has already been decided, and that stands.'),
  OWN_ORDER: () =>
    new CallerFault(
      'ROLE_REFUSED',
      'An alert must be approved or returned by someone other than the person who asked for it.',
    ),
  ROLE_REFUSED: () => new CallerFault('ROLE_REFUSED'),
};

function parseRows(value: unknown): readonly TableRow[] {
  if (!Array.isArray(value)) throw new CallerFault('WRITE_UNCERTAIN');
  return value.map((row: unknown) => {
    const [table, columns] = [partOf(row, 'table'), partOf(row, 'columns')];
    if (typeof table !== 'string' || !Array.isArray(columns)) throw new CallerFault('WRITE_UNCERTAIN');
    return {
      table,
      columns: columns.map((column: unknown) => {
        const [name, held] = [partOf(column, 'name'), partOf(column, 'value')];
        return { name: String(name), value: typeof held === 'string' ? held : null };
      }),
    };
  });
}
