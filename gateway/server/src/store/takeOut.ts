import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { tellApart } from './apart.ts';
import { giveBack, type Merge, type Parting } from './giveBack.ts';
import { endGlassOf } from './glass.ts';
import { joinFiles } from './joinFiles.ts';
import { type LinkWord, moved, remember } from './moveRows.ts';
import { raiseEpochs, raiseEpochsOfRepresented, takeGates } from './raiseEpochs.ts';

/** `from` is the file the others are in, `to` the file the record is in, and `handles` those of the parted records that are in `to`. */
export type Separation = Readonly<{ from: string; to: string; handles: readonly string[] }>;

/** The record to take out, and its file. `than` is set where it is taken out because it is not the person of that record. */
export type Taking = Readonly<{ handle: string; than: string | undefined; file: string }>;

/** A record in a file; `removed`: its agency has taken it back. */
type Held = Readonly<{ handle: string; removed: boolean }>;

/**
 * Takes a record out of a file as described at `Merges.separate`. @returns null where it is alone, or not in one file with `than`;
 * `ELSEWHERE` where it is no longer in that file.
 */
export async function takeOut(
  connection: ClientBase,
  taking: Taking,
  word: LinkWord,
): Promise<Separation | null | 'ELSEWHERE'> {
  const { handle, than, file } = taking;
  await takeGates(connection, [file]);
  const { rows: held } = await connection.query<Held>(
    'SELECT handle, removed_at IS NOT NULL AS removed FROM record WHERE client_id = $1 ORDER BY agency_id, number FOR UPDATE',
    [file],
  );
  const inFile = held.map((row) => row.handle);
  if (!inFile.includes(handle)) return 'ELSEWHERE';
  if (inFile.length < 2 || (than !== undefined && (than === handle || !inFile.includes(than)))) return null;
  const partings = whoLeaves(taking, held, await mergesInto(connection, file));
  const files = partings.map(({ to }) => to);
  await raiseEpochs(connection, [file, ...files]);
  await raiseEpochsOfRepresented(connection, [file, ...files]);
  for (const { to, handles } of partings)
    await moved(connection, 'record', 'handle', { from: file, into: to, only: handles });
  for (const parting of partings) await giveBack(connection, parting, word);
  await endGlassOf(connection, file, word.at);
  const leaving = partings.flatMap(({ handles }) => handles);
  const others = await oneOf(connection, files, word);
  await remember(connection, leaving, 'SEPARATED', file, word);
  const staying = inFile.filter((one) => !leaving.includes(one));
  await tellApart(connection, leaving, staying, word);
  if (leaving.includes(handle)) return { from: file, to: others, handles: leaving };
  await remember(connection, [handle], 'SEPARATED', others, word);
  return { from: others, to: file, handles: staying };
}

/** The merges by which files came into this one, latest first, including the earlier merges into those files. */
async function mergesInto(connection: ClientBase, file: string): Promise<readonly Merge[]> {
  const { rows } = await connection.query<Merge>(
    `SELECT id, from_client AS "from", into_client AS "into", at, handles, consents, facts, requests, before FROM client_merge
     WHERE ended_at IS NULL AND (into_client = $1 OR into_client IN (SELECT id FROM client WHERE merged_into = $1))
     ORDER BY at DESC, id`,
    [file],
  );
  return rows;
}

/**
 * Decides who leaves so that the record is apart. Whoever came with a file leaves with it; the file that stays belongs to whoever was there
 * first.
 */
function whoLeaves(
  { handle, than, file }: Taking,
  held: readonly Held[],
  merges: readonly Merge[],
): readonly Parting[] {
  const inFile = held.map((one) => one.handle);
  const came: readonly Parting[] = merges
    .map((merge) => {
      const later = laterThan(merge, merges);
      const others = merges.filter((one) => one !== merge && !later.includes(one));
      return {
        ...{ from: file, to: merge.from, merge, later },
        ofOthers: new Set(others.flatMap(({ consents, facts }) => [...consents, ...facts])),
        handles: merge.handles.filter((one) => inFile.includes(one)),
      };
    })
    // A parting in which every record leaves would leave nothing behind.
    .filter(({ handles }) => handles.length < inFile.length);
  const cameWith = (one: string, without: string) =>
    came.find(({ handles }) => handles.includes(one) && !handles.includes(without));
  const direct = came.filter(({ merge }) => merge?.into === file);
  const none: ReadonlySet<string> = new Set();
  const alone = [{ from: file, to: randomUUID(), merge: null, later: [], ofOthers: none, handles: [handle] }];
  if (than !== undefined) {
    const parting = cameWith(handle, than) ?? cameWith(than, handle);
    return parting ? [parting] : alone;
  }
  const own = direct.find(({ handles }) => handles.includes(handle));
  if (own) return [own];
  const others = new Set(inFile);
  const leaving = direct.map((parting) => ({
    ...parting,
    handles: parting.handles.filter((one) => others.delete(one)),
  }));
  const wereFirst = held.filter((one) => others.has(one.handle) && !one.removed && one.handle !== handle);
  return leaving.length > 0 && wereFirst.length === 0 ? leaving : alone;
}

/** The merges by which the file that a merge led to moved on from there, in order. */
function laterThan({ into }: Merge, merges: readonly Merge[]): readonly Merge[] {
  const next = merges.find(({ from }) => from === into);
  return next ? [next, ...laterThan(next, merges)] : [];
}

/** Joins these files into one again, as they were: that one record is not theirs says nothing about them. @returns its id. */
async function oneOf(connection: ClientBase, files: readonly string[], word: LinkWord): Promise<string> {
  const { rows } = await connection.query<{ id: string }>(
    'SELECT id FROM client WHERE id = ANY($1) ORDER BY created_at, id',
    [files],
  );
  const [into, ...others] = rows.map(({ id }) => id);
  if (into === undefined) throw new Error('A record was separated, but into no file.');
  for (const from of others)
    await joinFiles(
      connection,
      { from, into },
      { ...word, reason: 'They were in one file before, and they still are.' },
    );
  return into;
}
