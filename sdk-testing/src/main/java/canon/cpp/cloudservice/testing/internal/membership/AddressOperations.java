package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.Members;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.wire.BodyFields;
import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Resolves typed addresses to members of the site: D6, D16. */
public final class AddressOperations {
  private static final String FIELD = "addresses";

  private final Accounts accounts;
  private final Members members;

  public AddressOperations(Accounts accounts, Members members) {
    this.accounts = accounts;
    this.members = members;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.read("resolveAddresses", "POST", "/v1/address-resolutions", this::resolve));
  }

  private ObjectNode resolve(OperationContext context) {
    Site site = accounts.administrator(context.account());
    List<String> addresses = addresses(context.body());
    ObjectNode result = Json.object();
    ArrayNode items = result.putArray("items");
    for (int i = 0; i < addresses.size(); i++) {
      items.add(resolve(site, FIELD + "[" + i + "]", addresses.get(i)));
    }
    return result;
  }

  private static List<String> addresses(BodyFields fields) {
    Optional<List<String>> addresses = fields.texts(FIELD);
    fields.check();
    int count = addresses.map(List::size).orElse(0);
    if (addresses.isEmpty()) {
      fields.errors().add(FIELD, Code.MISSING, "This field is required.");
    } else if (count == 0) {
      fields.errors().add(FIELD, Code.TOO_SHORT, "Name at least one address.");
    } else if (count > Limits.RESOLVED_ADDRESSES) {
      fields
          .errors()
          .add(
              FIELD,
              Code.TOO_LONG,
              "At most " + Limits.RESOLVED_ADDRESSES + " addresses are allowed.");
    }
    fields.check();
    return addresses.orElseThrow();
  }

  private ObjectNode resolve(Site site, String field, String typed) {
    ObjectNode json = Json.object();
    try {
      Address address = Address.parse(typed);
      json.put("canonicalEmail", address.canonical());
      members
          .withAddress(address.canonical())
          .filter(member -> member.site() == site)
          .ifPresent(member -> putIds(json, member));
    } catch (InvalidAddressException e) {
      json.putObject("error")
          .put("field", field)
          .put("code", e.code().id())
          .put("message", e.getMessage());
    }
    return json;
  }

  private static void putIds(ObjectNode json, Member member) {
    if (member.isUser()) {
      json.put("userId", member.userId());
    }
    member.role().ifPresent(role -> json.put("administratorId", role.id()));
  }
}
