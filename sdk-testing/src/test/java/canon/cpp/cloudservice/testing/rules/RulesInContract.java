package canon.cpp.cloudservice.testing.rules;

import canon.cpp.cloudservice.testing.contract.Contract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The places in the contract that cite a rule. */
final class RulesInContract {
  private static final Contract CONTRACT = Contract.load();

  private RulesInContract() {}

  /** The operations that cite a rule. */
  static List<String> operations(String rule) {
    List<String> names = new ArrayList<>();
    for (Contract.Place place : CONTRACT.operations()) {
      if (cited(place).contains(rule)) {
        names.add(place.operation().getOperationId());
      }
    }
    return names;
  }

  /** The problem codes that cite a rule. */
  static List<String> codes(String rule) {
    List<String> codes = new ArrayList<>();
    CONTRACT
        .problemCodes()
        .forEach(
            (code, described) -> {
              if (((Collection<?>) described.get("rules")).contains(rule)) {
                codes.add(code);
              }
            });
    return codes;
  }

  /** Every rule that an operation or a code cites. */
  static Set<String> rules() {
    Set<String> all = new TreeSet<>();
    CONTRACT.operations().forEach(place -> all.addAll(cited(place)));
    CONTRACT
        .problemCodes()
        .values()
        .forEach(
            code -> ((Collection<?>) code.get("rules")).forEach(rule -> all.add(rule.toString())));
    return all;
  }

  private static Set<String> cited(Contract.Place place) {
    Map<?, ?> mark = (Map<?, ?>) place.operation().getExtensions().get("x-rule");
    Set<String> rules = new TreeSet<>();
    ((Collection<?>) mark.get("rules")).forEach(rule -> rules.add(rule.toString()));
    return rules;
  }
}
