package io.chasqui.app.ledger;

import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.link.SubmitOptions;
import io.chasqui.domain.message.MessageId;
import java.time.Instant;

/**
 * What of an ESME's message a replacement may leave as it is.
 *
 * @param toldAs the id the ESME knows it by
 * @param udhi whether its content begins with a header
 */
public record EsmeDraft(
    MessageId id,
    MessageId toldAs,
    DataCodingScheme coding,
    boolean udhi,
    Instant notBefore,
    Instant expiresAt,
    SubmitOptions options) {}
