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
  /** Alerts this agency holds, those with any of the statuses given, or all. Each alert carries its own kinds of information. */
  readonly alerts?: Maybe<ReadonlyArray<Alert>>;
  /**
   * Case notes, newest first: at most `first` of them (1 to 200), after the first `skip`. Both count only what is released to you.
   * Each note carries its own kinds of information.
   */
  readonly notes?: Maybe<ReadonlyArray<Note>>;
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

/** A partner organisation. */
export type Agency = {
  /** The agency's short name, such as `harbour`. */
  readonly id: Scalars['ID']['output'];
  /**
   * Counts over the agency's own records, without anyone's name. Null unless the purpose is QUALITY_IMPROVEMENT, EVALUATION or
   * ADMINISTRATION, and where the agency does not answer.
   */
  readonly figures?: Maybe<Figures>;
  /** The agency's name. */
  readonly name: Scalars['String']['output'];
  /** What the agency does, such as `HOMELESSNESS`. */
  readonly kind: Scalars['String']['output'];
  /** Modules of the contract it serves beyond the core, such as `housing`. */
  readonly modules: ReadonlyArray<Scalars['String']['output']>;
};


/** A partner organisation. */
export type AgencyFiguresArgs = {
  period?: InputMaybe<PeriodInput>;
};

/** From the first day to the last, both included. */
export type PeriodInput = {
  /** First day. */
  readonly from: Scalars['Date']['input'];
  /** Last day. */
  readonly to: Scalars['Date']['input'];
};

/** De-identified counts. A count of 1 to 4 is suppressed. */
export type Figures = {
  /** People with a record on file at any time in the period. */
  readonly people?: Maybe<Count>;
  /** Alerts raised in the period, by category. No total is given, so that no suppressed count can be worked out from it. */
  readonly alerts?: Maybe<ReadonlyArray<AlertCount>>;
  /** Open needs identified in the period, by national reason. */
  readonly needs?: Maybe<ReadonlyArray<NeedCount>>;
};

/** A count, or the fact that it is too small to tell (AIHW: 1 to 4). */
export type Count = {
  /** The count; null where suppressed. */
  readonly value?: Maybe<Scalars['Int']['output']>;
  /** True where the count is 1 to 4. */
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
   * most alike first. Your own agency turns what you type into keyed codes (SLK-581, CLK); the hub sees only the codes.
   */
  readonly findClients: ReadonlyArray<Client>;
  /** The people you work with, or those of your agency; `first` is 1 to 100. */
  readonly caseload: ClientConnection;
  /** The alert board: released alerts of every agency about the people you work with, or those of your agency (at most 200 people). */
  readonly alerts: AlertConnection;
  /** The partner agencies, by name. */
  readonly agencies: ReadonlyArray<Agency>;
  /** One partner agency. */
  readonly agency?: Maybe<Agency>;
  /**
   * Every disclosure of your own agency's records, the newest first: for leads, managers and executives, under QUALITY_IMPROVEMENT
   * or ADMINISTRATION. `first` is 1 to 100.
   */
  readonly disclosures: DisclosureConnection;
  /** The words the partners agreed on. */
  readonly vocabulary: Vocabulary;
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
};


export type QueryAgencyArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDisclosuresArgs = {
  filter?: InputMaybe<DisclosureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
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
  /**
   * What you may do under this purpose, by the names of mutations and lists; `recordOpeningRole` is `recordRole` for a role that opens
   * without consent. To whom it may be done is decided when it is done.
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
  /** The national reason in words. */
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
   * False where an agency that was asked did not answer: `extensions.sources` says more. A list that is not complete never means
   * that there is no alert.
   */
  readonly complete?: Maybe<Scalars['Boolean']['output']>;
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
  /** Told to this agency. */
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
  /** The agency that was told. */
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
  /** Alert categories. */
  readonly alerts: ReadonlyArray<AlertTerm>;
  /** National reasons for seeking assistance. */
  readonly needs: ReadonlyArray<NeedTerm>;
  /** Purposes. */
  readonly purposes: ReadonlyArray<PurposeTerm>;
  /** What a person can be under the law, as in `Mutation.recordRole`: who is protected before who is accused. */
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
  /** Findings the law knows, as in `Mutation.assertLegalBasis`. */
  readonly legalBases: ReadonlyArray<Scalars['String']['output']>;
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
  /** The wording of the national list. */
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
  /** Says from which day the person is an adult, and whether they are a mature minor until then. What your agency said before ends. */
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
  /** Marks a notice as read. */
  readonly markNoticeRead: MarkNoticeReadPayload;
  /**
   * Says whether the records of a pair are one person. Where the agencies of both say that they are, they are linked; where one says
   * that they are not, they never are, and nobody is asked again.
   */
  readonly decideLink: DecideLinkPayload;
  /**
   * Says that a record of your agency and another that you may know of are one person, though nobody asked. The other agency is asked
   * then; where both records are yours, they are linked at once.
   */
  readonly proposeLink: DecideLinkPayload;
  /**
   * Takes a record of your agency out of the file it was wrongly linked into, from the next question on; it is not linked to those
   * records again.
   */
  readonly separateRecord: SeparateRecordPayload;
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
  /** People it protects from: whoever works with one of them, and they themself, are told nothing. Null: it stands against everybody. */
  readonly against?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
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
  /** People it protects from, whom your agency works with; leave out for everybody. It closes your own agency out too, where it works with one of them. */
  readonly against?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
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
};

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
  | 'GLASS_TO_REVIEW';

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
  /** Whom it is about; null where you may not know of them. */
  readonly client?: Maybe<Client>;
  /** The request, where it is one. */
  readonly request?: Maybe<ConsentRequest>;
  /** The emergency access, where it is one. */
  readonly breakGlass?: Maybe<BreakGlass>;
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
  /** True where they are as alike as records of one person almost always are, and records of two almost never. */
  readonly close: Scalars['Boolean']['output'];
  /** When it was found. */
  readonly at: Scalars['DateTime']['output'];
  /** What your agency said of it last. */
  readonly word?: Maybe<LinkWord>;
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

/** A step in the history of a record's link. */
export type LinkEvent = {
  /** Linked or separated. */
  readonly kind?: Maybe<LinkEventKind>;
  /** When. */
  readonly at?: Maybe<Scalars['DateTime']['output']>;
  /** Sign-in name of who decided; `hub` where the partnership lets records that are almost the same be linked. */
  readonly decidedBy?: Maybe<Scalars['String']['output']>;
  /** Why. */
  readonly reason?: Maybe<Scalars['String']['output']>;
};

/** What happened to a record's link. */
export type LinkEventKind =
  /** Linked to a person. */
  | 'CONFIRMED'
  /** Proposed. */
  | 'PROPOSED'
  /** Separated from a person. */
  | 'SEPARATED';
