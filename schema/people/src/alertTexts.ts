/** The vocabulary's alerts that this demonstration raises, other than those for family violence. */
export type OtherAlertCode =
  | 'CHILD_WELLBEING'
  | 'SUICIDE_SELF_HARM'
  | 'MEDICAL'
  | 'WORKER_SAFETY_PERSON'
  | 'WORKER_SAFETY_PREMISES'
  | 'COMMUNICATION_SAFETY'
  | 'COURT_ORDER'
  | 'CULTURAL_SAFETY'
  | 'INTERPRETER'
  | 'LEGAL_GUARDIAN'
  | 'DATA_CORRECTION_PENDING';

export type AlertCode = OtherAlertCode | 'FAMILY_VIOLENCE_EXPERIENCING' | 'FAMILY_VIOLENCE_USING';

/** Brief and factual, as an alert should be; templates for `fillTemplate`. */
export const alertTexts: Readonly<Record<AlertCode, readonly string[]>> = {
  FAMILY_VIOLENCE_EXPERIENCING: [
    'Experiencing violence from {other}. [See safety plan before contact.|Check it is safe to talk before each call.]',
    '[Disclosed|Told intake of] threats and [controlling behaviour|monitoring of phone|stalking] by {other}.',
    'Violence by {other} [assessed with MARAM|under assessment]; [no shared calls or joint appointments|do not confirm attendance to anyone].',
    '{Other} [has made threats about leaving|uses children to keep contact|has a history of breaching the order].',
    'Living apart from {other} because of violence; new address not to be [written in shared files|given out].',
  ],
  FAMILY_VIOLENCE_USING: [
    'Using violence towards {other}. No joint appointments.',
    '[Assessed|Reported by police] as using violence towards {other}; [engaged in behaviour change|waitlisted for behaviour change].',
    'Intervention order names {them} as respondent; {other} is the protected person. Do not pass on information about {other}.',
  ],
  CHILD_WELLBEING: [
    'Child missing school [most weeks|since term began]; wellbeing [plan with school|check due].',
    'Concern for [baby|youngest child]: [feeding and weight|sleeping arrangements|missed health checks].',
    'Child protection involved; [case conference monthly|check who may collect the children].',
    'Children staying with [grandmother|aunt] under a [voluntary|family] arrangement.',
  ],
  SUICIDE_SELF_HARM: [
    'Thoughts of suicide disclosed; safety plan made. [Follow up missed appointments the same day.|Supports listed in plan.]',
    'Attempt in the past [year|two years]; [asks to be checked on after bad news|risk rises around anniversaries].',
    'Self-harm [by cutting|by overdose], [current|recent]; [crisis team aware|GP aware].',
  ],
  MEDICAL: [
    'Epilepsy: [call an ambulance if a seizure lasts over five minutes|carries a seizure plan].',
    'Severe allergy ([peanuts|bee stings|penicillin]); carries [adrenaline|a medical card].',
    'Insulin-dependent diabetes; [may need food during appointments|keep insulin refrigerated].',
    '[Heart condition|Severe asthma]; [cannot use stairs|needs reliever at hand].',
    'Recovering from surgery; [no lifting|district nurse {day}s].',
  ],
  WORKER_SAFETY_PERSON: [
    'Has [threatened|shouted at and followed] staff; see [in pairs|at the office only].',
    'Can become [aggressive|agitated] when [refused|waiting]; [a calm start and a clear end help|use the front interview room].',
  ],
  WORKER_SAFETY_PREMISES: [
    '[Unrestrained dog|Two large dogs] at the home; ring first.',
    'No mobile coverage and [no lighting|a locked gate]; visit in [daylight|pairs].',
    '[Used needles seen in stairwell|Others who visit the home have threatened workers]; meet elsewhere.',
  ],
  COMMUNICATION_SAFETY: [
    'Do not leave voicemail [or send SMS|or letters]; [text "call when free"|phone between 10 and 2] only.',
    'Phone is [shared|checked by someone else]. No service name in [messages|letters].',
    'Contact by [email|phone] only, [school hours|weekday mornings]; no mail to the home.',
  ],
  COURT_ORDER: [
    '[Interim|Final] intervention order [in force|until next hearing]; copy on file.',
    '[Community corrections order|Bail conditions]: [curfew|reporting days] affect appointments.',
    'Parenting orders in place; check before [sharing school details|handing over children].',
  ],
  CULTURAL_SAFETY: [
    'Asked to work with [a woman|a worker from outside {their} community]; [small community, privacy matters|family known to staff].',
    'Wants [a family member|an Elder|a community worker] present at meetings.',
    '[Religious observance on {day}s|Prayer times]; plan appointments around it.',
  ],
  INTERPRETER: [
    'Interpreter needed: {language}[, female only|, by telephone|, not from the local community|].',
    '{language} interpreter for anything to be signed.',
  ],
  LEGAL_GUARDIAN: [
    '[Guardian|Administrator] appointed for [accommodation|finances|health decisions]; contact before decisions.',
    '[Public guardian|Sister] makes decisions on [services|accommodation] under an order.',
  ],
  DATA_CORRECTION_PENDING: [
    'Person disputes [date of birth|an old note|a past tenancy] on file; correction [under way|asked for].',
    'Name [changed|being changed]; documents awaited.',
  ],
};

/** For the certainty HISTORICAL, where a code's usual texts speak of the present. */
export const historicalTexts: Readonly<Partial<Record<AlertCode, readonly string[]>>> = {
  FAMILY_VIOLENCE_EXPERIENCING: [
    'Violence by {other} in the past; [no contact since {month}|order expired, no breach|still careful about the address].',
    '[Earlier episode|Closed case] for violence by {other}; [ask again at each review|no current risk identified].',
  ],
  FAMILY_VIOLENCE_USING: [
    'Past violence towards {other}; [behaviour change completed|no report since {month}]. Book apart.',
    'Named as respondent in an order that has [expired|ended]; [no breach on record|ask again at review].',
  ],
  SUICIDE_SELF_HARM: [
    'Past attempt, [more than five years ago|as a teenager]; [no current thoughts at last review|asks to be asked plainly].',
    'Self-harm in the past; none for {m} years. [Early signs: not sleeping, not answering.|Sister is the support person.]',
  ],
};
