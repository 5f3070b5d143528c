CREATE TABLE smpp_account (
  system_id          VARCHAR(15)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  client_id          CHAR(26)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  password_hash      VARCHAR(500)  CHARACTER SET ascii NOT NULL,
  -- networks with commas between them
  allowed_ips        VARCHAR(2000) CHARACTER SET ascii NOT NULL,
  max_binds          INT           NOT NULL,
  window_size        INT           NOT NULL,
  submits_per_second INT           NOT NULL,
  -- among the client's accounts that receive incoming messages, 0 first; NULL: receives none
  mo_priority        INT           NULL,
  receipt_pdu        VARCHAR(16)   CHARACTER SET ascii NOT NULL,
  gsm_coding         VARCHAR(16)   CHARACTER SET ascii NOT NULL,
  long_mo            VARCHAR(16)   CHARACTER SET ascii NOT NULL,
  -- patterns with commas between them; empty: any sender
  senders            VARCHAR(2000) NOT NULL,
  enabled            BOOLEAN       NOT NULL,
  created_at         DATETIME(3)   NOT NULL,
  version            INT           NOT NULL DEFAULT 0,
  KEY smpp_account_of_client (client_id),
  CONSTRAINT smpp_account_client FOREIGN KEY (client_id) REFERENCES client (id)
);

-- What only messages from ESMEs have. Their own octets are kept, so that a resend is the same again.
CREATE TABLE esme_message (
  message_id          BINARY(16)  NOT NULL PRIMARY KEY,
  system_id           VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the id the ESME was told; all destinations of a submit_multi share one
  told_as             BINARY(16)  NOT NULL,
  registered_delivery TINYINT UNSIGNED NOT NULL,
  source_ton          TINYINT UNSIGNED NOT NULL,
  source_npi          TINYINT UNSIGNED NOT NULL,
  destination_ton     TINYINT UNSIGNED NOT NULL,
  destination_npi     TINYINT UNSIGNED NOT NULL,
  destination         VARCHAR(20) NOT NULL,
  service_type        VARCHAR(5)  CHARACTER SET ascii NOT NULL,
  priority            TINYINT UNSIGNED NOT NULL,
  protocol_id         TINYINT UNSIGNED NOT NULL,
  not_before          DATETIME(3) NOT NULL,
  -- NULL: the message is a text, in message.body
  coding              TINYINT UNSIGNED NULL,
  octets              MEDIUMBLOB  NULL,
  udhi                BOOLEAN     NOT NULL,
  KEY esme_message_told (told_as, system_id)
);

-- The outbox of receipts and incoming messages to ESMEs. kind: 1 receipt, 2 message.
-- state: 0 waiting, 1 dead. What an ESME has taken is deleted.
CREATE TABLE esme_delivery (
  id              BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  system_id       VARCHAR(15) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind            TINYINT     NOT NULL,
  message_id      BINARY(16)  NOT NULL,
  source_ton      TINYINT UNSIGNED NOT NULL,
  source_npi      TINYINT UNSIGNED NOT NULL,
  source          VARCHAR(20) NOT NULL,
  destination_ton TINYINT UNSIGNED NOT NULL,
  destination_npi TINYINT UNSIGNED NOT NULL,
  destination     VARCHAR(20) NOT NULL,
  coding          TINYINT UNSIGNED NOT NULL,
  octets          MEDIUMBLOB  NOT NULL,
  udhi            BOOLEAN     NOT NULL,
  receipt_id      VARCHAR(65) NULL,
  receipt_state   TINYINT     NULL,
  receipt_error   INT         NULL,
  receipt_final   BOOLEAN     NULL,
  state           TINYINT     NOT NULL DEFAULT 0,
  attempts        INT         NOT NULL DEFAULT 0,
  last_error      VARCHAR(200) NULL,
  created_at      DATETIME(3) NOT NULL,
  next_attempt_at DATETIME(3) NOT NULL,
  KEY esme_delivery_due (system_id, state, next_attempt_at),
  KEY esme_delivery_age (system_id, state, created_at),
  KEY esme_delivery_of_message (message_id)
);
