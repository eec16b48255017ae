package canon.cpp.cloudservice.benchmarks.peers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one would write by hand on jackson-core, for users only: no checks, dates as text. A floor.
 */
public final class HandWritten {
  private static final JsonFactory FACTORY = new JsonFactory();

  private HandWritten() {}

  /** An application of a user. */
  public record Entry(String id, String state) {}

  /** A user. */
  public record User(
      String id,
      String email,
      String canonicalEmail,
      String administrator,
      List<Entry> applications,
      String addedAt,
      String etag) {}

  /** A change of a list. */
  public record Change(String application, String result) {}

  /** An added user. */
  public record AddedUser(User user, List<Change> changes) {}

  /** A page of users. */
  public record Page(List<User> items, String nextPageToken) {}

  public static User user(byte[] body) throws IOException {
    try (JsonParser parser = FACTORY.createParser(body)) {
      parser.nextToken();
      return user(parser);
    }
  }

  public static Page page(byte[] body) throws IOException {
    try (JsonParser parser = FACTORY.createParser(body)) {
      parser.nextToken();
      List<User> items = new ArrayList<>();
      String next = null;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "items" -> {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
              items.add(user(parser));
            }
          }
          case "nextPageToken" -> next = parser.getText();
          default -> parser.skipChildren();
        }
      }
      return new Page(items, next);
    }
  }

  public static AddedUser addedUser(byte[] body) throws IOException {
    try (JsonParser parser = FACTORY.createParser(body)) {
      parser.nextToken();
      User user = null;
      List<Change> changes = new ArrayList<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "user" -> user = user(parser);
          case "changes" -> {
            while (parser.nextToken() == JsonToken.START_OBJECT) {
              changes.add(change(parser));
            }
          }
          default -> parser.skipChildren();
        }
      }
      return new AddedUser(user, changes);
    }
  }

  private static Change change(JsonParser parser) throws IOException {
    String application = null;
    String result = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "application" -> application = parser.getText();
        case "result" -> result = parser.getText();
        default -> parser.skipChildren();
      }
    }
    return new Change(application, result);
  }

  private static User user(JsonParser parser) throws IOException {
    String id = null;
    String email = null;
    String canonicalEmail = null;
    String administrator = null;
    List<Entry> applications = new ArrayList<>();
    String addedAt = null;
    String etag = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "id" -> id = parser.getText();
        case "email" -> email = parser.getText();
        case "canonicalEmail" -> canonicalEmail = parser.getText();
        case "administrator" -> administrator = parser.getText();
        case "applications" -> {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            applications.add(entry(parser));
          }
        }
        case "addedAt" -> addedAt = parser.getText();
        case "etag" -> etag = parser.getText();
        default -> parser.skipChildren();
      }
    }
    return new User(id, email, canonicalEmail, administrator, applications, addedAt, etag);
  }

  private static Entry entry(JsonParser parser) throws IOException {
    String id = null;
    String state = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "id" -> id = parser.getText();
        case "state" -> state = parser.getText();
        default -> parser.skipChildren();
      }
    }
    return new Entry(id, state);
  }
}
