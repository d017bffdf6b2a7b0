import { aboutAlert, aboutNeed } from '@accord/contract/vocabulary';
import { asOf } from '@accord/kit/asOf';
import { attributes } from '@accord/kit/attributes';
import { codes } from '@accord/kit/codes';
import { compositeKey } from '@accord/kit/compositeKey';
import { dayIn, daysAfter, dayWritten, epoch } from '@accord/kit/day';
import { trimmed } from '@accord/kit/emptyAsNull';
import { ints } from '@accord/kit/ints';
import { latest } from '@accord/kit/latest';
import { defineAgency, type LinkageRow, type Mapping } from '@accord/kit/Mapping';
import { many, one } from '@accord/kit/section';
import { type People, several } from '@accord/kit/several';
import { type Table, table } from '@accord/kit/table';
import { listAt, textAt } from '@accord/kit/textAt';
import { texts } from '@accord/kit/texts';
import { beside, through } from '@accord/kit/through';
import { uuids } from '@accord/kit/uuids';
import type { Adult, Child, PrismaClient } from './generated/sqlite/client.ts';

const sex = codes({ M: 'MALE', F: 'FEMALE' }, { rest: 'NOT_STATED' });
const riskCode = codes({ FV: 'FAMILY_VIOLENCE_EXPERIENCING', MED: 'MEDICAL' }, { rest: null });
const isOpen = codes({ Y: true, N: false }, { rest: null });
const caseStatus = codes({ O: 'ACTIVE', C: 'FINISHED' }, { rest: null });
const topic = codes({ HSG: 'HOUSING', HLT: 'HEALTH' }, { rest: null });
const birth = dayWritten('YYYYMMDD');
const serial = daysAfter('1899-12-30');
const opened = dayWritten('D/M/YYYY');
const zone = 'Australia/Melbourne';

const adultKey = compositeKey({ SITE: texts, NO: ints });

/** Marlin's mapping to the contract: adults by site and number, children by a UUID; everything else refers to OWNER. */
export const marlin = (db: PrismaClient): Mapping =>
  defineAgency({ id: 'marlin', ...several({ ADULT: adults(db), CHILD: children(db) }) });

function adults(db: PrismaClient): People {
  const rows = table({
    rows: (numbers) => db.adult.findMany({ where: { DEL: 'N', ...adultKey.where(numbers) } }),
    of: adultKey.numberOf,
  });
  const name = ({ GIVEN, SURNAME }: Adult) => ({ given: trimmed(GIVEN), family: trimmed(SURNAME) });
  const linked = (row: Adult): LinkageRow => ({
    ...{ number: adultKey.numberOf(row), ...name(row), dateOfBirth: birth(row.BIRTH || null), sex: sex(row.SEX_CD) },
    ...{ dobAccuracy: row.BIRTH ? 'EXACT' : 'UNKNOWN', worker: null, open: true },
  });
  return {
    records: rows,
    identity: one(rows, (row) => ({
      name: name(row),
      dateOfBirth: birth(row.BIRTH || null),
      sex: sex(row.SEX_CD),
      language: textAt(row.INFO, 'speaks.0'),
    })),
    ...ofOwner(db),
    linkage: {
      count: () => db.adult.count({ where: { DEL: 'N' } }),
      page: async (after, take) => {
        const last = after === null ? null : adultKey.partsOf(after);
        const further = last && { OR: [{ SITE: { gt: last.SITE } }, { SITE: last.SITE, NO: { gt: last.NO } }] };
        const orderBy = [{ SITE: 'asc' as const }, { NO: 'asc' as const }];
        return (await db.adult.findMany({ where: { DEL: 'N', ...further }, orderBy, take })).map(linked);
      },
    },
  };
}

function children(db: PrismaClient): People {
  const rows = table({
    rows: (numbers) => db.child.findMany({ where: { GONE_AT: null, UID: { in: uuids(numbers) } } }),
    of: (row) => row.UID,
  });
  const linked = (row: Child): LinkageRow => ({
    ...{ number: row.UID, given: row.NAME_G, family: row.NAME_F, dateOfBirth: serial(row.BORN), sex: null },
    ...{ dobAccuracy: row.BORN ? 'EXACT' : 'UNKNOWN', worker: null, open: true },
  });
  const { notes: _forAdultsOnly, ...owned } = ofOwner(db);
  return {
    records: rows,
    identity: one(rows, (row) => ({
      name: { given: row.NAME_G, family: row.NAME_F },
      dateOfBirth: serial(row.BORN),
    })),
    ...owned,
    linkage: {
      count: () => db.child.count({ where: { GONE_AT: null } }),
      page: async (after, take) =>
        (
          await db.child.findMany({ where: { GONE_AT: null, UID: { gt: after ?? '' } }, orderBy: { UID: 'asc' }, take })
        ).map(linked),
    },
  };
}

/** The sections that are filed the same way for adults and children. */
function ofOwner(db: PrismaClient) {
  const owned = (numbers: readonly string[]) => ({ OWNER: { in: texts(numbers) } });
  const of = ({ OWNER }: { OWNER: string }) => OWNER;

  const told = attributes(table({ rows: (numbers) => db.attribute.findMany({ where: owned(numbers) }), of }), {
    name: ({ ATTR_CD }) => ATTR_CD,
    value: ({ ATTR_VAL }) => ATTR_VAL,
    take: { phone: 'PH', email: 'EM', need: 'NEED' },
  });
  const addresses = table({ rows: (numbers) => db.addressHistory.findMany({ where: owned(numbers) }), of });
  const validity = { since: day('VALID_FROM'), until: day('VALID_TO'), timeZone: zone };
  const matters = through(table({ rows: (numbers) => db.party.findMany({ where: owned(numbers) }), of }), {
    key: ({ CASE_NO }) => CASE_NO,
    rows: (keys) => db.matter.findMany({ where: { CASE_NO: { in: keys } } }),
    of: ({ CASE_NO }) => CASE_NO,
  });
  const handled = beside(matters, {
    key: ({ OFF_INI }) => OFF_INI,
    rows: (keys) => db.officer.findMany({ where: { INI: { in: keys } } }),
    of: ({ INI }) => INI,
  });
  const risks: Table<Awaited<ReturnType<typeof db.risk.findMany>>[number]> = latest(
    table({ rows: (numbers) => db.risk.findMany({ where: owned(numbers) }), of }),
    ({ VER }) => VER,
    { per: ({ RISK_NO }) => RISK_NO },
  );

  return {
    contact: one(told, ({ phone, email }) => ({ phone, email, unsafe: [] })),
    address: one(
      latest(asOf(addresses, validity), ({ VALID_FROM }) => VALID_FROM),
      ({ LINE, SUBURB }) => ({
        line: trimmed(LINE),
        suburb: trimmed(SUBURB),
      }),
    ),
    needs: many(told, ({ need }) => (need === null ? null : { id: need, about: aboutNeed(need), code: need })),
    episodes: many(handled, ([matter, [officer]]) => ({
      id: matter.CASE_NO,
      programme: officer ? `Casework, ${officer.FULL}` : 'Casework',
      status: caseStatus(matter.STAT),
      start: opened(matter.OPENED),
    })),
    alerts: many(risks, (risk) => ({
      id: risk.RISK_NO,
      about: aboutAlert(riskCode(risk.TYPE_CD) ?? ''),
      code: riskCode(risk.TYPE_CD),
      status: isOpen(risk.OPEN_FL) ? ('ACTIVE' as const) : ('CLOSED' as const),
      text: risk.TXT,
      raisedOn: dayIn(epoch('SECONDS')(risk.RAISED), zone),
    })),
    notes: many(
      table({ rows: (numbers) => db.note.findMany({ where: { DEL: 'N', ...owned(numbers) } }), of }),
      (note) => ({
        id: String(note.NOTE_ID),
        about: listAt(note.TOPICS, '').map((word) => topic(String(word)) ?? 'UNSORTED'),
        text: note.BODY,
      }),
    ),
  } satisfies Partial<People>;
}

/** A text column in which an open end is empty. */
const day =
  <Column extends string>(column: Column) =>
  (row: Readonly<Record<Column, string>>): string | null =>
    trimmed(row[column]);
