package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.state.AccountReader;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Tokens, which are valid at this fake only. */
final class TokenAdmin {
  private static final String PATH = "/tokens";

  private final FakeContext parts;

  TokenAdmin(FakeContext parts) {
    this.parts = parts;
  }

  List<AdminOperation> operations() {
    return List.of(
        AdminOperation.of("issueToken", "POST", PATH, this::issue),
        AdminOperation.of("expireTokens", "POST", PATH + "/expire", this::expire),
        AdminOperation.of("revokeTokens", "POST", PATH + "/revoke", this::revoke));
  }

  private ObjectNode issue(AdminRequest request) {
    FakeAccount account = request.read(AccountReader::account);
    AccessToken token = parts.issueToken(account, false);
    ObjectNode json = Json.object().put("token", token.value());
    token.expiresAt().ifPresent(end -> json.put("expiresAt", end.toString()));
    json.set("account", LogJson.account(account));
    return json;
  }

  private ObjectNode expire(AdminRequest request) {
    FakeAccount account = request.read(AccountReader::account);
    parts.atomically(
        () -> parts.tokens().expireAll(AccountKey.of(account), parts.clock().instant()));
    return LogJson.account(account);
  }

  private ObjectNode revoke(AdminRequest request) {
    FakeAccount account = request.read(AccountReader::account);
    parts.atomically(() -> parts.tokens().revokeAll(AccountKey.of(account)));
    return LogJson.account(account);
  }
}
