package canon.cpp.cloudservice.examples.remotecontrol;

import canon.cpp.cloudservice.examples.remotecontrol.store.PostgresServer;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The profile postgres runs this. */
@Tag("postgres")
class PostgresRenewalTest extends RenewalTests {
  private static PostgresServer server;

  @BeforeAll
  static void start() throws IOException {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Override
  DataSource database() {
    return server.database();
  }
}
