package canon.cpp.cloudservice.testing.internal.state;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.state.StateData.Counters;
import canon.cpp.cloudservice.testing.internal.state.StateData.KeptData;
import canon.cpp.cloudservice.testing.internal.state.StateData.MemberData;
import canon.cpp.cloudservice.testing.internal.state.StateData.PrinterData;
import canon.cpp.cloudservice.testing.internal.state.StateData.SiteData;
import canon.cpp.cloudservice.testing.internal.state.StateData.TokenData;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.AdministratorRole;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.PrinterSettings;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Writes the state as JSON in a stable order. {@link StateReader} reads it. */
public final class StateWriter {
  static final int VERSION = 1;
  private static final String PRINCIPAL_PREFIX = "app-";

  private StateWriter() {}

  public static ObjectNode write(StateData state) {
    ObjectNode json = Json.object().put("version", VERSION);
    ArrayNode sites = json.putArray("sites");
    state.sites().forEach(site -> sites.add(site(site)));
    ObjectNode licences = json.putObject("licences");
    state
        .licences()
        .forEach((serial, applications) -> write(licences.putArray(serial), applications));
    ObjectNode settings = json.putObject("printerSettings");
    state.printerSettings().forEach((serial, reported) -> settings.set(serial, settings(reported)));
    ArrayNode tokens = json.putArray("tokens");
    state.tokens().forEach(token -> tokens.add(token(token)));
    ArrayNode kept = json.putArray("keptAnswers");
    state.keptAnswers().forEach(answer -> kept.add(kept(answer)));
    json.set("lastIds", counters(state.last()));
    return json;
  }

  private static ObjectNode site(SiteData site) {
    ObjectNode json = Json.object().put("id", site.id());
    json.put("createdAt", site.createdAt().toString());
    ArrayNode members = json.putArray("members");
    site.members().forEach(member -> members.add(member(member)));
    ArrayNode printers = json.putArray("printers");
    site.printers().forEach(printer -> printers.add(printer(printer)));
    ArrayNode principals = json.putArray("applicationPrincipals");
    site.applicationPrincipals().forEach(key -> principals.add(nameOf(key)));
    return json;
  }

  /** Returns the name under which an application principal was admitted. */
  static String nameOf(AccountKey principal) {
    return principal.subject().substring(PRINCIPAL_PREFIX.length());
  }

  private static ObjectNode member(MemberData member) {
    ObjectNode json = Json.object().put("userId", member.userId()).put("email", member.email());
    json.put("addedAt", member.addedAt().toString());
    ObjectNode lists = json.putObject("lists");
    for (ApplicationList list : ApplicationList.values()) {
      if (member.lists().get(list) != null) {
        lists.put(list.id(), member.lists().get(list).id());
      }
    }
    AdministratorRole role = member.administrator();
    if (role != null) {
      ObjectNode administrator = json.putObject("administrator").put("id", role.id());
      administrator.put("addedAt", role.addedAt().toString());
      if (role.firstSignInAt() != null) {
        administrator.put("firstSignInAt", role.firstSignInAt().toString());
      }
    }
    AccountKey account = member.account();
    if (account != null) {
      json.set("account", account(account));
    }
    return json.put("signedIn", member.signedIn());
  }

  private static ObjectNode printer(PrinterData printer) {
    ObjectNode json = Json.object().put("id", printer.id()).put("series", printer.series());
    json.put("serialNumber", printer.serialNumber()).put("displayName", printer.displayName());
    json.put("registeredAt", printer.registeredAt().toString());
    if (printer.lastDataAt() != null) {
      json.put("lastDataAt", printer.lastDataAt().toString());
    }
    return json;
  }

  private static ObjectNode settings(PrinterSettings reported) {
    ObjectNode json = Json.object();
    write(json.putArray("enabled"), reported.enabled());
    if (reported.softwareVersion() != null) {
      json.put("softwareVersion", reported.softwareVersion());
    }
    return json;
  }

  private static ObjectNode token(TokenData token) {
    FakeAccount account = token.account();
    ObjectNode json = Json.object().put("token", token.text());
    ObjectNode who = account(AccountKey.of(account));
    account.email().ifPresent(email -> who.put("email", email));
    json.set("account", who.put("emailVerified", account.isEmailVerified()));
    json.put("expiresAt", token.expiresAt().toString());
    return json.put("ended", token.ended())
        .put("revoked", token.revoked())
        .put("renewable", token.renewable());
  }

  private static ObjectNode kept(KeptData kept) {
    ObjectNode json = Json.object();
    json.set("account", account(kept.account()));
    json.put("operation", kept.operation()).put("key", kept.key());
    json.put("fingerprint", kept.fingerprint());
    json.set("answer", Json.read(kept.body().getBytes(StandardCharsets.UTF_8)).orElseThrow());
    return json.put("keptUntil", kept.keptUntil().toString());
  }

  private static ObjectNode counters(Counters last) {
    return Json.object()
        .put("site", last.sites())
        .put("user", last.users())
        .put("administrator", last.administrators())
        .put("printer", last.printers());
  }

  private static ObjectNode account(AccountKey account) {
    return Json.object().put("provider", account.provider()).put("subject", account.subject());
  }

  private static void write(ArrayNode array, Set<ApplicationList> applications) {
    applications.stream().sorted().forEach(application -> array.add(application.id()));
  }
}
