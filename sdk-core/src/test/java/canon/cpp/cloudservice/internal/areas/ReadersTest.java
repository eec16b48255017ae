package canon.cpp.cloudservice.internal.areas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.hostile.ContractAnswers;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.internal.json.JsonObject;
import canon.cpp.cloudservice.internal.json.OnePass;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The readers ask for fields in the order of the contract, so they read in one pass. */
class ReadersTest {

  @ParameterizedTest
  @EnumSource(OperationId.class)
  void readTheExamplesOfTheContractInOnePass(OperationId operation) {
    for (JsonNode example : ContractAnswers.successes().get(operation.id())) {
      assertThat(OnePass.read(bytes(example), reader(operation, example)))
          .as(example.toString())
          .isNotNull()
          .isEqualTo(JsonObject.read(bytes(reversed(example)), reader(operation, example)));
    }
  }

  @ParameterizedTest
  @EnumSource(OperationId.class)
  void skipFieldsThatAServiceHasAddedInOnePass(OperationId operation) {
    for (JsonNode example : ContractAnswers.successes().get(operation.id())) {
      assertThat(OnePass.read(bytes(withUnknown(example)), reader(operation, example)))
          .as(example.toString())
          .isNotNull()
          .isEqualTo(OnePass.read(bytes(example), reader(operation, example)));
    }
  }

  private static Function<JsonObject, ?> reader(OperationId operation, JsonNode example) {
    return switch (operation) {
      case SIGN_IN -> SessionJson::signedIn;
      case GET_SESSION -> SessionJson::session;
      case SIGN_OUT -> SessionJson::signedOut;
      case GET_SITE -> SiteJson::site;
      case LIST_USERS -> items(MembershipJson::user);
      case ADD_USER -> MembershipJson::addedUser;
      case GET_USER -> MembershipJson::user;
      case REMOVE_USER, REMOVE_USER_FROM_EVERY_LIST -> MembershipJson::removedUser;
      case RESOLVE_ADDRESSES -> {
        List<String> typed = Collections.nCopies(example.path("items").size(), "a@b.example");
        yield json -> MembershipJson.resolvedAddresses(typed, json);
      }
      case LIST_ADMINISTRATORS -> items(MembershipJson::administrator);
      case ADD_ADMINISTRATOR -> MembershipJson::addedAdministrator;
      case GET_ADMINISTRATOR -> MembershipJson::administrator;
      case REMOVE_ADMINISTRATOR -> MembershipJson::removedAdministrator;
      case LIST_PRINTERS -> items(PrinterJson::printer);
      case REGISTER_PRINTER -> PrinterJson::registeredPrinter;
      case GET_PRINTER -> PrinterJson::printer;
      case REMOVE_PRINTER -> PrinterJson::removedPrinter;
      case ACTIVATE_REMOTE_CONTROL -> DefaultRemoteControl::activation;
    };
  }

  private static Function<JsonObject, ?> items(Function<JsonObject, ?> item) {
    return json -> json.objects("items", item::apply);
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(UTF_8);
  }

  /** Returns the same with the fields of all objects in the opposite order. */
  private static JsonNode reversed(JsonNode json) {
    return rebuilt(
        json,
        (from, to) -> {
          List<String> names = new ArrayList<>();
          from.fieldNames().forEachRemaining(names::add);
          Collections.reverse(names);
          names.forEach(name -> to.set(name, reversed(from.get(name))));
        });
  }

  /** Returns the same with more fields at the end of each object, where a service adds them. */
  private static JsonNode withUnknown(JsonNode json) {
    return rebuilt(
        json,
        (from, to) -> {
          for (Map.Entry<String, JsonNode> field : from.properties()) {
            to.set(field.getKey(), withUnknown(field.getValue()));
          }
          to.putObject("added").putArray("a").add(1).addObject().put("b", "c");
          to.put("addedLater", "x");
        });
  }

  private static JsonNode rebuilt(JsonNode json, BiConsumer<ObjectNode, ObjectNode> fields) {
    if (json instanceof ArrayNode array) {
      ArrayNode items = array.arrayNode();
      array.forEach(item -> items.add(rebuilt(item, fields)));
      return items;
    }
    if (json instanceof ObjectNode object) {
      ObjectNode changed = object.objectNode();
      fields.accept(object, changed);
      return changed;
    }
    return json;
  }
}
