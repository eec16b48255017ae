package canon.cpp.cloudservice.cli.command;

import canon.cpp.cloudservice.cli.config.OwnerOnly;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps summaries of the last calls for a support bundle. A summary has the path template, the
 * results and the request ids, but no address, token or body.
 */
public final class CallLog implements CallListener {
  /** The number of summaries that are kept. */
  public static final int CAPACITY = 200;

  private final Path file;
  private final Clock clock;
  private final Deque<String> lines = new ArrayDeque<>();
  private final JsonFactory json = new JsonFactory();

  CallLog(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  @Override
  public void callEnded(
      CallInfo call, List<Attempt> attempts, Duration elapsed, @Nullable Throwable failure) {
    String line = summary(call, attempts, elapsed, failure);
    synchronized (lines) {
      lines.add(line);
      if (lines.size() > CAPACITY) {
        lines.remove();
      }
    }
  }

  private String summary(
      CallInfo call, List<Attempt> attempts, Duration elapsed, @Nullable Throwable failure) {
    StringWriter text = new StringWriter();
    try (JsonGenerator line = json.createGenerator(text)) {
      line.writeStartObject();
      line.writeStringField("ended_at", clock.instant().toString());
      line.writeStringField("operation", call.operation());
      line.writeStringField("target", call.target());
      line.writeNumberField("milliseconds", elapsed.toMillis());
      line.writeStringField("failure", failure == null ? "" : failure.getClass().getSimpleName());
      line.writeArrayFieldStart("attempts");
      for (Attempt attempt : attempts) {
        line.writeStartObject();
        line.writeStringField("outcome", attempt.outcome().name());
        line.writeStringField("status", String.valueOf(attempt.status()));
        line.writeStringField("request_id", String.valueOf(attempt.requestId()));
        line.writeNumberField("milliseconds", attempt.duration().toMillis());
        line.writeEndObject();
      }
      line.writeEndArray();
      line.writeEndObject();
    } catch (IOException e) {
      return "{}";
    }
    return text.toString();
  }

  /** Returns the stored summaries. */
  public static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Stores the summaries with those of earlier commands. A failure is not reported. */
  void save() {
    List<String> all = new ArrayList<>(read(file));
    synchronized (lines) {
      if (lines.isEmpty()) {
        return;
      }
      all.addAll(lines);
      lines.clear();
    }
    List<String> last = all.subList(Math.max(0, all.size() - CAPACITY), all.size());
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        OwnerOnly.createFolder(parent);
      }
      Path next = file.resolveSibling("calls." + ProcessHandle.current().pid() + ".tmp");
      OwnerOnly.create(next);
      Path written = Files.write(next, last, StandardCharsets.UTF_8);
      Path unused =
          Files.move(
              written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // The command itself has succeeded; only a later support bundle has fewer summaries.
    }
  }
}
