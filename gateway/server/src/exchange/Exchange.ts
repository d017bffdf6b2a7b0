import { figurePurposes } from '@accord/contract/vocabulary';
import { keep } from '@accord/execution/keep';
import { type GraphQLSchema, valueFromASTUntyped } from 'graphql';
import { type Partner, worksAt } from '../identity/Requester.ts';
import type { RequestContext } from '../RequestContext.ts';
import { assertClosed } from './assertClosed.ts';
import { gather } from './gather.ts';
import type { ItemId } from './itemId.ts';
import type { Messages } from './Messages.ts';
import { pruneFetch } from './pruneFetch.ts';
import { absent, mayRelease, redact } from './redact.ts';
import { type Question, scatter } from './scatter.ts';
import { asksOwn, type FetchShape, type ObjectShape, shapeOf } from './shapeOf.ts';

/** One fetch of the query planner to a logical subgraph. */
export type Fetch = Readonly<{ query: string; variables: Readonly<Record<string, unknown>> }>;

type Json = Readonly<Record<string, unknown>>;
/** What came of one record or agency. Redacted where it stands (`redact`), and only once. */
type Answer = Record<string, unknown>;
/** By agency and the id it was asked by. */
type Answers = ReadonlyMap<string, ReadonlyMap<string, Answer>>;

/** What the exchange is made of. */
export type ExchangeParts = Readonly<{
  messages: Messages;
  itemId: ItemId;
  /** How many fetch shapes are kept (one for each distinct fetch of a plan). */
  shapesKept: number;
  /** What the hub reads itself of a twin (`_alerts` …). Of a twin that is not here everything is read. */
  readOfTwins: ReadonlyMap<string, ReadOfTwin>;
}>;

/**
 * What the hub reads itself of a twin, by field: always, or where one of these fields or arguments is written in the caller's document. The
 * rest of it is only handed on. All that is not always read is asked where a field of its name is asked, too.
 */
export type ReadOfTwin = ReadonlyMap<string, readonly string[] | 'ALWAYS'>;

/** A logical subgraph of the agencies, in each of its versions. */
export type LogicalSubgraph = Readonly<{
  /** A module that agencies declare; `null` is the core, which every agency serves. */
  module: string | null;
  /** Its newest version: what callers ask in, and what answers are judged by. */
  schema: GraphQLSchema;
  /** Which version of it an agency has, and what that version knows. Undefined: none of those on file, and it is not asked. */
  versionOf(partner: Partner): Readonly<{ version: string; schema: GraphQLSchema }> | undefined;
}>;

/**
 * The one place where hub and agencies meet.
 *
 * Each fetch is scattered to the agencies that hold the records and gathered by id. Nothing is asked that the release book
 * does not release, and nothing passes that it does not release. Never throws for an agency's sake: what does not come is null,
 * and `context.sources` says so.
 */
export class Exchange {
  readonly #parts: ExchangeParts;
  readonly #subgraph: LogicalSubgraph;
  readonly #shape: (query: string) => FetchShape & Readonly<{ askedWhere: readonly AskedWhere[] }>;
  /** What is asked of an agency, by the version it has; null where that knows nothing of what is asked. */
  readonly #askable = new Map<string, (query: string) => FetchShape | null>();

  constructor(subgraph: LogicalSubgraph, parts: ExchangeParts) {
    this.#subgraph = subgraph;
    this.#parts = parts;
    this.#shape = keep((query) => {
      const shape = shapeOf(query, subgraph.schema);
      return { ...shape, askedWhere: askedWhereIn(shape, parts.readOfTwins) };
    }, parts.shapesKept);
  }

  /** Answers one `_entities` fetch: entities in the order of its representations. */
  async fetch({ query, variables }: Fetch, context: RequestContext): Promise<readonly Json[]> {
    const shape = this.#shape(query);
    for (const period of shape.periods) assertClosed(valueFromASTUntyped(period, variables), context.now);
    const representations = Array.isArray(variables.representations) ? variables.representations : [];
    const ownIn = [...shape.entities.values()].some(asksOwn);
    const unasked = shape.askedWhere.flatMap(({ path, names }) =>
      names.some((name) => context.named.has(name)) ? [] : path,
    );
    // Hundreds of representations are of a few agencies.
    const asked = new Map<Partner, FetchShape | null>();
    const askedOf = (partner: Partner): FetchShape | null => {
      let known = asked.get(partner);
      if (known === undefined) {
        const own = ownIn && !worksAt(context.requester, partner.id);
        known = this.#askedOf(partner, query, shape, { own, unasked });
        asked.set(partner, known);
      }
      return known;
    };
    const vetoed = representations.some((one) => field(one, '__typename') === 'Agency')
      ? await vetoedFor(
          shape.entities.get('Agency')?.fields.some(({ name }) => name === 'audit') ? 'AUDITS' : 'FIGURES',
          context,
        )
      : new Set<string>();
    const questions = representations.map((representation) => this.#question(representation, askedOf, vetoed, context));
    const answers = await this.#ask(questions, askedOf, variables, context);
    const passed = new Passed();
    return questions.map((question) => this.#entity(question, shape, { answers, passed }, context));
  }

  /**
   * What of a fetch an agency's version of the contract knows. What it does not know is null in the answer like anything else the
   * agency does not have: it is no error, and no source is missing. Neither is what only a record's own agency is asked (`own`), nor what
   * nobody would be told (`unasked`).
   */
  #askedOf(
    partner: Partner,
    query: string,
    whole: FetchShape,
    { own, unasked }: Readonly<{ own: boolean; unasked: readonly string[] }>,
  ): FetchShape | null {
    const known = this.#subgraph.versionOf(partner);
    if (!known) return null;
    if (known.schema === this.#subgraph.schema && !own && unasked.length === 0) return whole;
    const version = [known.version, own, ...unasked].join(' ');
    const askable =
      this.#askable.get(version) ??
      keep((text) => {
        const pruned = pruneFetch(text, known.schema, { own, under: new Set(unasked) });
        return pruned === null ? null : shapeOf(pruned, known.schema);
      }, this.#parts.shapesKept);
    this.#askable.set(version, askable);
    return askable(query);
  }

  /** Outbound, one representation: whom to ask about it, if anything of it may be released. */
  #question(
    representation: unknown,
    askedOf: (partner: Partner) => FetchShape | null,
    vetoed: ReadonlySet<string>,
    context: RequestContext,
  ): Question {
    const type = field(representation, '__typename');
    const id = field(representation, 'id');
    if (type === 'Agency') {
      const partner = context.partners.get(id);
      const ask =
        partner?.state === 'ACTIVE' &&
        figurePurposes.has(context.requester.purpose) &&
        askedOf(partner)?.entities.has('Agency');
      if (ask && vetoed.has(id)) context.sources.noteVeto(id);
      return { kind: 'FIGURES', id, partner: ask && !vetoed.has(id) ? partner : undefined };
    }
    const record = context.book.record(id);
    const partner = record && context.partners.get(record.agency);
    const worthAsking =
      record &&
      partner?.state === 'ACTIVE' &&
      this.#serves(partner.modules) &&
      askedOf(partner)
        ?.entities.get(type)
        ?.fields.some((one) => mayRelease(one, record));
    return { kind: 'RECORD', id, record, partner: worthAsking ? partner : undefined };
  }

  #serves(modules: readonly string[]): boolean {
    return this.#subgraph.module === null || modules.includes(this.#subgraph.module);
  }

  /** Scatters: one operation an agency, all at the same time. Gives what each agency answered, by agency and id. */
  async #ask(
    questions: readonly Question[],
    askedOf: (partner: Partner) => FetchShape | null,
    variables: Json,
    context: RequestContext,
  ): Promise<Answers> {
    const { requester, now } = context;
    const answers = await Promise.all(
      scatter(questions).map(async ({ partner, asked }) => {
        const shape = askedOf(partner);
        if (!shape) return [partner.id, new Map<string, Answer>()] as const;
        const operation = operationText(shape, variables, asked);
        const reply = await this.#parts.messages.ask({ partner, requester, now, asked, operation });
        const { answer, state } = gather(reply, new Set(asked.map(numberOf)));
        if (state) for (const named of new Set(asked.map(mayBeNamed))) context.sources.note(partner.id, state, named);
        // The kit gives null in the place of the agency itself where the agency's own policy tells no figures.
        else if (asked.some((one) => one.kind === 'FIGURES' && !answer.has(one.id)))
          context.sources.noteWithheld(partner.id);
        return [partner.id, answer] as const;
      }),
    );
    return new Map(answers);
  }

  /** Inbound, one representation: what may go on of what came. */
  #entity(
    question: Question,
    shape: FetchShape,
    { answers, passed }: Readonly<{ answers: Answers; passed: Passed }>,
    context: RequestContext,
  ): Json {
    if (question.kind === 'FIGURES') {
      const below = shape.entities.get('Agency');
      const answer = question.partner && answers.get(question.id)?.get(question.id);
      if (!below || !answer) return { __typename: 'Agency', ...(below && absent(below, question.id)) };
      return passed.of(answer, () => this.#figures(question.id, answer, below, context));
    }
    const below = shape.entities.get('AgencyRecord');
    if (!below) return { __typename: 'AgencyRecord' };
    const { record, partner } = question;
    const answer = record && partner && answers.get(partner.id)?.get(record.number);
    if (!record || !answer) return { __typename: 'AgencyRecord', ...absent(below, question.id) };
    return passed.of(answer, () =>
      redact(answer, below, {
        record,
        itemId: this.#parts.itemId,
        isTheirs: worksAt(context.requester, record.agency),
        told: context.disclosures.noting(record),
        amiss: () => context.sources.note(record.agency, 'INVALID', record.categories.has('SERVICE_USE')),
        lost: (type) => context.sources.noteLost(record.handle, type),
      }),
    );
  }

  /** Figures are about nobody: there is no record to judge, only the contract's types. */
  #figures(agency: string, answer: Answer, below: ObjectShape, context: RequestContext): Json {
    const nobody = {
      handle: agency,
      agency,
      number: agency,
      client: '',
      categories: new Map(),
      consented: new Set<string>(),
    };
    return {
      ...redact(answer, below, {
        record: nobody,
        itemId: this.#parts.itemId,
        isTheirs: false,
        told: () => {},
        amiss: () => context.sources.note(agency, 'INVALID', true),
        lost: () => {},
      }),
      id: agency,
    };
  }
}

/** What may go on of the answers to one fetch. */
class Passed {
  readonly #made = new Map<Answer, Json>();

  /** Made once of each answer. Whoever asked twice about one (Apollo's executor does) is given two: it adds to each something else. */
  of(answer: Answer, redacted: () => Json): Json {
    const before = this.#made.get(answer);
    if (before) return structuredClone(before);
    const made = redacted();
    this.#made.set(answer, made);
    return made;
  }
}

/** A field under a twin, with the twin's name before its own, that is asked where one of these names is written. */
type AskedWhere = Readonly<{ path: string; names: readonly string[] }>;

function askedWhereIn({ entities }: FetchShape, readOfTwins: ExchangeParts['readOfTwins']): readonly AskedWhere[] {
  return [...entities.values()].flatMap(({ fields }) =>
    fields.flatMap(({ name: twin, below }) => {
      const read = readOfTwins.get(twin);
      if (!read || !below) return [];
      return below.fields.flatMap(({ name }) => {
        const where = read.get(name) ?? [];
        return where === 'ALWAYS' ? [] : [{ path: `${twin}.${name}`, names: [name, ...where] }];
      });
    }),
  );
}

/** Agencies that keep these counts out by their own decision: they are not even asked. The hub asks for audits by themselves. */
async function vetoedFor(counts: 'FIGURES' | 'AUDITS', context: RequestContext): Promise<ReadonlySet<string>> {
  const standing = await context.vetoes();
  return new Set(
    standing.filter(({ scope }) => scope === counts || scope === 'EVERYTHING').map(({ agencyId }) => agencyId),
  );
}

/** An operation as JSON text: what is the same in all of its kind is not written anew. */
function operationText(
  { documentJson, variables: declared }: FetchShape,
  given: Json,
  asked: readonly Question[],
): string {
  const representations = asked.map((one) => ({
    __typename: one.kind === 'FIGURES' ? 'Agency' : 'AgencyRecord',
    id: numberOf(one),
  }));
  const others = Object.entries(given).filter(([name]) => declared.has(name));
  return `{"query":${documentJson},"variables":${JSON.stringify({ ...Object.fromEntries(others), representations })}}`;
}

/** The id an agency knows: its own number of a record, its own name for its figures. */
function numberOf(question: Question): string {
  return question.kind === 'RECORD' && question.record ? question.record.number : question.id;
}

function mayBeNamed(question: Question): boolean {
  return question.kind === 'FIGURES' || (question.record?.categories.has('SERVICE_USE') ?? false);
}

const field = (value: unknown, name: string): string => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : '';
};
