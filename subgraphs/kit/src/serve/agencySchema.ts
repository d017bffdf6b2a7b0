import { contractDocument } from '@accord/contract/contractDocument';
import type { AgencyFiguresArgs } from '@accord/contract/generated/api';
import { type ContractVersion, contractVersion, type ModuleName, moduleNames } from '@accord/contract/subgraphs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLResolveInfo, type GraphQLSchema, isScalarType, Kind, parse } from 'graphql';
import type { AuditBook } from '../audit/AuditBook.ts';
import { type AuditAsked, auditTable } from '../audit/auditTable.ts';
import { InputFault } from '../command/InputFault.ts';
import { guard, holdRecord } from '../guard/guard.ts';
import { hiddenMentions, withholdMentions } from '../guard/withholdMentions.ts';
import { isDay } from '../mapping/day.ts';
import type { OwnModule } from '../mapping/defineModule.ts';
import type { Mapping } from '../mapping/Mapping.ts';
import { answerCounts, type KeptAnswer } from '../prompts/answerCounts.ts';
import { dataQualityOf } from './dataQuality.ts';
import { figuresOf, periodOf } from './figures.ts';
import { loadAsked } from './loadAsked.ts';
import { type AgencyContext, type OwnSections, recordResolvers } from './recordResolvers.ts';

type Reference = Readonly<{ id?: unknown }>;

/** What is told out of what this program keeps for the agency; `answers` are those to its prompts, `audits` what its audit published. */
export type OwnAnswers = OwnSections & Readonly<{ answers?: () => Promise<Iterable<KeptAnswer>>; audits?: AuditBook }>;

/** The modules a mapping declares, in the contract's order. */
export const modulesOf = ({ modules }: Mapping): readonly ModuleName[] =>
  moduleNames.filter((name) => modules?.[name] !== undefined);

/** The version of the contract a mapping is written for. */
export const versionOf = ({ contract = contractVersion }: Mapping): ContractVersion => contract;

/** The SDL an agency serves: its version of the contract, the modules of it that it declares, and the partnership's own. */
export const servedDocument = (mapping: Mapping): DocumentNode =>
  contractDocument({
    version: versionOf(mapping),
    modules: modulesOf(mapping),
    own: mapping.ownModules ?? [],
  });

/**
 * The one executable schema of an agency: the contract's core and the modules its mapping declares, guarded.
 *
 * A representation of a record the permit is not about, or of another agency, resolves to null. Throws where the contract
 * cannot be guarded (see `guard`).
 */
export function agencySchema(mapping: Mapping, { answers, audits, ...sections }: OwnAnswers = {}): GraphQLSchema {
  for (const module of mapping.ownModules ?? []) assertSections(module);
  const parts = recordResolvers(mapping, sections);
  const load = loadAsked(parts, (record, context) => mentionsOf(record, context));
  const resolvers = {
    AgencyRecord: {
      __resolveReference: async ({ id }: Reference, context: AgencyContext, info: GraphQLResolveInfo) => {
        if (typeof id !== 'string' || !context.releases.covers(id)) return null;
        await load(id, context, info);
        return holdRecord(id, context.releases);
      },
      ...parts,
    },
    Agency: {
      __resolveReference: ({ id }: Reference, { releases }: AgencyContext) =>
        id === mapping.id && releases.figures ? { id } : null,
      figures: (_agency: Reference, { period }: AgencyFiguresArgs, { releases, batch }: AgencyContext) =>
        releases.figures ? figuresOf(mapping, periodOf(period, batch.now), releases) : null,
      dataQuality: (_agency: Reference, _args: unknown, { releases, batch }: AgencyContext) =>
        releases.figures ? dataQualityOf(mapping, releases, batch.now) : null,
      promptAnswers: async (_agency: Reference, _args: unknown, { releases, batch }: AgencyContext) =>
        releases.figures && answers ? answerCounts(await answers(), batch.now, releases, mapping.agreedAlerts) : null,
      audit: (_agency: Reference, args: AuditAsked, { releases }: AgencyContext) =>
        releases.figures ? auditTable(args, audits, releases, mapping.agreedAlerts) : null,
    },
  };
  const schema = buildSubgraphSchema([{ typeDefs: servedDocument(mapping), resolvers }]);
  serveDaysOnly(schema);
  const mentionsOf = hiddenMentions(schema, mapping);
  return withholdMentions(guard(schema), mentionsOf);
}

/** Throws where a module's SDL and its sections name different fields of a record. */
function assertSections({ name, sdl, fields }: OwnModule): void {
  const told = parse(sdl).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'AgencyRecord'
      ? (definition.fields ?? []).map((field) => field.name.value).filter((field) => field !== 'id')
      : [],
  );
  const without = told.filter((field) => !Object.hasOwn(fields, field));
  const strange = Object.keys(fields).filter((field) => !told.includes(field));
  if (without.length > 0 || strange.length > 0)
    throw new InputFault(
      `The module "${name}" tells AgencyRecord.${told.join(', AgencyRecord.')}; the mapping has ${Object.keys(fields).join(', ') || 'none'}. Give one section for each, and no others.`,
    );
}

/** A `Date` object or a day written another way would else be told as it is, and read as another day. */
function serveDaysOnly(schema: GraphQLSchema): void {
  const date = schema.getType('Date');
  if (!isScalarType(date)) throw new Error('The contract has no scalar Date.');
  date.serialize = (value) => {
    if (typeof value === 'string' && isDay(value)) return value;
    throw new Error('A date is written YYYY-MM-DD, but the mapping gave something else.');
  };
}
