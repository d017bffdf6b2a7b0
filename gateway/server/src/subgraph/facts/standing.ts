import { ADULT_AT_YEARS } from '@accord/consent/authorityOf';
import type { StandingInput } from '@accord/contract/generated/api';
import { CallerFault } from '../../CallerFault.ts';
import type { RequestContext } from '../../RequestContext.ts';
import type { FactRow } from '../../store/facts.ts';
import { dayGiven } from '../checkedInput.ts';
import { assertMayDo } from '../mayDo.ts';
import { assertMayDoTo } from '../ownClient.ts';
import type { FactParts } from './FactParts.ts';
import { factView, ownFacts, putOnFile, textIn } from './onFile.ts';

/** Nobody has lived longer than this, in years. */
const oldestYears = 130;

/**
 * Puts on file when a client comes of age. Throws as `assertMayDoTo`, and `ARGUMENT_REFUSED` for a day on which nobody comes of
 * age. That somebody is a child opens something without consent if a law goes by it, so saying so is not for volunteers
 * (`ROLE_REFUSED`).
 */
export async function recordStanding(input: StandingInput, parts: FactParts, context: RequestContext) {
  assertMayDo('recordStanding', context.requester);
  const adultOn = dayGiven('adultOn', input.adultOn);
  const action = adultOn > context.today ? 'recordOpeningStanding' : 'recordStanding';
  const clientId = await assertMayDoTo(input.client, action, parts.store.clients, context);
  // Somebody born on 29 February comes of age on 1 March (consent rules: `authorityOf`).
  if (adultOn.endsWith('-02-29'))
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      '"adultOn" is 29 February. Someone born on that day is an adult from 1 March.',
    );
  // The law may open a child's data without consent: a slip in the year must not make an adult a child for good.
  const latest = `${Number(context.today.slice(0, 4)) + ADULT_AT_YEARS}${context.today.slice(4).replace('-02-29', '-03-01')}`;
  if (adultOn > latest)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `"adultOn" is ${adultOn}, which is more than ${ADULT_AT_YEARS} years from today. Nobody born by now comes of age after ${latest}.`,
    );
  // The rules could not work out a date of birth from a year of two figures.
  const earliest = `${Number(context.today.slice(0, 4)) + ADULT_AT_YEARS - oldestYears}-01-01`;
  if (adultOn < earliest)
    throw new CallerFault(
      'ARGUMENT_REFUSED',
      `"adultOn" is ${adultOn}. Nobody alive came of age before ${earliest}. Write the year with four digits.`,
    );
  const body = { adultOn, matureMinor: input.matureMinor ?? false };
  return standingView(await putOnFile({ kind: 'STANDING', clientId, body }, parts, context, 'REPLACING'));
}

/** Returns what the requester's own agency now says of when a client comes of age; null if it says nothing. */
export async function standingOf(client: string, parts: FactParts, context: RequestContext) {
  const standing = (await ownFacts(client, 'STANDING', parts, context)).find(({ endedAt }) => endedAt === null);
  return standing ? standingView(standing) : null;
}

const standingView = (fact: FactRow) => ({
  ...factView(fact),
  adultOn: textIn(fact, 'adultOn'),
  matureMinor: fact.body.matureMinor === true,
});
