-- How a message is written for its connector, as it was when it was routed; NULL: as usual.
ALTER TABLE message ADD COLUMN writing VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NULL;

-- Addresses of long incoming messages as they were received; NULL: kept by an older version, inferred from the digits.
ALTER TABLE incoming_set
  ADD COLUMN source_ton      TINYINT UNSIGNED NULL,
  ADD COLUMN source_npi      TINYINT UNSIGNED NULL,
  ADD COLUMN destination_ton TINYINT UNSIGNED NULL,
  ADD COLUMN destination_npi TINYINT UNSIGNED NULL;

-- Whether payload begins with its header; those of an older version do not.
ALTER TABLE incoming_part ADD COLUMN udhi BOOLEAN NOT NULL DEFAULT FALSE;
