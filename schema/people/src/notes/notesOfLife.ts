import { type Sentence, sentences } from './Sentence.ts';

export const children: readonly Sentence[] = sentences(
  ['CHILD_WELLBEING'],
  [
    '{Their} {child} [started kinder|missed {m} days of school|loves the new teacher|is being bullied]; [uniform voucher|school rung with {their} ok|meeting {day}].',
    'Baby [gaining well|not settling|had needles today]; [nurse visits {day}|sleep school list|feeding going fine].',
    'Contact with the children [at the centre each {day}|moved to fortnightly|was a joy|did not go ahead].',
    'Child protection [closed|case plan reviewed|worker changed again]; [{they} kept every appointment|reunification is the aim|next meeting {day}].',
    'The {child} [wets the bed since the move|has nightmares|is reading now|sees the school counsellor].',
    'Playgroup [each {day}|too far without a car]; [made a friend there|toys lent].',
    'Childcare place [found|from {month}|too dear at {amount}].',
    '{Their} {child} is caring for {them} more than a child should; [young carer service named|talked about what {they} would like].',
    'Speech [therapy list {n} months|doing well]; [paediatrician {day}|hearing passed].',
  ],
);

/** For a person who is not yet at school. */
export const ofAnInfant: readonly Sentence[] = sentences(
  ['CHILD_WELLBEING', 'HEALTH'],
  [
    '{Client} [gaining weight|crawling|walking|says a few words|smiley]; [nurse visit {day}|needles up to date|mum proud].',
    'Sleep [in patches|better with a routine]; [cot found|safe sleeping talked through|Nan takes the early shift].',
    '{Client} [settled on the rug|clung to mum|played with the blocks|slept through]; [warm with each other|mum tired|book given].',
    'Kinder [place from {month}|{m} mornings|waiting on papers]; [fee relief|{client} loves the sandpit].',
    'Nappies and formula [given|{amount} voucher]; [rash cleared|GP {day}].',
  ],
);

/** For a school child. */
export const ofAChild: readonly Sentence[] = [
  ...sentences(
    ['CHILD_WELLBEING'],
    [
      '{Client} [likes the new school|missed {m} days this term|has one good friend|is in the footy team]; [uniform sorted|teacher rung|reading level up].',
      "Played [with the doll's house|Uno|with clay|outside] for most of the hour; [chatty|watchful at first|asked when we meet again].",
      'Mum [says {they} sleep{s} through now|worries about screens|asked about speech]; [ideas shared|list given|referral talked about].',
      '{Client} drew [the house with no door|a family of dogs|{their} bedroom|a big wave] and [told the story of it|kept it|gave it a title].',
      '{Client} [will not eat at school|has trouble with maths|was awarded a prize|fell asleep in class]; [school aware|lunch organised|certificate on the fridge].',
      'Bed-wetting [has stopped|most nights since the move]; [no blame|mattress cover given].',
      'Goals this term: [swim a lap|two friends to visit|back to school three days].',
    ],
  ),
  ...sentences(
    ['HEALTH', 'CHILD_WELLBEING'],
    [
      'Needles [up to date|caught up today]; [lollipop|brave].',
      "Asthma plan [given to school|updated]; [spacer at Nan's too|no attacks since {month}].",
      'Hearing test [passed|{day}]; [glue ear last year|sits at the front].',
    ],
  ),
  ...sentences(
    ['HOUSING', 'CHILD_WELLBEING'],
    [
      'Shares one room with [two brothers|{their} mother|the baby]; [wants a desk|quiet corner made|bunk bed found].',
      '[Third|Second|Fourth] school in two years because of moves; [stay-at-school money asked for|bus pass given].',
    ],
  ),
];

export const legal: readonly Sentence[] = sentences(
  ['LEGAL'],
  [
    'Court [{day}|adjourned to {month}|over]; [duty lawyer|legal aid granted|support letter written|went in with {them}].',
    'On a corrections order until {month}; [all appointments kept|community work at the op shop|one warning].',
    'Visa: [bridging|permanent residence granted|partner visa in doubt]; [migration lawyer {day}|papers copied|frightened of letters].',
    'VCAT hearing [{day}|won|by phone]; [evidence bundled|{they} spoke well|agent did not appear].',
    'Parenting matter [listed for {month}|settled at mediation]; [no comment taken on the merits|lawyer has the file].',
    'Victims of crime claim for [the robbery|the assault at the station] [lodged|paid].',
    'Charged with [driving unlicensed|shop theft|breach of bail]; [first offence|plea {day}].',
  ],
);

export const services: readonly Sentence[] = [
  ...sentences(
    ['SERVICE_USE'],
    [
      'Referred to [financial counselling|the tenancy service|the legal centre|a walking group|the neighbourhood house]; [consent given|waits {m} weeks|they will ring {them}].',
      '[Also seen by|Has a worker at] [the community health centre|the legal centre|the neighbourhood house|the job network]; [care team {day}|will ask before sharing|who does what written down].',
      'Did not attend [{day}|twice now|the group]; [text sent|no answer|left message with no service name].',
      'Wants [one worker, not four|a worker who stays|to close soon|to be asked before we ring others].',
      'Case [closing|on hold|reopened]: [goals met|moved out of area|asked to come back].',
      'Care team: [{n} people in the room|went over time|{client} chaired it]; actions [shared|with dates].',
    ],
  ),
  ...sentences(
    ['SERVICE_USE', 'HEALTH'],
    ['NDIS [access request lodged|plan review {month}|knocked back]; [reports gathered|coordinator named].'],
  ),
];

export const contact: readonly Sentence[] = sentences(
  ['CONTACT'],
  [
    'New number [from {day}|given by text]; [old phone stolen|changed provider].',
    'Best reached [after {time}|by text|through {their} sister|in school hours].',
    'Phone [cut off until pay day|shared with {their} cousin|often flat]; [email instead|leave it at the desk].',
    'Prefers [texts|calls|letters in large print]; [hates voicemail|asks that we say who is calling].',
  ],
);

export const interpreting: readonly Sentence[] = sentences(
  ['CULTURAL_IDENTITY'],
  [
    '{language} interpreter [booked|on the phone|did not show]; [same one asked for|knows the family, so another was found|letter read out in full].',
    'Spoke through {language} interpreter, [slow and clear|poor line, will go over it again|{they} corrected the dates].',
    'Wants letters in {language}; [translated sheet given|daughter reads them, which {they} do{es} not like|audio message works].',
  ],
);

export const culture: readonly Sentence[] = sentences(
  ['CULTURAL_IDENTITY'],
  [
    'Talked about [home|faith|family|food|{their} grandparents] and what [keeps {them} strong|is missed|a good week looks like].',
    'Feast on {day}; [no appointments|brought sweets|explained the fast].',
    'Asked for a worker [of {their} own community|outside {their} community]; [arranged|not possible yet|talked through why].',
    'Community [has gathered money for the fare|is small and talks, so meets away from it|offers meals].',
  ],
);

/** For people who told a worker they are Aboriginal. */
export const firstPeoplesCulture: readonly Sentence[] = sentences(
  ['CULTURAL_IDENTITY'],
  [
    'Yarned about [Country|family|Nan|the footy carnival] and what [keeps {them} strong|a good week looks like].',
    'Liaison worker [yarned with {them}|joined|invited for {day}]; [felt heard|Elder may join].',
    'Sorry business, [away until {day}|no calls this week]; [left word that we are here|fares helped].',
    '[Asked|Offered] to be linked with the Aboriginal co-operative; [yes|has cousins working there, so no|will think about it].',
  ],
);

export const strengths: readonly Sentence[] = sentences(
  [],
  [
    '{Client} [laughed today|was hopeful|spoke of small wins|had made a list].',
    '{They} [handled that call on {their} own|kept going in a hard week|asked good questions|brought scones].',
    '[Guarded|Quiet|Talkative|Tired|Agitated at first] [but warmed up|throughout|and then tearful].',
    'Unkempt, [smelling of smoke|in the same clothes]; [shower and laundry offered|hungry, ate two bowls].',
    'Ct non-compliant with plan. [Warned re closure.|Motivation poor.|Third reminder.]',
    '{Client} [set the pace|led the talk|knew what {they} wanted|changed {their} mind, which is fine].',
  ],
);
