-- An SMPP connector's further settings: one document in the API's own shape, with a version. NULL: none were set.
ALTER TABLE connector ADD COLUMN options JSON NULL AFTER submits_per_second;

-- What receipts have told of how a carrier spells its ids. streaks: matches in a row that each dialect explains,
-- such as SAME=12 CASE=12
CREATE TABLE connector_dialect (
  connector_id   VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  streaks        VARCHAR(500) CHARACTER SET ascii NOT NULL,
  matches        BIGINT       NOT NULL,
  contradictions BIGINT       NOT NULL,
  ambiguities    BIGINT       NOT NULL
);

-- How a carrier's receipts describe states.
CREATE TABLE receipt_word (
  connector_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  word         VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  error        VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  receipts     BIGINT      NOT NULL,
  last_at      DATETIME(3) NOT NULL,
  PRIMARY KEY (connector_id, word, error)
);
