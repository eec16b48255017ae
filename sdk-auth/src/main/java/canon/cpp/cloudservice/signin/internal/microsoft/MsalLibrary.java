package canon.cpp.cloudservice.signin.internal.microsoft;

/** Whether msal4j is there, asked before a class of ours needs it. */
public final class MsalLibrary {
  private static final String CLASS = "com.microsoft.aad.msal4j.IHttpClient";

  private MsalLibrary() {}

  /**
   * Says what is missing.
   *
   * @throws IllegalStateException if msal4j is not there
   */
  public static void require() {
    require(MsalLibrary.class.getClassLoader());
  }

  static void require(ClassLoader loader) {
    try {
      Class<?> unused = Class.forName(CLASS, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "Signing in with Microsoft accounts needs msal4j. Add com.microsoft.azure:msal4j to the"
              + " program's dependencies; a program on the module path requires"
              + " com.microsoft.aad.msal4j, too.",
          e);
    }
  }
}
