package io.chasqui.systemtest;

import java.io.IOException;

class MicroMainJobST extends MainJob {
  @Override
  Gateway gateway() throws IOException {
    return MicroGateway.shared();
  }
}
