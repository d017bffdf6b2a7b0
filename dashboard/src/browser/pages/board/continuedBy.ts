import type { Continued } from '../../graph/useEveryPage.ts';
import type { BoardAlertsQuery } from './generated/board.ts';

/** A page of alerts, as both queries of the board return it. */
export type AlertPage = BoardAlertsQuery['alerts'];

/** How a query's page of alerts is continued. The list is complete only if every page of it is. */
export const continuedBy = <Data>(
  pageOf: (data: Data) => AlertPage,
  withPage: (data: Data, page: AlertPage) => Data,
): Continued<Data> => ({
  standing: (data) => pageOf(data).pageInfo,
  merge: (before, next) => {
    const [first, second] = [pageOf(before), pageOf(next)];
    return withPage(before, {
      ...second,
      complete: first.complete === true && second.complete === true,
      nodes: [...(first.nodes ?? []), ...(second.nodes ?? [])],
    });
  },
});
