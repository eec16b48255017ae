package canon.cpp.cloudservice.internal.http;

/**
 * The cause of a failure in words, and what to do. Both parts start in lower case and have no final
 * full stop.
 *
 * @param what what happened
 * @param remedy what to do; empty if nothing is known to help
 */
public record Explanation(String what, String remedy) {

  public String inOneSentence() {
    return remedy.isEmpty() ? what : what + "; " + remedy;
  }
}
