package canon.cpp.cloudservice.internal.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One block of a PEM text (RFC 7468). The reader accepts what real files contain: text between the
 * blocks, blocks that follow each other without a line end, indentation, any line ends, and byte
 * order marks, also in the middle of concatenated files.
 */
public final class PemBlock {
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  private final String label;
  private final String base64;

  private PemBlock(String label, String base64) {
    this.label = label;
    this.base64 = base64;
  }

  /**
   * Reads all blocks.
   *
   * @throws IllegalArgumentException if a block has no end; the message does not quote the text
   */
  public static List<PemBlock> read(byte[] pem) {
    String text = new String(pem, charset(pem));
    List<PemBlock> blocks = new ArrayList<>();
    int begin = text.indexOf(BEGIN);
    while (begin >= 0) {
      int labelEnd = text.indexOf(DASHES, begin + BEGIN.length());
      String label = labelEnd < 0 ? "" : text.substring(begin + BEGIN.length(), labelEnd);
      String endMarker = END + label + DASHES;
      int end = labelEnd < 0 ? -1 : text.indexOf(endMarker, labelEnd);
      if (end < 0) {
        throw new IllegalArgumentException(
            "A block of the PEM text has no end line (-----END …-----)");
      }
      String body = text.substring(labelEnd + DASHES.length(), end);
      blocks.add(new PemBlock(label.trim(), body.replaceAll("[\\s\\uFEFF]", "")));
      begin = text.indexOf(BEGIN, end + endMarker.length());
    }
    return blocks;
  }

  /** Windows programs write UTF-16. In all other cases the blocks themselves are ASCII. */
  private static Charset charset(byte[] pem) {
    boolean isUtf16 =
        pem.length > 1
            && ((pem[0] == (byte) 0xFE && pem[1] == (byte) 0xFF)
                || (pem[0] == (byte) 0xFF && pem[1] == (byte) 0xFE));
    return isUtf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  /** Returns whether the block has a label, such as {@code CERTIFICATE}. */
  public boolean is(String expected) {
    return label.equals(expected);
  }

  /**
   * Returns the decoded content.
   *
   * @throws IllegalArgumentException if it is not Base64; the message does not quote it
   */
  public byte[] content() {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("A block of the PEM text is not Base64");
    }
  }

  /** Shows the label only. */
  @Override
  public String toString() {
    return "PemBlock[" + label + "]";
  }
}
