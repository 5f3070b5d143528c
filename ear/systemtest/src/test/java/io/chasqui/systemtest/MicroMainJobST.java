package io.chasqui.systemtest;

import java.io.IOException;

class MicroMainJobST extends MainJob {
  @Override
  Gateway open() throws IOException {
    return MicroGateway.shared();
  }

  @Override
  void release(Gateway shared) {
    // other tests go on with it
  }
}
