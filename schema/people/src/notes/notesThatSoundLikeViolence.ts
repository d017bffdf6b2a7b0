import { type Sentence, sentences } from './Sentence.ts';

/**
 * Hard negatives: words of family violence where none is described for the person on file. It is denied, about another person,
 * screening boilerplate, another kind of violence, or the subject of a course.
 */
export const soundsLikeViolence: readonly Sentence[] = [
  ...sentences(
    ['FV_RISK'],
    [
      'FV screen completed: nil.',
      'FV screening done at intake, nil disclosed.',
      'MARAM screening: no family violence identified.',
      'Screening questions asked [in private|with the door closed]: [no to all|nil concerns|negative].',
      'Asked about safety at home; {client} said [there is no violence|{they} {has} never been afraid of anyone there|things are good at home].',
      'Denied any [DV|family violence|fear of partner]. [No indicators seen.|Will ask again another time.|Relaxed when asked.]',
      'No current FV. No IVO.',
      'Nil hx of DV.',
      'FV risk: [none identified|not indicated|n/a].',
      'IVO [field blank|question asked, none]; [no concerns re home|feels safe].',
      '{Client} said arguments at home are [about dishes and money, nobody is afraid|loud but never more than words; all feel safe].',
      'Upset about a [neighbour|friend|workmate], whose husband [hits her|was arrested for assault]; [talked about how to support her|number for the line given to pass on].',
      "{Their} sister's ex [has been violent to her|breached his order]; {client} [is not at risk|has no contact with him].",
      '{Client} heard the couple next door fighting, [thuds and screaming|police came]; shaken, [not involved|no link to either].',
      'A friend was killed by her partner in {month}; [grief work|the funeral was {day}|angry at the system].',
    ],
  ),
  ...sentences(
    ['LEGAL'],
    [
      'Assaulted by a stranger [at the station|outside the pub] on {night}; [not known to {them}|police statement made].',
      'Threatened by [another resident|a drug dealer|a former boss]; [no family link|manager told|wants to move rooms].',
      '[Personal safety order against the man next door|Stalked by a stranger online]; [not family|police have it].',
    ],
  ),
  ...sentences(
    ['SERVICE_USE'],
    [
      'Went to the [16 Days walk|family violence forum] [as a volunteer|with the choir|for {their} course].',
      '{Client} is studying community services and wrote {their} essay on coercive control; [asked for books|got a distinction].',
      'Gave {client} the [standard pack|intake pack], incl. FV brochure.',
      "{Client} volunteers at the op shop that raises money for the women's refuge.",
    ],
  ),
];

/** Violence long ago, for people old enough to have such a past. */
export const longPast: readonly Sentence[] = sentences(
  ['FV_RISK'],
  [
    'Grew up with a violent father; he died {years} years ago and {they} {has} made {their} peace with it.',
    'First marriage was violent; over these {years} years, no contact, [no fear now|"another life"].',
    'History notes DV in a relationship that ended {years} years ago; [nil since|no current risk].',
    'Left a violent home as a teenager; [long settled|talks to schools about it|does not want to dwell on it].',
  ],
);

export const childSoundsLikeViolence: readonly Sentence[] = [
  ...sentences(
    ['CHILD_WELLBEING'],
    [
      '{Client} loves [violent video games|wrestling on TV]; [limits talked through|school not worried].',
      'Pushed by another student [at recess|on the bus]; [school handled it|both said sorry].',
      'Learned about respectful relationships in class; [good questions|made a poster on violence].',
    ],
  ),
  ...sentences(
    ['FV_RISK'],
    [
      'Mum screened for FV [alone|by phone]: [nil|no to all].',
      'Parents separated {years} months ago, [amicable, no FV|both at handover, no fear].',
      'FV screen completed: nil.',
    ],
  ),
];
