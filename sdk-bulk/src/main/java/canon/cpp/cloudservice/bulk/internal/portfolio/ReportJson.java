package canon.cpp.cloudservice.bulk.internal.portfolio;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.file.OwnerOnly;
import canon.cpp.cloudservice.bulk.portfolio.PortfolioReport;
import canon.cpp.cloudservice.bulk.portfolio.SiteOutcome;
import canon.cpp.cloudservice.bulk.portfolio.SiteResult;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The report of a portfolio in JSON, version 1: {@code docs/portfolio.md} describes it. */
public final class ReportJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int VERSION = 1;

  private ReportJson() {}

  /** Returns the JSON text. */
  public static String text(PortfolioReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      write(report, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** Writes the JSON text to a file. */
  public static void write(PortfolioReport report, Path file) {
    byte[] bytes = text(report).getBytes(StandardCharsets.UTF_8);
    try {
      OwnerOnly.replace(file, out -> out.write(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot be written to " + file, e);
    }
  }

  private static void write(PortfolioReport report, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "portfolio-report");
    json.writeNumberField("version", VERSION);
    json.writeStringField("startedAt", report.startedAt().toString());
    json.writeStringField("finishedAt", report.finishedAt().toString());
    json.writeBooleanField("complete", report.isComplete());
    json.writeObjectFieldStart("outcomes");
    for (SiteOutcome outcome : SiteOutcome.values()) {
      json.writeNumberField(outcome.name(), report.sites(outcome).size());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("sites");
    for (SiteResult site : report.sites()) {
      write(site, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(SiteResult site, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", site.name());
    json.writeStringField("siteId", site.siteId());
    json.writeStringField("outcome", site.outcome().name());
    json.writeNumberField("millis", site.duration().toMillis());
    json.writeObjectFieldStart("counts");
    for (Map.Entry<ItemResult, Long> count : site.counts().entrySet()) {
      json.writeNumberField(count.getKey().name(), count.getValue());
    }
    json.writeEndObject();
    String message = site.message();
    if (message != null) {
      json.writeStringField("message", message);
    }
    Throwable failure = site.failure();
    if (failure != null) {
      json.writeStringField("error", failure.getClass().getSimpleName());
    }
    json.writeEndObject();
  }
}
