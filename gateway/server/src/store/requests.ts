import type { Database } from './Database.ts';
import { type NewNotice, putNotices } from './notices.ts';

/** One agency asks the workers of others to talk with a client about a consent. */
export type RequestRow = Readonly<{
  id: string;
  clientId: string;
  agencyId: string;
  askedBy: string;
  at: Date;
  /** Empty: any purpose. */
  purposes: readonly string[];
  categories: readonly string[];
}>;

export type Requests = Readonly<{
  /** Stores the request and its notices, all or none. */
  add: (request: RequestRow, notices: readonly NewNotice[]) => Promise<void>;
  find: (id: string) => Promise<RequestRow | null>;
}>;

export function requests({ prisma, transaction }: Database): Requests {
  return {
    add: (request, notices) =>
      transaction(async (connection) => {
        await connection.query(
          `INSERT INTO consent_request (id, client_id, agency_id, asked_by, at, purposes, categories)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [
            ...[request.id, request.clientId, request.agencyId, request.askedBy, request.at],
            ...[request.purposes, request.categories],
          ],
        );
        await putNotices(connection, notices);
      }),
    find: (id) => prisma.consentRequest.findUnique({ where: { id } }),
  };
}
