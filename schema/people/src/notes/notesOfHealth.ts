import { type Sentence, sentences } from './Sentence.ts';

export const bodyHealth: readonly Sentence[] = [
  ...sentences(
    ['HEALTH'],
    [
      'Back pain [since the warehouse job|worse in the cold|better with walking]; [GP booked|physio referral sent|uses heat packs].',
      'Wound [dressed|clean and dry|slow to heal]; [nurse again {day}|photo on file|diabetes clinic told].',
      'Blood sugar [all over the place|steady|high in the mornings]; [diary kept|dietitian {day}|skips breakfast].',
      'Dental [pain for {m} weeks|voucher given|list is {n} months]; [soft food only|emergency appt {day}].',
      'Asthma [playing up with the smoke|well controlled|woke {them} twice]; [spacer given|plan updated].',
      'Blood pressure [down|up again|checked twice]; [salt talk|walks {n} km most days|repeat in {m} weeks].',
      'Hearing [aid lost|test passed|getting worse]; [speak on the left side|audiology {day}].',
      'Knee operation [booked for {month}|put off again|went well]; [needs help with stairs|on crutches].',
      'Vaccinations [up to date|caught up today|declined, talked it through].',
      'Lost {m} kilos since {month} [without trying|since moving|and pleased]; [bloods taken|GP aware].',
      'Fall [in the shower|on the step] [last week|on {night}], no injury; [rails asked for|OT visit booked].',
    ],
  ),
  ...sentences(
    ['HEALTH', 'MEDICATION'],
    [
      'Ran out of [insulin|blood pressure tablets|the inhaler] on {day}; [script sent|chemist helped|{amount} is too much at once].',
      'Webster pack [works well|asked for|missed twice]; [chemist delivers|nurse checks {day}].',
      'New tablets make {them} [dizzy|sleepy|sick in the morning]; [GP to review|half dose until {day}].',
    ],
  ),
];

export const pregnancy: readonly Sentence[] = sentences(
  ['HEALTH'],
  [
    'Pregnant, {n} weeks past the first scan; [well|tired|antenatal visits up to date|asked for a midwife who has time].',
    'Antenatal clinic [{day}|missed, rebooked|went well]; [iron low|baby moving|pram found second-hand].',
    'Maternity bag [packed|list made]; [sister will be with {them}|wants the same midwife|birth plan talked through].',
  ],
);

export const mentalHealth: readonly Sentence[] = [
  ...sentences(
    ['MENTAL_HEALTH'],
    [
      'Mood [flat|better|up and down|low since {month}]; sleeping {m} hours [a night|broken|with the light on].',
      'Panic attacks [on trains|in queues|{n} this fortnight|fewer now]; [breathing practised together|grounding card in wallet|rode one stop as homework].',
      'K10 [done|repeated]: {k10}, [down from intake|no real change|higher than last time].',
      'Thoughts of not wanting to be here, no plan or intent; [safety plan checked|supports listed|will ring the line|agreed to check-ins until {day}].',
      'Grief for {their} [mother|brother|uncle|baby] [comes in waves|is near the surface as the date nears|was named for the first time today].',
      'Hearing voices [at night|less|when tired]; [knows they pass|clinic aware|drawing helps].',
      'Mental health care plan [in place|has {m} sessions left|expired]; [psychologist list given|wants evenings].',
      'Talked about [worry|shame|anger|being on guard] and what [helps|{they} {has} tried|{their} grandmother would say].',
      'Said "[I am tired of starting again|some days I just hide|it was a good week for once|I can feel my shoulders come down]".',
      'Hospital [admission ended {day}|discharge summary received|was voluntary, {n} days]; [follow-up within a week|case manager named].',
      'Group was [too loud|better than {they} feared|full of laughter]; [will try once more|wants one to one|made a friend].',
      'Has not left the room for {m} days; [food left at the door|agreed to a walk|crisis team consulted].',
      'Counselling [session {n}|ended by agreement|paused]: [values work|sleep diary|letter {they} did not send|what a safe week looks like].',
    ],
  ),
  ...sentences(
    ['MENTAL_HEALTH', 'MEDICATION'],
    [
      'Stopped [sertraline|quetiapine|mirtazapine] {m} weeks ago because [of weight gain|it made {them} numb|scripts cost too much]; [GP told|advised not to stop at once].',
      'Depot [given|due {day}|moved to three-monthly]; [no side effects|stiff for two days].',
      'Started [escitalopram|venlafaxine|lithium], week {m}; [early nausea|some lift|bloods {day}].',
    ],
  ),
];

export const alcoholAndDrugs: readonly Sentence[] = sentences(
  ['AOD'],
  [
    'Drinking [most nights|only on weekends|{n} standard drinks a day|less since moving]; [wants to cut down|not ready to change|diary started].',
    '{m} weeks without [ice|alcohol|gear|GHB]; [proud|cravings at night|avoiding the old house].',
    'Lapsed on {night}; [rang the next day|no shame in the room|went back to the plan].',
    'Detox bed [available {day}|list is {n} weeks|declined for now|completed].',
    'Pharmacotherapy [dose stable|changed chemist|missed two days]; [takeaways discussed|naloxone given and shown].',
    'Uses [cannabis to sleep|speed for night shifts|benzos bought from a friend]; [risks talked through|testing kit offered|wants one thing at a time].',
    'Needle exchange [used|kit given]; [vein care|hep C test offered and taken].',
    'AUDIT-C {n}; [brief advice|surprised by the number|drinks alone].',
    'Rehab [assessment {day}|week {m}|left early, wants to return]; [bag packed|dog minded by a mate].',
    'Family [does not know about the drinking|is proud of {them}|drinks at every gathering]; [practised saying no|plan for {night}].',
  ],
);
