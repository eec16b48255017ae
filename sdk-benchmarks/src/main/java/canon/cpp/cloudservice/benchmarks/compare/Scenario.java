package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.benchmarks.peers.Client;

/** What is called, and by how many threads. */
enum Scenario {
  GET(1, 32, 2) {
    @Override
    Object call(Client client) throws Exception {
      return client.get();
    }
  },
  ADD(1, 16, 1) {
    @Override
    Object call(Client client) throws Exception {
      return client.add();
    }
  },
  LIST_100(1, 8, 1) {
    @Override
    Object call(Client client) throws Exception {
      return client.list(100);
    }
  },
  LIST_1000(1, 1, 1) {
    @Override
    Object call(Client client) throws Exception {
      return client.list(1000);
    }
  },
  GET_8_THREADS(8, 32, 3) {
    @Override
    Object call(Client client) throws Exception {
      return client.get();
    }
  },
  /** Asynchronous, with 64 calls in flight. */
  GET_64_IN_FLIGHT(0, 0, 1) {
    @Override
    Object call(Client client) {
      throw new UnsupportedOperationException("Use getAsync");
    }
  };

  private final int threads;
  private final int warmupCalls;
  private final int samples;

  Scenario(int threads, int warmupCalls, int samples) {
    this.threads = threads;
    this.warmupCalls = warmupCalls;
    this.samples = samples;
  }

  /** Returns the number of threads that call; 0 for asynchronous calls. */
  int threads() {
    return threads;
  }

  /**
   * Returns how often a process measures it; the fastest counts. A process measures the get first,
   * when the compiler may still be busy; many threads are disturbed most.
   */
  int samples() {
    return samples;
  }

  boolean isAsynchronous() {
    return threads == 0;
  }

  /** Returns the share of the blocking calls in the warm-up of a process. */
  int warmupCalls() {
    return warmupCalls;
  }

  abstract Object call(Client client) throws Exception;
}
