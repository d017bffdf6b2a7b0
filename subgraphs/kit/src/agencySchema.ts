import type { AgencyFiguresArgs } from '@accord/contract/generated/api';
import { type ModuleName, moduleNames } from '@accord/contract/subgraphs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, isScalarType } from 'graphql';
import { contractDocument } from './contractDocument.ts';
import { isDay } from './day.ts';
import { figuresOf, periodOf } from './figures.ts';
import { guard, Held } from './guard.ts';
import type { Mapping } from './Mapping.ts';
import { type AgencyContext, recordResolvers } from './recordResolvers.ts';
import { withholdMentions } from './withholdMentions.ts';

type Reference = Readonly<{ id?: unknown }>;

/** The modules a mapping declares, in the contract's order. */
export const modulesOf = ({ modules }: Mapping): readonly ModuleName[] =>
  moduleNames.filter((name) => modules?.[name] !== undefined);

/**
 * The one executable schema of an agency: the contract's core and the modules its mapping declares, guarded.
 *
 * A representation of a record the permit is not about, or of another agency, resolves to null. Throws where the contract
 * cannot be guarded (see `guard`).
 */
export function agencySchema(mapping: Mapping): GraphQLSchema {
  const resolvers = {
    AgencyRecord: {
      __resolveReference: ({ id }: Reference, { releases }: AgencyContext) =>
        typeof id === 'string' && releases.covers(id) ? new Held(id, { number: id }) : null,
      ...recordResolvers(mapping),
    },
    Agency: {
      __resolveReference: ({ id }: Reference, { releases }: AgencyContext) =>
        id === mapping.id && releases.figures ? { id } : null,
      figures: (_agency: Reference, { period }: AgencyFiguresArgs, { releases, batch }: AgencyContext) =>
        releases.figures ? figuresOf(mapping, periodOf(period, batch.now)) : null,
    },
  };
  const schema = buildSubgraphSchema([{ typeDefs: contractDocument(modulesOf(mapping)), resolvers }]);
  serveDaysOnly(schema);
  return withholdMentions(guard(schema), mapping);
}

/** A `Date` object or a day written another way would else be told as it is, and read as another day. */
function serveDaysOnly(schema: GraphQLSchema): void {
  const date = schema.getType('Date');
  if (!isScalarType(date)) throw new Error('The contract has no scalar Date.');
  date.serialize = (value) => {
    if (typeof value === 'string' && isDay(value)) return value;
    throw new Error('A day is written YYYY-MM-DD; the mapping gave something else.');
  };
}
