package canon.cpp.cloudservice.harness;

import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** The replies of which scripts consist. */
public final class Replies {
  /** The response to {@code getSite}. */
  public static final String SITE = "{\"id\":\"sit_1\",\"createdAt\":\"2030-01-01T00:00:00Z\"}";

  /** The relevant part of the response to {@code activateRemoteControl}. */
  public static final String ACTIVATED =
      """
      {"firstActivation":true,"user":{"id":"usr_1","email":"a@b.example",\
      "canonicalEmail":"a@b.example","administrator":"none","applications":[],\
      "addedAt":"2030-01-01T00:00:00Z"}}""";

  private Replies() {}

  public static Reply ok(String json) {
    return answer(200, Map.of("Content-Type", "application/json"), json);
  }

  public static Reply site() {
    return ok(SITE);
  }

  public static Reply activated() {
    return ok(ACTIVATED);
  }

  /** Only a status and headers, as name, value, name, value. */
  public static Reply status(int status, String... headers) {
    return answer(status, map(headers), "");
  }

  public static Reply problem(int status, String code, String... headers) {
    Map<String, String> all = map(headers);
    all.put("Content-Type", "application/problem+json");
    String json =
        "{\"type\":\"urn:test\",\"title\":\"t\",\"status\":%d,\"code\":\"%s\"}"
            .formatted(status, code);
    return answer(status, all, json);
  }

  public static Reply fails(Reason reason, boolean mayHaveBeenSent, String message) {
    return throwing(new HttpTransportException(reason, mayHaveBeenSent, message, null));
  }

  public static Reply refusesConnection() {
    return fails(Reason.CONNECT, false, "the connection was refused");
  }

  public static Reply losesConnection() {
    return fails(Reason.CONNECTION_LOST, true, "connection lost");
  }

  public static Reply throwing(RuntimeException failure) {
    return request -> {
      CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
      answer.completeExceptionally(failure);
      return answer;
    };
  }

  /** The reply with the id of an attempt, which may differ from that of the request. */
  public static Reply withAttemptId(UnaryOperator<String> id, Reply reply) {
    return request ->
        reply
            .to(request)
            .thenApply(
                response -> {
                  Map<String, List<String>> headers = new TreeMap<>(response.headers().asMap());
                  headers.put("Attempt-Id", List.of(id.apply(request.headers().get("Attempt-Id"))));
                  return new HttpResponse(
                      response.status(), HttpHeaders.of(headers), response.body());
                });
  }

  /** The reply with the id of its request, as the service sends it. */
  public static Reply echoing(Reply reply) {
    return withAttemptId(UnaryOperator.identity(), reply);
  }

  /** Runs an action, such as advancing the time, before the reply. */
  public static Reply after(Runnable event, Reply reply) {
    return request -> {
      event.run();
      return reply.to(request);
    };
  }

  private static Reply answer(int status, Map<String, String> headers, String body) {
    Map<String, List<String>> values = new TreeMap<>();
    headers.forEach((name, value) -> values.put(name, List.of(value)));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return request ->
        CompletableFuture.completedFuture(new HttpResponse(status, HttpHeaders.of(values), bytes));
  }

  private static Map<String, String> map(String... headers) {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return all;
  }
}
