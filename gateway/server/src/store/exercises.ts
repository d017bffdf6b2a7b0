import type { ClientBase } from 'pg';
import type { ExerciseAct, ExerciseAnswerKind, ExerciseBreakdown, ExerciseStage } from '../generated/prisma/enums.ts';
import type { Database } from './Database.ts';
import { type JsonObject, jsonObject } from './JsonObject.ts';
import { type NewNotice, putNotices } from './notices.ts';

/** An exercise as it is set up. */
export type NewExercise = Readonly<{
  id: string;
  title: string;
  /** The agency whose people lead it. */
  agencyId: string;
  at: Date;
  /** The invited agencies, including the one that leads. */
  agencies: readonly string[];
  /** Codes of alert categories. */
  offered: readonly string[];
  breakDownBy: ExerciseBreakdown;
  scenarios: readonly Readonly<{ id: string; text: string }>[];
}>;

export type ExerciseRow = NewExercise & Readonly<{ stage: ExerciseStage }>;

/** A step in the exercise's history, by whoever leads it. */
export type ExerciseStepRow = Readonly<{
  id: string;
  exerciseId: string;
  act: ExerciseAct;
  at: Date;
  by: string;
  agencyId: string;
}>;

/** Identifies an answer: whose it is, under the alias they have in this exercise, and what it answers. */
export type AnswerKey = Readonly<{
  exerciseId: string;
  alias: string;
  round: number;
  scenarioId: string;
  kind: ExerciseAnswerKind;
}>;
export type SealedAnswer = AnswerKey & Readonly<{ sealed: Uint8Array }>;
export type SealedParticipant = Readonly<{ alias: string; sealed: Uint8Array }>;

/** An exercise with everything said in it, as of one instant. */
export type OpenedExercise = Readonly<{
  row: ExerciseRow;
  said:
    | Readonly<{
        kind: 'SEALED';
        secret: Uint8Array;
        participants: readonly SealedParticipant[];
        answers: readonly SealedAnswer[];
      }>
    /** It is over: only the results everyone was shown are kept. */
    | Readonly<{ kind: 'KEPT'; results: JsonObject }>;
}>;

type Move = Readonly<{ id: string; from: ExerciseStage; to: ExerciseStage }>;

export type Exercises = Readonly<{
  /** Stores the exercise, the first step of its history and its notices, all or none. */
  create: (
    exercise: NewExercise,
    secret: Uint8Array,
    step: ExerciseStepRow,
    notices: readonly NewNotice[],
  ) => Promise<void>;
  find: (id: string) => Promise<ExerciseRow | null>;
  /** Null where it is over. */
  secretOf: (id: string) => Promise<Uint8Array | null>;
  open: (id: string) => Promise<OpenedExercise | null>;
  /** A page of exercises, newest first, from after the last one of the previous page. */
  page: (
    of: Readonly<{
      agencyId: string;
      openOnly: boolean;
      after: Readonly<{ at: Date; id: string }> | null;
      first: number;
    }>,
  ) => Promise<readonly ExerciseRow[]>;
  /** Joining twice has no further effect. @returns false where the exercise is no longer at that stage. */
  join: (exerciseId: string, participant: SealedParticipant, at: ExerciseStage) => Promise<boolean>;
  /** Replaces what the participant said before. */
  say: (answer: SealedAnswer, at: ExerciseStage) => Promise<'SAID' | 'MOVED_ON' | 'NOT_JOINED'>;
  /** @returns false, and changes nothing, where the exercise is not at the stage to move from. */
  move: (move: Move, step: ExerciseStepRow, notices: readonly NewNotice[]) => Promise<boolean>;
  /**
   * Stores what `results` makes of the answers, and destroys the answers and their secret, all or none.
   *
   * @returns false, and changes nothing, where the exercise is no longer at stage `from`.
   */
  close: (
    move: Omit<Move, 'to'>,
    step: ExerciseStepRow,
    results: (opened: OpenedExercise) => JsonObject,
  ) => Promise<boolean>;
  history: (id: string) => Promise<readonly ExerciseStepRow[]>;
  /** Sign-in names of the workers in charge of open records, by agency: the people a notice can reach. */
  workersOf: (agencies: readonly string[]) => Promise<readonly Readonly<{ agencyId: string; reader: string }>[]>;
}>;

export function exercises({ prisma, pool, transaction }: Database): Exercises {
  return {
    create: (exercise, secret, step, notices) =>
      transaction(async (connection) => {
        await connection.query(
          `INSERT INTO exercise (id, title, agency_id, at, agencies, offered, break_down_by, scenario_ids, texts, secret)
           VALUES ($1, $2, $3, $4, $5, $6, $7::exercise_breakdown, $8, $9, $10)`,
          [
            ...[exercise.id, exercise.title, exercise.agencyId, exercise.at, exercise.agencies, exercise.offered],
            ...[exercise.breakDownBy, exercise.scenarios.map(({ id }) => id)],
            ...[exercise.scenarios.map(({ text }) => text), Buffer.from(secret)],
          ],
        );
        await putStep(connection, step);
        await putNotices(connection, notices);
      }),
    find: async (id) => {
      const found = await prisma.exercise.findUnique({ where: { id }, omit: { secret: true, results: true } });
      return found && rowOf(found);
    },
    secretOf: async (id) =>
      (await prisma.exercise.findUnique({ where: { id }, select: { secret: true } }))?.secret ?? null,
    open: (id) =>
      transaction(async (connection) => {
        // Holds up whoever would move the exercise on, so that what is read belongs to the stage.
        await connection.query('SELECT 1 FROM exercise WHERE id = $1 FOR SHARE', [id]);
        return openedOn(connection, id);
      }),
    page: async ({ agencyId, openOnly, after, first }) => {
      const rows = await prisma.exercise.findMany({
        omit: { secret: true, results: true },
        where: {
          AND: [
            { agencies: { has: agencyId } },
            openOnly ? { stage: { not: 'CLOSED' } } : {},
            after ? { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] } : {},
          ],
        },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: first,
      });
      return rows.map(rowOf);
    },
    join: (exerciseId, { alias, sealed }, at) =>
      transaction(async (connection) => {
        if (!(await isAt(connection, exerciseId, at))) return false;
        await connection.query(
          'INSERT INTO exercise_participant (exercise_id, alias, sealed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
          [exerciseId, alias, Buffer.from(sealed)],
        );
        return true;
      }),
    say: ({ exerciseId, alias, round, scenarioId, kind, sealed }, at) =>
      transaction(async (connection) => {
        if (!(await isAt(connection, exerciseId, at))) return 'MOVED_ON';
        const { rowCount } = await connection.query(
          `INSERT INTO exercise_answer (exercise_id, alias, round, scenario_id, kind, sealed)
           SELECT exercise_id, alias, $3, $4, $5::exercise_answer_kind, $6
           FROM exercise_participant WHERE exercise_id = $1 AND alias = $2
           ON CONFLICT (exercise_id, alias, round, scenario_id, kind) DO UPDATE SET sealed = excluded.sealed`,
          [exerciseId, alias, round, scenarioId, kind, Buffer.from(sealed)],
        );
        return rowCount === 1 ? 'SAID' : 'NOT_JOINED';
      }),
    move: ({ id, from, to }, step, notices) =>
      transaction(async (connection) => {
        const { rowCount } = await connection.query(
          'UPDATE exercise SET stage = $3::exercise_stage WHERE id = $1 AND stage = $2::exercise_stage',
          [id, from, to],
        );
        if (rowCount !== 1) return false;
        await putStep(connection, step);
        await putNotices(connection, notices);
        return true;
      }),
    close: ({ id, from }, step, results) =>
      transaction(async (connection) => {
        await connection.query('SELECT 1 FROM exercise WHERE id = $1 FOR UPDATE', [id]);
        const opened = await openedOn(connection, id);
        if (opened?.row.stage !== from) return false;
        await connection.query(`UPDATE exercise SET stage = 'CLOSED', secret = NULL, results = $2 WHERE id = $1`, [
          id,
          JSON.stringify(results(opened)),
        ]);
        await connection.query('DELETE FROM exercise_answer WHERE exercise_id = $1', [id]);
        await connection.query('DELETE FROM exercise_participant WHERE exercise_id = $1', [id]);
        await putStep(connection, step);
        return true;
      }),
    history: (id) =>
      prisma.exerciseStep.findMany({ where: { exerciseId: id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
    workersOf: async (agencies) => {
      const { rows } = await pool.query<{ agencyId: string; reader: string }>(
        `SELECT DISTINCT agency_id AS "agencyId", worker AS reader FROM record
         WHERE agency_id = ANY ($1) AND worker IS NOT NULL AND open AND removed_at IS NULL`,
        [agencies],
      );
      return rows;
    },
  };
}

type Kept = Omit<NewExercise, 'scenarios'> &
  Readonly<{ stage: ExerciseStage; scenarioIds: readonly string[]; texts: readonly string[] }>;

const rowOf = ({ scenarioIds, texts, ...row }: Kept): ExerciseRow => ({
  ...row,
  scenarios: scenarioIds.map((id, place) => ({ id, text: texts[place] ?? '' })),
});

async function isAt(connection: ClientBase, id: string, stage: ExerciseStage): Promise<boolean> {
  const { rowCount } = await connection.query(
    'SELECT 1 FROM exercise WHERE id = $1 AND stage = $2::exercise_stage FOR SHARE',
    [id, stage],
  );
  return rowCount === 1;
}

async function openedOn(connection: ClientBase, id: string): Promise<OpenedExercise | null> {
  const { rows } = await connection.query<Kept & { secret: Buffer | null; results: unknown }>(
    `SELECT id, title, agency_id AS "agencyId", at, stage, agencies, offered, break_down_by AS "breakDownBy",
       scenario_ids AS "scenarioIds", texts, secret, results FROM exercise WHERE id = $1`,
    [id],
  );
  const [found] = rows;
  if (!found) return null;
  const { secret, results, ...kept } = found;
  const row = rowOf(kept);
  if (secret === null) return { row, said: { kind: 'KEPT', results: jsonObject(results) } };
  const participants = await connection.query<SealedParticipant>(
    'SELECT alias, sealed FROM exercise_participant WHERE exercise_id = $1 ORDER BY alias',
    [id],
  );
  const answers = await connection.query<SealedAnswer>(
    `SELECT exercise_id AS "exerciseId", alias, round, scenario_id AS "scenarioId", kind, sealed
     FROM exercise_answer WHERE exercise_id = $1`,
    [id],
  );
  return { row, said: { kind: 'SEALED', secret, participants: participants.rows, answers: answers.rows } };
}

const putStep = (connection: ClientBase, { id, exerciseId, act, at, by, agencyId }: ExerciseStepRow) =>
  connection.query(
    'INSERT INTO exercise_step (id, exercise_id, act, at, by, agency_id) VALUES ($1, $2, $3::exercise_act, $4, $5, $6)',
    [id, exerciseId, act, at, by, agencyId],
  );
