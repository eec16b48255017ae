package canon.cpp.cloudservice.signin;

/**
 * Shows a device code to the user who signs in.
 *
 * <pre>{@code
 * DeviceCodeHandler console = code -> System.out.println(code.message());
 * }</pre>
 */
@FunctionalInterface
public interface DeviceCodeHandler {

  /**
   * Shows the code and returns at once. The sign-in waits for the user while the code is shown. An
   * exception ends the sign-in.
   *
   * @param code the code to show
   */
  void show(DeviceCode code);
}
