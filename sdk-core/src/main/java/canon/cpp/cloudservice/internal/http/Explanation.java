package canon.cpp.cloudservice.internal.http;

/**
 * What went wrong, in words for people: without a capital at its beginning and a full stop at its
 * end.
 *
 * @param what what happened
 * @param remedy what to do; empty if nothing is known to help
 */
public record Explanation(String what, String remedy) {

  public String inOneSentence() {
    return remedy.isEmpty() ? what : what + "; " + remedy;
  }
}
