-- Who waits for its link, or for its receipt, longer than it was to: each connector's earliest, without reading
-- the others'. It also counts what waits for a connector.
ALTER TABLE message ADD KEY message_past_validity (status, connector_id, expires_at);
