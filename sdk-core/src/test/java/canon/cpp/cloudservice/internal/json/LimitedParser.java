package canon.cpp.cloudservice.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/**
 * A parser that stops after so many tokens. Jackson has such a limit itself, but only from version
 * 2.18 on.
 */
final class LimitedParser extends JsonParserDelegate {
  private final int maxTokens;
  private int tokens;

  LimitedParser(JsonParser parser, int maxTokens) {
    super(parser);
    this.maxTokens = maxTokens;
  }

  @Override
  public JsonToken nextToken() throws IOException {
    if (++tokens > maxTokens) {
      throw new StreamConstraintsException("too many tokens");
    }
    return super.nextToken();
  }

  @Override
  public JsonToken nextValue() throws IOException {
    JsonToken token = nextToken();
    return token == JsonToken.FIELD_NAME ? nextToken() : token;
  }
}
