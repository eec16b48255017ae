package canon.cpp.cloudservice.internal.jdk;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One HttpClient with its connections. It is replaced by another when its connections are no longer
 * usable, and is shut down when no exchange uses it any more.
 */
final class Connections {
  private final HttpClient client;
  private final ClientTasks tasks;
  private final Map<String, Long> lastResponse = new ConcurrentHashMap<>();
  private int users;
  private boolean retired;

  /** Creates the connections of a client, whose executor is given. */
  Connections(HttpClient client, ClientTasks tasks) {
    this.client = client;
    this.tasks = tasks;
  }

  HttpClient client() {
    return client;
  }

  ClientTasks tasks() {
    return tasks;
  }

  /** Registers an exchange; false if the client is retired. */
  synchronized boolean use() {
    if (!retired) {
      users++;
    }
    return !retired;
  }

  /** Ends an exchange; true if it was the last one of a retired client. */
  synchronized boolean release() {
    users--;
    return retired && users == 0;
  }

  /** Allows no further exchange; true if none is in flight. */
  synchronized boolean retire() {
    retired = true;
    return users == 0;
  }

  void responded(String origin, long nanoTime) {
    lastResponse.put(origin, nanoTime);
  }

  /** Returns whether the origin sent a response on these connections since a point in time. */
  boolean hasRespondedSince(String origin, long nanoTime) {
    Long last = lastResponse.get(origin);
    return last != null && last - nanoTime >= 0;
  }
}
