package io.chasqui.systemtest.soak;

/** What goes wrong, and how it is made good again where nobody else does that. */
enum Fault {
  GATEWAY_KILLED {
    @Override
    void strike(World world) throws Exception {
      world.gateway().kill();
      world.gateway().start();
    }
  },
  DATABASE_KILLED {
    @Override
    void strike(World world) {
      world.database().kill();
    }
  },
  BROKER_KILLED {
    @Override
    void strike(World world) throws Exception {
      world.broker().kill();
      world.broker().start();
    }
  },
  LINKS_CUT {
    @Override
    void strike(World world) {
      world.carrier().dropLinks();
    }
  },
  /** Half of the answers come after the response timer, one in ten never. */
  ANSWERS_LATE_OR_LOST {
    @Override
    void strike(World world) throws Exception {
      world.routeBy(World.UNWELL);
      try {
        world.awaitSubmits(world.unwell(), 100);
      } finally {
        world.routeBy(World.WELL);
      }
    }
  };

  /** Returns once it is over but for what the gateway has to find out itself. */
  abstract void strike(World world) throws Exception;
}
