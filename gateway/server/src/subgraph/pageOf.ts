import type { QueryBlocksArgs } from '@accord/contract/generated/api';
import { CallerFault } from '../CallerFault.ts';
import type { Cursors, CursorUse, Position } from './sealCursor.ts';

/** An item of a page. Its cursor is sealed only when somebody asks for it: most want the items alone. */
export class Edge<Item> {
  readonly node: Item;
  readonly #seal: () => string;

  constructor(node: Item, seal: () => string) {
    this.node = node;
    this.#seal = seal;
  }

  get cursor(): string {
    return this.#seal();
  }
}

/** A Relay page. */
export type Page<Item> = Readonly<{
  edges: readonly Edge<Item>[];
  pageInfo: Readonly<{
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  }>;
}>;

/** Returns the page size. Throws `ARGUMENT_REFUSED` if it is not 1 to `most`. */
export function pageSize(first: number | null | undefined, usual: number, most: number): number {
  const size = first ?? usual;
  if (size < 1 || size > most)
    throw new CallerFault('ARGUMENT_REFUSED', `"first" is ${size}; it must be 1 to ${most}.`);
  return size;
}

/** Returns -1, 0 or 1: compares positions key by key, ascending. Keys in the same place have the same type. */
export function comparePositions(a: Position, b: Position): number {
  for (let index = 0; index < a.length; index += 1) {
    const key = a[index];
    const other = b[index];
    if (key === undefined || other === undefined || key === other) continue;
    return key < other ? -1 : 1;
  }
  return 0;
}

/**
 * Returns the page of sorted items that follows a cursor, as `view` shows them. Items removed in the meantime do no harm:
 * positions are compared, not counted.
 */
export function pageOf<Item extends Readonly<{ at: Position }>, View>(
  sorted: readonly Item[],
  { first, after }: Readonly<{ first: number; after: string | null }>,
  { cursors, use }: Readonly<{ cursors: Cursors; use: CursorUse }>,
  view: (item: Item) => View,
): Page<View> {
  const from = after === null ? undefined : cursors.open(after, use);
  const rest = from ? sorted.filter(({ at }) => comparePositions(at, from) > 0) : sorted;
  const edges = rest.slice(0, first).map((item) => new Edge(view(item), () => cursors.seal(item.at, use)));
  return pageWith(edges, { hasNextPage: rest.length > edges.length, hasPreviousPage: rest.length < sorted.length });
}

/** Returns a page of these edges, with the cursors of the first and the last, unless it ends elsewhere (`end`). */
export const pageWith = <Item>(
  edges: Page<Item>['edges'],
  more: Pick<Page<Item>['pageInfo'], 'hasNextPage' | 'hasPreviousPage'>,
  end = (): string | null => edges.at(-1)?.cursor ?? null,
): Page<Item> => ({
  edges,
  pageInfo: {
    ...more,
    get startCursor() {
      return edges[0]?.cursor ?? null;
    },
    get endCursor() {
      return end();
    },
  },
});

/** Called with what notes an item as disclosed, to be run if the item is on the page. */
export type IfTold = (note: () => void) => void;

type Placed<Item> = Readonly<{ at: Date; id: string; item: Item; notes?: readonly (() => void)[] }>;

/**
 * Returns a page of rows that the store reads newest first, by time and id. `read` is asked for one row more than the page has,
 * to learn whether there are more. Throws `ARGUMENT_REFUSED` and `CURSOR_REFUSED` as `pageSize` and the cursor do.
 */
export async function keysetPage<Item>(
  args: QueryBlocksArgs,
  { cursors, use }: Readonly<{ cursors: Cursors; use: CursorUse }>,
  read: (after: Readonly<{ at: Date; id: string }> | null, first: number) => Promise<readonly Placed<Item>[]>,
): Promise<Page<Item>> {
  const first = pageSize(args.first, 50, 100);
  const [time, place] = args.after ? cursors.open(args.after, use) : [];
  const after = time === undefined ? null : { at: new Date(Number(time)), id: String(place) };
  const found = await read(after, first + 1);
  const told = found.slice(0, first);
  for (const { notes = [] } of told) for (const note of notes) note();
  const edges = told.map(({ at, id, item }) => new Edge(item, () => cursors.seal([at.getTime(), id], use)));
  return pageWith(edges, { hasNextPage: found.length > first, hasPreviousPage: after !== null });
}

/**
 * Like `keysetPage`, for rows that may not all be disclosed: `view` returns null for one that may not, which is as if it did not
 * exist, even in whether there are more. `view` can have what an item discloses noted, which happens only for items on the page.
 */
export function visiblePage<Row extends Readonly<{ at: Date; id: string }>, Item>(
  args: QueryBlocksArgs,
  sealing: Readonly<{ cursors: Cursors; use: CursorUse }>,
  read: (after: Readonly<{ at: Date; id: string }> | null, first: number) => Promise<readonly Row[]>,
  view: (row: Row, ifTold: IfTold) => Promise<Item | null>,
): Promise<Page<Item>> {
  const placed = async (row: Row): Promise<readonly Placed<Item>[]> => {
    const notes: (() => void)[] = [];
    const item = await view(row, (note) => notes.push(note));
    return item === null ? [] : [{ at: row.at, id: row.id, item, notes }];
  };
  return keysetPage(args, sealing, async (from, first) => {
    const found: Placed<Item>[] = [];
    for (let after = from; found.length < first; ) {
      const rows = await read(after, first);
      found.push(...(await Promise.all(rows.map(placed))).flat());
      if (rows.length < first) break;
      after = rows.at(-1) ?? null;
    }
    return found.slice(0, first);
  });
}
