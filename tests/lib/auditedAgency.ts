import type { Mapping } from '@accord/kit/Mapping';
import { many, one } from '@accord/kit/section';
import { table } from '@accord/kit/table';
import { seeded } from '@accord/quality/statistics/seeded';

export const category = 'FAMILY_VIOLENCE_EXPERIENCING';

/** An invented record: what its notes say, when, and which alerts it has. `tells`: the note mentions family violence. */
export type Case = {
  number: number;
  notes: { id: string; on: string; text: string; tells: boolean }[];
  needs: { id: string; code: string; on: string }[];
  alerts: {
    id: string;
    raisedOn: string;
    endedOn: string | null;
    certainty: 'INDICATED' | 'DISCLOSED' | 'ASSESSED' | 'RULED_OUT';
  }[];
};

const telling = [
  'Client disclosed that her partner hit her last night.',
  'She said her husband pushed her down and choked her on Sunday.',
  'Ex-partner threatened to kill her if she leaves.',
];
const quiet = [
  'Rent is paid and the tenancy is going well.',
  'Called about the bus timetable.',
  'FV screen completed: nil.',
];

const day = (month: string, random: () => number): string =>
  `${month}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;

/** Invents an agency's records; the same seed gives the same ones. `from`: the first of three months. */
export function inventCases(count: number, seed: number, months: readonly string[]): Case[] {
  const random = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  return Array.from({ length: count }, (_, nth) => {
    const number = nth + 1;
    const tells = random() < 0.3;
    const notes = Array.from({ length: 1 + Math.floor(random() * 3) }, (__, at) => {
      const speaks = tells && at === 0;
      return {
        id: `${number}-${at}`,
        on: day(pick(months), random),
        text: pick(speaks ? telling : quiet),
        tells: speaks,
      };
    });
    const needs = random() < 0.05 ? [{ id: `${number}-n`, code: '9', on: day(pick(months), random) }] : [];
    const alerts =
      random() < (tells ? 0.6 : 0.06)
        ? [
            {
              ...{ id: `${number}-a`, raisedOn: day(pick(['2025-11', ...months]), random), endedOn: null },
              certainty: pick(['INDICATED', 'DISCLOSED', 'ASSESSED', 'ASSESSED', 'RULED_OUT'] as const),
            },
          ]
        : [];
    return { number, notes, needs, alerts };
  });
}

/** An in-memory agency with these cases. */
export function agencyOfCases(id: string, cases: readonly Case[]): Mapping {
  const all = (numbers: readonly string[]) => cases.filter(({ number }) => numbers.includes(String(number)));
  const records = table({ rows: async (numbers) => all(numbers), of: ({ number }) => number });
  const rowsOf = <Row extends object>(rows: (one: Case) => readonly Row[]) =>
    table({
      rows: async (numbers) => all(numbers).flatMap((each) => rows(each).map((row) => ({ number: each.number, row }))),
      of: ({ number }) => number,
    });
  return {
    id,
    records,
    involvement: one(records, () => ({ since: '2025-01-05', until: null })),
    notes: many(
      rowsOf(({ notes }) => notes),
      ({ row }) => ({ id: row.id, about: ['SERVICE_USE'], writtenOn: row.on, text: row.text }),
    ),
    needs: many(
      rowsOf(({ needs }) => needs),
      ({ row }) => ({ id: row.id, about: ['FV_RISK'], code: row.code, identifiedOn: row.on }),
    ),
    alerts: many(
      rowsOf(({ alerts }) => alerts),
      ({ row }) => ({
        ...({
          id: row.id,
          about: ['FV_RISK'],
          code: category,
          certainty: row.certainty,
          raisedOn: row.raisedOn,
        } as const),
        ...({ endedOn: row.endedOn, status: row.endedOn === null ? 'ACTIVE' : 'CLOSED' } as const),
      }),
    ),
    linkage: {
      page: async (after, size) =>
        cases
          .filter(({ number }) => after === null || number > Number(after))
          .slice(0, size)
          .map(({ number }) => ({
            ...{ number, given: 'Ada', family: 'Moss', dateOfBirth: null, sex: null, worker: null, open: true },
            dobAccuracy: 'UNKNOWN' as const,
          })),
    },
  };
}
