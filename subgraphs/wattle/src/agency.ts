import { aboutNeed } from '@accord/contract/vocabulary';
import { codes } from '@accord/kit/codes';
import { ints } from '@accord/kit/ints';
import { defineAgency, type Mapping } from '@accord/kit/Mapping';
import { many, manyIn, one } from '@accord/kit/section';
import { table } from '@accord/kit/table';
import { beside } from '@accord/kit/through';
import { alertsOf } from './alertsOf.ts';
import type { PrismaClient } from './generated/prisma/client.ts';
import { linkage } from './linkage.ts';
import * as own from './ownCodes.ts';
import { accuracy, aliasesOf, dateOfBirth, known, sex, textDay } from './personCodes.ts';

const needCode = codes(own.needCodes, { rest: '99' });
const letter = codes(own.noteLetters, { rest: null });
const episodeState = codes(own.episodeStates, { rest: null });
const housingKind = codes(own.housingCodes, { rest: null });
const level = codes({ 1: 'Worker', 2: 'Team leader', 3: 'Manager' }, { rest: null });
const role = codes(own.levels, { rest: null });

/** The Wattle Client System, mapped to the contract. A person with MRG_TO was merged into another file and has no record. */
export function wattle(db: PrismaClient): Mapping {
  const of = (numbers: readonly string[]) => ({ PRS_NO: { in: ints(numbers) } });
  const byPerson = ({ PRS_NO }: { PRS_NO: number }) => PRS_NO;

  const persons = table({
    rows: (numbers) => db.person.findMany({ where: { ...of(numbers), MRG_TO: null }, include: { worker: true } }),
    of: byPerson,
  });
  const contacts = table({ rows: (numbers) => db.contact.findMany({ where: of(numbers) }), of: byPerson });
  // Not with `include`: for more than 999 notes Prisma would load the authors in several statements, and each author once
  // per note they wrote.
  const notes = beside(
    table({ rows: (numbers) => db.note.findMany({ where: of(numbers), orderBy: { NT_NO: 'desc' } }), of: byPerson }),
    {
      key: ({ NT_BY }) => NT_BY,
      rows: (keys) => db.user.findMany({ where: { USR_INIT: { in: keys } } }),
      of: ({ USR_INIT }) => USR_INIT,
    },
  );

  return defineAgency({
    id: 'wattle',
    // Wattle's program was written for version 1.0 of the contract and serves nothing that later versions added.
    contract: '1.0',
    records: persons,

    identity: one(persons, (person) => ({
      name: { given: person.F_NAM, family: person.S_NAM },
      alsoKnownAs: aliasesOf(person),
      dateOfBirth: dateOfBirth(person),
      dateOfBirthAccuracy: accuracy(person.DOB_EST),
      sex: sex(person.SEX_CD),
      language: known(person.LANG),
      culturalIdentity: known(person.CULT),
    })),

    contact: one(contacts, (contact) => ({
      phone: known(contact.PH_NO),
      email: known(contact.EML),
      unsafe: [
        ...(contact.VM_OK === 'Y' ? [] : (['VOICEMAIL'] as const)),
        ...(contact.SMS_OK === 'Y' ? [] : (['SMS'] as const)),
        ...(contact.LTR_OK === 'Y' ? [] : (['LETTER'] as const)),
      ],
    })),

    address: one(contacts, ({ ADR_LN, ADR_SB, ADR_ST, ADR_PC }) =>
      ADR_LN || ADR_SB
        ? { line: known(ADR_LN), suburb: known(ADR_SB), state: known(ADR_ST), postcode: known(ADR_PC) }
        : null,
    ),

    inCharge: one(persons, ({ worker }) => ({ user: worker.USR_LOGIN })),

    involvement: one(persons, ({ PROG, OPN_DT, CLS_DT, worker }) => ({
      programme: PROG,
      since: textDay(OPN_DT),
      until: textDay(CLS_DT),
      worker: { name: worker.USR_NAM, role: level(worker.USR_LVL), phone: known(worker.USR_PH) },
    })),

    episodes: many(
      table({ rows: (numbers) => db.episode.findMany({ where: of(numbers) }), of: byPerson }),
      (episode) => ({
        id: episode.EP_NO,
        programme: episode.EP_PROG,
        status: episodeState(episode.EP_STAT),
        start: textDay(episode.EP_FROM),
        end: textDay(episode.EP_TO),
      }),
    ),

    needs: many(table({ rows: (numbers) => db.need.findMany({ where: of(numbers) }), of: byPerson }), (need) => ({
      id: need.ND_NO,
      about: aboutNeed(needCode(need.ND_CD)),
      code: needCode(need.ND_CD),
      identifiedOn: textDay(need.ND_DT),
      metOn: need.ND_MET === 'Y' ? textDay(need.ND_MET_DT) : null,
    })),

    alerts: manyIn(persons, alertsOf),

    notes: many(notes, ([note, [author]]) => ({
      id: note.NT_NO,
      about: everyLetter(note.NT_TYP),
      writtenOn: textDay(note.NT_DT),
      writtenBy: role(author?.USR_LVL),
      text: note.NT_TXT,
    })),

    modules: {
      housing: {
        housing: one(persons, ({ HSG_CD, HSG_DT, HSG_RISK }) =>
          HSG_CD ? { situation: housingKind(HSG_CD), since: textDay(HSG_DT), atRisk: HSG_RISK === 'Y' } : null,
        ),
      },
    },

    // The system stores dates as text, so the counting is done here; the tables are small.
    figures: async ({ from, to }) => {
      const within = (day: string | null): boolean => day !== null && day >= from && day <= to;
      const [people, needs] = await Promise.all([
        db.person.findMany({ where: { MRG_TO: null } }),
        db.need.findMany({ where: { ND_MET: 'N', person: { MRG_TO: null } } }),
      ]);
      return {
        people: people.filter(({ OPN_DT, CLS_DT }) => (textDay(OPN_DT) ?? '') <= to && (textDay(CLS_DT) ?? to) >= from)
          .length,
        alerts: counted(
          people.flatMap(alertsOf).flatMap(({ code, raisedOn }) => (code && within(raisedOn ?? null) ? [code] : [])),
        ),
        needs: counted(needs.flatMap(({ ND_CD, ND_DT }) => (within(textDay(ND_DT)) ? [needCode(ND_CD)] : []))),
      };
    },

    linkage: linkage(db),
  });
}

/** The categories of a note's letters. A note with an unknown letter, or with none, is released to nobody. */
export function everyLetter(letters: string): readonly string[] {
  const told = [...letters].map(letter);
  return told.includes(null) ? [] : told.filter((kind) => kind !== null);
}

function counted(codes: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
