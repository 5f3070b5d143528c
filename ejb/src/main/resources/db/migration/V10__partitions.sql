-- What grows with the messages is cut by weeks, so that a week goes in no time when it is too old. Ids begin with
-- their time (48 bits of milliseconds), so the ids themselves tell the week, and no key needs another column. The
-- gateway makes the weeks to come (app.retention) and names them by the day on which they end; what no week has
-- been made for lies in "rest".

-- body: NULL when it was erased
ALTER TABLE message
  MODIFY body MEDIUMTEXT NULL,
  DROP KEY message_by_time,
  DROP KEY message_of_client,
  ADD KEY message_of_client (client_id, direction, id),
  ADD KEY message_of_service (service_id, id);

ALTER TABLE message PARTITION BY RANGE COLUMNS (id) (
  PARTITION p20261123 VALUES LESS THAN (x'01A205B3D000'),
  PARTITION rest VALUES LESS THAN (MAXVALUE));

ALTER TABLE segment PARTITION BY RANGE COLUMNS (message_id) (
  PARTITION p20261123 VALUES LESS THAN (x'01A205B3D000'),
  PARTITION rest VALUES LESS THAN (MAXVALUE));

ALTER TABLE esme_message PARTITION BY RANGE COLUMNS (message_id) (
  PARTITION p20261123 VALUES LESS THAN (x'01A205B3D000'),
  PARTITION rest VALUES LESS THAN (MAXVALUE));

-- A story lies together, and needs no second key: its lines are numbered as they are written.
CREATE SEQUENCE event_number CACHE 10000;

CREATE TABLE event_of_week (
  message_id BINARY(16)   NOT NULL,
  id         BIGINT       NOT NULL DEFAULT (NEXT VALUE FOR event_number),
  at         DATETIME(3)  NOT NULL,
  status     TINYINT      NOT NULL,
  detail     VARCHAR(500) NOT NULL,
  PRIMARY KEY (message_id, id)
) PARTITION BY RANGE COLUMNS (message_id) (
  PARTITION p20261123 VALUES LESS THAN (x'01A205B3D000'),
  PARTITION rest VALUES LESS THAN (MAXVALUE));

INSERT INTO event_of_week (message_id, at, status, detail)
  SELECT message_id, at, status, detail FROM event ORDER BY id;

DROP TABLE event;
ALTER TABLE event_of_week RENAME TO event;

-- How many messages of an hour stand where, moved in the transactions that move the messages. hour is the one of
-- the id; empty texts stand for none.
CREATE TABLE traffic (
  hour         DATETIME    NOT NULL,
  client_id    CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  connector_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  service_id   CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status       TINYINT     NOT NULL,
  messages     BIGINT      NOT NULL,
  segments     BIGINT      NOT NULL,
  PRIMARY KEY (hour, client_id, connector_id, service_id, status)
);

INSERT INTO traffic
  SELECT TIMESTAMPADD(HOUR, CONV(HEX(LEFT(id, 6)), 16, 10) DIV 3600000, '1970-01-01'), COALESCE(client_id, ''),
         COALESCE(connector_id, ''), COALESCE(service_id, ''), status, COUNT(*), SUM(segments)
  FROM message GROUP BY 1, 2, 3, 4, 5;

-- Messages whose text is to be erased once they have ended.
CREATE TABLE erasure_due (
  message_id BINARY(16)   NOT NULL PRIMARY KEY,
  reason     VARCHAR(100) NOT NULL
);

-- Up to which id a daily work has come.
CREATE TABLE watermark (
  work       VARCHAR(30) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  message_id BINARY(16)  NOT NULL
);
