package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.bulk.plan.ImpossibleRow;
import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.bulk.plan.PlanWarning;
import canon.cpp.cloudservice.bulk.plan.SeenMember;
import canon.cpp.cloudservice.bulk.plan.UnmanagedMember;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes plans as JSON. */
final class PlanWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator out;

  private PlanWriter(JsonGenerator out) {
    this.out = out;
  }

  /** Returns the SHA-256 of the content, which does not depend on white space in the file. */
  static String digest(PlanData plan) {
    MessageDigest sha256 = sha256();
    try (JsonGenerator out = JSON.createGenerator(new DigestOutputStream(new NoOutput(), sha256))) {
      out.writeStartObject();
      new PlanWriter(out).content(plan);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return String.format("%064x", new BigInteger(1, sha256.digest()));
  }

  /** Only digested. Android 8 has no OutputStream.nullOutputStream(). */
  private static final class NoOutput extends OutputStream {
    @Override
    public void write(int value) {}

    @Override
    public void write(byte[] bytes, int offset, int length) {}
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no SHA-256", e);
    }
  }

  static void write(PlanData plan, OutputStream stream) throws IOException {
    try (JsonGenerator out = JSON.createGenerator(stream)) {
      out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      out.setPrettyPrinter(new DefaultPrettyPrinter());
      out.writeStartObject();
      out.writeStringField("type", "membershipPlan");
      out.writeNumberField("version", PlanFile.VERSION);
      out.writeStringField("digest", plan.digest());
      new PlanWriter(out).content(plan);
      out.writeEndObject();
    }
  }

  private void content(PlanData plan) throws IOException {
    out.writeStringField("kind", plan.kind().name());
    out.writeStringField("site", plan.siteId());
    out.writeStringField("createdAt", plan.createdAt().toString());
    out.writeStringField("scope", plan.scope());
    out.writeNumberField("asWanted", plan.asWanted());
    out.writeNumberField("population", plan.population());
    out.writeNumberField("allowedRemovals", plan.allowedRemovals());
    texts("protected", plan.protectedEmails());
    array("items", plan.items(), this::item);
    array("impossible", plan.impossible(), this::impossible);
    array("unmanaged", plan.unmanaged(), this::unmanaged);
    array("warnings", plan.warnings(), this::warning);
    out.writeObjectFieldStart("managed");
    for (Map.Entry<String, List<Application>> entry : plan.managed().entrySet()) {
      lists(entry.getKey(), entry.getValue());
    }
    out.writeEndObject();
  }

  private interface Element<T> {
    void write(T value) throws IOException;
  }

  private <T> void array(String name, List<T> values, Element<T> element) throws IOException {
    out.writeArrayFieldStart(name);
    for (T value : values) {
      out.writeStartObject();
      element.write(value);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void texts(String name, List<String> texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  private void lists(String name, List<Application> lists) throws IOException {
    texts(name, lists.stream().map(Application::id).collect(Collectors.toList()));
  }

  private void item(PlanItem item) throws IOException {
    out.writeStringField("action", item.action().name());
    out.writeStringField("email", item.email());
    out.writeStringField("canonicalEmail", item.canonicalEmail());
    lists("additions", item.additions());
    lists("removals", item.removals());
    SeenMember seen = item.seen();
    if (seen != null) {
      out.writeObjectFieldStart("seen");
      out.writeStringField("id", seen.id());
      if (seen.etag() != null) {
        out.writeStringField("etag", seen.etag());
      }
      out.writeStringField("administrator", seen.administrator().id());
      out.writeObjectFieldStart("lists");
      for (ApplicationEntry entry : seen.lists()) {
        out.writeStringField(entry.application().id(), entry.state().id());
      }
      out.writeEndObject();
      out.writeEndObject();
    }
  }

  private void impossible(ImpossibleRow row) throws IOException {
    out.writeNumberField("row", row.row());
    out.writeStringField("email", row.email());
    out.writeStringField("message", row.message());
  }

  private void unmanaged(UnmanagedMember member) throws IOException {
    out.writeStringField("canonicalEmail", member.canonicalEmail());
    lists("lists", member.lists());
    out.writeStringField("reason", member.reason().name());
  }

  private void warning(PlanWarning warning) throws IOException {
    out.writeStringField("code", warning.code().name());
    out.writeStringField("message", warning.message());
    texts("emails", warning.emails());
  }
}
