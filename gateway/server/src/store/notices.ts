import type { ClientBase } from 'pg';
import { NoticeKind } from '../generated/prisma/enums.ts';
import type { Database } from './Database.ts';

/** Says that something waits for somebody, without content. */
export type NewNotice = Readonly<{
  id: string;
  agencyId: string;
  /** Sign-in name; null: whoever leads at the agency, or speaks for it at the level. */
  reader: string | null;
  /** The level at which the agency is to be heard; left out: the notice is about something else. */
  level?: string | null;
  kind: NoticeKind;
  /** Id of the emergency access, request, exercise, proposal or order. */
  aboutId: string;
  /** Null: it is about no client. */
  clientId: string | null;
  at: Date;
}>;

export type NoticeRow = NewNotice & Readonly<{ readAt: Date | null; readBy: string | null }>;

/** Whose notices: a worker's own, those for leads if they lead, and those for whoever speaks at these levels. */
export type NoticeReader = Readonly<{ agencyId: string; user: string; leads: boolean; levels: readonly string[] }>;

export type Notices = Readonly<{
  /** A page of notices, newest first, from after the last one of the previous page. */
  page: (
    of: NoticeReader &
      Readonly<{ unreadOnly: boolean; after: Readonly<{ at: Date; id: string }> | null; first: number }>,
  ) => Promise<readonly NoticeRow[]>;
  /** Null where this reader has no such notice. */
  find: (id: string, reader: NoticeReader) => Promise<NoticeRow | null>;
  /** A notice already read stays as it is. @returns null where this reader has no such notice. */
  markRead: (id: string, reader: NoticeReader, at: Date) => Promise<NoticeRow | null>;
}>;

export function notices({ prisma }: Database): Notices {
  return {
    page: async ({ after, first, unreadOnly, ...reader }) => {
      const rows = await prisma.notice.findMany({
        where: {
          AND: [
            forReader(reader),
            unreadOnly ? { readAt: null, reads: { none: { user: reader.user } } } : {},
            after ? { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] } : {},
          ],
        },
        include: readsOf(reader),
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: first,
      });
      return rows.map(asRead);
    },
    find: async (id, reader) => {
      const row = await prisma.notice.findFirst({
        where: { AND: [{ id }, forReader(reader)] },
        include: readsOf(reader),
      });
      return row && asRead(row);
    },
    markRead: async (id, reader, at) => {
      const mine = { AND: [{ id }, forReader(reader)] };
      await prisma.notice.updateMany({
        where: { AND: [mine, { readAt: null, level: null }] },
        data: { readAt: at, readBy: reader.user },
      });
      // A notice for everyone who speaks at a level is marked read for each of them separately.
      if ((await prisma.notice.count({ where: { AND: [mine, { level: { not: null } }] } })) > 0)
        await prisma.noticeRead.createMany({ data: [{ noticeId: id, user: reader.user, at }], skipDuplicates: true });
      const row = await prisma.notice.findFirst({ where: mine, include: readsOf(reader) });
      return row && asRead(row);
    },
  };
}

const readsOf = ({ user }: NoticeReader) => ({ reads: { where: { user } } });

type Stored = NoticeRow & Readonly<{ level: string | null; reads: readonly Readonly<{ user: string; at: Date }>[] }>;

const asRead = ({ reads, ...row }: Stored): NoticeRow => ({
  ...row,
  ...(reads[0] && { readAt: reads[0].at, readBy: reads[0].user }),
});

/**
 * Asks only for known kinds: a newer version may store others, on which Prisma would fail, and then no notice of any kind could be read.
 */
const forReader = ({ agencyId, user, leads, levels }: NoticeReader) => ({
  agencyId,
  kind: { in: Object.values(NoticeKind) },
  OR: [
    { reader: user },
    ...(leads ? [{ reader: null, level: null }] : []),
    ...(levels.length > 0 ? [{ reader: null, level: { in: [...levels] } }] : []),
  ],
});

/** Puts notices on file in the transaction of what they are about, so that neither exists without the other. */
export async function putNotices(connection: ClientBase, rows: readonly NewNotice[]): Promise<void> {
  await connection.query(
    `INSERT INTO notice (id, agency_id, reader, level, kind, about_id, client_id, at)
     SELECT id, agency_id, reader, level, kind::notice_kind, about_id, client_id, at
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
       AS n (id, agency_id, reader, level, kind, about_id, client_id, at)`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.agencyId),
      rows.map((row) => row.reader),
      rows.map((row) => row.level ?? null),
      rows.map((row) => row.kind),
      rows.map((row) => row.aboutId),
      rows.map((row) => row.clientId),
      rows.map((row) => row.at),
    ],
  );
}
