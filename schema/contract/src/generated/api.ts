// Made from the SDL by `npm run compose`; edit the SDL.
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day, `YYYY-MM-DD`. */
  Date: { input: string; output: string; }
  /** A kind of information, such as `HOUSING` or `FV_RISK`: see `Query.vocabulary.categories`. */
  CategoryCode: { input: string; output: string; }
  /** An alert category the partners agreed, such as `COMMUNICATION_SAFETY`: see `Query.vocabulary.alerts`. */
  AlertCode: { input: string; output: string; }
  /** A national reason for seeking assistance, `1` to `26` or `99` (AIHW; METeOR 398625): see `Query.vocabulary.needs`. */
  NeedCode: { input: string; output: string; }
  /** An instant in UTC, such as `2026-11-22T10:00:00Z`. */
  DateTime: { input: string; output: string; }
  /** Why somebody asks, such as `SERVICE_COORDINATION`: see `Query.vocabulary.purposes`. */
  PurposeCode: { input: string; output: string; }
};

/**
 * One agency's own entry about one person. Each field is released or withheld by itself; what is withheld is null, and
 * looks the same as what the agency does not have.
 */
export type AgencyRecord = {
  /** Opaque and stable. It tells neither the agency nor its own record number. */
  readonly id: Scalars['ID']['output'];
  /** Who the person is, as this agency knows them. */
  readonly identity?: Maybe<Identity>;
  /** How to reach the person, and how it is unsafe to. */
  readonly contact?: Maybe<Contact>;
  /** Where the person lives. */
  readonly address?: Maybe<Address>;
  /** Since when and in which programme this agency works with the person, and which worker to call. */
  readonly involvement?: Maybe<Involvement>;
  /** Periods of support, newest first. */
  readonly episodes?: Maybe<ReadonlyArray<Episode>>;
  /** What the person needs, as this agency recorded it. Each need carries its own kinds of information. */
  readonly needs?: Maybe<ReadonlyArray<Need>>;
  /** Alerts this agency holds, those with any of the statuses given; all, where none is. Each alert carries its own kinds of information. */
  readonly alerts?: Maybe<ReadonlyArray<Alert>>;
  /**
   * Case notes, newest first: at most `first` of them (1 to 200), after the first `skip`. Both count only what is released to you.
   * Each note carries its own kinds of information.
   */
  readonly notes?: Maybe<ReadonlyArray<Note>>;
  /**
   * Questions for the worker in charge: what in this record speaks of something that no alert names. Nothing follows from them by
   * itself. Each carries its own kinds of information.
   */
  readonly prompts?: Maybe<ReadonlyArray<Prompt>>;
  /** Alerts that wait for a team leader of the agency, or were returned by one. Each carries its own kinds of information. */
  readonly waitingAlerts?: Maybe<ReadonlyArray<WaitingAlert>>;
  /** Where the person stays, from agencies with the housing module. */
  readonly housing?: Maybe<HousingSituation>;
  /** The agency whose record this is. Null where you may not know it. */
  readonly agency?: Maybe<Agency>;
  /** Why the record is, or was, linked, the newest first. Your own agency's records only; null for others. */
  readonly linkHistory?: Maybe<ReadonlyArray<LinkEvent>>;
};


/**
 * One agency's own entry about one person. Each field is released or withheld by itself; what is withheld is null, and
 * looks the same as what the agency does not have.
 */
export type AgencyRecordAlertsArgs = {
  status?: InputMaybe<ReadonlyArray<AlertStatus>>;
};


/**
 * One agency's own entry about one person. Each field is released or withheld by itself; what is withheld is null, and
 * looks the same as what the agency does not have.
 */
export type AgencyRecordNotesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  skip?: InputMaybe<Scalars['Int']['input']>;
};

/** Who the person is, as one agency knows them. */
export type Identity = {
  /** The name in use. */
  readonly name?: Maybe<PersonName>;
  /** Former names, other spellings and names the person goes by. */
  readonly alsoKnownAs?: Maybe<ReadonlyArray<PersonName>>;
  /** How to speak of the person, as they say it themself, such as `they/them`. Where it is null, ask; never guess it from anything else. */
  readonly pronouns?: Maybe<Scalars['String']['output']>;
  /** Day of birth; see `dateOfBirthAccuracy` before relying on it. */
  readonly dateOfBirth?: Maybe<Scalars['Date']['output']>;
  /** How good the day of birth is. */
  readonly dateOfBirthAccuracy?: Maybe<DateAccuracy>;
  /** Sex as recorded (METeOR 750032). */
  readonly sex?: Maybe<Sex>;
  /** Language the person is most at ease in, in English, such as `Vietnamese`. */
  readonly language?: Maybe<Scalars['String']['output']>;
  /** Cultural identity in the person's own words. */
  readonly culturalIdentity?: Maybe<Scalars['String']['output']>;
};

/** A person's name. */
export type PersonName = {
  /** Given name. */
  readonly given?: Maybe<Scalars['String']['output']>;
  /** Family name. */
  readonly family?: Maybe<Scalars['String']['output']>;
};

/** How good a date is. */
export type DateAccuracy =
  /** The day is known. */
  | 'EXACT'
  /** Some of it is an estimate. */
  | 'ESTIMATED'
  /** Nobody knows. */
  | 'UNKNOWN';

/** Sex as recorded (METeOR 750032). */
export type Sex =
  /** Code 1. */
  | 'MALE'
  /** Code 2. */
  | 'FEMALE'
  /** Code 3. */
  | 'ANOTHER_TERM'
  /** Code 9. */
  | 'NOT_STATED';

/** How to reach the person. */
export type Contact = {
  /** Telephone number, as the agency wrote it. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** E-mail address. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /** Ways that are unsafe, because somebody else may hear, read or find it. Empty: none is on file, which does not mean that none is unsafe. */
  readonly unsafe?: Maybe<ReadonlyArray<ContactWay>>;
  /** When and how it is safe to reach the person, in their own words. Null: nothing is on file, which does not mean that any time is safe. */
  readonly safeWhen?: Maybe<Scalars['String']['output']>;
};

/** A way of reaching somebody. */
export type ContactWay =
  /** A message on the answering service. */
  | 'VOICEMAIL'
  /** A text message. */
  | 'SMS'
  /** A letter to the address. */
  | 'LETTER';

/** Where the person lives. For some people nothing is more dangerous to release. */
export type Address = {
  /** Street and number, or a description. */
  readonly line?: Maybe<Scalars['String']['output']>;
  /** Suburb or town. */
  readonly suburb?: Maybe<Scalars['String']['output']>;
  /** State or territory, such as `VIC`. */
  readonly state?: Maybe<Scalars['String']['output']>;
  /** Postcode. */
  readonly postcode?: Maybe<Scalars['String']['output']>;
};

/** An agency's work with the person. That an agency knows somebody at all can be sensitive. */
export type Involvement = {
  /** The programme that works with the person. */
  readonly programme?: Maybe<Scalars['String']['output']>;
  /** First day. */
  readonly since?: Maybe<Scalars['Date']['output']>;
  /** Last day; null while it goes on. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  /** The worker to call. */
  readonly worker?: Maybe<Worker>;
};

/** A worker of an agency. */
export type Worker = {
  /** The worker's name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The worker's role, in the agency's words. */
  readonly role?: Maybe<Scalars['String']['output']>;
  /** The worker's telephone number at work. */
  readonly phone?: Maybe<Scalars['String']['output']>;
};

/** A period of support. */
export type Episode = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** The programme. */
  readonly programme?: Maybe<Scalars['String']['output']>;
  /** Where the period stands (FHIR EpisodeOfCare.status). */
  readonly status?: Maybe<EpisodeStatus>;
  /** First day. */
  readonly start?: Maybe<Scalars['Date']['output']>;
  /** Last day; null while it goes on. */
  readonly end?: Maybe<Scalars['Date']['output']>;
};

/** Where a period of support stands (FHIR EpisodeOfCare.status). */
export type EpisodeStatus =
  /** Agreed, not begun. */
  | 'PLANNED'
  /** Waiting for a place. */
  | 'WAITLIST'
  /** Going on. */
  | 'ACTIVE'
  /** Paused. */
  | 'ONHOLD'
  /** Completed. */
  | 'FINISHED'
  /** Called off. */
  | 'CANCELLED'
  /** Never so; kept for the history. */
  | 'ENTERED_IN_ERROR';

/** Something the person needs. */
export type Need = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Every kind of information it tells. It is released only where all of them are. */
  readonly about: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** National reason for seeking assistance. */
  readonly code?: Maybe<Scalars['NeedCode']['output']>;
  /** Day it was identified. */
  readonly identifiedOn?: Maybe<Scalars['Date']['output']>;
  /** Day it was met; null while it is not. */
  readonly metOn?: Maybe<Scalars['Date']['output']>;
};

/** Something everybody who works with the person should know, for somebody's safety. */
export type Alert = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Every kind of information it tells. It is released only where all of them are. */
  readonly about: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** What the alert is, in the categories the partners agreed. */
  readonly code?: Maybe<Scalars['AlertCode']['output']>;
  /** How sure the agency is. */
  readonly certainty?: Maybe<AlertCertainty>;
  /** How grave it is. */
  readonly severity?: Maybe<AlertSeverity>;
  /** Where it stands. An alert whose review is overdue stays as it is: overdue never means that there is no risk. */
  readonly status?: Maybe<AlertStatus>;
  /** The facts, in brief. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Day it was raised. */
  readonly raisedOn?: Maybe<Scalars['Date']['output']>;
  /** Role of who raised it. */
  readonly raisedBy?: Maybe<Scalars['String']['output']>;
  /** Day by which it should be reviewed. */
  readonly reviewDue?: Maybe<Scalars['Date']['output']>;
  /** Day from which it no longer holds unless it is extended. */
  readonly expires?: Maybe<Scalars['Date']['output']>;
  /** Day it was ended. */
  readonly endedOn?: Maybe<Scalars['Date']['output']>;
  /** Why it was ended. */
  readonly endedReason?: Maybe<Scalars['String']['output']>;
  /** The people it concerns, by their part in it. */
  readonly concerns?: Maybe<ReadonlyArray<ConcernedPerson>>;
};

/** A person's part in an alert. Other people are never named here. */
export type ConcernedPerson = {
  /** The part. */
  readonly role?: Maybe<ConcernedRole>;
  /** True where this is the client whose alert it is. */
  readonly isClient?: Maybe<Scalars['Boolean']['output']>;
};

/** A person's part in an alert. */
export type ConcernedRole =
  /** Experiences violence or harm. */
  | 'VICTIM_SURVIVOR'
  /** Uses violence. */
  | 'USING_VIOLENCE'
  /** A child. */
  | 'CHILD'
  /** Somebody else, or nothing is recorded. */
  | 'OTHER';

/** How sure the agency is of an alert. */
export type AlertCertainty =
  /** There are signs. */
  | 'INDICATED'
  /** The person said so. */
  | 'DISCLOSED'
  /** A worker assessed it. */
  | 'ASSESSED'
  /** It was so once. */
  | 'HISTORICAL'
  /** It turned out not to be so. */
  | 'RULED_OUT'
  /** It was wrong, such as a misidentified person; the right alert stands beside it. */
  | 'CORRECTED';

/** How grave an alert is. */
export type AlertSeverity =
  /** Good to know. */
  | 'LOW'
  /** Take care. */
  | 'MEDIUM'
  /** Act on it today. */
  | 'HIGH'
  /** Somebody's life may be in danger now. */
  | 'CRITICAL';

/** Where an alert stands. */
export type AlertStatus =
  /** It holds. */
  | 'ACTIVE'
  /** It holds, and is being reviewed. */
  | 'UNDER_REVIEW'
  /** It was ended. */
  | 'CLOSED'
  /** Never so; kept for the history. */
  | 'ENTERED_IN_ERROR';

/** A case note. */
export type Note = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Every kind of information it tells. It is released only where all of them are. */
  readonly about: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** Day it was written. */
  readonly writtenOn?: Maybe<Scalars['Date']['output']>;
  /** Role of who wrote it. */
  readonly writtenBy?: Maybe<Scalars['String']['output']>;
  /** What the worker wrote. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** A private question to the worker in charge of a record. */
export type Prompt = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Every kind of information it tells. It is released only where all of them are. */
  readonly about: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** The alert it asks about. */
  readonly code?: Maybe<Scalars['AlertCode']['output']>;
  /** What speaks of it, the newest first. */
  readonly quotes?: Maybe<ReadonlyArray<PromptQuote>>;
  /** Which version of the rules read the record. */
  readonly ruleSet?: Maybe<Scalars['String']['output']>;
  /** The last answer; null until there is one. */
  readonly answered?: Maybe<PromptAnswered>;
};

/** What in a record speaks of something, in the record's own words. */
export type PromptQuote = {
  /** Day it was written. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  /** The words, or the code of the need. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Why the rules take it so. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** What the worker said to a prompt. */
export type PromptAnswered = {
  /** The answer. */
  readonly answer?: Maybe<PromptAnswer>;
  /** Why, in the worker's words. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Day of the answer. */
  readonly on?: Maybe<Scalars['Date']['output']>;
};

/** What a worker may say to a prompt. Each is as good as the others. */
export type PromptAnswer =
  /** It is so; an alert is raised by the worker, never by the prompt. */
  | 'NAME_IT'
  /** It is not family violence, or not what the prompt asks about. */
  | 'NOT_FAMILY_VIOLENCE'
  /** Too little is known, or it is too soon. */
  | 'NOT_YET'
  /** To name it would put somebody in danger. */
  | 'UNSAFE_TO_NAME';

/** An alert that is not raised yet. It waits at the agency. */
export type WaitingAlert = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Every kind of information it tells. It is released only where all of them are. */
  readonly about: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** The order it came with. */
  readonly order?: Maybe<Scalars['String']['output']>;
  /** What the alert is. */
  readonly code?: Maybe<Scalars['AlertCode']['output']>;
  /** How sure the worker is. */
  readonly certainty?: Maybe<AlertCertainty>;
  /** How grave it is. */
  readonly severity?: Maybe<AlertSeverity>;
  /** The facts, in brief. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Role of who asked for it. */
  readonly askedBy?: Maybe<Scalars['String']['output']>;
  /** Day it was asked for. */
  readonly askedOn?: Maybe<Scalars['Date']['output']>;
  /** Where it stands. */
  readonly state?: Maybe<WaitingState>;
  /** Why it was returned; null while it waits. */
  readonly returnedReason?: Maybe<Scalars['String']['output']>;
};

/** Where an alert stands that is not raised yet. */
export type WaitingState =
  /** It waits for a team leader. */
  | 'WAITING'
  /** A team leader gave it back, with a reason. */
  | 'RETURNED';

/** A partner organisation. */
export type Agency = {
  /** The agency's short name, such as `harbour`. */
  readonly id: Scalars['ID']['output'];
  /**
   * Counts over the agency's own records, without anyone's name. Null unless the purpose is QUALITY_IMPROVEMENT, EVALUATION or
   * ADMINISTRATION, and where the agency does not answer. `period`: a quarter, half year or year of the calendar that is over, and no other,
   * since spans that overlap could be compared until one person is left; without it, everything until the end of the last quarter.
   */
  readonly figures?: Maybe<Figures>;
  /**
   * How well the agency's records are kept: counts over them, without anyone's name. Null as `figures`, and where the agency does not count
   * it. A field below that is null is not counted there, or is kept back by the agency's own policy.
   */
  readonly dataQuality?: Maybe<DataQuality>;
  /**
   * What workers answered to prompts until the end of the last month, without anyone's name: never by worker. Null as `figures`, and where
   * the agency has no prompts or keeps back days of which there are answers. No total is given, nor any other span, and a count stands until it has changed by five or more, so that no
   * suppressed count can be worked out from others.
   */
  readonly promptAnswers?: Maybe<ReadonlyArray<PromptAnswerCount>>;
  /** The agency's name. */
  readonly name: Scalars['String']['output'];
  /** What the agency does, such as `HOMELESSNESS`. */
  readonly kind: Scalars['String']['output'];
  /** Modules of the contract it serves beyond the core, such as `housing`. */
  readonly modules: ReadonlyArray<Scalars['String']['output']>;
  /** What gives it a say over how its own clients' data are counted; null: nothing. */
  readonly stewardship?: Maybe<Stewardship>;
  /** What of its own clients' data it keeps out of what is counted together, now: withheld by its own decision, and not none. */
  readonly aggregateVetoes: ReadonlyArray<AggregateVeto>;
  /** Whether it takes part now. */
  readonly state?: Maybe<AgencyState>;
  /** The version of the contract it is asked by, such as `1.3`; null until the hub has seen which it serves. */
  readonly contractVersion?: Maybe<Scalars['String']['output']>;
  /** How it is reached. */
  readonly reach?: Maybe<AgencyReach>;
  /**
   * Whether it answers now: the hub asks it about nobody, and waits two seconds. One answer serves everybody for 15 seconds on each replica.
   * Null of an agency that does not take part.
   */
  readonly health?: Maybe<AgencyHealth>;
  /**
   * When its last whole sync for linkage ended, whether or not anything was new: since then its newer records are not found. Null where none has
   * been told of, and where it takes part without linkage.
   */
  readonly lastSyncedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A partner organisation. */
export type AgencyFiguresArgs = {
  period?: InputMaybe<PeriodInput>;
};

/** About how many people an answer of one kind was given to the prompts of one alert category: the last one about each, from five workers on. */
export type PromptAnswerCount = {
  /** The alert asked about. */
  readonly code: Scalars['AlertCode']['output'];
  /** The answer. */
  readonly answer: PromptAnswer;
  /** How many. */
  readonly count: Count;
};

/** From the first day to the last, both included. */
export type PeriodInput = {
  /** First day. */
  readonly from: Scalars['Date']['input'];
  /** Last day. */
  readonly to: Scalars['Date']['input'];
};

/** De-identified counts: 1 to 4 is suppressed, and five and more are rounded down to fives. */
export type Figures = {
  /** People with a record on file at any time in the period. */
  readonly people?: Maybe<Count>;
  /** Alerts raised in the period, by category. No total is given, so that no suppressed count can be worked out from it. */
  readonly alerts?: Maybe<ReadonlyArray<AlertCount>>;
  /** Open needs identified in the period, by national reason. */
  readonly needs?: Maybe<ReadonlyArray<NeedCount>>;
};

/**
 * How well an agency's records are kept, as things stand now. Counts are rounded down to fives; fewer than five are suppressed, and so is none, since
 * the first one would show.
 */
export type DataQuality = {
  /** Records on file. */
  readonly records?: Maybe<Count>;
  /** Of these, without a date of birth. */
  readonly birthDatesMissing?: Maybe<Count>;
  /** Of these, with a date of birth that is an estimate. */
  readonly birthDatesEstimated?: Maybe<Count>;
  /** Of these, open, with nothing written in them for a year. */
  readonly recordsUntouched?: Maybe<Count>;
  /** Alerts that hold, also while they are reviewed. */
  readonly activeAlerts?: Maybe<Count>;
  /** Of these, without a day to look at them again. */
  readonly alertsWithoutReview?: Maybe<Count>;
  /** Of these, with one that is past. */
  readonly reviewsOverdue?: Maybe<Count>;
  /** Alerts whose code the agency's mapping does not know: they are told to nobody. */
  readonly alertCodesUnmapped?: Maybe<Count>;
  /** Needs whose code the agency's mapping does not know. */
  readonly needCodesUnmapped?: Maybe<Count>;
};

/** A count, or the fact that it is too small to tell (AIHW: 1 to 4). */
export type Count = {
  /** The count; null where suppressed. */
  readonly value?: Maybe<Scalars['Int']['output']>;
  /** True where the count is 1 to 4, or where it is kept back so that such a one does not follow from it; in `DataQuality`, where it is fewer than 5. */
  readonly suppressed: Scalars['Boolean']['output'];
};

/** How many alerts of one category. */
export type AlertCount = {
  /** The category. */
  readonly code: Scalars['AlertCode']['output'];
  /** How many. */
  readonly count: Count;
};

/** How many needs of one national reason. */
export type NeedCount = {
  /** The reason. */
  readonly code: Scalars['NeedCode']['output'];
  /** How many. */
  readonly count: Count;
};

export type Query = {
  /** Who is asking, and for what purpose. */
  readonly me: Requester;
  /** One person. Null where there is no such person, and where you may not know of them: the two look the same. */
  readonly client?: Maybe<Client>;
  /**
   * People who have a name like this, in whatever order, and what else you know, on a record whose identity may be released to you; the
   * most alike first. Your own agency turns what you type into keyed codes (SLK-581, CLK); the hub sees only the codes. Needed are both names,
   * or one and the whole day of birth: less is refused, and never answered as that there is nobody.
   */
  readonly findClients: ReadonlyArray<Client>;
  /** The people you work with, or those of your agency; `first` is 1 to 100. */
  readonly caseload: ClientConnection;
  /**
   * The alert board: released alerts of every agency about the people you work with, or those of your agency; `first` is 1 to 200. One
   * board is about 200 people: where there are more, `AlertConnection.nextPeople` is what to give as `peopleAfter` for the board of those
   * who follow.
   */
  readonly alerts: AlertConnection;
  /**
   * The partner agencies, by name: those that take part, or those with the states given. One that has left is in no list; one of which you
   * may not know how it stands (`Agency.state`) is listed as one that takes part.
   */
  readonly agencies: ReadonlyArray<Agency>;
  /** One partner agency. */
  readonly agency?: Maybe<Agency>;
  /**
   * Every disclosure of your own agency's records, the newest first: for leads, managers and executives, under QUALITY_IMPROVEMENT
   * or ADMINISTRATION. `first` is 1 to 100.
   */
  readonly disclosures: DisclosureConnection;
  /** The words the partners agreed on, as they hold on a day (left out: today). */
  readonly vocabulary: Vocabulary;
  /**
   * What a consent or refusal would change, before it is put on file: for whoever may put it there, refused as `recordConsent` would
   * be. Nothing is written and no agency is asked. It is told as far as your agency knows: from what your agency put on file (where you
   * are the person yourself, from your own consents), so that it tells nothing of what others did; they may hold refusals, blocks or
   * grounds in law that keep closed, or open, something else.
   */
  readonly consentEffect: ConsentEffect;
  /** What a narrowing would change, as `consentEffect`; refused as `narrowConsent` would be. */
  readonly narrowingEffect: ConsentEffect;
  /** What withdrawing a consent or refusal would change, as `consentEffect`; refused as `withdrawConsent` would be. */
  readonly withdrawalEffect: ConsentEffect;
  /** What waits for you, the newest first; where you lead, what waits for your agency too. `first` is 1 to 100. */
  readonly notices: NoticeConnection;
  /** Emergency access your agency's workers took, the newest first: for leads and managers. `first` is 1 to 100. */
  readonly breakGlasses: BreakGlassConnection;
  /** Blocks your agency put on file and nobody lifted, the newest first: for leads, who may lift them. `first` is 1 to 100. */
  readonly blocks: BlockConnection;
  /**
   * Pairs of records that may be one person, one of each pair your agency's, of which your agency has said nothing yet: those you are the
   * worker in charge of, or all of your agency. The oldest first; `first` is 1 to 100.
   */
  readonly linkReview: LinkPairConnection;
  /**
   * Pairs of which your agency said that they are two people, by a word or by taking one out of the other's file: what `reopenLink` takes back;
   * and pairs of which an agency said so that has no record of them any more (`said` is null).
   * Those you are the worker in charge of, or all of your agency. The last said first; `first` is 1 to 100.
   */
  readonly linksDenied: LinkPairConnection;
  /** Exercises your agency is invited to, the newest first. `first` is 1 to 100. */
  readonly exercises: ExerciseConnection;
  /** One exercise; null where there is none, and where your agency is not invited. */
  readonly exercise?: Maybe<Exercise>;
  /**
   * What was proposed to the partnership, the newest first; `mine`: what you raised yourself. For everybody who works at an agency.
   * `first` is 1 to 100.
   */
  readonly proposals: ProposalConnection;
  /** One proposal. Null where there is no such proposal. */
  readonly proposal?: Maybe<Proposal>;
  /**
   * The notice to give before consent is recorded, in a language, on a day (left out: today). Null where the partners have agreed on
   * none in that language.
   */
  readonly consentNotice?: Maybe<ConsentNotice>;
  /**
   * What the audits of these agencies, or of all, published of one alert category and one closed window, by one version of the rules.
   * An agency that is missing is named with the reason, and is never counted as none. For leads, managers, executives and coordinators;
   * the purpose is QUALITY_IMPROVEMENT or EVALUATION.
   */
  readonly audit: Audit;
  /**
   * Two windows beside each other, under the same version of the rules, in the agencies that published both; and the first window's
   * records looked at again, where that was. `rulesAfter`: the version of the second window, where it is not the same: that is refused.
   */
  readonly reaudit: Reaudit;
  /** The rule sets on file, the newest first: how notes are read. */
  readonly ruleSets: ReadonlyArray<RuleSet>;
  /** A rule set, in one of its versions or the newest; null where there is none. */
  readonly ruleSet?: Maybe<RuleSet>;
  /**
   * Alerts of your own agency whose review is overdue, the longest first: for leads. `first` is 1 to 200. One list is about 200 people:
   * where there are more, `AlertConnection.nextPeople` is what to give as `peopleAfter` for the list of those who follow.
   */
  readonly alertsToReview: AlertConnection;
  /** Alerts your own agency's workers asked for that wait for a lead, the newest first. What they say is at the agency: ask for `record`. `first` is 1 to 100. */
  readonly alertsToApprove: AlertApprovalConnection;
  /** Which words of a text others may read otherwise than they are meant, and what might be said instead. Nothing is kept; nothing is refused. */
  readonly wordingHints: ReadonlyArray<WordingHint>;
  /**
   * Whether the ledger of everybody's disclosures is as it was written. Each asking looks at what was added since the last one and, with what is
   * left of 50,000 entries, once more at what was looked at before, from the beginning on and round again. For leads, managers and executives;
   * the purpose is QUALITY_IMPROVEMENT or ADMINISTRATION.
   */
  readonly ledgerIntegrity: LedgerIntegrity;
};


export type QueryClientArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFindClientsArgs = {
  match: ClientMatch;
};


export type QueryCaseloadArgs = {
  of?: InputMaybe<CaseloadScope>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAlertsArgs = {
  of?: InputMaybe<CaseloadScope>;
  filter?: InputMaybe<AlertFilter>;
  orderBy?: InputMaybe<AlertOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  peopleAfter?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAgenciesArgs = {
  state?: InputMaybe<ReadonlyArray<AgencyState>>;
};


export type QueryAgencyArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDisclosuresArgs = {
  filter?: InputMaybe<DisclosureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryVocabularyArgs = {
  on?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryConsentEffectArgs = {
  consent: ConsentInput;
};


export type QueryNarrowingEffectArgs = {
  narrowing: ConsentNarrowing;
};


export type QueryWithdrawalEffectArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNoticesArgs = {
  unreadOnly?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryBreakGlassesArgs = {
  toReviewOnly?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryBlocksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLinkReviewArgs = {
  of?: InputMaybe<CaseloadScope>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryLinksDeniedArgs = {
  of?: InputMaybe<CaseloadScope>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryExercisesArgs = {
  openOnly?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryExerciseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProposalsArgs = {
  state?: InputMaybe<ProposalStatus>;
  kind?: InputMaybe<ProposalKind>;
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryProposalArgs = {
  id: Scalars['ID']['input'];
};


export type QueryConsentNoticeArgs = {
  language: Scalars['String']['input'];
  on?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryAuditArgs = {
  category: Scalars['AlertCode']['input'];
  window: PeriodInput;
  rules: Scalars['String']['input'];
  agencies?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};


export type QueryReauditArgs = {
  category: Scalars['AlertCode']['input'];
  before: PeriodInput;
  after: PeriodInput;
  rules: Scalars['String']['input'];
  rulesAfter?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRuleSetArgs = {
  name: Scalars['String']['input'];
  version?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAlertsToReviewArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  peopleAfter?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAlertsToApproveArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


export type QueryWordingHintsArgs = {
  text: Scalars['String']['input'];
};

/** Where the person stays, without saying where that is. */
export type HousingSituation = {
  /** The kind of place. */
  readonly situation?: Maybe<HousingKind>;
  /** Since when. */
  readonly since?: Maybe<Scalars['Date']['output']>;
  /** True where the person may soon have to leave. */
  readonly atRisk?: Maybe<Scalars['Boolean']['output']>;
};

/** A kind of place to stay. */
export type HousingKind =
  /** No shelter, or an improvised one. */
  | 'ROUGH_SLEEPING'
  /** A refuge, a crisis service, a motel paid for by a service. */
  | 'CRISIS_ACCOMMODATION'
  /** With family or friends, for want of anything else. */
  | 'STAYING_WITH_OTHERS'
  /** A rooming or boarding house. */
  | 'BOARDING'
  /** A rented home, private or social. */
  | 'RENTING'
  /** A home of their own. */
  | 'OWNING'
  /** Hospital, prison, residential care. */
  | 'INSTITUTION';

/** Who is asking, and for what purpose. */
export type Requester = {
  /** The sign-in name in the token, by which `Disclosure.requester` and others name you. */
  readonly signInName: Scalars['String']['output'];
  /** The name in the token. */
  readonly name: Scalars['String']['output'];
  /** The role in the token. */
  readonly role: Scalars['String']['output'];
  /** The agency in the token. */
  readonly agency: Agency;
  /** The purpose of this request. */
  readonly purpose: Scalars['PurposeCode']['output'];
  /** Purposes this role may claim in the header `x-accord-purpose`. */
  readonly purposes: ReadonlyArray<Scalars['PurposeCode']['output']>;
  /** The person's own file, where they are a client who asks for it; null for everybody else. */
  readonly client?: Maybe<Client>;
  /**
   * What you may do under this purpose, by the names of mutations and lists; `recordOpeningRole` is `recordRole` for a role that opens
   * without consent, and `recordOpeningStanding` is `recordStanding` of somebody who is not of age yet. To whom it may be done is decided when it is done.
   */
  readonly mayDo: ReadonlyArray<Scalars['String']['output']>;
};

/** Whose people. */
export type CaseloadScope =
  /** People with an open record at your agency of which you are the worker in charge. */
  | 'MINE'
  /** People with an open record at your agency. */
  | 'AGENCY';

/** What a worker knows of the person they look for. */
export type ClientMatch = {
  /** Given name; leave out where there is none. */
  readonly given?: InputMaybe<Scalars['String']['input']>;
  /** Family name; leave out where there is none. */
  readonly family?: InputMaybe<Scalars['String']['input']>;
  /** Day of birth, as far as it is known: `1990-02-03`, `1990-02` or `1990`. With one name only, the whole of it is needed. */
  readonly dateOfBirth?: InputMaybe<Scalars['String']['input']>;
  /** Sex as recorded. */
  readonly sex?: InputMaybe<Sex>;
};

/** A person, seen through the records of every agency that may tell you of them. */
export type Client = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** The records of which something may be released to you. Their order says nothing. */
  readonly records: ReadonlyArray<AgencyRecord>;
  /** The name in use: your own agency's where it has one. */
  readonly name?: Maybe<PersonName>;
  /** Every name released to you. */
  readonly knownAs?: Maybe<ReadonlyArray<PersonName>>;
  /** Day of birth: your own agency's where it has one. */
  readonly dateOfBirth?: Maybe<Scalars['Date']['output']>;
  /** Who works with the person and how to reach them. */
  readonly involvement?: Maybe<ReadonlyArray<ClientInvolvement>>;
  /** What the person needs, over all agencies, the newest first. */
  readonly needs?: Maybe<ReadonlyArray<ClientNeed>>;
  /** Alerts of every agency about this person. */
  readonly alerts: AlertConnection;
  /** Who was told what and why, newest first, of your own agency's records; of every record where you are the person yourself. */
  readonly disclosures: DisclosureConnection;
  /** Kinds of information of the records above that are not shared with you for this purpose. */
  readonly withheld: ReadonlyArray<Withheld>;
  /** Consents your agency put on file; every consent where you are the person yourself. */
  readonly consents: ReadonlyArray<Consent>;
  /** What your agency says of when the person comes of age. */
  readonly standing?: Maybe<Standing>;
  /** Who may speak for the person, as your agency put it on file, the newest first. */
  readonly proxies: ReadonlyArray<Proxy>;
  /** What your agency says the person is under the law, the newest first. */
  readonly roles: ReadonlyArray<RoleAssertion>;
  /** Findings your agency put on file, the newest first. */
  readonly legalBases: ReadonlyArray<LegalBasis>;
  /** Blocks your agency put on file, the newest first. */
  readonly blocks: ReadonlyArray<Block>;
  /** Emergency access your agency's workers took, the newest first. */
  readonly breakGlasses: ReadonlyArray<BreakGlass>;
};


/** A person, seen through the records of every agency that may tell you of them. */
export type ClientAlertsArgs = {
  filter?: InputMaybe<AlertFilter>;
  orderBy?: InputMaybe<AlertOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person, seen through the records of every agency that may tell you of them. */
export type ClientDisclosuresArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** An agency's work with the person. */
export type ClientInvolvement = {
  /** The record it comes from. */
  readonly record: AgencyRecord;
  /** The programme that works with the person. */
  readonly programme?: Maybe<Scalars['String']['output']>;
  /** First day. */
  readonly since?: Maybe<Scalars['Date']['output']>;
  /** Last day; null while it goes on. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  /** The worker to call. */
  readonly worker?: Maybe<Worker>;
};

/** A need and where it comes from. */
export type ClientNeed = {
  /** The need. */
  readonly need: Need;
  /** The national reason in the words the partners agreed. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** The record it comes from. */
  readonly record: AgencyRecord;
};

/** Which alerts. Parts that are left out test nothing; all that are given must hold. */
export type AlertFilter = {
  /** Categories. */
  readonly codes?: InputMaybe<ReadonlyArray<Scalars['AlertCode']['input']>>;
  /** Statuses. */
  readonly status?: InputMaybe<ReadonlyArray<AlertStatus>>;
  /** At least this grave. */
  readonly minSeverity?: InputMaybe<AlertSeverity>;
  /** Certainties. */
  readonly certainty?: InputMaybe<ReadonlyArray<AlertCertainty>>;
  /** True: only alerts whose review is overdue. */
  readonly reviewOverdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Raised on this day or later. */
  readonly raisedSince?: InputMaybe<Scalars['Date']['input']>;
};

/** The order of alerts. */
export type AlertOrder =
  /** What holds before what has ended, then the gravest, then the newest. */
  | 'MOST_URGENT'
  /** The newest first. */
  | 'NEWEST'
  /** The soonest review first; without one, last. */
  | 'REVIEW_DUE';

/** A page of alerts (Relay). */
export type AlertConnection = {
  /** The alerts and their cursors. */
  readonly edges?: Maybe<ReadonlyArray<AlertEdge>>;
  /** The alerts. */
  readonly nodes?: Maybe<ReadonlyArray<ClientAlert>>;
  /** Where this page stands. */
  readonly pageInfo?: Maybe<PageInfo>;
  /** How many released alerts fit the filter. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  /**
   * False where an agency that was asked did not answer (`extensions.sources` says more) or is suspended, where it sent an alert that cannot
   * be read or did not say of one what the filter asks for, and where there are people who are not on this list yet (`nextPeople`). A list
   * that is not complete never means that there is no alert.
   */
  readonly complete?: Maybe<Scalars['Boolean']['output']>;
  /** Where the people begin who are not on this list: what to give as `peopleAfter`, which serves only you, for this purpose. Null where everybody is on it. */
  readonly nextPeople?: Maybe<Scalars['String']['output']>;
};

/** An alert on a page. */
export type AlertEdge = {
  /** Where to go on. It serves only you, for this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The alert. */
  readonly node: ClientAlert;
};

/** An alert, whom it is about and where it comes from. */
export type ClientAlert = {
  /** The alert. */
  readonly alert: Alert;
  /** The category in the words the partners agreed. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** True where the review is overdue. The alert holds all the same. */
  readonly reviewOverdue: Scalars['Boolean']['output'];
  /** Whom it is about. */
  readonly client: Client;
  /** The record it comes from. */
  readonly record: AgencyRecord;
};

/** Where a page stands (Relay). */
export type PageInfo = {
  /** True where there is more after `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** True where there is more before `startCursor`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last item. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** A page of people (Relay). */
export type ClientConnection = {
  /** The people and their cursors. */
  readonly edges: ReadonlyArray<ClientEdge>;
  /** The people. */
  readonly nodes: ReadonlyArray<Client>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A person on a page. */
export type ClientEdge = {
  /** Where to go on. It serves only you, for this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The person. */
  readonly node: Client;
};

/** A kind of information that is not shared with you for this purpose. Why it is not is not told. */
export type Withheld = {
  /** The record, which may or may not hold such information. */
  readonly record: AgencyRecord;
  /** The kind of information. */
  readonly category: Scalars['CategoryCode']['output'];
  /** Always `NOT_SHARED`. */
  readonly reason: Scalars['String']['output'];
};

/** Which disclosures. Parts that are left out test nothing; all that are given must hold. */
export type DisclosureFilter = {
  /** About this client. A client you may not know of gives an empty list. */
  readonly client?: InputMaybe<Scalars['ID']['input']>;
  /** Told to this agency. What people were told of themselves was told to no agency. */
  readonly requesterAgency?: InputMaybe<Scalars['ID']['input']>;
  /** True: only what was told to other agencies than yours. */
  readonly toOthers?: InputMaybe<Scalars['Boolean']['input']>;
  /** Asked for this purpose. */
  readonly purpose?: InputMaybe<Scalars['PurposeCode']['input']>;
  /** Told at this instant or later. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Told before this instant. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A page of disclosures (Relay). */
export type DisclosureConnection = {
  /** The disclosures and their cursors. */
  readonly edges: ReadonlyArray<DisclosureEdge>;
  /** The disclosures. */
  readonly nodes: ReadonlyArray<Disclosure>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A disclosure on a page. */
export type DisclosureEdge = {
  /** Where to go on. It serves only you, for this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The disclosure. */
  readonly node: Disclosure;
};

/** One disclosure: who was told what, and why. */
export type Disclosure = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Sign-in name of who was told. */
  readonly requester: Scalars['String']['output'];
  /** The agency that was told; null where it was the person themself, whichever agency they signed in through, or where it has left. */
  readonly requesterAgency?: Maybe<Agency>;
  /** What for. */
  readonly purpose: Scalars['PurposeCode']['output'];
  /** What for, in plain words. */
  readonly purposeLabel: Scalars['String']['output'];
  /** What allowed it, in plain words: a consent and its day, a law, an agency's own record. */
  readonly why: Scalars['String']['output'];
  /** Whom it was about; null where you may not know of them. */
  readonly client?: Maybe<Client>;
  /** The record it was told from; null where you may not know of it. */
  readonly record?: Maybe<AgencyRecord>;
  /** Kinds of information. None: only that the record exists. */
  readonly categories: ReadonlyArray<Scalars['CategoryCode']['output']>;
};

/** The words the partners agreed on. */
export type Vocabulary = {
  /** Kinds of information. */
  readonly categories: ReadonlyArray<CategoryTerm>;
  /** Alert categories in use. */
  readonly alerts: ReadonlyArray<AlertTerm>;
  /** National reasons for seeking assistance. */
  readonly needs: ReadonlyArray<NeedTerm>;
  /** Purposes. */
  readonly purposes: ReadonlyArray<PurposeTerm>;
  /** What a person can be under the law, as in `Mutation.recordRole`: who is protected before who is accused. */
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
  /** Findings the law knows, as in `Mutation.assertLegalBasis`. */
  readonly legalBases: ReadonlyArray<Scalars['String']['output']>;
  /** The day these words hold. */
  readonly day: Scalars['Date']['output'];
  /** Alert categories that are out of use. Old alerts are still called by their last wording. */
  readonly retiredAlerts: ReadonlyArray<AlertTerm>;
  /** Every wording of an alert category or need up to that day, the oldest first: since when, why, and who agreed. Empty for an unknown code. */
  readonly history: ReadonlyArray<Wording>;
};


/** The words the partners agreed on. */
export type VocabularyHistoryArgs = {
  code: Scalars['String']['input'];
};

/** A kind of information. */
export type CategoryTerm = {
  /** The code. */
  readonly code: Scalars['CategoryCode']['output'];
  /** In plain words. */
  readonly label: Scalars['String']['output'];
  /** The wider kind it belongs to. */
  readonly parent?: Maybe<Scalars['CategoryCode']['output']>;
  /** True where consent must name it: consent to the wider kind does not cover it. */
  readonly sensitive: Scalars['Boolean']['output'];
};

/** An alert category. */
export type AlertTerm = {
  /** The code. */
  readonly code: Scalars['AlertCode']['output'];
  /** The agreed wording. */
  readonly label: Scalars['String']['output'];
  /** The kind of information it is released under. */
  readonly category: Scalars['CategoryCode']['output'];
};

/** A national reason for seeking assistance. */
export type NeedTerm = {
  /** The code. */
  readonly code: Scalars['NeedCode']['output'];
  /** The agreed wording; from the beginning that of the national list. */
  readonly label: Scalars['String']['output'];
};

/** Why somebody asks. */
export type PurposeTerm = {
  /** The code. */
  readonly code: Scalars['PurposeCode']['output'];
  /** In plain words. */
  readonly label: Scalars['String']['output'];
};

export type Mutation = {
  /** Puts a consent or a refusal on file. It takes effect at once. */
  readonly recordConsent: RecordConsentPayload;
  /** Opens less than a consent in force did: a new one takes its place, in the same step. It never opens anything. */
  readonly narrowConsent: NarrowConsentPayload;
  /** Withdraws a consent. Whatever is asked after this is answered without it. */
  readonly withdrawConsent: WithdrawConsentPayload;
  /**
   * Asks the workers who work with a person at the other agencies to talk with them about a consent. Only people you may know
   * of. Whom it reached is not told.
   */
  readonly requestConsent: RequestConsentPayload;
  /**
   * Says from which day the person is an adult, and whether they are a mature minor until then. What your agency said before ends.
   * About a child a law may open without consent: that somebody is one is not for volunteers to say.
   */
  readonly recordStanding: RecordStandingPayload;
  /** Puts on file who may speak for the person, and how far. */
  readonly recordProxy: RecordProxyPayload;
  /** Ends a proxy. Consents they gave open nothing any more. */
  readonly endProxy: EndProxyPayload;
  /**
   * Says what the person is under the law. A role that opens information without consent takes a lead, under a purpose that the
   * law opens for it.
   */
  readonly recordRole: RecordRolePayload;
  /** Takes back what the person was said to be. */
  readonly endRole: EndRolePayload;
  /** Puts on file a finding that the law asks for before it opens without consent, such as `SERIOUS_THREAT`; under a purpose it opens. */
  readonly assertLegalBasis: AssertLegalBasisPayload;
  /** Ends a finding before its time. */
  readonly endLegalBasis: EndLegalBasisPayload;
  /** Closes information against everybody, or against whoever works with certain people. It beats consent, law and emergency. */
  readonly addBlock: AddBlockPayload;
  /** Lifts a block. A lead of the agency that put it on file. */
  readonly liftBlock: LiftBlockPayload;
  /**
   * Emergency access ("break-glass"): for some minutes, for you alone, opens what consent closes, of records of a person your
   * agency works with. Under the purpose EMERGENCY. The agencies that hold them are told at once; somebody else reviews it.
   */
  readonly breakGlass: BreakGlassPayload;
  /** Ends emergency access before its time. */
  readonly endBreakGlass: EndBreakGlassPayload;
  /** Says whether emergency access was justified. Never the person who took it; over a refusal of the client, a practice lead or manager. */
  readonly reviewBreakGlass: ReviewBreakGlassPayload;
  /**
   * Says whether the person was told of emergency access to what is held of them: they are to be told where that is safe. For who took it and
   * who may review it; what is said last holds.
   */
  readonly sayClientTold: SayClientToldPayload;
  /** Marks a notice as read. */
  readonly markNoticeRead: MarkNoticeReadPayload;
  /**
   * Says whether the records of a pair are one person. Where the agencies of both say that they are, they are linked; where one says
   * that they are not, they are not, and nobody is asked again unless that agency takes it back (`reopenLink`).
   */
  readonly decideLink: DecideLinkPayload;
  /**
   * Says that a record of your agency and another that you may know of are one person, though nobody asked. The other agency is asked
   * then; where both records are yours, they are linked at once.
   */
  readonly proposeLink: DecideLinkPayload;
  /**
   * Takes a record of your agency out of the file it was wrongly linked into, from the next question on; it is not linked to those
   * records again unless that is taken back (`reopenLink`).
   */
  readonly separateRecord: SeparateRecordPayload;
  /**
   * Takes back that the records of a pair are two people, with whatever else was said with it when a record was taken out of a file. Your
   * own agency's word only: your own, or, for leads, anybody's, and that of an agency that has no record of them any more. Nothing is linked
   * by it: both agencies are asked again, of whatever records of the two files, and nothing that either said before counts.
   */
  readonly reopenLink: ReopenLinkPayload;
  /** Sets up an exercise and tells the invited agencies' people of it. It is open for placing at once. */
  readonly createExercise: CreateExercisePayload;
  /** Takes part. Until the first reveal only. That you do is told to nobody; how many do is. */
  readonly joinExercise: JoinExercisePayload;
  /** Says where you place a scenario. It can be changed until the round is revealed, and nobody else sees it until then. */
  readonly place: PlacePayload;
  /** Shows everybody what was placed in this round, and not who placed it. Nothing of it changes afterwards. */
  readonly revealRound: RevealRoundPayload;
  /** Says what makes a scenario hard to name, while its round is discussed. Shown when the discussion is over, and not by whom. */
  readonly noteBarriers: NoteBarriersPayload;
  /** Ends the discussion of the first round and opens the second (`round: 2`) for those who took part in the first. */
  readonly openRound: OpenRoundPayload;
  /** Proposes to the partnership what came out of an exercise: a wording, a category, a practice. From the first reveal on. */
  readonly proposeFromExercise: ProposeFromExercisePayload;
  /** Ends the exercise. What everybody was shown is kept; what each person said is destroyed, with the key it was sealed under. */
  readonly closeExercise: CloseExercisePayload;
  /** Proposes something to the partnership. Anybody who works at an agency may. You see where it is at any time. */
  readonly raiseProposal: RaiseProposalPayload;
  /**
   * Takes a position on a proposal for your agency, at the level it is at now. An agency has one voice at each level: the newest
   * position of somebody who speaks for it there stands.
   */
  readonly voice: VoicePayload;
  /** Answers an objection, so that it holds the proposal no longer. For the agency that raised the proposal. */
  readonly answerObjection: AnswerObjectionPayload;
  /** Withdraws a proposal that is open. For who raised it, and for leads and managers of their agency. */
  readonly withdrawProposal: WithdrawProposalPayload;
  /**
   * Keeps your agency's own clients' data out of what is counted together. For the executive of an agency whose clients' data are
   * its own to govern (`Agency.stewardship`). It holds at once, and everybody sees that they are withheld, not none.
   */
  readonly vetoAggregate: VetoAggregatePayload;
  /** Lifts a veto of your agency. */
  readonly liftAggregateVeto: LiftAggregateVetoPayload;
  /**
   * Puts a new version of a rule set on file, as YAML: the same name and a higher version. It takes effect where it is asked for by its
   * version; what was published by another stays so.
   */
  readonly addRuleSet: AddRuleSetPayload;
  /**
   * Answers a prompt on a record of your own agency. The answer stays at the agency; without names, and only as counts, it feeds the
   * exercise. Nothing follows from it by itself.
   */
  readonly answerPrompt: AnswerPromptPayload;
  /**
   * Raises an alert in your own agency's system, where the agency takes alerts from here; where it asks for that, a team leader
   * approves it first. With `dryRun` nothing is written. The same `orderId` again gives the first answer: send it again when no answer came.
   */
  readonly raiseAlert: WriteAlertPayload;
  /** Approves an alert that waits: somebody else who leads. It is raised then. */
  readonly approveAlert: WriteAlertPayload;
  /** Gives an alert that waits back to the worker, with a reason. */
  readonly returnAlert: WriteAlertPayload;
  /**
   * Says that an alert was looked at and holds, or how sure one is now; `reviewDue` is when to look again. That it does not hold (`RULED_OUT`,
   * `CORRECTED`) is not said here: `endAlert` and `correctAlert` tell everybody who was told of it.
   */
  readonly reviewAlert: WriteAlertPayload;
  /** Lets an alert hold for longer. */
  readonly extendAlert: WriteAlertPayload;
  /** Ends an alert. Where it was wrong all along, whoever was told of it gets a notice, as with `correctAlert`. */
  readonly endAlert: WriteAlertPayload;
  /**
   * Says that an alert was wrong, such as a misidentified person; the right one may be put beside it. Everybody who was told of alerts
   * of its kinds since it was raised gets a notice, without content.
   */
  readonly correctAlert: WriteAlertPayload;
};


export type MutationRecordConsentArgs = {
  consent: ConsentInput;
};


export type MutationNarrowConsentArgs = {
  narrowing: ConsentNarrowing;
};


export type MutationWithdrawConsentArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRequestConsentArgs = {
  request: ConsentRequestInput;
};


export type MutationRecordStandingArgs = {
  standing: StandingInput;
};


export type MutationRecordProxyArgs = {
  proxy: ProxyInput;
};


export type MutationEndProxyArgs = {
  id: Scalars['ID']['input'];
  why: ProxyEnd;
};


export type MutationRecordRoleArgs = {
  role: RoleInput;
};


export type MutationEndRoleArgs = {
  id: Scalars['ID']['input'];
  why: Scalars['String']['input'];
};


export type MutationAssertLegalBasisArgs = {
  basis: LegalBasisInput;
};


export type MutationEndLegalBasisArgs = {
  id: Scalars['ID']['input'];
  why: Scalars['String']['input'];
};


export type MutationAddBlockArgs = {
  block: BlockInput;
};


export type MutationLiftBlockArgs = {
  id: Scalars['ID']['input'];
  why: Scalars['String']['input'];
};


export type MutationBreakGlassArgs = {
  glass: BreakGlassInput;
};


export type MutationEndBreakGlassArgs = {
  id: Scalars['ID']['input'];
};


export type MutationReviewBreakGlassArgs = {
  review: BreakGlassReviewInput;
};


export type MutationSayClientToldArgs = {
  id: Scalars['ID']['input'];
  clientTold: ClientTold;
};


export type MutationMarkNoticeReadArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDecideLinkArgs = {
  decision: LinkDecisionInput;
};


export type MutationProposeLinkArgs = {
  mine: Scalars['ID']['input'];
  theirs: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationSeparateRecordArgs = {
  record: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationReopenLinkArgs = {
  pair: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationCreateExerciseArgs = {
  exercise: ExerciseInput;
};


export type MutationJoinExerciseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationPlaceArgs = {
  placing: PlacingInput;
};


export type MutationRevealRoundArgs = {
  id: Scalars['ID']['input'];
};


export type MutationNoteBarriersArgs = {
  barriers: BarriersInput;
};


export type MutationOpenRoundArgs = {
  id: Scalars['ID']['input'];
  round: Scalars['Int']['input'];
};


export type MutationProposeFromExerciseArgs = {
  exercise: Scalars['ID']['input'];
  proposal: ProposalInput;
};


export type MutationCloseExerciseArgs = {
  id: Scalars['ID']['input'];
};


export type MutationRaiseProposalArgs = {
  proposal: ProposalInput;
};


export type MutationVoiceArgs = {
  voice: VoiceInput;
};


export type MutationAnswerObjectionArgs = {
  proposal: Scalars['ID']['input'];
  voice: Scalars['ID']['input'];
  answer: Scalars['String']['input'];
};


export type MutationWithdrawProposalArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationVetoAggregateArgs = {
  scope: AggregateScope;
  reason: Scalars['String']['input'];
};


export type MutationLiftAggregateVetoArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationAddRuleSetArgs = {
  text: Scalars['String']['input'];
};


export type MutationAnswerPromptArgs = {
  record: Scalars['ID']['input'];
  prompt: Scalars['ID']['input'];
  answer: PromptAnswer;
  reason: Scalars['String']['input'];
};


export type MutationRaiseAlertArgs = {
  record: Scalars['ID']['input'];
  input: AlertInput;
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  orderId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationApproveAlertArgs = {
  order: Scalars['ID']['input'];
};


export type MutationReturnAlertArgs = {
  order: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationReviewAlertArgs = {
  record: Scalars['ID']['input'];
  alert: Scalars['ID']['input'];
  reviewDue: Scalars['Date']['input'];
  certainty?: InputMaybe<AlertCertainty>;
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  orderId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationExtendAlertArgs = {
  record: Scalars['ID']['input'];
  alert: Scalars['ID']['input'];
  until: Scalars['Date']['input'];
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  orderId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationEndAlertArgs = {
  record: Scalars['ID']['input'];
  alert: Scalars['ID']['input'];
  why: AlertEnd;
  reason: Scalars['String']['input'];
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  orderId?: InputMaybe<Scalars['ID']['input']>;
};


export type MutationCorrectAlertArgs = {
  record: Scalars['ID']['input'];
  alert: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  replacement?: InputMaybe<AlertInput>;
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  orderId?: InputMaybe<Scalars['ID']['input']>;
};

/** A consent or refusal on file. */
export type Consent = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Whose consent. */
  readonly client?: Maybe<Client>;
  /** What it says. */
  readonly status: ConsentStatus;
  /** What it names; a consent says yes to any of these, a refusal no. */
  readonly names: ReadonlyArray<ConsentPart>;
  /** What it leaves out of what it names, at whatever depth. */
  readonly except: ReadonlyArray<ConsentPart>;
  /** Who gave it. */
  readonly givenBy: ConsentGiver;
  /** From this instant or day. */
  readonly from: Scalars['String']['output'];
  /** Until this instant, or the end of this day; null: until withdrawn. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** How it was given. */
  readonly evidence: ConsentEvidence;
  /** Who was there as a witness, where somebody was. */
  readonly witness?: Maybe<Scalars['String']['output']>;
  /** The client's own words. */
  readonly words?: Maybe<Scalars['String']['output']>;
  /** Language it was given in. */
  readonly language: Scalars['String']['output'];
  /** When it was put on file. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** When it was withdrawn; null where it was not. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A part of a consent. Parts that are null mean any; all that are given must hold. */
export type ConsentPart = {
  /** Agencies that may be told. */
  readonly agencies?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Sign-in names of the people who may be told. */
  readonly users?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Purposes. */
  readonly purposes?: Maybe<ReadonlyArray<Scalars['PurposeCode']['output']>>;
  /** Kinds of information; null: every kind, the sensitive ones too. */
  readonly categories?: Maybe<ReadonlyArray<Scalars['CategoryCode']['output']>>;
  /** Agencies whose records may be told of. */
  readonly sources?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
};

/** What a consent on file says now, as far as you may know what it rests on. */
export type ConsentStatus =
  /** Yes, to what it names. */
  | 'ACTIVE'
  /** No, to what it names. */
  | 'REFUSED'
  /** Withdrawn. */
  | 'WITHDRAWN'
  /** Its time is over. */
  | 'EXPIRED'
  /** Its time is still to come. */
  | 'NOT_YET'
  /** Replaced by a later one. */
  | 'SUPERSEDED'
  /** Whoever gave it may not speak for the person, or not any more. */
  | 'NO_AUTHORITY'
  /** A draft or a mistake. */
  | 'INACTIVE';

/** What would change. What no row names stays closed, as far as your agency knows. */
export type ConsentEffect = {
  /** What this cannot tell, in a sentence to show beside it. */
  readonly note: Scalars['String']['output'];
  /**
   * As whom the others are taken to ask: always `PRACTITIONER`, of each agency, no volunteer, without emergency access, and not one
   * whom your agency's blocks against certain people reach.
   */
  readonly askedAs: Scalars['String']['output'];
  /** When the consent begins, where that is still to come: the rows are for that instant or day. Null: they are for now. */
  readonly from?: Maybe<Scalars['String']['output']>;
  /** By agency that would be told; an agency's own records are not among them, since they are open to it anyway. */
  readonly rows: ReadonlyArray<ConsentEffectRow>;
};

/** What one agency would be told, under purposes and from sources for which it is the same. */
export type ConsentEffectRow = {
  /** The agency that would be told. */
  readonly agency: Agency;
  /**
   * Sign-in name of somebody whom the consent names and for whom it is not the same as for their colleagues: the rows with their name are
   * then all there is for them. Null: anybody else there.
   */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** For any of these purposes. */
  readonly purposes: ReadonlyArray<Scalars['PurposeCode']['output']>;
  /** Of records of these agencies, if they hold any: whether they do is not told. */
  readonly sources: ReadonlyArray<Agency>;
  /** Kinds of information that are closed now and would be open. */
  readonly opens: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** Kinds of information that are open now and would be closed. */
  readonly closes: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** Kinds of information that are open now and would stay so. */
  readonly staysOpen: ReadonlyArray<Scalars['CategoryCode']['output']>;
};

/** Who gave a consent. */
export type ConsentGiver =
  /** The person themself. */
  | 'SELF'
  /** A parent. */
  | 'PARENT'
  /** A guardian. */
  | 'GUARDIAN'
  /** Somebody with power of attorney. */
  | 'ATTORNEY';

/** How a consent was given. */
export type ConsentEvidence =
  /** Signed. */
  | 'SIGNED'
  /** By voice, such as over the telephone. */
  | 'VERBAL'
  /** In person. */
  | 'IN_PERSON';

/** A consent or a refusal, as the client gave it to you. Only people with a record at your agency. */
export type ConsentInput = {
  /** Whose consent. */
  readonly client: Scalars['ID']['input'];
  /** True: the client says no to what is named here. A refusal beats every consent. */
  readonly refuse?: InputMaybe<Scalars['Boolean']['input']>;
  /** Who gives it, where it is not the client: a proxy your agency put on file. */
  readonly proxy?: InputMaybe<Scalars['ID']['input']>;
  /** Agencies that may be told; leave out for any. */
  readonly agencies?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Sign-in names of the people who may be told; leave out for anybody there. */
  readonly users?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Purposes; leave out for any. */
  readonly purposes?: InputMaybe<ReadonlyArray<Scalars['PurposeCode']['input']>>;
  /** Kinds of information; sensitive ones are shared only where they are named. Leave out for every kind that is not sensitive; in a refusal, for every kind. */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['CategoryCode']['input']>>;
  /** Agencies whose records may be told of; leave out for any. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What is left out of what is named here. Not in a refusal, where leaving out would open. */
  readonly except?: InputMaybe<ReadonlyArray<ConsentPartInput>>;
  /** From this day; leave out for now. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** To the end of this day; leave out for until withdrawn. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
  /** Consents on file that this one replaces. */
  readonly supersedes?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** How it was given. */
  readonly evidence: ConsentEvidence;
  /** Who was there as a witness. */
  readonly witness?: InputMaybe<Scalars['String']['input']>;
  /** Version of the notice the client was given. */
  readonly noticeVersion: Scalars['String']['input'];
  /** Language it was given in, in English. */
  readonly language: Scalars['String']['input'];
  /** The client's own words. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
};

/** A part of a consent. Parts that are left out mean any; all that are given must hold. */
export type ConsentPartInput = {
  /** Agencies that may be told. */
  readonly agencies?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Sign-in names of the people who may be told. */
  readonly users?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Purposes. */
  readonly purposes?: InputMaybe<ReadonlyArray<Scalars['PurposeCode']['input']>>;
  /** Kinds of information. */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['CategoryCode']['input']>>;
  /** Agencies whose records may be told of. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** Less of a consent that is in force. It keeps its end and whoever gave it. */
export type ConsentNarrowing = {
  /** The consent. */
  readonly id: Scalars['ID']['input'];
  /** What it is to open no more. */
  readonly leaveOut: ReadonlyArray<ConsentPartInput>;
  /** How the client said so. */
  readonly evidence: ConsentEvidence;
  /** Who was there as a witness. */
  readonly witness?: InputMaybe<Scalars['String']['input']>;
  /** Version of the notice the client was given. */
  readonly noticeVersion: Scalars['String']['input'];
  /** Language it was said in, in English. */
  readonly language: Scalars['String']['input'];
  /** The client's own words. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
};

/** The consent put on file. */
export type RecordConsentPayload = {
  /** The consent put on file. */
  readonly consent: Consent;
};

/** The consent that takes the place of the wider one. */
export type NarrowConsentPayload = {
  /** The consent that takes the place of the wider one. */
  readonly consent: Consent;
};

/** The consent withdrawn. */
export type WithdrawConsentPayload = {
  /** The consent withdrawn. */
  readonly consent: Consent;
};

/** A request to talk with a person about a consent. */
export type ConsentRequestInput = {
  /** Whose consent. */
  readonly client: Scalars['ID']['input'];
  /** Purposes it would be for; leave out for any. */
  readonly purposes?: InputMaybe<ReadonlyArray<Scalars['PurposeCode']['input']>>;
  /** Kinds of information it would be about; leave out for every kind that is not sensitive. */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['CategoryCode']['input']>>;
};

/** The request was sent. Whom it reached is not told. */
export type RequestConsentPayload = {
  /** Always true. */
  readonly sent: Scalars['Boolean']['output'];
};

/** One agency asks for a consent. The workers who work with the person at other agencies see it, and nobody else. */
export type ConsentRequest = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Whose consent. */
  readonly client?: Maybe<Client>;
  /** The agency that asks. */
  readonly agency?: Maybe<Agency>;
  /** Sign-in name of who asks. */
  readonly askedBy: Scalars['String']['output'];
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Purposes; null: any. */
  readonly purposes?: Maybe<ReadonlyArray<Scalars['PurposeCode']['output']>>;
  /** Kinds of information; null: every kind that is not sensitive. */
  readonly categories?: Maybe<ReadonlyArray<Scalars['CategoryCode']['output']>>;
};

/** When the person comes of age. */
export type Standing = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Whose. */
  readonly client?: Maybe<Client>;
  /** The first day as an adult. The hub keeps no day of birth. */
  readonly adultOn: Scalars['Date']['output'];
  /** Assessed as able to decide this for themselves before. */
  readonly matureMinor: Scalars['Boolean']['output'];
  /** Sign-in name of who put it on file. */
  readonly recordedBy: Scalars['String']['output'];
  /** When. */
  readonly recordedAt: Scalars['DateTime']['output'];
};

/** When the person comes of age. Only people with a record at your agency. */
export type StandingInput = {
  /** Whose. */
  readonly client: Scalars['ID']['input'];
  /** The first day as an adult, such as the 18th birthday; 1 March for who was born on 29 February. */
  readonly adultOn: Scalars['Date']['input'];
  /** Assessed as able to decide this for themselves before. */
  readonly matureMinor?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What your agency says now. */
export type RecordStandingPayload = {
  /** What your agency says now. */
  readonly standing: Standing;
};

/** As what somebody speaks for the person. */
export type ProxyCapacity =
  /** A parent: until the person is an adult. */
  | 'PARENT'
  /** A guardian, as far as they were appointed. */
  | 'GUARDIAN'
  /** Somebody with power of attorney, as far as it goes. */
  | 'ATTORNEY';

/** Why somebody does not speak for the person any more. */
export type ProxyEnd =
  /** The appointment ended or was a mistake. */
  | 'ENDED'
  /** They use violence. Nothing they said for the person counts, in any capacity. */
  | 'USES_VIOLENCE';

/** Somebody who may speak for the person. The hub keeps no name of theirs. */
export type Proxy = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** For whom. */
  readonly client?: Maybe<Client>;
  /** As what. */
  readonly capacity: ProxyCapacity;
  /** What a guardian or attorney was appointed for; consent takes `information`. */
  readonly scope: ReadonlyArray<Scalars['String']['output']>;
  /** From this day; null: from whenever. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** To the end of this day; null: until it is ended. */
  readonly to?: Maybe<Scalars['Date']['output']>;
  /** Sign-in name of who put it on file. */
  readonly recordedBy: Scalars['String']['output'];
  /** When. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** When it was ended; null where it was not. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Somebody who may speak for the person. Only people with a record at your agency. */
export type ProxyInput = {
  /** For whom. */
  readonly client: Scalars['ID']['input'];
  /** As what. */
  readonly capacity: ProxyCapacity;
  /** Where they are a client themself whom your agency works with: so that what is on file of them counts. */
  readonly person?: InputMaybe<Scalars['ID']['input']>;
  /** What a guardian or attorney was appointed for, such as `information`. Not for a parent. */
  readonly scope?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** From this day; leave out for from whenever. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** To the end of this day; leave out for until it is ended. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
};

/** The proxy put on file. */
export type RecordProxyPayload = {
  /** The proxy put on file. */
  readonly proxy: Proxy;
};

/** The proxy ended. */
export type EndProxyPayload = {
  /** The proxy ended. */
  readonly proxy: Proxy;
};

/** What an agency says a person is under the law. */
export type RoleAssertion = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Who. */
  readonly client?: Maybe<Client>;
  /** The role: see `Query.vocabulary.roles`. */
  readonly role: Scalars['String']['output'];
  /** Why it is said. */
  readonly reason: Scalars['String']['output'];
  /** Sign-in name of who put it on file. */
  readonly recordedBy: Scalars['String']['output'];
  /** When. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** When it was taken back; null where it was not. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What the person is under the law. Only people with a record at your agency. */
export type RoleInput = {
  /** Who. */
  readonly client: Scalars['ID']['input'];
  /** The role: see `Query.vocabulary.roles`. Where agencies differ, the one that protects the person counts. */
  readonly role: Scalars['String']['input'];
  /** Why it is said. */
  readonly reason: Scalars['String']['input'];
};

/** The role put on file. */
export type RecordRolePayload = {
  /** The role put on file. */
  readonly role: RoleAssertion;
};

/** The role taken back. */
export type EndRolePayload = {
  /** The role taken back. */
  readonly role: RoleAssertion;
};

/** A finding that the law asks for before it opens without consent. */
export type LegalBasis = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** About whom. */
  readonly client?: Maybe<Client>;
  /** The finding: see `Query.vocabulary.legalBases`. */
  readonly kind: Scalars['String']['output'];
  /** What it was found on. */
  readonly reason: Scalars['String']['output'];
  /** Kinds of information it opens. */
  readonly categories?: Maybe<ReadonlyArray<Scalars['CategoryCode']['output']>>;
  /** What the person said when they were asked, or why they were not. */
  readonly consultedViews?: Maybe<Scalars['String']['output']>;
  /** To the end of this day. */
  readonly to: Scalars['Date']['output'];
  /** Sign-in name of who asserts it. */
  readonly recordedBy: Scalars['String']['output'];
  /** When. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** When it was ended before its time; null where it was not. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A finding about one person; for several, one each. Only people with a record at your agency. */
export type LegalBasisInput = {
  /** About whom. */
  readonly client: Scalars['ID']['input'];
  /** The finding: see `Query.vocabulary.legalBases`. */
  readonly kind: Scalars['String']['input'];
  /** What it was found on. */
  readonly reason: Scalars['String']['input'];
  /** Kinds of information it is to open; sensitive ones only where they are named. Leave out for every kind that is not sensitive. */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['CategoryCode']['input']>>;
  /** What the person said when they were asked, or why they were not. */
  readonly consultedViews?: InputMaybe<Scalars['String']['input']>;
  /** To the end of this day, at most 90 days from now; leave out for 30 days. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
};

/** The finding put on file. */
export type AssertLegalBasisPayload = {
  /** The finding put on file. */
  readonly legalBasis: LegalBasis;
};

/** The finding ended. */
export type EndLegalBasisPayload = {
  /** The finding ended. */
  readonly legalBasis: LegalBasis;
};

/** Why information is blocked. */
export type BlockKind =
  /** Somebody would be in danger. */
  | 'SAFETY_BLOCK'
  /** The law excludes it from sharing. */
  | 'EXCLUDED_INFORMATION'
  /** A court has suppressed it. */
  | 'COURT_SUPPRESSION';

/** A never-rule. Only the agency that put it on file can see it. */
export type Block = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Of whom; null where you may not know of them, as when the block closes your own agency out. */
  readonly client?: Maybe<Client>;
  /** Why. */
  readonly kind: BlockKind;
  /** Kinds of information; null: all. */
  readonly categories?: Maybe<ReadonlyArray<Scalars['CategoryCode']['output']>>;
  /** Records; null: all. */
  readonly records?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** People it protects from: whoever works with one of them, and they themself, are told nothing. Null, and `users` too: it stands against everybody. */
  readonly against?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Sign-in names of workers it protects from: they are told nothing, at whatever agency they work. A worker who is named does not see the block. */
  readonly users?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Sign-in name of who put it on file. */
  readonly recordedBy: Scalars['String']['output'];
  /** When. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** When it was lifted; null where it was not. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A block. It names kinds of information, or whom it protects from, or both. Only people with a record at your agency. */
export type BlockInput = {
  /** Of whom. */
  readonly client: Scalars['ID']['input'];
  /** Why. */
  readonly kind: BlockKind;
  /** Kinds of information and what lies below them; leave out for all. */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['CategoryCode']['input']>>;
  /** Records of your own agency; leave out for every record. */
  readonly records?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** People it protects from, whom your agency works with; leave out, and `users` too, for everybody. It closes your own agency out too, where it works with one of them. */
  readonly against?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Sign-in names of workers it protects from, such as a relative of the person, at whatever agency, yours included. Their colleagues are told as before. */
  readonly users?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The block put on file. */
export type AddBlockPayload = {
  /** The block put on file. */
  readonly block: Block;
};

/** The block lifted. */
export type LiftBlockPayload = {
  /** The block lifted. */
  readonly block: Block;
};

/** A page of blocks (Relay). */
export type BlockConnection = {
  /** The blocks and their cursors. */
  readonly edges: ReadonlyArray<BlockEdge>;
  /** The blocks. */
  readonly nodes: ReadonlyArray<Block>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A block on a page. */
export type BlockEdge = {
  /** Where to go on. It serves only you, for this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The block. */
  readonly node: Block;
};

/** Emergency access. */
export type BreakGlass = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Whom it is about; null where you may not know of them. */
  readonly client?: Maybe<Client>;
  /** The agency of who took it. */
  readonly agency?: Maybe<Agency>;
  /** Sign-in name of who took it. */
  readonly takenBy: Scalars['String']['output'];
  /** Why, in their words; null but for their own agency. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Kinds of information it opens; null but for their own agency: what was told is among `Client.disclosures`. */
  readonly categories?: Maybe<ReadonlyArray<Scalars['CategoryCode']['output']>>;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Until when. */
  readonly until: Scalars['DateTime']['output'];
  /** When it was ended before its time; null where it was not. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** True where it went over something the client had refused; null but for who may review it. */
  readonly grave?: Maybe<Scalars['Boolean']['output']>;
  /** What somebody else found of it; null until then. */
  readonly review?: Maybe<BreakGlassReview>;
  /** Whether the person was told of it; null until somebody has said, and but for their own agency. */
  readonly clientTold?: Maybe<ClientTold>;
};

/** Whether a person was told of emergency access to what is held of them. */
export type ClientTold =
  /** They were. */
  | 'TOLD'
  /** It is not safe to tell them, for them or for somebody else. */
  | 'NOT_SAFE';

/** What somebody else found of emergency access. */
export type BreakGlassReview = {
  /** Sign-in name of who reviewed it; null but for their own agency. */
  readonly reviewedBy?: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** What they found. */
  readonly outcome: BreakGlassOutcome;
  /** In their words; null but for their own agency. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** What a review found. */
export type BreakGlassOutcome =
  /** It was right. */
  | 'JUSTIFIED'
  /** It was not. */
  | 'NOT_JUSTIFIED';

/** Emergency access to what other agencies hold of a person. Only people with a record at your agency. */
export type BreakGlassInput = {
  /** Whom it is about. */
  readonly client: Scalars['ID']['input'];
  /** Why. */
  readonly reason: Scalars['String']['input'];
  /** Kinds of information, each named. */
  readonly categories: ReadonlyArray<Scalars['CategoryCode']['input']>;
};

/** What somebody else found of emergency access. */
export type BreakGlassReviewInput = {
  /** The emergency access. */
  readonly id: Scalars['ID']['input'];
  /** What was found. */
  readonly outcome: BreakGlassOutcome;
  /** In words. */
  readonly note: Scalars['String']['input'];
};

/** The emergency access taken. */
export type BreakGlassPayload = {
  /** The emergency access taken. */
  readonly breakGlass: BreakGlass;
};

/** The emergency access ended. */
export type EndBreakGlassPayload = {
  /** The emergency access ended. */
  readonly breakGlass: BreakGlass;
};

/** The emergency access reviewed. */
export type ReviewBreakGlassPayload = {
  /** The emergency access reviewed. */
  readonly breakGlass: BreakGlass;
};

/** The emergency access of which was said whether the person was told. */
export type SayClientToldPayload = {
  /** The emergency access. */
  readonly breakGlass: BreakGlass;
};

/** A page of emergency access (Relay). */
export type BreakGlassConnection = {
  /** The emergency access and its cursors. */
  readonly edges: ReadonlyArray<BreakGlassEdge>;
  /** The emergency access. */
  readonly nodes: ReadonlyArray<BreakGlass>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** Emergency access on a page. */
export type BreakGlassEdge = {
  /** Where to go on. It serves only you, for this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The emergency access. */
  readonly node: BreakGlass;
};

/** What a notice is about. */
export type NoticeKind =
  /** Another agency asks you to talk with a person about a consent. */
  | 'CONSENT_REQUESTED'
  /** A worker of another agency took emergency access to a record of your agency. */
  | 'GLASS_BROKEN'
  /** A worker of your agency took emergency access, and somebody else is to review it. */
  | 'GLASS_TO_REVIEW'
  /** Something of a person's alerts that you or your agency was told of was corrected. Look again. */
  | 'CORRECTED'
  /** Your agency is invited to place scenarios, the first time or again. */
  | 'EXERCISE_OPEN'
  /** What was placed is shown, and is to be discussed. */
  | 'EXERCISE_REVEALED'
  /** Your agency is to be heard on a proposal, at your level. */
  | 'PROPOSAL_TO_HEAR';

/** That something waits for you. It holds no content. */
export type Notice = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** What it is about. */
  readonly kind: NoticeKind;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** When it was read; null until then. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whom it is about; null where you may not know of them, and where it is about nobody. */
  readonly client?: Maybe<Client>;
  /** The exercise, where it is one. */
  readonly exercise?: Maybe<Exercise>;
  /** The request, where it is one. */
  readonly request?: Maybe<ConsentRequest>;
  /** The emergency access, where it is one. */
  readonly breakGlass?: Maybe<BreakGlass>;
  /** The proposal on which your agency is to be heard, where it is one. */
  readonly proposal?: Maybe<Proposal>;
};

/** A page of notices (Relay). */
export type NoticeConnection = {
  /** The notices and their cursors. */
  readonly edges: ReadonlyArray<NoticeEdge>;
  /** The notices. */
  readonly nodes: ReadonlyArray<Notice>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A notice on a page. */
export type NoticeEdge = {
  /** Where to go on. It serves only you, for this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The notice. */
  readonly node: Notice;
};

/** The notice, read. */
export type MarkNoticeReadPayload = {
  /** The notice, read. */
  readonly notice: Notice;
};

/** Two records that may be one person. Each side sees its own, and of the other what it may know anyway. */
export type LinkPair = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Your agency's record. */
  readonly mine: AgencyRecord;
  /** The other, where something of it may be told to you. */
  readonly theirs?: Maybe<AgencyRecord>;
  /** True where both records are your agency's: on file twice. */
  readonly onFileTwice: Scalars['Boolean']['output'];
  /** How the two compare, as far as encoded keys can tell, the weightiest first. */
  readonly agreement: ReadonlyArray<Scalars['String']['output']>;
  /** True where they are as alike as records of two people almost never are: names, date of birth, sex and place agree, but for next to nothing. */
  readonly close: Scalars['Boolean']['output'];
  /** When it was found. */
  readonly at: Scalars['DateTime']['output'];
  /** What your agency said of it last. */
  readonly word?: Maybe<LinkWord>;
  /** Who of your agency said that, when and why; null where nothing was said. */
  readonly said?: Maybe<LinkSaid>;
};

/** Who said something of a pair. */
export type LinkSaid = {
  /** Sign-in name. */
  readonly by: Scalars['String']['output'];
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Why. */
  readonly reason: Scalars['String']['output'];
};

/** What is said of a pair. */
export type LinkWord =
  /** One person. */
  | 'SAME'
  /** Two people. */
  | 'DIFFERENT'
  /** Ask again. */
  | 'LATER';

/** A page of pairs (Relay). */
export type LinkPairConnection = {
  /** The pairs and their cursors. */
  readonly edges: ReadonlyArray<LinkPairEdge>;
  /** The pairs. */
  readonly nodes: ReadonlyArray<LinkPair>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A pair on a page. */
export type LinkPairEdge = {
  /** Where to go on. It serves only you, for this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The pair. */
  readonly node: LinkPair;
};

/** What is said of a pair, and why. */
export type LinkDecisionInput = {
  /** The pair. */
  readonly pair: Scalars['ID']['input'];
  /** What is said. */
  readonly word: LinkWord;
  /** Why. */
  readonly reason: Scalars['String']['input'];
};

/** What came of it. */
export type DecideLinkPayload = {
  /** True where the records are linked now. */
  readonly linked: Scalars['Boolean']['output'];
  /** The person, through all records that may be told to you; null where your record is none of a person you may know of. */
  readonly client?: Maybe<Client>;
};

/** A record on its own again. */
export type SeparateRecordPayload = {
  /** The person the record belongs to now. */
  readonly client?: Maybe<Client>;
  /** Agencies that were told of the record while it was linked: they may have taken it for another person's. */
  readonly toldTo: ReadonlyArray<Agency>;
};

/** What came of taking it back. */
export type ReopenLinkPayload = {
  /** The person of your agency's record; null where it is none of a person you may know of. */
  readonly client?: Maybe<Client>;
};

/** A step in the history of a record's link. */
export type LinkEvent = {
  /** Linked or separated. */
  readonly kind?: Maybe<LinkEventKind>;
  /** When. */
  readonly at?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Sign-in name of who decided, of your own agency; `hub` where the partnership lets records that are almost the same be linked. Null where it
   * was somebody of another agency.
   */
  readonly decidedBy?: Maybe<Scalars['String']['output']>;
  /** Why; null likewise. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** What happened to a record's link. */
export type LinkEventKind =
  /** Linked to a person. */
  | 'CONFIRMED'
  /** Said by your agency to be of one person with another. */
  | 'PROPOSED'
  /** Separated from a person. */
  | 'SEPARATED'
  /** Said by your agency to be of another person than another record. */
  | 'DENIED'
  /** That was taken back by your agency: both agencies are asked again. */
  | 'REOPENED';

/** Scenarios that people of several agencies place in the alert categories, each for themselves, and then discuss. */
export type Exercise = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** What it is about. */
  readonly title: Scalars['String']['output'];
  /** Where it stands. */
  readonly stage: ExerciseStage;
  /** The agency whose people lead it. */
  readonly ledBy?: Maybe<Agency>;
  /** The agencies invited, by name. */
  readonly agencies: ReadonlyArray<Agency>;
  /** The scenarios, in their order. */
  readonly scenarios: ReadonlyArray<Scenario>;
  /** The alert categories they may be placed in. */
  readonly offered: ReadonlyArray<AlertTerm>;
  /** What is shown apart for groups of five people and more. It was settled when the exercise was set up. */
  readonly brokenDownBy: ExerciseBreakdown;
  /** How many take part. */
  readonly joined: Scalars['Int']['output'];
  /** How many placed every scenario in the round under way; null where none is. */
  readonly answered?: Maybe<Scalars['Int']['output']>;
  /** What you said yourself; null where you do not take part. After the end nobody can tell any more, the hub neither. */
  readonly mine?: Maybe<OwnPlacings>;
  /** The rounds that were revealed, the first one first. */
  readonly rounds: ReadonlyArray<ExerciseRound>;
  /**
   * How people moved between the rounds. Only where five and more moved alike, and where it tells nothing of fewer; a move that is not
   * listed may have been anybody's or nobody's. Empty until the second round is revealed, and where results are broken down.
   */
  readonly shift: ReadonlyArray<ScenarioShift>;
  /** The scenarios where words were the trouble: those where language was noted most, then those that people agreed on least, come first. */
  readonly wordingTrouble: ReadonlyArray<WordingTrouble>;
  /** What was proposed to the partnership out of it, the newest first (100 at most). */
  readonly proposals: ReadonlyArray<Proposal>;
  /** What was done with the exercise, by whom and when. Whoever leads it: taking part leaves no trace here. */
  readonly history: ReadonlyArray<ExerciseStep>;
};

/** Where an exercise stands. It goes forward only. */
export type ExerciseStage =
  /** Everybody places the scenarios for themselves. One may join. */
  | 'FIRST_PLACING'
  /** What was placed is shown and discussed; barriers are noted. */
  | 'FIRST_DISCUSSION'
  /** Those who took part place the scenarios again. */
  | 'SECOND_PLACING'
  /** What was placed the second time is shown and discussed. */
  | 'SECOND_DISCUSSION'
  /** Over. */
  | 'CLOSED';

/** What results are shown apart for, beside the whole. One thing only: two would show in their difference who stands in both. */
export type ExerciseBreakdown =
  /** Nothing. */
  | 'NOTHING'
  /** Agencies. */
  | 'AGENCY'
  /** The roles people sign in with. */
  | 'ROLE';

/** An invented situation. */
export type Scenario = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** What is to be placed. */
  readonly text: Scalars['String']['output'];
};

/** Where somebody places a scenario. */
export type PlacingAnswer =
  /** In an alert category. */
  | 'CATEGORY'
  /** In none: no alert. */
  | 'NONE'
  /** Cannot say. */
  | 'UNSURE';

/** How firmly an alert would be raised now, the least first: of the certainties of alerts those that a new one may have. */
export type PlacingCertainty =
  /** Something points to it. */
  | 'INDICATED'
  /** Somebody said it. */
  | 'DISCLOSED'
  /** It was assessed. */
  | 'ASSESSED';

/** What makes it hard to name what one sees. */
export type BarrierKind =
  /** The words: they do not fit, or hurt. */
  | 'LANGUAGE'
  /** Doubt: how soon, and with how much information, may it be named? */
  | 'CERTAINTY'
  /** What may come of it for the person. */
  | 'FEAR_OF_CONSEQUENCES'
  /** The system or the way of working. */
  | 'WORKFLOW'
  /** The person or their family may see it. */
  | 'VISIBLE_TO_PERSON_OR_FAMILY'
  /** A duty to report. */
  | 'MANDATORY_REPORTING'
  /** Something else. */
  | 'OTHER';

/** What you said yourself. */
export type OwnPlacings = {
  /** Your placings. */
  readonly placings: ReadonlyArray<OwnPlacing>;
  /** The barriers you noted. */
  readonly barriers: ReadonlyArray<OwnBarriers>;
};

/** Where you placed a scenario. */
export type OwnPlacing = {
  /** 1 or 2. */
  readonly round: Scalars['Int']['output'];
  /** The scenario. */
  readonly scenario: Scalars['ID']['output'];
  /** Where. */
  readonly answer: PlacingAnswer;
  /** The alert category, where it is one. */
  readonly category?: Maybe<Scalars['AlertCode']['output']>;
  /** How firmly. */
  readonly certainty?: Maybe<PlacingCertainty>;
  /** What more you would need to know. */
  readonly wouldNeed?: Maybe<Scalars['String']['output']>;
  /** Why. */
  readonly why?: Maybe<Scalars['String']['output']>;
  /** The wording you propose. */
  readonly wording?: Maybe<Scalars['String']['output']>;
};

/** Barriers you noted. */
export type OwnBarriers = {
  /** The round that was discussed. */
  readonly round: Scalars['Int']['output'];
  /** The scenario. */
  readonly scenario: Scalars['ID']['output'];
  /** What. */
  readonly kinds: ReadonlyArray<BarrierKind>;
  /** In your words. */
  readonly words?: Maybe<Scalars['String']['output']>;
};

/** What came of a round. It is the same for everybody, whoever leads the exercise too. */
export type ExerciseRound = {
  /** 1 or 2. */
  readonly round: Scalars['Int']['output'];
  /** How many placed every scenario. */
  readonly answered: Scalars['Int']['output'];
  /** How far people agree on the category, beyond chance; to be unsure is an answer of its own. Over the scenarios that are shown. */
  readonly categoryAgreement: Agreement;
  /** How far those who would raise an alert agree on its certainty, beyond chance. */
  readonly certaintyAgreement: Agreement;
  /** Each scenario, in the order of the exercise. */
  readonly scenarios: ReadonlyArray<ScenarioResult>;
};

/** Krippendorff's alpha: 1 where all agree, 0 where they agree as by chance. */
export type Agreement = {
  /** Null where there is none: `undefinedBecause` says why. */
  readonly alpha?: Maybe<Scalars['Float']['output']>;
  /** The lower end of its interval of 95% (scenarios drawn again and again); null where there are fewer than three scenarios. */
  readonly low?: Maybe<Scalars['Float']['output']>;
  /** The upper end. */
  readonly high?: Maybe<Scalars['Float']['output']>;
  /** Why there is none. */
  readonly undefinedBecause?: Maybe<NoAgreement>;
};

/** Why there is no agreement to state. */
export type NoAgreement =
  /** No scenario that is shown was answered by two. */
  | 'NOTHING_TO_COMPARE'
  /** Every answer is the same one: agreement beyond chance cannot be told from that. */
  | 'ONE_VALUE';

/** What was said of a scenario. The lists of words stand in no order that tells anything, and none goes with another. */
export type ScenarioResult = {
  /** The scenario. */
  readonly scenario: Scenario;
  /** How many placed it; null where fewer than five did, and then nothing that they placed or wrote of it is shown. */
  readonly answers?: Maybe<Scalars['Int']['output']>;
  /** Where it was placed. */
  readonly placings: ReadonlyArray<PlacingCount>;
  /** How firmly an alert would be raised. */
  readonly certainties: ReadonlyArray<CertaintyCount>;
  /** The share of pairs of people who placed it alike, 0 to 1. */
  readonly alike?: Maybe<Scalars['Float']['output']>;
  /** Where groups placed it: of five and more, and so that what is left of the whole is not fewer either. */
  readonly groups: ReadonlyArray<GroupPlacings>;
  /** Why, in people's words. */
  readonly why: ReadonlyArray<Scalars['String']['output']>;
  /** What more they would need to know. */
  readonly wouldNeed: ReadonlyArray<Scalars['String']['output']>;
  /** The wordings they propose. */
  readonly wordings: ReadonlyArray<Scalars['String']['output']>;
  /** What makes it hard to name; null while it is discussed, and where fewer than five people noted anything in this round. */
  readonly barriers?: Maybe<ReadonlyArray<BarrierCount>>;
  /** The same in people's words. */
  readonly barrierWords: ReadonlyArray<Scalars['String']['output']>;
};

/** So many placed it there. */
export type PlacingCount = {
  /** Where. */
  readonly answer: PlacingAnswer;
  /** The alert category, where it is one. */
  readonly category?: Maybe<Scalars['AlertCode']['output']>;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** So many would raise it as firmly as that. */
export type CertaintyCount = {
  /** How firmly. */
  readonly certainty: PlacingCertainty;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** So many noted that. */
export type BarrierCount = {
  /** What. */
  readonly kind: BarrierKind;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** Where a group placed a scenario. */
export type GroupPlacings = {
  /** The id of an agency, or a role. */
  readonly group: Scalars['String']['output'];
  /** How many of them placed it. */
  readonly answers: Scalars['Int']['output'];
  /** Where. */
  readonly placings: ReadonlyArray<PlacingCount>;
};

/** How people moved on a scenario. */
export type ScenarioShift = {
  /** The scenario. */
  readonly scenario: Scenario;
  /** The moves that may be told. */
  readonly moves: ReadonlyArray<PlacingMove>;
};

/** So many went from one answer to another; to the same, where they stayed. Null: did not answer. */
export type PlacingMove = {
  /** In the first round. */
  readonly from?: Maybe<PlacingAnswer>;
  /** The alert category, where it is one. */
  readonly fromCategory?: Maybe<Scalars['AlertCode']['output']>;
  /** In the second. */
  readonly to?: Maybe<PlacingAnswer>;
  /** The alert category, where it is one. */
  readonly toCategory?: Maybe<Scalars['AlertCode']['output']>;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** A scenario where words were the trouble. */
export type WordingTrouble = {
  /** The scenario. */
  readonly scenario: Scenario;
  /** How often language was noted as a barrier. */
  readonly languageNoted: Scalars['Int']['output'];
  /** The share of pairs of people who placed it alike the first time; null where it is not shown. */
  readonly alike?: Maybe<Scalars['Float']['output']>;
  /** The wordings that were proposed. */
  readonly wordings: ReadonlyArray<Scalars['String']['output']>;
};

/** What was done with an exercise. */
export type ExerciseStep = {
  /** What. */
  readonly act: ExerciseAct;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** Sign-in name of who did it. */
  readonly by: Scalars['String']['output'];
  /** Their agency. */
  readonly agency?: Maybe<Agency>;
};

/** What is done with an exercise by whoever leads it. */
export type ExerciseAct =
  /** Set up. */
  | 'CREATE'
  /** A round was revealed. */
  | 'REVEAL'
  /** The second round was opened. */
  | 'OPEN_SECOND_ROUND'
  /** Ended. */
  | 'CLOSE';

/** A page of exercises (Relay). */
export type ExerciseConnection = {
  /** The exercises and their cursors. */
  readonly edges: ReadonlyArray<ExerciseEdge>;
  /** The exercises. */
  readonly nodes: ReadonlyArray<Exercise>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** An exercise on a page. */
export type ExerciseEdge = {
  /** Where to go on. It serves only you, for this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The exercise. */
  readonly node: Exercise;
};

/**
 * An exercise. Scenarios are invented, never a real case: one that holds what looks like a telephone number, an e-mail address, a date
 * or the number of a record is refused.
 */
export type ExerciseInput = {
  /** What it is about. */
  readonly title: Scalars['String']['input'];
  /** The scenarios, 1 to 20. */
  readonly scenarios: ReadonlyArray<Scalars['String']['input']>;
  /** Alert categories they may be placed in; leave out for all in force. */
  readonly offered?: InputMaybe<ReadonlyArray<Scalars['AlertCode']['input']>>;
  /** Agencies invited beside your own. */
  readonly agencies: ReadonlyArray<Scalars['ID']['input']>;
  /** What results are shown apart for. It cannot be changed. */
  readonly breakDownBy?: InputMaybe<ExerciseBreakdown>;
};

/**
 * Where you place a scenario. Your words are shown to the others without your name: nothing of a real case, and nothing that says
 * who you are, belongs here.
 */
export type PlacingInput = {
  /** The exercise. */
  readonly exercise: Scalars['ID']['input'];
  /** The scenario. */
  readonly scenario: Scalars['ID']['input'];
  /** The round under way, 1 or 2. */
  readonly round: Scalars['Int']['input'];
  /** Where. */
  readonly answer: PlacingAnswer;
  /** The alert category, where it is one. */
  readonly category?: InputMaybe<Scalars['AlertCode']['input']>;
  /** How firmly an alert would be raised; with a category only. */
  readonly certainty?: InputMaybe<PlacingCertainty>;
  /** What more you would need to know. */
  readonly wouldNeed?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  readonly why?: InputMaybe<Scalars['String']['input']>;
  /** How you would word it, so that you could say it to the person. */
  readonly wording?: InputMaybe<Scalars['String']['input']>;
};

/** What makes a scenario hard to name. As with placings, no real case and no names. */
export type BarriersInput = {
  /** The exercise. */
  readonly exercise: Scalars['ID']['input'];
  /** The scenario. */
  readonly scenario: Scalars['ID']['input'];
  /** What; they take the place of what you noted before. */
  readonly kinds: ReadonlyArray<BarrierKind>;
  /** In your words. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
};

/** The exercise set up. */
export type CreateExercisePayload = {
  /** The exercise set up. */
  readonly exercise: Exercise;
};

/** The exercise joined. */
export type JoinExercisePayload = {
  /** The exercise joined. */
  readonly exercise: Exercise;
};

/** What you said. */
export type PlacePayload = {
  /** The exercise. */
  readonly exercise: Exercise;
};

/** The exercise, revealed. */
export type RevealRoundPayload = {
  /** The exercise. */
  readonly exercise: Exercise;
};

/** What you noted. */
export type NoteBarriersPayload = {
  /** The exercise. */
  readonly exercise: Exercise;
};

/** The exercise in its second round. */
export type OpenRoundPayload = {
  /** The exercise. */
  readonly exercise: Exercise;
};

/** The exercise, ended. */
export type CloseExercisePayload = {
  /** The exercise. */
  readonly exercise: Exercise;
};

/** What somebody proposed to the partnership, and where it is. */
export type Proposal = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** What it is about. */
  readonly kind: ProposalKind;
  /** In a line. */
  readonly title: Scalars['String']['output'];
  /** Why it should be so. */
  readonly why: Scalars['String']['output'];
  /** What it would change in the words of the partnership; null: words only. */
  readonly change?: Maybe<ProposedChange>;
  /** The day it is to hold from; null: the day after it is agreed. */
  readonly effectiveOn?: Maybe<Scalars['Date']['output']>;
  /** The agency it comes from. */
  readonly raisedBy?: Maybe<Agency>;
  /** Who raised it; null but for their own agency. */
  readonly raisedByUser?: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly raisedAt: Scalars['DateTime']['output'];
  /** Where it is. */
  readonly status: ProposalStatus;
  /** Where it is, in a sentence. */
  readonly where: Scalars['String']['output'];
  /** The level it is at now; null once it is decided. */
  readonly level?: Maybe<DecisionLevel>;
  /** Days left at this level; null once it is decided. */
  readonly daysLeft?: Maybe<Scalars['Int']['output']>;
  /** When it moves up by itself, or is decided, at the latest; null once it is decided. */
  readonly movesUpAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was decided or withdrawn; null while it is open. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Of an agreed one that changes the words of the partnership: from this day it holds. */
  readonly holdsFrom?: Maybe<Scalars['Date']['output']>;
  /** Of one that was rejected or lapsed: why, and by whom. */
  readonly whyNot?: Maybe<Scalars['String']['output']>;
  /** The levels that were reached, and who was heard there. */
  readonly levels: ReadonlyArray<LevelHeard>;
  /** Agencies that are to be heard: those that took part when it was raised. */
  readonly agencies: ReadonlyArray<Agency>;
  /** Everything that happened, the oldest first, in plain words. */
  readonly history: ReadonlyArray<ProposalHappening>;
  /** True where you may take a position for your agency now. */
  readonly mayVoice: Scalars['Boolean']['output'];
  /** The exercise it came out of; null where it came out of none, and where your agency was not invited to it. */
  readonly exercise?: Maybe<Exercise>;
};

/** The proposal, raised. */
export type ProposeFromExercisePayload = {
  /** The proposal, raised. */
  readonly proposal: Proposal;
};

/** A wording that a code had. */
export type Wording = {
  /** From this day; null: from the beginning. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** The wording. */
  readonly label: Scalars['String']['output'];
  /** True where the category was taken out of use on that day. */
  readonly retired: Scalars['Boolean']['output'];
  /** Why, in the words of who proposed it; null: from the beginning. */
  readonly why?: Maybe<Scalars['String']['output']>;
  /** Agencies that supported it at the last level. */
  readonly agreedBy: ReadonlyArray<Agency>;
  /** When it was agreed; null: from the beginning. */
  readonly agreedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The proposal; null for clients, and from the beginning. */
  readonly proposal?: Maybe<Proposal>;
};

/** The notice that is given before consent is recorded. */
export type ConsentNotice = {
  /** The language it is in. */
  readonly language: Scalars['String']['output'];
  /** What `ConsentInput.noticeVersion` takes. */
  readonly version: Scalars['String']['output'];
  /** The text. */
  readonly text: Scalars['String']['output'];
  /** From this day. */
  readonly from: Scalars['Date']['output'];
  /** Earlier versions of that language, the oldest first. */
  readonly former: ReadonlyArray<FormerNotice>;
};

/** A notice that was in force. */
export type FormerNotice = {
  /** Its version. */
  readonly version: Scalars['String']['output'];
  /** From this day. */
  readonly from: Scalars['Date']['output'];
  /** The text. */
  readonly text: Scalars['String']['output'];
};

/** What a proposal is about. */
export type ProposalKind =
  /** A new wording for an alert category or a need. */
  | 'LABEL'
  /** A new alert category, or one that goes out of use. */
  | 'ALERT_CATEGORY'
  /** A new text of the notice given when consent is recorded. */
  | 'CONSENT_NOTICE'
  /** How people work. */
  | 'PRACTICE'
  /** A change of the graph's schema. */
  | 'SCHEMA_CHANGE'
  /** Something in the system that stands in the way. */
  | 'BARRIER';

/** Where a proposal is. */
export type ProposalStatus =
  /** Agencies are being heard. */
  | 'OPEN'
  /** Agreed. */
  | 'AGREED'
  /** Not agreed: see `Proposal.whyNot`. */
  | 'REJECTED'
  /** Too few agencies were heard at the last level in its time. */
  | 'LAPSED'
  /** Taken back by the agency that raised it. */
  | 'WITHDRAWN';

/** At which level agencies are heard, one after the other. */
export type DecisionLevel =
  /** Those who work with people. */
  | 'PRACTITIONER'
  /** Team leaders and practice leads. */
  | 'TEAM_LEADER'
  /** Managers. */
  | 'MANAGER'
  /** Executives. */
  | 'EXECUTIVE';

/** What an agency says of a proposal at a level. */
export type Position =
  /** It should be so. */
  | 'SUPPORT'
  /** We would not do it so, and do not stand in the way. */
  | 'STAND_ASIDE'
  /** It must not be so, for a reason. */
  | 'OBJECT';

/**
 * A proposal. It is read at every agency: describe no real case, and name no client. Which parts belong to which kind: LABEL takes `code` and
 * `label`; ALERT_CATEGORY a new `code`, `label` and `category`, or `code` and `retire`; CONSENT_NOTICE `notice`; the others words only.
 */
export type ProposalInput = {
  /** What it is about. */
  readonly kind: ProposalKind;
  /** In a line. */
  readonly title: Scalars['String']['input'];
  /** Why it should be so, and what it would change for the people you work with. */
  readonly why: Scalars['String']['input'];
  /** The day it is to hold from, if it is agreed by then. Never before the day after it is agreed; left out: that day. */
  readonly effectiveOn?: InputMaybe<Scalars['Date']['input']>;
  /** The code of an alert category or need. */
  readonly code?: InputMaybe<Scalars['String']['input']>;
  /** The new wording. */
  readonly label?: InputMaybe<Scalars['String']['input']>;
  /** The kind of information that the new alert category is released under: see `Query.vocabulary.categories`. */
  readonly category?: InputMaybe<Scalars['CategoryCode']['input']>;
  /** True: the alert category goes out of use. */
  readonly retire?: InputMaybe<Scalars['Boolean']['input']>;
  /** The new notice. */
  readonly notice?: InputMaybe<ConsentNoticeInput>;
};

/** A notice to give before consent is recorded. */
export type ConsentNoticeInput = {
  /** The language it is in, as in `ConsentInput.language`. */
  readonly language: Scalars['String']['input'];
  /** Its version, as in `ConsentInput.noticeVersion`; another than those before it. */
  readonly version: Scalars['String']['input'];
  /** The text. */
  readonly text: Scalars['String']['input'];
};

/** A position on a proposal, for your agency. It is read at every agency: describe no real case. */
export type VoiceInput = {
  /** The proposal. */
  readonly proposal: Scalars['ID']['input'];
  /** The position. */
  readonly position: Position;
  /** Why. An objection needs a reason. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** What a proposal would change in the words of the partnership. */
export type ProposedChange = {
  /** The code. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** The wording. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** The kind of information it is released under. */
  readonly category?: Maybe<Scalars['CategoryCode']['output']>;
  /** True where it goes out of use. */
  readonly retire: Scalars['Boolean']['output'];
  /** Language of the notice. */
  readonly language?: Maybe<Scalars['String']['output']>;
  /** Version of the notice. */
  readonly version?: Maybe<Scalars['String']['output']>;
  /** Text of the notice. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** A level a proposal reached. */
export type LevelHeard = {
  /** The level. */
  readonly level: DecisionLevel;
  /** Since when. */
  readonly from: Scalars['DateTime']['output'];
  /** When it moved on or was decided; null while it is there. */
  readonly to?: Maybe<Scalars['DateTime']['output']>;
  /** How many agencies must be heard for it to move before its time. */
  readonly quorum: Scalars['Int']['output'];
  /** The voices that stand, one an agency. */
  readonly heard: ReadonlyArray<AgencyVoice>;
};

/** What an agency said at a level. The agency speaks: who spoke for it, only their own agency sees. */
export type AgencyVoice = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** The agency. */
  readonly agency?: Maybe<Agency>;
  /** What it says. */
  readonly position: Position;
  /** Why; null where it was not said. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** What was answered to the objection; null where nothing was. */
  readonly answer?: Maybe<Scalars['String']['output']>;
  /** Who spoke; null but for their own agency. */
  readonly spokenBy?: Maybe<Scalars['String']['output']>;
};

/** One thing that happened to a proposal. */
export type ProposalHappening = {
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** In plain words. */
  readonly says: Scalars['String']['output'];
  /** Who spoke for their agency; null but for their own agency, and where nobody did. */
  readonly spokenBy?: Maybe<Scalars['String']['output']>;
};

/** A page of proposals (Relay). */
export type ProposalConnection = {
  /** The proposals and their cursors. */
  readonly edges: ReadonlyArray<ProposalEdge>;
  /** The proposals. */
  readonly nodes: ReadonlyArray<Proposal>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** A proposal on a page. */
export type ProposalEdge = {
  /** Where to go on. It serves only you, for this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The proposal. */
  readonly node: Proposal;
};

/** The proposal raised. */
export type RaiseProposalPayload = {
  /** The proposal raised. */
  readonly proposal: Proposal;
};

/** The proposal with your agency's voice. */
export type VoicePayload = {
  /** The proposal with your agency's voice. */
  readonly proposal: Proposal;
};

/** The proposal with the answer. */
export type AnswerObjectionPayload = {
  /** The proposal with the answer. */
  readonly proposal: Proposal;
};

/** The proposal, withdrawn. */
export type WithdrawProposalPayload = {
  /** The proposal, withdrawn. */
  readonly proposal: Proposal;
};

/** What gives an agency a say over how its own clients' data are counted. */
export type Stewardship =
  /** A specialist service. */
  | 'SPECIALIST'
  /** Controlled by an Aboriginal community. */
  | 'ABORIGINAL_COMMUNITY_CONTROLLED';

/** What is kept out of what is counted together. */
export type AggregateScope =
  /** Figures and audits. */
  | 'EVERYTHING'
  /** `Agency.figures`. */
  | 'FIGURES'
  /** Audits of notes and alerts. */
  | 'AUDITS';

/** That an agency keeps its own clients' data out of what is counted together. */
export type AggregateVeto = {
  /** Opaque and stable. */
  readonly id: Scalars['ID']['output'];
  /** Whose. */
  readonly agency?: Maybe<Agency>;
  /** What is kept out. */
  readonly scope: AggregateScope;
  /** Why, as everybody reads it. */
  readonly reason: Scalars['String']['output'];
  /** Since when. */
  readonly at: Scalars['DateTime']['output'];
  /** When it was lifted; null where it was not. */
  readonly liftedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The veto. */
export type VetoAggregatePayload = {
  /** The veto. */
  readonly veto: AggregateVeto;
};

/** The veto, lifted. */
export type LiftAggregateVetoPayload = {
  /** The veto, lifted. */
  readonly veto: AggregateVeto;
};

/** A version of a rule set. */
export type RuleSet = {
  /** What identifies it: name, version, and a hash of all that it says. Audits are compared under the same one only. */
  readonly id: Scalars['ID']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Its version. */
  readonly version: Scalars['String']['output'];
  /** What it says, as YAML. */
  readonly text: Scalars['String']['output'];
  /** Codes of the alert categories that it reads notes for. */
  readonly alerts: ReadonlyArray<Scalars['AlertCode']['output']>;
  /** The agency that put it on file; null: it came with the hub. */
  readonly addedBy?: Maybe<Agency>;
  /** When; null: it came with the hub. */
  readonly addedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The version put on file, or what is wrong with it: then nothing was put on file. */
export type AddRuleSetPayload = {
  /** The version put on file. */
  readonly ruleSet?: Maybe<RuleSet>;
  /** What is wrong with the text. */
  readonly faults: ReadonlyArray<RuleFault>;
};

/** Something wrong in the text of a rule set. */
export type RuleFault = {
  /** The line, from 1. */
  readonly line: Scalars['Int']['output'];
  /** The column, from 1. */
  readonly column: Scalars['Int']['output'];
  /** What it should be. */
  readonly sentence: Scalars['String']['output'];
};

/**
 * What agencies published of one alert category and one closed window. Counts are sums of groups of five records or more: whatever is
 * asked besides, and with whichever agencies, their differences tell of no fewer. People are counted by their records: who has two, at one
 * agency or at several, counts twice.
 */
export type Audit = {
  /** The alert category. */
  readonly category: Scalars['AlertCode']['output'];
  /** First day of the window. */
  readonly from: Scalars['Date']['output'];
  /** Last day of the window. */
  readonly to: Scalars['Date']['output'];
  /** The version of the rules. */
  readonly rules: Scalars['String']['output'];
  /** People on file in the window. */
  readonly people: AuditCount;
  /** People with evidence in the window: a need, or a note that the rules read so. */
  readonly evidence: AuditCount;
  /** Of these, people without an active alert of the category on the last day. */
  readonly gap: AuditCount;
  /** People with an active alert on the last day. */
  readonly alerts: AuditCount;
  /** People whose alert was raised in the window. */
  readonly raised: AuditCount;
  /** People whose alert was ruled out or corrected. */
  readonly ruledOut: AuditCount;
  /** Evidence without an alert, of evidence, in the agencies that told both. */
  readonly gapRate: AuditShare;
  /** An active alert, of everybody, in the agencies that told both. */
  readonly prevalence: AuditShare;
  /** How sure the agencies are of these people's alerts: each value of `AlertCertainty`, and `NONE` where that is not on file. */
  readonly certainty: ReadonlyArray<AuditPart>;
  /**
   * Days from the first evidence in the window to the alert, of people who have both: `BEFORE` where the alert was there first, then `DAYS_0_7`,
   * `DAYS_8_30`, `DAYS_31_90` and `OVER_90`.
   */
  readonly daysToAlert: ReadonlyArray<AuditPart>;
  /** By the month of the first evidence in the window, or of the alert where there is none. */
  readonly months: ReadonlyArray<AuditMonth>;
  /** Each agency by itself. */
  readonly agencies: ReadonlyArray<AuditOfAgency>;
  /** Agencies that are not in these numbers, each with the reason. */
  readonly missing: ReadonlyArray<AuditMissing>;
  /** What these numbers can and cannot say. */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
};

/** A count over agencies. */
export type AuditCount = {
  /** All agencies together; null where one of them is missing or withheld. */
  readonly total?: Maybe<Scalars['Int']['output']>;
  /** As far as it was told: never less than this. */
  readonly atLeast: Scalars['Int']['output'];
  /** Agencies that told it. */
  readonly counted: ReadonlyArray<AgencyCount>;
  /** Agencies that looked and may not tell it: it is counted together with something else. */
  readonly withheld: ReadonlyArray<Agency>;
};

/** What one agency counted. */
export type AgencyCount = {
  /** The agency. */
  readonly agency: Agency;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** A share, with its 95% interval (Wilson). */
export type AuditShare = {
  /** How many of them. */
  readonly part: Scalars['Int']['output'];
  /** Out of how many. */
  readonly whole: Scalars['Int']['output'];
  /** The share; null where nothing was counted. */
  readonly rate?: Maybe<Scalars['Float']['output']>;
  /** Lower end of the interval; null where nothing was counted. */
  readonly low?: Maybe<Scalars['Float']['output']>;
  /** Upper end of the interval; null likewise. */
  readonly high?: Maybe<Scalars['Float']['output']>;
  /** Agencies in it. */
  readonly agencies: ReadonlyArray<Agency>;
};

/** Part of a count, by a value. */
export type AuditPart = {
  /** The value: a code that the field above names. */
  readonly value: Scalars['String']['output'];
  /** How many. */
  readonly count: AuditCount;
};

/** One month of a window. */
export type AuditMonth = {
  /** The month, `YYYY-MM`. */
  readonly month: Scalars['String']['output'];
  /** Evidence without an alert, of evidence, in the agencies that published; null where one of them may not tell it. */
  readonly gap?: Maybe<AuditShare>;
  /** People whose alert was raised in the window, likewise. */
  readonly raised?: Maybe<Scalars['Int']['output']>;
};

/** What one agency published. */
export type AuditOfAgency = {
  /** The agency. */
  readonly agency: Agency;
  /** Day on which it was published. */
  readonly publishedOn?: Maybe<Scalars['Date']['output']>;
  /** Evidence without an alert, of evidence; null where it is withheld. */
  readonly gapRate?: Maybe<AuditShare>;
  /** An active alert, of everybody; null where it is withheld. */
  readonly prevalence?: Maybe<AuditShare>;
};

/** An agency that is not in the numbers. */
export type AuditMissing = {
  /** The agency. */
  readonly agency: Agency;
  /** Why. */
  readonly why: AuditMissingReason;
};

/** Why an agency is not in the numbers. It is never counted as none. */
export type AuditMissingReason =
  /** It gave no answer. */
  | 'UNREACHABLE'
  /** It keeps its clients out of audits by its own decision. */
  | 'VETOED'
  /** Its policy gives no figures of this. */
  | 'NOT_AGREED'
  /** It has not looked at this window yet. */
  | 'NOT_AUDITED'
  /** It is asked by a version of the contract before 1.2, which tells of no audits, whether or not it looked: see `Agency.contractVersion`. */
  | 'OLDER_CONTRACT'
  /** It looked by another version of the rules. */
  | 'OTHER_RULES'
  /** It does not count this. */
  | 'NOT_IN_ITS_TABLE'
  /** Its counts are too small to tell. */
  | 'WITHHELD';

/** Two audits beside each other, or why they are not compared. */
export type Reaudit = {
  /** Why they are not compared; null where they are. */
  readonly refused?: Maybe<ReauditRefusal>;
  /** The first window. */
  readonly before: Audit;
  /** The second window. */
  readonly after: Audit;
  /**
   * The first window's records, looked at again at the end of the second; null where no agency did so. Where none of those that did may tell of
   * it, its shares are 0 of 0, and `leftOut` says why.
   */
  readonly sameRecords?: Maybe<ReauditSameRecords>;
  /** Evidence without an alert, the second window's people beside the first's; null where the windows overlap. */
  readonly gap?: Maybe<ReauditShare>;
  /** An active alert, likewise. */
  readonly prevalence?: Maybe<ReauditShare>;
  /** Alerts raised in each window; null where the windows overlap. */
  readonly raised?: Maybe<ReauditRate>;
  /** Months of both windows, with limits of a p-chart. */
  readonly gapChart?: Maybe<ReauditChart>;
  /** Alerts raised in the windows, by the month of the evidence they answer, as a run chart and an XmR chart. */
  readonly raisedChart?: Maybe<ReauditChart>;
  /** What this shows and what it cannot. Show it wherever a number of it is shown. */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
};

/** Why two audits are not compared. */
export type ReauditRefusal =
  /** They used different versions of the rules. */
  | 'OTHER_RULES'
  /** They are of different alert categories. */
  | 'OTHER_CATEGORY'
  /** The second is before the first. */
  | 'WRONG_ORDER'
  /** No agency is in both. */
  | 'NO_AGENCY_IN_BOTH';

/** What a comparison allows to be said. */
export type ReauditVerdict =
  /** More than chance would seldom bring. */
  | 'MORE'
  /** Less than chance would seldom bring. */
  | 'LESS'
  /** No change at all fits these numbers too. */
  | 'COULD_BE_CHANCE'
  /** There is no interval to judge by. */
  | 'UNKNOWN';

/** A change with its 95% interval. */
export type ReauditChange = {
  /** The change; null where nothing can be said of it. */
  readonly estimate?: Maybe<Scalars['Float']['output']>;
  /** Lower end; null likewise. */
  readonly low?: Maybe<Scalars['Float']['output']>;
  /** Upper end; null likewise. */
  readonly high?: Maybe<Scalars['Float']['output']>;
  /** What may be said. */
  readonly verdict: ReauditVerdict;
};

/** The same people then and now. */
export type ReauditSameRecords = {
  /** Evidence without an alert, then. */
  readonly before: AuditShare;
  /** The same people without an alert, now. */
  readonly after: AuditShare;
  /** Now less then. */
  readonly change: ReauditChange;
  /** Without an alert both times. */
  readonly both: Scalars['Int']['output'];
  /** Without one then, with one now. */
  readonly closed: Scalars['Int']['output'];
  /** With one then, without one now. */
  readonly opened: Scalars['Int']['output'];
  /** With an alert both times. */
  readonly neither: Scalars['Int']['output'];
  /** Exact McNemar test. */
  readonly exactP: Scalars['Float']['output'];
  /** Agencies that are left out, each with the reason. */
  readonly leftOut: ReadonlyArray<AuditMissing>;
};

/** A share then and now, of other people. */
export type ReauditShare = {
  /** Then. */
  readonly before: AuditShare;
  /** Now. */
  readonly after: AuditShare;
  /** Now less then (Newcombe). */
  readonly change: ReauditChange;
  /** Agencies that are left out, each with the reason. */
  readonly leftOut: ReadonlyArray<AuditMissing>;
};

/** A count then and now, each over its months. */
export type ReauditRate = {
  /** Then; null where no agency told both. */
  readonly before?: Maybe<Scalars['Int']['output']>;
  /** Over so many months. */
  readonly monthsBefore: Scalars['Int']['output'];
  /** Now; null where no agency told both. */
  readonly after?: Maybe<Scalars['Int']['output']>;
  /** Over so many months. */
  readonly monthsAfter: Scalars['Int']['output'];
  /** Now as a multiple of then, a month. */
  readonly ratio: ReauditChange;
  /** Agencies that are left out, each with the reason. */
  readonly leftOut: ReadonlyArray<AuditMissing>;
};

/** A chart, as data. */
export type ReauditChart = {
  /** The points, in order; months that may not be told are left out. */
  readonly points: ReadonlyArray<ReauditPoint>;
  /** The middle; null where there are too few points. */
  readonly center?: Maybe<Scalars['Float']['output']>;
  /** True where the points show a shift that chance seldom makes; null where there are too few to say, and of `gapChart`: its limits say that. */
  readonly shift?: Maybe<Scalars['Boolean']['output']>;
  /** Months left out. */
  readonly leftOut: ReadonlyArray<Scalars['String']['output']>;
};

/** A point of a chart. */
export type ReauditPoint = {
  /** The month, `YYYY-MM`. */
  readonly month: Scalars['String']['output'];
  /** The value. */
  readonly value: Scalars['Float']['output'];
  /** Lower limit; null where there are too few points for one. Of `raisedChart` it may lie below zero, where no count can be. */
  readonly low?: Maybe<Scalars['Float']['output']>;
  /** Upper limit; null likewise. */
  readonly high?: Maybe<Scalars['Float']['output']>;
};

/** Why an alert ends. */
export type AlertEnd =
  /** It was so, and is no longer. */
  | 'NO_LONGER'
  /** It was never so. Whoever was told of it gets a notice. */
  | 'WRONG';

/** An alert as a worker words it. It goes to the agency and is not kept at the hub. */
export type AlertInput = {
  /** What the alert is, in the categories the partners agreed. */
  readonly code: Scalars['AlertCode']['input'];
  /** How sure you are. Not `RULED_OUT` nor `CORRECTED`: such an alert does not hold. */
  readonly certainty: AlertCertainty;
  /** How grave it is. */
  readonly severity: AlertSeverity;
  /** The facts, in brief: who saw or said what, when. At most 600 characters. */
  readonly text: Scalars['String']['input'];
  /** Day by which it should be looked at again. */
  readonly reviewDue?: InputMaybe<Scalars['Date']['input']>;
};

/** What became of an order. */
export type OrderOutcome =
  /** It is written. */
  | 'WRITTEN'
  /** It waits at the agency for a team leader. */
  | 'WAITING'
  /** It was given back to the worker. */
  | 'RETURNED'
  /** Nothing was written: `wouldWrite` shows what would be. */
  | 'DRY_RUN';

/** What became of an alert order. */
export type WriteAlertPayload = {
  /** The order's id. */
  readonly order: Scalars['ID']['output'];
  /** What became of it. */
  readonly outcome: OrderOutcome;
  /** The record, with its alerts as they are now. */
  readonly record: AgencyRecord;
  /** In a dry run: what would be written in the agency's own tables. */
  readonly wouldWrite?: Maybe<ReadonlyArray<TableRow>>;
  /** Words that others may read otherwise than they are meant. They hinder nothing. */
  readonly wordingHints: ReadonlyArray<WordingHint>;
  /** Where something was corrected: who had been told. */
  readonly toldOf?: Maybe<CorrectionTold>;
};

/** What became of the answer to a prompt. */
export type AnswerPromptPayload = {
  /** The record, with its prompts as they are now. */
  readonly record: AgencyRecord;
};

/** A row of an agency's own table. */
export type TableRow = {
  /** The table. */
  readonly table: Scalars['String']['output'];
  /** Its columns. */
  readonly columns: ReadonlyArray<ColumnValue>;
};

/** A column of a row. */
export type ColumnValue = {
  /** The column. */
  readonly name: Scalars['String']['output'];
  /** The value, as text; null where it is empty. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** A word, and what might be said instead. */
export type WordingHint = {
  /** The word as it stands in the text. */
  readonly term: Scalars['String']['output'];
  /** What might be said instead. */
  readonly instead: ReadonlyArray<Scalars['String']['output']>;
  /** Why. */
  readonly why: Scalars['String']['output'];
};

/**
 * Who had been told, as the ledger has it. It knows kinds of information and not single alerts: counted is everybody who was told any
 * information of all of the alert's kinds of this record since the day it was raised. Each gets a notice, and sees it only while they
 * may still know. You yourself are not counted, nor is the person the record is about: tell them yourself.
 */
export type CorrectionTold = {
  /** Agencies. */
  readonly agencies: Scalars['Int']['output'];
  /** People. */
  readonly people: Scalars['Int']['output'];
};

/** An alert that waits for a lead. It holds no words of it. */
export type AlertApproval = {
  /** The order's id. */
  readonly id: Scalars['ID']['output'];
  /** The alert category. */
  readonly code: Scalars['AlertCode']['output'];
  /** Who asked for it. */
  readonly askedBy: Scalars['String']['output'];
  /** When. */
  readonly at: Scalars['DateTime']['output'];
  /** The record it is about: its `waitingAlerts` tell what it says. */
  readonly record: AgencyRecord;
};

/** A page of alerts that wait (Relay). */
export type AlertApprovalConnection = {
  /** The alerts and their cursors. */
  readonly edges: ReadonlyArray<AlertApprovalEdge>;
  /** The alerts. */
  readonly nodes: ReadonlyArray<AlertApproval>;
  /** Where this page stands. */
  readonly pageInfo: PageInfo;
};

/** An alert that waits, on a page. */
export type AlertApprovalEdge = {
  /** Where to go on. It serves only you, for this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The alert. */
  readonly node: AlertApproval;
};

/** How the ledger was found by the replica that answers. It holds nothing of any client, nor of which agency an entry is. */
export type LedgerIntegrity = {
  /** Which ledger. */
  readonly ledger: Scalars['ID']['output'];
  /** How many entries it has, which is the last one's number. */
  readonly entries: Scalars['Int']['output'];
  /** What was found. */
  readonly state: LedgerState;
  /** Entries from the first to this one follow each other as they were written. */
  readonly verifiedTo: Scalars['Int']['output'];
  /** When the ledger was last looked at. */
  readonly verifiedAt: Scalars['DateTime']['output'];
  /** Each entry up to `verifiedTo` was looked at at this instant or later; null before the first was. */
  readonly verifiedSince?: Maybe<Scalars['DateTime']['output']>;
  /** The newest checkpoint; null before the first. Whoever keeps checkpoints can compare. */
  readonly checkpoint?: Maybe<LedgerCheckpoint>;
  /** The first place where it is not as it was written; null where none was found. */
  readonly fault?: Maybe<LedgerFault>;
};

/** How the ledger was found. */
export type LedgerState =
  /** Every entry was looked at and is as it was written. */
  | 'INTACT'
  /** What was looked at is as it was written, and there is more to look at: ask again. */
  | 'UNDER_WAY'
  /** It was changed by something other than the hub. */
  | 'BROKEN';

/** What the hub signed of its ledger. Anybody may fetch the signed text at `/ledger/checkpoints/last`. */
export type LedgerCheckpoint = {
  /** How many entries it vouches for. */
  readonly seq: Scalars['Int']['output'];
  /** The hash of the last of them, and through it of every one. */
  readonly hash: Scalars['String']['output'];
  /** When it was made. */
  readonly at: Scalars['DateTime']['output'];
  /** The id of the key it is signed with, as in `/.well-known/jwks.json`. */
  readonly keyId: Scalars['String']['output'];
};

/** A place where the ledger is not as it was written. */
export type LedgerFault = {
  /** The number of the entry. */
  readonly seq: Scalars['Int']['output'];
  /** What is wrong with it, in a sentence without personal data. */
  readonly why: Scalars['String']['output'];
};

/** Whether an agency takes part. */
export type AgencyState =
  /** It does. */
  | 'ACTIVE'
  /** It is neither asked nor believed for the time being. */
  | 'SUSPENDED'
  /** It has left. */
  | 'REMOVED';

/** How an agency is reached. */
export type AgencyReach =
  /** It listens, and the hub asks it over HTTP. */
  | 'HTTP'
  /** It opens no port, and dials the hub. */
  | 'DIALS_IN';

/** Whether an agency answers. */
export type AgencyHealth = {
  /** What was found. */
  readonly state: AgencyHealthState;
  /** When the hub asked it. */
  readonly checkedAt: Scalars['DateTime']['output'];
};

/** How an agency answers. */
export type AgencyHealthState =
  /** Within a second. */
  | 'OK'
  /** It takes longer than a second. */
  | 'SLOW'
  /** Not within two seconds, or it does not take the hub's permit, or it says that it does not answer now; why is its own business. */
  | 'NOT_ANSWERING';
