package canon.cpp.cloudservice.benchmarks.compare;

import canon.cpp.cloudservice.benchmarks.peers.Peer;
import java.net.URI;

/** A process that gets one user with a new client. Arguments: the peer and the address. */
final class ColdStart {
  private ColdStart() {}

  public static void main(String[] arguments) throws Exception {
    Object user = Peer.valueOf(arguments[0]).connect(URI.create(arguments[1])).get();
    System.out.println(user.getClass().getName());
    System.out.flush();
    // At once, so that the end is not measured and loads no classes.
    Runtime.getRuntime().halt(0);
  }
}
