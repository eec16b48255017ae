package canon.cpp.cloudservice.testing.transport;

/** What all tests of one transport and one way share. */
record KitContext(HttpTransportKit kit, ExecutionMode way) {}
