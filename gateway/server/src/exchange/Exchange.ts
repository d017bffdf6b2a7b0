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
import { absent, type ItemRoom, mayRelease, redact } from './redact.ts';
import { type Question, scatter } from './scatter.ts';
import { asksOwn, type FetchShape, type ObjectShape, shapeOf } from './shapeOf.ts';

/** One fetch of the query planner to a logical subgraph. */
export type Fetch = Readonly<{ query: string; variables: Readonly<Record<string, unknown>> }>;

type Json = Readonly<Record<string, unknown>>;
/** What one record or agency answered. Redacted in place (`redact`), and only once. */
type Answer = Record<string, unknown>;
/** By agency, then by the id the agency was asked about. */
type Answers = ReadonlyMap<string, ReadonlyMap<string, Answer>>;

/** What the exchange is made of. */
export type ExchangeParts = Readonly<{
  messages: Messages;
  itemId: ItemId;
  /** How many fetch shapes are cached (one for each distinct fetch of a plan). */
  shapesKept: number;
  /** What the hub itself reads of a twin (`_alerts` …). Of a twin that is not listed here, everything is read. */
  readOfTwins: ReadonlyMap<string, ReadOfTwin>;
}>;

/**
 * What the hub itself reads of a twin, by field: always, or only if the caller's document contains one of these fields or
 * arguments. The hub only passes the other fields on. A field that is not always read is also requested if the caller's document
 * has a field of that name.
 */
export type ReadOfTwin = ReadonlyMap<string, readonly string[] | 'ALWAYS'>;

/** A logical subgraph of the agencies, in each of its versions. */
export type LogicalSubgraph = Readonly<{
  /** A module that agencies declare; `null` is the core, which every agency serves. */
  module: string | null;
  /** Its newest version: what callers query, and what answers are judged against. */
  schema: GraphQLSchema;
  /**
   * The version of it that an agency has, and that version's schema. Undefined if it is none of those on file; then the agency is
   * not asked.
   */
  versionOf(partner: Partner): Readonly<{ version: string; schema: GraphQLSchema }> | undefined;
}>;

/**
 * The one place where hub and agencies meet.
 *
 * Each fetch is scattered to the agencies that hold the records, and the answers are gathered by id. Only what the release book
 * releases is requested, and only that passes. An agency's failure never throws: what does not come is null, and
 * `context.sources` says so.
 */
export class Exchange {
  readonly #parts: ExchangeParts;
  readonly #subgraph: LogicalSubgraph;
  readonly #shape: (query: string) => FetchShape & Readonly<{ askedWhere: readonly AskedWhere[] }>;
  /** What to ask of an agency, by the version it has; null if that version knows nothing of what is asked. */
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
    // There may be hundreds of representations, but they belong to only a few agencies.
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
    const rooms = new Map([...answers.keys()].map((agency): [string, ItemRoom] => [agency, new Map()]));
    return questions.map((question) => this.#entity(question, shape, { answers, passed, rooms }, context));
  }

  /**
   * The part of a fetch that an agency's version of the contract knows. The rest is null in the answer, like anything else the
   * agency does not have: no error, and no missing source. Also left out is what only a record's own agency is asked (`own`) and
   * what the caller would not be shown (`unasked`).
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

  /** Outbound, one representation: which agency to ask about it, if anything of it may be released. */
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

  /** Scatters: one operation for each agency, all at the same time. Returns what each agency answered, by agency and id. */
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
        // The kit returns null in place of the agency itself if the agency's own policy gives no figures.
        else if (asked.some((one) => one.kind === 'FIGURES' && !answer.has(one.id)))
          context.sources.noteWithheld(partner.id);
        return [partner.id, answer] as const;
      }),
    );
    return new Map(answers);
  }

  /** Inbound, one representation: the part of the answer that may be passed on. */
  #entity(
    question: Question,
    shape: FetchShape,
    { answers, passed, rooms }: Readonly<{ answers: Answers; passed: Passed; rooms: ReadonlyMap<string, ItemRoom> }>,
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
    const room = partner && rooms.get(partner.id);
    if (!record || !answer || !room) return { __typename: 'AgencyRecord', ...absent(below, question.id) };
    return passed.of(answer, () =>
      redact(answer, below, {
        record,
        itemId: this.#parts.itemId,
        isTheirs: worksAt(context.requester, record.agency),
        ownAlerts: context.requester.self === null ? null : context.words.alerts,
        told: context.disclosures.noting(record),
        amiss: () => context.sources.note(record.agency, 'INVALID', record.categories.has('SERVICE_USE')),
        room,
        lost: (type) => context.sources.noteLost(record.handle, type),
      }),
    );
  }

  /** Figures are about nobody, so there is no record to judge them by, only the contract's types. */
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
        ownAlerts: null,
        told: () => {},
        amiss: () => context.sources.note(agency, 'INVALID', true),
        // A table of counts is as long as its windows and dimensions make it, and nothing in it is named or put in order.
        room: null,
        lost: () => {},
      }),
      id: agency,
    };
  }
}

/** The redacted answers to one fetch. */
class Passed {
  readonly #made = new Map<Answer, Json>();

  /**
   * Redacts each answer once. A caller that asks about the same one twice (Apollo's executor does) gets a copy, because it adds
   * something different to each.
   */
  of(answer: Answer, redacted: () => Json): Json {
    const before = this.#made.get(answer);
    if (before) return structuredClone(before);
    const made = redacted();
    this.#made.set(answer, made);
    return made;
  }
}

/** A field under a twin (its path begins with the twin's name), requested only if the document contains one of these names. */
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

/** Agencies that keep these counts out by their own decision: they are not even asked. The hub asks for audits separately from figures. */
async function vetoedFor(counts: 'FIGURES' | 'AUDITS', context: RequestContext): Promise<ReadonlySet<string>> {
  const standing = await context.vetoes();
  return new Set(
    standing.filter(({ scope }) => scope === counts || scope === 'EVERYTHING').map(({ agencyId }) => agencyId),
  );
}

/** An operation as JSON text. The document, which is the same for all operations of its kind, is not serialised again. */
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

/** The id that the agency knows: its own number for a record, or its own id for its figures. */
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
