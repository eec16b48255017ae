package canon.cpp.cloudservice.examples.remotecontrol;

import javax.sql.DataSource;

class RenewalTest extends RenewalTests {
  @Override
  DataSource database() {
    return Nodes.h2();
  }
}
