-- The existing database of Rosella Financial Counselling, an invented agency: "CaseBook 3", sold to small services for twenty
-- years, with what such a system gathers. Made for trying accord-agency on; all people are invented.
PRAGMA foreign_keys = OFF;
CREATE TABLE cb_ref_gender (
  gender_cd VARCHAR(8) PRIMARY KEY,
  gender_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_gender (gender_cd, gender_desc) VALUES ('1', 'Male');
INSERT INTO cb_ref_gender (gender_cd, gender_desc) VALUES ('2', 'Female');
INSERT INTO cb_ref_gender (gender_cd, gender_desc) VALUES ('3', 'Another term');
INSERT INTO cb_ref_gender (gender_cd, gender_desc) VALUES ('9', 'Not stated');
CREATE TABLE cb_ref_flag_type (
  flag_cd VARCHAR(8) PRIMARY KEY,
  flag_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_flag_type (flag_cd, flag_desc) VALUES ('FVX', 'Family violence: experiencing');
INSERT INTO cb_ref_flag_type (flag_cd, flag_desc) VALUES ('FVU', 'Family violence: using');
INSERT INTO cb_ref_flag_type (flag_cd, flag_desc) VALUES ('SAFE-C', 'Safe contact only');
INSERT INTO cb_ref_flag_type (flag_cd, flag_desc) VALUES ('DOG', 'Dog on the premises');
INSERT INTO cb_ref_flag_type (flag_cd, flag_desc) VALUES ('MED', 'Medical alert');
INSERT INTO cb_ref_flag_type (flag_cd, flag_desc) VALUES ('SUI', 'Suicide or self-harm');
INSERT INTO cb_ref_flag_type (flag_cd, flag_desc) VALUES ('CRT', 'Court order in force');
INSERT INTO cb_ref_flag_type (flag_cd, flag_desc) VALUES ('GAM', 'Gambling venue exclusion');
CREATE TABLE cb_ref_flag_level (
  level_cd VARCHAR(8) PRIMARY KEY,
  level_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_flag_level (level_cd, level_desc) VALUES ('1', 'Note');
INSERT INTO cb_ref_flag_level (level_cd, level_desc) VALUES ('2', 'Caution');
INSERT INTO cb_ref_flag_level (level_cd, level_desc) VALUES ('3', 'Act today');
INSERT INTO cb_ref_flag_level (level_cd, level_desc) VALUES ('4', 'Life in danger');
CREATE TABLE cb_ref_issue (
  issue_cd VARCHAR(8) PRIMARY KEY,
  issue_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_issue (issue_cd, issue_desc) VALUES ('DEBT', 'Unmanageable debt');
INSERT INTO cb_ref_issue (issue_cd, issue_desc) VALUES ('RENT', 'Rent arrears');
INSERT INTO cb_ref_issue (issue_cd, issue_desc) VALUES ('UTIL', 'Utility arrears');
INSERT INTO cb_ref_issue (issue_cd, issue_desc) VALUES ('FVDEBT', 'Debt from family violence');
INSERT INTO cb_ref_issue (issue_cd, issue_desc) VALUES ('GAMB', 'Problem gambling');
INSERT INTO cb_ref_issue (issue_cd, issue_desc) VALUES ('BANKR', 'Bankruptcy advice');
INSERT INTO cb_ref_issue (issue_cd, issue_desc) VALUES ('MHIMP', 'Mental health');
INSERT INTO cb_ref_issue (issue_cd, issue_desc) VALUES ('CRED', 'Credit report dispute');
CREATE TABLE cb_ref_outcome (
  outcome_cd VARCHAR(8) PRIMARY KEY,
  outcome_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_outcome (outcome_cd, outcome_desc) VALUES ('PLAN', 'Payment plan');
INSERT INTO cb_ref_outcome (outcome_cd, outcome_desc) VALUES ('WAIV', 'Debt waived');
INSERT INTO cb_ref_outcome (outcome_cd, outcome_desc) VALUES ('HARD', 'Hardship variation');
INSERT INTO cb_ref_outcome (outcome_cd, outcome_desc) VALUES ('NONE', 'No change');
CREATE TABLE cb_ref_journal_kind (
  kind_cd VARCHAR(8) PRIMARY KEY,
  kind_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_journal_kind (kind_cd, kind_desc) VALUES ('CALL', 'Telephone call');
INSERT INTO cb_ref_journal_kind (kind_cd, kind_desc) VALUES ('MEET', 'Meeting');
INSERT INTO cb_ref_journal_kind (kind_cd, kind_desc) VALUES ('ADV', 'Advocacy with creditor');
INSERT INTO cb_ref_journal_kind (kind_cd, kind_desc) VALUES ('SAFE', 'Safety planning');
INSERT INTO cb_ref_journal_kind (kind_cd, kind_desc) VALUES ('ADMIN', 'Administration');
CREATE TABLE cb_ref_language (
  lang_cd VARCHAR(8) PRIMARY KEY,
  lang_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_language (lang_cd, lang_desc) VALUES ('EN', 'English');
INSERT INTO cb_ref_language (lang_cd, lang_desc) VALUES ('VI', 'Vietnamese');
INSERT INTO cb_ref_language (lang_cd, lang_desc) VALUES ('AR', 'Arabic');
INSERT INTO cb_ref_language (lang_cd, lang_desc) VALUES ('DA', 'Dari');
INSERT INTO cb_ref_language (lang_cd, lang_desc) VALUES ('EL', 'Greek');
CREATE TABLE cb_ref_period_state (
  state_cd VARCHAR(8) PRIMARY KEY,
  state_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_period_state (state_cd, state_desc) VALUES ('W', 'Waiting');
INSERT INTO cb_ref_period_state (state_cd, state_desc) VALUES ('O', 'Open');
INSERT INTO cb_ref_period_state (state_cd, state_desc) VALUES ('H', 'On hold');
INSERT INTO cb_ref_period_state (state_cd, state_desc) VALUES ('C', 'Closed');
INSERT INTO cb_ref_period_state (state_cd, state_desc) VALUES ('X', 'Entered in error');
CREATE TABLE cb_ref_region (
  region_cd VARCHAR(8) PRIMARY KEY,
  region_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_region (region_cd, region_desc) VALUES ('NW', 'North west');
INSERT INTO cb_ref_region (region_cd, region_desc) VALUES ('SE', 'South east');
CREATE TABLE cb_ref_leave_type (
  leave_cd VARCHAR(8) PRIMARY KEY,
  leave_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_leave_type (leave_cd, leave_desc) VALUES ('AL', 'Annual');
INSERT INTO cb_ref_leave_type (leave_cd, leave_desc) VALUES ('SL', 'Sick');
CREATE TABLE cb_ref_creditor_type (
  ctype_cd VARCHAR(8) PRIMARY KEY,
  ctype_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_creditor_type (ctype_cd, ctype_desc) VALUES ('BANK', 'Bank');
INSERT INTO cb_ref_creditor_type (ctype_cd, ctype_desc) VALUES ('UTIL', 'Utility');
INSERT INTO cb_ref_creditor_type (ctype_cd, ctype_desc) VALUES ('GOV', 'Government');
INSERT INTO cb_ref_creditor_type (ctype_cd, ctype_desc) VALUES ('PAYD', 'Payday lender');
CREATE TABLE cb_ref_income_type (
  itype_cd VARCHAR(8) PRIMARY KEY,
  itype_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_income_type (itype_cd, itype_desc) VALUES ('WAGE', 'Wages');
INSERT INTO cb_ref_income_type (itype_cd, itype_desc) VALUES ('PENS', 'Pension');
INSERT INTO cb_ref_income_type (itype_cd, itype_desc) VALUES ('BEN', 'Benefit');
CREATE TABLE cb_ref_referral_source (
  src_cd VARCHAR(8) PRIMARY KEY,
  src_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_referral_source (src_cd, src_desc) VALUES ('SELF', 'Self');
INSERT INTO cb_ref_referral_source (src_cd, src_desc) VALUES ('BANK', 'Bank');
INSERT INTO cb_ref_referral_source (src_cd, src_desc) VALUES ('HOUS', 'Housing service');
INSERT INTO cb_ref_referral_source (src_cd, src_desc) VALUES ('FV', 'Family violence service');
CREATE TABLE cb_ref_doc_type (
  dtype_cd VARCHAR(8) PRIMARY KEY,
  dtype_desc VARCHAR(60) NOT NULL
);
INSERT INTO cb_ref_doc_type (dtype_cd, dtype_desc) VALUES ('ID', 'Identity');
INSERT INTO cb_ref_doc_type (dtype_cd, dtype_desc) VALUES ('STMT', 'Statement');
INSERT INTO cb_ref_doc_type (dtype_cd, dtype_desc) VALUES ('LET', 'Letter');
CREATE TABLE cb_office (
  office_no INTEGER PRIMARY KEY,
  office_name VARCHAR(40),
  street VARCHAR(60),
  suburb VARCHAR(40),
  postcode CHAR(4),
  phone VARCHAR(20)
);
CREATE TABLE cb_staff (
  staff_no INTEGER PRIMARY KEY,
  login VARCHAR(20),
  surname VARCHAR(40),
  first_name VARCHAR(40),
  position VARCHAR(40),
  work_phone VARCHAR(20),
  email VARCHAR(60),
  office_no INTEGER,
  active CHAR(1)
);
CREATE TABLE cb_staff_leave (
  leave_no INTEGER PRIMARY KEY,
  staff_no INTEGER,
  leave_cd VARCHAR(8),
  from_dt CHAR(8),
  to_dt CHAR(8)
);
CREATE TABLE cb_staff_training (
  training_no INTEGER PRIMARY KEY,
  staff_no INTEGER,
  course VARCHAR(60),
  done_dt CHAR(8)
);
CREATE TABLE cb_staff_role (
  staff_no INTEGER,
  role_cd VARCHAR(10),
  PRIMARY KEY (staff_no, role_cd)
);
CREATE TABLE cb_permission (
  role_cd VARCHAR(10),
  screen VARCHAR(30),
  may_write CHAR(1),
  PRIMARY KEY (role_cd, screen)
);
CREATE TABLE cb_roster (
  roster_no INTEGER PRIMARY KEY,
  staff_no INTEGER,
  office_no INTEGER,
  day_dt CHAR(8),
  starts VARCHAR(5),
  ends VARCHAR(5)
);
CREATE TABLE cb_vehicle (
  vehicle_no INTEGER PRIMARY KEY,
  plate VARCHAR(10),
  office_no INTEGER,
  service_due CHAR(8)
);
CREATE TABLE cb_vehicle_booking (
  booking_no INTEGER PRIMARY KEY,
  vehicle_no INTEGER,
  staff_no INTEGER,
  from_ts VARCHAR(16),
  to_ts VARCHAR(16)
);
CREATE TABLE cb_room (
  room_no INTEGER PRIMARY KEY,
  office_no INTEGER,
  room_name VARCHAR(30)
);
CREATE TABLE cb_room_booking (
  booking_no INTEGER PRIMARY KEY,
  room_no INTEGER,
  staff_no INTEGER,
  from_ts VARCHAR(16),
  to_ts VARCHAR(16)
);
CREATE TABLE cb_participant (
  part_no INTEGER PRIMARY KEY,
  surname VARCHAR(40),
  first_name VARCHAR(40),
  pref_name VARCHAR(40),
  birth_dt CHAR(8),
  birth_est CHAR(1),
  gender_cd VARCHAR(8) REFERENCES cb_ref_gender,
  lang_cd VARCHAR(8) REFERENCES cb_ref_language,
  cultural_bg VARCHAR(60),
  first_seen CHAR(8),
  last_seen CHAR(8),
  worker_no INTEGER REFERENCES cb_staff (staff_no),
  share_ok CHAR(1),
  is_void CHAR(1) DEFAULT 'N',
  upd_ts VARCHAR(19)
);
CREATE TABLE cb_participant_alias (
  alias_no INTEGER PRIMARY KEY,
  part_no INTEGER REFERENCES cb_participant,
  surname VARCHAR(40),
  first_name VARCHAR(40),
  is_void CHAR(1) DEFAULT 'N'
);
CREATE TABLE cb_contact_point (
  cp_no INTEGER PRIMARY KEY,
  part_no INTEGER REFERENCES cb_participant,
  cp_kind CHAR(1),
  cp_value VARCHAR(80),
  ok_message CHAR(1),
  is_void CHAR(1) DEFAULT 'N'
);
CREATE TABLE cb_residence (
  res_no INTEGER PRIMARY KEY,
  part_no INTEGER REFERENCES cb_participant,
  street VARCHAR(60),
  suburb VARCHAR(40),
  state CHAR(3),
  postcode CHAR(4),
  from_dt CHAR(8),
  to_dt CHAR(8),
  is_void CHAR(1) DEFAULT 'N'
);
CREATE TABLE cb_support_period (
  period_no INTEGER PRIMARY KEY,
  part_no INTEGER REFERENCES cb_participant,
  program VARCHAR(40),
  state_cd VARCHAR(8) REFERENCES cb_ref_period_state,
  opened_dt CHAR(8),
  closed_dt CHAR(8),
  staff_no INTEGER,
  src_cd VARCHAR(8)
);
CREATE TABLE cb_presenting_issue (
  issue_no INTEGER PRIMARY KEY,
  period_no INTEGER REFERENCES cb_support_period,
  issue_cd VARCHAR(8) REFERENCES cb_ref_issue,
  noted_dt CHAR(8),
  resolved_dt CHAR(8)
);
CREATE TABLE cb_issue_outcome (
  issue_no INTEGER,
  outcome_cd VARCHAR(8),
  outcome_dt CHAR(8),
  PRIMARY KEY (issue_no, outcome_cd)
);
CREATE TABLE cb_safety_flag (
  flag_no INTEGER PRIMARY KEY,
  part_no INTEGER REFERENCES cb_participant,
  flag_cd VARCHAR(8) REFERENCES cb_ref_flag_type,
  level_cd VARCHAR(8) REFERENCES cb_ref_flag_level,
  detail VARCHAR(400),
  raised_dt CHAR(8),
  raised_by INTEGER REFERENCES cb_staff (staff_no),
  review_dt CHAR(8),
  ended_dt CHAR(8),
  is_void CHAR(1) DEFAULT 'N'
);
CREATE TABLE cb_journal (
  journal_no INTEGER PRIMARY KEY,
  period_no INTEGER REFERENCES cb_support_period,
  kind_cd VARCHAR(8) REFERENCES cb_ref_journal_kind,
  written_ts VARCHAR(16),
  staff_no INTEGER,
  body TEXT,
  is_void CHAR(1) DEFAULT 'N'
);
CREATE TABLE cb_income (
  income_no INTEGER PRIMARY KEY,
  part_no INTEGER,
  itype_cd VARCHAR(8),
  fortnight_cents INTEGER,
  from_dt CHAR(8)
);
CREATE TABLE cb_expense (
  expense_no INTEGER PRIMARY KEY,
  part_no INTEGER,
  label VARCHAR(40),
  fortnight_cents INTEGER
);
CREATE TABLE cb_asset (
  asset_no INTEGER PRIMARY KEY,
  part_no INTEGER,
  label VARCHAR(40),
  value_cents INTEGER
);
CREATE TABLE cb_creditor (
  cred_no INTEGER PRIMARY KEY,
  cred_name VARCHAR(60),
  ctype_cd VARCHAR(8),
  phone VARCHAR(20)
);
CREATE TABLE cb_debt (
  debt_no INTEGER PRIMARY KEY,
  part_no INTEGER,
  cred_no INTEGER,
  balance_cents INTEGER,
  as_of_dt CHAR(8)
);
CREATE TABLE cb_payment_plan (
  plan_no INTEGER PRIMARY KEY,
  debt_no INTEGER,
  instalment_cents INTEGER,
  from_dt CHAR(8)
);
CREATE TABLE cb_letter (
  letter_no INTEGER PRIMARY KEY,
  debt_no INTEGER,
  sent_dt CHAR(8),
  template_no INTEGER
);
CREATE TABLE cb_letter_template (
  template_no INTEGER PRIMARY KEY,
  title VARCHAR(60),
  body TEXT
);
CREATE TABLE cb_appointment (
  appt_no INTEGER PRIMARY KEY,
  part_no INTEGER,
  staff_no INTEGER,
  appt_ts VARCHAR(16),
  kept CHAR(1)
);
CREATE TABLE cb_consent_form (
  form_no INTEGER PRIMARY KEY,
  part_no INTEGER,
  signed_dt CHAR(8),
  scope VARCHAR(40)
);
CREATE TABLE cb_document (
  doc_no INTEGER PRIMARY KEY,
  part_no INTEGER,
  dtype_cd VARCHAR(8),
  file_name VARCHAR(80),
  added_ts VARCHAR(16)
);
CREATE TABLE cb_survey (
  survey_no INTEGER PRIMARY KEY,
  title VARCHAR(60)
);
CREATE TABLE cb_survey_answer (
  survey_no INTEGER,
  part_no INTEGER,
  question INTEGER,
  answer VARCHAR(200),
  PRIMARY KEY (survey_no, part_no, question)
);
CREATE TABLE cb_funding (
  funding_no INTEGER PRIMARY KEY,
  funder VARCHAR(60),
  year CHAR(4),
  amount_cents INTEGER
);
CREATE TABLE cb_invoice (
  invoice_no INTEGER PRIMARY KEY,
  supplier VARCHAR(60),
  issued_dt CHAR(8),
  amount_cents INTEGER
);
CREATE TABLE cb_donation (
  donation_no INTEGER PRIMARY KEY,
  donor_surname VARCHAR(40),
  donor_first_name VARCHAR(40),
  amount_cents INTEGER,
  given_dt CHAR(8)
);
CREATE TABLE cb_volunteer (
  volunteer_no INTEGER PRIMARY KEY,
  surname VARCHAR(40),
  first_name VARCHAR(40),
  birth_dt CHAR(8),
  phone VARCHAR(20)
);
CREATE TABLE cb_message (
  msg_no INTEGER PRIMARY KEY,
  from_staff INTEGER,
  to_staff INTEGER,
  sent_ts VARCHAR(16),
  body TEXT
);
CREATE TABLE cb_noticeboard (
  post_no INTEGER PRIMARY KEY,
  staff_no INTEGER,
  posted_dt CHAR(8),
  body TEXT
);
CREATE TABLE cb_asset_register (
  asset_no INTEGER PRIMARY KEY,
  label VARCHAR(60),
  bought_dt CHAR(8)
);
CREATE TABLE cb_audit (
  audit_no INTEGER PRIMARY KEY,
  staff_no INTEGER,
  screen VARCHAR(30),
  row_no INTEGER,
  at_ts VARCHAR(19),
  what VARCHAR(10)
);
CREATE TABLE cb_login (
  login_no INTEGER PRIMARY KEY,
  staff_no INTEGER,
  at_ts VARCHAR(19),
  ok CHAR(1)
);
CREATE TABLE cb_setting (
  name VARCHAR(40) PRIMARY KEY,
  value VARCHAR(200)
);
CREATE TABLE cb_email_queue (
  mail_no INTEGER PRIMARY KEY,
  to_addr VARCHAR(80),
  subject VARCHAR(80),
  queued_ts VARCHAR(19)
);
CREATE TABLE cb_report (
  report_no INTEGER PRIMARY KEY,
  title VARCHAR(60),
  sql_text TEXT
);
CREATE INDEX cb_alias_part ON cb_participant_alias (part_no);
CREATE INDEX cb_cp_part ON cb_contact_point (part_no);
CREATE INDEX cb_res_part ON cb_residence (part_no);
CREATE INDEX cb_period_part ON cb_support_period (part_no);
CREATE INDEX cb_issue_period ON cb_presenting_issue (period_no);
CREATE INDEX cb_flag_part ON cb_safety_flag (part_no);
CREATE VIEW cb_v_open_periods AS SELECT p.part_no, p.surname, p.first_name, s.program, s.opened_dt FROM cb_participant p JOIN cb_support_period s ON s.part_no = p.part_no WHERE s.state_cd = 'O' AND p.is_void = 'N';

INSERT INTO cb_office VALUES (1, 'Footscray', '12 Example Street', 'Footscray', '3011', '03 5550 0100');
INSERT INTO cb_office VALUES (2, 'Dandenong', '7 Sample Road', 'Dandenong', '3175', '03 5550 0200');
INSERT INTO cb_staff VALUES (1, 'ruth.adeyemi', 'Adeyemi', 'Ruth', 'Financial counsellor', '03 5550 0110', 'ruth.adeyemi@rosella.example', 1, 'Y');
INSERT INTO cb_staff VALUES (2, 'carlo.nunes', 'Nunes', 'Carlo', 'Financial counsellor', '03 5550 0120', 'carlo.nunes@rosella.example', 2, 'Y');
INSERT INTO cb_staff VALUES (3, 'hana.sato', 'Sato', 'Hana', 'Team leader', '03 5550 0130', 'hana.sato@rosella.example', 1, 'Y');
INSERT INTO cb_staff VALUES (4, 'will.orr', 'Orr', 'Will', 'Administration', '03 5550 0140', 'will.orr@rosella.example', 1, 'Y');
INSERT INTO cb_participant VALUES (7001, 'Reyes-Doyle', 'Alma', '', '19890417', 'N', '2', 'EN', '', '20260711', '', 1, 'Y', 'N', '2026-07-11 10:00:00');
INSERT INTO cb_contact_point VALUES (1, 7001, 'P', '0491 570 691', 'N', 'N');
INSERT INTO cb_residence VALUES (1, 7001, '6/41 Boronia Street', 'Noble Park', 'VIC', '3174', '20260711', '', 'N');
INSERT INTO cb_support_period VALUES (1, 7001, 'Gambling help', 'O', '20260711', '', 2, 'SELF');
INSERT INTO cb_presenting_issue VALUES (1, 1, 'FVDEBT', '20260711', '20261101');
INSERT INTO cb_presenting_issue VALUES (2, 1, 'RENT', '20260711', '20261101');
INSERT INTO cb_journal VALUES (1, 1, 'MEET', '2026-07-11 14:30', 2, 'Went through statements together. Rent is two fortnights behind.', 'N');
INSERT INTO cb_safety_flag VALUES (1, 7001, 'FVX', '3', 'Experiencing violence by an ex-partner. Ring the work number only.', '20260711', 3, '20270101', '', 'N');
INSERT INTO cb_safety_flag VALUES (2, 7001, 'SAFE-C', '2', 'Do not leave messages.', '20260711', 3, '20270101', '', 'N');
INSERT INTO cb_participant VALUES (7002, 'Okonkwo', 'Dele', '', '19780921', 'N', '1', 'EN', '', '20260104', '', 1, 'Y', 'N', '2026-01-04 10:00:00');
INSERT INTO cb_contact_point VALUES (2, 7002, 'P', '0491 570 987', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (3, 7002, 'E', 'dele@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (2, 7002, '10 Station Street', 'Sunshine', 'VIC', '3020', '20260104', '', 'N');
INSERT INTO cb_support_period VALUES (2, 7002, 'Gambling help', 'W', '20260104', '', 1, 'SELF');
INSERT INTO cb_presenting_issue VALUES (3, 2, 'RENT', '20260104', '20261101');
INSERT INTO cb_journal VALUES (2, 2, 'CALL', '2026-01-04 14:30', 2, 'Rang the energy retailer with the client; hardship variation for three months agreed.', 'N');
INSERT INTO cb_participant VALUES (7003, 'Tran', 'Minh', '', '19910112', 'N', '1', 'VI', '', '20260120', '', 2, 'Y', 'N', '2026-01-20 10:00:00');
INSERT INTO cb_contact_point VALUES (4, 7003, 'P', '0491 570 408', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (5, 7003, 'E', 'minh@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (3, 7003, '86 Boronia Street', 'Footscray', 'VIC', '3011', '20260120', '', 'N');
INSERT INTO cb_support_period VALUES (3, 7003, 'Financial counselling', 'C', '20260120', '20261115', 2, 'BANK');
INSERT INTO cb_presenting_issue VALUES (4, 3, 'RENT', '20260120', '');
INSERT INTO cb_journal VALUES (3, 3, 'SAFE', '2026-01-20 14:30', 2, 'Statements go to the office, not to the house. Client says when it is safe to ring.', 'N');
INSERT INTO cb_journal VALUES (4, 3, 'ADMIN', '2026-01-20 14:30', 1, 'File moved to the new cabinet.', 'N');
INSERT INTO cb_journal VALUES (5, 3, 'ADV', '2026-01-20 14:30', 2, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_participant VALUES (7004, 'Papadakis', 'Eleni', '', '19550630', 'N', '2', 'EL', '', '20260223', '', 1, 'N', 'N', '2026-02-23 10:00:00');
INSERT INTO cb_contact_point VALUES (6, 7004, 'P', '0491 570 822', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (7, 7004, 'E', 'eleni@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (4, 7004, '84 Boronia Street', 'Noble Park', 'VIC', '3174', '20260223', '', 'N');
INSERT INTO cb_support_period VALUES (4, 7004, 'Gambling help', 'H', '20260223', '', 1, 'BANK');
INSERT INTO cb_presenting_issue VALUES (5, 4, 'MHIMP', '20260223', '');
INSERT INTO cb_journal VALUES (6, 4, 'SAFE', '2026-02-23 14:30', 2, 'Statements go to the office, not to the house. Client says when it is safe to ring.', 'N');
INSERT INTO cb_journal VALUES (7, 4, 'ADMIN', '2026-02-23 14:30', 1, 'File moved to the new cabinet.', 'N');
INSERT INTO cb_journal VALUES (8, 4, 'CALL', '2026-02-23 14:30', 2, 'Rang the energy retailer with the client; hardship variation for three months agreed.', 'N');
INSERT INTO cb_support_period VALUES (5, 7004, 'Gambling help', 'H', '20260223', '', 2, 'FV');
INSERT INTO cb_presenting_issue VALUES (6, 5, 'RENT', '20260223', '');
INSERT INTO cb_issue_outcome VALUES (6, 'WAIV', '20261101');
INSERT INTO cb_presenting_issue VALUES (7, 5, 'CRED', '20260223', '');
INSERT INTO cb_issue_outcome VALUES (7, 'WAIV', '20261101');
INSERT INTO cb_presenting_issue VALUES (8, 5, 'GAMB', '20260223', '');
INSERT INTO cb_journal VALUES (9, 5, 'ADV', '2026-02-23 14:30', 1, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_journal VALUES (10, 5, 'CALL', '2026-02-23 14:30', 1, 'Rang the energy retailer with the client; hardship variation for three months agreed.', 'N');
INSERT INTO cb_participant VALUES (7005, 'Haidari', 'Farid', '', '19860000', 'Y', '1', 'DA', '', '20260820', '', 1, 'N', 'N', '2026-08-20 10:00:00');
INSERT INTO cb_contact_point VALUES (8, 7005, 'P', '0491 570 892', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (9, 7005, 'E', 'farid@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (5, 7005, '35 Station Street', 'Dandenong', 'VIC', '3175', '20260820', '', 'N');
INSERT INTO cb_support_period VALUES (6, 7005, 'Financial counselling', 'O', '20260820', '', 1, 'BANK');
INSERT INTO cb_presenting_issue VALUES (9, 6, 'UTIL', '20260820', '20261101');
INSERT INTO cb_presenting_issue VALUES (10, 6, 'FVDEBT', '20260820', '');
INSERT INTO cb_presenting_issue VALUES (11, 6, 'BANKR', '20260820', '');
INSERT INTO cb_issue_outcome VALUES (11, 'NONE', '20261101');
INSERT INTO cb_journal VALUES (11, 6, 'ADV', '2026-08-20 14:30', 2, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_journal VALUES (12, 6, 'MEET', '2026-08-20 14:30', 1, 'Went through statements together. Rent is two fortnights behind.', 'N');
INSERT INTO cb_participant VALUES (7006, 'Lindqvist', 'Nils', '', '19720214', 'N', '1', 'EN', '', '20260520', '', 2, 'Y', 'N', '2026-05-20 10:00:00');
INSERT INTO cb_contact_point VALUES (10, 7006, 'P', '0491 570 916', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (11, 7006, 'E', 'nils@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (6, 7006, '13 Acacia Court', 'Sunshine', 'VIC', '3020', '20260520', '', 'N');
INSERT INTO cb_participant_alias VALUES (1, 7006, 'Jones', 'Nils', 'N');
INSERT INTO cb_support_period VALUES (7, 7006, 'Gambling help', 'H', '20260520', '', 1, 'FV');
INSERT INTO cb_presenting_issue VALUES (12, 7, 'CRED', '20260520', '');
INSERT INTO cb_issue_outcome VALUES (12, 'NONE', '20261101');
INSERT INTO cb_journal VALUES (13, 7, 'SAFE', '2026-05-20 14:30', 1, 'Statements go to the office, not to the house. Client says when it is safe to ring.', 'N');
INSERT INTO cb_journal VALUES (14, 7, 'CALL', '2026-05-20 14:30', 1, 'Rang the energy retailer with the client; hardship variation for three months agreed.', 'N');
INSERT INTO cb_journal VALUES (15, 7, 'ADV', '2026-05-20 14:30', 2, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_safety_flag VALUES (3, 7006, 'DOG', '1', 'Large dog in the yard.', '20260520', 2, '20260901', '20260901', 'N');
INSERT INTO cb_participant VALUES (7007, 'Moreau', 'Celeste', 'Cel', '19990808', 'N', '2', 'EN', '', '20260314', '', 1, 'Y', 'N', '2026-03-14 10:00:00');
INSERT INTO cb_contact_point VALUES (12, 7007, 'P', '0491 570 993', 'Y', 'N');
INSERT INTO cb_residence VALUES (7, 7007, '20 Boronia Street', 'Noble Park', 'VIC', '3174', '20260314', '', 'N');
INSERT INTO cb_support_period VALUES (8, 7007, 'Gambling help', 'W', '20260314', '', 1, 'BANK');
INSERT INTO cb_presenting_issue VALUES (13, 8, 'DEBT', '20260314', '20261101');
INSERT INTO cb_presenting_issue VALUES (14, 8, 'GAMB', '20260314', '');
INSERT INTO cb_issue_outcome VALUES (14, 'HARD', '20261101');
INSERT INTO cb_journal VALUES (16, 8, 'ADMIN', '2026-03-14 14:30', 1, 'File moved to the new cabinet.', 'N');
INSERT INTO cb_journal VALUES (17, 8, 'MEET', '2026-03-14 14:30', 1, 'Went through statements together. Rent is two fortnights behind.', 'N');
INSERT INTO cb_journal VALUES (18, 8, 'SAFE', '2026-03-14 14:30', 1, 'Statements go to the office, not to the house. Client says when it is safe to ring.', 'N');
INSERT INTO cb_participant VALUES (7008, 'Kaur', 'Simran', '', '19830119', 'N', '2', 'EN', '', '20260225', '', 2, 'Y', 'N', '2026-02-25 10:00:00');
INSERT INTO cb_contact_point VALUES (13, 7008, 'P', '0491 570 830', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (14, 7008, 'E', 'simran@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (8, 7008, '50 Boronia Street', 'Dandenong', 'VIC', '3175', '20260225', '', 'N');
INSERT INTO cb_support_period VALUES (9, 7008, 'Gambling help', 'H', '20260225', '', 2, 'HOUS');
INSERT INTO cb_presenting_issue VALUES (15, 9, 'UTIL', '20260225', '');
INSERT INTO cb_presenting_issue VALUES (16, 9, 'DEBT', '20260225', '20261101');
INSERT INTO cb_issue_outcome VALUES (16, 'WAIV', '20261101');
INSERT INTO cb_presenting_issue VALUES (17, 9, 'MHIMP', '20260225', '20261101');
INSERT INTO cb_issue_outcome VALUES (17, 'PLAN', '20261101');
INSERT INTO cb_journal VALUES (19, 9, 'ADV', '2026-02-25 14:30', 2, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_journal VALUES (20, 9, 'ADMIN', '2026-02-25 14:30', 1, 'File moved to the new cabinet.', 'Y');
INSERT INTO cb_support_period VALUES (10, 7008, 'Financial counselling', 'C', '20260225', '20261015', 1, 'HOUS');
INSERT INTO cb_presenting_issue VALUES (18, 10, 'GAMB', '20260225', '20261101');
INSERT INTO cb_presenting_issue VALUES (19, 10, 'UTIL', '20260225', '20261101');
INSERT INTO cb_presenting_issue VALUES (20, 10, 'RENT', '20260225', '');
INSERT INTO cb_journal VALUES (21, 10, 'ADMIN', '2026-02-25 14:30', 1, 'File moved to the new cabinet.', 'N');
INSERT INTO cb_journal VALUES (22, 10, 'ADV', '2026-02-25 14:30', 1, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_journal VALUES (23, 10, 'SAFE', '2026-02-25 14:30', 1, 'Statements go to the office, not to the house. Client says when it is safe to ring.', 'N');
INSERT INTO cb_participant VALUES (7009, 'Whitfield', 'June', '', '19481203', 'N', '2', 'EN', '', '20260902', '', 2, 'Y', 'N', '2026-09-02 10:00:00');
INSERT INTO cb_contact_point VALUES (15, 7009, 'P', '0491 570 390', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (16, 7009, 'E', 'june@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (9, 7009, '35 Station Street', 'Dandenong', 'VIC', '3175', '20260902', '', 'N');
INSERT INTO cb_support_period VALUES (11, 7009, 'Financial counselling', 'O', '20260902', '', 2, 'HOUS');
INSERT INTO cb_presenting_issue VALUES (21, 11, 'MHIMP', '20260902', '20261101');
INSERT INTO cb_journal VALUES (24, 11, 'CALL', '2026-09-02 14:30', 1, 'Rang the energy retailer with the client; hardship variation for three months agreed.', 'N');
INSERT INTO cb_journal VALUES (25, 11, 'ADV', '2026-09-02 14:30', 2, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_journal VALUES (26, 11, 'SAFE', '2026-09-02 14:30', 2, 'Statements go to the office, not to the house. Client says when it is safe to ring.', 'N');
INSERT INTO cb_safety_flag VALUES (4, 7009, 'MED', '2', 'Uses oxygen at home.', '20260902', 1, '20261001', '20261014', 'N');
INSERT INTO cb_participant VALUES (7010, 'Barros', 'Tiago', '', '', 'U', '1', 'EN', '', '20260127', '', 2, 'N', 'N', '2026-01-27 10:00:00');
INSERT INTO cb_contact_point VALUES (17, 7010, 'P', '0491 570 478', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (18, 7010, 'E', 'tiago@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (10, 7010, '54 Boronia Street', 'Noble Park', 'VIC', '3174', '20260127', '', 'N');
INSERT INTO cb_support_period VALUES (12, 7010, 'Gambling help', 'H', '20260127', '', 1, 'SELF');
INSERT INTO cb_presenting_issue VALUES (22, 12, 'MHIMP', '20260127', '');
INSERT INTO cb_presenting_issue VALUES (23, 12, 'FVDEBT', '20260127', '20261101');
INSERT INTO cb_presenting_issue VALUES (24, 12, 'BANKR', '20260127', '');
INSERT INTO cb_journal VALUES (27, 12, 'CALL', '2026-01-27 14:30', 2, 'Rang the energy retailer with the client; hardship variation for three months agreed.', 'N');
INSERT INTO cb_journal VALUES (28, 12, 'ADMIN', '2026-01-27 14:30', 2, 'File moved to the new cabinet.', 'N');
INSERT INTO cb_journal VALUES (29, 12, 'ADV', '2026-01-27 14:30', 1, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_participant VALUES (7011, 'Nguyen', 'Thi Lan', 'Thi', '19670415', 'N', '2', 'VI', '', '20260227', '', 2, 'Y', 'N', '2026-02-27 10:00:00');
INSERT INTO cb_contact_point VALUES (19, 7011, 'P', '0491 570 462', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (20, 7011, 'E', 'thi@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (11, 7011, '76 Boronia Street', 'Dandenong', 'VIC', '3175', '20260227', '', 'N');
INSERT INTO cb_support_period VALUES (13, 7011, 'Financial counselling', 'H', '20260227', '', 2, 'BANK');
INSERT INTO cb_presenting_issue VALUES (25, 13, 'GAMB', '20260227', '20261101');
INSERT INTO cb_journal VALUES (30, 13, 'CALL', '2026-02-27 14:30', 1, 'Rang the energy retailer with the client; hardship variation for three months agreed.', 'N');
INSERT INTO cb_journal VALUES (31, 13, 'MEET', '2026-02-27 14:30', 1, 'Went through statements together. Rent is two fortnights behind.', 'N');
INSERT INTO cb_journal VALUES (32, 13, 'ADV', '2026-02-27 14:30', 2, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_participant VALUES (7012, 'ODea', 'Patrick', '', '19740722', 'N', '1', 'EN', '', '20260626', '', 1, 'Y', 'N', '2026-06-26 10:00:00');
INSERT INTO cb_contact_point VALUES (21, 7012, 'P', '0491 570 358', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (22, 7012, 'E', 'patrick@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (12, 7012, '75 Boronia Street', 'Dandenong', 'VIC', '3175', '20260626', '', 'N');
INSERT INTO cb_participant_alias VALUES (2, 7012, 'Jones', 'Patrick', 'N');
INSERT INTO cb_support_period VALUES (14, 7012, 'Financial counselling', 'O', '20260626', '', 1, 'SELF');
INSERT INTO cb_presenting_issue VALUES (26, 14, 'UTIL', '20260626', '');
INSERT INTO cb_issue_outcome VALUES (26, 'WAIV', '20261101');
INSERT INTO cb_presenting_issue VALUES (27, 14, 'DEBT', '20260626', '20261101');
INSERT INTO cb_issue_outcome VALUES (27, 'HARD', '20261101');
INSERT INTO cb_journal VALUES (33, 14, 'MEET', '2026-06-26 14:30', 1, 'Went through statements together. Rent is two fortnights behind.', 'N');
INSERT INTO cb_support_period VALUES (15, 7012, 'Financial counselling', 'C', '20260626', '20261015', 2, 'FV');
INSERT INTO cb_presenting_issue VALUES (28, 15, 'GAMB', '20260626', '');
INSERT INTO cb_journal VALUES (34, 15, 'SAFE', '2026-06-26 14:30', 2, 'Statements go to the office, not to the house. Client says when it is safe to ring.', 'N');
INSERT INTO cb_journal VALUES (35, 15, 'ADV', '2026-06-26 14:30', 2, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_safety_flag VALUES (5, 7012, 'FVU', '3', 'Using violence towards his partner. No joint appointments.', '20260626', 3, '20270101', '', 'N');
INSERT INTO cb_participant VALUES (7013, 'Saleh', 'Noura', 'Nou', '19951130', 'N', '2', 'AR', '', '20260505', '', 1, 'Y', 'N', '2026-05-05 10:00:00');
INSERT INTO cb_contact_point VALUES (23, 7013, 'P', '0491 570 255', 'N', 'N');
INSERT INTO cb_contact_point VALUES (24, 7013, 'E', 'noura@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (13, 7013, '59 Wattle Grove', 'Noble Park', 'VIC', '3174', '20260505', '', 'N');
INSERT INTO cb_support_period VALUES (16, 7013, 'Gambling help', 'C', '20260505', '20261015', 1, 'HOUS');
INSERT INTO cb_presenting_issue VALUES (29, 16, 'RENT', '20260505', '');
INSERT INTO cb_issue_outcome VALUES (29, 'WAIV', '20261101');
INSERT INTO cb_journal VALUES (36, 16, 'MEET', '2026-05-05 14:30', 2, 'Went through statements together. Rent is two fortnights behind.', 'N');
INSERT INTO cb_journal VALUES (37, 16, 'CALL', '2026-05-05 14:30', 2, 'Rang the energy retailer with the client; hardship variation for three months agreed.', 'N');
INSERT INTO cb_safety_flag VALUES (6, 7013, 'FVX', '4', 'Says he has a key to the flat.', '20260505', 3, '20270101', '', 'N');
INSERT INTO cb_participant VALUES (7014, 'Abbott', 'Grace', '', '19880525', 'N', '2', 'EN', '', '20260915', '', 1, 'N', 'N', '2026-09-15 10:00:00');
INSERT INTO cb_contact_point VALUES (25, 7014, 'P', '0491 570 539', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (26, 7014, 'E', 'grace@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (14, 7014, '71 Boronia Street', 'Sunshine', 'VIC', '3020', '20260915', '', 'N');
INSERT INTO cb_support_period VALUES (17, 7014, 'Gambling help', 'O', '20260915', '', 1, 'BANK');
INSERT INTO cb_presenting_issue VALUES (30, 17, 'BANKR', '20260915', '');
INSERT INTO cb_presenting_issue VALUES (31, 17, 'MHIMP', '20260915', '20261101');
INSERT INTO cb_issue_outcome VALUES (31, 'NONE', '20261101');
INSERT INTO cb_journal VALUES (38, 17, 'SAFE', '2026-09-15 14:30', 2, 'Statements go to the office, not to the house. Client says when it is safe to ring.', 'N');
INSERT INTO cb_participant VALUES (7015, 'Yusuf', 'Ibrahim', 'Ibr', '19810303', 'N', '1', 'EN', '', '20260606', '', 1, 'Y', 'N', '2026-06-06 10:00:00');
INSERT INTO cb_contact_point VALUES (27, 7015, 'P', '0491 570 901', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (28, 7015, 'E', 'ibrahim@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (15, 7015, '90 Boronia Street', 'Noble Park', 'VIC', '3174', '20260606', '', 'N');
INSERT INTO cb_support_period VALUES (18, 7015, 'Financial counselling', 'C', '20260606', '20261115', 2, 'HOUS');
INSERT INTO cb_presenting_issue VALUES (32, 18, 'CRED', '20260606', '');
INSERT INTO cb_journal VALUES (39, 18, 'MEET', '2026-06-06 14:30', 2, 'Went through statements together. Rent is two fortnights behind.', 'N');
INSERT INTO cb_participant VALUES (7016, 'Costa', 'Bruna', '', '20010214', 'N', '2', 'EN', '', '20260103', '', 2, 'Y', 'N', '2026-01-03 10:00:00');
INSERT INTO cb_contact_point VALUES (29, 7016, 'P', '0491 570 159', 'Y', 'N');
INSERT INTO cb_residence VALUES (16, 7016, '67 Boronia Street', 'St Albans', 'VIC', '3021', '20260103', '', 'N');
INSERT INTO cb_support_period VALUES (19, 7016, 'Gambling help', 'H', '20260103', '', 2, 'HOUS');
INSERT INTO cb_presenting_issue VALUES (33, 19, 'BANKR', '20260103', '20261101');
INSERT INTO cb_presenting_issue VALUES (34, 19, 'UTIL', '20260103', '20261101');
INSERT INTO cb_issue_outcome VALUES (34, 'PLAN', '20261101');
INSERT INTO cb_journal VALUES (40, 19, 'ADMIN', '2026-01-03 14:30', 1, 'File moved to the new cabinet.', 'N');
INSERT INTO cb_journal VALUES (41, 19, 'SAFE', '2026-01-03 14:30', 2, 'Statements go to the office, not to the house. Client says when it is safe to ring.', 'N');
INSERT INTO cb_support_period VALUES (20, 7016, 'Financial counselling', 'H', '20260103', '', 2, 'FV');
INSERT INTO cb_presenting_issue VALUES (35, 20, 'RENT', '20260103', '');
INSERT INTO cb_journal VALUES (42, 20, 'MEET', '2026-01-03 14:30', 1, 'Went through statements together. Rent is two fortnights behind.', 'N');
INSERT INTO cb_journal VALUES (43, 20, 'ADMIN', '2026-01-03 14:30', 2, 'File moved to the new cabinet.', 'N');
INSERT INTO cb_participant VALUES (7017, 'Fraser', 'Malcolm', '', '19590901', 'N', '1', 'EN', '', '20260302', '', 1, 'Y', 'N', '2026-03-02 10:00:00');
INSERT INTO cb_contact_point VALUES (30, 7017, 'P', '0491 570 650', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (31, 7017, 'E', 'malcolm@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (17, 7017, '43 Boronia Street', 'Noble Park', 'VIC', '3174', '20260302', '', 'N');
INSERT INTO cb_support_period VALUES (21, 7017, 'Gambling help', 'H', '20260302', '', 2, 'SELF');
INSERT INTO cb_presenting_issue VALUES (36, 21, 'BANKR', '20260302', '');
INSERT INTO cb_journal VALUES (44, 21, 'SAFE', '2026-03-02 14:30', 1, 'Statements go to the office, not to the house. Client says when it is safe to ring.', 'N');
INSERT INTO cb_journal VALUES (45, 21, 'ADV', '2026-03-02 14:30', 1, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_safety_flag VALUES (7, 7017, 'SUI', '3', 'Spoke of not wanting to go on.', '20260302', 2, '20270101', '', 'N');
INSERT INTO cb_participant VALUES (7018, 'Petrovic', 'Jelena', '', '19760617', 'N', '2', 'EN', '', '20260821', '', 2, 'Y', 'N', '2026-08-21 10:00:00');
INSERT INTO cb_contact_point VALUES (32, 7018, 'P', '0491 570 300', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (33, 7018, 'E', 'jelena@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (18, 7018, '82 Acacia Court', 'Footscray', 'VIC', '3011', '20260821', '', 'N');
INSERT INTO cb_participant_alias VALUES (3, 7018, 'Jones', 'Jelena', 'N');
INSERT INTO cb_support_period VALUES (22, 7018, 'Gambling help', 'O', '20260821', '', 1, 'HOUS');
INSERT INTO cb_presenting_issue VALUES (37, 22, 'UTIL', '20260821', '');
INSERT INTO cb_presenting_issue VALUES (38, 22, 'RENT', '20260821', '');
INSERT INTO cb_issue_outcome VALUES (38, 'WAIV', '20261101');
INSERT INTO cb_presenting_issue VALUES (39, 22, 'FVDEBT', '20260821', '');
INSERT INTO cb_issue_outcome VALUES (39, 'HARD', '20261101');
INSERT INTO cb_journal VALUES (46, 22, 'MEET', '2026-08-21 14:30', 2, 'Went through statements together. Rent is two fortnights behind.', 'N');
INSERT INTO cb_participant VALUES (7019, 'Unknown', 'Baby of Saleh', '', '20260110', 'N', '9', 'EN', '', '20260510', '', 1, 'Y', 'N', '2026-05-10 10:00:00');
INSERT INTO cb_contact_point VALUES (34, 7019, 'P', '0491 570 575', 'Y', 'N');
INSERT INTO cb_residence VALUES (19, 7019, '78 Lomandra Street', 'Dandenong', 'VIC', '3175', '20260510', '', 'N');
INSERT INTO cb_support_period VALUES (23, 7019, 'Gambling help', 'O', '20260510', '', 1, 'SELF');
INSERT INTO cb_presenting_issue VALUES (40, 23, 'FVDEBT', '20260510', '20261101');
INSERT INTO cb_presenting_issue VALUES (41, 23, 'BANKR', '20260510', '20261101');
INSERT INTO cb_journal VALUES (47, 23, 'ADV', '2026-05-10 14:30', 1, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_journal VALUES (48, 23, 'CALL', '2026-05-10 14:30', 1, 'Rang the energy retailer with the client; hardship variation for three months agreed.', 'N');
INSERT INTO cb_journal VALUES (49, 23, 'ADMIN', '2026-05-10 14:30', 2, 'File moved to the new cabinet.', 'N');
INSERT INTO cb_participant VALUES (7020, 'Dang', 'Huy', '', '19930929', 'N', '1', 'VI', '', '20260624', '', 1, 'N', 'N', '2026-06-24 10:00:00');
INSERT INTO cb_contact_point VALUES (35, 7020, 'P', '0491 570 914', 'Y', 'N');
INSERT INTO cb_residence VALUES (20, 7020, '11 Station Street', 'Dandenong', 'VIC', '3175', '20260624', '', 'N');
INSERT INTO cb_support_period VALUES (24, 7020, 'Financial counselling', 'W', '20260624', '', 1, 'SELF');
INSERT INTO cb_presenting_issue VALUES (42, 24, 'FVDEBT', '20260624', '');
INSERT INTO cb_journal VALUES (50, 24, 'ADV', '2026-06-24 14:30', 2, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_journal VALUES (51, 24, 'MEET', '2026-06-24 14:30', 1, 'Went through statements together. Rent is two fortnights behind.', 'N');
INSERT INTO cb_support_period VALUES (25, 7020, 'Financial counselling', 'H', '20260624', '', 2, 'FV');
INSERT INTO cb_presenting_issue VALUES (43, 25, 'GAMB', '20260624', '20261101');
INSERT INTO cb_presenting_issue VALUES (44, 25, 'DEBT', '20260624', '20261101');
INSERT INTO cb_journal VALUES (52, 25, 'SAFE', '2026-06-24 14:30', 1, 'Statements go to the office, not to the house. Client says when it is safe to ring.', 'N');
INSERT INTO cb_journal VALUES (53, 25, 'ADMIN', '2026-06-24 14:30', 1, 'File moved to the new cabinet.', 'N');
INSERT INTO cb_journal VALUES (54, 25, 'ADV', '2026-06-24 14:30', 2, 'Letter to the lender: the loan was taken in the clients name by an ex-partner.', 'N');
INSERT INTO cb_safety_flag VALUES (8, 7020, 'GAM', '2', 'Has excluded himself from venues; do not meet there.', '20260624', 1, '20270101', '', 'N');
INSERT INTO cb_participant VALUES (7021, 'Ellis', 'Roberta', '', '19690806', 'N', '2', 'EN', '', '20260221', '', 1, 'N', 'N', '2026-02-21 10:00:00');
INSERT INTO cb_contact_point VALUES (36, 7021, 'P', '0491 570 234', 'Y', 'N');
INSERT INTO cb_residence VALUES (21, 7021, '25 Wattle Grove', 'Dandenong', 'VIC', '3175', '20260221', '', 'N');
INSERT INTO cb_support_period VALUES (26, 7021, 'Gambling help', 'O', '20260221', '', 2, 'FV');
INSERT INTO cb_presenting_issue VALUES (45, 26, 'GAMB', '20260221', '');
INSERT INTO cb_issue_outcome VALUES (45, 'HARD', '20261101');
INSERT INTO cb_journal VALUES (55, 26, 'MEET', '2026-02-21 14:30', 1, 'Went through statements together. Rent is two fortnights behind.', 'N');
INSERT INTO cb_participant VALUES (7022, 'Singh', 'Arjun', '', '19970405', 'N', '1', 'EN', '', '20260616', '', 2, 'Y', 'N', '2026-06-16 10:00:00');
INSERT INTO cb_contact_point VALUES (37, 7022, 'P', '0491 570 646', 'Y', 'N');
INSERT INTO cb_contact_point VALUES (38, 7022, 'E', 'arjun@example.org', 'Y', 'N');
INSERT INTO cb_residence VALUES (22, 7022, '90 Acacia Court', 'Footscray', 'VIC', '3011', '20260616', '', 'N');
INSERT INTO cb_support_period VALUES (27, 7022, 'Financial counselling', 'W', '20260616', '', 2, 'SELF');
INSERT INTO cb_presenting_issue VALUES (46, 27, 'BANKR', '20260616', '20261101');
INSERT INTO cb_presenting_issue VALUES (47, 27, 'MHIMP', '20260616', '20261101');
INSERT INTO cb_journal VALUES (56, 27, 'CALL', '2026-06-16 14:30', 1, 'Rang the energy retailer with the client; hardship variation for three months agreed.', 'N');
INSERT INTO cb_journal VALUES (57, 27, 'ADMIN', '2026-06-16 14:30', 2, 'File moved to the new cabinet.', 'N');
INSERT INTO cb_safety_flag VALUES (9, 7022, 'CRT', '2', 'Intervention order names him as affected person.', '20260616', 2, '20270101', '', 'N');
INSERT INTO cb_participant VALUES (7023, 'Brady', 'Tom', '', '19840000', 'Y', '1', 'EN', '', '20260619', '', 2, 'N', 'N', '2026-06-19 10:00:00');
INSERT INTO cb_contact_point VALUES (39, 7023, 'P', '0491 570 287', 'Y', 'N');
INSERT INTO cb_residence VALUES (23, 7023, '89 Acacia Court', 'Noble Park', 'VIC', '3174', '20260619', '', 'N');
INSERT INTO cb_support_period VALUES (28, 7023, 'Gambling help', 'C', '20260619', '20261015', 2, 'SELF');
INSERT INTO cb_presenting_issue VALUES (48, 28, 'MHIMP', '20260619', '20261101');
INSERT INTO cb_issue_outcome VALUES (48, 'WAIV', '20261101');
INSERT INTO cb_presenting_issue VALUES (49, 28, 'UTIL', '20260619', '');
INSERT INTO cb_journal VALUES (58, 28, 'ADMIN', '2026-06-19 14:30', 2, 'File moved to the new cabinet.', 'N');
INSERT INTO cb_participant VALUES (7024, 'Test', 'Client', 'Cli', '19000101', 'N', '1', 'EN', '', '20260419', '', 1, 'Y', 'Y', '2026-04-19 10:00:00');
INSERT INTO cb_contact_point VALUES (40, 7024, 'P', '0491 570 571', 'Y', 'N');
INSERT INTO cb_residence VALUES (24, 7024, '80 Station Street', 'St Albans', 'VIC', '3021', '20260419', '', 'N');
INSERT INTO cb_participant_alias VALUES (4, 7024, 'Smith', 'Client', 'N');
INSERT INTO cb_support_period VALUES (29, 7024, 'Financial counselling', 'O', '20260419', '', 1, 'SELF');
INSERT INTO cb_presenting_issue VALUES (50, 29, 'FVDEBT', '20260419', '');
INSERT INTO cb_presenting_issue VALUES (51, 29, 'UTIL', '20260419', '20261101');
INSERT INTO cb_presenting_issue VALUES (52, 29, 'MHIMP', '20260419', '20261101');
INSERT INTO cb_journal VALUES (59, 29, 'SAFE', '2026-04-19 14:30', 1, 'Statements go to the office, not to the house. Client says when it is safe to ring.', 'N');
INSERT INTO cb_support_period VALUES (30, 7024, 'Gambling help', 'H', '20260419', '', 1, 'HOUS');
INSERT INTO cb_presenting_issue VALUES (53, 30, 'DEBT', '20260419', '');
INSERT INTO cb_presenting_issue VALUES (54, 30, 'BANKR', '20260419', '');
INSERT INTO cb_journal VALUES (60, 30, 'CALL', '2026-04-19 14:30', 1, 'Rang the energy retailer with the client; hardship variation for three months agreed.', 'N');
INSERT INTO cb_journal VALUES (61, 30, 'MEET', '2026-04-19 14:30', 1, 'Went through statements together. Rent is two fortnights behind.', 'N');
INSERT INTO cb_safety_flag VALUES (90, 7003, 'FVX', '3', 'Entered on the wrong person.', '20260301', 2, '', '', 'Y');
INSERT INTO cb_safety_flag VALUES (91, 7999, 'MED', '2', 'Belongs to a file that was removed.', '20250301', 2, '20250901', '', 'N');
INSERT INTO cb_debt VALUES (1, 7013, 4, 295100, '20260901');
INSERT INTO cb_debt VALUES (2, 7021, 4, 291700, '20260901');
INSERT INTO cb_debt VALUES (3, 7010, 2, 194000, '20260901');
INSERT INTO cb_debt VALUES (4, 7012, 4, 864600, '20260901');
INSERT INTO cb_debt VALUES (5, 7007, 4, 760000, '20260901');
INSERT INTO cb_debt VALUES (6, 7020, 2, 18500, '20260901');
INSERT INTO cb_debt VALUES (7, 7001, 1, 479500, '20260901');
INSERT INTO cb_debt VALUES (8, 7011, 3, 290100, '20260901');
INSERT INTO cb_debt VALUES (9, 7005, 4, 632800, '20260901');
INSERT INTO cb_debt VALUES (10, 7020, 1, 370100, '20260901');
INSERT INTO cb_debt VALUES (11, 7015, 4, 769900, '20260901');
INSERT INTO cb_debt VALUES (12, 7013, 1, 456600, '20260901');
INSERT INTO cb_debt VALUES (13, 7020, 4, 543000, '20260901');
INSERT INTO cb_debt VALUES (14, 7020, 1, 275200, '20260901');
INSERT INTO cb_debt VALUES (15, 7017, 4, 744400, '20260901');
INSERT INTO cb_debt VALUES (16, 7003, 1, 723200, '20260901');
INSERT INTO cb_debt VALUES (17, 7015, 2, 346000, '20260901');
INSERT INTO cb_debt VALUES (18, 7020, 1, 702800, '20260901');
INSERT INTO cb_debt VALUES (19, 7007, 1, 203400, '20260901');
INSERT INTO cb_debt VALUES (20, 7001, 4, 778200, '20260901');
INSERT INTO cb_debt VALUES (21, 7009, 1, 472900, '20260901');
INSERT INTO cb_debt VALUES (22, 7004, 2, 405500, '20260901');
INSERT INTO cb_debt VALUES (23, 7021, 1, 150700, '20260901');
INSERT INTO cb_debt VALUES (24, 7011, 1, 274900, '20260901');
INSERT INTO cb_debt VALUES (25, 7005, 3, 516500, '20260901');
INSERT INTO cb_debt VALUES (26, 7017, 2, 619900, '20260901');
INSERT INTO cb_debt VALUES (27, 7008, 3, 792100, '20260901');
INSERT INTO cb_debt VALUES (28, 7016, 3, 623600, '20260901');
INSERT INTO cb_debt VALUES (29, 7012, 3, 476800, '20260901');
INSERT INTO cb_debt VALUES (30, 7007, 4, 584500, '20260901');
INSERT INTO cb_debt VALUES (31, 7021, 4, 813100, '20260901');
INSERT INTO cb_debt VALUES (32, 7019, 3, 134900, '20260901');
INSERT INTO cb_debt VALUES (33, 7013, 1, 768300, '20260901');
INSERT INTO cb_debt VALUES (34, 7023, 1, 424900, '20260901');
INSERT INTO cb_debt VALUES (35, 7003, 1, 7700, '20260901');
INSERT INTO cb_debt VALUES (36, 7002, 1, 379700, '20260901');
INSERT INTO cb_debt VALUES (37, 7005, 1, 411400, '20260901');
INSERT INTO cb_debt VALUES (38, 7017, 1, 863200, '20260901');
INSERT INTO cb_debt VALUES (39, 7018, 3, 729300, '20260901');
INSERT INTO cb_debt VALUES (40, 7021, 1, 626900, '20260901');
INSERT INTO cb_creditor VALUES (1, 'First Example Bank', 'BANK', '03 5550 0900');
INSERT INTO cb_creditor VALUES (2, 'Sample Energy', 'UTIL', '03 5550 0900');
INSERT INTO cb_creditor VALUES (3, 'Quick Loans', 'PAYD', '03 5550 0900');
INSERT INTO cb_creditor VALUES (4, 'Office of Fines', 'GOV', '03 5550 0900');
INSERT INTO cb_appointment VALUES (1, 7014, 2, '2026-11-07 09:30', 'Y');
INSERT INTO cb_appointment VALUES (2, 7017, 1, '2026-11-06 09:30', 'N');
INSERT INTO cb_appointment VALUES (3, 7019, 2, '2026-11-11 09:30', 'N');
INSERT INTO cb_appointment VALUES (4, 7010, 1, '2026-11-25 09:30', 'Y');
INSERT INTO cb_appointment VALUES (5, 7010, 2, '2026-11-27 09:30', 'Y');
INSERT INTO cb_appointment VALUES (6, 7023, 1, '2026-11-16 09:30', 'N');
INSERT INTO cb_appointment VALUES (7, 7011, 2, '2026-11-20 09:30', 'Y');
INSERT INTO cb_appointment VALUES (8, 7004, 2, '2026-11-10 09:30', 'N');
INSERT INTO cb_appointment VALUES (9, 7007, 1, '2026-11-23 09:30', 'Y');
INSERT INTO cb_appointment VALUES (10, 7015, 2, '2026-11-04 09:30', 'Y');
INSERT INTO cb_appointment VALUES (11, 7011, 2, '2026-11-02 09:30', 'N');
INSERT INTO cb_appointment VALUES (12, 7004, 2, '2026-11-13 09:30', 'Y');
INSERT INTO cb_appointment VALUES (13, 7005, 1, '2026-11-28 09:30', 'N');
INSERT INTO cb_appointment VALUES (14, 7006, 1, '2026-11-02 09:30', 'N');
INSERT INTO cb_appointment VALUES (15, 7011, 1, '2026-11-02 09:30', 'Y');
INSERT INTO cb_appointment VALUES (16, 7017, 1, '2026-11-26 09:30', 'Y');
INSERT INTO cb_appointment VALUES (17, 7022, 1, '2026-11-11 09:30', 'Y');
INSERT INTO cb_appointment VALUES (18, 7010, 1, '2026-11-11 09:30', 'Y');
INSERT INTO cb_appointment VALUES (19, 7020, 1, '2026-11-14 09:30', 'Y');
INSERT INTO cb_appointment VALUES (20, 7018, 2, '2026-11-25 09:30', 'Y');
INSERT INTO cb_appointment VALUES (21, 7008, 2, '2026-11-02 09:30', 'Y');
INSERT INTO cb_appointment VALUES (22, 7023, 1, '2026-11-23 09:30', 'Y');
INSERT INTO cb_appointment VALUES (23, 7018, 2, '2026-11-14 09:30', 'N');
INSERT INTO cb_appointment VALUES (24, 7008, 2, '2026-11-18 09:30', 'N');
INSERT INTO cb_appointment VALUES (25, 7016, 2, '2026-11-02 09:30', 'Y');
INSERT INTO cb_appointment VALUES (26, 7008, 1, '2026-11-07 09:30', 'N');
INSERT INTO cb_appointment VALUES (27, 7006, 2, '2026-11-15 09:30', 'N');
INSERT INTO cb_appointment VALUES (28, 7012, 2, '2026-11-18 09:30', 'Y');
INSERT INTO cb_appointment VALUES (29, 7006, 1, '2026-11-06 09:30', 'N');
INSERT INTO cb_appointment VALUES (30, 7009, 2, '2026-11-22 09:30', 'Y');
INSERT INTO cb_consent_form VALUES (1, 7001, '20260601', 'partner agencies');
INSERT INTO cb_consent_form VALUES (2, 7002, '20260601', 'partner agencies');
INSERT INTO cb_consent_form VALUES (3, 7003, '20260601', 'partner agencies');
INSERT INTO cb_consent_form VALUES (4, 7004, '20260601', 'partner agencies');
INSERT INTO cb_consent_form VALUES (5, 7005, '20260601', 'partner agencies');
INSERT INTO cb_consent_form VALUES (6, 7006, '20260601', 'partner agencies');
INSERT INTO cb_consent_form VALUES (7, 7007, '20260601', 'partner agencies');
INSERT INTO cb_consent_form VALUES (8, 7008, '20260601', 'partner agencies');
INSERT INTO cb_consent_form VALUES (9, 7009, '20260601', 'partner agencies');
INSERT INTO cb_consent_form VALUES (10, 7010, '20260601', 'partner agencies');
INSERT INTO cb_consent_form VALUES (11, 7011, '20260601', 'partner agencies');
INSERT INTO cb_consent_form VALUES (12, 7012, '20260601', 'partner agencies');
INSERT INTO cb_volunteer VALUES (1, 'Hale', 'Rosemary', '19610101', '0491 570 001');
INSERT INTO cb_donation VALUES (1, 'Hale', 'Rosemary', 5000, '20260701');
INSERT INTO cb_volunteer VALUES (2, 'Quist', 'Owen', '19620101', '0491 570 002');
INSERT INTO cb_donation VALUES (2, 'Quist', 'Owen', 10000, '20260701');
INSERT INTO cb_volunteer VALUES (3, 'Amari', 'Leila', '19630101', '0491 570 003');
INSERT INTO cb_donation VALUES (3, 'Amari', 'Leila', 15000, '20260701');
INSERT INTO cb_audit VALUES (1, 3, 'participant', 7014, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (2, 2, 'participant', 7019, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (3, 3, 'participant', 7018, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (4, 1, 'participant', 7014, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (5, 3, 'participant', 7003, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (6, 2, 'participant', 7020, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (7, 3, 'participant', 7009, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (8, 2, 'participant', 7011, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (9, 3, 'participant', 7019, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (10, 3, 'participant', 7007, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (11, 3, 'participant', 7020, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (12, 2, 'participant', 7010, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (13, 1, 'participant', 7024, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (14, 3, 'participant', 7002, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (15, 2, 'participant', 7004, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (16, 2, 'participant', 7022, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (17, 2, 'participant', 7007, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (18, 3, 'participant', 7023, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (19, 1, 'participant', 7011, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (20, 2, 'participant', 7012, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (21, 2, 'participant', 7008, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (22, 3, 'participant', 7009, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (23, 1, 'participant', 7022, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (24, 2, 'participant', 7013, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (25, 1, 'participant', 7010, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (26, 2, 'participant', 7013, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (27, 2, 'participant', 7007, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (28, 3, 'participant', 7014, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (29, 3, 'participant', 7018, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_audit VALUES (30, 1, 'participant', 7005, '2026-10-01 09:00:00', 'view');
INSERT INTO cb_message VALUES (1, 1, 2, '2026-10-01 09:00', 'Can you take the two oclock?');
INSERT INTO cb_message VALUES (2, 1, 2, '2026-10-01 09:00', 'Can you take the two oclock?');
INSERT INTO cb_message VALUES (3, 1, 2, '2026-10-01 09:00', 'Can you take the two oclock?');
INSERT INTO cb_message VALUES (4, 1, 2, '2026-10-01 09:00', 'Can you take the two oclock?');
INSERT INTO cb_message VALUES (5, 1, 2, '2026-10-01 09:00', 'Can you take the two oclock?');
INSERT INTO cb_message VALUES (6, 1, 2, '2026-10-01 09:00', 'Can you take the two oclock?');
INSERT INTO cb_message VALUES (7, 1, 2, '2026-10-01 09:00', 'Can you take the two oclock?');
INSERT INTO cb_message VALUES (8, 1, 2, '2026-10-01 09:00', 'Can you take the two oclock?');
INSERT INTO cb_message VALUES (9, 1, 2, '2026-10-01 09:00', 'Can you take the two oclock?');
INSERT INTO cb_message VALUES (10, 1, 2, '2026-10-01 09:00', 'Can you take the two oclock?');
INSERT INTO cb_message VALUES (11, 1, 2, '2026-10-01 09:00', 'Can you take the two oclock?');
INSERT INTO cb_message VALUES (12, 1, 2, '2026-10-01 09:00', 'Can you take the two oclock?');
INSERT INTO cb_roster VALUES (1, 2, 1, '20261121', '09:00', '17:00');
INSERT INTO cb_roster VALUES (2, 2, 1, '20261122', '09:00', '17:00');
INSERT INTO cb_roster VALUES (3, 2, 1, '20261123', '09:00', '17:00');
INSERT INTO cb_roster VALUES (4, 1, 1, '20261124', '09:00', '17:00');
INSERT INTO cb_roster VALUES (5, 1, 1, '20261125', '09:00', '17:00');
INSERT INTO cb_roster VALUES (6, 2, 1, '20261126', '09:00', '17:00');
INSERT INTO cb_setting VALUES ('version', '3.11.4');
