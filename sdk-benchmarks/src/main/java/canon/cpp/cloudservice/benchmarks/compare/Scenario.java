package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.benchmarks.peers.Client;

/** What is called, and by how many threads. */
enum Scenario {
  GET(1) {
    @Override
    Object call(Client client) throws Exception {
      return client.get();
    }
  },
  ADD(1) {
    @Override
    Object call(Client client) throws Exception {
      return client.add();
    }
  },
  LIST_100(1) {
    @Override
    Object call(Client client) throws Exception {
      return client.list(100);
    }
  },
  LIST_1000(1) {
    @Override
    Object call(Client client) throws Exception {
      return client.list(1000);
    }
  },
  GET_8_THREADS(8) {
    @Override
    Object call(Client client) throws Exception {
      return client.get();
    }
  },
  /** Asynchronous, with 64 calls in flight. */
  GET_64_IN_FLIGHT(0) {
    @Override
    Object call(Client client) {
      throw new UnsupportedOperationException("Use getAsync");
    }
  };

  private final int threads;

  Scenario(int threads) {
    this.threads = threads;
  }

  /** Returns the number of threads that call; 0 for asynchronous calls. */
  int threads() {
    return threads;
  }

  abstract Object call(Client client) throws Exception;
}
