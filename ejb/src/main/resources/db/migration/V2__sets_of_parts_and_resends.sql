-- Long incoming messages: while their parts come, and for a day after they were given out, so that a part told
-- twice finds its message. id is the first part's and becomes the message's. state: 0 open, 1 given out
CREATE TABLE incoming_set (
  id             BINARY(16)   NOT NULL PRIMARY KEY,
  connector_id   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source         VARCHAR(21)  NOT NULL,
  destination    VARCHAR(21)  NOT NULL,
  reference_bits TINYINT UNSIGNED NOT NULL,
  reference      INT          NOT NULL,
  total          TINYINT UNSIGNED NOT NULL,
  state          TINYINT      NOT NULL,
  last_part_at   DATETIME(3)  NOT NULL,
  KEY incoming_set_of_sender (connector_id, source, destination, reference_bits, reference, total),
  KEY incoming_set_age (state, last_part_at)
);

INSERT INTO incoming_set
  SELECT MIN(message_id), connector_id, source, destination, IF(reference > 255, 16, 8), reference, total, 0,
         MAX(received_at)
  FROM incoming_part GROUP BY connector_id, source, destination, reference, total;

ALTER TABLE incoming_part RENAME TO incoming_part_before;

-- event_id is given at reception and kept when the same part is told again.
CREATE TABLE incoming_part (
  event_id    BINARY(16)   NOT NULL PRIMARY KEY,
  set_id      BINARY(16)   NOT NULL,
  sequence    TINYINT UNSIGNED NOT NULL,
  coding      TINYINT UNSIGNED NOT NULL,
  payload     BLOB         NOT NULL,
  received_at DATETIME(3)  NOT NULL,
  UNIQUE KEY incoming_part_of_set (set_id, sequence),
  CONSTRAINT incoming_part_set FOREIGN KEY (set_id) REFERENCES incoming_set (id) ON DELETE CASCADE
);

INSERT INTO incoming_part
  SELECT p.message_id, s.id, p.sequence, p.coding, p.payload, p.received_at
  FROM incoming_part_before p JOIN incoming_set s
    ON s.connector_id = p.connector_id AND s.source = p.source AND s.destination = p.destination
   AND s.reference = p.reference AND s.total = p.total;

DROP TABLE incoming_part_before;

-- Parts of unknown outcome whose connector's policy is to send again: written with the news, deleted once they
-- are in the connector's queue.
CREATE TABLE resend (
  message_id   BINARY(16)   NOT NULL,
  part         TINYINT UNSIGNED NOT NULL,
  connector_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (message_id, part)
);
