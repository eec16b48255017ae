package canon.cpp.cloudservice.testing.transport;

import org.junit.jupiter.api.Nested;

/** The tests that run in both execution modes. */
abstract class AllTransportTests {
  private final KitContext context;

  AllTransportTests(KitContext context) {
    this.context = context;
  }

  KitContext context() {
    return context;
  }

  @Nested
  class Verbs extends VerbTests {
    Verbs() {
      super(context());
    }
  }

  @Nested
  class RequestBodies extends RequestBodyTests {
    RequestBodies() {
      super(context());
    }
  }

  @Nested
  class ResponseBodies extends ResponseBodyTests {
    ResponseBodies() {
      super(context());
    }
  }

  @Nested
  class BodyCaps extends BodyCapTests {
    BodyCaps() {
      super(context());
    }
  }

  @Nested
  class Headers extends HeaderTests {
    Headers() {
      super(context());
    }
  }

  @Nested
  class Statuses extends StatusTests {
    Statuses() {
      super(context());
    }
  }

  @Nested
  class Redirects extends RedirectTests {
    Redirects() {
      super(context());
    }
  }

  @Nested
  class Timeouts extends TimeoutTests {
    Timeouts() {
      super(context());
    }
  }

  @Nested
  class BrokenResponses extends BrokenResponseTests {
    BrokenResponses() {
      super(context());
    }
  }

  @Nested
  class HostileBytes extends HostileBytesTests {
    HostileBytes() {
      super(context());
    }
  }

  @Nested
  class Unreachable extends UnreachableTests {
    Unreachable() {
      super(context());
    }
  }

  @Nested
  class Connections extends ConnectionTests {
    Connections() {
      super(context());
    }
  }

  @Nested
  class Lifecycle extends LifecycleTests {
    Lifecycle() {
      super(context());
    }
  }

  @Nested
  class Tls extends TlsTests {
    Tls() {
      super(context());
    }
  }

  @Nested
  class Proxies extends ProxyTests {
    Proxies() {
      super(context());
    }
  }
}
