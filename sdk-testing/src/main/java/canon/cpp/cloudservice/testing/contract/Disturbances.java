package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.testing.Hold;

/** Makes an endpoint answer as it does on a bad day; a fake can, the real service hardly. */
public interface Disturbances {

  /**
   * The next request to an operation is answered with a status instead of being handled.
   *
   * @param operation as the contract calls it, such as {@code addUser}
   * @param status 429, 500 or 503
   */
  void answerNext(String operation, int status);

  /**
   * The next request to an operation is held in the middle: its idempotency key is taken, but it is
   * not handled yet.
   *
   * @param operation as the contract calls it
   * @return what lets it go on
   */
  Hold holdNext(String operation);
}
