-- An SMPP connector's further settings: one document in the API's own shape, with a version. NULL: none were set.
ALTER TABLE connector ADD COLUMN options JSON NULL AFTER submits_per_second;
