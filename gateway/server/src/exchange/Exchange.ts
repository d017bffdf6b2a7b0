import { randomUUID } from 'node:crypto';
import { figurePurposes } from '@accord/contract/vocabulary';
import type { GraphQLSchema } from 'graphql';
import { keep } from '../keep.ts';
import type { RequestContext } from '../RequestContext.ts';
import { gather } from './gather.ts';
import type { ItemId } from './itemId.ts';
import { absent, mayRelease, redact } from './redact.ts';
import { type Question, releasesOf, scatter } from './scatter.ts';
import { type FetchShape, type ObjectShape, shapeOf } from './shapeOf.ts';
import type { SignPermit } from './signPermit.ts';
import type { Transport } from './Transport.ts';

/** One fetch of the query planner to a logical subgraph. */
export type Fetch = Readonly<{ query: string; variables: Readonly<Record<string, unknown>> }>;

type Json = Readonly<Record<string, unknown>>;

/** What the exchange is made of. */
export type ExchangeParts = Readonly<{
  transport: Transport;
  signPermit: SignPermit;
  itemId: ItemId;
  /** Time an agency has for one answer, in milliseconds. */
  deadlineMs: number;
  /** How many fetch shapes are kept (one for each distinct fetch of a plan). */
  shapesKept: number;
}>;

/** A module that agencies declare; `null` is the core, which every agency serves. */
type LogicalSubgraph = Readonly<{ module: string | null; schema: GraphQLSchema }>;

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
  readonly #shape: (query: string) => FetchShape;

  constructor(subgraph: LogicalSubgraph, parts: ExchangeParts) {
    this.#subgraph = subgraph;
    this.#parts = parts;
    this.#shape = keep((query) => shapeOf(query, subgraph.schema), parts.shapesKept);
  }

  /** Answers one `_entities` fetch: entities in the order of its representations. */
  async fetch({ query, variables }: Fetch, context: RequestContext): Promise<readonly Json[]> {
    const shape = this.#shape(query);
    const representations = Array.isArray(variables.representations) ? variables.representations : [];
    const questions = representations.map((representation) => this.#question(representation, shape, context));
    const answers = await this.#ask(questions, shape, variables, context);
    return questions.map((question) => this.#entity(question, shape, answers, context));
  }

  /** Outbound, one representation: whom to ask about it, if anything of it may be released. */
  #question(representation: unknown, shape: FetchShape, context: RequestContext): Question {
    const type = field(representation, '__typename');
    const id = field(representation, 'id');
    const below = shape.entities.get(type);
    if (type === 'Agency') {
      const partner = context.partners.get(id);
      const ask = partner?.state === 'ACTIVE' && figurePurposes.has(context.requester.purpose);
      return { kind: 'FIGURES', id, partner: ask ? partner : undefined };
    }
    const record = context.book.record(id);
    const partner = record && context.partners.get(record.agency);
    const worthAsking =
      record &&
      partner?.state === 'ACTIVE' &&
      this.#serves(partner.modules) &&
      below?.fields.some((one) => mayRelease(one, record));
    return { kind: 'RECORD', id, record, partner: worthAsking ? partner : undefined };
  }

  #serves(modules: readonly string[]): boolean {
    return this.#subgraph.module === null || modules.includes(this.#subgraph.module);
  }

  /** Scatters: one message an agency, all at the same time. Gives what each agency answered, by agency and id. */
  async #ask(
    questions: readonly Question[],
    shape: FetchShape,
    variables: Json,
    context: RequestContext,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, Json>>> {
    const { transport, signPermit, deadlineMs } = this.#parts;
    const { user, role, agency, purpose } = context.requester;
    const answers = await Promise.all(
      scatter(questions).map(async ({ partner, asked }) => {
        const representations = asked.map((one) => ({
          __typename: one.kind === 'FIGURES' ? 'Agency' : 'AgencyRecord',
          id: numberOf(one),
        }));
        const body = JSON.stringify({ query: shape.document, variables: { ...variables, representations } });
        const permit = await signPermit({
          agency: partner.id,
          body,
          id: randomUUID(),
          now: context.now,
          permit: {
            requester: { user, role, agency: agency.id, purpose },
            releases: releasesOf(asked),
            figures: asked.some((one) => one.kind === 'FIGURES'),
          },
        });
        const incoming = await transport.send({
          agency: partner.id,
          url: partner.url,
          path: '/graphql',
          body,
          permit,
          deadlineMs,
        });
        const { answer, state } = gather(incoming, new Set(asked.map(numberOf)));
        if (state)
          context.sources.note(
            partner.id,
            state,
            asked.some((one) => mayBeNamed(one)),
          );
        return [partner.id, answer] as const;
      }),
    );
    return new Map(answers);
  }

  /** Inbound, one representation: what may go on of what came. */
  #entity(
    question: Question,
    shape: FetchShape,
    answers: ReadonlyMap<string, ReadonlyMap<string, Json>>,
    context: RequestContext,
  ): Json {
    if (question.kind === 'FIGURES') {
      const below = shape.entities.get('Agency');
      const answer = question.partner && answers.get(question.id)?.get(question.id);
      return { __typename: 'Agency', ...(below && this.#figures(question.id, answer, below, context)) };
    }
    const below = shape.entities.get('AgencyRecord');
    if (!below) return { __typename: 'AgencyRecord' };
    const { record, partner } = question;
    const answer = record && partner && answers.get(partner.id)?.get(record.number);
    if (!record || !answer) return { __typename: 'AgencyRecord', ...absent(below, question.id) };
    return redact(answer, below, {
      record,
      itemId: this.#parts.itemId,
      told: (categories) => context.disclosures.note(record, categories),
      amiss: () => context.sources.note(record.agency, 'INVALID', record.categories.has('SERVICE_USE')),
    });
  }

  /** Figures are about nobody: there is no record to judge, only the contract's types. */
  #figures(agency: string, answer: Json | undefined, below: ObjectShape, context: RequestContext): Json {
    if (!answer) return absent(below, agency);
    const nobody = { handle: agency, agency, number: agency, client: '', categories: new Map() };
    return {
      ...redact(answer, below, {
        record: nobody,
        itemId: this.#parts.itemId,
        told: () => {},
        amiss: () => context.sources.note(agency, 'INVALID', true),
      }),
      id: agency,
    };
  }
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
