-- A database nobody would design. Each table has a row.
CREATE TABLE `Client Details` (
  `ID` int(10) unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `First Name` varchar(40) NOT NULL COMMENT 'as spoken',
  `gender` enum('M','F','it''s','','9 lives') NOT NULL DEFAULT 'M',
  `flags` set('a','b','c') DEFAULT NULL,
  `active` tinyint(1) NOT NULL DEFAULT 1,
  `level` tinyint(4) DEFAULT NULL,
  `dob` date DEFAULT NULL,
  `seen` datetime(3) DEFAULT NULL,
  `stamp` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  `amount` decimal(8,2) DEFAULT 0.00,
  `big` bigint(20) unsigned DEFAULT NULL,
  `medium` mediumint(9) DEFAULT NULL,
  `y` year(4) DEFAULT NULL,
  `t` time DEFAULT NULL,
  `b1` bit(1) DEFAULT b'0',
  `b8` bit(8) DEFAULT NULL,
  `doc` json DEFAULT NULL,
  `photo` mediumblob DEFAULT NULL,
  `bin` binary(4) DEFAULT NULL,
  `place` point DEFAULT NULL,
  `f` float DEFAULT NULL, `d` double DEFAULT NULL, `long_one` longtext DEFAULT NULL,
  `label` varchar(60) AS (concat('#', `First Name`)) VIRTUAL,
  KEY `name` (`First Name`(10))
) COMMENT='People';
INSERT INTO `Client Details` (`First Name`, flags, dob, seen, y, t, doc, b8, photo, bin, place)
  VALUES ('Ada', 'a,b', '1980-02-03', '2026-01-02 03:04:05', 2026, '10:00', '{"a": 1}', b'101', 'x', 'abcd', POINT(1, 2));
CREATE TABLE `1st` (`a` int NOT NULL, `b` varchar(10) NOT NULL, `order` int, PRIMARY KEY (`a`, `b`));
INSERT INTO `1st` VALUES (1, 'x', 1);
CREATE TABLE `straße` (
  `id` int PRIMARY KEY, `first_a` int, `first_b` varchar(10), `parent` int, `client` int unsigned NOT NULL, `helper` int unsigned,
  CONSTRAINT `k1` FOREIGN KEY (`first_a`, `first_b`) REFERENCES `1st` (`a`, `b`),
  CONSTRAINT `k2` FOREIGN KEY (`parent`) REFERENCES `straße` (`id`),
  CONSTRAINT `k3` FOREIGN KEY (`client`) REFERENCES `Client Details` (`ID`),
  CONSTRAINT `k4` FOREIGN KEY (`helper`) REFERENCES `Client Details` (`ID`)
);
INSERT INTO `straße` VALUES (1, 1, 'x', 1, 1, NULL);
CREATE TABLE no_key (a int, b text);
INSERT INTO no_key VALUES (1, 'x');
CREATE TABLE unique_key (a int NOT NULL, b varchar(9), UNIQUE (a));
INSERT INTO unique_key VALUES (1, NULL);
SET SESSION sql_mode = '';
CREATE TABLE zero_dates (id int PRIMARY KEY, died date NOT NULL DEFAULT '0000-00-00', voided datetime NOT NULL DEFAULT '0000-00-00 00:00:00');
INSERT INTO zero_dates (id) VALUES (1);
CREATE VIEW `people view` AS SELECT `ID`, `First Name` AS `name` FROM `Client Details`;
