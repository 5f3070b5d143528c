package io.chasqui.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class UiReturnPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"/ui/status", "/ui/status?minutes=60", "/ui/connectors/carrier-a"})
  void a_page_of_ours_is_returned_to(String wanted) {
    assertThat(UiReturnPath.of(wanted).value()).isEqualTo(wanted);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "https://example.com/ui/status",
        "//example.com/ui/status",
        "/\\example.com",
        "/ui/../api/v1/messages",
        "/ui/status\r\nSet-Cookie: a=b",
        "/login",
        "javascript:alert(1)"
      })
  void anything_else_leads_home(String wanted) {
    assertThat(UiReturnPath.of(wanted)).isEqualTo(UiReturnPath.HOME);
  }

  @Test
  void home_is_a_page_of_ours() {
    assertThat(UiReturnPath.of(UiReturnPath.HOME.value())).isEqualTo(UiReturnPath.HOME);
  }
}
