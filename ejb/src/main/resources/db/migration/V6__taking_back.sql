-- Messages taken back or replaced before they left. An envelope of theirs that is still on the broker is dropped when it
-- is met, if its revision is lower than this one; 2147483647: none may leave. Kept until the last of them has expired.
CREATE TABLE withdrawal (
  message_id BINARY(16)  NOT NULL PRIMARY KEY,
  revision   INT         NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  KEY withdrawal_expiry (expires_at)
);

-- Replaced contents that are not in their connector's queue yet: written with the replacement, deleted once they are.
CREATE TABLE replacement (
  message_id   BINARY(16)  NOT NULL PRIMARY KEY,
  revision     INT         NOT NULL,
  connector_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  not_before   DATETIME(3) NOT NULL
);

-- Of the message's content: 0 as it was submitted, counted up by each replacement.
ALTER TABLE esme_message ADD COLUMN revision INT NOT NULL DEFAULT 0;
