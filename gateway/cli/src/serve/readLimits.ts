import { type Limits, usualLimits } from '@accord/server/limits/Limits';
import { type Environment, numberOf } from './numberOf.ts';

/** The variable that sets each limit, and the most it may be. */
const settings = {
  bodyBytes: ['ACCORD_MAX_BODY_BYTES', 10_485_760],
  variablesBytes: ['ACCORD_MAX_VARIABLES_BYTES', 10_485_760],
  valueDepth: ['ACCORD_MAX_VALUE_DEPTH', 100],
  tokens: ['ACCORD_MAX_TOKENS', 100_000],
  depth: ['ACCORD_MAX_DEPTH', 100],
  fields: ['ACCORD_MAX_FIELDS', 100_000],
  rootFields: ['ACCORD_MAX_ROOT_FIELDS', 1_000],
  aliases: ['ACCORD_MAX_ALIASES', 10_000],
  directives: ['ACCORD_MAX_DIRECTIVES', 100],
  cost: ['ACCORD_MAX_COST', 1_000_000_000],
  pageItems: ['ACCORD_MAX_PAGE_ITEMS', 200],
  ratePerMinute: ['ACCORD_RATE_PER_MINUTE', 1_000_000],
  addressRatePerMinute: ['ACCORD_ADDRESS_RATE_PER_MINUTE', 10_000_000],
  atOnce: ['ACCORD_MAX_AT_ONCE', 100_000],
  answerMs: ['ACCORD_ANSWER_MS', 600_000],
  receiveMs: ['ACCORD_RECEIVE_MS', 600_000],
} as const satisfies Readonly<Record<keyof Limits, readonly [name: string, most: number]>>;

/** The hub's limits from the environment. Throws a `StartFault` that names the variable. */
export function readLimits(env: Environment): Limits {
  const read = (limit: keyof Limits): number => {
    const [name, most] = settings[limit];
    return numberOf(env, name, usualLimits[limit], most);
  };
  return {
    bodyBytes: read('bodyBytes'),
    variablesBytes: read('variablesBytes'),
    valueDepth: read('valueDepth'),
    tokens: read('tokens'),
    depth: read('depth'),
    fields: read('fields'),
    rootFields: read('rootFields'),
    aliases: read('aliases'),
    directives: read('directives'),
    cost: read('cost'),
    pageItems: read('pageItems'),
    ratePerMinute: read('ratePerMinute'),
    addressRatePerMinute: read('addressRatePerMinute'),
    atOnce: read('atOnce'),
    answerMs: read('answerMs'),
    receiveMs: read('receiveMs'),
  };
}
