import type { Place } from './InventedPerson.ts';
import type { Random } from './random.ts';

/** Suburbs in Melbourne's south-east with their postcodes. The streets are invented; a house number may not exist. */
const suburbs: readonly (readonly [suburb: string, postcode: string])[] = [
  ['Dandenong', '3175'],
  ['Dandenong North', '3175'],
  ['Noble Park', '3174'],
  ['Keysborough', '3173'],
  ['Springvale', '3171'],
  ['Springvale South', '3172'],
  ['Clayton', '3168'],
  ['Clayton South', '3169'],
  ['Mulgrave', '3170'],
  ['Oakleigh', '3166'],
  ['Murrumbeena', '3163'],
  ['Carnegie', '3163'],
  ['Bentleigh East', '3165'],
  ['Moorabbin', '3189'],
  ['Highett', '3190'],
  ['Cheltenham', '3192'],
  ['Mentone', '3194'],
  ['Mordialloc', '3195'],
  ['Chelsea', '3196'],
  ['Carrum', '3197'],
  ['Seaford', '3198'],
  ['Frankston', '3199'],
  ['Frankston North', '3200'],
  ['Carrum Downs', '3201'],
  ['Langwarrin', '3910'],
  ['Hastings', '3915'],
  ['Mornington', '3931'],
  ['Rosebud', '3939'],
  ['Doveton', '3177'],
  ['Endeavour Hills', '3802'],
  ['Hallam', '3803'],
  ['Narre Warren', '3805'],
  ['Berwick', '3806'],
  ['Beaconsfield', '3807'],
  ['Officer', '3809'],
  ['Pakenham', '3810'],
  ['Hampton Park', '3976'],
  ['Lynbrook', '3975'],
  ['Cranbourne', '3977'],
  ['Cranbourne East', '3977'],
  ['Clyde North', '3978'],
  ['Rowville', '3178'],
  ['Glen Waverley', '3150'],
];

const streets =
  'Acacia Banksia Bluegum Boronia Callistemon Cassia Correa Currawong Dianella Egret Ficus Grevillea Hakea Heron Ibis Ironbark Jarrah Kestrel Kookaburra Lomandra Mallee Melaleuca Myrtle Paperbark Plover Rosella Sheoak Silvereye Spoonbill Tea-tree Wallaby Waratah Wattlebird Wirilda Yarran'.split(
    ' ',
  );
const kinds = ['Street', 'Street', 'Road', 'Avenue', 'Court', 'Court', 'Crescent', 'Drive', 'Grove', 'Lane', 'Parade'];

export function placeOf(random: Random): Place {
  const [suburb, postcode] = random.pick(suburbs);
  const unit = random.chance(0.35) ? `${random.int(1, 24)}/` : '';
  const line = `${unit}${random.int(1, 180)} ${random.pick(streets)} ${random.pick(kinds)}`;
  return { line, suburb, state: 'VIC', postcode };
}

/**
 * Returns a telephone number that nobody has, from the ranges the Australian regulator reserves for fiction (03 5550 xxxx and
 * 03 7010 xxxx). There are 20,000, so two households seldom share one.
 */
export function phoneOf(random: Random): string {
  return `03 ${random.chance(0.5) ? '5550' : '7010'} ${String(random.int(0, 9999)).padStart(4, '0')}`;
}
