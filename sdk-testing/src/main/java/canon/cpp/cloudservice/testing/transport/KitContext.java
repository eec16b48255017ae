package canon.cpp.cloudservice.testing.transport;

import canon.cpp.cloudservice.http.HttpTransport;
import java.util.function.Function;

/** What all tests of one transport and one way share. */
record KitContext(Function<TransportSetup, HttpTransport> transports, Way way) {}
