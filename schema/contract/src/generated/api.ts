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
  /** A kind of information, such as `HOUSING` or `FV_RISK`. See `Query.vocabulary.categories`. */
  CategoryCode: { input: string; output: string; }
  /** An alert category the partners agreed on, such as `COMMUNICATION_SAFETY`. See `Query.vocabulary.alerts`. */
  AlertCode: { input: string; output: string; }
  /** A national reason for seeking assistance, `1` to `26` or `99` (AIHW; METeOR 398625). See `Query.vocabulary.needs`. */
  NeedCode: { input: string; output: string; }
  /** A moment in time in UTC, such as `2026-11-22T10:00:00Z`. */
  DateTime: { input: string; output: string; }
  /** The purpose of a request, such as `SERVICE_COORDINATION`. See `Query.vocabulary.purposes`. */
  PurposeCode: { input: string; output: string; }
};

/**
 * One agency's own entry about one person. Each field is released or withheld separately. A withheld field is null and
 * looks the same as one the agency does not have.
 */
export type AgencyRecord = {
  /** Opaque and stable identifier. It shows neither the agency nor its own record number. */
  readonly id: Scalars['ID']['output'];
  /** Who the person is, as this agency knows them. */
  readonly identity?: Maybe<Identity>;
  /** How to reach the person, and which ways of doing so are unsafe. */
  readonly contact?: Maybe<Contact>;
  /** Where the person lives. */
  readonly address?: Maybe<Address>;
  /** The programme and dates of this agency's work with the person, and which worker to contact. */
  readonly involvement?: Maybe<Involvement>;
  /** Periods of support, newest first. */
  readonly episodes?: Maybe<ReadonlyArray<Episode>>;
  /** The person's needs, as this agency recorded them. Each need has its own kinds of information. */
  readonly needs?: Maybe<ReadonlyArray<Need>>;
  /**
   * Alerts this agency holds. Give `status` for those with any of the statuses; leave it out for all. Each alert has its
   * own kinds of information.
   */
  readonly alerts?: Maybe<ReadonlyArray<Alert>>;
  /**
   * Case notes, newest first. Skips `skip` notes, then returns at most `first` (1 to 200). Both count only notes
   * released to you. Each note has its own kinds of information.
   */
  readonly notes?: Maybe<ReadonlyArray<Note>>;
  /**
   * Private questions for the worker in charge, where something in this record points to an alert it does not have. They
   * trigger nothing by themselves. Each prompt has its own kinds of information.
   */
  readonly prompts?: Maybe<ReadonlyArray<Prompt>>;
  /**
   * Alerts waiting for one of the agency's team leaders, or returned by one. Each alert has its own kinds of
   * information.
   */
  readonly waitingAlerts?: Maybe<ReadonlyArray<WaitingAlert>>;
  /** The person's housing situation, from agencies with the housing module. */
  readonly housing?: Maybe<HousingSituation>;
  /** The agency this record belongs to. Null if you may not know which one it is. */
  readonly agency?: Maybe<Agency>;
  /**
   * Each time the record was linked or separated, and why, newest first. Only for your own agency's records; null for
   * others.
   */
  readonly linkHistory?: Maybe<ReadonlyArray<LinkEvent>>;
};


/**
 * One agency's own entry about one person. Each field is released or withheld separately. A withheld field is null and
 * looks the same as one the agency does not have.
 */
export type AgencyRecordAlertsArgs = {
  status?: InputMaybe<ReadonlyArray<AlertStatus>>;
};


/**
 * One agency's own entry about one person. Each field is released or withheld separately. A withheld field is null and
 * looks the same as one the agency does not have.
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
  /** The person's pronouns, as they give them, such as `they/them`. If null, ask; never infer them from anything else. */
  readonly pronouns?: Maybe<Scalars['String']['output']>;
  /** Date of birth. Check `dateOfBirthAccuracy` before relying on it. */
  readonly dateOfBirth?: Maybe<Scalars['Date']['output']>;
  /** How accurate the date of birth is. */
  readonly dateOfBirthAccuracy?: Maybe<DateAccuracy>;
  /** Sex as recorded (METeOR 750032). */
  readonly sex?: Maybe<Sex>;
  /** The language the person is most comfortable in, as its English name, such as `Vietnamese`. */
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

/** How accurate a date is. */
export type DateAccuracy =
  /** The full date is known. */
  | 'EXACT'
  /** Part of it is an estimate. */
  | 'ESTIMATED'
  /** The date is not known. */
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
  /** Telephone number, as the agency recorded it. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** E-mail address. */
  readonly email?: Maybe<Scalars['String']['output']>;
  /**
   * Ways that are unsafe because someone else might hear, read or find the message. Empty: none is on file, which does
   * not mean that every way is safe.
   */
  readonly unsafe?: Maybe<ReadonlyArray<ContactWay>>;
  /**
   * When and how it is safe to reach the person, in their own words. Null: nothing is on file, which does not mean that
   * any time is safe.
   */
  readonly safeWhen?: Maybe<Scalars['String']['output']>;
};

/** A way of reaching someone. */
export type ContactWay =
  /** A voicemail message. */
  | 'VOICEMAIL'
  /** A text message. */
  | 'SMS'
  /** A letter to the address. */
  | 'LETTER';

/** Where the person lives. For some people, nothing is more dangerous to release. */
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

/** An agency's work with the person. Even the fact that an agency knows someone can be sensitive. */
export type Involvement = {
  /** The programme that works with the person. */
  readonly programme?: Maybe<Scalars['String']['output']>;
  /** First day. */
  readonly since?: Maybe<Scalars['Date']['output']>;
  /** Last day. Null while the work continues. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  /** The worker to contact. */
  readonly worker?: Maybe<Worker>;
};

/** A worker of an agency. */
export type Worker = {
  /** The worker's name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The worker's role, in the agency's own words. */
  readonly role?: Maybe<Scalars['String']['output']>;
  /** The worker's telephone number at work. */
  readonly phone?: Maybe<Scalars['String']['output']>;
};

/** A period of support. */
export type Episode = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** The programme. */
  readonly programme?: Maybe<Scalars['String']['output']>;
  /** The status of the period (FHIR EpisodeOfCare.status). */
  readonly status?: Maybe<EpisodeStatus>;
  /** First day. */
  readonly start?: Maybe<Scalars['Date']['output']>;
  /** Last day. Null while it continues. */
  readonly end?: Maybe<Scalars['Date']['output']>;
};

/** The status of a period of support (FHIR EpisodeOfCare.status). */
export type EpisodeStatus =
  /** Agreed, not started. */
  | 'PLANNED'
  /** Waiting for a place. */
  | 'WAITLIST'
  /** Under way. */
  | 'ACTIVE'
  /** Paused. */
  | 'ONHOLD'
  /** Completed. */
  | 'FINISHED'
  /** Cancelled. */
  | 'CANCELLED'
  /** Recorded in error. Kept for the history. */
  | 'ENTERED_IN_ERROR';

/** Something the person needs. */
export type Need = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** Every kind of information it reveals. It is released only if all of them are. */
  readonly about: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** National reason for seeking assistance. */
  readonly code?: Maybe<Scalars['NeedCode']['output']>;
  /** Date it was identified. */
  readonly identifiedOn?: Maybe<Scalars['Date']['output']>;
  /** Date it was met. Null until then. */
  readonly metOn?: Maybe<Scalars['Date']['output']>;
};

/** Something everyone who works with the person should know, for someone's safety. */
export type Alert = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** Every kind of information it reveals. It is released only if all of them are. */
  readonly about: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** The alert category, from those the partners agreed on. */
  readonly code?: Maybe<Scalars['AlertCode']['output']>;
  /** How certain the agency is. */
  readonly certainty?: Maybe<AlertCertainty>;
  /** How serious it is. */
  readonly severity?: Maybe<AlertSeverity>;
  /** The status. An alert with an overdue review keeps its status: overdue never means that there is no risk. */
  readonly status?: Maybe<AlertStatus>;
  /** The facts, in brief. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Date it was raised. */
  readonly raisedOn?: Maybe<Scalars['Date']['output']>;
  /** Role of the person who raised it. */
  readonly raisedBy?: Maybe<Scalars['String']['output']>;
  /** Date by which it should be reviewed. */
  readonly reviewDue?: Maybe<Scalars['Date']['output']>;
  /** Date from which it no longer applies unless it is extended. */
  readonly expires?: Maybe<Scalars['Date']['output']>;
  /** Date it was ended. */
  readonly endedOn?: Maybe<Scalars['Date']['output']>;
  /** Why it was ended. */
  readonly endedReason?: Maybe<Scalars['String']['output']>;
  /** The people it concerns, by their role in it. */
  readonly concerns?: Maybe<ReadonlyArray<ConcernedPerson>>;
};

/** A person's role in an alert. Other people are never named here. */
export type ConcernedPerson = {
  /** The role. */
  readonly role?: Maybe<ConcernedRole>;
  /** True if this is the client the alert belongs to. */
  readonly isClient?: Maybe<Scalars['Boolean']['output']>;
};

/** A person's role in an alert. */
export type ConcernedRole =
  /** Experiences violence or harm. */
  | 'VICTIM_SURVIVOR'
  /** Uses violence. */
  | 'USING_VIOLENCE'
  /** A child. */
  | 'CHILD'
  /** Someone else, or not recorded. */
  | 'OTHER';

/** How certain the agency is of an alert. */
export type AlertCertainty =
  /** There are signs. */
  | 'INDICATED'
  /** The person said so. */
  | 'DISCLOSED'
  /** A worker assessed it. */
  | 'ASSESSED'
  /** It was true in the past. */
  | 'HISTORICAL'
  /** It turned out not to be true. */
  | 'RULED_OUT'
  /** It was wrong, for example because it was about the wrong person. The right alert is recorded beside it. */
  | 'CORRECTED';

/** How serious an alert is. */
export type AlertSeverity =
  /** Good to know. */
  | 'LOW'
  /** Take care. */
  | 'MEDIUM'
  /** Act on it today. */
  | 'HIGH'
  /** Someone's life may be in danger now. */
  | 'CRITICAL';

/** The status of an alert. */
export type AlertStatus =
  /** It applies. */
  | 'ACTIVE'
  /** It applies, and is being reviewed. */
  | 'UNDER_REVIEW'
  /** It was ended. */
  | 'CLOSED'
  /** Recorded in error. Kept for the history. */
  | 'ENTERED_IN_ERROR';

/** A case note. */
export type Note = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** Every kind of information it reveals. It is released only if all of them are. */
  readonly about: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** Date it was written. */
  readonly writtenOn?: Maybe<Scalars['Date']['output']>;
  /** Role of the person who wrote it. */
  readonly writtenBy?: Maybe<Scalars['String']['output']>;
  /** What the worker wrote. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

/** A private question to the worker in charge of a record. */
export type Prompt = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** Every kind of information it reveals. It is released only if all of them are. */
  readonly about: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** The alert category it asks about. */
  readonly code?: Maybe<Scalars['AlertCode']['output']>;
  /** The passages that point to it, newest first. */
  readonly quotes?: Maybe<ReadonlyArray<PromptQuote>>;
  /** The version of the rules that read the record. */
  readonly ruleSet?: Maybe<Scalars['String']['output']>;
  /** The latest answer. Null until there is one. */
  readonly answered?: Maybe<PromptAnswered>;
};

/** A passage in a record that points to something, in the record's own words. */
export type PromptQuote = {
  /** Date it was written. */
  readonly date?: Maybe<Scalars['Date']['output']>;
  /** The words, or the code of the need. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Why the rules read it that way. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** A worker's answer to a prompt. */
export type PromptAnswered = {
  /** The answer. */
  readonly answer?: Maybe<PromptAnswer>;
  /** The reason, in the worker's words. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Date of the answer. */
  readonly on?: Maybe<Scalars['Date']['output']>;
};

/** A worker's possible answers to a prompt. None is better than another. */
export type PromptAnswer =
  /** It is so. The worker raises the alert; the prompt never does. */
  | 'NAME_IT'
  /** It is not family violence, or not what the prompt asks about. */
  | 'NOT_FAMILY_VIOLENCE'
  /** Too little is known, or it is too early. */
  | 'NOT_YET'
  /** Naming it would put someone in danger. */
  | 'UNSAFE_TO_NAME';

/** An alert that has not been raised yet. It waits at the agency. */
export type WaitingAlert = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** Every kind of information it reveals. It is released only if all of them are. */
  readonly about: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** The id of the order it came with. */
  readonly order?: Maybe<Scalars['String']['output']>;
  /** The alert category. */
  readonly code?: Maybe<Scalars['AlertCode']['output']>;
  /** How certain the worker is. */
  readonly certainty?: Maybe<AlertCertainty>;
  /** How serious it is. */
  readonly severity?: Maybe<AlertSeverity>;
  /** The facts, in brief. */
  readonly text?: Maybe<Scalars['String']['output']>;
  /** Role of the person who asked for it. */
  readonly askedBy?: Maybe<Scalars['String']['output']>;
  /** Date it was asked for. */
  readonly askedOn?: Maybe<Scalars['Date']['output']>;
  /** The state it is in. */
  readonly state?: Maybe<WaitingState>;
  /** Why it was returned. Null while it waits. */
  readonly returnedReason?: Maybe<Scalars['String']['output']>;
};

/** The state of an alert that has not been raised yet. */
export type WaitingState =
  /** Waiting for a team leader. */
  | 'WAITING'
  /** Returned by a team leader, with a reason. */
  | 'RETURNED';

/** A partner organisation. */
export type Agency = {
  /** The agency's short name, such as `harbour`. */
  readonly id: Scalars['ID']['output'];
  /**
   * Counts over the agency's own records, without names. Null if the purpose is not QUALITY_IMPROVEMENT, EVALUATION or
   * ADMINISTRATION, or the agency does not answer.
   * `period` must be a past calendar quarter, half-year or year. Others are refused, because overlapping periods could
   * be compared until one person is left. Without `period`: everything up to the end of the last quarter.
   */
  readonly figures?: Maybe<Figures>;
  /**
   * How well the agency's records are kept: counts over them, without names. Null in the same cases as `figures`, and if
   * the agency does not count it. A null field within it is not counted there, or is withheld by the agency's own
   * policy.
   */
  readonly dataQuality?: Maybe<DataQuality>;
  /**
   * Workers' answers to prompts up to the end of the last month, without names and never by worker. Null in the same
   * cases as `figures`, and if the agency has no prompts or withholds days with answers.
   * There is no total and no other period, and a count changes only once it has moved by five or more. Suppressed counts
   * therefore cannot be worked out from others.
   */
  readonly promptAnswers?: Maybe<ReadonlyArray<PromptAnswerCount>>;
  /** The agency's name. */
  readonly name: Scalars['String']['output'];
  /** The agency's field of work, such as `HOMELESSNESS`. */
  readonly kind: Scalars['String']['output'];
  /** Contract modules the agency serves beyond the core, such as `housing`. */
  readonly modules: ReadonlyArray<Scalars['String']['output']>;
  /** What gives the agency authority over how its own clients' data are counted. Null: nothing does. */
  readonly stewardship?: Maybe<Stewardship>;
  /**
   * Which of its own clients' data the agency currently keeps out of combined figures. Those data are withheld by its
   * decision, not zero.
   */
  readonly aggregateVetoes: ReadonlyArray<AggregateVeto>;
  /**
   * Whether the agency takes part now. Leads, managers, executives and coordinators see this for every agency under
   * QUALITY_IMPROVEMENT, EVALUATION or ADMINISTRATION. Other workers see it for their own agency only. Otherwise null.
   */
  readonly state?: Maybe<AgencyState>;
  /**
   * The contract version the hub uses to query this agency, such as `1.3`. Null until the hub has seen which version the
   * agency serves, and if you may not see `state`.
   */
  readonly contractVersion?: Maybe<Scalars['String']['output']>;
  /** How the hub reaches the agency. Null if you may not see `state`. */
  readonly reach?: Maybe<AgencyReach>;
  /**
   * Whether the agency answers now. The hub sends a request about nobody and waits up to two seconds. Each replica
   * reuses the result for 15 seconds. Null if the agency does not take part, and if you may not see `state`.
   */
  readonly health?: Maybe<AgencyHealth>;
  /**
   * When the agency's last complete linkage sync ended, whether or not it brought anything new. The hub cannot find
   * records added since then. Null if the agency has not reported a sync, takes part without linkage, or if you may not
   * see `state`.
   */
  readonly lastSyncedAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A partner organisation. */
export type AgencyFiguresArgs = {
  period?: InputMaybe<PeriodInput>;
};

/**
 * About how many people had one answer to the prompts of one alert category. Counts each person's latest answer, once
 * five workers or more have answered.
 */
export type PromptAnswerCount = {
  /** The alert category asked about. */
  readonly code: Scalars['AlertCode']['output'];
  /** The answer. */
  readonly answer: PromptAnswer;
  /** How many. */
  readonly count: Count;
};

/** A period from the first day to the last, both included. */
export type PeriodInput = {
  /** First day. */
  readonly from: Scalars['Date']['input'];
  /** Last day. */
  readonly to: Scalars['Date']['input'];
};

/** De-identified counts: 1 to 4 is suppressed, and five or more is rounded down to a multiple of five. */
export type Figures = {
  /** People with a record on file at any time in the period. */
  readonly people?: Maybe<Count>;
  /** Alerts raised in the period, by category. There is no total, so that suppressed counts cannot be worked out from it. */
  readonly alerts?: Maybe<ReadonlyArray<AlertCount>>;
  /** Open needs identified in the period, by national reason. */
  readonly needs?: Maybe<ReadonlyArray<NeedCount>>;
};

/**
 * How well an agency's records are kept now. Counts are rounded down to a multiple of five. Counts below five are
 * suppressed, including zero, because the first one would otherwise show.
 */
export type DataQuality = {
  /** Records on file. */
  readonly records?: Maybe<Count>;
  /** Records without a date of birth. */
  readonly birthDatesMissing?: Maybe<Count>;
  /** Records whose date of birth is an estimate. */
  readonly birthDatesEstimated?: Maybe<Count>;
  /** Open records in which nothing has been written for a year. */
  readonly recordsUntouched?: Maybe<Count>;
  /** Alerts that apply, including those under review. */
  readonly activeAlerts?: Maybe<Count>;
  /** Active alerts without a review date. */
  readonly alertsWithoutReview?: Maybe<Count>;
  /** Active alerts with an overdue review. */
  readonly reviewsOverdue?: Maybe<Count>;
  /** Alerts whose code the agency's mapping does not know. Nobody can see them. */
  readonly alertCodesUnmapped?: Maybe<Count>;
  /** Needs whose code the agency's mapping does not know. */
  readonly needCodesUnmapped?: Maybe<Count>;
};

/** A count, or the fact that it is too small to disclose (AIHW: 1 to 4). */
export type Count = {
  /** The count. Null if suppressed. */
  readonly value?: Maybe<Scalars['Int']['output']>;
  /**
   * True if the count is 1 to 4, or is withheld so that such a count cannot be worked out from it. In `DataQuality`:
   * true if it is below 5.
   */
  readonly suppressed: Scalars['Boolean']['output'];
};

/** The number of alerts in one category. */
export type AlertCount = {
  /** The category. */
  readonly code: Scalars['AlertCode']['output'];
  /** How many. */
  readonly count: Count;
};

/** The number of needs with one national reason. */
export type NeedCount = {
  /** The reason. */
  readonly code: Scalars['NeedCode']['output'];
  /** How many. */
  readonly count: Count;
};

export type Query = {
  /** The signed-in person and the purpose of this request. */
  readonly me: Requester;
  /** One person. Null if there is no such person, and also if you may not know of them: the two look the same. */
  readonly client?: Maybe<Client>;
  /**
   * Searches for people by name and any other details you know. Returns people whose identity on a matching record may
   * be released to you, best match first. Names match in any order.
   * Your own agency turns what you type into keyed codes (SLK-581, CLK); the hub sees only the codes. Give both names,
   * or one name and the full date of birth. A search with less is refused: it never returns an empty list that could be
   * read as "nobody found".
   */
  readonly findClients: ReadonlyArray<Client>;
  /** The people you work with, or everyone your agency works with. `first` is 1 to 100. */
  readonly caseload: ClientConnection;
  /**
   * The alert board: alerts from every agency, as far as they are released to you, about the people you work with or
   * everyone your agency works with. `first` is 1 to 200.
   * One board covers about 200 people. If there are more, pass `AlertConnection.nextPeople` as `peopleAfter` to get the
   * board for the next people.
   */
  readonly alerts: AlertConnection;
  /**
   * Partner agencies, ordered by name: by default those that take part, otherwise those in the states given. An agency
   * that has left is never listed. If you may not see an agency's `Agency.state`, it is listed as taking part.
   */
  readonly agencies: ReadonlyArray<Agency>;
  /** One partner agency. Null if there is none with this id. */
  readonly agency?: Maybe<Agency>;
  /**
   * Every disclosure from your own agency's records, newest first. For leads, managers and executives, under
   * QUALITY_IMPROVEMENT or ADMINISTRATION. `first` is 1 to 100.
   */
  readonly disclosures: DisclosureConnection;
  /** The terms the partners agreed on, as they apply on a given day. Leave out `on` for today. */
  readonly vocabulary: Vocabulary;
  /**
   * What a consent or refusal would change, before it is recorded. For anyone who may record it, and refused for the
   * same reasons as `recordConsent`. Nothing is written and no agency is asked.
   * The result covers only what your agency knows: what it recorded itself or, if you are the person, your own consents.
   * It shows nothing of what others did. Other agencies may hold refusals, blocks or legal grounds that keep more
   * closed, or open, than shown.
   */
  readonly consentEffect: ConsentEffect;
  /**
   * What narrowing a consent would change. Works like `consentEffect`, and is refused for the same reasons as
   * `narrowConsent`.
   */
  readonly narrowingEffect: ConsentEffect;
  /**
   * What withdrawing a consent or refusal would change. Works like `consentEffect`, and is refused for the same reasons
   * as `withdrawConsent`.
   */
  readonly withdrawalEffect: ConsentEffect;
  /** Your notices, newest first. If you are a lead, also your agency's. `first` is 1 to 100. */
  readonly notices: NoticeConnection;
  /** Emergency access taken by your agency's workers, newest first. For leads and managers. `first` is 1 to 100. */
  readonly breakGlasses: BreakGlassConnection;
  /**
   * Blocks your agency recorded that are still in force, newest first. For leads, who may lift them. `first` is 1 to
   * 100.
   */
  readonly blocks: BlockConnection;
  /**
   * Pairs of records that may belong to one person, where one record is your agency's and your agency has not decided
   * yet. Lists records you are the worker in charge of, or all of your agency's. Oldest first. `first` is 1 to 100.
   */
  readonly linkReview: LinkPairConnection;
  /**
   * Pairs your agency said are two people, either by answering DIFFERENT or by separating a record from the other's
   * file. `reopenLink` takes that back. Also lists pairs denied by an agency that no longer has a record of them (`said`
   * is null).
   * Lists records you are the worker in charge of, or all of your agency's. Most recently answered first. `first` is 1
   * to 100.
   */
  readonly linksDenied: LinkPairConnection;
  /** Exercises your agency is invited to, newest first. `first` is 1 to 100. */
  readonly exercises: ExerciseConnection;
  /** One exercise. Null if there is none with this id, or your agency is not invited to it. */
  readonly exercise?: Maybe<Exercise>;
  /**
   * Proposals to the partnership, newest first. `mine`: only those you raised. For everyone who works at an agency.
   * `first` is 1 to 100.
   */
  readonly proposals: ProposalConnection;
  /** One proposal. Null if there is none with this id. */
  readonly proposal?: Maybe<Proposal>;
  /**
   * The notice to give before consent is recorded, in a language, as it applies on a given day (leave out `on` for
   * today). Null if the partners have agreed on none in that language.
   */
  readonly consentNotice?: Maybe<ConsentNotice>;
  /**
   * What the given agencies, or all of them, published in their audits for one alert category and one closed window,
   * under one version of the rules. For leads, managers, executives and coordinators, under QUALITY_IMPROVEMENT or
   * EVALUATION.
   * An agency without figures is listed in `missing` with the reason. It never counts as zero.
   */
  readonly audit: Audit;
  /**
   * Compares two windows under the same version of the rules, in the agencies that published both. Also shows the first
   * window's records checked again, where an agency did that.
   * `rulesAfter` is the rule version of the second window if it differs. Such a comparison is refused.
   */
  readonly reaudit: Reaudit;
  /** The rule sets on file, newest first. They define how notes are read. */
  readonly ruleSets: ReadonlyArray<RuleSet>;
  /** A rule set: the given version, or the newest if `version` is left out. Null if there is none. */
  readonly ruleSet?: Maybe<RuleSet>;
  /**
   * Your own agency's alerts with an overdue review, longest overdue first. For leads. `first` is 1 to 200.
   * One list covers about 200 people. If there are more, pass `AlertConnection.nextPeople` as `peopleAfter` to get the
   * list for the next people.
   */
  readonly alertsToReview: AlertConnection;
  /**
   * Alerts your own agency's workers asked for that are waiting for a lead, newest first. `first` is 1 to 100. The text
   * is kept at the agency: query `record` to read it.
   */
  readonly alertsToApprove: AlertApprovalConnection;
  /**
   * Words in a text that others may read differently from how they are meant, with alternatives. Nothing is stored and
   * nothing is refused.
   */
  readonly wordingHints: ReadonlyArray<WordingHint>;
  /**
   * Whether the ledger of all disclosures is still as it was written. For leads, managers and executives, under
   * QUALITY_IMPROVEMENT or ADMINISTRATION.
   * Each request checks the entries added since the last check. If that leaves any of its budget of 50,000 entries, it
   * rechecks older entries, starting at the beginning and going round again.
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

/** The kind of place the person stays at, without its location. */
export type HousingSituation = {
  /** The kind of place. */
  readonly situation?: Maybe<HousingKind>;
  /** Since this day. */
  readonly since?: Maybe<Scalars['Date']['output']>;
  /** True if the person may soon have to leave. */
  readonly atRisk?: Maybe<Scalars['Boolean']['output']>;
};

/** A kind of place to stay. */
export type HousingKind =
  /** No shelter, or an improvised one. */
  | 'ROUGH_SLEEPING'
  /** A refuge, a crisis service, a motel paid for by a service. */
  | 'CRISIS_ACCOMMODATION'
  /** With family or friends, for lack of another place. */
  | 'STAYING_WITH_OTHERS'
  /** A rooming or boarding house. */
  | 'BOARDING'
  /** A rented home, private or social. */
  | 'RENTING'
  /** A home of their own. */
  | 'OWNING'
  /** Hospital, prison, residential care. */
  | 'INSTITUTION';

/** The signed-in person and the purpose of their request. */
export type Requester = {
  /** The sign-in name from the token. `Disclosure.requester` and similar fields identify you by it. */
  readonly signInName: Scalars['String']['output'];
  /** The name from the token. */
  readonly name: Scalars['String']['output'];
  /** The role from the token. */
  readonly role: Scalars['String']['output'];
  /** The agency from the token. */
  readonly agency: Agency;
  /** The purpose of this request. */
  readonly purpose: Scalars['PurposeCode']['output'];
  /** Purposes this role may send in the `x-accord-purpose` header. */
  readonly purposes: ReadonlyArray<Scalars['PurposeCode']['output']>;
  /** The requester's own file, if they are a client asking about themself. Null for everyone else. */
  readonly client?: Maybe<Client>;
  /**
   * What you may do under this purpose, as names of mutations and lists.
   * `recordOpeningRole` means `recordRole` for a role that permits sharing without consent. `recordOpeningStanding`
   * means `recordStanding` for someone who is not yet an adult. Whether you may do it for a particular person is decided
   * when you do it.
   */
  readonly mayDo: ReadonlyArray<Scalars['String']['output']>;
};

/** Which people to include. */
export type CaseloadScope =
  /** People with an open record at your agency for whom you are the worker in charge. */
  | 'MINE'
  /** Everyone with an open record at your agency. */
  | 'AGENCY';

/** What a worker knows about the person they are looking for. */
export type ClientMatch = {
  /** Given name. Leave it out if the person has none. */
  readonly given?: InputMaybe<Scalars['String']['input']>;
  /** Family name. Leave it out if the person has none. */
  readonly family?: InputMaybe<Scalars['String']['input']>;
  /** Date of birth, as much as is known: `1990-02-03`, `1990-02` or `1990`. A search by one name needs the full date. */
  readonly dateOfBirth?: InputMaybe<Scalars['String']['input']>;
  /** Sex as recorded. */
  readonly sex?: InputMaybe<Sex>;
};

/** A person, shown through the records of every agency whose information may be shared with you. */
export type Client = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** Records from which something may be released to you. Their order carries no meaning. */
  readonly records: ReadonlyArray<AgencyRecord>;
  /** The name in use, from your own agency's record if it has one. */
  readonly name?: Maybe<PersonName>;
  /** Every name released to you. */
  readonly knownAs?: Maybe<ReadonlyArray<PersonName>>;
  /** Date of birth, from your own agency's record if it has one. */
  readonly dateOfBirth?: Maybe<Scalars['Date']['output']>;
  /** Who works with the person, and how to reach them. */
  readonly involvement?: Maybe<ReadonlyArray<ClientInvolvement>>;
  /** The person's needs, as recorded by every agency, newest first. */
  readonly needs?: Maybe<ReadonlyArray<ClientNeed>>;
  /** Alerts about this person from every agency. */
  readonly alerts: AlertConnection;
  /**
   * What was disclosed, to whom and why, newest first. Covers your own agency's records, or every record if you are the
   * person yourself.
   */
  readonly disclosures: DisclosureConnection;
  /** Kinds of information in the records above that are not shared with you for this purpose. */
  readonly withheld: ReadonlyArray<Withheld>;
  /** Consents your agency recorded, or every consent if you are the person yourself. */
  readonly consents: ReadonlyArray<Consent>;
  /** What your agency recorded about when the person becomes an adult. Null if nothing is recorded. */
  readonly standing?: Maybe<Standing>;
  /** Who may speak for the person, as recorded by your agency, newest first. */
  readonly proxies: ReadonlyArray<Proxy>;
  /** The person's roles under the law, as recorded by your agency, newest first. */
  readonly roles: ReadonlyArray<RoleAssertion>;
  /** Findings your agency recorded, newest first. */
  readonly legalBases: ReadonlyArray<LegalBasis>;
  /** Blocks your agency recorded, newest first. */
  readonly blocks: ReadonlyArray<Block>;
  /** Emergency access your agency's workers took, newest first. */
  readonly breakGlasses: ReadonlyArray<BreakGlass>;
};


/** A person, shown through the records of every agency whose information may be shared with you. */
export type ClientAlertsArgs = {
  filter?: InputMaybe<AlertFilter>;
  orderBy?: InputMaybe<AlertOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** A person, shown through the records of every agency whose information may be shared with you. */
export type ClientDisclosuresArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};

/** One agency's work with the person. */
export type ClientInvolvement = {
  /** The record this comes from. */
  readonly record: AgencyRecord;
  /** The programme that works with the person. */
  readonly programme?: Maybe<Scalars['String']['output']>;
  /** First day. */
  readonly since?: Maybe<Scalars['Date']['output']>;
  /** Last day. Null while the work continues. */
  readonly until?: Maybe<Scalars['Date']['output']>;
  /** The worker to contact. */
  readonly worker?: Maybe<Worker>;
};

/** A need and the record it comes from. */
export type ClientNeed = {
  /** The need. */
  readonly need: Need;
  /** The agreed label for the need's code. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** The record this comes from. */
  readonly record: AgencyRecord;
};

/** Selects alerts. Fields left out do not filter; an alert must meet all the fields given. */
export type AlertFilter = {
  /** Alert categories. */
  readonly codes?: InputMaybe<ReadonlyArray<Scalars['AlertCode']['input']>>;
  /**
   * Statuses. An alert whose status is not known is included, whatever you ask for: it may be active. The list is then not
   * `complete`.
   */
  readonly status?: InputMaybe<ReadonlyArray<AlertStatus>>;
  /** Lowest severity to include. */
  readonly minSeverity?: InputMaybe<AlertSeverity>;
  /** Levels of certainty. */
  readonly certainty?: InputMaybe<ReadonlyArray<AlertCertainty>>;
  /** True: only alerts with an overdue review. */
  readonly reviewOverdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Raised on or after this day. */
  readonly raisedSince?: InputMaybe<Scalars['Date']['input']>;
};

/** How to sort alerts. */
export type AlertOrder =
  /** Current alerts before ended ones, then by severity (highest first), then newest first. */
  | 'MOST_URGENT'
  /** Newest first. */
  | 'NEWEST'
  /** Earliest review date first; alerts without a review date last. */
  | 'REVIEW_DUE';

/** A page of alerts (Relay). */
export type AlertConnection = {
  /** The alerts, each with its cursor. */
  readonly edges?: Maybe<ReadonlyArray<AlertEdge>>;
  /** The alerts. */
  readonly nodes?: Maybe<ReadonlyArray<ClientAlert>>;
  /** Where this page sits in the list. */
  readonly pageInfo?: Maybe<PageInfo>;
  /** Number of released alerts that match the filter. */
  readonly totalCount?: Maybe<Scalars['Int']['output']>;
  /**
   * True only if nothing is missing from this list. An incomplete list never means there is no alert.
   * False if an agency is suspended or did not answer (see `extensions.sources`), if an agency sent an alert that cannot
   * be read or lacks a value the filter tests, or if some people are not covered yet (see `nextPeople`).
   */
  readonly complete?: Maybe<Scalars['Boolean']['output']>;
  /**
   * Pass this as `peopleAfter` to get the list for the people this one does not cover. It works only for you and this
   * purpose. Null if everyone is covered.
   */
  readonly nextPeople?: Maybe<Scalars['String']['output']>;
};

/** An alert on a page. */
export type AlertEdge = {
  /** Pass this as `after` to continue from here. It works only for you, this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The alert. */
  readonly node: ClientAlert;
};

/** An alert, the person it is about and the record it comes from. */
export type ClientAlert = {
  /** The alert. */
  readonly alert: Alert;
  /** The agreed wording for the alert category. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** True if the review is overdue. The alert still applies. */
  readonly reviewOverdue: Scalars['Boolean']['output'];
  /** The person the alert is about. */
  readonly client: Client;
  /** The record this comes from. */
  readonly record: AgencyRecord;
};

/** Where a page sits in its list (Relay). */
export type PageInfo = {
  /** True if there is more after `endCursor`. */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** True if there is more before `startCursor`. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item. Null on an empty page. */
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  /** Cursor of the last item. Null on an empty page. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** A page of people (Relay). */
export type ClientConnection = {
  /** The people, each with their cursor. */
  readonly edges: ReadonlyArray<ClientEdge>;
  /** The people. */
  readonly nodes: ReadonlyArray<Client>;
  /** Where this page sits in the list. */
  readonly pageInfo: PageInfo;
};

/** A person on a page. */
export type ClientEdge = {
  /** Pass this as `after` to continue from here. It works only for you, this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The person. */
  readonly node: Client;
};

/** A kind of information that is not shared with you for this purpose. The reason is never given. */
export type Withheld = {
  /** The record. It may or may not hold such information. */
  readonly record: AgencyRecord;
  /** The kind of information. */
  readonly category: Scalars['CategoryCode']['output'];
  /** Always `NOT_SHARED`. */
  readonly reason: Scalars['String']['output'];
};

/** Selects disclosures. Fields left out do not filter; a disclosure must meet all the fields given. */
export type DisclosureFilter = {
  /** About this client. Gives an empty list for a client you may not know of. */
  readonly client?: InputMaybe<Scalars['ID']['input']>;
  /** Disclosed to this agency. What clients saw about themselves counts as disclosed to no agency. */
  readonly requesterAgency?: InputMaybe<Scalars['ID']['input']>;
  /** True: only disclosures to agencies other than yours. */
  readonly toOthers?: InputMaybe<Scalars['Boolean']['input']>;
  /** Requested for this purpose. */
  readonly purpose?: InputMaybe<Scalars['PurposeCode']['input']>;
  /** Disclosed at or after this time. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Disclosed before this time. */
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A page of disclosures (Relay). */
export type DisclosureConnection = {
  /** The disclosures, each with its cursor. */
  readonly edges: ReadonlyArray<DisclosureEdge>;
  /** The disclosures. */
  readonly nodes: ReadonlyArray<Disclosure>;
  /** Where this page sits in the list. */
  readonly pageInfo: PageInfo;
};

/** A disclosure on a page. */
export type DisclosureEdge = {
  /** Pass this as `after` to continue from here. It works only for you, this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The disclosure. */
  readonly node: Disclosure;
};

/** One disclosure: what was shared, with whom and why. */
export type Disclosure = {
  /** When it was disclosed. */
  readonly at: Scalars['DateTime']['output'];
  /** Sign-in name of the person it was disclosed to. */
  readonly requester: Scalars['String']['output'];
  /**
   * The agency it was disclosed to. Null if it was disclosed to the person it is about, whichever agency they signed in
   * through, or if the agency has left.
   */
  readonly requesterAgency?: Maybe<Agency>;
  /** The purpose of the request. */
  readonly purpose: Scalars['PurposeCode']['output'];
  /** The purpose, in plain words. */
  readonly purposeLabel: Scalars['String']['output'];
  /**
   * What permitted the disclosure, in plain words: a consent and its date, a law, or that the record is the agency's
   * own.
   */
  readonly why: Scalars['String']['output'];
  /** The person it was about. Null if you may not know of them. */
  readonly client?: Maybe<Client>;
  /** The record it came from. Null if you may not know of it. */
  readonly record?: Maybe<AgencyRecord>;
  /** Kinds of information disclosed. Empty: only that the record exists. */
  readonly categories: ReadonlyArray<Scalars['CategoryCode']['output']>;
};

/** The terms the partners agreed on. */
export type Vocabulary = {
  /** Kinds of information. */
  readonly categories: ReadonlyArray<CategoryTerm>;
  /** Alert categories in use. */
  readonly alerts: ReadonlyArray<AlertTerm>;
  /** National reasons for seeking assistance. */
  readonly needs: ReadonlyArray<NeedTerm>;
  /** Purposes a request may have. */
  readonly purposes: ReadonlyArray<PurposeTerm>;
  /** Roles a person can have under the law, for `Mutation.recordRole`. Protected roles come before accused ones. */
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
  /** Legal findings that `Mutation.assertLegalBasis` accepts. */
  readonly legalBases: ReadonlyArray<Scalars['String']['output']>;
  /** The day these terms apply to. */
  readonly day: Scalars['Date']['output'];
  /** Alert categories no longer in use. Old alerts still show their last wording. */
  readonly retiredAlerts: ReadonlyArray<AlertTerm>;
  /**
   * Every wording of an alert category or need up to that day, oldest first: when it started, why, and who agreed. Empty
   * for an unknown code.
   */
  readonly history: ReadonlyArray<Wording>;
};


/** The terms the partners agreed on. */
export type VocabularyHistoryArgs = {
  code: Scalars['String']['input'];
};

/** A kind of information. */
export type CategoryTerm = {
  /** The code. */
  readonly code: Scalars['CategoryCode']['output'];
  /** The label, in plain words. */
  readonly label: Scalars['String']['output'];
  /** The broader kind it belongs to. Null if it belongs to none. */
  readonly parent?: Maybe<Scalars['CategoryCode']['output']>;
  /** True if a consent must name this kind explicitly. Consent to the broader kind does not cover it. */
  readonly sensitive: Scalars['Boolean']['output'];
};

/** An alert category. */
export type AlertTerm = {
  /** The code. */
  readonly code: Scalars['AlertCode']['output'];
  /** The agreed wording. */
  readonly label: Scalars['String']['output'];
  /** The kind of information this alert is released under. */
  readonly category: Scalars['CategoryCode']['output'];
};

/** A national reason for seeking assistance. */
export type NeedTerm = {
  /** The code. */
  readonly code: Scalars['NeedCode']['output'];
  /** The agreed wording. It starts out as the wording of the national list. */
  readonly label: Scalars['String']['output'];
};

/** A purpose a request may have. */
export type PurposeTerm = {
  /** The code. */
  readonly code: Scalars['PurposeCode']['output'];
  /** The label, in plain words. */
  readonly label: Scalars['String']['output'];
};

export type Mutation = {
  /** Records a consent or a refusal. It takes effect at once. */
  readonly recordConsent: RecordConsentPayload;
  /** Replaces a consent in force with one that shares less, in a single step. It never shares anything more. */
  readonly narrowConsent: NarrowConsentPayload;
  /** Withdraws a consent. Every later request is answered without it. */
  readonly withdrawConsent: WithdrawConsentPayload;
  /**
   * Asks the workers who work with a person at other agencies to talk with them about a consent. Only for people you may
   * know of. Who received the request is not disclosed.
   */
  readonly requestConsent: RequestConsentPayload;
  /**
   * Records the day the person becomes an adult, and whether they are a mature minor until then. It replaces what your
   * agency recorded before.
   * The law may permit sharing about a child without consent, so volunteers may not record that someone is a child.
   */
  readonly recordStanding: RecordStandingPayload;
  /** Records who may speak for the person, and how far. */
  readonly recordProxy: RecordProxyPayload;
  /** Ends a proxy. Consents that person gave no longer share anything. */
  readonly endProxy: EndProxyPayload;
  /**
   * Records the person's role under the law. A role that permits sharing without consent can only be recorded by a lead,
   * under a purpose the law permits it for.
   */
  readonly recordRole: RecordRolePayload;
  /** Takes back a recorded role. */
  readonly endRole: EndRolePayload;
  /**
   * Records a finding the law requires before it permits sharing without consent, such as `SERIOUS_THREAT`. Must be
   * recorded under a purpose the finding applies to.
   */
  readonly assertLegalBasis: AssertLegalBasisPayload;
  /** Ends a finding early. */
  readonly endLegalBasis: EndLegalBasisPayload;
  /**
   * Closes information to everyone, to named workers, or to anyone who works with certain people. A block overrides
   * consent, law and emergency access.
   */
  readonly addBlock: AddBlockPayload;
  /** Lifts a block. For leads at the agency that recorded it. */
  readonly liftBlock: LiftBlockPayload;
  /**
   * Emergency access ("break-glass"): for a few minutes, gives you alone information that consent closes, from records
   * of a person your agency works with. Requires the purpose EMERGENCY.
   * The agencies that hold the records are notified at once, and someone else reviews the access.
   */
  readonly breakGlass: BreakGlassPayload;
  /** Ends emergency access early. */
  readonly endBreakGlass: EndBreakGlassPayload;
  /**
   * Records whether emergency access was justified. Never the person who took it. If it went against a refusal by the
   * client, only a practice lead or manager may review it.
   */
  readonly reviewBreakGlass: ReviewBreakGlassPayload;
  /**
   * Records whether the person was told about emergency access to their information. They are to be told if it is safe.
   * For the person who took it and the people who may review it. The latest answer counts.
   */
  readonly sayClientTold: SayClientToldPayload;
  /**
   * Marks a notice as read. A correction without a `client` cannot be marked: ask under the purpose for which it names the
   * person.
   */
  readonly markNoticeRead: MarkNoticeReadPayload;
  /**
   * Answers whether the two records of a pair belong to one person. If both agencies say yes, the records are linked. If
   * one says no, they are not linked, and neither agency is asked again unless that agency takes it back (`reopenLink`).
   */
  readonly decideLink: DecideLinkPayload;
  /**
   * Says, without being asked, that your agency's record and another record you may know of belong to one person. The
   * other agency is then asked. If both records are your agency's, they are linked at once.
   */
  readonly proposeLink: DecideLinkPayload;
  /**
   * Takes your agency's record out of a file it was wrongly linked into, starting with the next request. The record is
   * not linked to those records again unless `reopenLink` takes this back.
   */
  readonly separateRecord: SeparateRecordPayload;
  /**
   * Takes back your agency's answer that two records belong to two people, along with anything else that was said when a
   * record was separated from a file.
   * Works on your own answers. Leads can also take back any answer from their agency, or from an agency that no longer
   * has a record of the two. Nothing is linked: both agencies are asked again, for any records in the two files, and
   * earlier answers from either no longer count.
   */
  readonly reopenLink: ReopenLinkPayload;
  /** Sets up an exercise and notifies people at the invited agencies. Placing opens at once. */
  readonly createExercise: CreateExercisePayload;
  /** Joins an exercise. Possible only until the first reveal. Others see how many people take part, never who. */
  readonly joinExercise: JoinExercisePayload;
  /** Places a scenario. You can change your placing until the round is revealed, and nobody else sees it until then. */
  readonly place: PlacePayload;
  /** Shows everyone what was placed in this round, without who placed it. Placings cannot change after this. */
  readonly revealRound: RevealRoundPayload;
  /**
   * Notes what makes a scenario hard to name, while its round is being discussed. Shown once the discussion is over,
   * without who noted it.
   */
  readonly noteBarriers: NoteBarriersPayload;
  /** Ends the discussion of the first round and opens the second (`round: 2`) for the people who took part in the first. */
  readonly openRound: OpenRoundPayload;
  /**
   * Raises a proposal to the partnership from an exercise: a wording, a category or a practice. Possible from the first
   * reveal on.
   */
  readonly proposeFromExercise: ProposeFromExercisePayload;
  /**
   * Ends the exercise. What everyone was shown is kept. What each person said is destroyed, along with the key it was
   * sealed with.
   */
  readonly closeExercise: CloseExercisePayload;
  /**
   * Raises a proposal to the partnership. Anyone who works at an agency may do this. Anyone can follow its progress at
   * any time.
   */
  readonly raiseProposal: RaiseProposalPayload;
  /**
   * Takes a position on a proposal for your agency, at the level it is at now. Each agency has one position at each
   * level: the newest one from someone who speaks for it there.
   */
  readonly voice: VoicePayload;
  /** Answers an objection, so that it no longer holds up the proposal. For the agency that raised the proposal. */
  readonly answerObjection: AnswerObjectionPayload;
  /** Withdraws an open proposal. For the person who raised it, and leads and managers of their agency. */
  readonly withdrawProposal: WithdrawProposalPayload;
  /**
   * Keeps your agency's own clients' data out of combined figures. For the executive of an agency with authority over
   * how its clients' data are counted (`Agency.stewardship`). Takes effect at once. Everyone sees the data as withheld,
   * never as zero.
   */
  readonly vetoAggregate: VetoAggregatePayload;
  /** Lifts your agency's veto. */
  readonly liftAggregateVeto: LiftAggregateVetoPayload;
  /**
   * Adds a new version of a rule set, as YAML: the same name with a higher version. It applies only where it is
   * requested by its version. What was published under another version stays as it is.
   */
  readonly addRuleSet: AddRuleSetPayload;
  /**
   * Answers a prompt on a record of your own agency. The answer stays at the agency. Only counts of answers, without
   * names, leave it, for exercises. Answering triggers nothing else.
   */
  readonly answerPrompt: AnswerPromptPayload;
  /**
   * Raises an alert in your own agency's system, if the agency accepts alerts from here. If the agency requires it, a
   * team leader approves the alert first.
   * With `dryRun`, nothing is written. Repeating an `orderId` returns the first result, so send the same request again
   * if you got no answer.
   */
  readonly raiseAlert: WriteAlertPayload;
  /** Approves an alert that is waiting, which raises it. For leads other than the person who asked for it. */
  readonly approveAlert: WriteAlertPayload;
  /** Returns a waiting alert to the worker, with a reason. */
  readonly returnAlert: WriteAlertPayload;
  /**
   * Records that an alert was reviewed and still applies, or how certain it is now. `reviewDue` is the next review date.
   * Do not use this for an alert that does not apply (`RULED_OUT`, `CORRECTED`). Use `endAlert` or `correctAlert`, which
   * notify everyone who was told about it.
   */
  readonly reviewAlert: WriteAlertPayload;
  /** Extends an alert until a later day. */
  readonly extendAlert: WriteAlertPayload;
  /**
   * Ends an alert. If it was wrong all along (`why: WRONG`), everyone who was told about it gets a notice, as with
   * `correctAlert`.
   */
  readonly endAlert: WriteAlertPayload;
  /**
   * Records that an alert was wrong, for example because it was about the wrong person. You can give the right one as a
   * replacement. Everyone who was told about alerts of its kinds since it was raised gets a notice, without content.
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
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** The person the consent is about. */
  readonly client?: Maybe<Client>;
  /** Where the consent stands now. */
  readonly status: ConsentStatus;
  /** What it covers. A consent says yes to anything that matches one of these parts, a refusal says no. */
  readonly names: ReadonlyArray<ConsentPart>;
  /** What is excluded from what it covers. Each exception includes everything below it. */
  readonly except: ReadonlyArray<ConsentPart>;
  /** Who gave the consent. */
  readonly givenBy: ConsentGiver;
  /** In force from this moment or day. */
  readonly from: Scalars['String']['output'];
  /** In force until this moment, or the end of this day. Null: until withdrawn. */
  readonly to?: Maybe<Scalars['String']['output']>;
  /** How it was given. */
  readonly evidence: ConsentEvidence;
  /** The witness. Null if there was none. */
  readonly witness?: Maybe<Scalars['String']['output']>;
  /** The client's own words. Null if none were recorded. */
  readonly words?: Maybe<Scalars['String']['output']>;
  /** The language it was given in. */
  readonly language: Scalars['String']['output'];
  /** When it was recorded. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** When it was withdrawn. Null if it was not. */
  readonly withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
};

/** One part of a consent. A null field means any; all the fields given must match. */
export type ConsentPart = {
  /** Agencies the information may be shared with. */
  readonly agencies?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Sign-in names of the people the information may be shared with. */
  readonly users?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Purposes. */
  readonly purposes?: Maybe<ReadonlyArray<Scalars['PurposeCode']['output']>>;
  /** Kinds of information. Null: every kind, including sensitive ones. */
  readonly categories?: Maybe<ReadonlyArray<Scalars['CategoryCode']['output']>>;
  /** Agencies whose records the information may come from. */
  readonly sources?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
};

/** The state of a consent now, as far as you may know what it depends on. */
export type ConsentStatus =
  /** In force: yes to what it covers. */
  | 'ACTIVE'
  /** In force: no to what it covers. */
  | 'REFUSED'
  /** Withdrawn. */
  | 'WITHDRAWN'
  /** It has ended. */
  | 'EXPIRED'
  /** It has not started yet. */
  | 'NOT_YET'
  /** A later one replaced it. */
  | 'SUPERSEDED'
  /** The person who gave it may not speak for the client, or no longer may. */
  | 'NO_AUTHORITY'
  /** A draft or a mistake. */
  | 'INACTIVE';

/** What would change. Anything not listed in a row stays closed, as far as your agency knows. */
export type ConsentEffect = {
  /** What this preview cannot show, as a sentence to display beside it. */
  readonly note: Scalars['String']['output'];
  /**
   * The role the preview assumes for the people at other agencies. Always `PRACTITIONER`: not a volunteer, without
   * emergency access, and not affected by your agency's blocks against certain people.
   */
  readonly askedAs: Scalars['String']['output'];
  /**
   * When the consent begins, if that is in the future; the rows then apply to that moment or day. Null: the rows apply
   * now.
   */
  readonly from?: Maybe<Scalars['String']['output']>;
  /**
   * One row or more for each agency that information would be shared with. An agency's own records are not included,
   * because it can see them anyway.
   */
  readonly rows: ReadonlyArray<ConsentEffectRow>;
};

/** What one agency would see, for all purposes and sources with the same result. */
export type ConsentEffectRow = {
  /** The agency the information would be shared with. */
  readonly agency: Agency;
  /**
   * Sign-in name of someone the consent names, if the result differs for them and their colleagues. The rows with their
   * name are then everything that applies to them. Null: everyone else at the agency.
   */
  readonly user?: Maybe<Scalars['String']['output']>;
  /** For each of these purposes. */
  readonly purposes: ReadonlyArray<Scalars['PurposeCode']['output']>;
  /** From records of these agencies, if they hold any. Whether they do is not disclosed. */
  readonly sources: ReadonlyArray<Agency>;
  /** Kinds of information that are closed now and would be open. */
  readonly opens: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** Kinds of information that are open now and would be closed. */
  readonly closes: ReadonlyArray<Scalars['CategoryCode']['output']>;
  /** Kinds of information that are open now and would stay open. */
  readonly staysOpen: ReadonlyArray<Scalars['CategoryCode']['output']>;
};

/** Who gave a consent. */
export type ConsentGiver =
  /** The client. */
  | 'SELF'
  /** A parent. */
  | 'PARENT'
  /** A guardian. */
  | 'GUARDIAN'
  /** Someone with power of attorney. */
  | 'ATTORNEY';

/** How a consent was given. */
export type ConsentEvidence =
  /** Signed. */
  | 'SIGNED'
  /** Spoken, for example by telephone. */
  | 'VERBAL'
  /** In person. */
  | 'IN_PERSON';

/** A consent or refusal as the client gave it to you. Only for people with a record at your agency. */
export type ConsentInput = {
  /** The person the consent is about. */
  readonly client: Scalars['ID']['input'];
  /** True: the client says no to what is covered here. A refusal overrides every consent. */
  readonly refuse?: InputMaybe<Scalars['Boolean']['input']>;
  /** The person who gives it, if not the client: a proxy your agency recorded. */
  readonly proxy?: InputMaybe<Scalars['ID']['input']>;
  /** Agencies the information may be shared with. Leave out for any. */
  readonly agencies?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Sign-in names of the people the information may be shared with. Leave out for anyone at those agencies. */
  readonly users?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Purposes. Leave out for any. */
  readonly purposes?: InputMaybe<ReadonlyArray<Scalars['PurposeCode']['input']>>;
  /**
   * Kinds of information. Sensitive kinds are shared only if named. Leave out for every kind that is not sensitive or,
   * in a refusal, for every kind.
   */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['CategoryCode']['input']>>;
  /** Agencies whose records the information may come from. Leave out for any. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** What to exclude from what is covered here. Not allowed in a refusal, where an exception would share information. */
  readonly except?: InputMaybe<ReadonlyArray<ConsentPartInput>>;
  /** In force from this day. Leave out for now. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** In force until the end of this day. Leave out for until withdrawn. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
  /** Consents on file that this one replaces. */
  readonly supersedes?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** How it was given. */
  readonly evidence: ConsentEvidence;
  /** The witness, if there was one. */
  readonly witness?: InputMaybe<Scalars['String']['input']>;
  /** Version of the consent notice the client was given. See `Query.consentNotice`. */
  readonly noticeVersion: Scalars['String']['input'];
  /** The language it was given in, as its English name. */
  readonly language: Scalars['String']['input'];
  /** The client's own words. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
};

/** One part of a consent. A field left out means any; all the fields given must match. */
export type ConsentPartInput = {
  /** Agencies the information may be shared with. */
  readonly agencies?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Sign-in names of the people the information may be shared with. */
  readonly users?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Purposes. */
  readonly purposes?: InputMaybe<ReadonlyArray<Scalars['PurposeCode']['input']>>;
  /** Kinds of information. */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['CategoryCode']['input']>>;
  /** Agencies whose records the information may come from. */
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** A reduction of a consent in force. The consent keeps its end and the person who gave it. */
export type ConsentNarrowing = {
  /** The consent. */
  readonly id: Scalars['ID']['input'];
  /** What it should no longer share. */
  readonly leaveOut: ReadonlyArray<ConsentPartInput>;
  /** How the client said this. */
  readonly evidence: ConsentEvidence;
  /** The witness, if there was one. */
  readonly witness?: InputMaybe<Scalars['String']['input']>;
  /** Version of the consent notice the client was given. See `Query.consentNotice`. */
  readonly noticeVersion: Scalars['String']['input'];
  /** The language it was said in, as its English name. */
  readonly language: Scalars['String']['input'];
  /** The client's own words. */
  readonly words?: InputMaybe<Scalars['String']['input']>;
};

/** The recorded consent. */
export type RecordConsentPayload = {
  /** The recorded consent. */
  readonly consent: Consent;
};

/** The narrower consent that replaces the earlier one. */
export type NarrowConsentPayload = {
  /** The narrower consent that replaces the earlier one. */
  readonly consent: Consent;
};

/** The withdrawn consent. */
export type WithdrawConsentPayload = {
  /** The withdrawn consent. */
  readonly consent: Consent;
};

/** A request for workers at other agencies to talk with a person about a consent. */
export type ConsentRequestInput = {
  /** The person the consent would be about. */
  readonly client: Scalars['ID']['input'];
  /** Purposes it would be for. Leave out for any. */
  readonly purposes?: InputMaybe<ReadonlyArray<Scalars['PurposeCode']['input']>>;
  /** Kinds of information it would cover. Leave out for every kind that is not sensitive. */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['CategoryCode']['input']>>;
};

/** Confirms the request was sent. Who received it is not disclosed. */
export type RequestConsentPayload = {
  /** Always true. */
  readonly sent: Scalars['Boolean']['output'];
};

/** Another agency's request for a consent. Only the workers who work with the person at other agencies see it. */
export type ConsentRequest = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** The person the consent would be about. Null if you may not know of them. */
  readonly client?: Maybe<Client>;
  /** The agency that sent the request. */
  readonly agency?: Maybe<Agency>;
  /** Sign-in name of the person who sent it. */
  readonly askedBy: Scalars['String']['output'];
  /** When it was sent. */
  readonly at: Scalars['DateTime']['output'];
  /** Purposes. Null: any. */
  readonly purposes?: Maybe<ReadonlyArray<Scalars['PurposeCode']['output']>>;
  /** Kinds of information. Null: every kind that is not sensitive. */
  readonly categories?: Maybe<ReadonlyArray<Scalars['CategoryCode']['output']>>;
};

/** When the person becomes an adult. */
export type Standing = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** The person. */
  readonly client?: Maybe<Client>;
  /** The first day as an adult. The hub does not store a date of birth. */
  readonly adultOn: Scalars['Date']['output'];
  /** True if the person was assessed as able to decide this for themself before then. */
  readonly matureMinor: Scalars['Boolean']['output'];
  /** Sign-in name of the person who recorded it. */
  readonly recordedBy: Scalars['String']['output'];
  /** When it was recorded. */
  readonly recordedAt: Scalars['DateTime']['output'];
};

/** When the person becomes an adult. Only for people with a record at your agency. */
export type StandingInput = {
  /** The person. */
  readonly client: Scalars['ID']['input'];
  /** The first day as an adult, such as the 18th birthday. For someone born on 29 February, give 1 March. */
  readonly adultOn: Scalars['Date']['input'];
  /** True if the person was assessed as able to decide this for themself before then. */
  readonly matureMinor?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What your agency has on record now. */
export type RecordStandingPayload = {
  /** What your agency has on record now. */
  readonly standing: Standing;
};

/** In what capacity someone speaks for the person. */
export type ProxyCapacity =
  /** A parent, until the person is an adult. */
  | 'PARENT'
  /** A guardian, within the terms of their appointment. */
  | 'GUARDIAN'
  /** Someone with power of attorney, within its terms. */
  | 'ATTORNEY';

/** Why someone no longer speaks for the person. */
export type ProxyEnd =
  /** The appointment ended, or was recorded by mistake. */
  | 'ENDED'
  /** They use violence. Nothing they said for the person counts, in any capacity. */
  | 'USES_VIOLENCE';

/** Someone who may speak for the person. The hub does not store their name. */
export type Proxy = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** The person they speak for. */
  readonly client?: Maybe<Client>;
  /** In what capacity. */
  readonly capacity: ProxyCapacity;
  /** What a guardian or attorney was appointed for. Giving consent requires `information`. */
  readonly scope: ReadonlyArray<Scalars['String']['output']>;
  /** From this day. Null: no start date. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** Until the end of this day. Null: until ended. */
  readonly to?: Maybe<Scalars['Date']['output']>;
  /** Sign-in name of the person who recorded it. */
  readonly recordedBy: Scalars['String']['output'];
  /** When it was recorded. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** When it was ended. Null if it was not. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Someone who may speak for the person. Only for people with a record at your agency. */
export type ProxyInput = {
  /** The person they speak for. */
  readonly client: Scalars['ID']['input'];
  /** In what capacity. */
  readonly capacity: ProxyCapacity;
  /** Their client id, if your agency also works with them as a client. What is on file about them then counts. */
  readonly person?: InputMaybe<Scalars['ID']['input']>;
  /** What a guardian or attorney was appointed for, such as `information`. Not for a parent. */
  readonly scope?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** From this day. Leave out for no start date. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** Until the end of this day. Leave out for until ended. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
};

/** The recorded proxy. */
export type RecordProxyPayload = {
  /** The recorded proxy. */
  readonly proxy: Proxy;
};

/** The ended proxy. */
export type EndProxyPayload = {
  /** The ended proxy. */
  readonly proxy: Proxy;
};

/** A person's role under the law, as an agency recorded it. */
export type RoleAssertion = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** The person. */
  readonly client?: Maybe<Client>;
  /** The role. See `Query.vocabulary.roles`. */
  readonly role: Scalars['String']['output'];
  /** The reason it was recorded. */
  readonly reason: Scalars['String']['output'];
  /** Sign-in name of the person who recorded it. */
  readonly recordedBy: Scalars['String']['output'];
  /** When it was recorded. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** When it was taken back. Null if it was not. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The person's role under the law. Only for people with a record at your agency. */
export type RoleInput = {
  /** The person. */
  readonly client: Scalars['ID']['input'];
  /** The role. See `Query.vocabulary.roles`. If agencies differ, the role that protects the person counts. */
  readonly role: Scalars['String']['input'];
  /** The reason for recording it. */
  readonly reason: Scalars['String']['input'];
};

/** The recorded role. */
export type RecordRolePayload = {
  /** The recorded role. */
  readonly role: RoleAssertion;
};

/** The role that was taken back. */
export type EndRolePayload = {
  /** The role that was taken back. */
  readonly role: RoleAssertion;
};

/** A finding the law requires before it permits sharing without consent. */
export type LegalBasis = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** The person the finding is about. */
  readonly client?: Maybe<Client>;
  /** The finding. See `Query.vocabulary.legalBases`. */
  readonly kind: Scalars['String']['output'];
  /** The grounds for the finding. */
  readonly reason: Scalars['String']['output'];
  /** Kinds of information it opens. */
  readonly categories?: Maybe<ReadonlyArray<Scalars['CategoryCode']['output']>>;
  /** What the person said when asked, or why they were not asked. Null if not recorded. */
  readonly consultedViews?: Maybe<Scalars['String']['output']>;
  /** In force until the end of this day. */
  readonly to: Scalars['Date']['output'];
  /** Sign-in name of the person who recorded it. */
  readonly recordedBy: Scalars['String']['output'];
  /** When it was recorded. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** When it was ended early. Null if it was not. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A finding about one person. For several people, record one each. Only for people with a record at your agency. */
export type LegalBasisInput = {
  /** The person the finding is about. */
  readonly client: Scalars['ID']['input'];
  /** The finding. See `Query.vocabulary.legalBases`. */
  readonly kind: Scalars['String']['input'];
  /** The grounds for the finding. */
  readonly reason: Scalars['String']['input'];
  /**
   * Kinds of information to open. Sensitive kinds are opened only if named. Leave out for every kind that is not
   * sensitive.
   */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['CategoryCode']['input']>>;
  /** What the person said when asked, or why they were not asked. */
  readonly consultedViews?: InputMaybe<Scalars['String']['input']>;
  /** In force until the end of this day, at most 90 days from now. Leave out for 30 days. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
};

/** The recorded finding. */
export type AssertLegalBasisPayload = {
  /** The recorded finding. */
  readonly legalBasis: LegalBasis;
};

/** The ended finding. */
export type EndLegalBasisPayload = {
  /** The ended finding. */
  readonly legalBasis: LegalBasis;
};

/** Why information is blocked. */
export type BlockKind =
  /** Sharing it would put someone in danger. */
  | 'SAFETY_BLOCK'
  /** The law excludes it from sharing. */
  | 'EXCLUDED_INFORMATION'
  /** A court has suppressed it. */
  | 'COURT_SUPPRESSION';

/** A rule that information is never shared. Only the agency that recorded it can see it. */
export type Block = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /**
   * The person whose information is blocked. Null if you may not know of them, for example because the block also closes
   * the information to your own agency.
   */
  readonly client?: Maybe<Client>;
  /** The reason for the block. */
  readonly kind: BlockKind;
  /** Kinds of information. Null: all. */
  readonly categories?: Maybe<ReadonlyArray<Scalars['CategoryCode']['output']>>;
  /** Records. Null: all. */
  readonly records?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /**
   * People the block protects from. Nothing is shared with them or with anyone who works with one of them. If this and
   * `users` are both null, the block applies to everyone.
   */
  readonly against?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /**
   * Sign-in names of workers the block protects from. Nothing is shared with them, whichever agency they work at. A
   * named worker does not see the block.
   */
  readonly users?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Sign-in name of the person who recorded it. */
  readonly recordedBy: Scalars['String']['output'];
  /** When it was recorded. */
  readonly recordedAt: Scalars['DateTime']['output'];
  /** When it was lifted. Null if it was not. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
};

/**
 * A block on kinds of information, on sharing with certain people, or both. Only for people with a record at your
 * agency.
 */
export type BlockInput = {
  /** The person whose information is blocked. */
  readonly client: Scalars['ID']['input'];
  /** The reason for the block. */
  readonly kind: BlockKind;
  /** Kinds of information, including everything below them. Leave out for all. */
  readonly categories?: InputMaybe<ReadonlyArray<Scalars['CategoryCode']['input']>>;
  /** Records of your own agency. Leave out for every record. */
  readonly records?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /**
   * People the block protects from. Your agency must work with them. Leave out both this and `users` to block everyone.
   * If your agency works with one of them, the block also closes the information to your own agency.
   */
  readonly against?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /**
   * Sign-in names of workers the block protects from, such as a relative of the person, at any agency including yours.
   * Their colleagues see what they saw before.
   */
  readonly users?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** The recorded block. */
export type AddBlockPayload = {
  /** The recorded block. */
  readonly block: Block;
};

/** The lifted block. */
export type LiftBlockPayload = {
  /** The lifted block. */
  readonly block: Block;
};

/** A page of blocks (Relay). */
export type BlockConnection = {
  /** The blocks, each with its cursor. */
  readonly edges: ReadonlyArray<BlockEdge>;
  /** The blocks. */
  readonly nodes: ReadonlyArray<Block>;
  /** Where this page sits in the list. */
  readonly pageInfo: PageInfo;
};

/** A block on a page. */
export type BlockEdge = {
  /** Pass this as `after` to continue from here. It works only for you, this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The block. */
  readonly node: Block;
};

/** One use of emergency access. */
export type BreakGlass = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** The person it was about. Null if you may not know of them. */
  readonly client?: Maybe<Client>;
  /** The agency of the worker who took it. */
  readonly agency?: Maybe<Agency>;
  /** Sign-in name of the worker who took it. */
  readonly takenBy: Scalars['String']['output'];
  /** The reason, in their words. Shown only to their own agency; null for others. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /**
   * Kinds of information it opens. Shown only to their own agency; null for others, who find what was disclosed in
   * `Client.disclosures`.
   */
  readonly categories?: Maybe<ReadonlyArray<Scalars['CategoryCode']['output']>>;
  /** When it began. */
  readonly at: Scalars['DateTime']['output'];
  /** When it ends. */
  readonly until: Scalars['DateTime']['output'];
  /** When it was ended early. Null if it was not. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** True if it went against something the client had refused. Null for anyone who may not review it. */
  readonly grave?: Maybe<Scalars['Boolean']['output']>;
  /** The review by someone else. Null until it is reviewed. */
  readonly review?: Maybe<BreakGlassReview>;
  /** Whether the person was told about it. Null until someone has recorded this, and for other agencies. */
  readonly clientTold?: Maybe<ClientTold>;
};

/** Whether a person was told about emergency access to their information. */
export type ClientTold =
  /** They were told. */
  | 'TOLD'
  /** Telling them is not safe, for them or for someone else. */
  | 'NOT_SAFE';

/** A review of emergency access, by someone other than the person who took it. */
export type BreakGlassReview = {
  /** Sign-in name of the reviewer. Shown only to their own agency; null for others. */
  readonly reviewedBy?: Maybe<Scalars['String']['output']>;
  /** When it was reviewed. */
  readonly at: Scalars['DateTime']['output'];
  /** The finding. */
  readonly outcome: BreakGlassOutcome;
  /** The reviewer's words. Shown only to their own agency; null for others. */
  readonly note?: Maybe<Scalars['String']['output']>;
};

/** The finding of a review. */
export type BreakGlassOutcome =
  /** The access was justified. */
  | 'JUSTIFIED'
  /** The access was not justified. */
  | 'NOT_JUSTIFIED';

/** Emergency access to what other agencies hold about a person. Only for people with a record at your agency. */
export type BreakGlassInput = {
  /** The person it is about. */
  readonly client: Scalars['ID']['input'];
  /** The reason. */
  readonly reason: Scalars['String']['input'];
  /** Kinds of information. Name each one. */
  readonly categories: ReadonlyArray<Scalars['CategoryCode']['input']>;
};

/** A review of emergency access taken by someone else. */
export type BreakGlassReviewInput = {
  /** The emergency access. */
  readonly id: Scalars['ID']['input'];
  /** The finding. */
  readonly outcome: BreakGlassOutcome;
  /** The finding in words. */
  readonly note: Scalars['String']['input'];
};

/** The emergency access taken. */
export type BreakGlassPayload = {
  /** The emergency access taken. */
  readonly breakGlass: BreakGlass;
};

/** The emergency access that was ended. */
export type EndBreakGlassPayload = {
  /** The emergency access that was ended. */
  readonly breakGlass: BreakGlass;
};

/** The emergency access that was reviewed. */
export type ReviewBreakGlassPayload = {
  /** The emergency access that was reviewed. */
  readonly breakGlass: BreakGlass;
};

/** The emergency access the answer is about. */
export type SayClientToldPayload = {
  /** The emergency access. */
  readonly breakGlass: BreakGlass;
};

/** A page of uses of emergency access (Relay). */
export type BreakGlassConnection = {
  /** The uses of emergency access, each with its cursor. */
  readonly edges: ReadonlyArray<BreakGlassEdge>;
  /** The uses of emergency access. */
  readonly nodes: ReadonlyArray<BreakGlass>;
  /** Where this page sits in the list. */
  readonly pageInfo: PageInfo;
};

/** A use of emergency access on a page. */
export type BreakGlassEdge = {
  /** Pass this as `after` to continue from here. It works only for you, this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The emergency access. */
  readonly node: BreakGlass;
};

/** What a notice is about. */
export type NoticeKind =
  /** Another agency asks you to talk with a person about a consent. */
  | 'CONSENT_REQUESTED'
  /** A worker at another agency took emergency access to a record of your agency. */
  | 'GLASS_BROKEN'
  /** A worker at your agency took emergency access, and someone else must review it. */
  | 'GLASS_TO_REVIEW'
  /**
   * Something in a person's alerts that was disclosed to you or your agency has been corrected. Look at their alerts
   * again. Without a `client`, it was disclosed to you for another purpose: read your notices under that purpose.
   */
  | 'CORRECTED'
  /** Your agency is invited to place scenarios, for the first or second time. */
  | 'EXERCISE_OPEN'
  /** Placings have been revealed and are ready to discuss. */
  | 'EXERCISE_REVEALED'
  /** A proposal is waiting for your agency's position at your level. */
  | 'PROPOSAL_TO_HEAR';

/** Something is waiting for you. A notice has no content. */
export type Notice = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** What it is about. */
  readonly kind: NoticeKind;
  /** When the notice was made. */
  readonly at: Scalars['DateTime']['output'];
  /** When it was marked as read. Null until then. */
  readonly readAt?: Maybe<Scalars['DateTime']['output']>;
  /** The person it is about. Null if you may not know of them, or if it is not about a person. */
  readonly client?: Maybe<Client>;
  /** The exercise, if the notice is about one. */
  readonly exercise?: Maybe<Exercise>;
  /** The consent request, if the notice is about one. */
  readonly request?: Maybe<ConsentRequest>;
  /** The emergency access, if the notice is about one. */
  readonly breakGlass?: Maybe<BreakGlass>;
  /** The proposal waiting for your agency's position, if the notice is about one. */
  readonly proposal?: Maybe<Proposal>;
};

/** A page of notices (Relay). */
export type NoticeConnection = {
  /** The notices, each with its cursor. */
  readonly edges: ReadonlyArray<NoticeEdge>;
  /** The notices. */
  readonly nodes: ReadonlyArray<Notice>;
  /** Where this page sits in the list. */
  readonly pageInfo: PageInfo;
};

/** A notice on a page. */
export type NoticeEdge = {
  /** Pass this as `after` to continue from here. It works only for you, this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The notice. */
  readonly node: Notice;
};

/** The notice, now marked as read. */
export type MarkNoticeReadPayload = {
  /** The notice, now marked as read. */
  readonly notice: Notice;
};

/**
 * Two records that may belong to one person. Each agency sees its own record, and of the other only what it may know
 * anyway.
 */
export type LinkPair = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** Your agency's record. */
  readonly mine: AgencyRecord;
  /** The other record. Null if nothing in it may be shared with you. */
  readonly theirs?: Maybe<AgencyRecord>;
  /** True if both records are your agency's: the person may be on file twice. */
  readonly onFileTwice: Scalars['Boolean']['output'];
  /** How the two records compare, as far as their encoded keys show. Strongest evidence first. */
  readonly agreement: ReadonlyArray<Scalars['String']['output']>;
  /**
   * True if names, date of birth, sex and place agree almost completely. Records of two different people almost never
   * match this closely.
   */
  readonly close: Scalars['Boolean']['output'];
  /** When the pair was found. */
  readonly at: Scalars['DateTime']['output'];
  /** Your agency's latest answer. Null if it has not answered. */
  readonly word?: Maybe<LinkWord>;
  /** Who at your agency gave that answer, when and why. Null if your agency gave none. */
  readonly said?: Maybe<LinkSaid>;
};

/** An answer about a pair: who gave it, when and why. */
export type LinkSaid = {
  /** Sign-in name of the person who answered. */
  readonly by: Scalars['String']['output'];
  /** When they answered. */
  readonly at: Scalars['DateTime']['output'];
  /** Their reason. */
  readonly reason: Scalars['String']['output'];
};

/** An answer about a pair. */
export type LinkWord =
  /** The records belong to one person. */
  | 'SAME'
  /** The records belong to two people. */
  | 'DIFFERENT'
  /** Not decided. Ask again later. */
  | 'LATER';

/** A page of pairs (Relay). */
export type LinkPairConnection = {
  /** The pairs, each with its cursor. */
  readonly edges: ReadonlyArray<LinkPairEdge>;
  /** The pairs. */
  readonly nodes: ReadonlyArray<LinkPair>;
  /** Where this page sits in the list. */
  readonly pageInfo: PageInfo;
};

/** A pair on a page. */
export type LinkPairEdge = {
  /** Pass this as `after` to continue from here. It works only for you, this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The pair. */
  readonly node: LinkPair;
};

/** An answer about a pair, with the reason. */
export type LinkDecisionInput = {
  /** The pair. */
  readonly pair: Scalars['ID']['input'];
  /** The answer. */
  readonly word: LinkWord;
  /** The reason for the answer. */
  readonly reason: Scalars['String']['input'];
};

/** The result of the answer. */
export type DecideLinkPayload = {
  /** True if the records are now linked. */
  readonly linked: Scalars['Boolean']['output'];
  /**
   * The person, through every record that may be shared with you. Null if your record does not belong to a person you
   * may know of.
   */
  readonly client?: Maybe<Client>;
};

/** The record on its own again. */
export type SeparateRecordPayload = {
  /** The person the record now belongs to. */
  readonly client?: Maybe<Client>;
  /**
   * Agencies that received information from the record while it was linked. They may have taken it to be about another
   * person.
   */
  readonly toldTo: ReadonlyArray<Agency>;
};

/** The result of taking the answer back. */
export type ReopenLinkPayload = {
  /** The person your agency's record belongs to. Null if it does not belong to a person you may know of. */
  readonly client?: Maybe<Client>;
};

/** One step in the history of a record's links. */
export type LinkEvent = {
  /** What happened. */
  readonly kind?: Maybe<LinkEventKind>;
  /** When it happened. */
  readonly at?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Sign-in name of the person at your own agency who decided. `hub` if the partnership lets the hub link almost
   * identical records automatically. Null if it was someone at another agency.
   */
  readonly decidedBy?: Maybe<Scalars['String']['output']>;
  /** The reason. Null if it was someone at another agency. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** What happened to a record's link. */
export type LinkEventKind =
  /** Linked to a person. */
  | 'CONFIRMED'
  /** Your agency said it belongs to the same person as another record. */
  | 'PROPOSED'
  /** Separated from a person. */
  | 'SEPARATED'
  /** Your agency said it belongs to a different person than another record. */
  | 'DENIED'
  /** Your agency took that back. Both agencies are asked again. */
  | 'REOPENED';

/**
 * Invented scenarios that people from several agencies place in alert categories, first individually and then after
 * discussing them.
 */
export type Exercise = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** What the exercise is about. */
  readonly title: Scalars['String']['output'];
  /** The stage the exercise is at. */
  readonly stage: ExerciseStage;
  /** The agency whose people lead the exercise. */
  readonly ledBy?: Maybe<Agency>;
  /** The invited agencies, ordered by name. */
  readonly agencies: ReadonlyArray<Agency>;
  /** The scenarios, in order. */
  readonly scenarios: ReadonlyArray<Scenario>;
  /** The alert categories people can choose from. */
  readonly offered: ReadonlyArray<AlertTerm>;
  /** How results are broken down, for groups of five or more people. Fixed when the exercise was set up. */
  readonly brokenDownBy: ExerciseBreakdown;
  /** How many people take part. */
  readonly joined: Scalars['Int']['output'];
  /** How many people placed every scenario in the current round. Null if no round is open. */
  readonly answered?: Maybe<Scalars['Int']['output']>;
  /**
   * Your own placings and barriers. Null if you do not take part. After the exercise ends nobody can link answers to
   * people, including the hub.
   */
  readonly mine?: Maybe<OwnPlacings>;
  /** The rounds revealed so far, first round first. */
  readonly rounds: ReadonlyArray<ExerciseRound>;
  /**
   * How answers moved between the rounds. A move is listed only if five or more people made it, and only if it reveals
   * nothing about fewer. A move that is not listed may have been made by anyone or no one.
   * Empty until the second round is revealed, and if results are broken down.
   */
  readonly shift: ReadonlyArray<ScenarioShift>;
  /**
   * Scenarios where wording was the problem. Sorted by how often language was noted as a barrier, most often first, then
   * by agreement, lowest first.
   */
  readonly wordingTrouble: ReadonlyArray<WordingTrouble>;
  /** Proposals that came out of the exercise, newest first (at most 100). */
  readonly proposals: ReadonlyArray<Proposal>;
  /** The steps the people leading the exercise took, with who and when. Taking part leaves no trace here. */
  readonly history: ReadonlyArray<ExerciseStep>;
};

/** The stage of an exercise. It only moves forward. */
export type ExerciseStage =
  /** Everyone places the scenarios individually. People can still join. */
  | 'FIRST_PLACING'
  /** The placings are shown and discussed. People note barriers. */
  | 'FIRST_DISCUSSION'
  /** The people who took part in the first round place the scenarios again. */
  | 'SECOND_PLACING'
  /** The second placings are shown and discussed. */
  | 'SECOND_DISCUSSION'
  /** The exercise has ended. */
  | 'CLOSED';

/**
 * How results are broken down, besides the overall result. Only one breakdown is possible: comparing two would show who
 * is in both groups.
 */
export type ExerciseBreakdown =
  /** Not broken down. */
  | 'NOTHING'
  /** By agency. */
  | 'AGENCY'
  /** By the role people sign in with. */
  | 'ROLE';

/** An invented situation. */
export type Scenario = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** The situation to place. */
  readonly text: Scalars['String']['output'];
};

/** Where someone places a scenario. */
export type PlacingAnswer =
  /** In an alert category. */
  | 'CATEGORY'
  /** In no category: no alert. */
  | 'NONE'
  /** Not sure. */
  | 'UNSURE';

/**
 * How certain an alert raised now would be, least certain first. These are the alert certainties that a new alert can
 * have.
 */
export type PlacingCertainty =
  /** There are signs of it. */
  | 'INDICATED'
  /** Someone said so. */
  | 'DISCLOSED'
  /** A worker assessed it. */
  | 'ASSESSED';

/** What makes it hard to name what you see. */
export type BarrierKind =
  /** The words do not fit, or they hurt. */
  | 'LANGUAGE'
  /** Doubt about how soon, and on how much information, it may be named. */
  | 'CERTAINTY'
  /** What it could lead to for the person. */
  | 'FEAR_OF_CONSEQUENCES'
  /** The system or the way people work. */
  | 'WORKFLOW'
  /** The person or their family might see it. */
  | 'VISIBLE_TO_PERSON_OR_FAMILY'
  /** A duty to report. */
  | 'MANDATORY_REPORTING'
  /** Something else. */
  | 'OTHER';

/** Your own answers. */
export type OwnPlacings = {
  /** Where you placed scenarios. */
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
  /** Where you placed it. */
  readonly answer: PlacingAnswer;
  /** The alert category. Null unless the answer is CATEGORY. */
  readonly category?: Maybe<Scalars['AlertCode']['output']>;
  /** How certain the alert would be. Null unless the answer is CATEGORY. */
  readonly certainty?: Maybe<PlacingCertainty>;
  /** What else you would need to know. */
  readonly wouldNeed?: Maybe<Scalars['String']['output']>;
  /** Your reason. */
  readonly why?: Maybe<Scalars['String']['output']>;
  /** The wording you suggest. */
  readonly wording?: Maybe<Scalars['String']['output']>;
};

/** Barriers you noted. */
export type OwnBarriers = {
  /** The round that was discussed. */
  readonly round: Scalars['Int']['output'];
  /** The scenario. */
  readonly scenario: Scalars['ID']['output'];
  /** The kinds of barrier. */
  readonly kinds: ReadonlyArray<BarrierKind>;
  /** In your own words. */
  readonly words?: Maybe<Scalars['String']['output']>;
};

/** The result of a round. Everyone sees the same, including the people leading the exercise. */
export type ExerciseRound = {
  /** 1 or 2. */
  readonly round: Scalars['Int']['output'];
  /** How many people placed every scenario. */
  readonly answered: Scalars['Int']['output'];
  /**
   * How far people agree on the category, beyond chance. Being unsure counts as an answer. Covers only the scenarios
   * that are shown.
   */
  readonly categoryAgreement: Agreement;
  /** How far the people who would raise an alert agree on its certainty, beyond chance. */
  readonly certaintyAgreement: Agreement;
  /** Each scenario, in the order of the exercise. */
  readonly scenarios: ReadonlyArray<ScenarioResult>;
};

/** Krippendorff's alpha: 1 means full agreement, 0 means no more agreement than chance. */
export type Agreement = {
  /** Alpha. Null if it cannot be calculated: see `undefinedBecause`. */
  readonly alpha?: Maybe<Scalars['Float']['output']>;
  /** Lower end of the 95% interval, from resampling the scenarios. Null if there are fewer than three scenarios. */
  readonly low?: Maybe<Scalars['Float']['output']>;
  /** Upper end of the 95% interval. Null if there are fewer than three scenarios. */
  readonly high?: Maybe<Scalars['Float']['output']>;
  /** Why there is no alpha. Null if there is one. */
  readonly undefinedBecause?: Maybe<NoAgreement>;
};

/** Why agreement cannot be calculated. */
export type NoAgreement =
  /** None of the scenarios shown was answered by two people. */
  | 'NOTHING_TO_COMPARE'
  /** Every answer is the same, so agreement beyond chance cannot be judged. */
  | 'ONE_VALUE';

/** The answers about one scenario. The lists of texts are in no meaningful order, and no text belongs to another. */
export type ScenarioResult = {
  /** The scenario. */
  readonly scenario: Scenario;
  /** How many people placed it. Null if fewer than five did; then nothing they placed or wrote about it is shown. */
  readonly answers?: Maybe<Scalars['Int']['output']>;
  /** Where people placed it. */
  readonly placings: ReadonlyArray<PlacingCount>;
  /** How certain an alert would be. */
  readonly certainties: ReadonlyArray<CertaintyCount>;
  /** Share of pairs of people who placed it the same way, 0 to 1. Null if fewer than five people placed it. */
  readonly alike?: Maybe<Scalars['Float']['output']>;
  /**
   * Where each group placed it. Shown only for groups of five or more, and only if the people left over number five or
   * more, or none.
   */
  readonly groups: ReadonlyArray<GroupPlacings>;
  /** Reasons, in people's own words. */
  readonly why: ReadonlyArray<Scalars['String']['output']>;
  /** What else people would need to know. */
  readonly wouldNeed: ReadonlyArray<Scalars['String']['output']>;
  /** Wordings people suggest. */
  readonly wordings: ReadonlyArray<Scalars['String']['output']>;
  /**
   * What makes it hard to name. Null while it is being discussed, and if fewer than five people noted a barrier in this
   * round.
   */
  readonly barriers?: Maybe<ReadonlyArray<BarrierCount>>;
  /** Barriers in people's own words. */
  readonly barrierWords: ReadonlyArray<Scalars['String']['output']>;
};

/** How many people gave one answer. */
export type PlacingCount = {
  /** The answer. */
  readonly answer: PlacingAnswer;
  /** The alert category. Null unless the answer is CATEGORY. */
  readonly category?: Maybe<Scalars['AlertCode']['output']>;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** How many people chose one level of certainty. */
export type CertaintyCount = {
  /** The level of certainty. */
  readonly certainty: PlacingCertainty;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** How many people noted one kind of barrier. */
export type BarrierCount = {
  /** The kind of barrier. */
  readonly kind: BarrierKind;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** Where a group placed a scenario. */
export type GroupPlacings = {
  /** An agency id, or a role. */
  readonly group: Scalars['String']['output'];
  /** How many people in the group placed it. */
  readonly answers: Scalars['Int']['output'];
  /** Where they placed it. */
  readonly placings: ReadonlyArray<PlacingCount>;
};

/** How answers about one scenario moved between the rounds. */
export type ScenarioShift = {
  /** The scenario. */
  readonly scenario: Scenario;
  /** The moves that may be disclosed. */
  readonly moves: ReadonlyArray<PlacingMove>;
};

/**
 * How many people went from one answer to another, or kept the same one. A null answer means they did not answer in that
 * round.
 */
export type PlacingMove = {
  /** The answer in the first round. */
  readonly from?: Maybe<PlacingAnswer>;
  /** The alert category in the first round. Null unless the answer was CATEGORY. */
  readonly fromCategory?: Maybe<Scalars['AlertCode']['output']>;
  /** The answer in the second round. */
  readonly to?: Maybe<PlacingAnswer>;
  /** The alert category in the second round. Null unless the answer was CATEGORY. */
  readonly toCategory?: Maybe<Scalars['AlertCode']['output']>;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** A scenario where wording was the problem. */
export type WordingTrouble = {
  /** The scenario. */
  readonly scenario: Scenario;
  /** How many times language was noted as a barrier. */
  readonly languageNoted: Scalars['Int']['output'];
  /** Share of pairs of people who placed it the same way in the first round, 0 to 1. Null if it is not shown. */
  readonly alike?: Maybe<Scalars['Float']['output']>;
  /** Wordings people suggested. */
  readonly wordings: ReadonlyArray<Scalars['String']['output']>;
};

/** A step in running an exercise. */
export type ExerciseStep = {
  /** What was done. */
  readonly act: ExerciseAct;
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /** Sign-in name of the person who did it. */
  readonly by: Scalars['String']['output'];
  /** Their agency. */
  readonly agency?: Maybe<Agency>;
};

/** A step the people leading an exercise can take. */
export type ExerciseAct =
  /** The exercise was set up. */
  | 'CREATE'
  /** A round was revealed. */
  | 'REVEAL'
  /** The second round was opened. */
  | 'OPEN_SECOND_ROUND'
  /** The exercise was ended. */
  | 'CLOSE';

/** A page of exercises (Relay). */
export type ExerciseConnection = {
  /** The exercises, each with its cursor. */
  readonly edges: ReadonlyArray<ExerciseEdge>;
  /** The exercises. */
  readonly nodes: ReadonlyArray<Exercise>;
  /** Where this page sits in the list. */
  readonly pageInfo: PageInfo;
};

/** An exercise on a page. */
export type ExerciseEdge = {
  /** Pass this as `after` to continue from here. It works only for you, this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The exercise. */
  readonly node: Exercise;
};

/**
 * A new exercise. Scenarios must be invented, never a real case. One that contains what looks like a telephone number,
 * an e-mail address, a date or a record number is refused.
 */
export type ExerciseInput = {
  /** What the exercise is about. */
  readonly title: Scalars['String']['input'];
  /** 1 to 20 scenarios. */
  readonly scenarios: ReadonlyArray<Scalars['String']['input']>;
  /** The alert categories people can choose from. Leave out for all in use. */
  readonly offered?: InputMaybe<ReadonlyArray<Scalars['AlertCode']['input']>>;
  /** Agencies to invite besides your own. */
  readonly agencies: ReadonlyArray<Scalars['ID']['input']>;
  /** How to break down results. Cannot be changed later. */
  readonly breakDownBy?: InputMaybe<ExerciseBreakdown>;
};

/**
 * Where you place a scenario. The others see your words without your name. Do not describe a real case or write anything
 * that shows who you are.
 */
export type PlacingInput = {
  /** The exercise. */
  readonly exercise: Scalars['ID']['input'];
  /** The scenario. */
  readonly scenario: Scalars['ID']['input'];
  /** The current round, 1 or 2. */
  readonly round: Scalars['Int']['input'];
  /** Where you place it. */
  readonly answer: PlacingAnswer;
  /** The alert category. Give it with the answer CATEGORY only. */
  readonly category?: InputMaybe<Scalars['AlertCode']['input']>;
  /** How certain the alert would be. Give it with a category only. */
  readonly certainty?: InputMaybe<PlacingCertainty>;
  /** What else you would need to know. */
  readonly wouldNeed?: InputMaybe<Scalars['String']['input']>;
  /** Your reason. */
  readonly why?: InputMaybe<Scalars['String']['input']>;
  /** How you would word it if you said it to the person. */
  readonly wording?: InputMaybe<Scalars['String']['input']>;
};

/** What makes a scenario hard to name. As with placings: no real case and no names. */
export type BarriersInput = {
  /** The exercise. */
  readonly exercise: Scalars['ID']['input'];
  /** The scenario. */
  readonly scenario: Scalars['ID']['input'];
  /** The kinds of barrier. They replace what you noted before. */
  readonly kinds: ReadonlyArray<BarrierKind>;
  /** In your own words. */
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

/** The exercise with your placing. */
export type PlacePayload = {
  /** The exercise. */
  readonly exercise: Exercise;
};

/** The exercise with the round revealed. */
export type RevealRoundPayload = {
  /** The exercise. */
  readonly exercise: Exercise;
};

/** The exercise with your barriers. */
export type NoteBarriersPayload = {
  /** The exercise. */
  readonly exercise: Exercise;
};

/** The exercise in its second round. */
export type OpenRoundPayload = {
  /** The exercise. */
  readonly exercise: Exercise;
};

/** The exercise that was ended. */
export type CloseExercisePayload = {
  /** The exercise. */
  readonly exercise: Exercise;
};

/** A proposal to the partnership, and how far it has come. */
export type Proposal = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** The subject of the proposal. */
  readonly kind: ProposalKind;
  /** The proposal in one line. */
  readonly title: Scalars['String']['output'];
  /** The reason for it. */
  readonly why: Scalars['String']['output'];
  /** What it would change in the partnership's terms. Null if it changes none. */
  readonly change?: Maybe<ProposedChange>;
  /** First day it should apply. Null: the day after it is agreed. */
  readonly effectiveOn?: Maybe<Scalars['Date']['output']>;
  /** The agency that raised it. */
  readonly raisedBy?: Maybe<Agency>;
  /** Sign-in name of the person who raised it. Shown only to their own agency; null for others. */
  readonly raisedByUser?: Maybe<Scalars['String']['output']>;
  /** When it was raised. */
  readonly raisedAt: Scalars['DateTime']['output'];
  /** The state of the proposal. */
  readonly status: ProposalStatus;
  /** The state of the proposal, in a sentence. */
  readonly where: Scalars['String']['output'];
  /** The level it is at now. Null once decided. */
  readonly level?: Maybe<DecisionLevel>;
  /** Days left at this level. Null once decided. */
  readonly daysLeft?: Maybe<Scalars['Int']['output']>;
  /** The latest time at which it moves to the next level, or is decided, without further action. Null once decided. */
  readonly movesUpAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was decided or withdrawn. Null while it is open. */
  readonly decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The day its change to the partnership's terms takes effect. Null unless it was agreed and changes them. */
  readonly holdsFrom?: Maybe<Scalars['Date']['output']>;
  /** Why it was rejected or lapsed, and by whom. Null otherwise. */
  readonly whyNot?: Maybe<Scalars['String']['output']>;
  /** The levels it has reached, and who took a position there. */
  readonly levels: ReadonlyArray<LevelHeard>;
  /** Agencies asked for their position: those taking part when it was raised. */
  readonly agencies: ReadonlyArray<Agency>;
  /** Everything that happened to it, oldest first, in plain words. */
  readonly history: ReadonlyArray<ProposalHappening>;
  /** True if you may take a position for your agency now. */
  readonly mayVoice: Scalars['Boolean']['output'];
  /** The exercise the proposal came out of. Null if there was none, or your agency was not invited to it. */
  readonly exercise?: Maybe<Exercise>;
};

/** The proposal raised. */
export type ProposeFromExercisePayload = {
  /** The proposal raised. */
  readonly proposal: Proposal;
};

/** A wording a code has had. */
export type Wording = {
  /** Applies from this day. Null: from the start. */
  readonly from?: Maybe<Scalars['Date']['output']>;
  /** The wording. */
  readonly label: Scalars['String']['output'];
  /** True if the category was taken out of use on that day. */
  readonly retired: Scalars['Boolean']['output'];
  /** The reason, in the words of the person who proposed it. Null for the original wording. */
  readonly why?: Maybe<Scalars['String']['output']>;
  /** Agencies that supported it at the last level. */
  readonly agreedBy: ReadonlyArray<Agency>;
  /** When it was agreed. Null for the original wording. */
  readonly agreedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The proposal. Null for clients, and for the original wording. */
  readonly proposal?: Maybe<Proposal>;
};

/** The notice to give before consent is recorded. */
export type ConsentNotice = {
  /** The language of the notice. */
  readonly language: Scalars['String']['output'];
  /** The version to give in `ConsentInput.noticeVersion`. */
  readonly version: Scalars['String']['output'];
  /** The text. */
  readonly text: Scalars['String']['output'];
  /** Applies from this day. */
  readonly from: Scalars['Date']['output'];
  /** Earlier versions in that language, oldest first. */
  readonly former: ReadonlyArray<FormerNotice>;
};

/** A notice that used to apply. */
export type FormerNotice = {
  /** Its version. */
  readonly version: Scalars['String']['output'];
  /** Applied from this day. */
  readonly from: Scalars['Date']['output'];
  /** The text. */
  readonly text: Scalars['String']['output'];
};

/** The subject of a proposal. */
export type ProposalKind =
  /** A new wording for an alert category or a need. */
  | 'LABEL'
  /** A new alert category, or one to take out of use. */
  | 'ALERT_CATEGORY'
  /** New text for the notice given when consent is recorded. */
  | 'CONSENT_NOTICE'
  /** How people work. */
  | 'PRACTICE'
  /** A change to the graph's schema. */
  | 'SCHEMA_CHANGE'
  /** Something in the system that gets in the way. */
  | 'BARRIER';

/** The state of a proposal. */
export type ProposalStatus =
  /** Agencies are being asked for their positions. */
  | 'OPEN'
  /** Agreed. */
  | 'AGREED'
  /** Not agreed. See `Proposal.whyNot`. */
  | 'REJECTED'
  /** Too few agencies took a position in time at the last level. */
  | 'LAPSED'
  /** Withdrawn by the agency that raised it. */
  | 'WITHDRAWN';

/** The level at which agencies take a position. A proposal goes through the levels one after the other. */
export type DecisionLevel =
  /** Practitioners. */
  | 'PRACTITIONER'
  /** Team leaders and practice leads. */
  | 'TEAM_LEADER'
  /** Managers. */
  | 'MANAGER'
  /** Executives. */
  | 'EXECUTIVE';

/** An agency's position on a proposal at one level. */
export type Position =
  /** Supports it. */
  | 'SUPPORT'
  /** Would not choose it, but does not stand in its way. */
  | 'STAND_ASIDE'
  /** Objects to it. A reason is required. */
  | 'OBJECT';

/**
 * A new proposal. It is read at every agency: do not describe a real case or name a client.
 * What each kind takes: LABEL takes `code` and `label`. ALERT_CATEGORY takes a new `code`, `label` and `category`, or
 * `code` and `retire`. CONSENT_NOTICE takes `notice`. The others take none of these.
 */
export type ProposalInput = {
  /** The subject of the proposal. */
  readonly kind: ProposalKind;
  /** The proposal in one line. */
  readonly title: Scalars['String']['input'];
  /** Why you propose it, and what it would change for the people you work with. */
  readonly why: Scalars['String']['input'];
  /** First day it should apply, if agreed by then. Never earlier than the day after it is agreed, which is the default. */
  readonly effectiveOn?: InputMaybe<Scalars['Date']['input']>;
  /** The code of an alert category or need. */
  readonly code?: InputMaybe<Scalars['String']['input']>;
  /** The new wording. */
  readonly label?: InputMaybe<Scalars['String']['input']>;
  /** The kind of information the new alert category is released under. See `Query.vocabulary.categories`. */
  readonly category?: InputMaybe<Scalars['CategoryCode']['input']>;
  /** True: take the alert category out of use. */
  readonly retire?: InputMaybe<Scalars['Boolean']['input']>;
  /** The new notice. */
  readonly notice?: InputMaybe<ConsentNoticeInput>;
};

/** A new notice to give before consent is recorded. */
export type ConsentNoticeInput = {
  /** The language of the notice, as in `ConsentInput.language`. */
  readonly language: Scalars['String']['input'];
  /** The version, as in `ConsentInput.noticeVersion`. Must differ from every earlier version. */
  readonly version: Scalars['String']['input'];
  /** The text. */
  readonly text: Scalars['String']['input'];
};

/** Your agency's position on a proposal. It is read at every agency: do not describe a real case. */
export type VoiceInput = {
  /** The proposal. */
  readonly proposal: Scalars['ID']['input'];
  /** The position. */
  readonly position: Position;
  /** The reason. Required for an objection. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** What a proposal would change in the partnership's terms. */
export type ProposedChange = {
  /** The code of an alert category or need. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** The wording. */
  readonly label?: Maybe<Scalars['String']['output']>;
  /** The kind of information a new alert category is released under. */
  readonly category?: Maybe<Scalars['CategoryCode']['output']>;
  /** True if the alert category goes out of use. */
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
  /** When it reached the level. */
  readonly from: Scalars['DateTime']['output'];
  /** When it moved on or was decided. Null while it is still there. */
  readonly to?: Maybe<Scalars['DateTime']['output']>;
  /** How many agencies must take a position before it can move on early. */
  readonly quorum: Scalars['Int']['output'];
  /** The current positions, one for each agency. */
  readonly heard: ReadonlyArray<AgencyVoice>;
};

/** An agency's position at one level. Only their own agency sees who spoke for it. */
export type AgencyVoice = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** The agency. */
  readonly agency?: Maybe<Agency>;
  /** The position. */
  readonly position: Position;
  /** The reason. Null if none was given. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** When the position was taken. */
  readonly at: Scalars['DateTime']['output'];
  /** The answer to the objection. Null if there is none. */
  readonly answer?: Maybe<Scalars['String']['output']>;
  /** Sign-in name of the person who spoke for the agency. Shown only to their own agency; null for others. */
  readonly spokenBy?: Maybe<Scalars['String']['output']>;
};

/** Something that happened to a proposal. */
export type ProposalHappening = {
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /** What happened, in plain words. */
  readonly says: Scalars['String']['output'];
  /**
   * Sign-in name of the person who spoke for their agency. Shown only to their own agency. Null for others, and if
   * nobody spoke.
   */
  readonly spokenBy?: Maybe<Scalars['String']['output']>;
};

/** A page of proposals (Relay). */
export type ProposalConnection = {
  /** The proposals, each with its cursor. */
  readonly edges: ReadonlyArray<ProposalEdge>;
  /** The proposals. */
  readonly nodes: ReadonlyArray<Proposal>;
  /** Where this page sits in the list. */
  readonly pageInfo: PageInfo;
};

/** A proposal on a page. */
export type ProposalEdge = {
  /** Pass this as `after` to continue from here. It works only for you, this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The proposal. */
  readonly node: Proposal;
};

/** The proposal that was raised. */
export type RaiseProposalPayload = {
  /** The proposal that was raised. */
  readonly proposal: Proposal;
};

/** The proposal with your agency's position. */
export type VoicePayload = {
  /** The proposal with your agency's position. */
  readonly proposal: Proposal;
};

/** The proposal with the answer. */
export type AnswerObjectionPayload = {
  /** The proposal with the answer. */
  readonly proposal: Proposal;
};

/** The proposal that was withdrawn. */
export type WithdrawProposalPayload = {
  /** The proposal that was withdrawn. */
  readonly proposal: Proposal;
};

/** What gives an agency authority over how its own clients' data are counted. */
export type Stewardship =
  /** It is a specialist service. */
  | 'SPECIALIST'
  /** It is an Aboriginal community-controlled organisation. */
  | 'ABORIGINAL_COMMUNITY_CONTROLLED';

/** What is kept out of combined figures. */
export type AggregateScope =
  /** Figures and audits. */
  | 'EVERYTHING'
  /** Figures (`Agency.figures`). */
  | 'FIGURES'
  /** Audits of notes and alerts. */
  | 'AUDITS';

/** An agency's decision to keep its own clients' data out of combined figures. */
export type AggregateVeto = {
  /** Opaque and stable identifier. */
  readonly id: Scalars['ID']['output'];
  /** The agency that made the decision. */
  readonly agency?: Maybe<Agency>;
  /** What is kept out. */
  readonly scope: AggregateScope;
  /** The reason. Everyone can read it. */
  readonly reason: Scalars['String']['output'];
  /** In force since. */
  readonly at: Scalars['DateTime']['output'];
  /** When it was lifted. Null if it was not. */
  readonly liftedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The veto that was recorded. */
export type VetoAggregatePayload = {
  /** The veto that was recorded. */
  readonly veto: AggregateVeto;
};

/** The veto that was lifted. */
export type LiftAggregateVetoPayload = {
  /** The veto that was lifted. */
  readonly veto: AggregateVeto;
};

/** One version of a rule set. */
export type RuleSet = {
  /** Name, version and a hash of the content. Only audits under the same id are compared. */
  readonly id: Scalars['ID']['output'];
  /** The rule set's name. */
  readonly name: Scalars['String']['output'];
  /** The version. */
  readonly version: Scalars['String']['output'];
  /** The content, as YAML. */
  readonly text: Scalars['String']['output'];
  /** Codes of the alert categories it reads notes for. */
  readonly alerts: ReadonlyArray<Scalars['AlertCode']['output']>;
  /** The agency that added it. Null if it came with the hub. */
  readonly addedBy?: Maybe<Agency>;
  /** When it was added. Null if it came with the hub. */
  readonly addedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The version added, or what is wrong with the text. If anything is wrong, nothing is added. */
export type AddRuleSetPayload = {
  /** The version added. Null if the text has faults. */
  readonly ruleSet?: Maybe<RuleSet>;
  /** What is wrong with the text. */
  readonly faults: ReadonlyArray<RuleFault>;
};

/** A fault in the text of a rule set. */
export type RuleFault = {
  /** Line number, starting at 1. */
  readonly line: Scalars['Int']['output'];
  /** Column number, starting at 1. */
  readonly column: Scalars['Int']['output'];
  /** What should be there. */
  readonly sentence: Scalars['String']['output'];
};

/**
 * What agencies published for one alert category and one closed window.
 * Counts are sums over groups of five or more records. Differences between queries, over whatever agencies, never reveal
 * fewer. People are counted by record: someone with two records, at one agency or several, counts twice.
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
  /** People with evidence in the window: a need, or a note the rules read as evidence. */
  readonly evidence: AuditCount;
  /** Of those with evidence, people without an active alert of this category on the last day. */
  readonly gap: AuditCount;
  /** People with an active alert on the last day. */
  readonly alerts: AuditCount;
  /** People whose alert was raised in the window. */
  readonly raised: AuditCount;
  /** People whose alert was ruled out or corrected. */
  readonly ruledOut: AuditCount;
  /** Share of people with evidence who have no alert, in agencies that disclosed both counts. */
  readonly gapRate: AuditShare;
  /** Share of everyone on file who has an active alert, in agencies that disclosed both counts. */
  readonly prevalence: AuditShare;
  /**
   * How certain the agencies are of these people's alerts: each value of `AlertCertainty`, and `NONE` if no certainty is
   * on file.
   */
  readonly certainty: ReadonlyArray<AuditPart>;
  /**
   * Days from the first evidence in the window to the alert, for people who have both. `BEFORE` means the alert came
   * first. The other values are `DAYS_0_7`, `DAYS_8_30`, `DAYS_31_90` and `OVER_90`.
   */
  readonly daysToAlert: ReadonlyArray<AuditPart>;
  /** By month of the first evidence in the window, or of the alert if there is no evidence. */
  readonly months: ReadonlyArray<AuditMonth>;
  /** Each agency separately. */
  readonly agencies: ReadonlyArray<AuditOfAgency>;
  /** Agencies not included in these figures, with the reason for each. */
  readonly missing: ReadonlyArray<AuditMissing>;
  /** What these figures can and cannot show, in sentences. */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
};

/** A count across agencies. */
export type AuditCount = {
  /** All agencies together. Null if any agency is missing or withheld. */
  readonly total?: Maybe<Scalars['Int']['output']>;
  /** The sum of what was disclosed. The true number is at least this. */
  readonly atLeast: Scalars['Int']['output'];
  /** The agencies that disclosed their count. */
  readonly counted: ReadonlyArray<AgencyCount>;
  /** Agencies that did the audit but may not disclose this count, because it is combined with another one. */
  readonly withheld: ReadonlyArray<Agency>;
};

/** One agency's count. */
export type AgencyCount = {
  /** The agency. */
  readonly agency: Agency;
  /** How many. */
  readonly count: Scalars['Int']['output'];
};

/** A share with its 95% confidence interval (Wilson). */
export type AuditShare = {
  /** The numerator. */
  readonly part: Scalars['Int']['output'];
  /** The denominator. */
  readonly whole: Scalars['Int']['output'];
  /** The share, 0 to 1. Null if nothing was counted. */
  readonly rate?: Maybe<Scalars['Float']['output']>;
  /** Lower end of the interval. Null if nothing was counted. */
  readonly low?: Maybe<Scalars['Float']['output']>;
  /** Upper end of the interval. Null if nothing was counted. */
  readonly high?: Maybe<Scalars['Float']['output']>;
  /** The agencies included. */
  readonly agencies: ReadonlyArray<Agency>;
};

/** The part of a count that has one value. */
export type AuditPart = {
  /** One of the codes listed on the field above. */
  readonly value: Scalars['String']['output'];
  /** How many. */
  readonly count: AuditCount;
};

/** One month of a window. */
export type AuditMonth = {
  /** The month, `YYYY-MM`. */
  readonly month: Scalars['String']['output'];
  /**
   * Share of people with evidence who have no alert, in agencies that published. Null if one of them may not disclose
   * it.
   */
  readonly gap?: Maybe<AuditShare>;
  /** People whose alert was raised in the window, in the same agencies. Null if one of them may not disclose it. */
  readonly raised?: Maybe<Scalars['Int']['output']>;
};

/** What one agency published. */
export type AuditOfAgency = {
  /** The agency. */
  readonly agency: Agency;
  /** Date of publication. */
  readonly publishedOn?: Maybe<Scalars['Date']['output']>;
  /** Share of people with evidence who have no alert. Null if withheld. */
  readonly gapRate?: Maybe<AuditShare>;
  /** Share of everyone on file who has an active alert. Null if withheld. */
  readonly prevalence?: Maybe<AuditShare>;
};

/** An agency not included in the figures. */
export type AuditMissing = {
  /** The agency. */
  readonly agency: Agency;
  /** Why it is not included. */
  readonly why: AuditMissingReason;
};

/** Why an agency is not included in the figures. It never counts as zero. */
export type AuditMissingReason =
  /** The agency did not answer. */
  | 'UNREACHABLE'
  /** The agency chose to keep its clients' data out of audits. */
  | 'VETOED'
  /** The agency's policy does not release these figures. */
  | 'NOT_AGREED'
  /** The agency has not audited this window yet. */
  | 'NOT_AUDITED'
  /**
   * The hub queries the agency by a contract version before 1.2, which has no audits, whether or not the agency did one.
   * See `Agency.contractVersion`.
   */
  | 'OLDER_CONTRACT'
  /** The agency used another version of the rules. */
  | 'OTHER_RULES'
  /** The agency does not count this. */
  | 'NOT_IN_ITS_TABLE'
  /** The agency's counts are too small to disclose. */
  | 'WITHHELD';

/** Two audits side by side, or the reason they are not compared. */
export type Reaudit = {
  /** Why the audits are not compared. Null if they are. */
  readonly refused?: Maybe<ReauditRefusal>;
  /** The first window. */
  readonly before: Audit;
  /** The second window. */
  readonly after: Audit;
  /**
   * The first window's records, checked again at the end of the second. Null if no agency did that. If none of the
   * agencies that did may disclose the result, the shares are 0 of 0 and `leftOut` gives the reasons.
   */
  readonly sameRecords?: Maybe<ReauditSameRecords>;
  /** Share of people with evidence who have no alert, for the people of each window. Null if the windows overlap. */
  readonly gap?: Maybe<ReauditShare>;
  /** Share of everyone on file who has an active alert, for the people of each window. Null if the windows overlap. */
  readonly prevalence?: Maybe<ReauditShare>;
  /** Alerts raised in each window. Null if the windows overlap. */
  readonly raised?: Maybe<ReauditRate>;
  /** The months of both windows, with p-chart limits. */
  readonly gapChart?: Maybe<ReauditChart>;
  /** Alerts raised in the windows, by the month of the evidence they respond to, as a run chart and an XmR chart. */
  readonly raisedChart?: Maybe<ReauditChart>;
  /** What this comparison can and cannot show. Display it wherever you display any of its figures. */
  readonly words: ReadonlyArray<Scalars['String']['output']>;
};

/** Why two audits are not compared. */
export type ReauditRefusal =
  /** The audits used different versions of the rules. */
  | 'OTHER_RULES'
  /** The audits are of different alert categories. */
  | 'OTHER_CATEGORY'
  /** The second window is before the first. */
  | 'WRONG_ORDER'
  /** No agency is in both audits. */
  | 'NO_AGENCY_IN_BOTH';

/** What the comparison supports. */
export type ReauditVerdict =
  /** An increase that chance alone would rarely produce. */
  | 'MORE'
  /** A decrease that chance alone would rarely produce. */
  | 'LESS'
  /** The figures are also consistent with no change. */
  | 'COULD_BE_CHANCE'
  /** There is no interval to judge by. */
  | 'UNKNOWN';

/** A change with its 95% confidence interval. */
export type ReauditChange = {
  /** The change. Null if nothing can be said about it. */
  readonly estimate?: Maybe<Scalars['Float']['output']>;
  /** Lower end of the interval. Null if there is none. */
  readonly low?: Maybe<Scalars['Float']['output']>;
  /** Upper end of the interval. Null if there is none. */
  readonly high?: Maybe<Scalars['Float']['output']>;
  /** What the figures support. */
  readonly verdict: ReauditVerdict;
};

/** The same people in both windows. */
export type ReauditSameRecords = {
  /** Share of people with evidence who had no alert in the first window. */
  readonly before: AuditShare;
  /** Share of the same people without an alert now. */
  readonly after: AuditShare;
  /** The second share minus the first. */
  readonly change: ReauditChange;
  /** People without an alert both times. */
  readonly both: Scalars['Int']['output'];
  /** People without an alert then who have one now. */
  readonly closed: Scalars['Int']['output'];
  /** People with an alert then who have none now. */
  readonly opened: Scalars['Int']['output'];
  /** People with an alert both times. */
  readonly neither: Scalars['Int']['output'];
  /** P-value of the exact McNemar test. */
  readonly exactP: Scalars['Float']['output'];
  /** Agencies left out, with the reason for each. */
  readonly leftOut: ReadonlyArray<AuditMissing>;
};

/** A share in each window, of different people. */
export type ReauditShare = {
  /** The first window. */
  readonly before: AuditShare;
  /** The second window. */
  readonly after: AuditShare;
  /** The second share minus the first (Newcombe). */
  readonly change: ReauditChange;
  /** Agencies left out, with the reason for each. */
  readonly leftOut: ReadonlyArray<AuditMissing>;
};

/** A count in each window, with the number of months it covers. */
export type ReauditRate = {
  /** Count in the first window. Null if no agency disclosed both. */
  readonly before?: Maybe<Scalars['Int']['output']>;
  /** Months in the first window. */
  readonly monthsBefore: Scalars['Int']['output'];
  /** Count in the second window. Null if no agency disclosed both. */
  readonly after?: Maybe<Scalars['Int']['output']>;
  /** Months in the second window. */
  readonly monthsAfter: Scalars['Int']['output'];
  /** The second window's monthly rate as a multiple of the first's. */
  readonly ratio: ReauditChange;
  /** Agencies left out, with the reason for each. */
  readonly leftOut: ReadonlyArray<AuditMissing>;
};

/** The data for a chart. */
export type ReauditChart = {
  /** The points, in order. Months that may not be disclosed are left out. */
  readonly points: ReadonlyArray<ReauditPoint>;
  /** The centre line. Null if there are too few points. */
  readonly center?: Maybe<Scalars['Float']['output']>;
  /**
   * True if the points show a shift that chance rarely produces. Null if there are too few points, and on `gapChart`,
   * where the limits show it.
   */
  readonly shift?: Maybe<Scalars['Boolean']['output']>;
  /** The months left out. */
  readonly leftOut: ReadonlyArray<Scalars['String']['output']>;
};

/** A point of a chart. */
export type ReauditPoint = {
  /** The month, `YYYY-MM`. */
  readonly month: Scalars['String']['output'];
  /** The value. */
  readonly value: Scalars['Float']['output'];
  /** Lower limit. Null if there are too few points. On `raisedChart` it may be below zero, although a count cannot be. */
  readonly low?: Maybe<Scalars['Float']['output']>;
  /** Upper limit. Null if there are too few points. */
  readonly high?: Maybe<Scalars['Float']['output']>;
};

/** Why an alert is ended. */
export type AlertEnd =
  /** It was true but no longer is. */
  | 'NO_LONGER'
  /** It was never true. Everyone who was told about it gets a notice. */
  | 'WRONG';

/** An alert in the worker's words. It is passed to the agency and not kept at the hub. */
export type AlertInput = {
  /** The alert category, from those the partners agreed on. */
  readonly code: Scalars['AlertCode']['input'];
  /** How certain you are. Not `RULED_OUT` or `CORRECTED`: such an alert does not apply. */
  readonly certainty: AlertCertainty;
  /** How serious it is. */
  readonly severity: AlertSeverity;
  /** The facts, in brief: who saw or said what, and when. At most 600 characters. */
  readonly text: Scalars['String']['input'];
  /** Date by which it should be reviewed. */
  readonly reviewDue?: InputMaybe<Scalars['Date']['input']>;
};

/** The outcome of an order. */
export type OrderOutcome =
  /** The agency has written it. */
  | 'WRITTEN'
  /** It is waiting at the agency for a team leader. */
  | 'WAITING'
  /** It was returned to the worker. */
  | 'RETURNED'
  /** Nothing was written. `wouldWrite` shows what would be. */
  | 'DRY_RUN';

/** The result of an alert order. */
export type WriteAlertPayload = {
  /** The order's id. */
  readonly order: Scalars['ID']['output'];
  /** The outcome. */
  readonly outcome: OrderOutcome;
  /** The record with its current alerts. */
  readonly record: AgencyRecord;
  /** The rows that would be written to the agency's own tables. Null unless this is a dry run. */
  readonly wouldWrite?: Maybe<ReadonlyArray<TableRow>>;
  /** Words that others may read differently from how they are meant. They do not block the order. */
  readonly wordingHints: ReadonlyArray<WordingHint>;
  /** Who had been told about the alert. Null unless it was corrected or was wrong. */
  readonly toldOf?: Maybe<CorrectionTold>;
};

/** The result of answering a prompt. */
export type AnswerPromptPayload = {
  /** The record with its current prompts. */
  readonly record: AgencyRecord;
};

/** A row in an agency's own table. */
export type TableRow = {
  /** The table's name. */
  readonly table: Scalars['String']['output'];
  /** The row's columns. */
  readonly columns: ReadonlyArray<ColumnValue>;
};

/** A column of a row, with its value. */
export type ColumnValue = {
  /** The column's name. */
  readonly name: Scalars['String']['output'];
  /** The value as text. Null if the column is empty. */
  readonly value?: Maybe<Scalars['String']['output']>;
};

/** A word, and what to say instead. */
export type WordingHint = {
  /** The word as it appears in the text. */
  readonly term: Scalars['String']['output'];
  /** What you could say instead. */
  readonly instead: ReadonlyArray<Scalars['String']['output']>;
  /** Why the word may be misread. */
  readonly why: Scalars['String']['output'];
};

/**
 * Who had been told about the alert, according to the ledger. The ledger records kinds of information, not single
 * alerts. It therefore counts everyone who was told information of all the alert's kinds from this record since the day
 * it was raised.
 * Each of them gets a notice, visible only while they may still know of it. You and the person the record is about are
 * not counted: tell the person yourself.
 */
export type CorrectionTold = {
  /** Number of agencies. */
  readonly agencies: Scalars['Int']['output'];
  /** Number of people. */
  readonly people: Scalars['Int']['output'];
};

/** An alert waiting for a lead. Contains none of its text. */
export type AlertApproval = {
  /** The order's id. */
  readonly id: Scalars['ID']['output'];
  /** The alert category. */
  readonly code: Scalars['AlertCode']['output'];
  /** Sign-in name of the worker who asked for it. */
  readonly askedBy: Scalars['String']['output'];
  /** When they asked for it. */
  readonly at: Scalars['DateTime']['output'];
  /** The record it is about. Its `waitingAlerts` have the text. */
  readonly record: AgencyRecord;
};

/** A page of waiting alerts (Relay). */
export type AlertApprovalConnection = {
  /** The alerts, each with its cursor. */
  readonly edges: ReadonlyArray<AlertApprovalEdge>;
  /** The alerts. */
  readonly nodes: ReadonlyArray<AlertApproval>;
  /** Where this page sits in the list. */
  readonly pageInfo: PageInfo;
};

/** A waiting alert on a page. */
export type AlertApprovalEdge = {
  /** Pass this as `after` to continue from here. It works only for you, this purpose and this list. */
  readonly cursor: Scalars['String']['output'];
  /** The alert. */
  readonly node: AlertApproval;
};

/**
 * The state of the ledger, as the answering replica found it. Contains nothing about any client, and does not show which
 * agency an entry belongs to.
 */
export type LedgerIntegrity = {
  /** The ledger's id. */
  readonly ledger: Scalars['ID']['output'];
  /** Number of entries, which is also the number of the last entry. */
  readonly entries: Scalars['Int']['output'];
  /** What the check found. */
  readonly state: LedgerState;
  /** Entries 1 to this one are in sequence, as they were written. */
  readonly verifiedTo: Scalars['Int']['output'];
  /** When the ledger was last checked. */
  readonly verifiedAt: Scalars['DateTime']['output'];
  /** Every entry up to `verifiedTo` was checked at or after this time. Null before the first check. */
  readonly verifiedSince?: Maybe<Scalars['DateTime']['output']>;
  /** The newest checkpoint. Null before the first one. Compare it with checkpoints you have kept. */
  readonly checkpoint?: Maybe<LedgerCheckpoint>;
  /** The first place where the ledger is not as it was written. Null if none was found. */
  readonly fault?: Maybe<LedgerFault>;
};

/** The result of a ledger check. */
export type LedgerState =
  /** Every entry was checked and is as it was written. */
  | 'INTACT'
  /** Everything checked so far is as it was written, but the check is not finished. Send the query again. */
  | 'UNDER_WAY'
  /** Something other than the hub changed the ledger. */
  | 'BROKEN';

/** A statement about the ledger, signed by the hub. Anyone can get the signed text at `/ledger/checkpoints/last`. */
export type LedgerCheckpoint = {
  /** Number of entries it vouches for. */
  readonly seq: Scalars['Int']['output'];
  /** Hash of the last of those entries. It covers every entry before it too. */
  readonly hash: Scalars['String']['output'];
  /** When the checkpoint was made. */
  readonly at: Scalars['DateTime']['output'];
  /** Id of the signing key, as listed in `/.well-known/jwks.json`. */
  readonly keyId: Scalars['String']['output'];
};

/** A place where the ledger is not as it was written. */
export type LedgerFault = {
  /** Number of the entry. */
  readonly seq: Scalars['Int']['output'];
  /** What is wrong with the entry, in one sentence without personal data. */
  readonly why: Scalars['String']['output'];
};

/** Whether an agency takes part. */
export type AgencyState =
  /** Takes part. */
  | 'ACTIVE'
  /** Suspended for now: the hub sends it no requests and accepts none from it. */
  | 'SUSPENDED'
  /** Has left the partnership. */
  | 'REMOVED';

/** How an agency is reached. */
export type AgencyReach =
  /** The agency listens, and the hub sends requests over HTTP. */
  | 'HTTP'
  /** The agency opens no port. It connects to the hub. */
  | 'DIALS_IN';

/** The result of a health check. */
export type AgencyHealth = {
  /** What the check found. */
  readonly state: AgencyHealthState;
  /** When the hub ran the check. */
  readonly checkedAt: Scalars['DateTime']['output'];
};

/** How an agency responds to a health check. */
export type AgencyHealthState =
  /** Answered within one second. */
  | 'OK'
  /** Answered, but took longer than one second. */
  | 'SLOW'
  /**
   * Gave no answer within two seconds, rejected the hub's permit, or reported that it cannot answer now. The reason is
   * not shown.
   */
  | 'NOT_ANSWERING';
