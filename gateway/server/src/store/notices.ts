import type { ClientBase } from 'pg';
import { NoticeKind } from '../generated/prisma/enums.ts';
import type { Database } from './Database.ts';

/** That something waits for somebody; no content. */
export type NewNotice = Readonly<{
  id: string;
  agencyId: string;
  /** Sign-in name; null: whoever leads at the agency, or speaks for it at the level. */
  reader: string | null;
  /** At which level the agency is to be heard; left out: it is about something else. */
  level?: string | null;
  kind: NoticeKind;
  /** The glass, the request, the exercise, the proposal or the order. */
  aboutId: string;
  /** Null: it is about no client. */
  clientId: string | null;
  at: Date;
}>;

export type NoticeRow = NewNotice & Readonly<{ readAt: Date | null; readBy: string | null }>;

/** Whose notices: a worker's own, where they lead those for whoever leads, and those for who speaks at these levels. */
export type NoticeReader = Readonly<{ agencyId: string; user: string; leads: boolean; levels: readonly string[] }>;

export type Notices = Readonly<{
  /** The newest first, after the last one of a page. */
  page: (
    of: NoticeReader &
      Readonly<{ unreadOnly: boolean; after: Readonly<{ at: Date; id: string }> | null; first: number }>,
  ) => Promise<readonly NoticeRow[]>;
  /** Null where there is none for this reader. */
  find: (id: string, reader: NoticeReader) => Promise<NoticeRow | null>;
  /** One that was read stays as it is. @returns null where there is none for this reader. */
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
      // One for everybody who speaks at a level is read by each of them for themself.
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

/** A newer version may put on file what this one has no word for, and Prisma would fail of it: no notice would be read, whatever it is of. */
const forReader = ({ agencyId, user, leads, levels }: NoticeReader) => ({
  agencyId,
  kind: { in: Object.values(NoticeKind) },
  OR: [
    { reader: user },
    ...(leads ? [{ reader: null, level: null }] : []),
    ...(levels.length > 0 ? [{ reader: null, level: { in: [...levels] } }] : []),
  ],
});

/** Puts notices on file in the transaction of what they are about: neither is there without the other. */
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
