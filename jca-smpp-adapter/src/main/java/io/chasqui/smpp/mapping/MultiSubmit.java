package io.chasqui.smpp.mapping;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.esme.EsmeSubmit;
import java.util.List;

/**
 * What a submit_multi asks (SMPP 3.4, 4.5.1).
 *
 * @param submits one for each destination
 * @param refused destinations that cannot be reached at all
 */
public record MultiSubmit(List<EsmeSubmit> submits, List<Unsuccess> refused) {

  /** unsuccess_sme (SMPP 3.4, 4.5.2). */
  public record Unsuccess(Address destination, int status) {}
}
