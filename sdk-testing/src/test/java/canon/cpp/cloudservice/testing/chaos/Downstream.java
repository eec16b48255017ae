package canon.cpp.cloudservice.testing.chaos;

import java.io.IOException;

/** What a gateway can do with a client that waits for a response. */
interface Downstream {
  /** Sends a response of the gateway itself. */
  void send(HttpMessage response) throws IOException;

  /** Sends a response of the service. */
  void forward(HttpMessage response) throws IOException;

  /** Sends a response of the service twice, so that later ones of the connection are shifted. */
  void forwardTwice(HttpMessage response) throws IOException;

  /** Sends the beginning of a response, and then nothing more. */
  void sendPart(HttpMessage response, int length) throws IOException;

  /** Sends no response. Returns when the client has given up, or at once. */
  void fallSilent() throws IOException;

  /** Ends the exchange, so that data in flight is lost in both directions. */
  void reset();
}
