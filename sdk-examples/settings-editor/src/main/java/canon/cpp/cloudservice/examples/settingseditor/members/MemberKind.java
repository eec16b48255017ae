package canon.cpp.cloudservice.examples.settingseditor.members;

import canon.cpp.cloudservice.examples.settingseditor.web.Exchange;

/** The list that a form changes. */
enum MemberKind {
  USER,
  ADMINISTRATOR;

  static MemberKind of(Exchange exchange) {
    return exchange.parameter("kind").equals("administrator") ? ADMINISTRATOR : USER;
  }
}
