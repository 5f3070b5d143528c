package io.chasqui.app.esme;

import io.chasqui.domain.esme.AccountTerms;
import io.chasqui.domain.esme.EsmePassword;
import io.chasqui.domain.esme.SystemId;
import java.util.Optional;

/**
 * An SMPP account as an operator wants it.
 *
 * @param password empty: the one it has is kept
 */
public record SmppAccountOrder(
    SystemId systemId, Optional<EsmePassword> password, AccountTerms terms) {}
