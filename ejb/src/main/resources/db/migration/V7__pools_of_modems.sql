-- A connector to modems keeps its settings as SMPP connectors do, in one document; all its secrets are one value.
ALTER TABLE connector MODIFY password_enc VARBINARY(8000) NULL;

UPDATE connector
SET options = JSON_OBJECT('version', 1, 'modems', JSON_ARRAY(
    JSON_OBJECT('name', id, 'port', device, 'messages_per_minute', messages_per_minute)))
WHERE kind = 'MODEM' AND options IS NULL;

ALTER TABLE connector DROP COLUMN device, DROP COLUMN messages_per_minute;
