package canon.cpp.cloudservice.benchmarks.peers;

import java.util.concurrent.CompletableFuture;

/** A client of the service with the operations that are compared. Thread-safe. */
public interface Client extends AutoCloseable {
  String TOKEN = "not-a-real-token";
  String USER_ID = "usr_8h2d6q";
  String NEW_ADDRESS = "John.Doe0@contoso.com";

  /** Gets a user. */
  Object get() throws Exception;

  /** Adds a user. */
  Object add() throws Exception;

  /** Reads the first page of a list. */
  Object list(int pageSize) throws Exception;

  /** Gets a user without blocking; only for clients with {@link Peer#isAsynchronous()}. */
  default CompletableFuture<?> getAsync() {
    throw new UnsupportedOperationException("This client has blocking calls only");
  }

  @Override
  default void close() {}
}
