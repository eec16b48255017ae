package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.testing.Hold;

/** Makes an endpoint fail on demand. A fake can do this; the real service hardly can. */
public interface Disturbances {

  /**
   * Makes the next request for an operation end with a status instead of being handled.
   *
   * @param operation the operation id of the contract, such as {@code addUser}
   * @param status 429, 500 or 503
   */
  void respondNext(String operation, int status);

  /**
   * Holds the next request for an operation after its idempotency key is reserved and before it is
   * handled.
   *
   * @param operation the operation id of the contract
   * @return a handle that releases the request
   */
  Hold holdNext(String operation);
}
