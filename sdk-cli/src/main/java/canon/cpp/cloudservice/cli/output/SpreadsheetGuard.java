package canon.cpp.cloudservice.cli.output;

/**
 * Keeps a spreadsheet from running a cell as a formula: text that begins like one gets an
 * apostrophe in front. Reading removes it again.
 */
public final class SpreadsheetGuard {
  private static final String BEGINNINGS = "=+-@\t\r\n";

  private SpreadsheetGuard() {}

  /** Returns a cell that no spreadsheet runs. */
  public static String protect(String cell) {
    return isFormula(cell, 0) ? "'" + cell : cell;
  }

  /** Returns the cell as it was before {@link #protect}. */
  public static String unprotect(String cell) {
    return cell.startsWith("'") && isFormula(cell, 1) ? cell.substring(1) : cell;
  }

  private static boolean isFormula(String cell, int at) {
    return cell.length() > at && BEGINNINGS.indexOf(cell.charAt(at)) >= 0;
  }
}
