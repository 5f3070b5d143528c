package io.chasqui.smpp.ra;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;

/** Nothing to set: an activation hears all links of the adapter. */
public class SmppActivationSpec implements ActivationSpec {
  private ResourceAdapter adapter;

  @Override
  public void validate() {
    // There is nothing that could be wrong.
  }

  @Override
  public ResourceAdapter getResourceAdapter() {
    return adapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) {
    this.adapter = adapter;
  }
}
