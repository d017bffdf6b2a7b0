/**
 * An invented clinical system for PostgreSQL in which information about people is attached to visits rather than to the
 * people: tables inherit columns, staff and relatives are people too, and only those with a `client_role` are clients.
 * Beside the tables that matter stand messages, laboratory requests and links between people, whose columns look similar.
 */
export const clinicalSystem = `
CREATE SCHEMA care;
CREATE SCHEMA med;
CREATE TABLE care.touched (touch_id serial PRIMARY KEY, modified_at timestamptz NOT NULL DEFAULT now(), modified_by text NOT NULL DEFAULT 'import');
CREATE TABLE care.person (person_id serial PRIMARY KEY, born_on date, gender text, usual_staff_id int, removed boolean NOT NULL DEFAULT false) INHERITS (care.touched);
CREATE TABLE care.person_name (name_id serial PRIMARY KEY, person_id int NOT NULL REFERENCES care.person, given_names text, surname text, is_current boolean NOT NULL);
CREATE TABLE care.staff (staff_id serial PRIMARY KEY, person_id int NOT NULL UNIQUE REFERENCES care.person, username text);
ALTER TABLE care.person ADD FOREIGN KEY (usual_staff_id) REFERENCES care.staff;
CREATE TABLE care.relation_kind (kind_id int PRIMARY KEY, label text);
CREATE TABLE care.person_relative (id serial PRIMARY KEY, person_id int NOT NULL REFERENCES care.person, relative_id int NOT NULL REFERENCES care.person, kind_id int REFERENCES care.relation_kind, started date, ended date, status text);
CREATE TABLE care.reach_kind (kind_id int PRIMARY KEY, label text);
CREATE TABLE care.person_reach (reach_id serial PRIMARY KEY, person_id int NOT NULL REFERENCES care.person, kind_id int NOT NULL REFERENCES care.reach_kind, reach_value text NOT NULL, is_confidential boolean NOT NULL DEFAULT false);
CREATE TABLE care.province (province_id serial PRIMARY KEY, name text);
CREATE TABLE care.town (town_id serial PRIMARY KEY, name text, postcode text, province_id int NOT NULL REFERENCES care.province);
CREATE TABLE care.street (street_id serial PRIMARY KEY, name text, town_id int NOT NULL REFERENCES care.town);
CREATE TABLE care.dwelling (dwelling_id serial PRIMARY KEY, house_number text, street_id int NOT NULL REFERENCES care.street);
CREATE TABLE care.person_dwelling (id serial PRIMARY KEY, person_id int REFERENCES care.person, dwelling_id int REFERENCES care.dwelling, is_current boolean NOT NULL);
CREATE TABLE care.message_kind (kind_id int PRIMARY KEY, label text);
CREATE TABLE care.message (message_id serial PRIMARY KEY, person_id int REFERENCES care.person, kind_id int REFERENCES care.message_kind, priority int, comment text, raised_on date, due_on date, expiry_on date, staff_id int REFERENCES care.staff);

CREATE TABLE med.client_role (client_role_id serial PRIMARY KEY, person_id int NOT NULL UNIQUE REFERENCES care.person);
CREATE TABLE med.recall (recall_id serial PRIMARY KEY, client_role_id int NOT NULL REFERENCES med.client_role, due_on date);
CREATE TABLE med.person_settings (person_id int PRIMARY KEY REFERENCES care.person, large_print boolean);
CREATE TABLE med.visit_kind (kind_id int PRIMARY KEY, label text);
CREATE TABLE med.visit (visit_id serial PRIMARY KEY, client_role_id int NOT NULL REFERENCES med.client_role, kind_id int REFERENCES med.visit_kind, started date, finished date);
CREATE TABLE med.observed (item_id serial PRIMARY KEY, observed_when date NOT NULL, at_visit int NOT NULL REFERENCES med.visit, details text) INHERITS (care.touched);
CREATE TABLE med.progress_note (note_id serial PRIMARY KEY, soap text) INHERITS (med.observed);
CREATE TABLE med.warning_kind (kind_id int PRIMARY KEY, label text);
CREATE TABLE med.risk_warning (warning_id serial PRIMARY KEY, kind_id int REFERENCES med.warning_kind, level text, resolved_on date) INHERITS (med.observed);
CREATE TABLE med.problem_kind (kind_id int PRIMARY KEY, label text);
CREATE TABLE med.problem (problem_id serial PRIMARY KEY, visit_id int NOT NULL REFERENCES med.visit, kind_id int REFERENCES med.problem_kind, identified_on timestamptz, is_active boolean NOT NULL);
CREATE TABLE med.lab_request (request_id serial PRIMARY KEY, requestor_id int REFERENCES care.person, note_text text, kind text, status text) INHERITS (med.observed);
CREATE TABLE med.second_look (look_id serial PRIMARY KEY, reviewer_id int NOT NULL REFERENCES care.person, item int, comment text, looked_on date);

CREATE VIEW care.person_versions AS SELECT person_id, xmin AS version FROM care.person;
CREATE FUNCTION care.broken() RETURNS int LANGUAGE sql VOLATILE AS 'SELECT 1 / (SELECT count(*)::int - count(*)::int FROM care.person)';
CREATE VIEW care.everything AS SELECT person_id, care.broken() AS further FROM care.person;

INSERT INTO care.person (born_on, gender, removed) SELECT date '1950-01-01' + n * 400, CASE n % 2 WHEN 0 THEN 'f' ELSE 'm' END, false FROM generate_series(1, 30) n;
INSERT INTO care.person_name (person_id, given_names, surname, is_current)
  SELECT n, (ARRAY['Ada', 'Bruno', 'Chidi', 'Dalia', 'Emeka'])[n % 5 + 1], (ARRAY['Abara', 'Brandt', 'Castel'])[n % 3 + 1], true FROM generate_series(1, 30) n;
INSERT INTO care.person_name (person_id, given_names, surname, is_current) VALUES (1, 'Ada', 'Formerly', false), (2, 'Bruno', 'Earlier', false);
UPDATE care.person_name SET is_current = true WHERE name_id = 1;
INSERT INTO care.staff (person_id, username) SELECT n, 'user' || n FROM generate_series(26, 30) n;
UPDATE care.person SET usual_staff_id = 1 WHERE person_id < 20;
INSERT INTO care.relation_kind VALUES (1, 'sister'), (2, 'cousin');
INSERT INTO care.person_relative (person_id, relative_id, kind_id, started, ended, status) SELECT n, n + 1, n % 2 + 1, date '2020-01-01' + n, NULL, 'open' FROM generate_series(1, 20) n;
INSERT INTO care.reach_kind VALUES (1, 'Home phone'), (2, 'Mobile'), (3, 'E-mail'), (4, 'Fax'), (5, 'Website');
INSERT INTO care.province (name) VALUES ('Northland');
INSERT INTO care.town (name, postcode, province_id) VALUES ('Oak Bay', '3100', 1), ('Fern Hill', '3200', 1);
INSERT INTO care.street (name, town_id) VALUES ('Long Road', 1), ('Short Lane', 2);
INSERT INTO care.dwelling (house_number, street_id) SELECT n::text, n % 2 + 1 FROM generate_series(1, 20) n;
INSERT INTO care.person_dwelling (person_id, dwelling_id, is_current) SELECT n, n, true FROM generate_series(1, 20) n;
INSERT INTO care.person_dwelling (person_id, dwelling_id, is_current) SELECT 1, 5, false;
INSERT INTO care.message_kind VALUES (1, 'risk: call back'), (2, 'alert: read this');
INSERT INTO care.message (person_id, kind_id, priority, comment, raised_on, due_on, expiry_on, staff_id) SELECT n, n % 2 + 1, n % 3, 'Please ring them back before the end of the week.', '2026-01-02', '2026-01-04', '2026-02-02', 1 FROM generate_series(1, 20) n;
INSERT INTO med.client_role (person_id) SELECT 26 - n FROM generate_series(1, 25) n;
INSERT INTO med.visit_kind VALUES (1, 'At the practice'), (2, 'At home');
INSERT INTO med.visit (client_role_id, kind_id, started, finished) SELECT n % 25 + 1, n % 2 + 1, date '2025-01-01' + n, date '2025-01-01' + n FROM generate_series(1, 60) n;
INSERT INTO med.progress_note (observed_when, at_visit, details, soap) SELECT date '2025-01-01' + n, n, 'Says that the new room is quiet and that sleep has been better.', 'S' FROM generate_series(1, 60) n;
INSERT INTO med.warning_kind VALUES (1, 'Suicide or self-harm'), (2, 'Medical alert'), (3, 'Court order in force');
INSERT INTO med.risk_warning (observed_when, at_visit, details, kind_id, level) SELECT date '2025-01-01' + n, n, 'Keep in mind when the door is opened.', n % 3 + 1, 'high' FROM generate_series(1, 12) n;
INSERT INTO med.problem_kind VALUES (1, 'Homeless'), (2, 'Mental health'), (3, 'Gambling');
INSERT INTO med.problem (visit_id, kind_id, identified_on, is_active) SELECT n, n % 3 + 1, date '2025-01-01' + n, true FROM generate_series(1, 30) n;
INSERT INTO med.lab_request (observed_when, at_visit, details, requestor_id, note_text, kind, status) SELECT date '2025-01-01' + n, n, 'Blood was taken in the morning, fasting as was asked.', 27, 'Send a copy of it to the house doctor as well.', 'B', 'sent' FROM generate_series(1, 30) n;
INSERT INTO med.second_look (reviewer_id, item, comment, looked_on) SELECT 28, n, 'Agreed, nothing is to be added to what was written.', '2026-01-02' FROM generate_series(1, 20) n;
`;
