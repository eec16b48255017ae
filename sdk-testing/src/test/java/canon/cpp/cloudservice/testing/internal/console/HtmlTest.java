package canon.cpp.cloudservice.testing.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.testing.internal.html.Element;
import canon.cpp.cloudservice.testing.internal.html.Html;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
  private static String written(Html html) {
    StringBuilder page = new StringBuilder();
    html.writeTo(page);
    return page.toString();
  }

  @Test
  void textStaysTextInElementsAndAttributes() {
    Element element = Html.tag("p").with("title", "\"'<&>").add("<b>\"'&\u0000😀");

    assertThat(written(element))
        .isEqualTo("<p title=\"&quot;&#39;&lt;&amp;&gt;\">&lt;b&gt;&quot;&#39;&amp;\ufffd😀</p>");
  }

  @Test
  void elementsWithoutContentHaveNoEnd() {
    assertThat(written(Html.tag("input").with("required"))).isEqualTo("<input required>");
    assertThat(written(Html.tag("script").with("src", "/a.js")))
        .isEqualTo("<script src=\"/a.js\"></script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"script", "style", "input"})
  void contentIsRejectedWhereEscapingHasNoEffect(String name) {
    assertThatThrownBy(() -> Html.tag(name).add("alert(1)"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "//evil.example", "/\\evil.example", "https://x", ""})
  void addressesOfOtherServersAreRejected(String address) {
    for (String attribute : new String[] {"href", "src", "action"}) {
      assertThatThrownBy(() -> Html.tag("a").with(attribute, address))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"onclick", "a b", "x>", "", "srcdoc", "A"})
  void namesAreNamesAndNeverScripts(String name) {
    assertThatThrownBy(() -> Html.tag("p").with(name, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Html.tag(name)).isInstanceOf(IllegalArgumentException.class);
  }
}
