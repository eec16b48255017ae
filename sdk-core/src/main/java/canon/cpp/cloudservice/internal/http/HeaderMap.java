package canon.cpp.cloudservice.internal.http;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request, in order. Names are case-insensitive. Unmodifiable. Each call builds
 * one, so it is an array: a request has too few headers for a hash table to pay.
 */
public final class HeaderMap extends AbstractMap<String, String> {
  /** A change with a body has eight headers. */
  private static final int USUAL_LENGTH = 16;

  public static final HeaderMap EMPTY = new HeaderMap(new String[0], 0);

  /** Names and values in turn. */
  private final String[] lines;

  private final int length;

  private HeaderMap(String[] lines, int length) {
    this.lines = lines;
    this.length = length;
  }

  public static Builder builder() {
    return new Builder(new String[USUAL_LENGTH], 0);
  }

  /** Returns these headers and others, which replace those with the same names. */
  public HeaderMap with(Map<String, String> more) {
    if (length == 0 && more instanceof HeaderMap headers) {
      return headers;
    }
    Builder all = new Builder(Arrays.copyOf(lines, length + 2 * more.size()), length);
    more.forEach(all::put);
    return all.build();
  }

  @Override
  public int size() {
    return length / 2;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return find(lines, length, name) >= 0;
  }

  @Override
  public @Nullable String get(@Nullable Object name) {
    int index = find(lines, length, name);
    return index < 0 ? null : lines[index + 1];
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super String> action) {
    for (int i = 0; i < length; i += 2) {
      action.accept(lines[i], lines[i + 1]);
    }
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return HeaderMap.this.size();
      }

      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return new Lines();
      }
    };
  }

  private static int find(String[] lines, int length, @Nullable Object name) {
    if (name instanceof String text) {
      for (int i = 0; i < length; i += 2) {
        if (lines[i].equalsIgnoreCase(text)) {
          return i;
        }
      }
    }
    return -1;
  }

  private final class Lines implements Iterator<Map.Entry<String, String>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < length;
    }

    @Override
    public Map.Entry<String, String> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      next += 2;
      return new SimpleImmutableEntry<>(lines[next - 2], lines[next - 1]);
    }
  }

  /** Collects headers. */
  public static final class Builder {
    private String[] lines;
    private int length;

    private Builder(String[] lines, int length) {
      this.lines = lines;
      this.length = length;
    }

    /** Adds a header at the end, and removes one with the same name. */
    public void put(String name, String value) {
      int index = find(lines, length, name);
      if (index >= 0) {
        length -= 2;
        System.arraycopy(lines, index + 2, lines, index, length - index);
      } else if (length == lines.length) {
        lines = Arrays.copyOf(lines, 2 * length + 2);
      }
      lines[length++] = name;
      lines[length++] = value;
    }

    /** Returns the headers; this builder must not be used any more. */
    public HeaderMap build() {
      return new HeaderMap(lines, length);
    }
  }
}
