package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.testing.LoggedRequest;
import canon.cpp.cloudservice.testing.internal.log.LogBook;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The log of requests. */
final class LogAdmin {
  private static final int MAX_REQUESTS = 1000;

  private final LogBook log;

  LogAdmin(LogBook log) {
    this.log = log;
  }

  List<AdminOperation> operations() {
    return List.of(
        AdminOperation.of("getLog", "GET", "/log", this::get),
        AdminOperation.of("clearLog", "DELETE", "/log", this::clear),
        AdminOperation.of("listAppliedTwice", "GET", "/log/applied-twice", this::appliedTwice));
  }

  private ObjectNode get(AdminRequest request) {
    int after = request.number("after", 0, Integer.MAX_VALUE, 0);
    LogBook.Part part = log.after(after, request.number("limit", 1, MAX_REQUESTS, MAX_REQUESTS));
    ObjectNode json = Json.object();
    write(json.putArray("requests"), part.requests());
    return json.put("next", part.last()).put("more", part.more()).put("removed", log.removed());
  }

  private ObjectNode clear(AdminRequest request) {
    log.clear();
    return get(request);
  }

  private ObjectNode appliedTwice(AdminRequest request) {
    ObjectNode json = Json.object();
    ArrayNode changes = json.putArray("changes");
    log.appliedRepeatedly().forEach(same -> write(changes.addObject().putArray("requests"), same));
    return json;
  }

  private static void write(ArrayNode array, List<LoggedRequest> requests) {
    requests.forEach(request -> array.add(LogJson.of(request)));
  }
}
