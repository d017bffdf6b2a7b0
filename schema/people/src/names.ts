import type { NamingTradition } from './NamingTradition.ts';
import { arabic, hornOfAfrica, maori, samoan, southSudanese, westAfrican } from './namesOfAfricaMiddleEastOceania.ts';
import { afghan, cambodian, chinese, filipino, indian, sriLankan, vietnamese } from './namesOfAsia.ts';
import {
  anglo,
  balkan,
  dutchAndMaltese,
  firstPeoples,
  greek,
  irish,
  italian,
  spanishSpeaking,
} from './namesOfEurope.ts';
import type { Random } from './random.ts';

const traditions: readonly NamingTradition[] = [
  anglo,
  firstPeoples,
  irish,
  greek,
  italian,
  balkan,
  dutchAndMaltese,
  spanishSpeaking,
  vietnamese,
  chinese,
  indian,
  sriLankan,
  filipino,
  cambodian,
  afghan,
  arabic,
  southSudanese,
  hornOfAfrica,
  westAfrican,
  samoan,
  maori,
];

const weights: readonly (readonly [NamingTradition, number])[] = traditions.map((one) => [one, one.weight]);

export function traditionOf(random: Random): NamingTradition {
  return random.weighted(weights);
}

/** Returns a family name of the tradition, occasionally two joined by a hyphen. */
export function familyNameOf(tradition: NamingTradition, random: Random): string {
  const first = random.pick(tradition.families);
  if (!random.chance(tradition.hyphens)) return first;
  const second = random.pick(tradition.families);
  return first === second || first.includes('-') || second.includes('-') ? first : `${first}-${second}`;
}

/** Returns a given name; occasionally an English one in any tradition, as the children of migrants often have. */
export function givenNameOf(tradition: NamingTradition, sex: '1' | '2' | '3' | '9', random: Random): string {
  const from = random.chance(0.12) ? anglo : tradition;
  if (sex === '1') return random.pick(from.men);
  if (sex === '2') return random.pick(from.women);
  return random.pick(random.chance(0.5) ? from.women : from.men);
}
