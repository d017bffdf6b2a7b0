-- CareTrack 3: case management for family services, on MariaDB since 2009. Nothing is deleted: is_active = 0 is gone for every screen.
-- What is not known of a day is 0000-00-00. Times are where the office is, without a zone.

CREATE TABLE worker (
  id          int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  login       varchar(80)  NOT NULL,
  full_name   varchar(120) NOT NULL,
  position    enum('case_manager','team_leader','manager') NOT NULL,
  phone       varchar(30)  NOT NULL,
  is_active   tinyint(1)   NOT NULL DEFAULT 1,
  UNIQUE KEY (login)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- The oldest table, and never converted.
CREATE TABLE family (
  id          char(36)     NOT NULL PRIMARY KEY,
  line        varchar(120) NOT NULL DEFAULT '',
  suburb      varchar(80)  NOT NULL DEFAULT '',
  state       char(3)      NOT NULL DEFAULT 'VIC',
  postcode    char(4)      NOT NULL DEFAULT '',
  is_active   tinyint(1)   NOT NULL DEFAULT 1
) ENGINE=InnoDB DEFAULT CHARSET=latin1;

CREATE TABLE parent (
  id          char(36)     NOT NULL PRIMARY KEY,
  family_id   char(36)     CHARACTER SET latin1 NOT NULL,
  given_name  varchar(80)  NOT NULL,
  family_name varchar(80)  NOT NULL,
  other_given varchar(80)  NOT NULL DEFAULT '',
  other_family varchar(80) NOT NULL DEFAULT '',
  born_on     date         NOT NULL DEFAULT '0000-00-00',
  born_about  tinyint(1)   NOT NULL DEFAULT 0,
  sex         enum('M','F','X','N') NOT NULL DEFAULT 'N',
  language    varchar(60)  NOT NULL DEFAULT 'English',
  culture     varchar(80)  DEFAULT NULL,
  phone       varchar(30)  NOT NULL DEFAULT '',
  email       varchar(120) NOT NULL DEFAULT '',
  never_by    set('voicemail','sms','letter') NOT NULL DEFAULT '',
  programme   varchar(80)  NOT NULL DEFAULT '',
  worker_id   int unsigned NOT NULL,
  opened_at   datetime     NOT NULL,
  closed_at   datetime     NOT NULL DEFAULT '0000-00-00 00:00:00',
  is_active   tinyint(1)   NOT NULL DEFAULT 1,
  KEY (family_id), FOREIGN KEY (family_id) REFERENCES family (id), FOREIGN KEY (worker_id) REFERENCES worker (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Children have no number of their own: the family's, and which child of it they are.
CREATE TABLE child (
  family_id   char(36)     CHARACTER SET latin1 NOT NULL,
  child_no    smallint unsigned NOT NULL,
  given_name  varchar(80)  NOT NULL,
  family_name varchar(80)  NOT NULL,
  other_given varchar(80)  NOT NULL DEFAULT '',
  other_family varchar(80) NOT NULL DEFAULT '',
  born_on     date         NOT NULL DEFAULT '0000-00-00',
  born_about  tinyint(1)   NOT NULL DEFAULT 0,
  sex         enum('M','F','X','N') NOT NULL DEFAULT 'N',
  language    varchar(60)  NOT NULL DEFAULT 'English',
  culture     varchar(80)  DEFAULT NULL,
  phone       varchar(30)  NOT NULL DEFAULT '',
  email       varchar(120) NOT NULL DEFAULT '',
  never_by    set('voicemail','sms','letter') NOT NULL DEFAULT '',
  programme   varchar(80)  NOT NULL DEFAULT '',
  worker_id   int unsigned NOT NULL,
  opened_at   datetime     NOT NULL,
  closed_at   datetime     NOT NULL DEFAULT '0000-00-00 00:00:00',
  is_active   tinyint(1)   NOT NULL DEFAULT 1,
  PRIMARY KEY (family_id, child_no), FOREIGN KEY (family_id) REFERENCES family (id), FOREIGN KEY (worker_id) REFERENCES worker (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Whose it is stands in person: a parent's id, or a child's family and number with a dash and a slash, such as …-0012/2.
CREATE TABLE concern (
  id          int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person      varchar(48)  NOT NULL,
  kind        enum('FV','FVP','CHILD','SUI','MED','PERS','HOUSE','COMM','COURT','CULT','INTERP','GUARD','CORR') NOT NULL,
  basis       enum('indicated','disclosed','assessed','past','ruled_out') NOT NULL,
  severity    tinyint unsigned NOT NULL, -- 1 low to 4 critical
  state       enum('open','review','closed','mistake') NOT NULL DEFAULT 'open',
  details     mediumtext   NOT NULL,
  raised_on   date         NOT NULL,
  raised_by   enum('case_manager','team_leader','manager') NOT NULL,
  review_on   date         NOT NULL DEFAULT '0000-00-00',
  closed_on   date         NOT NULL DEFAULT '0000-00-00',
  closed_why  varchar(255) NOT NULL DEFAULT '',
  is_active   tinyint(1)   NOT NULL DEFAULT 1,
  KEY (person)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE need (
  id          int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person      varchar(48)  NOT NULL,
  reason      tinyint unsigned NOT NULL, -- 1 to 26, 99: the national list
  found_on    date         NOT NULL,
  met_on      date         NOT NULL DEFAULT '0000-00-00',
  is_active   tinyint(1)   NOT NULL DEFAULT 1,
  KEY (person)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE case_note (
  id          int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person      varchar(48)  NOT NULL,
  author_id   int unsigned NOT NULL,
  written_at  datetime     NOT NULL,
  topics      set('general','identity','contact','address','phone','housing','money','legal','violence','own_words','safety','child',
                  'worker','health','medication','mental','aod','sexual','culture') NOT NULL DEFAULT '',
  body        mediumtext   NOT NULL,
  is_active   tinyint(1)   NOT NULL DEFAULT 1,
  KEY (person), FOREIGN KEY (author_id) REFERENCES worker (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
