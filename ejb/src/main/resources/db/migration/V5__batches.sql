-- The answer to a batch tells of each of its messages.
ALTER TABLE idempotency_key MODIFY answer MEDIUMTEXT NULL;
