import { type Sentence, sentences } from './Sentence.ts';

export const housing: readonly Sentence[] = [
  ...sentences(
    ['HOUSING'],
    [
      "[Staying|Sleeping] on [a friend's couch|{their} cousin's floor|a mattress at {their} aunt's], [welcome until {day}|welcome for now|and feels in the way].",
      '[Third|Second|Fifth] night in the car, parked [near the beach|behind the shops|at the reserve]; [cold|police moved {them} on once|neighbours have been kind].',
      'Notice to vacate [received|runs out] in {m} weeks; [owner is selling|no reason given|renovations]. [Talked through VCAT.|Explained the time limits.|Checked that the notice is valid.]',
      'Applied for [two|three|{n}] rentals this [week|fortnight]; [no replies|one inspection|knocked back on income].',
      'Priority application for public housing [lodged|updated|approved, now the wait]; [evidence still needed|papers complete].',
      'Rooming house [room lock is broken|is noisy at night|has bedbugs again|manager is helpful]; wants [out|a unit of {their} own|to stay close to work].',
      'Lease [signed|starts {day}|renewed for a year]. [Keys handed over.|Condition report done together with photos.|First place of {their} own since {month}.]',
      'Motel [paid to {day}|extended by {m} nights]; [no cooking there|hot at night|one bar fridge].',
      'Inspected the unit together: [dry, light, close to the train|mould in the bathroom|stairs are a problem|{they} liked the garden].',
      'Mould and [a broken heater|a leaking roof|faulty wiring] at home; [repairs asked for in writing|agent has not answered|urgent repair order discussed].',
      'Flat [is settled|is going well|feels like home now]; {they} {has} [bought a table|planted herbs|met the neighbours].',
      'Share house [broke up|is tense about dishes and noise|lost its lease], so [looking again|back on the list].',
      'Neighbour [complains about noise|and {client} get on|has a long dispute with the body corporate]; [wrote to housing|mediation offered].',
      'Transitional unit: [garden done|inspection passed|smoke alarm replaced]. Exit plan is [private rental|public housing|family].',
      'Overcrowded: {n} people in two bedrooms; [{they} sleep{s} in the lounge|a curtain for a wall|the eldest has the big room].',
    ],
  ),
  ...sentences(
    ['HOUSING', 'HEALTH'],
    [
      'Discharged from hospital with nowhere to go; [one night found|crisis bed found for {m} nights|no beds today].',
      'Needs ground floor because of {their} [knees|breathing|walker]; [noted on application|OT letter attached].',
    ],
  ),
  ...sentences(
    ['HOUSING', 'LEGAL'],
    [
      'Released from custody {day} with nowhere to go; [one night found|crisis bed found for {m} nights|no beds today].',
    ],
  ),
  ...sentences(
    ['HOUSING', 'FINANCE'],
    [
      'Rent is {rent} a week and [takes more than half of income|{amount} behind|paid by direct debit now].',
      'Arrears of {amount}; [payment plan agreed with agent|agent will wait until pay day|HEF covers one fortnight].',
      'Bond loan [approved|lodged|refused, appeal written]; needs {amount} [up front|for the truck|for the first fortnight].',
    ],
  ),
];

export const money: readonly Sentence[] = sentences(
  ['FINANCE'],
  [
    'Centrelink [payment suspended|back on|cut to {amount}|form due {day}]; [rang together, on hold {n}0 minutes|letter scanned|appointment made].',
    'Budget done together: {amount} left after [bills|food and fares|the fine].',
    'Owes {amount} on [power|the phone|a payday loan|fines|the car]; [hardship plan asked for|financial counsellor referral|{they} want{s} to do it {themself}].',
    'Food voucher {amount} [given|and Myki|and nappies].',
    'Lost [shifts|the job|{their} hours] in {month}; [looking at warehouse work|resume done|back on JobSeeker].',
    'Started work [at a bakery|cleaning|in aged care|picking|at a call centre], [{n} shifts so far|proud of the first payslip|hours not fixed].',
    'Superannuation release [considered|explained, not wanted|applied for].',
    'Fines of {amount}: [work and development permit|payment by instalments|waiting on review].',
    'Gambling: [blocked the apps {themself}|pokies twice this week|{m} weeks without|says it is the quiet hours that are hard].',
    'Car [needs {amount} of repairs|registration lapsed|sold to cover bills].',
    'Child support [stopped in {month}|assessed again|never paid]; [agency rung|{they} will not pursue it].',
  ],
);
