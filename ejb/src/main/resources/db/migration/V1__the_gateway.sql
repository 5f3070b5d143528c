-- Ids of people and settings are ULIDs as text; ids of messages are the same ULIDs as 16 octets, since
-- there are millions of them. Instants are UTC with milliseconds. Secrets end in _enc (AES-GCM under the
-- key in chasqui.home/keys) or _hash.

CREATE TABLE client (
  id         CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  name       VARCHAR(100) NOT NULL,
  active     BOOLEAN      NOT NULL DEFAULT TRUE,
  created_at DATETIME(3)  NOT NULL,
  version    INT          NOT NULL DEFAULT 0
);

CREATE TABLE api_key (
  id                CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  client_id         CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name              VARCHAR(100) NOT NULL,
  prefix            VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  secret_hash       BINARY(32)   NOT NULL UNIQUE,
  scopes            VARCHAR(200) CHARACTER SET ascii NOT NULL,
  messages_per_hour INT          NOT NULL DEFAULT 0,
  created_at        DATETIME(3)  NOT NULL,
  revoked_at        DATETIME(3)  NULL,
  version           INT          NOT NULL DEFAULT 0,
  KEY api_key_of_client (client_id),
  CONSTRAINT api_key_client FOREIGN KEY (client_id) REFERENCES client (id)
);

-- Messages a key has sent in an hour; written only for keys with a limit.
CREATE TABLE api_key_usage (
  api_key_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hour       DATETIME NOT NULL,
  messages   INT      NOT NULL,
  PRIMARY KEY (api_key_id, hour)
);

CREATE TABLE connector (
  id                 VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  kind               VARCHAR(16)  CHARACTER SET ascii NOT NULL,
  host               VARCHAR(255) NULL,
  port               INT          NULL,
  system_id          VARCHAR(64)  NULL,
  password_enc       VARBINARY(512) NULL,
  system_type        VARCHAR(13)  NOT NULL DEFAULT '',
  bind_type          VARCHAR(16)  CHARACTER SET ascii NOT NULL DEFAULT 'TRANSCEIVER',
  binds              INT          NOT NULL DEFAULT 1,
  window_size        INT          NOT NULL DEFAULT 50,
  submits_per_second INT          NOT NULL DEFAULT 0,
  device             VARCHAR(255) NULL,
  messages_per_minute INT         NOT NULL DEFAULT 6,
  on_unknown         VARCHAR(16)  CHARACTER SET ascii NOT NULL DEFAULT 'KEEP',
  enabled            BOOLEAN      NOT NULL DEFAULT TRUE,
  created_at         DATETIME(3)  NOT NULL,
  version            INT          NOT NULL DEFAULT 0
);

CREATE TABLE number (
  number     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  client_id  CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3) NOT NULL,
  version    INT         NOT NULL DEFAULT 0,
  KEY number_of_client (client_id),
  CONSTRAINT number_client FOREIGN KEY (client_id) REFERENCES client (id)
);

CREATE TABLE service (
  id         CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  name       VARCHAR(100) NOT NULL UNIQUE,
  pattern    VARCHAR(1000) NOT NULL,
  priority   INT          NOT NULL,
  active     BOOLEAN      NOT NULL DEFAULT TRUE,
  created_at DATETIME(3)  NOT NULL,
  version    INT          NOT NULL DEFAULT 0
);

CREATE TABLE route (
  position   INT           NOT NULL PRIMARY KEY,
  kind       VARCHAR(16)   CHARACTER SET ascii NOT NULL,
  connectors VARCHAR(2000) CHARACTER SET ascii NOT NULL,
  created_at DATETIME(3)   NOT NULL,
  version    INT           NOT NULL DEFAULT 0
);

CREATE TABLE webhook (
  id              CHAR(26)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  client_id       CHAR(26)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
  url             VARCHAR(2000) NOT NULL,
  secret_enc      VARBINARY(512) NOT NULL,
  format          VARCHAR(16)   CHARACTER SET ascii NOT NULL DEFAULT 'standard',
  enabled         BOOLEAN       NOT NULL DEFAULT TRUE,
  disabled_reason VARCHAR(200)  NULL,
  created_at      DATETIME(3)   NOT NULL,
  version         INT           NOT NULL DEFAULT 0,
  CONSTRAINT webhook_client FOREIGN KEY (client_id) REFERENCES client (id)
);

CREATE TABLE admin_user (
  username      VARCHAR(64)  NOT NULL PRIMARY KEY,
  password_hash VARCHAR(500) CHARACTER SET ascii NOT NULL,
  language      VARCHAR(5)   CHARACTER SET ascii NOT NULL DEFAULT 'en',
  created_at    DATETIME(3)  NOT NULL,
  version       INT          NOT NULL DEFAULT 0
);

-- Bearer tokens of POST /auth/login, access and refresh; only their hashes.
CREATE TABLE admin_token (
  token_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  username   VARCHAR(64) NOT NULL,
  kind       VARCHAR(8)  CHARACTER SET ascii NOT NULL,
  -- The login it comes from: a logout ends all of a family.
  family     CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  KEY admin_token_expiry (expires_at),
  KEY admin_token_family (family),
  CONSTRAINT admin_token_user FOREIGN KEY (username) REFERENCES admin_user (username)
);

CREATE TABLE message (
  id               BINARY(16)   NOT NULL PRIMARY KEY,
  direction        TINYINT      NOT NULL,
  client_id        CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  from_address     VARCHAR(21)  NOT NULL,
  to_address       VARCHAR(21)  NOT NULL,
  body             MEDIUMTEXT   NOT NULL,
  alphabet         TINYINT      NOT NULL,
  segments         TINYINT UNSIGNED NOT NULL,
  status           TINYINT      NOT NULL,
  connector_id     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  service_id       CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  client_reference VARCHAR(100) NULL,
  created_at       DATETIME(3)  NOT NULL,
  expires_at       DATETIME(3)  NULL,
  KEY message_of_client (client_id, id),
  KEY message_to (to_address, id),
  KEY message_from (from_address, id),
  KEY message_by_status (status, id),
  KEY message_by_time (created_at)
);

CREATE TABLE segment (
  message_id         BINARY(16)   NOT NULL,
  part               TINYINT UNSIGNED NOT NULL,
  status             TINYINT      NOT NULL,
  connector_id       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  carrier_message_id VARCHAR(65)  NULL,
  -- CarrierMessageKeys.primary() of carrier_message_id
  carrier_key        VARCHAR(65)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (message_id, part),
  KEY segment_by_carrier_key (connector_id, carrier_key)
);

CREATE TABLE event (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  message_id BINARY(16)   NOT NULL,
  at         DATETIME(3)  NOT NULL,
  status     TINYINT      NOT NULL,
  detail     VARCHAR(500) NOT NULL,
  KEY event_of_message (message_id, id)
);

-- Receipts whose message is not known (yet): matched when the submit's answer names their id.
CREATE TABLE parked_receipt (
  id                 BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  connector_id       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  carrier_message_id VARCHAR(65) NOT NULL,
  state              TINYINT     NOT NULL,
  state_word         VARCHAR(30) NOT NULL,
  error              VARCHAR(30) NOT NULL,
  source             VARCHAR(21) NOT NULL,
  destination        VARCHAR(21) NOT NULL,
  received_at        DATETIME(3) NOT NULL,
  KEY parked_receipt_age (received_at)
);

CREATE TABLE parked_receipt_key (
  connector_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  carrier_key  VARCHAR(65) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  receipt_id   BIGINT      NOT NULL,
  PRIMARY KEY (connector_id, carrier_key, receipt_id),
  CONSTRAINT parked_receipt_of_key FOREIGN KEY (receipt_id) REFERENCES parked_receipt (id) ON DELETE CASCADE
);

-- Parts of incoming long messages that wait for the others.
CREATE TABLE incoming_part (
  connector_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source       VARCHAR(21)  NOT NULL,
  destination  VARCHAR(21)  NOT NULL,
  reference    INT          NOT NULL,
  total        TINYINT UNSIGNED NOT NULL,
  sequence     TINYINT UNSIGNED NOT NULL,
  message_id   BINARY(16)   NOT NULL,
  coding       TINYINT UNSIGNED NOT NULL,
  payload      VARBINARY(255) NOT NULL,
  received_at  DATETIME(3)  NOT NULL,
  PRIMARY KEY (connector_id, source, destination, reference, total, sequence),
  KEY incoming_part_age (received_at)
);

-- The outbox of webhooks. state: 0 pending, 1 delivered, 2 dead
CREATE TABLE webhook_delivery (
  id              CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  client_id       CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  message_id      BINARY(16)   NOT NULL,
  type            VARCHAR(50)  CHARACTER SET ascii NOT NULL,
  body            MEDIUMTEXT   NOT NULL,
  state           TINYINT      NOT NULL,
  attempts        INT          NOT NULL DEFAULT 0,
  next_attempt_at DATETIME(3)  NOT NULL,
  last_status     INT          NULL,
  last_error      VARCHAR(300) NULL,
  created_at      DATETIME(3)  NOT NULL,
  -- the open deliveries of one client, and each client's earliest, without reading the others
  KEY webhook_delivery_due (state, client_id, next_attempt_at),
  KEY webhook_delivery_of_message (message_id)
);

-- Idempotency-Key of POST /messages. The id is given before the message is accepted, so that a retry
-- after a crash cannot make a second message; answer is NULL while the first request is under way.
CREATE TABLE idempotency_key (
  client_id       CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idempotency_key VARCHAR(255) NOT NULL,
  fingerprint     BINARY(32)   NOT NULL,
  message_id      BINARY(16)   NOT NULL,
  answer          VARCHAR(500) NULL,
  created_at      DATETIME(3)  NOT NULL,
  PRIMARY KEY (client_id, idempotency_key),
  KEY idempotency_key_age (created_at)
);
