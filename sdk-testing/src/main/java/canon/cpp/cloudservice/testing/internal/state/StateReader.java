package canon.cpp.cloudservice.testing.internal.state;

import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.internal.session.Tokens;
import canon.cpp.cloudservice.testing.internal.state.StateData.Counters;
import canon.cpp.cloudservice.testing.internal.state.StateData.KeptData;
import canon.cpp.cloudservice.testing.internal.state.StateData.TokenData;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.PrinterSettings;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.JsonPart;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the state from JSON that was written by {@link StateWriter} or by hand. Missing optional
 * fields get the defaults of a new fake.
 */
public final class StateReader {
  private static final String DOCUMENT = "the state";
  private final JsonPart root;
  private final NewIds sites;
  private final NewIds users;
  private final NewIds administrators;
  private final NewIds printers;

  private StateReader(JsonNode json) {
    this.root = JsonPart.of(DOCUMENT, json);
    List<String> ids = json.path("sites").findValuesAsText("id");
    this.sites = new NewIds("sit_", ids);
    this.users = new NewIds("usr_", json.path("sites").findValuesAsText("userId"));
    this.administrators = new NewIds("adm_", ids);
    this.printers = new NewIds("prn_", ids);
  }

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException if the text is not a valid, consistent state; the message
   *     names the place and the reason
   */
  public static StateData read(String json) {
    return new StateReader(Json.parse(DOCUMENT, json)).read();
  }

  private StateData read() {
    if (root.number("version", 0) != StateWriter.VERSION) {
      throw root.wrong("version", "must be " + StateWriter.VERSION);
    }
    SiteReader reader = new SiteReader(sites, users, administrators, printers);
    StateData state =
        new StateData(
            root.objects("sites").stream().map(reader::site).toList(),
            licences(root.part("licences")),
            settings(root.part("printerSettings")),
            root.objects("tokens").stream().map(StateReader::token).toList(),
            root.objects("keptAnswers").stream().map(StateReader::kept).toList(),
            counters(root.part("lastIds")));
    root.checkAllKnown();
    StateValidator.check(root, state);
    return state;
  }

  private static SortedMap<String, Set<ApplicationList>> licences(JsonPart part) {
    SortedMap<String, Set<ApplicationList>> licences = new TreeMap<>();
    for (String serialNumber : part.names()) {
      Set<ApplicationList> applications = applications(part, serialNumber);
      if (!applications.isEmpty()) {
        licences.put(serialNumber, applications);
      }
    }
    return licences;
  }

  private static SortedMap<String, PrinterSettings> settings(JsonPart part) {
    SortedMap<String, PrinterSettings> settings = new TreeMap<>();
    for (String serialNumber : part.names()) {
      JsonPart one = part.part(serialNumber);
      settings.put(
          serialNumber,
          new PrinterSettings(
              applications(one, "enabled"), one.optionalText("softwareVersion").orElse(null)));
      one.checkAllKnown();
    }
    return settings;
  }

  private static Set<ApplicationList> applications(JsonPart part, String field) {
    Set<ApplicationList> applications = EnumSet.noneOf(ApplicationList.class);
    part.texts(field).forEach(id -> applications.add(application(part, field, id)));
    return applications;
  }

  static ApplicationList application(JsonPart part, String field, String id) {
    return ApplicationList.of(id)
        .orElseThrow(() -> part.wrong(field, "names an unknown application: " + id));
  }

  private static TokenData token(JsonPart part) {
    TokenData token =
        new TokenData(
            part.text("token"),
            AccountReader.account(part.part("account")),
            part.instant("expiresAt").orElse(FakeClock.START.plus(Tokens.LIFETIME)),
            part.flag("ended", false),
            part.flag("revoked", false),
            part.flag("renewable", false));
    part.checkAllKnown();
    return token;
  }

  private static KeptData kept(JsonPart part) {
    KeptData kept =
        new KeptData(
            AccountReader.key(part.part("account"), Optional.empty()),
            part.text("operation"),
            part.text("key"),
            part.text("fingerprint"),
            new String(Json.bytes(part.part("answer").json()), StandardCharsets.UTF_8),
            part.instant("keptUntil").orElseThrow(() -> part.wrong("keptUntil", "is missing")));
    part.checkAllKnown();
    return kept;
  }

  private Counters counters(JsonPart part) {
    Counters counters =
        new Counters(
            Math.max(part.number("site", 0), sites.last()),
            Math.max(part.number("user", 0), users.last()),
            Math.max(part.number("administrator", 0), administrators.last()),
            Math.max(part.number("printer", 0), printers.last()));
    part.checkAllKnown();
    return counters;
  }
}
