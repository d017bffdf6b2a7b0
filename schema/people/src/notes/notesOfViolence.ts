import { type Sentence, sentences } from './Sentence.ts';

/**
 * Sentences that describe family violence against the person on file: acts, threats, control and aftermath, in plain words and
 * in professional terms. Some name it and many do not. Each one alone makes its note one that describes family violence.
 */
export const experiencing: readonly Sentence[] = [
  ...sentences(
    ['FV_RISK', 'FV_NARRATIVE'],
    [
      '{Client} [said|told me|disclosed] that {other} [pushed|shoved|grabbed|slapped] {them} [against the wall|by the arm|in front of visitors|in the kitchen] on {night}.',
      '{Other} [goes through|checks] {their} phone [every night|when {they} {is} asleep] and [deletes numbers|wants to know who called|has put an app on it].',
      '{Other} told {them} [no one would believe {them}|{he} would find {them} wherever {they} went|{he} would kill the dog|it would be worse next time].',
      'Bruising to [{their} upper arm|{their} wrist|the side of {their} face]; [first said a cupboard door, then said {other} had done it|{they} said {other} "gets like that" after the football|later said it was {other}].',
      '{Other} [put {his} hands round {their} neck|choked {them}|held a pillow over {their} face] [last {day}|in {month}|on {night}, "only for a second"]; [said the room went dark|voice was hoarse for days|did not see a doctor|thought {they} would die].',
      '{Other} [waits outside {their} work|follows {them} to the shops|turned up at {their} English class|drives past most nights]; [{they} {has} kept dates|same car each time|{they} now leave{s} by the back].',
      'DV [from|by] {other} [x {m} years|ongoing|++ since {month}]. [Ct minimises.|Ct has left x {m}.|Ct keeps going back.]',
      'FV disclosed: [verbal and physical|physical, financial and emotional|emotional, some physical] abuse by {other}. [Partial MARAM done.|Needs full MARAM.|To discuss with {colleague}.]',
      '{Other} keeps [{their} keycard|{their} passport|the car keys] and [{they} {is} not allowed out alone|times {them} at the shops|rings every hour].',
      '{They} {is} "walking on eggshells": [plates thrown|holes in the doors|kicked the dog|broke {their} phone] when {other} is [angry|told no|drinking].',
      '{Client} is not allowed to [see {their} sister|work|study|answer the door]; [{other} says it is for {their} own good|{other} decides, and shouts until {they} give{s} in].',
      'Afraid to go home {day}: [{other} said "wait till I get you home"|{other} found the letter from us and tore it up in {their} face|last time {they} {was} late {other} hit {them}].',
      '{Client} said "[I just want it to stop|it is different when there is no drink|I know what happens if I say no|I hide the knives when the cricket is on]" [and described {night}: {other} dragged {them} by the hair|when asked about {other} hitting {them}].',
      '{Other} threatened [suicide|to burn the house down|to send the photos to everyone] if {they} leave{s}; [serious risk|third time this month|{they} take{s} it seriously].',
      '{Client} cancelled three times; today explained that {other} [would not let {them} come|had hidden {their} shoes and keys|listens in on calls].',
      '{Their} family [sides with {other}|says to be patient and keep the peace]; {they} {was} hit [again on {night}|with a belt|in front of them].',
      '[Low voice throughout|Spoke from the bathroom with the tap on|Kept looking at the door]: {other} [was in the next room|does not know {they} call{s}], [threw a chair at {them} on {night}|has said {he} will "finish it"].',
      '{They} {has} stopped [cooking fish|wearing make-up|laughing on the phone|locking the bathroom] because of how {other} [reacts|punishes it|"loses it"].',
    ],
  ),
  ...sentences(
    ['FV_RISK', 'FV_NARRATIVE', 'FINANCE'],
    [
      '{Client} has to ask {other} for [every dollar|petrol money|money for the chemist] and [show the receipts|gets {amount} a week on a good week].',
      '{Other} [has taken over {their} bank account and screams when asked|shouts at and shoves {them} when asked for money back|took out {amount}0 in {their} name and threatened {them} when it came out]; {they} {is} [frightened|ashamed|making excuses].',
    ],
  ),
  ...sentences(
    ['FV_RISK', 'FV_NARRATIVE', 'HOUSING'],
    [
      'Slept in the car {m} nights because [of what {other} does after drinking|{other} locked {them} out again|{other} had been smashing things].',
      'Moved out {m} weeks ago after {other} [threatened {them} with a knife|punched {them}|broke the door]; [staying with family|no one has the new address|left everything behind].',
      '{Other} [moved back in and controls who visits|will not leave though the lease is {theirs}, and breaks things when asked]; [afraid of losing the unit|notice for damage came to {them}].',
    ],
  ),
  ...sentences(
    ['FV_RISK', 'FV_NARRATIVE', 'LEGAL'],
    [
      'Police attended {night} after [neighbours rang|{client} ran next door]; [L17 received|{other} removed for the night|safety notice issued against {other}].',
      '{Other} has breached the order [this week|since {day}]: [{n}0 messages|waited at the station|fake profiles]; [screenshots kept|reported|{they} {is} too scared to report].',
      'Wants [to drop the intervention order|the order varied] because {other} [has said sorry|says {he} will "get {them}" otherwise|rings from a blocked number]; [hit {them} in {month}|duty lawyer {day}].',
      'Victim of DV. Perp ({other}) [known to police|breached IVO|on bail]. [Advised to leave.|Given numbers.|Wants no action.]',
    ],
  ),
  ...sentences(
    ['FV_RISK', 'FV_NARRATIVE', 'SERVICE_USE'],
    [
      'DV victim, perp = {other}. [Referral to FV service declined.|Referred to specialist FV service, consent given.|Orange Door number given.]',
    ],
  ),
];

/** Used only where the other is a current or former partner. */
export const experiencingFromPartner: readonly Sentence[] = [
  ...sentences(
    ['FV_RISK', 'FV_NARRATIVE'],
    [
      '{Other} does not take no for an answer in bed; {client} [had never told anyone|asked whether that counts|does not want police].',
      '{Other} [says {they} {is} sleeping around|accuses {them} of affairs] and [smells {their} clothes|tracks the car|makes {them} ring on video].',
      '{Other} [hid {their} pills|will not let {them} use contraception|says no one else would want {them}] and [grabs {them} when {they} argue{s}|punches the wall beside {them}].',
    ],
  ),
  ...sentences(
    ['FV_RISK', 'FV_NARRATIVE', 'CHILD_WELLBEING'],
    [
      '{Other} uses changeover to [abuse and film {them}|threaten {them} through the car window]; the {child} [cries before and after|has seen it|is told to report on {them}].',
      '{Other} said {they} would [lose|never see] the kids if {they} left, [and grabbed the {child} to stop {them}|then punched the car with them all in it].',
    ],
  ),
];

/** The same about a child or young person, in their own words or somebody else's. */
export const childExperiencing: readonly Sentence[] = sentences(
  ['FV_RISK', 'FV_NARRATIVE', 'CHILD_WELLBEING'],
  [
    '{Client} [goes to {their} room|takes the little ones outside|puts {their} headphones on] when dad [hits|screams at|throws things at] mum.',
    '{Client} told the [teacher|counsellor|nurse] that dad [broke the door|pushed mum down the step|said he would hurt mum] on {night}.',
    'Mum said {client} saw [him hit her|him hold her by the throat|the police take him away after he hit her] and [has not slept since|will not be left alone|asks if he is coming back].',
    '{Client} [flinched|froze] when a door banged and said "[that is what dad does|dad is not here, is he|mum cries after]"; mum then spoke of the [hitting|threats] at home.',
    'Talked about home with the feelings cards: dad hurts mum "[lots of times|when the baby cries|when he has been out]".',
    'Children present at the assault on {night}: {client} [tried to get between them|rang 000|was in the hall] when {other} attacked mum.',
    "{Client} [stays home from school to look after mum|sleeps at Nan's on weekends|carries the phone in case] because of dad's [temper|violence|threats].",
    "Dad [threatened mum|smashed mum's phone] at changeover; {client} [would not get in the car|was sick before it|said nothing for an hour].",
  ],
);

/** About a child too young to speak about it. */
export const infantExperiencing: readonly Sentence[] = sentences(
  ['FV_RISK', 'FV_NARRATIVE', 'CHILD_WELLBEING'],
  [
    'Mum was holding {client} when {other} [pushed|hit|spat at] her on {night}; [no injury|checked by GP|mum blames herself].',
    '{Client} [startles at raised voices|cries when a man comes in|clings since the move]; mum says {other} [screams at her at night|broke the cot in {month}|choked her in front of {them}].',
    "Mum feeds {client} [in the car|at the neighbour's] when {other} [is in a rage|has been drinking], because of what he has done to her before.",
    '{Other} [took {client} for the night to frighten mum|threatened to take {client} overseas|will not let mum see the nurse alone].',
  ],
);

/** By or about the person who uses violence. */
export const using: readonly Sentence[] = [
  ...sentences(
    ['FV_RISK', 'FV_NARRATIVE'],
    [
      '{Client} [said|admitted] {they} had [pushed|hit|grabbed] {other} [on {night}|during an argument about money|"but not hard"]; [puts it on {other}|some shame|says it will not happen again].',
      "{Client} [rings {other} {n} times a day|checks where {other} is by phone|goes through {other}'s bag] and [sees nothing wrong in it|calls it love|gets angry when that is questioned].",
      '{Client} spoke of {other} [as the problem|with contempt]; [described smashing {other}\'s phone|said {they} "lost it" and put a hole in the door beside {other}|said {other} "needed a slap"].',
      "{Client} keeps {other}'s [pay|bank card|keys], says [{other} cannot handle money|it is {their} house]; [screams when questioned|{other} has to ask for food money].",
      '"I only shove when pushed," said {client} of [{night}|the weekend]; {other} [needed stitches|left the house|locked the bathroom door].',
      'Talked about the moment before {they} hit{s} {other}: [jaw, heat, the same sentence each time|the drive home|drink and the phone]. [First time {they} {has} said "hit".|Wants to stop.|Still says {other} starts it.]',
    ],
  ),
  ...sentences(
    ['FV_RISK', 'FV_NARRATIVE', 'LEGAL'],
    [
      'Respondent on an IVO protecting {other}; [breached on {night} by going to the house|charged with breach after {n}0 messages|says {other} asked {them} to come].',
      'Police report received: {client} named as [other party|perpetrator] in the [assault on|threats to] {other} on {night}.',
    ],
  ),
  ...sentences(
    ['FV_RISK', 'FV_NARRATIVE', 'SERVICE_USE'],
    [
      'Behaviour change week {n}: {client} [named the choking for the first time|spoke of how {other} goes quiet when {they} come{s} in|said {other} is scared of {them}].',
    ],
  ),
];

/** Follows a description of violence in the notes of workers who plan safety with people. */
export const safetyPlan: readonly Sentence[] = sentences(
  ['SAFETY_PLAN', 'FV_RISK'],
  [
    "Safety plan: [bag packed at a friend's|code word with the neighbour|spare key at {their} sister's|car parked facing out].",
    'Location sharing turned off on [phone and tablet|the old phone|the car]; [passwords changed at the library|new email made].',
    'Agreed what to do if {other} turns up: [000 first|neighbour comes over|out through the laundry|staff walk {them} to the car].',
    'Plan reviewed: [still fits|new way home|work now knows|locks changed {day}].',
    "Copies of [papers|passport|bank letters] kept [with us|at the lawyer's|by {their} aunt].",
    'Signal agreed: [a missed call|the porch light|a thumbs-up] means [ring 000|come over|all safe].',
  ],
);
